// SPDX-License-Identifier: Apache-2.0
#include "differential/hypotheses.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace footsure::differential {

namespace {

/// Base weights are per 1000 runners with pain around the ankle. Source: evidence_conditions,
/// section 2.
constexpr double kWeightsPer = 1000;
constexpr double kNever = -std::numeric_limits<double>::infinity();

const double kCapLog = std::log(kGroupCap);

enum class Reading : std::uint8_t { present, absent, places };

/// A row of the table: one "yes", all of a group's "no" summed, or all its marked places.
struct Row {
    Reading reading = Reading::present;
    std::size_t first = 0;  ///< where its values begin
    std::size_t count = 1;  ///< how many places
};

/// The rows of one FindingGroup.
struct Group {
    std::size_t first_row = 0;
    std::size_t end_row = 0;
};

/// Log ratios for every Condition (plain ratios for places), row by row.
class Table {
public:
    Table(std::span<const Observation> seen, const Evidence& evidence)
        : size_(evidence.conditions()), variance_(size_, 0.0), logs_(size_), variances_(size_) {
        values_.reserve(seen.size() * size_);
        for (std::size_t o = 0; o < seen.size(); ++o) {
            const bool opens =
                o == 0 || evidence.group(seen[o - 1].finding) != evidence.group(seen[o].finding);
            if (opens) {
                groups_.push_back({rows_.size(), rows_.size()});
            }
            add(seen[o], evidence);
        }
    }

    /// Natural logarithm of what all groups say for a Condition, tempered.
    [[nodiscard]] double single(std::size_t condition) const {
        double total = 0;
        for (const auto& group : groups_) {
            double sum = 0;
            for (std::size_t r = group.first_row; r < group.end_row; ++r) {
                sum += value(rows_[r], condition);
            }
            total += std::clamp(sum, -kCapLog, kCapLog);
        }
        return kIndependentShare * total;
    }

    /// The same for this Condition with each one after it; writes from `condition` + 1 on.
    void pairs(std::size_t condition, std::span<double> totals, std::span<double> scratch) const {
        std::ranges::fill(totals, 0.0);
        const auto sums = scratch.first(size_);
        for (const auto& group : groups_) {
            std::ranges::fill(sums, 0.0);
            for (std::size_t r = group.first_row; r < group.end_row; ++r) {
                add_pairs(rows_[r], condition, sums, scratch.last(size_));
            }
            for (std::size_t j = condition + 1; j < size_; ++j) {
                totals[j] += std::min(std::max(sums[j], -kCapLog), kCapLog);
            }
        }
        for (std::size_t j = condition + 1; j < size_; ++j) {
            totals[j] *= kIndependentShare;
        }
    }

    /// Of the tempered sum of its log ratios.
    [[nodiscard]] double variance(std::size_t condition) const {
        return kIndependentShare * kIndependentShare * variance_[condition];
    }

private:
    void add(const Observation& seen, const Evidence& evidence) {
        evidence.fill(seen.finding, seen.truth, logs_, variances_);
        for (std::size_t c = 0; c < size_; ++c) {
            variance_[c] += variances_[c];
        }
        const bool place = evidence.answered_by(seen.finding) == AnsweredBy::place;
        const Reading reading = place                      ? Reading::places
                                : seen.truth == Truth::yes ? Reading::present
                                                           : Reading::absent;
        const bool joins = reading != Reading::present && rows_.size() > groups_.back().first_row &&
                           rows_.back().reading == reading;
        if (joins && reading == Reading::absent) {
            for (std::size_t c = 0; c < size_; ++c) {
                values_[rows_.back().first + c] += logs_[c];
            }
            return;
        }
        if (joins) {
            ++rows_.back().count;
        } else {
            rows_.push_back({reading, values_.size(), 1});
            groups_.back().end_row = rows_.size();
        }
        for (const double log : logs_) {
            values_.push_back(place ? std::exp(log) : log);
        }
    }

    [[nodiscard]] double value(const Row& row, std::size_t condition) const {
        if (row.reading != Reading::places) {
            return values_[row.first + condition];
        }
        double sum = 0;
        for (std::size_t p = 0; p < row.count; ++p) {
            sum += values_[row.first + p * size_ + condition];
        }
        return std::log(sum / static_cast<double>(row.count));
    }

