// SPDX-License-Identifier: Apache-2.0
#include "architecture/number_rules.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <regex>

namespace footsure::architecture {

namespace {

constexpr std::array<std::string_view, 4> kWeighed{"load", "triage", "differential", "rehab"};

bool is_weighed(const SourceFile& file) {
    return !is_test(file.path) &&
           std::ranges::find(kWeighed, module_of(file.path)) != kWeighed.end();
}

bool is_free(const std::string& literal) {
    std::string digits = literal;
    std::erase(digits, '\'');
    if (digits.starts_with("0x") || digits.starts_with("0X") || digits.starts_with("0b")) {
        return false;
    }
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    constexpr std::array<double, 4> kFree{0, 1, 2, 0.5};
    return std::ranges::find(kFree, value) != kFree.end();
}

/// The numbers on a line of code that need a name; digits of a name are no number.
std::vector<std::string> named_only(const std::string& code) {
    static const std::regex number(
        R"((^|[^\w.])(0[xXbB][\da-fA-F']+|(\d[\d']*\.?[\d']*|\.\d[\d']*)([eE][+-]?\d+)?))");
    std::vector<std::string> numbers;
    for (std::sregex_iterator match(code.begin(), code.end(), number), end; match != end; ++match) {
        if (!is_free(match->str(2))) {
            numbers.push_back(match->str(2));
        }
    }
    return numbers;
}

/// Which lines belong to the definition of a constant: from `constexpr … kName` to its semicolon.
std::vector<bool> constant_lines(const SourceFile& file) {
    static const std::regex begins(R"(\bconstexpr\b[^;()]*\bk[A-Z]\w*\s*(=|\{|$))");
    std::vector<bool> belongs(file.code.size());
    bool inside = false;
    for (std::size_t i = 0; i < file.code.size(); ++i) {
        inside = inside || std::regex_search(file.code[i], begins);
        belongs[i] = inside;
        inside = inside && file.code[i].find(';') == std::string::npos;
    }
    return belongs;
}

bool is_directive(const std::string& code) {
    const std::size_t first = code.find_first_not_of(' ');
    return first != std::string::npos && code[first] == '#';
}

/// Whether a comment names a source between the last blank line and this line.
bool has_source(const SourceFile& file, std::size_t line) {
    for (std::size_t i = line + 1; i-- > 0;) {
        if (file.lines[i].find_first_not_of(' ') == std::string::npos) {
            return false;
        }
        if (file.code[i].size() == file.lines[i].size() &&
            file.lines[i].find("Source:") != std::string::npos &&
            file.code[i].find("Source:") == std::string::npos) {
            return true;
        }
    }
    return false;
}

template <class Judge>
Violations judge_numbers(const std::vector<SourceFile>& files, const Judge& judge) {
    Violations violations;
    for (const SourceFile& file : files) {
        if (!is_weighed(file)) {
            continue;
        }
        const std::vector<bool> constant = constant_lines(file);
        for (std::size_t i = 0; i < file.code.size(); ++i) {
            if (is_directive(file.code[i])) {
                continue;
            }
            for (const std::string& number : named_only(file.code[i])) {
                judge(file, i, constant[i], number, violations);
            }
        }
    }
    return violations;
}

}  // namespace

Violations naked_numbers(const std::vector<SourceFile>& files) {
    return judge_numbers(files, [](const SourceFile& file, std::size_t line, bool constant,
                                   const std::string& number, Violations& violations) {
        if (!constant) {
            violations.push_back({file.path, line + 1, number + " needs a name"});
        }
    });
}

Violations numbers_without_source(const std::vector<SourceFile>& files) {
    return judge_numbers(files, [](const SourceFile& file, std::size_t line, bool constant,
                                   const std::string& number, Violations& violations) {
        if (constant && !has_source(file, line)) {
            violations.push_back({file.path, line + 1, number + " needs a source"});
        }
    });
}

}  // namespace footsure::architecture
