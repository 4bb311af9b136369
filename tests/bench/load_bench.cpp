// SPDX-License-Identifier: Apache-2.0
#include "load_bench.hpp"

#include "load/load.hpp"

#include <benchmark/benchmark.h>

#include <chrono>
#include <cmath>
#include <cstdint>
#include <vector>

namespace footsure::bench {

namespace {

constexpr std::size_t kRunsOfAYear = 300;
constexpr std::size_t kRecordsOfARun = 3000;
constexpr Instant kStart{std::chrono::sys_days(std::chrono::year(2025) / 1 / 1)};

enum class Channels : std::uint8_t { speed, dynamics, dynamics_and_balance };

/// One Record a second on rolling ground at a changing pace, as a watch would write it.
Activity run_of(std::size_t number, Channels channels) {
    Activity run;
    run.started_at = kStart + std::chrono::hours(29 * number);
    run.legs.push_back({.sport = "running", .sub_sport = "generic"});
    double along = 0;
    for (std::size_t i = 0; i < kRecordsOfARun; ++i) {
        const double t = static_cast<double>(i);
        const double speed = 3 + 0.4 * std::sin(t / 37) + 0.2 * std::sin(t / 11);
        along += speed;
        run.records.at.push_back(*run.started_at + std::chrono::seconds(i));
        run.records.speed.set(i, MetresPerSecond(speed));
        run.records.distance.set(i, Metres(along));
        run.records.altitude.set(i, Metres(100 + 15 * std::sin(along / 400)));
        if (channels != Channels::speed) {
            run.records.cadence.set(i, Cadence(168 + 4 * speed));
            run.records.stance_time.set(i, Seconds(0.30 - 0.02 * speed));
            run.records.vertical_oscillation.set(i, Metres(0.09));
        }
        if (channels == Channels::dynamics_and_balance) {
            run.records.stance_time_balance.set(i, Share(0.497 + 0.003 * std::sin(t / 5)));
        }
    }
    return run;
}

void dose_of_a_year(benchmark::State& state, Channels channels) {
    std::vector<Activity> runs;
    for (std::size_t i = 0; i < kRunsOfAYear; ++i) {
        runs.push_back(run_of(i, channels));
    }
    while (state.KeepRunning()) {
        for (const Activity& run : runs) {
            benchmark::DoNotOptimize(load::summarise(run, {}));
        }
    }
    state.SetItemsProcessed(state.iterations() *
                            static_cast<std::int64_t>(kRunsOfAYear * kRecordsOfARun));
}

/// Per run the cost must not grow with the history.
void state_after(benchmark::State& state) {
    CaseFile case_file;
    const Activity model = run_of(0, Channels::dynamics);
    const auto summary = load::summarise(model, {});
    const auto count = static_cast<std::size_t>(state.range(0));
    for (std::size_t i = 0; i < count; ++i) {
        case_file.activities.push_back(*summary);
        case_file.activities.back().started_at = kStart + std::chrono::hours(29 * i);
    }
    const Instant now = kStart + std::chrono::hours(29 * count);
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(load::exposures(case_file, now));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(count));
}

}  // namespace

void register_load() {
    constexpr std::int64_t kFew = 300;
    constexpr std::int64_t kMany = 3000;
    benchmark::RegisterBenchmark("year_speed_only", dose_of_a_year, Channels::speed)
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("year_dynamics", dose_of_a_year, Channels::dynamics)
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("year_balance", dose_of_a_year, Channels::dynamics_and_balance)
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("tissue_state", state_after)
        ->Arg(kFew)
        ->Arg(kMany)
        ->Unit(benchmark::kMicrosecond);
}

}  // namespace footsure::bench
