// SPDX-License-Identifier: Apache-2.0
#include "load/load.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>
#include <functional>

using namespace footsure;

namespace {

constexpr Instant kStart{std::chrono::sys_days(std::chrono::year(2026) / 2 / 1)};

Instant after(double seconds) {
    return kStart + std::chrono::microseconds(std::llround(seconds * 1e6));
}

Leg leg_of(std::string sport, double distance, double time, std::string sub_sport = "generic") {
    Leg leg;
    leg.sport = std::move(sport);
    leg.sub_sport = std::move(sub_sport);
    leg.started_at = kStart;
    leg.elapsed = Seconds(time);
    leg.timer = Seconds(time);
    leg.distance = Metres(distance);
    return leg;
}

/// A level run at one speed with a Record each `step` seconds: distance, speed and altitude.
Activity steady_run(double speed, double time, double step = 1) {
    Activity run;
    run.started_at = kStart;
    run.legs.push_back(leg_of("running", speed * time, time));
    for (double t = 0; t <= time; t += step) {
        const std::size_t i = run.records.size();
        run.records.at.push_back(after(t));
        run.records.distance.set(i, Metres(speed * t));
        run.records.speed.set(i, MetresPerSecond(speed));
        run.records.altitude.set(i, Metres(100));
    }
    return run;
}

void add_dynamics(Activity& run, double cadence, double stance) {
    for (std::size_t i = 0; i < run.records.size(); ++i) {
        run.records.cadence.set(i, Cadence(cadence));
        if (stance > 0) {
            run.records.stance_time.set(i, Seconds(stance));
        }
    }
}

ActivitySummary summary_of(const Activity& activity) {
    const auto summary = load::summarise(activity, {});
    REQUIRE(summary);
    return *summary;
}

double achilles(const ActivitySummary& summary) {
    return summary.doses[0].dose.value();
}

double tibia(const ActivitySummary& summary) {
    return summary.doses[1].dose.value();
}

}  // namespace

TEST_CASE("summary: an easy level run is its kilometres") {
    const ActivitySummary run = summary_of(steady_run(3, 2000));
    CHECK(achilles(run) == doctest::Approx(6.0043).epsilon(1e-4));
    CHECK(tibia(run) == doctest::Approx(6.0043).epsilon(1e-4));
    CHECK(run.quality == DoseQuality::speed_only);
    CHECK(run.sport == "running");
    CHECK(run.distance.value() == 6000);
    CHECK(run.timer.value() == 2000);
    CHECK(run.started_at == kStart);
    CHECK(run.doses[1].tissue == Tissue::tibia);
}

TEST_CASE("summary: fewer inputs widen the band and keep the dose inside it") {
    Activity full = steady_run(3.2, 1800);
    add_dynamics(full, 169, 0.239);
    Activity no_stance = steady_run(3.2, 1800);
    add_dynamics(no_stance, 169, 0);
    Activity totals = full;
    totals.records = {};
    const ActivitySummary best = summary_of(full);
    const ActivitySummary middle = summary_of(no_stance);
    const ActivitySummary worst = summary_of(totals);
    CHECK(best.quality == DoseQuality::speed_cadence_stance);
    CHECK(middle.quality == DoseQuality::speed_cadence);
    CHECK(worst.quality == DoseQuality::distance_and_time);
    for (std::size_t i = 0; i < kTissues.size(); ++i) {
        CHECK(worst.doses[i].low <= middle.doses[i].low);
        CHECK(middle.doses[i].low <= best.doses[i].low);
        CHECK(best.doses[i].high <= middle.doses[i].high);
        CHECK(middle.doses[i].high <= worst.doses[i].high);
        CHECK(best.doses[i].dose >= middle.doses[i].low);
        CHECK(best.doses[i].dose <= middle.doses[i].high);
    }
}

