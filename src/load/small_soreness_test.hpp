// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/load.hpp"

#include <chrono>
#include <cmath>

/// Small cases of mornings and loads for tests.
namespace footsure::load::small {

inline constexpr Instant kMidnight{std::chrono::sys_days(std::chrono::year(2026) / 3 / 1)};

inline Instant at_hour(int day, int hour) {
    return kMidnight + std::chrono::days(day) + std::chrono::hours(hour);
}

inline ActivitySummary run_of(int day, double easy_km) {
    ActivitySummary run;
    run.from = "activities[" + std::to_string(day) + "]";
    run.sport = "running";
    run.started_at = at_hour(day, 17);
    run.distance = Metres(1000 * easy_km);
    run.timer = run.elapsed = Seconds(360 * easy_km);
    run.doses[index_of(Tissue::achilles)].dose = EasyKm(easy_km);
    return run;
}

inline CheckIn morning_of(int day, double soreness) {
    CheckIn told;
    told.at = at_hour(day, 7);
    told.soreness = PainScore::of(soreness);
    return told;
}

/// Easy-km of a day in a week with three runs, one of them long, that differs from week to week.
inline double usual_load(int day) {
    constexpr std::array<double, 7> kWeek{0, 6, 0, 8, 0, 0, 14};
    return kWeek.at(static_cast<std::size_t>(day % 7)) * (1 + 0.3 * std::sin(day));
}

/// A runner whose soreness follows her load as far as `strength` says; the rest is a fixed wobble.
inline CaseFile sore_runner(int days, double strength) {
    CaseFile facts;
    double average = 0;
    for (int day = 0; day < days; ++day) {
        const double wobble = 1.2 * std::sin(2.3 * day) + 0.8 * std::sin(0.7 * day * day);
        const double soreness = 3 + strength * (average - 3) + wobble;
        facts.check_ins.push_back(morning_of(day, std::clamp(soreness, 0.0, 10.0)));
        const double load = usual_load(day);
        if (load > 0) {
            facts.activities.push_back(run_of(day, load));
        }
        average += (1 - std::exp(-0.5)) * (load - average);
    }
    return facts;
}

inline LocalInstant evening_of(int day) {
    return {at_hour(day, 21), UtcOffset(0)};
}

}  // namespace footsure::load::small
