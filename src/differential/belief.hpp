// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "differential/evidence.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace footsure::differential {

/// The Conditions as if exactly one were the cause, and what one more answer would change.
/// Needs: the Knowledge it was made from outlives it. No member function allocates.
class Belief {
public:
    Belief(const Findings& findings, const Knowledge& knowledge);

    /// In the order of Knowledge::conditions; they sum to 1.
    [[nodiscard]] std::span<const double> probabilities() const { return probability_; }

    /// Whether the Finding counts already; trying it then changes nothing.
    [[nodiscard]] bool is_known(std::uint32_t finding) const { return !is_open(known_[finding]); }

    /// Writes to `to` the probabilities if `finding` were observed to be `truth` as well, with
    /// the derived Findings and modifiers that follow from it. An option of a choice or a region
    /// says something only with "yes". Needs: `to` has a place for each Condition.
    void after(std::uint32_t finding, Truth truth, std::span<double> to) const;

    /// Predicted probability of "yes".
    [[nodiscard]] double share_yes(std::uint32_t finding) const { return share_yes_[finding]; }

    /// Expected fall of the entropy of the probabilities, in bits, by the answer to this question.
    /// - yes_no: its Finding. - choice and region: one option, in proportion to its share.
    /// - choices: the sum over its lines. - number: the best derived Finding that rests on it.
    /// What is known already is worth nothing.
    [[nodiscard]] double information(const Question& question) const;

    /// The same for one Finding that is yes or no.
    [[nodiscard]] double information(std::uint32_t finding) const;

private:
    friend class BeliefBuilder;

    /// A Finding that gets a value: the one tried, or a derived one that follows.
    struct Step {
        std::uint32_t finding = 0;
        Truth truth = Truth::yes;
    };

    struct Shift {
        std::uint32_t condition = 0;
        double log = 0;
    };

    /// Ranges in steps_ and shifts_; no steps means the Finding alone.
    struct Consequences {
        std::uint32_t first_step = 0;
        std::uint32_t end_step = 0;
        std::uint32_t first_shift = 0;
        std::uint32_t end_shift = 0;
    };

    static constexpr bool is_open(Truth truth) {
        return truth == Truth::not_asked || truth == Truth::unknown;
    }

    [[nodiscard]] const Consequences& consequences(std::uint32_t finding, Truth truth) const;
    [[nodiscard]] double log_ratio(Step step, std::size_t condition) const;
    [[nodiscard]] double change(std::span<const Step> steps, std::size_t condition) const;
    /// Calls `visit(condition, log)` with how the log weight of each Condition changes.
    template <class Visit>
    void try_out(std::uint32_t finding, Truth truth, Visit visit) const;
    [[nodiscard]] double entropy_after(std::uint32_t finding, Truth truth) const;
    [[nodiscard]] double one_option_information(const Question& question) const;

    Evidence evidence_;
    std::size_t size_ = 0;                 ///< Conditions
    std::vector<Truth> known_;             ///< by Finding
    std::vector<double> probability_;      ///< by Condition
    std::vector<double> log_probability_;  ///< by Condition
    double entropy_ = 0;                   ///< in natural units
    std::vector<double> yes_;              ///< log ratio, Finding × Condition
    std::vector<double> no_;               ///< log ratio, Finding × Condition
    std::vector<double> share_yes_;        ///< by Finding
    std::vector<double> group_sum_;        ///< log ratio before the cap, group × Condition
    std::vector<double> place_sum_;        ///< ratios of marked places, group × Condition
    std::vector<double> places_;           ///< how many are marked, by group
    std::vector<Consequences> of_yes_;     ///< by Finding
    std::vector<Consequences> of_no_;      ///< by Finding
    std::vector<Step> steps_;
    std::vector<Shift> shifts_;
    std::vector<std::vector<std::uint32_t>> derived_;  ///< by Finding: those that rest on it
};

/// Belief of these Findings; made once, asked often.
[[nodiscard]] Belief believe(const Findings& findings, const Knowledge& knowledge);

}  // namespace footsure::differential
