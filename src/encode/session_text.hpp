// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/care_plan.hpp"

#include <string>

/// A Session in words a Runner reads on a watch or in a calendar.
namespace footsure::encode {

/// Its title, with the step of its track; the kind where it has none.
[[nodiscard]] std::string title_of(const Session& session);
/// "At most 5.0 km of running, 30 min of running."; empty without maxima.
[[nodiscard]] std::string most_of(const Session& session);
/// "Calf raise (left)".
[[nodiscard]] std::string name_of(const PrescribedExercise& exercise);
/// "3 x 15, 2 times a day, 3 s down".
[[nodiscard]] std::string dose_of(const PrescribedExercise& exercise);
/// Everything of it, line by line: maxima, repeats, exercises, notes, why.
[[nodiscard]] std::string description_of(const Session& session);

}  // namespace footsure::encode
