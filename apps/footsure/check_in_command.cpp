// SPDX-License-Identifier: Apache-2.0
#include "footsure/advice_text.hpp"
#include "footsure/commands.hpp"
#include "footsure/data_folder.hpp"
#include "footsure/exit_code.hpp"
#include "footsure/interview_dialog.hpp"
#include "footsure/typed_check_in.hpp"
#include "wire/wire.hpp"

#include <fmt/format.h>

namespace footsure::app {

namespace {

int refuse(const NoEpisode& no_episode) {
    fmt::print(stderr, "{}\n", no_episode.sentence);
    return no_episode.why == NoEpisode::Why::unknown ? kNothingFound : kUsage;
}

void print_taken(const wire::CheckInTaken& taken, const DataOptions& options) {
    if (options.output == Output::json) {
        fmt::print("{}\n", wire::write_check_in(taken));
        return;
    }
    const auto& episode = taken.check_in.episode;
    fmt::print("Stored for {}{}: {}.\n",
               format_local({taken.check_in.at, taken.offset}).substr(0, 16),
               episode.empty() ? "" : ", problem " + printable(episode.text()),
               check_in_line(taken.check_in));
    for (const auto& [id, urgency] : taken.levels) {
        fmt::print("Problem {} now: {}.\n", printable(id.text()), level_words(urgency.level()));
    }
}

int take(service::Service& service, const RunnerId& runner, wire::CheckInTaken taken,
         const DataOptions& options) {
    const auto stored = service.add_check_in(runner, taken.check_in, service::now().at);
    if (!stored) {
        return report(stored.error());
    }
    const auto advice = service.advise(runner, {taken.check_in.at, taken.offset});
    if (!advice) {
        return report(advice.error());
    }
    for (const EpisodeAdvice& episode : advice->episodes) {
        taken.levels.emplace_back(episode.id, episode.triage.urgency);
    }
    print_taken(taken, options);
    return kFine;
}

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
        const auto facts = service.case_file(runner, *at);
        if (!facts) {
            return report(facts.error());
        }
        const auto episode = episode_meant(*check_in, typed.episode, facts->episodes);
        if (!episode) {
            return refuse(episode.error());
        }
        check_in->episode = *episode;
        return take(service, runner, {.check_in = *check_in, .offset = at->offset}, options);
    });
}

}  // namespace footsure::app
