// SPDX-License-Identifier: Apache-2.0
#include "footsure/paragraph.hpp"

namespace footsure::app {

namespace {

constexpr std::size_t kWidth = 78;

}  // namespace

std::string paragraph(std::string_view lead, std::string_view text) {
    std::string out;
    std::string current(lead);
    bool empty = true;
    while (!text.empty()) {
        const auto blank = text.find(' ');
        const auto word = text.substr(0, blank);
        text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
        if (!empty && current.size() + 1 + word.size() > kWidth) {
            out += current + "\n";
            current = std::string(lead.size(), ' ');
            empty = true;
        }
        current += empty ? "" : " ";
        current += word;
        empty = false;
    }
    return out + current + "\n";
}

}  // namespace footsure::app
