// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/finding.hpp"
#include "model/knowledge.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace footsure::findings {

/// Writes Findings by their ids; ids that the Knowledge lacks are passed over.
class GivenWriter {
public:
    GivenWriter(const Knowledge& knowledge, Findings& findings)
        : knowledge_(knowledge), findings_(findings) {}

    void number(std::string_view id, std::optional<double> value, std::string from,
                std::optional<Instant> at = std::nullopt) {
        if (value) {
            if (auto* finding = find(id)) {
                *finding = {
                    .truth = Truth::yes, .number = value, .from = std::move(from), .at = at};
            }
        }
    }

    void truth(std::string_view id, Truth value, std::string from) {
        if (auto* finding = find(id)) {
            *finding = {.truth = value, .from = std::move(from)};
        }
    }

private:
    Finding* find(std::string_view id) {
        const auto index = find_finding(knowledge_, id);
        return index ? &findings_.values[*index] : nullptr;
    }

    const Knowledge& knowledge_;
    Findings& findings_;
};

}  // namespace footsure::findings
