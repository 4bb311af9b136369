// SPDX-License-Identifier: Apache-2.0
#include "footsure/advice_text.hpp"
#include "footsure/commands.hpp"
#include "footsure/danger_line.hpp"
#include "footsure/data_folder.hpp"
#include "footsure/exit_code.hpp"
#include "footsure/interview_dialog.hpp"
#include "footsure/plan_text.hpp"
#include "footsure/terminal.hpp"
#include "footsure/typed_check_in.hpp"
#include "wire/wire.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace footsure::app {

namespace {

using wire::DangerLine;

int refuse(const NoEpisode& no_episode) {
    fmt::print(stderr, "{}\n", no_episode.sentence);
    return no_episode.why == NoEpisode::Why::unknown ? kNothingFound : kUsage;
}

/// One check-in on its way into the store.
class Taking {
public:
    Taking(service::Service& service, RunnerId runner, const DataOptions& options)
        : service_(service), runner_(std::move(runner)), options_(options) {}

    int take(const TypedCheckIn& typed, CheckIn check_in, LocalInstant at) {
        taken_ = {.check_in = std::move(check_in), .offset = at.offset};
        const auto facts = service_.case_file(runner_, at);
        if (!facts) {
            return report(facts.error());
        }
        const auto episode = episode_meant(taken_.check_in, typed.episode, facts->episodes);
        if (!episode) {
            return refuse(episode.error());
        }
        taken_.check_in.episode = *episode;
        if (const auto answered = answer_danger(typed, *facts); !answered) {
            fmt::print(stderr, "{}\n", answered.error());
            return kUsage;
        }
        return keep(at);
    }

private:
    /// Fails: with a sentence.
    Result<void, std::string> answer_danger(const TypedCheckIn& typed, const CaseFile& facts) {
        const bool any_open = !facts.episodes.empty();
        const auto knowledge = embedded_knowledge();
        const Instant at = taken_.check_in.at;
        std::optional<std::vector<Answer>> answers;
        if (!typed.danger.empty()) {
            auto read = read_danger(typed.danger, at, knowledge);
            if (!read) {
                return Failure<std::string>(read.error());
            }
            answers = std::move(*read);
        } else if (any_open && options_.output == Output::text && is_a_dialog()) {
            answers = ask_danger(InterviewVoice(std::cin, std::cout), at, knowledge);
        }
        taken_.danger = answers    ? DangerLine::answered
                        : any_open ? DangerLine::open
                                   : DangerLine::not_needed;
        sort_out(std::move(answers).value_or(std::vector<Answer>()), knowledge);
        return {};
    }

    /// What is asked about the person counts for every Episode, so it is told of the person.
    void sort_out(std::vector<Answer> answers, const Knowledge& knowledge) {
        for (Answer& answer : answers) {
            const Question* question = find_question(knowledge, answer.question.text());
            const bool of_person = !taken_.check_in.episode.empty() && question != nullptr &&
                                   question->scope == QuestionScope::person;
            (of_person ? of_person_ : taken_.check_in.answers).push_back(std::move(answer));
        }
    }

    int keep(LocalInstant at) {
        const auto before = service_.advise(runner_, at);
        if (!before) {
            return report(before.error());
        }
        const auto stored =
            service_.add_check_in(runner_, taken_.check_in, of_person_, service::now().at);
        if (!stored) {
            return report(stored.error());
        }
        const auto advice = service_.advise(runner_, at);
        if (!advice) {
            return report(advice.error());
        }
        compare(*before, *advice);
        print(*advice);
        return kFine;
    }

    void compare(const Advice& before, const Advice& after) {
        for (const EpisodeAdvice& episode : after.episodes) {
            taken_.levels.emplace_back(episode.id, episode.triage.urgency);
            const auto was = std::ranges::find(before.episodes, episode.id, &EpisodeAdvice::id);
            const CarePlan* plan = plan_in(episode.help);
            if (was == before.episodes.end() || plan == nullptr) {
                continue;
            }
            for (const PlanChange& change : new_changes(plan_in(was->help), *plan)) {
                taken_.changes.emplace_back(episode.id, change);
            }
        }
    }

    static std::vector<PlanChange> new_changes(const CarePlan* before, const CarePlan& after) {
        std::vector<PlanChange> changes;
        for (const PlanChange& change : after.changes) {
            const auto same = [&](const PlanChange& other) {
                return other.at == change.at && other.kind == change.kind &&
                       other.what == change.what;
            };
            if (before == nullptr || std::ranges::none_of(before->changes, same)) {
                changes.push_back(change);
            }
        }
        return changes;
    }

    void print(const Advice& advice) const {
        if (options_.output == Output::json) {
            fmt::print("{}\n", wire::write_check_in(taken_));
            return;
        }
        const CheckIn& check_in = taken_.check_in;
        const auto line = check_in_line(check_in);
        fmt::print(
            "Stored for {}{}: {}.\n", format_local({check_in.at, taken_.offset}).substr(0, 16),
            check_in.episode.empty() ? "" : ", problem " + printable(check_in.episode.text()),
            line.empty() ? "danger signs" : line);
        if (taken_.danger == DangerLine::open) {
            fmt::print("The danger signs are not answered (--danger none, or signs), so nothing "
                       "progresses until they are.\n");
        }
        for (const EpisodeAdvice& episode : advice.episodes) {
            print_episode(episode);
        }
    }

    void print_episode(const EpisodeAdvice& episode) const {
        fmt::print("Problem {} now: {}.\n", printable(episode.id.text()),
                   level_words(episode.triage.urgency.level()));
        for (const auto& [id, change] : taken_.changes) {
            if (id == episode.id) {
                fmt::print("{}", plan_change_text(change, taken_.offset));
            }
        }
        if (const CarePlan* plan = plan_in(episode.help)) {
            fmt::print("{}", plan_today_text(*plan));
        }
    }

    service::Service& service_;
    RunnerId runner_;
    const DataOptions& options_;
    wire::CheckInTaken taken_;
    std::vector<Answer> of_person_;
};

}  // namespace

int run_check_in(const TypedCheckIn& typed, const DataOptions& options) {
    auto check_in = read_check_in(typed);
    const auto at = moment(options);
    if (!check_in || !at) {
        fmt::print(stderr, "{}\n", check_in ? at.error() : check_in.error());
        return kUsage;
    }
    check_in->at = at->at;
    return with_runner(options, [&](service::Service& service, const RunnerId& runner) {
        return Taking(service, runner, options).take(typed, *check_in, *at);
    });
}

}  // namespace footsure::app
