// SPDX-License-Identifier: Apache-2.0
#include "logic/logic.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

using footsure::Expression;
using footsure::Finding;
using footsure::FindingDefinition;
using footsure::FindingKind;
using footsure::Truth;

namespace {

std::vector<FindingDefinition> definitions() {
    std::vector<FindingDefinition> all(4);
    all[0].id = footsure::FindingId("tender");
    all[1].id = footsure::FindingId("four_steps_now");
    all[2].id = footsure::FindingId("swelling");
    all[3].id = footsure::FindingId("age_years");
    all[3].kind = FindingKind::number;
    return all;
}

/// The first byte chooses what was answered, two bits for each Finding.
std::vector<Finding> answered(std::uint8_t choice) {
    constexpr double kAge = 18;
    std::vector<Finding> findings(definitions().size());
    unsigned bits = choice;
    for (Finding& finding : findings) {
        finding.truth = static_cast<Truth>(bits & 3U);
        bits >>= 2U;
    }
    if (findings.back().truth == Truth::yes) {
        findings.back().number = kAge;
    }
    return findings;
}

bool contains_all(const std::vector<std::uint32_t>& names, const std::vector<std::uint32_t>& some) {
    return std::ranges::all_of(
        some, [&](std::uint32_t one) { return std::ranges::find(names, one) != names.end(); });
}

/// A value that is settled stays so whatever the questions not yet asked bring.
void check_settled(const Expression& expression, const std::vector<Finding>& findings) {
    const Truth value = footsure::logic::evaluate(expression, findings);
    if (footsure::logic::is_open(value)) {
        return;
    }
    for (const Truth later : {Truth::no, Truth::yes, Truth::unknown}) {
        std::vector<Finding> filled = findings;
        for (Finding& finding : filled) {
            finding.truth = finding.truth == Truth::not_asked ? later : finding.truth;
        }
        footsure::expects(footsure::logic::evaluate(expression, filled) == value,
                          "a settled value does not wait for an answer");
    }
}

void check(const Expression& expression, const std::vector<Finding>& findings) {
    const auto names = footsure::logic::named_findings(expression);
    footsure::expects(std::ranges::all_of(names, [&](auto name) { return name < findings.size(); }),
                      "only Findings that are defined are named");
    const Truth value = footsure::logic::evaluate(expression, findings);
    const auto open = footsure::logic::open_findings(expression, findings);
    footsure::expects(footsure::logic::is_open(value) != open.empty(),
                      "a value is open as long as a Finding is");
    footsure::expects(contains_all(names, open), "what is open is named");
    if (value == Truth::yes) {
        footsure::expects(contains_all(names, footsure::logic::explain(expression, findings)),
                          "what explains is named");
    }
    check_settled(expression, findings);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto expression = footsure::logic::parse(text, definitions());
    if (expression) {
        check(*expression, answered(data[0]));
    } else {
        footsure::expects(expression.error().offset <= text.size() &&
                              !expression.error().message.empty(),
                          "an error has words and lies within the text");
    }
    return 0;
}
