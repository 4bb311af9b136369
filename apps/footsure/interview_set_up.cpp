// SPDX-License-Identifier: Apache-2.0
#include "footsure/interview_set_up.hpp"

#include <algorithm>
#include <chrono>

namespace footsure::app {

namespace {

enum class About : std::uint8_t { age, sex, side, start };

/// What is known of the person and the problem while it is being asked.
class SetUp {
public:
    SetUp(const CaseFile& facts, const SetUpTask& task) : task_(task), runner_(facts.runner) {
        const auto known = std::ranges::find(facts.episodes, task.episode, &Episode::id);
        known_ = known != facts.episodes.end();
        episode_.id = task.episode;
        if (known_) {
            episode_.side = known->side;
            episode_.started_on = known->started_on;
            episode_.notes = known->notes;
        }
    }

    [[nodiscard]] std::vector<About> steps() const {
        const bool everything = task_.scope == SetUpScope::everything;
        std::vector<About> steps;
        const auto add = [&](About about, bool known) {
            if (everything || !known) {
                steps.push_back(about);
            }
        };
        add(About::age, runner_.age_years.has_value() || known_);
        add(About::sex, runner_.sex.has_value() || known_);
        add(About::side, known_);
        add(About::start, episode_.started_on.has_value());
        return steps;
    }

    void take(About about, const AnswerValue& value) {
        switch (about) {
        case About::age: runner_.age_years = number_in(value); break;
        case About::sex:
            runner_.sex.reset();
            if (const auto word = word_in(value); !word.empty()) {
                runner_.sex = word == "female" ? Sex::female : Sex::male;
            }
            break;
        case About::side: {
            const auto word = word_in(value);
            episode_.side = word == "left"    ? Side::left
                            : word == "right" ? Side::right
                            : word == "both"  ? Side::both
                                              : Side::unknown;
            known_ = true;
            break;
        }
        case About::start:
            episode_.started_on.reset();
            if (const auto days = number_in(value)) {
                episode_.started_on = today() - std::chrono::days(static_cast<int>(*days));
            }
            break;
        }
    }

    [[nodiscard]] Day today() const { return day_of(task_.at.at, task_.at.offset); }

    /// What is to be stored; nothing here is an answer, so no answer is stored twice.
    [[nodiscard]] CaseFile facts() const {
        CaseFile facts{.at = task_.at, .runner = runner_};
        if (known_) {
            facts.episodes.push_back(episode_);
        }
        return facts;
    }

private:
    static std::optional<double> number_in(const AnswerValue& value) {
        const auto* number = std::get_if<double>(&value);
        return number == nullptr ? std::nullopt : std::optional(*number);
    }

    static std::string word_in(const AnswerValue& value) {
        const auto* words = std::get_if<std::vector<std::string>>(&value);
        return words == nullptr || words->empty() ? std::string() : words->front();
    }

    const SetUpTask& task_;
    Runner runner_;
    Episode episode_;
    bool known_ = false;
};

Heard hear(About about, const SetUp& state, const InterviewVoice& voice) {
    switch (about) {
    case About::age: return voice.hear(age_question());
    case About::sex: return voice.hear(sex_question());
    case About::side: return voice.hear(side_question());
    case About::start: break;
    }
    return voice.hear(start_question(),
                      [&](std::string_view line) { return read_start(line, state.today()); });
}

}  // namespace

store::Stored<SetUpEnd> set_up(service::Service& service, const InterviewVoice& voice,
                               const SetUpTask& task) {
    const auto facts = service.case_file(task.runner, task.at);
    if (!facts) {
        return Failure<store::StoreError>(facts.error());
    }
    SetUp state(*facts, task);
    const auto steps = state.steps();
    for (std::size_t i = 0; i < steps.size();) {
        const auto heard = hear(steps[i], state, voice);
        const auto* move = std::get_if<Move>(&heard);
        if (move != nullptr && *move == Move::leave) {
            return SetUpEnd::left;
        }
        if (move != nullptr && *move == Move::back) {
            if (i == 0) {
                voice.say("! ", "There is nothing before this question.");
            }
            i -= i == 0 ? 0U : 1U;
            continue;
        }
        state.take(steps[i],
                   move != nullptr ? AnswerValue(Said::unknown) : std::get<AnswerValue>(heard));
        if (const auto put = service.put_case(state.facts()); !put) {
            return Failure<store::StoreError>(put.error());
        }
        ++i;
    }
    return SetUpEnd::known;
}

}  // namespace footsure::app
