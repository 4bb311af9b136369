// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/knowledge.hpp"
#include "model/result.hpp"
#include "model/terrain.hpp"
#include "model/tissue.hpp"

#include <string>
#include <vector>

namespace footsure::app {

/// What was done that is no run.
struct TypedSession {
    std::string sport;  ///< empty: it is a run
    std::vector<ExerciseDone> exercises;
};

/// `trail`. Fails: with a sentence that names the words.
[[nodiscard]] Result<Terrain, std::string> read_ground(const std::string& text);

/// `EX-52:3x8` or `EX-52:3x8:left`: sets by repetitions, of both sides where none is named.
/// Fails: with a sentence.
[[nodiscard]] Result<ExerciseDone, std::string> read_exercise(const std::string& text);

/// Exercises without a sport are strength training. Fails: with a sentence.
[[nodiscard]] Result<TypedSession, std::string>
read_session(const std::string& sport, const std::vector<std::string>& exercises);

/// The first of them that the knowledge does not have; nothing when it lists no exercises.
[[nodiscard]] std::string unknown_exercise(const std::vector<ExerciseDone>& exercises,
                                           const Knowledge& knowledge);

}  // namespace footsure::app
