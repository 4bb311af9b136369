// SPDX-License-Identifier: Apache-2.0
#include "takeout/hint_table.hpp"

#include "takeout/file_name.hpp"

#include <string_view>
#include <utility>

namespace footsure::takeout {

namespace {

constexpr std::string_view kGzip = ".gz";

/// One name for a file and its gzip.
std::string key_of(std::string path) {
    if (ends_in(path, kGzip)) {
        path.resize(path.size() - kGzip.size());
    }
    return path;
}

}  // namespace

void HintTable::add(std::string path, Hints hints) {
    hints_.insert_or_assign(key_of(std::move(path)), std::move(hints));
}

void HintTable::refuse_others(std::string folder, std::string reason) {
    reasons_.insert_or_assign(std::move(folder), std::move(reason));
}

Hints HintTable::of(const std::string& path) const {
    const auto found = hints_.find(key_of(path));
    return found == hints_.end() ? Hints{} : found->second;
}

std::optional<std::string> HintTable::reason_against(const std::string& path) const {
    const auto found = reasons_.find(std::string(folder_part(path)));
    const bool against = found != reasons_.end() && !hints_.contains(key_of(path));
    return against ? std::optional(found->second) : std::nullopt;
}

}  // namespace footsure::takeout
