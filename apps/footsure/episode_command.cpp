// SPDX-License-Identifier: Apache-2.0
#include "footsure/advice_text.hpp"
#include "footsure/commands.hpp"
#include "footsure/data_folder.hpp"
#include "footsure/exit_code.hpp"
#include "footsure/interview_dialog.hpp"
#include "footsure/terminal.hpp"
#include "footsure/typed_shoe.hpp"
#include "footsure/typed_visit.hpp"
#include "wire/wire.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace footsure::app {

namespace {

/// A Runner's Episodes as of a moment.
struct Problems {
    service::Service& service;
    RunnerId runner;
    LocalInstant now;
    CaseFile facts;

    [[nodiscard]] Day today() const { return day_of(now.at, now.offset); }
};

int refuse(const std::string& sentence) {
    fmt::print(stderr, "{}\n", sentence);
    return kUsage;
}

/// Opens the data and calls `act(problems)`; says why when it cannot.
template <class Act>
int with_problems(const DataOptions& options, Act act) {
    const auto now = moment(options);
    if (!now) {
        return refuse(now.error());
    }
    return with_runner(options, [&](service::Service& service, const RunnerId& runner) {
        auto facts = service.case_file(runner, *now);
        if (!facts) {
            return report(facts.error());
        }
        return act(Problems{service, runner, *now, std::move(*facts)});
    });
}

const Episode* find(const std::vector<Episode>& episodes, const std::string& id) {
    const auto found = std::ranges::find(episodes, EpisodeId(id), &Episode::id);
    return found == episodes.end() ? nullptr : &*found;
}

std::string names_of(const std::vector<Episode>& episodes) {
    std::string names;
    for (const Episode& episode : episodes) {
        names += (names.empty() ? "" : ", ") + printable(episode.id.text());
    }
    return names;
}

int say_unknown(const std::string& id, std::string_view kind,
                const std::vector<Episode>& episodes) {
    fmt::print(stderr, "No {} problem is called '{}'. {}\n", kind, printable(id),
               episodes.empty() ? "There is none." : "There is: " + names_of(episodes) + ".");
    return kNothingFound;
}

std::string since(const Episode& episode) {
    return episode.started_on ? "since " + format_day(*episode.started_on) : "start not told";
}

int list(const Problems& problems, const DataOptions& options) {
    const auto advice = problems.service.advise(problems.runner, problems.now);
    if (!advice) {
        return report(advice.error());
    }
    if (options.output == Output::json) {
        fmt::print("{}\n", wire::write_episodes(problems.facts, *advice));
    } else {
        for (const EpisodeAdvice& one : advice->episodes) {
            const Episode* episode = find(problems.facts.episodes, one.id.text());
            fmt::print("{}  {} side, {}: {}\n", printable(one.id.text()), word(one.side),
                       episode == nullptr ? "" : since(*episode),
                       level_words(one.triage.urgency.level()));
        }
        for (const Episode& episode : problems.facts.ended) {
            fmt::print("{}  {} side, {}: over since {}\n", printable(episode.id.text()),
                       word(episode.side), since(episode),
                       format_day(episode.ended_on.value_or(problems.today())));
        }
    }
    const bool none = problems.facts.episodes.empty() && problems.facts.ended.empty();
    if (none && options.output == Output::text) {
        fmt::print("No problem is stored; 'footsure interview' begins one.\n");
    }
    return none ? kNothingFound : kFine;
}

/// Says where everything stands after a change.
int list_again(const Problems& problems, const DataOptions& options) {
    auto facts = problems.service.case_file(problems.runner, problems.now);
    if (!facts) {
        return report(facts.error());
    }
    list(Problems{problems.service, problems.runner, problems.now, std::move(*facts)}, options);
    return kFine;
}

int end(const Problems& problems, const TypedEnding& typed, const DataOptions& options) {
    const Episode* episode = find(problems.facts.episodes, typed.episode);
    if (episode == nullptr) {
        return say_unknown(typed.episode, "open", problems.facts.episodes);
    }
    const auto on = read_wear_day(typed.on, problems.today());
    if (!on) {
        return refuse(on.error());
    }
    if (episode->started_on && *on < *episode->started_on) {
        return refuse(fmt::format("It began on {}, so it cannot have ended on {}.",
                                  format_day(*episode->started_on), format_day(*on)));
    }
    if (typed.consent == Consent::ask) {
        if (!is_a_dialog()) {
            return refuse("Nobody to ask here: say --yes to end it.");
        }
        if (!confirmed(fmt::format("End problem {} on {}? Its plan stops; what was told of it is "
                                   "kept, and 'footsure episode reopen' takes this back.",
                                   printable(typed.episode), format_day(*on)))) {
            fmt::print("Nothing was changed.\n");
            return kFine;
        }
    }
    const auto ended = problems.service.end_episode(problems.runner, episode->id, *on);
    return ended ? list_again(problems, options) : report(ended.error());
}

int reopen(const Problems& problems, const std::string& id, const DataOptions& options) {
    const Episode* episode = find(problems.facts.ended, id);
    if (episode == nullptr) {
        return say_unknown(id, "ended", problems.facts.ended);
    }
    const auto opened = problems.service.reopen_episode(problems.runner, episode->id);
    return opened ? list_again(problems, options) : report(opened.error());
}

int add_visit(const Problems& problems, const TypedVisit& typed, const DataOptions& options) {
    const Episode* episode = find(problems.facts.episodes, typed.episode);
    if (episode == nullptr) {
        return say_unknown(typed.episode, "open", problems.facts.episodes);
    }
    const auto seen = read_visit(typed, problems.today(), embedded_knowledge());
    if (!seen) {
        return refuse(seen.error());
    }
    const auto added =
        problems.service.add_seen(problems.runner, episode->id, *seen, service::now().at);
    return added ? list_again(problems, options) : report(added.error());
}

}  // namespace

int run_episode_list(const DataOptions& options) {
    return with_problems(options,
                         [&](const Problems& problems) { return list(problems, options); });
}

int run_episode_end(const TypedEnding& typed, const DataOptions& options) {
    return with_problems(options,
                         [&](const Problems& problems) { return end(problems, typed, options); });
}

int run_episode_reopen(const std::string& id, const DataOptions& options) {
    return with_problems(options,
                         [&](const Problems& problems) { return reopen(problems, id, options); });
}

int run_episode_seen(const TypedVisit& typed, const DataOptions& options) {
    return with_problems(
        options, [&](const Problems& problems) { return add_visit(problems, typed, options); });
}

}  // namespace footsure::app
