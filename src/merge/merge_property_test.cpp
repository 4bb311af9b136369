// SPDX-License-Identifier: Apache-2.0
#include "merge/merge.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace footsure::merge {

namespace {

using std::chrono::seconds;

const Instant kStart = parse_instant("2026-03-01T17:00:07Z")->at;

Extent any_extent() {
    return {kStart + seconds(*rc::gen::inRange(-100'000, 100'001)),
            Seconds(*rc::gen::inRange(0, 20'000)), Metres(*rc::gen::inRange(0, 50'000))};
}

Extent any_run_extent() {
    return {kStart + seconds(*rc::gen::inRange(-100'000, 100'001)),
            Seconds(*rc::gen::inRange(60, 20'000)), Metres(*rc::gen::inRange(200, 50'000))};
}

/// Near to `run` in some respects, so that both verdicts come up often.
Extent any_neighbour(const Extent& run) {
    Extent other = any_extent();
    if (*rc::gen::inRange(0, 4) != 0) {
        other.started_at = run.started_at + seconds(*rc::gen::inRange(-8, 9)) +
                           seconds(900) * *rc::gen::element(0, 0, 4, -8, 22, 56, 96);
    }
    if (*rc::gen::inRange(0, 4) != 0) {
        other.elapsed = run.elapsed + Seconds(*rc::gen::inRange(-14, 15));
    }
    if (*rc::gen::inRange(0, 4) != 0) {
        other.distance = run.distance * (*rc::gen::inRange(970, 1031) / 1000.0);
    }
    return other;
}

Activity any_run(Instant start) {
    Activity run;
    run.started_at = start;
    run.legs.resize(1);
    run.legs[0].sport = "running";
    run.legs[0].sub_sport = *rc::gen::element<std::string>("generic", "trail");
    run.legs[0].started_at = start;
    if (*rc::gen::arbitrary<bool>()) {
        run.legs[0].average_power = Watts(*rc::gen::inRange(1, 4));
    }
    run.offset_quality = *rc::gen::element(OffsetQuality::recorded, OffsetQuality::unknown);
    run.device = *rc::gen::element<std::string>("", "watch", "phone");
    const int records = *rc::gen::inRange(0, 30);
    const int step = *rc::gen::inRange(1, 4);
    const bool dynamics = *rc::gen::arbitrary<bool>();
    for (int i = 0; i < records; ++i) {
        run.records.at.push_back(start + seconds(i * step));
        const auto at = static_cast<std::size_t>(i);
        run.records.distance.set(at, Metres(3.0 * i * step));
        if (*rc::gen::arbitrary<bool>()) {
            run.records.heart_rate.set(at, BeatsPerMinute(*rc::gen::inRange(120, 124)));
        }
        if (dynamics && *rc::gen::arbitrary<bool>()) {
            run.records.stance_time.set(at, Seconds(0.25));
        }
    }
    run.records.heart_rate.pad(run.records.size());
    run.records.stance_time.pad(run.records.size());
    return run;
}

bool equal(const std::vector<double>& one, const std::vector<double>& other) {
    return std::ranges::equal(
        one, other, [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); });
}

}  // namespace

TEST_CASE("property: the verdict is the same from both sides, with the shift turned around") {
    CHECK(rc::check([] {
        const Extent one = any_extent();
        const Extent other = any_neighbour(one);
        const auto there = same_run(one, other);
        const auto back = same_run(other, one);
        RC_ASSERT(there.has_value() == back.has_value());
        if (there) {
            RC_ASSERT(*there == -*back);
        }
        RC_CLASSIFY(there.has_value(), "same");
    }));
}

TEST_CASE("property: a run is the same as itself, with no shift") {
    CHECK(rc::check([] {
        const Extent run = any_extent();
        RC_ASSERT(same_run(run, run) == seconds(0));
    }));
}

