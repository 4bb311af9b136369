// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recording.hpp"

#include <map>
#include <optional>
#include <string>

namespace footsure::takeout {

/// What a takeout's lists say of its files, by their path within it.
class HintTable {
public:
    void add(std::string path, Hints hints);

    /// For the files of a folder of which the list tells all that are runs.
    void refuse_others(std::string folder, std::string reason);

    /// Finds a file also when it was unpacked since, or packed.
    [[nodiscard]] Hints of(const std::string& path) const;

    [[nodiscard]] std::optional<std::string> reason_against(const std::string& path) const;

private:
    std::map<std::string, Hints> hints_;
    std::map<std::string, std::string> reasons_;  ///< by folder
};

}  // namespace footsure::takeout
