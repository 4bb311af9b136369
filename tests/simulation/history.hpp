// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "body.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace footsure::simulation {

/// Repeats of running with walking between; one repeat without walking is a continuous run.
struct RunOffer {
    int repeats = 1;
    double run_minutes = 0;  ///< of each repeat
    double walk_minutes = 0;
};

[[nodiscard]] inline double minutes_of(const RunOffer& run) {
    return run.repeats * run.run_minutes;
}

enum class ExerciseClass : std::uint8_t { none, mobility, strength, impact };

/// What a policy lets the runner do today.
struct Offer {
    std::optional<RunOffer> run;
    ExerciseClass exercise = ExerciseClass::none;
    bool balance = false;
    bool see_clinician = false;
    bool measure = false;  ///< asks for the tests at home
};

/// What was told on waking; pain as a runner says it, in whole points.
struct MorningTold {
    int pain = 0;
    int stiffness_minutes = 0;
    bool swollen_more = false;
    bool limps = false;
    bool aches_on_bone = false;
};

/// What was told in the evening.
struct EveningTold {
    std::optional<int> pain_during;
    std::optional<int> pain_after;
    bool gave_way = false;
    std::optional<Measures> measures;
};

/// A run as a watch or the runner logs it.
struct RunLogged {
    RunOffer run;
    double kilometres = 0;
};

struct DayTold {
    std::optional<MorningTold> morning;  ///< absent: no check-in
    std::optional<EveningTold> evening;
    std::optional<RunLogged> run;          ///< absent: none, or not logged
    std::optional<bool> clinician_clears;  ///< a visit took place: may she run?
};

/// What everybody may know of the runner on the first day.
struct RunnerFacts {
    Trouble trouble{};
    double usual_minutes = 0;
    int usual_runs_a_week = 3;
    double kilometres_a_minute = 0;
};

/// Everything told so far; the last day has its morning only.
struct History {
    RunnerFacts facts;
    std::vector<DayTold> days;

    [[nodiscard]] int today() const { return static_cast<int>(days.size()) - 1; }
};

}  // namespace footsure::simulation
