// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/finding.hpp"
#include "model/knowledge.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace footsure::differential {

/// Most that one FindingGroup may multiply. Source: evidence_conditions, section 1 (EE).
inline constexpr double kGroupCap = 50;
/// How much of the joint evidence of all groups counts, because groups still share causes (pain on
/// load moves location, tests and course together). Source: decision 0008, by simulation (EE).
inline constexpr double kIndependentShare = 0.75;
/// Half-width of a 90 % interval in standard deviations. Source: normal distribution; reading the
/// range of a figure as its 90 % interval is ours (EE).
inline constexpr double kNinetyPercent = 1.645;
/// No Finding is reported by more than this share of those with one Condition.
/// Source: our choice, so that no answer excludes a cause (EE).
inline constexpr double kMostReported = 0.97;

/// How the answer to a Finding is given, which says what its "no" means.
enum class AnsweredBy : std::uint8_t {
    itself,       ///< a yes_no question, the history, or other Findings: "no" was meant
    line,         ///< a line of `choices`: left unmarked it is a weaker "no"
    alternative,  ///< an option of a `choice`: only the chosen one says something
    place         ///< an option of a `region`: only marked places say something, together
};

/// A Condition's own ratio for a Finding.
struct Named {
    std::uint32_t condition = 0;
    const Likelihood* likelihood = nullptr;
};

/// The natural logarithm of a likelihood ratio.
struct LogRatio {
    double value = 0;
    const Figure* figure = nullptr;  ///< what it rests on
};

[[nodiscard]] double log_variance(const Figure& figure);

/// What was really said, or follows from it: presumed values and questions closed unasked are
/// `not_asked` here. In the order of Knowledge::findings.
[[nodiscard]] std::vector<Finding> observed(const Findings& findings, const Knowledge& knowledge);

/// Evaluates derived Finding `index` from the values of those before it.
void derive(std::uint32_t index, const Knowledge& knowledge, std::span<Finding> values);

/// The ratio of each Finding for each Condition. Needs: the Knowledge outlives it.
class Evidence {
public:
    explicit Evidence(const Knowledge& knowledge);

    [[nodiscard]] std::size_t conditions() const { return knowledge_->conditions.size(); }

    [[nodiscard]] std::size_t groups() const { return groups_; }

    [[nodiscard]] AnsweredBy answered_by(std::uint32_t finding) const {
        return answered_by_[finding];
    }

    [[nodiscard]] std::uint32_t group(std::uint32_t finding) const { return group_[finding]; }

    /// Those that name the Finding, in the order of Knowledge::conditions.
    [[nodiscard]] std::span<const Named> named(std::uint32_t finding) const;

    /// Whether this value of the Finding says anything about Conditions.
    [[nodiscard]] bool says_something(std::uint32_t finding, Truth truth) const;

    /// The ratio of a Finding for a Condition with this Likelihood (none: it does not name it).
    [[nodiscard]] LogRatio ratio(std::uint32_t finding, Truth truth,
                                 const Likelihood* likelihood) const;
    [[nodiscard]] double variance(std::uint32_t finding, Truth truth,
                                  const Likelihood* likelihood) const;

    /// Writes the log ratio of every Condition, and its variance where that is asked for.
    void fill(std::uint32_t finding, Truth truth, std::span<double> logs,
              std::span<double> variances = {}) const;

    /// Predicted share of "yes" among those with the Condition that has this Likelihood.
    [[nodiscard]] double predicted(std::uint32_t finding, const Likelihood* likelihood) const;

private:
    [[nodiscard]] const Figure& present(std::uint32_t finding, const Likelihood* likelihood) const;
    void index_likelihoods();
    void index_groups();

    const Knowledge* knowledge_;
    std::vector<AnsweredBy> answered_by_;
    std::vector<std::uint32_t> group_;
    std::size_t groups_ = 0;
    std::vector<std::uint32_t> first_named_;  ///< by Finding, one more at the end
    std::vector<Named> named_;
};

/// A Condition's weight with its modifiers, in logarithms; minus infinity for a weight of 0.
struct BaseWeight {
    double log = 0;
    double variance = 0;
};

[[nodiscard]] BaseWeight base_weight(const Condition& condition, std::span<const Finding> values);

}  // namespace footsure::differential
