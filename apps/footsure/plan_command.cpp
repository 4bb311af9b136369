// SPDX-License-Identifier: Apache-2.0
#include "footsure/advice_text.hpp"
#include "footsure/commands.hpp"
#include "footsure/data_folder.hpp"
#include "footsure/exit_code.hpp"
#include "footsure/interview_dialog.hpp"
#include "footsure/paragraph.hpp"
#include "footsure/plan_text.hpp"
#include "wire/wire.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace footsure::app {

namespace {

std::string why_none(const EpisodeAdvice& episode) {
    return episode.triage.urgency.level() >= UrgencyLevel::within_days
               ? "There is no plan until you were seen: 'footsure advise' or 'footsure interview' "
                 "says where and how soon. No running until then."
               : "There is no plan for it yet. Answering what is still open may change that: "
                 "'footsure interview'.";
}

void print_episode(const EpisodeAdvice& episode, UtcOffset offset) {
    fmt::print("Problem {}, {} side. {}\n", printable(episode.id.text()), word(episode.side),
               level_words(episode.triage.urgency.level()));
    const CarePlan* plan = plan_in(episode.help);
    fmt::print("{}\n",
               plan == nullptr ? paragraph("  ", why_none(episode)) : plan_text(*plan, offset));
}

void print_plans(const Advice& advice) {
    for (const EpisodeAdvice& episode : advice.episodes) {
        print_episode(episode, advice.at.offset);
    }
    if (advice.prevention) {
        fmt::print("{}", plan_text(*advice.prevention, advice.at.offset));
    } else if (advice.episodes.empty()) {
        fmt::print("No problem is open, and there is no plan yet.\n");
    }
}

bool has_plan(const Advice& advice) {
    return advice.prevention ||
           std::ranges::any_of(advice.episodes, [](const EpisodeAdvice& episode) {
               return plan_in(episode.help) != nullptr;
           });
}

int print_advice(Advice advice, const std::string& episode, const DataOptions& options) {
    if (!episode.empty()) {
        std::erase_if(advice.episodes,
                      [&](const EpisodeAdvice& each) { return each.id.text() != episode; });
        advice.prevention.reset();
        if (advice.episodes.empty()) {
            fmt::print(stderr, "No open problem is called '{}'; see 'footsure episode'.\n",
                       printable(episode));
            return kNothingFound;
        }
    }
    if (options.output == Output::json) {
        fmt::print("{}\n", wire::write_plans(advice));
    } else {
        print_plans(advice);
    }
    return has_plan(advice) ? kFine : kNothingFound;
}

}  // namespace

int run_plan(const std::string& episode, const DataOptions& options) {
    const auto at = moment(options);
    if (!at) {
        fmt::print(stderr, "{}\n", at.error());
        return kUsage;
    }
    return with_runner(options, [&](service::Service& service, const RunnerId& runner) {
        auto advice = service.advise(runner, *at);
        if (!advice) {
            return report(advice.error());
        }
        return print_advice(std::move(*advice), episode, options);
    });
}

}  // namespace footsure::app
