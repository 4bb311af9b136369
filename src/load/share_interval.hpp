// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

namespace footsure::load {

/// How many of some mornings were sore.
struct SoreCount {
    int sore = 0;
    int mornings = 0;
};

/// A difference of two shares, −1 to 1, with its interval.
struct ShareDifference {
    double value = 0;
    double low = 0;
    double high = 0;
};

/// How many standard deviations leave this probability outside, on both sides together.
/// Needs: above 0, below 1.
[[nodiscard]] double deviations_for(double outside);

/// Share of sore mornings with something, less that without. Needs: at least one morning each.
/// Source: Newcombe 1998, Stat Med 17:873, hybrid score interval (method 10) of two intervals of
/// Wilson 1927, J Am Stat Assoc 22:209.
[[nodiscard]] ShareDifference difference_of(SoreCount with, SoreCount without, double deviations);

/// How many times wider an interval must be because sore mornings come in streaks and the same
/// pair or ground is chosen for days on end; at least 1.
/// Needs: one value a day in order of time, both of equal length.
/// Source: Bartlett 1935, J R Stat Soc 98:536, effective number of two series with lag-one
/// correlations a and b: n (1 - ab) / (1 + ab).
[[nodiscard]] double widening_by_streaks(std::span<const double> sore, std::span<const double> had);

}  // namespace footsure::load
