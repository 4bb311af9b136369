// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehab/exercise_choice.hpp"

namespace footsure::rehab {

/// A Session that can still lose exercises to stay within the day's time.
struct Draft {
    Session session;
    std::vector<ChosenExercise> exercises;
};

struct DayTime {
    Seconds time;
    bool told = false;      ///< by the Runner, else assumed
    bool smallest = false;  ///< less was told than any plan can be of use in
};

[[nodiscard]] DayTime day_time(const Wishes& wishes);

/// Leaves out until all fits: first training without impact, then mobility, then balance, then
/// strength, the last of a list first, one set of one exercise at last. Runs fit already.
/// Gives: what was left out, as a reason; nothing when all fits.
[[nodiscard]] std::optional<Reason> fit_into(Seconds time, std::vector<Draft>& drafts);

/// With titles, exercises and times written.
[[nodiscard]] std::vector<Session> finished(std::vector<Draft> drafts);

}  // namespace footsure::rehab
