// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "differential/belief.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace footsure::differential {

/// Fills the tables of a Belief.
class BeliefBuilder {
public:
    BeliefBuilder(Belief& belief, const Knowledge& knowledge)
        : belief_(belief), knowledge_(knowledge), evidence_(belief.evidence_) {}

    void build(const Findings& findings);

private:
    using Row = std::span<double>;

    [[nodiscard]] Row row(std::vector<double>& table, std::size_t index) const;
    void fill_ratios();
    void add_observed();
    void weigh();
    void predict();
    void index_dependents();
    [[nodiscard]] bool matters(std::uint32_t finding) const;
    [[nodiscard]] Belief::Consequences follow(std::uint32_t finding, Truth truth);
    void add_shifts();

    Belief& belief_;
    const Knowledge& knowledge_;
    const Evidence& evidence_;
    std::vector<Finding> values_;                       ///< changed by a trial, then put back
    std::vector<double> base_;                          ///< log weight by Condition
    std::vector<std::vector<std::uint32_t>> modifies_;  ///< Conditions by Finding
    std::vector<std::uint32_t> changed_;                ///< Findings that a trial has changed
};

}  // namespace footsure::differential
