// SPDX-License-Identifier: Apache-2.0
#include "advice/small_knowledge_test.hpp"
#include "load/load.hpp"

using namespace footsure;
using namespace footsure::advice::testing;

namespace {

Guard guard_of(const CaseFile& file) {
    return advice::advise(file, small_knowledge(), kNow).guard;
}

/// Nobody hurts; ten kilometres were run in an hour ten days ago.
CaseFile healthy() {
    CaseFile file = case_of({});
    file.answers = {said("fever", Said::no), danger({}), said("acute", Said::no), pain(0)};
    file.activities = {run(10, kNow.at - days(10)), run(5, kNow.at - days(2))};
    return file;
}

void check_no_run(const Guard& guard) {
    CHECK(guard.verdict == GuardVerdict::no_run);
    CHECK(guard.ceiling_distance == Metres(0));
    CHECK(guard.ceiling_duration == Seconds(0));
}

bool because(const Guard& guard, std::string_view words) {
    return std::ranges::any_of(guard.because, [&](const Reason& reason) {
        return reason.text.find(words) != std::string::npos;
    });
}

}  // namespace

TEST_CASE("the longest run of thirty days and a tenth is the ceiling") {
    const Guard guard = guard_of(healthy());
    CHECK(guard.verdict == GuardVerdict::limited);
    CHECK(guard.ceiling_distance->value() == doctest::Approx(11000));
    CHECK(guard.ceiling_duration->value() == doctest::Approx(3960));
    REQUIRE(guard.because.size() == 1);
    CHECK(guard.because[0].from == "run.fit");
    CHECK(guard.because[0].sources == std::vector{SourceId("frandsen2025")});
    CHECK(because(guard, "10.0 km"));
    CHECK(because(guard, "11.0 km"));
}

TEST_CASE("runs longer ago than thirty days do not count") {
    CaseFile file = healthy();
    file.activities[0].started_at = kNow.at - days(31);
    CHECK(guard_of(file).ceiling_distance->value() == doctest::Approx(5500));
}

TEST_CASE("without a run the guard says that it does not know") {
    CaseFile file = healthy();
    file.activities.clear();
    const Guard guard = guard_of(file);
    CHECK(guard.verdict == GuardVerdict::unknown);
    CHECK_FALSE(guard.ceiling_distance);
    CHECK_FALSE(guard.ceiling_duration);
    CHECK(guard.unknown.size() == 2);
    file.activities = {run(40, kNow.at - days(2))};
    file.activities[0].sport = "cycling";
    CHECK(guard_of(file).verdict == GuardVerdict::unknown);
}

TEST_CASE("fever stops, whatever the longest run was") {
    CaseFile file = healthy();
    file.answers[0] = said("fever", Said::yes);
    const Guard guard = guard_of(file);
    check_no_run(guard);
    CHECK(because(guard, "fever"));
    CHECK(because(guard, "11.0 km"));
    file.answers[0] = said("fever", Said::unknown);
    CHECK(guard_of(file).verdict == GuardVerdict::limited);
}

TEST_CASE("a level from within days on stops and names its rule") {
    CaseFile file = healthy();
    file.answers[3] = pain(7);
    const Guard strong = guard_of(file);
    check_no_run(strong);
    CHECK(strong.because[0].rule == "R-040");
    file.answers[1] = danger({"snap"});
    const Guard snapped = guard_of(file);
    check_no_run(snapped);
    CHECK(snapped.because[0].rule == "R-020");
    file.answers[1] = danger({});
    file.answers[3] = pain(6);
    CHECK(guard_of(file).verdict == GuardVerdict::limited);
}

TEST_CASE("an open episode without a plan stops") {
    CaseFile file = healthy();
    file.episodes = {mild("e1")};
    const Guard guard = guard_of(file);
    check_no_run(guard);
    CHECK(because(guard, "no plan"));
    file.activities.clear();
    check_no_run(guard_of(file));
}

TEST_CASE("the sentence says the ceiling, its time and its first reason") {
    const Guard guard = guard_of(healthy());
    CHECK(guard.sentence.starts_with("Up to 11.0 km today, about 1 h 06 min at 6:00 min/km. At "
                                     "most 10 % more than the longest run"));
    CHECK(guard.sentence.find("1.64") != std::string::npos);
    CaseFile file = healthy();
    file.activities.clear();
    CHECK(guard_of(file).sentence.starts_with("Not enough is known"));
}