TEST_CASE("summary: Records weigh by the time between them") {
    const double each_second = achilles(summary_of(steady_run(3, 1800, 1)));
    CHECK(achilles(summary_of(steady_run(3, 1800, 7.5))) == doctest::Approx(each_second));
    CHECK(achilles(summary_of(steady_run(3, 1800, 30))) == doctest::Approx(each_second));
}

TEST_CASE("summary: a gap without progress is a pause, one with progress is running") {
    Activity paused = steady_run(3, 1000);
    for (std::size_t i = 501; i < paused.records.size(); ++i) {
        paused.records.at[i] += std::chrono::minutes(5);
    }
    CHECK(achilles(summary_of(paused)) ==
          doctest::Approx(achilles(summary_of(steady_run(3, 1000)))).epsilon(0.002));
    Activity lost = steady_run(3, 1000);
    Activity holed;
    holed.legs = lost.legs;
    for (std::size_t i = 0; i < lost.records.size(); ++i) {
        if (i < 300 || i > 420) {
            holed.records.distance.set(holed.records.size(), *lost.records.distance.at(i));
            holed.records.at.push_back(lost.records.at[i]);
        }
    }
    CHECK(achilles(summary_of(holed)) == doctest::Approx(achilles(summary_of(lost))));
}

TEST_CASE("summary: speed comes from distance, else from positions") {
    const ActivitySummary measured = summary_of(steady_run(3, 1000));
    Activity stepped = steady_run(3, 1000);
    stepped.records.speed = {};
    for (std::size_t i = 0; i < stepped.records.size(); ++i) {
        stepped.records.distance.set(i, Metres(3.0 * static_cast<double>(i / 4 * 4)));
    }
    CHECK(achilles(summary_of(stepped)) == doctest::Approx(achilles(measured)).epsilon(0.01));
    Activity positions = steady_run(3, 1000);
    positions.records.speed = {};
    positions.records.distance = {};
    for (std::size_t i = 0; i < positions.records.size(); ++i) {
        const double north = 3.0 * static_cast<double>(i) / 111'195;
        positions.records.latitude.set(i, GeoDegrees(47 + north));
        positions.records.longitude.set(i, GeoDegrees(8));
    }
    CHECK(achilles(summary_of(positions)) == doctest::Approx(achilles(measured)).epsilon(0.001));
}

TEST_CASE("summary: grade comes from altitude over distance, and below 1 % is level") {
    const auto on_grade = [](double grade) {
        Activity run = steady_run(3, 1000);
        for (std::size_t i = 0; i < run.records.size(); ++i) {
            run.records.altitude.set(i, Metres(3.0 * grade * static_cast<double>(i)));
        }
        return summary_of(run);
    };
    const double three_degrees = std::tan(3 * std::acos(-1.0) / 180);
    CHECK(achilles(on_grade(three_degrees)) / 3 == doctest::Approx(1.7276).epsilon(1e-3));
    CHECK(tibia(on_grade(-three_degrees)) / 3 == doctest::Approx(0.8702).epsilon(1e-3));
    CHECK(achilles(on_grade(0.009)) == achilles(on_grade(0)));
    CHECK(achilles(on_grade(0.011)) > 1.03 * achilles(on_grade(0)));
    Activity flat = steady_run(3, 1000);
    flat.records.altitude = {};
    const ActivitySummary unknown = summary_of(flat);
    CHECK(achilles(unknown) == doctest::Approx(achilles(on_grade(0))));
    CHECK(unknown.doses[0].high > on_grade(0).doses[0].high);
}

