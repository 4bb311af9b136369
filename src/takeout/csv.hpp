// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace footsure::takeout {

/// Reads a table row by row as RFC 4180 writes it; forgives a BOM, lone carriage returns, quotes
/// within plain fields and a quote that is never closed.
class CsvReader {
public:
    explicit CsvReader(std::string_view text);

    /// The fields of the next row that is not blank.
    [[nodiscard]] std::optional<std::vector<std::string>> next();

private:
    std::string quoted();
    std::string field();
    std::vector<std::string> row();

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace footsure::takeout
