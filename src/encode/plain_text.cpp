// SPDX-License-Identifier: Apache-2.0
#include "encode/plain_text.hpp"

#include <algorithm>
#include <array>

namespace footsure::encode {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr char32_t kNone = 0xFFFFFFFF;

/// How a character of UTF-8 begins: its bits, how many bytes follow, the least that needs so many.
struct Lead {
    unsigned mask;
    unsigned bits;
    std::size_t more;
    char32_t least;
};

constexpr std::array kLeads{Lead{0x80, 0x00, 0, 0}, Lead{0xE0, 0xC0, 1, 0x80},
                            Lead{0xF0, 0xE0, 2, 0x800}, Lead{0xF8, 0xF0, 3, 0x10000}};

bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

struct Character {
    char32_t code = kNone;  ///< kNone: not well-formed
    std::size_t bytes = 1;
};

bool is_scalar(char32_t code, char32_t least) {
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return code >= least && code <= 0x10FFFF && !surrogate;
}

/// The first character. Needs: some text.
Character first_of(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    const auto* lead = std::ranges::find_if(
        kLeads, [&](const Lead& each) { return (first & each.mask) == each.bits; });
    if (lead == kLeads.end() || text.size() <= lead->more) {
        return {};
    }
    char32_t code = first & ~lead->mask;
    for (std::size_t i = 1; i <= lead->more; ++i) {
        if (!continues(text[i])) {
            return {};
        }
        code = (code << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    return is_scalar(code, lead->least) ? Character{code, lead->more + 1} : Character{};
}

/// Also those beyond ASCII, at which some readers break a line.
bool breaks_line(char32_t code) {
    return (code >= 0x0A && code <= 0x0D) || code == 0x85 || code == 0x2028 || code == 0x2029;
}

bool is_control(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0);
}

}  // namespace

std::string plain_text(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    while (!text.empty()) {
        Character next = first_of(text);
        if (text.starts_with("\r\n")) {
            next.bytes = 2;
        }
        if (next.code == kNone) {
            plain += kReplacement;
        } else if (breaks_line(next.code)) {
            plain += '\n';
        } else if (next.code == '\t') {
            plain += ' ';
        } else if (!is_control(next.code)) {
            plain += text.substr(0, next.bytes);
        }
        text.remove_prefix(next.bytes);
    }
    return plain;
}

std::string_view beginning_of(std::string_view text, std::size_t bytes) {
    std::size_t size = std::min(text.size(), bytes);
    while (size < text.size() && size > 0 && continues(text[size])) {
        --size;
    }
    return text.substr(0, size);
}

}  // namespace footsure::encode
