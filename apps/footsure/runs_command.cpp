// SPDX-License-Identifier: Apache-2.0
#include "footsure/commands.hpp"
#include "footsure/data_folder.hpp"
#include "footsure/exit_code.hpp"
#include "footsure/import_view.hpp"
#include "footsure/typed_run.hpp"
#include "footsure/typed_session.hpp"
#include "wire/wire.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace footsure::app {

namespace {

constexpr std::size_t kShortId = 8;

std::string clock_time(Seconds time) {
    const auto whole = std::lround(time.value());
    return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

std::string short_id(std::string_view id) {
    const auto dot = id.find('.');
    const auto tail = dot == std::string_view::npos ? std::string_view() : id.substr(dot);
    return std::string(id.substr(0, kShortId)) + std::string(tail);
}

/// Whether what was typed means this id: a beginning of it, and its ending if it has one.
bool means(std::string_view typed, std::string_view id) {
    const auto head = typed.substr(0, typed.find('.'));
    const auto tail = typed.substr(head.size());
    const auto id_head = id.substr(0, id.find('.'));
    return !head.empty() && id_head.starts_with(head) && id.substr(id_head.size()) == tail;
}

void print_row(const StoredRun& run) {
    const auto& summary = run.summary;
    std::string rest = summary.sport == "running" ? "" : summary.sport;
    if (!summary.name.empty()) {
        rest += (rest.empty() ? "" : ", ") + summary.name;
    }
    if (!summary.shoe.empty()) {
        rest += (rest.empty() ? "" : ", ") + summary.shoe;
    }
    if (run.recordings.size() > 1) {
        rest += fmt::format("{}{} recordings", rest.empty() ? "" : ", ", run.recordings.size());
    }
    if (run.visibility == Visibility::hidden) {
        rest += rest.empty() ? "hidden" : ", hidden";
    }
    if (run.correction != Correction{}) {
        rest += rest.empty() ? "corrected" : ", corrected";
    }
    // A session that is no run may have neither.
    const bool has_distance = summary.sport == "running" || summary.distance.value() > 0;
    const bool has_time = summary.sport == "running" || summary.timer.value() > 0;
    fmt::print("{:<10}  {}  {:>10}  {:>9}  {}\n", short_id(summary.id.text()),
               format_local({summary.started_at, summary.offset}).substr(0, 16),
               has_distance ? fmt::format("{:.2f} km", summary.distance.value() / 1000) : "",
               has_time ? clock_time(summary.timer) : "", rest);
}

void print_count(const std::vector<StoredRun>& all) {
    const auto runs = static_cast<std::size_t>(std::ranges::count_if(
        all, [](const StoredRun& run) { return run.summary.sport == "running"; }));
    fmt::print("{} runs", runs);
    if (const std::size_t others = all.size() - runs; others > 0) {
        fmt::print(" and {} other session{}", others, others == 1 ? "" : "s");
    }
    fmt::print("\n");
}

void print_run(const StoredRun& run) {
    print_row(run);
    if (run.summary.perceived_exertion) {
        fmt::print("  perceived exertion {:.1f} of 10\n", *run.summary.perceived_exertion);
    }
    if (run.summary.terrain.ground != Terrain::unknown) {
        fmt::print("  ground: {} ({})\n", word(run.summary.terrain.ground),
                   word(run.summary.terrain.origin));
    }
    for (const ExerciseDone& done : run.summary.exercises) {
        fmt::print("  exercise {}: {} x {}, {}\n", done.exercise.text(), done.sets,
                   done.repetitions, word(done.side));
    }
    fmt::print("  dose from: {}\n", word(run.summary.quality));
    for (const Recording& recording : run.recordings) {
        fmt::print("  recording {}  {}  {:.2f} km in {}: {}\n", short_id(recording.id.text()),
                   word(recording.format), recording.distance.value() / 1000,
                   clock_time(recording.elapsed), recording.path);
    }
    if (run.recordings.size() > 1) {
        fmt::print("  If these are two runs: 'footsure runs part RECORDING'.\n");
    }
}

/// The one run that the typed id means; says why when it is none or several.
template <class Act>
int with_run(const DataOptions& options, const std::string& typed, Act act) {
    return with_runner(options, [&](service::Service& service, const RunnerId& runner) {
        const auto ids = service.run_ids(runner);
        if (!ids) {
            return report(ids.error());
        }
        std::vector<ActivityId> meant;
        for (const auto& id : *ids) {
            if (means(typed, id.text())) {
                meant.push_back(id);
            }
        }
        if (meant.size() != 1) {
            fmt::print(stderr, "{} run has the id '{}': see 'footsure runs'.\n",
                       meant.empty() ? "No" : "More than one", typed);
            return kNothingFound;
        }
        return act(service, runner, meant.front());
    });
}

int print_changed(const store::Stored<StoredRun>& run, const DataOptions& options) {
    if (!run) {
        return report(run.error());
    }
    if (options.output == Output::json) {
        fmt::print("{}\n", wire::write_run(*run));
    } else {
        print_run(*run);
    }
    return kFine;
}

/// The recordings that the typed id may mean.
std::vector<RecordingId> recordings_meant(const std::vector<StoredRun>& runs,
                                          const std::string& typed) {
    std::vector<RecordingId> meant;
    for (const auto& run : runs) {
        for (const auto& recording : run.recordings) {
            if (means(typed, recording.id.text())) {
                meant.push_back(recording.id);
            }
        }
    }
    return meant;
}

int part_or_rejoin(service::Service& service, const std::string& typed, RunChange change,
                   const DataOptions& options) {
    const RunnerId runner(options.runner);
    const auto runs = service.runs(runner);
    if (!runs) {
        return report(runs.error());
    }
    const auto meant = recordings_meant(*runs, typed);
    if (meant.size() != 1) {
        fmt::print(stderr, "{} recording has the id '{}': see 'footsure runs show RUN'.\n",
                   meant.empty() ? "No" : "More than one", typed);
        return kNothingFound;
    }
    const auto at = service::now().at;
    const auto id = change == RunChange::part ? service.part(runner, meant.front(), at)
                                              : service.rejoin(runner, meant.front(), at);
    return id ? print_changed(service.run(runner, *id), options) : report(id.error());
}

}  // namespace

int run_runs_list(const DataOptions& options) {
    return with_runner(options, [&](service::Service& service, const RunnerId& runner) {
        const auto runs = service.runs(runner);
        if (!runs) {
            return report(runs.error());
        }
        if (options.output == Output::json) {
            fmt::print("{}\n", wire::write_runs(*runs));
            return kFine;
        }
        for (const auto& run : *runs) {
            print_row(run);
        }
        print_count(*runs);
        return runs->empty() ? kNothingFound : kFine;
    });
}

int run_runs_show(const std::string& id, const DataOptions& options) {
    return with_run(options, id,
                    [&](service::Service& service, const RunnerId& runner, const ActivityId& run) {
                        return print_changed(service.run(runner, run), options);
                    });
}

int run_runs_add(const TypedRun& typed, const DataOptions& options) {
    const auto run = read_manual_run(typed);
    if (!run) {
        fmt::print(stderr, "{}\n", run.error());
        return kUsage;
    }
    if (const auto unknown = unknown_exercise(run->told.exercises, embedded_knowledge());
        !unknown.empty()) {
        fmt::print(stderr, "There is no exercise '{}'.\n", unknown);
        return kUsage;
    }
    return with_runner(options, [&](service::Service& service, const RunnerId& runner) {
        const auto added = service.add_run(runner, *run, service::now().at);
        if (!added) {
            return report(added.error());
        }
        if (added->outcome != FileOutcome::imported) {
            fmt::print(stderr, "{}\n", line_of(*added));
        }
        return added->activities.empty()
                   ? kFailure
                   : print_changed(service.run(runner, added->activities.front()), options);
    });
}

int run_runs_correct(const std::string& id, const TypedRun& typed, const DataOptions& options) {
    const auto correction = read_correction(typed);
    if (!correction) {
        fmt::print(stderr, "{}\n", correction.error());
        return kUsage;
    }
    return with_run(options, id,
                    [&](service::Service& service, const RunnerId& runner, const ActivityId& run) {
                        return print_changed(
                            service.correct(runner, run, *correction, service::now().at), options);
                    });
}

int run_runs_change(const std::string& id, RunChange change, const DataOptions& options) {
    if (change == RunChange::part || change == RunChange::rejoin) {
        return with_runner(options, [&](service::Service& service, const RunnerId& /*runner*/) {
            return part_or_rejoin(service, id, change, options);
        });
    }
    return with_run(
        options, id, [&](service::Service& service, const RunnerId& runner, const ActivityId& run) {
            if (change == RunChange::drop_corrections) {
                return print_changed(service.drop_corrections(runner, run), options);
            }
            const auto visibility =
                change == RunChange::hide ? Visibility::hidden : Visibility::shown;
            const auto done = service.show(runner, run, visibility, service::now().at);
            return done ? print_changed(service.run(runner, run), options) : report(done.error());
        });
}

}  // namespace footsure::app
