// SPDX-License-Identifier: Apache-2.0
#include "logic/logic.hpp"

#include <cmath>

namespace footsure::logic {

namespace {

std::string number_text(double number) {
    const auto whole = static_cast<long>(number);
    if (static_cast<double>(whole) == number) {
        return std::to_string(whole);
    }
    const auto tenths = std::lround(number * 10);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

}  // namespace

std::string describe(std::uint32_t finding, const Findings& findings, const Knowledge& knowledge) {
    const auto& definition = knowledge.findings[finding];
    const auto& value = findings.values[finding];
    if (value.number) {
        return definition.text + ": " + number_text(*value.number);
    }
    if (value.truth == Truth::no) {
        return definition.text_no.empty() ? "not: " + definition.text : definition.text_no;
    }
    if (is_open(value.truth)) {
        return "not certain: " + definition.text;
    }
    return definition.text;
}

}  // namespace footsure::logic