TEST_CASE("summary: laps stand in for Records, totals for laps") {
    Activity run;
    run.started_at = kStart;
    run.legs.push_back(leg_of("running", 4000, 1250));
    for (const double speed : {4.0, 2.6667}) {
        Lap lap;
        lap.started_at = kStart;
        lap.distance = Metres(2000);
        lap.timer = Seconds(2000 / speed);
        run.laps.push_back(lap);
    }
    const ActivitySummary laps = summary_of(run);
    CHECK(laps.quality == DoseQuality::speed_only);
    CHECK(achilles(laps) == doctest::Approx(2 * 1.5743 + 2 * 0.8467).epsilon(0.002));
    run.laps.pop_back();
    const ActivitySummary totals = summary_of(run);
    CHECK(totals.quality == DoseQuality::distance_and_time);
    CHECK(achilles(totals) < achilles(laps));
    CHECK(totals.doses[0].high / totals.doses[0].dose > laps.doses[0].high / laps.doses[0].dose);
}

TEST_CASE("summary: Records that hold half of the run give way to the totals") {
    Activity run = steady_run(3, 1000);
    run.legs.front().distance = Metres(6000);
    run.legs.front().timer = Seconds(2000);
    const ActivitySummary summary = summary_of(run);
    CHECK(summary.quality == DoseQuality::distance_and_time);
    CHECK(achilles(summary) == doctest::Approx(6.0043).epsilon(1e-4));
}

TEST_CASE("summary: without totals the Records give distance and time") {
    Activity run = steady_run(3, 1000);
    run.legs.front().distance.reset();
    run.legs.front().timer.reset();
    run.legs.front().elapsed.reset();
    const ActivitySummary summary = summary_of(run);
    CHECK(summary.distance.value() == doctest::Approx(3000));
    CHECK(summary.timer.value() == doctest::Approx(1000));
    CHECK(summary.elapsed.value() == doctest::Approx(1000));
}

TEST_CASE("summary: only the running Legs of several count") {
    Activity duathlon = steady_run(3, 1000);
    for (std::size_t i = 500; i < duathlon.records.size(); ++i) {
        duathlon.records.speed.set(i, MetresPerSecond(9));
        duathlon.records.distance.set(i, Metres(1500 + 9 * (static_cast<double>(i) - 500)));
    }
    duathlon.legs = {leg_of("running", 1500, 500), leg_of("cycling", 4500, 500)};
    duathlon.legs[1].started_at = after(500);
    const ActivitySummary run = summary_of(duathlon);
    CHECK(run.sport == "running");
    CHECK(run.distance.value() == 1500);
    CHECK(achilles(run) == doctest::Approx(1.5).epsilon(0.01));
    std::swap(duathlon.legs[0], duathlon.legs[1]);
    duathlon.legs[0].started_at = kStart;
    duathlon.legs[1].started_at.reset();
    CHECK(summary_of(duathlon).quality == DoseQuality::distance_and_time);
}

TEST_CASE("summary: a treadmill filed as fitness equipment is a run") {
    Activity belt = steady_run(3, 1000);
    belt.legs.front().sport = "fitness_equipment";
    CHECK(summary_of(belt).quality == DoseQuality::none);
    CHECK(summary_of(belt).sport == "fitness_equipment");
    belt.legs.front().sub_sport = "treadmill";
    const ActivitySummary run = summary_of(belt);
    CHECK(run.sport == "running");
    CHECK(tibia(run) == doctest::Approx(3.002).epsilon(1e-3));
    CHECK(achilles(run) / tibia(run) == doctest::Approx(std::pow(1.125, 7)).epsilon(1e-6));
}

TEST_CASE("summary: other sports keep their totals and get no dose") {
    Activity ride = steady_run(8, 1000);
    ride.legs.front().sport = "cycling";
    const ActivitySummary summary = summary_of(ride);
    CHECK(summary.sport == "cycling");
    CHECK(summary.distance.value() == 8000);
    CHECK(summary.quality == DoseQuality::none);
    CHECK(achilles(summary) == 0);
    CHECK(summary.doses[1].tissue == Tissue::tibia);
}

TEST_CASE("summary: without a start there is none, a Leg's or Record's start will do") {
    Activity empty;
    CHECK_FALSE(load::summarise(empty, {}));
    empty.started_at = kStart;
    CHECK(summary_of(empty).quality == DoseQuality::none);
    Activity run = steady_run(3, 60);
    run.started_at.reset();
    run.legs.front().started_at.reset();
    CHECK(summary_of(run).started_at == kStart);
}

