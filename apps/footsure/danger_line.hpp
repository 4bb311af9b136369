// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "footsure/interview_voice.hpp"
#include "model/case_file.hpp"
#include "model/knowledge.hpp"
#include "model/result.hpp"

#include <optional>
#include <string>
#include <vector>

/// The one question that every check-in of an open Episode carries: is any danger sign there now?
namespace footsure::app {

/// The danger line's signs, numbered screen by screen.
[[nodiscard]] std::string danger_text(const Knowledge& knowledge);

/// What was said to the danger line: `none`, or signs by their ids or numbers. `none` and named
/// signs answer every screen; a sign of another question raises it and leaves the rest of that
/// question as it was.
/// Fails: with a sentence that names what is no sign.
[[nodiscard]] Result<std::vector<Answer>, std::string>
read_danger(const std::string& typed, Instant at, const Knowledge& knowledge);

/// Asks until the line can be used; nothing when it was left out.
[[nodiscard]] std::optional<std::vector<Answer>> ask_danger(const InterviewVoice& voice, Instant at,
                                                            const Knowledge& knowledge);

}  // namespace footsure::app
