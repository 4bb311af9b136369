// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace footsure::validate {

[[nodiscard]] double mean(std::span<const double> values);
/// With n - 1 below; NaN for fewer than two.
[[nodiscard]] double standard_deviation(std::span<const double> values);
/// Pearson's correlation; NaN where one of the two does not vary.
[[nodiscard]] double correlation(std::span<const double> x, std::span<const double> y);
[[nodiscard]] double median(std::vector<double> values);

/// Random numbers that are the same everywhere (splitmix64).
class Generator {
public:
    explicit Generator(std::uint64_t seed) : state_(seed) {}

    /// One of 0 to below - 1.
    [[nodiscard]] std::size_t below(std::size_t limit);

private:
    std::uint64_t state_;
};

enum class Outcome : std::uint8_t { no, yes };

/// A score given to one row of one person, and what came of it.
struct Scored {
    double score = 0;
    Outcome outcome = Outcome::no;
    int person = 0;
    double rival = 0;  ///< a simpler score of the same row
};

/// How often the score of a yes lies above that of a no, ties half; NaN without both.
[[nodiscard]] double auc(std::span<const Scored> rows);
/// The same from pairs within one person only.
[[nodiscard]] double auc_within(std::span<const Scored> rows);

/// How much the score's AUC lies above its rival's.
[[nodiscard]] double auc_gain(std::span<const Scored> rows);

struct Interval {
    double low = 0;
    double high = 0;
};

using Statistic = std::function<double(std::span<const Scored>)>;

/// 95 % percentile interval from 1000 draws of persons (never of rows) with a fixed seed.
[[nodiscard]] Interval over_persons(std::span<const Scored> rows, const Statistic& statistic);
/// The same for the mean of one value per person.
[[nodiscard]] Interval over_persons(std::span<const double> values);

}  // namespace footsure::validate
