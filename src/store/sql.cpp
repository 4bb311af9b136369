// SPDX-License-Identifier: Apache-2.0
#include "store/sql.hpp"

#include <array>
#include <cmath>

namespace footsure::store::sql {

namespace {

constexpr std::size_t kLargestValue =
    1'000'000'000;  ///< SQLite's own limit; PostgreSQL's is higher
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// How a character of UTF-8 begins: bytes in [first, last], then `more` bytes, the first of them in
/// [low, high] and the others in 80–BF (Unicode, table of well-formed byte sequences).
struct Lead {
    unsigned char first;
    unsigned char last;
    std::size_t more;
    unsigned char low;
    unsigned char high;
};

constexpr std::array kLeads{
    Lead{0x01, 0x7F, 0, 0, 0},       Lead{0xC2, 0xDF, 1, 0x80, 0xBF},
    Lead{0xE0, 0xE0, 2, 0xA0, 0xBF}, Lead{0xE1, 0xEC, 2, 0x80, 0xBF},
    Lead{0xED, 0xED, 2, 0x80, 0x9F}, Lead{0xEE, 0xEF, 2, 0x80, 0xBF},
    Lead{0xF0, 0xF0, 3, 0x90, 0xBF}, Lead{0xF1, 0xF3, 3, 0x80, 0xBF},
    Lead{0xF4, 0xF4, 3, 0x80, 0x8F},
};

bool continues(unsigned char byte, unsigned char low, unsigned char high) {
    return byte >= low && byte <= high;
}

/// Length of the well-formed character at the start of the text; 0 when there is none.
std::size_t character_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    for (const Lead& lead : kLeads) {
        if (!continues(byte(0), lead.first, lead.last)) {
            continue;
        }
        if (text.size() <= lead.more ||
            (lead.more > 0 && !continues(byte(1), lead.low, lead.high))) {
            return 0;
        }
        for (std::size_t i = 2; i <= lead.more; ++i) {
            if (!continues(byte(i), 0x80, 0xBF)) {
                return 0;
            }
        }
        return lead.more + 1;
    }
    return 0;
}

bool is_storable(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = character_length(text);
        if (length == 0) {
            return false;
        }
        text.remove_prefix(length);
    }
    return true;
}

std::optional<StoreError> fault_of(const Parameter& parameter) {
    using enum StoreErrorCode;
    if (const auto* text = std::get_if<std::string_view>(&parameter)) {
        if (text->size() > kLargestValue) {
            return StoreError{too_large, "a text is too long"};
        }
        if (!is_storable(*text)) {
            return StoreError{constraint, "a text is not UTF-8 or holds NUL"};
        }
    }
    if (const auto* number = std::get_if<double>(&parameter); number && !std::isfinite(*number)) {
        return StoreError{constraint, "a number is not finite"};
    }
    if (const auto* blob = std::get_if<std::span<const std::byte>>(&parameter);
        blob && blob->size() > kLargestValue) {
        return StoreError{too_large, "a file is too large to be kept"};
    }
    return std::nullopt;
}

}  // namespace

Stored<Rows> Connection::run(std::string_view statement,
                             std::initializer_list<Parameter> parameters) {
    for (const Parameter& parameter : parameters) {
        if (auto fault = fault_of(parameter)) {
            return Failure<StoreError>(std::move(*fault));
        }
    }
    return execute(statement, Parameters(parameters.begin(), parameters.size()));
}

std::string storable(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const std::size_t length = character_length(text);
        result += length == 0 ? kReplacement : text.substr(0, length);
        text.remove_prefix(length == 0 ? 1 : length);
    }
    return result;
}

}  // namespace footsure::store::sql
