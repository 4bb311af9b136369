// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/run_weeks.hpp"

#include <span>
#include <string>
#include <vector>

/// The parts of the account of changes; each adds what it found and what it could judge.
namespace footsure::load {

/// SDs of the Runner's own weeks from which a change is unusual. Source: EE; so high lies one of
/// eight weeks by chance in about one steady Runner of twenty (normal distribution).
inline constexpr double kUnusual = 2.5;

/// The Runner's usual value.
struct Usual {
    double low = 0;     ///< 10th percentile
    double middle = 0;  ///< median
    double high = 0;    ///< 90th percentile
    double sd = 0;      ///< between the values
};

/// Needs: at least one value.
[[nodiscard]] Usual usual_of(std::vector<double> values);

/// Volume, frequency, pace, climbing, descending and ground, week by week.
void add_weekly_changes(const WeeklyPast& past, ChangeAccount& account);
/// A week far over the four before it, where none is far over the usual ones. Needs: the weekly
/// changes.
void add_step_of_volume(const WeeklyPast& past, ChangeAccount& account);
/// Runs longer than the longest of the 30 days before them.
void add_longest_run(const WeeklyPast& past, ChangeAccount& account);
/// More days of running in a row than in the weeks before.
void add_running_days(const WeeklyPast& past, ChangeAccount& account);
/// Two weeks or more without a run, and a return to running in the 8 weeks.
void add_long_break(const WeeklyPast& past, ChangeAccount& account);
/// Pairs first worn in the 8 weeks.
void add_new_shoes(const WeeklyPast& past, std::span<const Shoe> shoes, ChangeAccount& account);
/// Step rate and balance of the contact time, within one device.
void add_form_changes(const WeeklyPast& past, ChangeAccount& account);

}  // namespace footsure::load
