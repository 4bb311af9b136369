// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/finding.hpp"
#include "model/knowledge.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <vector>

namespace footsure::golden {

/// Whether Findings that an expression cannot tell apart stand for each other.
enum class Merging : std::uint8_t { alike, none };

/// A Finding that somebody says or that the history gives, with every value it is tried with.
struct CaseVariable {
    std::uint32_t finding = 0;
    std::vector<Finding> values;  ///< not asked, unknown, no, then yes or numbers that rise
    std::size_t stride = 1;
};

inline constexpr std::size_t kNotAsked = 0;
inline constexpr std::size_t kUnknown = 1;
inline constexpr std::size_t kNo = 2;
inline constexpr std::size_t kYes = 3;  ///< of a number: its lowest

/// Every combination of the values of all asked and given Findings that an expression rests on,
/// directly or through what is derived, with the value the expression then has.
class RuleCases {
public:
    RuleCases(const Expression& when, const Knowledge& knowledge, Merging merging);

    [[nodiscard]] std::size_t count() const { return values_.size(); }

    [[nodiscard]] const std::vector<CaseVariable>& variables() const { return variables_; }

    [[nodiscard]] Truth value(std::size_t index) const { return values_[index]; }

    [[nodiscard]] std::size_t digit(std::size_t index, const CaseVariable& variable) const {
        return index / variable.stride % variable.values.size();
    }

    [[nodiscard]] std::size_t with(std::size_t index, const CaseVariable& variable,
                                   std::size_t digit) const {
        return index + (digit * variable.stride) - (this->digit(index, variable) * variable.stride);
    }

    /// The Findings of one combination, all else as `background`, with all that follows from them.
    [[nodiscard]] std::vector<Finding> findings(std::size_t index, Truth background) const;

private:
    using Gates = std::map<std::uint32_t, std::set<const Expression*>>;

    [[nodiscard]] bool is_fact(std::uint32_t finding) const;
    void collect(const Expression& node, const Expression* parent, Gates& gates);
    void choose_variables(const Gates& gates, Merging merging);
    void add_variable(std::uint32_t finding);
    void judge_all(const Expression& when);
    void put(std::size_t index, std::vector<Finding>& into) const;
    void derive(std::span<const std::uint32_t> order, std::vector<Finding>& into) const;

    const Knowledge& knowledge_;
    std::set<std::uint32_t> derived_;
    std::map<std::uint32_t, std::set<double>> cuts_;
    std::vector<std::uint32_t> merged_;  ///< stood for by another one, themselves "no"
    std::vector<CaseVariable> variables_;
    std::vector<Truth> values_;
};

}  // namespace footsure::golden
