// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "knowledge/reader.hpp"

#include <array>

/// Fields that several kinds of rehab files share.
namespace footsure::knowledge {

/// A whole number that may be missing: 0 then.
[[nodiscard]] int count(Reader& in, std::string_view key);
[[nodiscard]] Seconds minutes(Reader& in, std::string_view key);
[[nodiscard]] Seconds seconds(Reader& in, std::string_view key);

/// A list of ids of Conditions, at least one unless `least` is 0.
[[nodiscard]] std::vector<ConditionId> conditions(Reader& in, const Names& names,
                                                  std::size_t least = 1);
/// Missing: none.
[[nodiscard]] std::vector<Strain> strains(Reader& in, std::string_view key);
[[nodiscard]] std::vector<Equipment> equipment(Reader& in, std::string_view key);
[[nodiscard]] std::vector<MeasureKind> measures(Reader& in, std::string_view key);
/// The id of a pain rule that is read already; missing: empty.
[[nodiscard]] std::string pain_rule(Reader& in, const Knowledge& knowledge);

/// The dose's fields, standing in the reader's own table.
[[nodiscard]] ExerciseDose dose(Reader& in);
/// A list of tables `{ do = "EX-20", sets = 3, … }`.
[[nodiscard]] std::vector<PhaseExercise> phase_exercises(Reader& in, const std::string& file,
                                                         Errors& errors, const Names& names);
[[nodiscard]] std::optional<ExerciseId> named_exercise(Reader& in, std::string_view key,
                                                       const Names& names);
[[nodiscard]] SessionKind session_kind(Reader& in);

}  // namespace footsure::knowledge
