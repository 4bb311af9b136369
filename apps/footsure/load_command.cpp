// SPDX-License-Identifier: Apache-2.0
#include "footsure/advice_text.hpp"
#include "footsure/commands.hpp"
#include "footsure/data_folder.hpp"
#include "footsure/embedded_knowledge.hpp"
#include "footsure/exit_code.hpp"
#include "load/load.hpp"
#include "wire/wire.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace footsure::app {

namespace {

constexpr std::size_t kRunsShown = 20;

void print_ledger(const wire::Ledger& ledger) {
    const auto& runs = ledger.activities;
    const std::size_t first = runs.size() > kRunsShown ? runs.size() - kRunsShown : 0;
    fmt::print("Dose in easy-km equivalents per leg (in brackets one standard deviation either "
               "way).\n1 = one kilometre at 3.0 m/s on level road; only compare with your own "
               "runs.\n\n");
    fmt::print("{:<10}  {:>8}  {:>22}  {:>22}\n", "day", "km", "Achilles tendon", "tibia");
    for (std::size_t i = first; i < runs.size(); ++i) {
        const auto& run = runs[i];
        fmt::print("{:<10}  {:>8.1f}", format_day(day_of(run.started_at, run.offset)),
                   run.distance.value() / 1000);
        for (const auto& dose : run.doses) {
            fmt::print("  {:>6.1f} ({:>5.1f} to {:>5.1f})", dose.dose.value(), dose.low.value(),
                       dose.high.value());
        }
        fmt::print("\n");
    }
    if (first > 0) {
        fmt::print("({} earlier runs with --json)\n", first);
    }
    for (const auto& exposure : ledger.exposures) {
        fmt::print("\n{}: unresolved {:.1f}, used to {:.1f} a day, tolerates about {:.1f} a day; "
                   "use {:.2f} of that, from {} days of history\n",
                   word(exposure.tissue), exposure.unresolved.value(), exposure.accustomed.value(),
                   exposure.tolerated.value(), exposure.utilisation, exposure.history_days);
    }
}

/// Opens the data and calls `act(service, at)`; says why when either cannot be had.
template <class Act>
int with_data(const DataOptions& options, const Knowledge& knowledge, Act act) {
    auto service = open_service(options, knowledge);
    const auto at = moment(options);
    if (!service || !at) {
        fmt::print(stderr, "{}\n", service ? at.error() : service.error());
        return service ? kUsage : kFailure;
    }
    return act(*service, *at);
}

int print_load(service::Service& service, LocalInstant at, const DataOptions& options) {
    auto activities = service.activities(RunnerId(options.runner), at);
    if (!activities) {
        return report(activities.error());
    }
    wire::Ledger ledger{
        .runner = RunnerId(options.runner), .at = at, .activities = std::move(*activities)};
    if (ledger.activities.empty()) {
        fmt::print(stderr, "No runs are stored up to then.\n");
        return kNothingFound;
    }
    CaseFile facts{.activities = ledger.activities};
    ledger.exposures = load::exposures(facts, at.at);
    if (options.output == Output::json) {
        fmt::print("{}\n", wire::write_ledger(ledger));
    } else {
        print_ledger(ledger);
    }
    return kFine;
}

int print_guard(service::Service& service, LocalInstant at, const DataOptions& options) {
    const auto advice = service.advise(RunnerId(options.runner), at);
    if (!advice) {
        return report(advice.error());
    }
    if (options.output == Output::json) {
        fmt::print("{}\n", wire::write_guard(*advice));
    } else {
        fmt::print("{}", guard_text(advice->guard));
    }
    return kFine;
}

}  // namespace

int run_load(const DataOptions& options) {
    const auto knowledge = embedded_knowledge();
    return with_data(options, knowledge, [&](service::Service& service, LocalInstant at) {
        return print_load(service, at, options);
    });
}

int run_guard(const DataOptions& options) {
    const auto knowledge = embedded_knowledge();
    return with_data(options, knowledge, [&](service::Service& service, LocalInstant at) {
        return print_guard(service, at, options);
    });
}

}  // namespace footsure::app
