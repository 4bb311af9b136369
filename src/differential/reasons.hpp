// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "differential/evidence.hpp"
#include "differential/hypotheses.hpp"
#include "model/advice.hpp"

#include <span>
#include <vector>

namespace footsure::differential {

/// Says why a Condition is more or less likely: one reason for each modifier and each observation
/// (each marked place by itself), strongest first. What a Condition does not name is only said
/// against it, and only when it was said aloud.
class ReasonWriter {
public:
    /// `values` as `observed` gives them. All of them outlive the writer.
    ReasonWriter(const Findings& findings, std::span<const Finding> values,
                 const Evidence& evidence, const Knowledge& knowledge);

    /// Adds to `supporting` and `opposing`.
    void write(std::uint32_t condition, RankedCondition& to) const;

private:
    /// An observation in words, made once.
    struct Said {
        Observation observation;
        std::string text;
        std::string from;
        LogRatio usual;  ///< for a Condition that does not name it
    };

    /// A reason before it is put in words; of `said` and `modifier` one is there.
    struct Note {
        double weight = 0;
        const Figure* figure = nullptr;
        const Said* said = nullptr;
        const WeightModifier* modifier = nullptr;
    };

    [[nodiscard]] std::string origin(std::uint32_t finding, const Findings& findings,
                                     std::span<const Finding> values) const;
    void note_modifiers(const Condition& condition, std::vector<Note>& notes) const;
    void note(const Said& said, const Likelihood* likelihood, std::vector<Note>& notes) const;
    [[nodiscard]] Reason reason(const Note& note) const;

    std::span<const Finding> values_;
    const Evidence& evidence_;
    const Knowledge& knowledge_;
    std::vector<Said> said_;
};

}  // namespace footsure::differential
