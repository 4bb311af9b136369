// SPDX-License-Identifier: Apache-2.0
#include "footsure/interview_voice.hpp"

#include "footsure/paragraph.hpp"

#include <istream>
#include <ostream>

namespace footsure::app {

void InterviewVoice::say(std::string_view lead, std::string_view text) const {
    out_ << paragraph(lead, text) << std::flush;
}

void InterviewVoice::show(std::string_view lines) const {
    out_ << lines;
}

Heard InterviewVoice::hear(const Question& question) const {
    return hear(question, [&](std::string_view line) { return read_reply(line, question); });
}

Heard InterviewVoice::hear(const Question& question, const LineReader& reader) const {
    out_ << "\n" << question_text(question);
    while (true) {
        const auto line = hear_line("> ");
        if (line.end == LineEnd::no_more) {
            out_ << "\n";
            return Move::leave;
        }
        const auto reply = reader(line.text);
        if (!reply) {
            say("! ", reply.error());
            continue;
        }
        const auto* move = std::get_if<Move>(&*reply);
        if (move == nullptr) {
            return std::get<AnswerValue>(*reply);
        }
        if (*move != Move::why) {
            return *move;
        }
        say("  Why: ", question.why);
    }
}

Line InterviewVoice::hear_line(std::string_view prompt) const {
    while (true) {
        out_ << prompt << std::flush;
        auto line = read_line(in_);
        if (line.end != LineEnd::too_long) {
            return line;
        }
        say("! ", "That line is too long; please answer again in fewer words.");
    }
}

}  // namespace footsure::app
