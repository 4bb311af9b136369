// SPDX-License-Identifier: Apache-2.0
// What a watch writes wrongly: cleaned by a rule, counted, and the run still has its dose.
#include "load/load.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>
#include <functional>

using namespace footsure;

namespace {

constexpr Instant kStart{std::chrono::sys_days(std::chrono::year(2026) / 1 / 5)};

/// Ten minutes at 3 m/s with everything a watch measures.
Activity clean_run() {
    Activity run;
    run.started_at = kStart;
    run.legs.push_back({.sport = "running", .sub_sport = "street"});
    for (std::size_t i = 0; i <= 600; ++i) {
        const auto t = static_cast<double>(i);
        run.records.at.push_back(kStart + std::chrono::seconds(i));
        run.records.speed.set(i, MetresPerSecond(3));
        run.records.distance.set(i, Metres(3 * t));
        run.records.altitude.set(i, Metres(200));
        run.records.cadence.set(i, Cadence(168));
        run.records.stance_time.set(i, Seconds(0.245));
    }
    return run;
}

/// The run after `change` of every tenth Record.
ActivitySummary with(const std::function<void(Records&, std::size_t)>& change) {
    Activity run = clean_run();
    for (std::size_t i = 5; i < run.records.size(); i += 10) {
        change(run.records, i);
    }
    return *load::summarise(run, {});
}

double achilles(const ActivitySummary& run) {
    return run.doses[index_of(Tissue::achilles)].dose.value();
}

double clean() {
    return achilles(*load::summarise(clean_run(), {}));
}

}  // namespace

TEST_CASE("cleaning: nothing is counted where nothing is wrong") {
    const auto run = *load::summarise(clean_run(), {});
    CHECK(run.cleaned == Cleaned{.intervals = 600});
    CHECK(run.quality == DoseQuality::speed_cadence_stance);
}

TEST_CASE("cleaning: stance times of 20 and 900 ms are left out, not the steps") {
    for (const double stance : {0.020, 0.900}) {
        const auto run =
            with([&](Records& r, std::size_t i) { r.stance_time.set(i, Seconds(stance)); });
        CHECK(run.cleaned.stance_out_of_range == 60);
        CHECK(achilles(run) == doctest::Approx(clean()).epsilon(0.02));
    }
}

TEST_CASE("cleaning: a stance without flight at running speed does not turn running into walking") {
    const auto run = with([](Records& r, std::size_t i) { r.stance_time.set(i, Seconds(0.38)); });
    CHECK(run.cleaned.stance_not_credible == 60);
    CHECK(achilles(run) == doctest::Approx(clean()).epsilon(0.02));
}

TEST_CASE("cleaning: a stance time against the watch's own rise and fall is not believed") {
    const auto run =
        with([](Records& r, std::size_t i) { r.vertical_oscillation.set(i, Metres(0.14)); });
    CHECK(run.cleaned.stance_not_credible == 60);
}

TEST_CASE("cleaning: cadence stored per foot is doubled, and a slow walk's is not") {
    Activity per_foot = clean_run();
    for (std::size_t i = 0; i < per_foot.records.size(); ++i) {
        per_foot.records.cadence.set(i, Cadence(84));
    }
    const auto run = *load::summarise(per_foot, {});
    CHECK(run.cleaned.cadence_doubled == 600);
    CHECK(achilles(run) == doctest::Approx(clean()).epsilon(1e-9));
    for (std::size_t i = 0; i < per_foot.records.size(); ++i) {
        const auto t = static_cast<double>(i);
        per_foot.records.speed.set(i, MetresPerSecond(1.4));
        per_foot.records.distance.set(i, Metres(1.4 * t));
        per_foot.records.cadence.set(i, Cadence(112));
    }
    CHECK(load::summarise(per_foot, {})->cleaned.cadence_doubled == 0);
}

TEST_CASE("cleaning: a cadence nobody runs is replaced by the population's") {
    const auto run = with([](Records& r, std::size_t i) { r.cadence.set(i, Cadence(250)); });
    CHECK(run.cleaned.cadence_out_of_range == 60);
    CHECK(achilles(run) == doctest::Approx(clean()).epsilon(0.02));
}

TEST_CASE("cleaning: speed spikes take the speed of the way around them") {
    const auto run = with([](Records& r, std::size_t i) { r.speed.set(i, MetresPerSecond(40)); });
    CHECK(run.cleaned.speed_spikes == 60);
    CHECK(achilles(run) == doctest::Approx(clean()).epsilon(0.001));
}

TEST_CASE("cleaning: a spike of the altitude is limited to 25 % and counted") {
    const auto run = with([](Records& r, std::size_t i) {
        if (i == 305) {
            r.altitude.set(i, Metres(400));
        }
    });
    CHECK(run.cleaned.grade_limited > 0);
    // At most the 60 m on either side are touched.
    CHECK(achilles(run) < 1.6 * clean());
    CHECK(achilles(run) > clean());
}

TEST_CASE("cleaning: missing seconds are bridged with the speed over them") {
    const Activity whole = clean_run();
    Activity holes;
    holes.started_at = kStart;
    holes.legs = whole.legs;
    for (std::size_t i = 0; i < whole.records.size(); ++i) {
        if (i > 100 && i < 140) {
            continue;
        }
        const std::size_t to = holes.records.size();
        holes.records.at.push_back(whole.records.at[i]);
        holes.records.distance.set(to, *whole.records.distance.at(i));
        holes.records.speed.set(to, *whole.records.speed.at(i));
        holes.records.cadence.set(to, *whole.records.cadence.at(i));
        holes.records.stance_time.set(to, *whole.records.stance_time.at(i));
        holes.records.altitude.set(to, Metres(200));
    }
    const auto run = *load::summarise(holes, {});
    CHECK(run.cleaned.gaps == 1);
    CHECK(run.cleaned.gap_seconds == 40);
    CHECK(achilles(run) == doctest::Approx(clean()).epsilon(0.001));
}