TEST_CASE("property: another zone changes no verdict on copies, and the shift tells the zone") {
    CHECK(rc::check([] {
        const Extent one = any_run_extent();
        Extent other = one;
        other.started_at += seconds(*rc::gen::inRange(-7, 8));
        other.distance = one.distance * (*rc::gen::inRange(970, 1031) / 1000.0);
        const seconds zone = seconds(900) * *rc::gen::inRange(4, 57) * *rc::gen::element(-1, 1);
        const double gap = std::abs(static_cast<double>(zone.count())) - one.elapsed.value();
        RC_PRE(std::abs(gap) > 70);  // else it follows without a break
        const bool starts = std::abs(seconds_between(one.started_at, other.started_at)) <= 5;
        const bool copy = starts && std::abs(one.distance.value() - other.distance.value()) <=
                                        0.02 * std::max(one.distance, other.distance).value();
        other.started_at += zone;
        // Beside a copy, what overlaps without a shift is the same run too.
        const auto verdict = same_run(one, other);
        if (copy) {
            RC_ASSERT(verdict == -zone);
        } else {
            RC_ASSERT((!verdict || *verdict == seconds(0)));
        }
    }));
}

TEST_CASE("property: a run moved by twice its length is another run") {
    CHECK(rc::check([] {
        const Extent one = any_run_extent();
        Extent other = one;
        const auto by = std::chrono::seconds(static_cast<std::int64_t>(2 * one.elapsed.value()));
        other.started_at += by;
        const auto beside = std::min(by % seconds(900), seconds(900) - by % seconds(900));
        RC_PRE(beside > seconds(5));  // else it may be a copy from another zone
        RC_ASSERT(!same_run(one, other));
    }));
}

TEST_CASE("property: whatever is the same lies within the reach") {
    CHECK(rc::check([] {
        const Extent one = any_extent();
        const Extent other = any_neighbour(one);
        if (same_run(one, other)) {
            RC_ASSERT(std::chrono::abs(one.started_at - other.started_at) <= reach());
        }
    }));
}

TEST_CASE("property: what the RecordedRuns say together does not depend on their order") {
    CHECK(rc::check([] {
        std::vector<Activity> runs;
        const int count = *rc::gen::inRange(1, 4);
        for (int i = 0; i < count; ++i) {
            runs.push_back(any_run(kStart + seconds(3600) * *rc::gen::inRange(0, 3)));
        }
        std::vector<RecordedRun> sources;
        for (const Activity& run : runs) {
            Hints hints;
            hints.sub_sport = *rc::gen::element<std::string>("", "track");
            hints.sport = "running";
            sources.push_back({&run, *rc::gen::element(FileFormat::fit, FileFormat::gpx), hints});
        }
        const Activity all = merged(sources);
        std::ranges::shuffle(sources, std::mt19937(*rc::gen::arbitrary<unsigned>()));
        const Activity again = merged(sources);
        RC_ASSERT(all.records.at == again.records.at);
        RC_ASSERT(equal(all.records.heart_rate.raw(), again.records.heart_rate.raw()));
        RC_ASSERT(equal(all.records.stance_time.raw(), again.records.stance_time.raw()));
        RC_ASSERT(all.legs[0].sub_sport == again.legs[0].sub_sport);
        RC_ASSERT(all.legs[0].average_power == again.legs[0].average_power);
        RC_ASSERT(all.started_at == again.started_at);
        RC_ASSERT(all.device == again.device);
    }));
}

TEST_CASE("property: each Record of running Legs comes with exactly one of the runs") {
    CHECK(rc::check([] {
        Activity outing;
        const int legs = *rc::gen::inRange(2, 5);
        for (int i = 0; i < legs; ++i) {
            Leg leg;
            leg.sport = "running";
            leg.started_at = kStart + seconds(*rc::gen::inRange(0, 100));
            outing.legs.push_back(leg);
        }
        outing.records.at.resize(40);
        for (Instant& at : outing.records.at) {
            at = kStart + seconds(*rc::gen::inRange(-10, 150));
        }
        std::vector<Instant> found;
        for (const Activity& run : runs_of(outing)) {
            found.insert(found.end(), run.records.at.begin(), run.records.at.end());
        }
        std::ranges::sort(found);
        std::ranges::sort(outing.records.at);
        RC_ASSERT(found == outing.records.at);
    }));
}

}  // namespace footsure::merge
