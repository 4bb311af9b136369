// SPDX-License-Identifier: Apache-2.0
#include "takeout/strava.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace {

bool is_line(const std::string& text) {
    return text.find_first_of("\r\n\t") == std::string::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto list = footsure::takeout::read_strava_list(std::as_bytes(std::span(data, size)));
    if (!list) {
        return 0;
    }
    footsure::expects(list->files.size() + list->runs_by_hand <= size, "a run has a row");
    for (const auto& [file, hints] : list->files) {
        footsure::expects(!file.empty() && file.front() != '/' && !file.starts_with("../"),
                          "a file lies below its list");
        footsure::expects(is_line(hints.name) && is_line(hints.shoe), "a name is one line");
        const double effort = hints.perceived_exertion.value_or(0);
        footsure::expects(effort >= 0 && effort <= 10, "an effort lies on its scale");
    }
    return 0;
}
