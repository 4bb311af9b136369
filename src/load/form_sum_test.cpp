// SPDX-License-Identifier: Apache-2.0
#include "load/run_measures.hpp"
#include "load/track.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>

using namespace footsure;

namespace {

constexpr Instant kStart{std::chrono::sys_days(std::chrono::year(2026) / 2 / 1)};

struct Steps {
    double speed = 3;
    double cadence = 168;
    double stance = 0.245;
    double oscillation = 0.09;
    double balance = 0.5;
    double grade = 0;
};

/// Adds a stretch with a Record each second.
void run_on(Activity& run, const Steps& steps, int seconds) {
    Records& records = run.records;
    double distance = records.at.empty() ? 0 : records.distance.raw().back();
    double altitude = records.at.empty() ? 100 : records.altitude.raw().back();
    const Instant from = records.at.empty() ? kStart : records.at.back() + std::chrono::seconds(1);
    for (int s = 0; s < seconds; ++s) {
        const std::size_t i = records.size();
        records.at.push_back(from + std::chrono::seconds(s));
        records.distance.set(i, Metres(distance += steps.speed));
        records.altitude.set(i, Metres(altitude += steps.speed * steps.grade));
        records.speed.set(i, MetresPerSecond(steps.speed));
        records.cadence.set(i, Cadence(steps.cadence));
        records.stance_time.set(i, Seconds(steps.stance));
        records.vertical_oscillation.set(i, Metres(steps.oscillation));
        records.stance_time_balance.set(i, Share(steps.balance));
    }
}

Activity run_of(const Steps& steps, int seconds) {
    Activity run;
    run.device = "maker watch";
    run.legs.push_back({.sport = "running", .sub_sport = "generic"});
    run_on(run, steps, seconds);
    return run;
}

ActivitySummary measured(const Activity& run) {
    ActivitySummary summary;
    const load::RunningPart part(run);
    load::RunMeasures measures(run, part);
    load::Track track(run.records);
    for (std::size_t i = 0; i < track.intervals(); ++i) {
        if (part.ground_at(track.begins(i))) {
            measures.add(track.segment(i), i + 1);
        }
    }
    measures.write(summary);
    return summary;
}

RunForm form_of(const Activity& run) {
    return measured(run).form;
}

SensorChannel channel(std::string sensor, SensorQuantity quantity, Side side, double value,
                      std::size_t records) {
    return {std::move(sensor), quantity, side, std::vector<double>(records, value)};
}

}  // namespace

TEST_CASE("form: the means of a steady run are its values") {
    const RunForm form = form_of(run_of({.balance = 0.512}, 601));
    CHECK(form.measured.value() == doctest::Approx(600));
    CHECK(form.speed.value() == doctest::Approx(3));
    CHECK(form.cadence->value() == doctest::Approx(168));
    CHECK(form.stance_time->value() == doctest::Approx(0.245));
    CHECK(form.vertical_oscillation->value() == doctest::Approx(0.09));
    CHECK(form.balance->value() == doctest::Approx(0.512));
    CHECK(form.device == "maker watch");
    CHECK_FALSE(form.cadence_drift);
}

TEST_CASE("form: the summary of a run carries it") {
    const auto summary = load::summarise(run_of({}, 601), {});
    REQUIRE(summary);
    CHECK(summary->form.cadence->value() == doctest::Approx(168));
    CHECK(summary->fast_speed->value() == doctest::Approx(3));
    CHECK(summary->terrain.hilly->value() == 0);
}

TEST_CASE("form: hills, walking and steps without flight stay out of the means") {
    Activity run = run_of({}, 600);
    run_on(run, {.cadence = 150, .stance = 0.3, .grade = 0.05}, 600);
    CHECK(form_of(run).cadence->value() == doctest::Approx(168).epsilon(0.002));
    CHECK(form_of(run).measured.value() < 660);
    Activity walk = run_of({}, 600);
    run_on(walk, {.speed = 1.5, .cadence = 110, .stance = 0.39}, 600);
    run_on(walk, {.speed = 2, .cadence = 160, .stance = 0.37}, 600);
    const RunForm form = form_of(walk);
    CHECK(form.cadence->value() == doctest::Approx(168).epsilon(0.002));
    CHECK(form.stance_time->value() == doctest::Approx(0.245).epsilon(0.002));
}

