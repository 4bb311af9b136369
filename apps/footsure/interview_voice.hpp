// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "footsure/interview_dialog.hpp"

#include <functional>
#include <iosfwd>
#include <string_view>
#include <variant>

namespace footsure::app {

/// What came back to a question; `Move::why` was answered and never comes through.
using Heard = std::variant<AnswerValue, Move>;
using LineReader = std::function<Result<Reply, std::string>(std::string_view)>;

/// Speaks and listens, in a terminal or on scripted lines.
/// Needs: both streams outlive it.
class InterviewVoice {
public:
    InterviewVoice(std::istream& in, std::ostream& out) : in_(in), out_(out) {}

    void say(std::string_view lead, std::string_view text) const;
    /// Lines as they are.
    void show(std::string_view lines) const;
    /// Asks until the line can be used; the end of the input is leaving.
    [[nodiscard]] Heard hear(const Question& question) const;
    [[nodiscard]] Heard hear(const Question& question, const LineReader& reader) const;
    /// A line in the runner's own words behind a prompt, asked again while it is too long.
    [[nodiscard]] Line hear_line(std::string_view prompt) const;

private:
    std::istream& in_;
    std::ostream& out_;
};

}  // namespace footsure::app