TEST_CASE("what was run today counts into today's ceiling") {
    CaseFile file = healthy();
    file.activities.push_back(run(4, kNow.at - std::chrono::hours(3)));
    const Guard guard = guard_of(file);
    CHECK(guard.ceiling_distance->value() == doctest::Approx(7000));
    CHECK(because(guard, "of which 4.0 km are run today"));
    file.activities.back().distance = Metres(10000);
    CHECK(guard_of(file).ceiling_distance->value() == doctest::Approx(1000));
}

TEST_CASE("the intended pace gives the minutes") {
    CaseFile file = healthy();
    file.intended.speed = MetresPerSecond(2.5);
    const Guard guard = guard_of(file);
    CHECK(guard.ceiling_distance->value() == doctest::Approx(11000));
    CHECK(guard.ceiling_duration->value() == doctest::Approx(4400));
}

namespace {

/// Sixteen weeks of three runs a week: 6, 8 and 12 km.
CaseFile steady() {
    CaseFile file = healthy();
    file.activities.clear();
    for (int week = 1; week <= 16; ++week) {
        file.activities.push_back(run(6, kNow.at - days(7 * week - 1)));
        file.activities.push_back(run(8, kNow.at - days(7 * week - 3)));
        file.activities.push_back(run(12, kNow.at - days(7 * week - 5)));
    }
    for (auto& activity : file.activities) {
        load::dose_from_totals(activity, {});
    }
    return file;
}

}  // namespace

TEST_CASE("after two heavy days the tissues allow less than the longest-run rule") {
    CaseFile file = steady();
    const Guard fresh = guard_of(file);
    CHECK(fresh.verdict == GuardVerdict::limited);
    CHECK(fresh.week_distance);
    for (const int hours : {14, 38}) {
        file.activities.push_back(run(13, kNow.at - std::chrono::hours(hours)));
        load::dose_from_totals(file.activities.back(), {});
    }
    const Guard tired = guard_of(file);
    CHECK(*tired.ceiling_distance < *fresh.ceiling_distance);
    CHECK(*tired.ceiling_distance < Metres(13000));
    CHECK(tired.because.front().certainty == Certainty::expert_estimate);
    CHECK(tired.because.front().text.starts_with("Load: "));
    CHECK(because(tired, "longest run of the last 30 days"));
    CHECK(*tired.week_distance < *fresh.week_distance);
}

TEST_CASE("a faster pace or a climb leaves less room for the tendon") {
    CaseFile file = steady();
    file.activities.push_back(run(13, kNow.at - std::chrono::hours(14)));
    load::dose_from_totals(file.activities.back(), {});
    const Guard usual = guard_of(file);
    file.intended.speed = MetresPerSecond(4.5);
    const Guard fast = guard_of(file);
    CHECK(*fast.ceiling_distance < *usual.ceiling_distance);
    file.intended.speed.reset();
    file.intended.ascent_per_distance = 0.04;
    const Guard hilly = guard_of(file);
    CHECK(*hilly.ceiling_distance < *usual.ceiling_distance);
    CHECK(*hilly.week_distance < *usual.week_distance);
}

TEST_CASE("after two weeks off the restart is a part of the usual run") {
    CaseFile file = steady();
    for (auto& activity : file.activities) {
        activity.started_at -= days(15);
    }
    const Guard guard = guard_of(file);
    CHECK(because(guard, "days without a run"));
    CHECK(guard.ceiling_distance->value() == doctest::Approx(0.6 * 8000));
}

TEST_CASE("a hard run and a week of running days are minded, not forbidden") {
    CaseFile file = steady();
    for (int day = 1; day <= 6; ++day) {
        file.activities.push_back(run(3, kNow.at - days(day)));
        file.activities.back().started_at += std::chrono::hours(1);
    }
    file.activities.back().started_at = kNow.at - std::chrono::hours(30);
    file.activities.back().perceived_exertion = 8;
    const Guard guard = guard_of(file);
    const auto minds = [&](std::string_view words) {
        return std::ranges::any_of(guard.advice, [&](const Reason& reason) {
            return reason.text.find(words) != std::string::npos;
        });
    };
    CHECK(guard.verdict == GuardVerdict::limited);
    CHECK(minds("was hard (you called it hard)"));
}

TEST_CASE("an emergency leaves no week ceiling") {
    CaseFile file = steady();
    file.answers[1] = danger({"snap"});
    const Guard guard = guard_of(file);
    check_no_run(guard);
    CHECK_FALSE(guard.week_distance);
    CHECK_FALSE(guard.week_duration);
}
