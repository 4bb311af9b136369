// SPDX-License-Identifier: Apache-2.0
#include "logic/logic.hpp"

namespace footsure::logic {

std::vector<std::uint32_t> supporting_findings(const Condition& condition,
                                               std::span<const Finding> findings) {
    std::vector<std::uint32_t> supporting;
    for (const auto& likelihood : condition.likelihoods) {
        if (likelihood.present && likelihood.present->value > 1 &&
            findings[likelihood.finding].truth == Truth::yes) {
            supporting.push_back(likelihood.finding);
        }
    }
    for (const auto& modifier : condition.modifiers) {
        if (evaluate(modifier.when, findings) == Truth::yes &&
            (modifier.weight || modifier.factor.value > 1)) {
            const auto parts = explain(modifier.when, findings);
            supporting.insert(supporting.end(), parts.begin(), parts.end());
        }
    }
    return supporting;
}

}  // namespace footsure::logic
