// SPDX-License-Identifier: Apache-2.0
#include "takeout/csv.hpp"

#include <algorithm>
#include <utility>

namespace footsure::takeout {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kFieldEnds = ",\r\n";
/// The widest table of a takeout has about a hundred columns; what stands behind is dropped.
constexpr std::size_t kMostFields = 1'000;

}  // namespace

CsvReader::CsvReader(std::string_view text) : text_(text) {
    if (text_.starts_with(kByteOrderMark)) {
        at_ = kByteOrderMark.size();
    }
}

std::optional<std::vector<std::string>> CsvReader::next() {
    at_ = std::min(text_.find_first_not_of("\r\n", at_), text_.size());
    return at_ == text_.size() ? std::nullopt : std::optional(row());
}

std::vector<std::string> CsvReader::row() {
    std::vector<std::string> fields;
    for (;;) {
        std::string value = field();
        if (fields.size() < kMostFields) {
            fields.push_back(std::move(value));
        }
        if (at_ == text_.size() || text_[at_] != ',') {
            return fields;
        }
        ++at_;
    }
}

std::string CsvReader::field() {
    std::string value;
    if (at_ < text_.size() && text_[at_] == '"') {
        ++at_;
        value = quoted();
    }
    const std::size_t end = std::min(text_.find_first_of(kFieldEnds, at_), text_.size());
    value += text_.substr(at_, end - at_);
    at_ = end;
    return value;
}

/// From behind the opening quote to behind the closing one.
std::string CsvReader::quoted() {
    std::string value;
    for (;;) {
        const std::size_t end = std::min(text_.find('"', at_), text_.size());
        value += text_.substr(at_, end - at_);
        at_ = std::min(end + 1, text_.size());
        if (at_ == text_.size() || text_[at_] != '"') {
            return value;
        }
        value += '"';
        ++at_;
    }
}

}  // namespace footsure::takeout