TEST_CASE("form: values no runner has are not measured, the rest of the second is") {
    for (const double stance : {0.02, 0.149, 0.401, 0.9}) {
        const RunForm form = form_of(run_of({.stance = stance}, 601));
        CHECK_FALSE(form.stance_time);
        CHECK(form.cadence->value() == doctest::Approx(168));
    }
    CHECK(form_of(run_of({.stance = 0.15}, 601)).stance_time);
    CHECK_FALSE(form_of(run_of({.balance = 0.2}, 601)).balance);
    CHECK_FALSE(form_of(run_of({.oscillation = 0.3}, 601)).vertical_oscillation);
}

TEST_CASE("form: a mean needs a minute and half of the level running") {
    CHECK(form_of(run_of({}, 59)).measured.value() == 0);
    CHECK(form_of(run_of({}, 62)).measured.value() == doctest::Approx(61));
    Activity half = run_of({}, 290);
    run_on(half, {.stance = std::nan("")}, 310);
    CHECK_FALSE(form_of(half).stance_time);
    CHECK(form_of(half).cadence);
    run_on(half, {}, 60);
    CHECK(form_of(half).stance_time);
}

TEST_CASE("form: drift compares the last third with the first at like speed") {
    Activity run = run_of({}, 700);
    run_on(run, {}, 700);
    run_on(run, {.cadence = 168 * 0.95, .stance = 0.245 * 1.04}, 700);
    const RunForm form = form_of(run);
    CHECK(*form.cadence_drift == doctest::Approx(-0.05).epsilon(0.01));
    CHECK(*form.stance_drift == doctest::Approx(0.04).epsilon(0.01));
    Activity faster = run_of({}, 1400);
    run_on(faster, {.speed = 4, .cadence = 180, .stance = 0.21}, 700);
    CHECK_FALSE(form_of(faster).stance_drift);
    CHECK_FALSE(form_of(run_of({}, 1700)).cadence_drift);
    CHECK(*form_of(run_of({}, 1900)).cadence_drift == doctest::Approx(0));
}

TEST_CASE("form: only running Legs are measured") {
    Activity duathlon = run_of({}, 600);
    run_on(duathlon, {.cadence = 180}, 600);
    duathlon.legs.front().started_at = kStart;
    Leg ride{.sport = "cycling", .sub_sport = "generic"};
    ride.started_at = kStart + std::chrono::seconds(600);
    duathlon.legs.push_back(ride);
    CHECK(form_of(duathlon).cadence->value() == doctest::Approx(168).epsilon(1e-3));
}

TEST_CASE("form: a sensor stands in only for what the device lacks, and is named") {
    Activity run = run_of({}, 601);
    const std::size_t n = run.records.size();
    run.records.sensors = {channel("Stryd", SensorQuantity::stance_time, Side::both, 0.22, n),
                           channel("RunScribe", SensorQuantity::stance_time, Side::left, 0.26, n),
                           channel("RunScribe", SensorQuantity::stance_time, Side::right, 0.24, n)};
    CHECK(form_of(run).stance_time->value() == doctest::Approx(0.245));
    CHECK(form_of(run).device == "maker watch");
    run.records.stance_time = {};
    run.records.stance_time_balance = {};
    const RunForm both_feet = form_of(run);
    CHECK(both_feet.stance_time->value() == doctest::Approx(0.25));
    CHECK(both_feet.balance->value() == doctest::Approx(0.52));
    CHECK(both_feet.device == "maker watch + RunScribe");
    run.records.sensors.pop_back();
    CHECK(form_of(run).stance_time->value() == doctest::Approx(0.22));
    CHECK_FALSE(form_of(run).balance);
    CHECK(form_of(run).device == "maker watch + Stryd");
}

TEST_CASE("fast speed: reached in the fastest tenth of the running time") {
    Activity run = run_of({.speed = 3}, 900);
    run_on(run, {.speed = 5}, 120);
    CHECK(measured(run).fast_speed->value() == doctest::Approx(5));
    run_on(run, {.speed = 3}, 1000);
    CHECK(measured(run).fast_speed->value() == doctest::Approx(3));
    run_on(run, {.speed = 1}, 100'000);
    CHECK(measured(run).fast_speed->value() == doctest::Approx(3));
    CHECK_FALSE(measured(run_of({}, 50)).fast_speed);
}

TEST_CASE("form: the left foot is the left foot") {
    CHECK(form_of(run_of({.balance = 0.47}, 601)).balance->value() == doctest::Approx(0.47));
}
