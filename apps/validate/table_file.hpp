// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/result.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace footsure::validate {

/// A table with named columns, read from a CSV file or a gzip of one.
class TableFile {
public:
    /// Fails: with a sentence that names the file, and the column when one of `needed` is missing.
    [[nodiscard]] static Result<TableFile, std::string>
    read(const std::filesystem::path& path, const std::vector<std::string>& needed);

    [[nodiscard]] std::size_t size() const { return rows_.size(); }

    /// Needs: one of the columns that were asked for.
    [[nodiscard]] const std::string& text(std::size_t row, std::string_view column) const;
    /// NaN where the cell holds no number.
    [[nodiscard]] double number(std::size_t row, std::string_view column) const;

private:
    std::map<std::string, std::size_t, std::less<>> columns_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace footsure::validate