    void add_pairs(const Row& row, std::size_t i, std::span<double> sums,
                   std::span<double> mixture) const {
        const double* values = values_.data() + row.first;
        switch (row.reading) {
        case Reading::present:
            for (std::size_t j = i + 1; j < size_; ++j) {
                sums[j] += std::max(values[i], values[j]);
            }
            return;
        case Reading::absent:
            for (std::size_t j = i + 1; j < size_; ++j) {
                sums[j] += values[i] + values[j];
            }
            return;
        case Reading::places: break;
        }
        std::ranges::fill(mixture, 0.0);
        for (std::size_t p = 0; p < row.count; ++p, values += size_) {
            for (std::size_t j = i + 1; j < size_; ++j) {
                mixture[j] += std::max(values[i], values[j]);
            }
        }
        for (std::size_t j = i + 1; j < size_; ++j) {
            sums[j] += std::log(mixture[j] / static_cast<double>(row.count));
        }
    }

    std::size_t size_;
    std::vector<double> values_;
    std::vector<double> variance_;
    std::vector<double> logs_;       ///< of the observation being added
    std::vector<double> variances_;  ///< of the observation being added
    std::vector<Row> rows_;
    std::vector<Group> groups_;
};

bool one_family(const Condition& a, const Condition& b) {
    return !a.family.empty() && a.family == b.family;
}

/// Log weights of all hypotheses: the singles, then for each Condition its pairs with later ones.
struct Hypotheses {
    std::vector<double> single;
    std::vector<double> pair;  ///< Condition × Condition, above the diagonal
};

Hypotheses log_weights(std::span<const BaseWeight> base, const Table& table,
                       const Knowledge& knowledge) {
    const auto& conditions = knowledge.conditions;
    const std::size_t size = conditions.size();
    const double pair_base = std::log(kPairShare / kWeightsPer);
    Hypotheses all{.single = std::vector<double>(size),
                   .pair = std::vector<double>(size * size, kNever)};
    std::vector<double> scratch(2 * size);
    for (std::size_t i = 0; i < size; ++i) {
        all.single[i] = base[i].log + table.single(i);
        const auto row = std::span(all.pair).subspan(i * size, size);
        table.pairs(i, row, scratch);
        for (std::size_t j = 0; j < size; ++j) {
            const bool hypothesis = j > i && !one_family(conditions[i], conditions[j]);
            row[j] = hypothesis ? row[j] + base[i].log + base[j].log + pair_base : kNever;
        }
    }
    return all;
}

/// Turns log weights into probabilities; all 0 when nothing is possible.
void normalise(Hypotheses& all) {
    double top = kNever;
    for (const auto* logs : {&all.single, &all.pair}) {
        for (const double log : *logs) {
            top = std::max(top, log);
        }
    }
    double total = 0;
    for (auto* logs : {&all.single, &all.pair}) {
        for (double& log : *logs) {
            log = log == kNever ? 0 : std::exp(log - top);
            total += log;
        }
    }
    for (auto* shares : {&all.single, &all.pair}) {
        for (double& share : *shares) {
            share = total > 0 ? share / total : 0;
        }
    }
}

void add_pair(Belonging& one, std::size_t partner, double probability) {
    one.probability += probability;
    if (probability > one.best) {
        one.best = probability;
        one.partner = static_cast<std::uint32_t>(partner);
    }
}

}  // namespace

std::vector<Observation> observations(std::span<const Finding> values, const Evidence& evidence) {
    std::vector<Observation> seen;
    for (std::uint32_t f = 0; f < values.size(); ++f) {
        if (evidence.says_something(f, values[f].truth)) {
            seen.push_back({f, values[f].truth});
        }
    }
    std::ranges::stable_sort(seen, {}, [&](const Observation& o) {
        const bool place = evidence.answered_by(o.finding) == AnsweredBy::place;
        return std::tuple(evidence.group(o.finding), !place, o.truth != Truth::yes);
    });
    return seen;
}

std::vector<Belonging> weigh(std::span<const Finding> values, const Evidence& evidence,
                             const Knowledge& knowledge) {
    std::vector<BaseWeight> base;
    for (const auto& condition : knowledge.conditions) {
        base.push_back(base_weight(condition, values));
    }
    const Table table(observations(values, evidence), evidence);
    Hypotheses all = log_weights(base, table, knowledge);
    normalise(all);
    const std::size_t size = base.size();
    std::vector<Belonging> result(size);
    for (std::size_t i = 0; i < size; ++i) {
        result[i] = {.probability = all.single[i],
                     .best = all.single[i],
                     .variance = base[i].variance + table.variance(i)};
    }
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = i + 1; j < size; ++j) {
            add_pair(result[i], j, all.pair[i * size + j]);
            add_pair(result[j], i, all.pair[i * size + j]);
        }
    }
    return result;
}

}  // namespace footsure::differential
