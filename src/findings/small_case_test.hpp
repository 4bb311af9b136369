// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "findings/findings.hpp"
#include "logic/logic.hpp"

#include <string>
#include <utility>
#include <vector>

/// What the tests of this module share: Knowledge and one Episode, built a line at a time.
namespace footsure::findings {

inline Instant at_hour(int hours) {
    return Instant(Day(std::chrono::year(2026) / 3 / 10)) + std::chrono::hours(hours);
}

class SmallCase {
public:
    /// Now is the noon of 10 March 2026; nothing is said of the start.
    SmallCase() {
        knowledge.policy.expires_early_hours = 24;
        knowledge.policy.early_phase_hours = 72;
        knowledge.policy.expires_late_hours = 168;
        file.at = {at_hour(12), UtcOffset(0)};
        file.episodes.push_back({.id = EpisodeId("e1")});
    }

    /// A Finding nobody asks for.
    std::uint32_t declare(const std::string& id, FindingKind kind = FindingKind::truth) {
        knowledge.findings.push_back({.id = FindingId(id), .text = id, .kind = kind});
        return static_cast<std::uint32_t>(knowledge.findings.size() - 1);
    }

    std::uint32_t derive(const std::string& id, std::string_view when) {
        const auto index = declare(id);
        knowledge.findings[index].when = expression(when);
        return index;
    }

    /// A yes-or-no question and the Finding of its name.
    Question& ask(const std::string& id) {
        Question question{.id = QuestionId(id), .text = id + "?"};
        question.finding = declare(id);
        knowledge.questions.push_back(std::move(question));
        return knowledge.questions.back();
    }

    Question& ask_danger(const std::string& id) {
        auto& question = ask(id);
        question.red_flag = true;
        return question;
    }

    Question& ask_choices(const std::string& id, const std::vector<std::string>& options) {
        Question question{.id = QuestionId(id), .text = id + "?", .kind = QuestionKind::choices};
        for (const auto& option : options) {
            question.options.push_back({option, option, declare(option)});
        }
        knowledge.questions.push_back(std::move(question));
        return knowledge.questions.back();
    }

    Question& ask_number(const std::string& id) {
        auto& question = ask(id);
        question.kind = QuestionKind::number;
        knowledge.findings[*question.finding].kind = FindingKind::number;
        return question;
    }

    [[nodiscard]] Expression expression(std::string_view text) const {
        return logic::parse(text, knowledge.findings).value();
    }

    Episode& episode() { return file.episodes.front(); }

    /// An answer with its own time.
    template <class Value>
    Answer& answer(const std::string& question, Value value, Instant at) {
        episode().answers.push_back({QuestionId(question), std::move(value), at, true});
        return episode().answers.back();
    }

    [[nodiscard]] Findings find() const {
        return findings::find(file, file.episodes.front(), knowledge, file.at);
    }

    [[nodiscard]] Finding find(std::string_view id) const {
        return find().values[find_finding(knowledge, id).value()];
    }

    [[nodiscard]] Truth truth(std::string_view id) const { return find(id).truth; }

    Knowledge knowledge;
    CaseFile file;
};

}  // namespace footsure::findings
