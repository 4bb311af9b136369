// SPDX-License-Identifier: Apache-2.0
#include "validate/table_file.hpp"

#include "content/content.hpp"

#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <optional>

namespace footsure::validate {

namespace {

constexpr std::size_t kMostBytes = 64'000'000;

std::optional<std::string> content_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return std::nullopt;
    }
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto packed = std::as_bytes(std::span(bytes));
    if (!content::is_gzip(packed)) {
        return bytes;
    }
    const content::Unpacked unpacked = content::unpack_gzip(packed, kMostBytes);
    if (unpacked.error) {
        return std::nullopt;
    }
    std::string text;
    for (const std::byte byte : unpacked.bytes()) {
        text += static_cast<char>(byte);
    }
    return text;
}

/// Cells of one line; a quoted cell may hold commas.
std::vector<std::string> cells_of(std::string_view line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            cells.emplace_back();
        } else if (c != '\r') {
            cells.back() += c;
        }
    }
    return cells;
}

}  // namespace

Result<TableFile, std::string> TableFile::read(const std::filesystem::path& path,
                                               const std::vector<std::string>& needed) {
    const auto content = content_of(path);
    if (!content) {
        return Failure<std::string>("cannot read " + path.string());
    }
    TableFile table;
    std::string_view rest = *content;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (!line.empty()) {
            table.rows_.push_back(cells_of(line));
        }
    }
    if (table.rows_.empty()) {
        return Failure<std::string>(path.string() + " is empty");
    }
    const std::vector<std::string> header = std::move(table.rows_.front());
    table.rows_.erase(table.rows_.begin());
    for (std::size_t i = 0; i < header.size(); ++i) {
        table.columns_.emplace(header[i], i);
    }
    for (const std::string& column : needed) {
        if (!table.columns_.contains(column)) {
            return Failure<std::string>(path.string() + " has no column " + column);
        }
    }
    return table;
}

const std::string& TableFile::text(std::size_t row, std::string_view column) const {
    static const std::string nothing;
    const auto found = columns_.find(column);
    expects(found != columns_.end(), "a column is asked for before it is used");
    const auto& cells = rows_.at(row);
    return found->second < cells.size() ? cells[found->second] : nothing;
}

double TableFile::number(std::size_t row, std::string_view column) const {
    const std::string& cell = text(row, column);
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return error == std::errc() && end == cell.data() + cell.size() ? value : std::nan("");
}

}  // namespace footsure::validate
