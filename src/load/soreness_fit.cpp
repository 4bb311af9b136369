// SPDX-License-Identifier: Apache-2.0
#include "load/soreness_fit.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::load {

namespace {

/// Fisher's z of the correlation in other people: its mean and its spread between them.
/// Source: derived [D] from 10 people of PMData (doi:10.1145/3339825.3394926), load average of
/// tau 2 days against next-morning soreness: mean z 0.381, SD 0.261, of which about 0.16 is
/// sampling error; what remains is 0.2.
constexpr double kPopulationZ = 0.38;
constexpr double kPopulationSd = 0.20;
/// Half width of a 95 % interval in standard errors. Source: normal distribution.
constexpr double kTwoSided95 = 1.96;
/// The variance of Fisher's z is 1 / (n - 3). Source: Fisher 1921, statistics.
constexpr double kLostMornings = 3;
/// Fewer never count, however alike one day is to the next. Source: EE; keeps the variance finite.
constexpr double kLeastEffective = 4;
/// A perfect correlation has no z. Source: EE; keeps it finite.
constexpr double kMostCorrelation = 0.999;
/// Soreness hardly varies below this SD in points, load below this part of its mean. Source: EE.
constexpr double kLeastSorenessSd = 0.5;
constexpr double kLeastLoadVariation = 0.1;
/// Nobody tells soreness finer than this in points. Source: EE.
constexpr double kFinestSd = 0.5;
/// Source: EE; one morning in ten is above it.
constexpr double kHighShare = 0.9;

struct Moments {
    double mean = 0;
    double sd = 0;
};

template <class Of>
Moments moments(std::span<const LoadedMorning> mornings, Of of) {
    const auto n = static_cast<double>(mornings.size());
    Moments found;
    for (const LoadedMorning& morning : mornings) {
        found.mean += of(morning) / n;
    }
    double squares = 0;
    for (const LoadedMorning& morning : mornings) {
        squares += (of(morning) - found.mean) * (of(morning) - found.mean);
    }
    found.sd = std::sqrt(squares / (n - 1));
    return found;
}

double load_of(const LoadedMorning& morning) {
    return morning.load;
}

double soreness_of(const LoadedMorning& morning) {
    return morning.soreness;
}

/// Correlation of one day with the next, from pairs of neighbouring days; never negative.
template <class Of>
double from_day_to_day(std::span<const LoadedMorning> mornings, Of of, Moments all) {
    double sum = 0;
    double pairs = 0;
    for (std::size_t i = 1; i < mornings.size(); ++i) {
        if (mornings[i].day - mornings[i - 1].day == std::chrono::days(1)) {
            sum += (of(mornings[i]) - all.mean) * (of(mornings[i - 1]) - all.mean);
            pairs += 1;
        }
    }
    return pairs > 0 ? std::clamp(sum / pairs / (all.sd * all.sd), 0.0, kMostCorrelation) : 0;
}

double correlation(std::span<const LoadedMorning> mornings, Moments load, Moments soreness) {
    double sum = 0;
    for (const LoadedMorning& morning : mornings) {
        sum += (load_of(morning) - load.mean) * (soreness_of(morning) - soreness.mean);
    }
    const double r = sum / (static_cast<double>(mornings.size() - 1) * load.sd * soreness.sd);
    return std::clamp(r, -kMostCorrelation, kMostCorrelation);
}

double quantile(std::span<const LoadedMorning> mornings, double share) {
    std::vector<double> sorted;
    for (const LoadedMorning& morning : mornings) {
        sorted.push_back(morning.soreness);
    }
    std::ranges::sort(sorted);
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return std::lerp(sorted[below], sorted[above], place - std::floor(place));
}

double spread_around(const SorenessFit& fit, std::span<const LoadedMorning> mornings) {
    double squares = 0;
    for (const LoadedMorning& morning : mornings) {
        const double off = morning.soreness - fit.at(load_of(morning));
        squares += off * off;
    }
    return std::max(kFinestSd, std::sqrt(squares / static_cast<double>(mornings.size() - 2)));
}

/// Mornings that resemble the day before count less.
double effective_number(std::span<const LoadedMorning> mornings, Moments load, Moments soreness) {
    const double alike =
        from_day_to_day(mornings, load_of, load) * from_day_to_day(mornings, soreness_of, soreness);
    const auto n = static_cast<double>(mornings.size());
    return std::max(kLeastEffective, n * (1 - alike) / (1 + alike));
}

}  // namespace

std::optional<SorenessFit> soreness_fit(std::span<const LoadedMorning> mornings) {
    if (mornings.size() <= 2) {
        return std::nullopt;
    }
    const Moments load = moments(mornings, load_of);
    const Moments soreness = moments(mornings, soreness_of);
    if (soreness.sd < kLeastSorenessSd || load.sd <= kLeastLoadVariation * load.mean) {
        return std::nullopt;
    }
    SorenessFit fit;
    fit.correlation = correlation(mornings, load, soreness);
    const double own_z = std::atanh(fit.correlation);
    const double error = 1 / std::sqrt(effective_number(mornings, load, soreness) - kLostMornings);
    fit.low = std::tanh(own_z - kTwoSided95 * error);
    fit.high = std::tanh(own_z + kTwoSided95 * error);
    const double own_weight = 1 / (error * error);
    const double others_weight = 1 / (kPopulationSd * kPopulationSd);
    const double z =
        (own_z * own_weight + kPopulationZ * others_weight) / (own_weight + others_weight);
    fit.slope = std::tanh(z) * soreness.sd / load.sd;
    fit.mean_load = load.mean;
    fit.mean_soreness = soreness.mean;
    fit.soreness_sd = soreness.sd;
    fit.residual_sd = spread_around(fit, mornings);
    fit.median = quantile(mornings, 0.5);
    fit.usual_high = quantile(mornings, kHighShare);
    return fit;
}

}  // namespace footsure::load
