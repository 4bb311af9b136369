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

    /// For a file that a list shows to be no run.
    void refuse(std::string path, std::string reason);

    /// Finds a file also when it was unpacked since, or packed.
    [[nodiscard]] Hints of(const std::string& path) const;

    [[nodiscard]] std::optional<std::string> reason_against(const std::string& path) const;

private:
    std::map<std::string, Hints> hints_;
    std::map<std::string, std::string> reasons_;
};

}  // namespace footsure::takeout