TEST_CASE("totals: distance and time, one of both, or nothing") {
    const auto dosed = [](double distance, double time) {
        ActivitySummary summary;
        summary.sport = "running";
        summary.distance = Metres(distance);
        summary.timer = Seconds(time);
        load::dose_from_totals(summary, {});
        return summary;
    };
    CHECK(achilles(dosed(1000, 1000 / 4.5)) == doctest::Approx(1.9275).epsilon(1e-4));
    CHECK(achilles(dosed(8000, 0)) == doctest::Approx(8 * 1.0007).epsilon(1e-4));
    CHECK(achilles(dosed(0, 1000)) == doctest::Approx(3 * 1.0007).epsilon(1e-4));
    CHECK(dosed(8000, 0).doses[0].high > dosed(8000, 8000.0 / 3).doses[0].high);
    CHECK(dosed(0, 0).quality == DoseQuality::none);
    CHECK(dosed(std::nan(""), 0).quality == DoseQuality::none);
    // A walk-run's mean hides its running: its distance counts as slow running.
    CHECK(achilles(dosed(3000, 2400)) == doctest::Approx(achilles(dosed(3000, 3000 / 1.8))));
    CHECK(tibia(dosed(3000, 2400)) > 0);
    ActivitySummary ride;
    ride.sport = "cycling";
    ride.distance = Metres(20000);
    load::dose_from_totals(ride, {});
    CHECK(ride.quality == DoseQuality::none);
}

TEST_CASE("summary: a mixed-up file neither fails nor explodes") {
    Activity odd = steady_run(3, 600);
    odd.records.at[50] = odd.records.at[49];
    odd.records.at[60] -= std::chrono::hours(2);
    odd.records.distance.set(100, Metres(9e6));
    odd.records.speed.set(120, MetresPerSecond(std::nan("")));
    odd.records.altitude.set(130, Metres(9000));
    odd.records.cadence.set(140, Cadence(1e9));
    odd.records.stance_time.set(150, Seconds(-3));
    const ActivitySummary summary = summary_of(odd);
    CHECK(std::isfinite(achilles(summary)));
    CHECK(achilles(summary) < 8);
}

TEST_CASE("summary: three hours at one Record a second take milliseconds") {
    Activity run = steady_run(3, 10800);
    add_dynamics(run, 170, 0.24);
    const auto before = std::chrono::steady_clock::now();
    const ActivitySummary summary = summary_of(run);
    const std::chrono::duration<double, std::milli> took =
        std::chrono::steady_clock::now() - before;
    CHECK(summary.quality == DoseQuality::speed_cadence_stance);
    MESSAGE("took " << took.count() << " ms");
    CHECK(took.count() < 100);
}

TEST_CASE("the running in a run leaves its walking out, and is unknown of totals") {
    Activity mixed = steady_run(3, 600);
    const auto walked_from = mixed.records.size();
    for (double t = 601; t <= 1200; t += 1) {
        const std::size_t i = mixed.records.size();
        mixed.records.at.push_back(after(t));
        mixed.records.distance.set(i, Metres(1800 + 1.4 * (t - 600)));
        mixed.records.speed.set(i, MetresPerSecond(1.4));
        mixed.records.altitude.set(i, Metres(100));
    }
    REQUIRE(mixed.records.size() > walked_from);
    mixed.legs[0] = leg_of("running", 1800 + 840, 1200);
    const ActivitySummary summary = summary_of(mixed);
    REQUIRE(summary.ran_for);
    CHECK(summary.ran_for->value() == doctest::Approx(600).epsilon(0.02));
    Activity totals;
    totals.started_at = kStart;
    totals.legs.push_back(leg_of("running", 3000, 1200));
    CHECK_FALSE(summary_of(totals).ran_for);
}
