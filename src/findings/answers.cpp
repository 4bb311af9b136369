// SPDX-License-Identifier: Apache-2.0
#include "findings/answers.hpp"

#include <algorithm>

namespace footsure::findings {

namespace {

/// The answers about this Episode up to that moment, oldest first.
std::vector<const Answer*> collect(const EpisodeFacts& facts, Instant until) {
    std::vector<const Answer*> answers;
    const auto add = [&](const std::vector<Answer>& from) {
        for (const auto& answer : from) {
            if (answer.at <= until) {
                answers.push_back(&answer);
            }
        }
    };
    add(facts.case_file.answers);
    add(facts.episode.answers);
    for (const auto& check_in : facts.case_file.check_ins) {
        if (check_in.at <= until &&
            (check_in.episode == facts.episode.id || check_in.episode.empty())) {
            add(check_in.answers);
        }
    }
    std::ranges::stable_sort(answers, {}, [](const Answer* answer) { return answer->at; });
    return answers;
}

class AnswerWriter {
public:
    AnswerWriter(const EpisodeFacts& facts, Findings& findings)
        : facts_(facts), findings_(findings) {}

    void write(const Answer& answer) {
        const Question* question = find_question(facts_.knowledge, answer.question.text());
        if (question == nullptr) {
            return;  // of an older knowledge version; the store keeps it, nothing here rests on it
        }
        const bool expired = question->red_flag && is_expired(answer.at);
        if (const auto* number = std::get_if<double>(&answer.value)) {
            write_number(*question, *number, answer, expired);
        } else if (const auto* said = std::get_if<Said>(&answer.value)) {
            write_said(*question, *said, answer, expired);
        } else {
            write_options(*question, std::get<std::vector<std::string>>(answer.value), answer,
                          expired);
        }
    }

private:
    /// Policy 8: an all-clear is worth a day in the first 72 hours and a week later on.
    [[nodiscard]] bool is_expired(Instant at) const {
        const auto& policy = facts_.knowledge.policy;
        const auto now = facts_.now.at;
        const bool early = facts_.episode.started_on &&
                           hours_between(Instant(*facts_.episode.started_on) - facts_.now.offset,
                                         now) < policy.early_phase_hours;
        const double lasts = early ? policy.expires_early_hours : policy.expires_late_hours;
        return hours_between(at, now) > lasts;
    }

    void set(std::uint32_t finding, Truth truth, const Answer& answer) {
        std::erase(findings_.expired, finding);
        auto& value = findings_.values[finding];
        value.truth = truth;
        value.number.reset();
        value.from = answer.question.text();
        value.at = answer.dated ? std::optional(answer.at) : std::nullopt;
    }

    void expire(std::uint32_t finding) {
        findings_.values[finding] = {};
        findings_.expired.push_back(finding);
    }

    void write_number(const Question& question, double number, const Answer& answer, bool expired) {
        if (!question.finding) {
            return;
        }
        if (expired) {
            expire(*question.finding);
            return;
        }
        const auto& known = findings_.values[*question.finding];
        if (known.at && *known.at > answer.at) {
            return;  // a check-in said it later
        }
        set(*question.finding, Truth::yes, answer);
        findings_.values[*question.finding].number = number;
    }

    void write_said(const Question& question, Said said, const Answer& answer, bool expired) {
        const Truth truth = said == Said::yes  ? Truth::yes
                            : said == Said::no ? Truth::no
                                               : Truth::unknown;
        for (const auto finding : findings_of(question)) {
            if (expired && truth != question.danger_answer) {
                expire(finding);
            } else {
                set(finding, truth, answer);
            }
        }
    }

    void write_options(const Question& question, const std::vector<std::string>& chosen,
                       const Answer& answer, bool expired) {
        for (const auto& option : question.options) {
            if (!option.finding) {
                continue;
            }
            if (std::ranges::find(chosen, option.id) != chosen.end()) {
                set(*option.finding, Truth::yes, answer);
            } else if (expired) {
                expire(*option.finding);
            } else if (!answer.incomplete) {
                set(*option.finding, Truth::no, answer);
            }
        }
    }

    const EpisodeFacts& facts_;
    Findings& findings_;
};

/// Whether a later answer to the same question says that this one was a mistake. Corrections count
/// up to the case's own instant: a mistake was one at every earlier moment too.
bool is_corrected(const Answer& answer, const std::vector<const Answer*>& all) {
    return std::ranges::any_of(all, [&](const Answer* other) {
        return other->corrects && other->question == answer.question && other->at > answer.at;
    });
}

}  // namespace

void add_answers(const EpisodeFacts& facts, Findings& findings) {
    const auto all = collect(facts, std::max(facts.now.at, facts.case_file.at.at));
    AnswerWriter writer(facts, findings);
    for (const Answer* answer : all) {
        if (answer->at <= facts.now.at && !is_corrected(*answer, all)) {
            writer.write(*answer);
        }
    }
    std::ranges::sort(findings.expired);  // in which order they were answered says nothing
}

}  // namespace footsure::findings
