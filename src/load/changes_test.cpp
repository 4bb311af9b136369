// SPDX-License-Identifier: Apache-2.0
#include "load/changes_case_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using namespace footsure::load::testing;
using load::changes_before;

namespace {

/// The runs of one week, changed.
template <class Change>
void in_that_week(CaseFile& file, int week, const Change& change) {
    for (auto& run : file.activities) {
        if (run.started_at >= in_week(week, 0) && run.started_at < in_week(week - 1, 0)) {
            change(run);
        }
    }
}

void climb(CaseFile& file, double metres_per_run) {
    for (auto& run : file.activities) {
        run.terrain.ascent = Metres(metres_per_run);
        run.terrain.descent = Metres(metres_per_run);
    }
}

}  // namespace

TEST_CASE("weeks like those before hold nothing unusual, and that is said with their number") {
    const auto account = changes_before(usual_weeks(20), kStart);
    CHECK(account.changes.empty());
    CHECK(account.weeks_of_past == 12);
    for (const auto* finding :
         {"load_jump_recent", "frequency_rise_recent", "pace_rise_recent", "long_break_before"}) {
        CAPTURE(finding);
        CHECK(is_judged(account, finding));
    }
    for (const auto* finding : {"ascent_rise_recent", "trail_rise_recent", "new_shoe_recent"}) {
        CAPTURE(finding);
        CHECK_FALSE(is_judged(account, finding));
    }
    CHECK(is_unknown(account, "climbing, descending, ground"));
    CHECK(is_unknown(account, "pair of shoes"));
}

TEST_CASE("without a run nothing is known, not even that nothing changed") {
    const auto account = changes_before(CaseFile{}, kStart);
    CHECK(account.changes.empty());
    CHECK(account.weeks_of_past == 0);
    CHECK(account.judged.empty());
    CHECK(account.unknown.empty());
    auto old = usual_weeks(20);
    std::erase_if(old.activities,
                  [](const ActivitySummary& run) { return run.started_at >= in_week(8, 0); });
    const auto none_lately = changes_before(old, kStart);
    CHECK(none_lately.changes.empty());
    CHECK(none_lately.judged.empty());
    CHECK(is_unknown(none_lately, "No run is known in the 8 weeks"));
}

TEST_CASE("four weeks with running are the least past") {
    const auto three = changes_before(usual_weeks(11), kStart);
    CHECK(three.weeks_of_past == 3);
    CHECK_FALSE(is_judged(three, "frequency_rise_recent"));
    CHECK(is_unknown(three, "only 3 weeks"));
    const auto four = changes_before(usual_weeks(12), kStart);
    CHECK(four.weeks_of_past == 4);
    CHECK(is_judged(four, "frequency_rise_recent"));
    CHECK_FALSE(is_unknown(four, "weeks with running"));
}

TEST_CASE("a week far over the usual ones is named with its date and the sizes of both") {
    auto file = usual_weeks(20);
    in_that_week(file, 4, [](ActivitySummary& run) { run.distance = run.distance * 1.5; });
    const auto account = changes_before(file, kStart);
    const auto* volume = find_change(account, ChangeKind::volume);
    REQUIRE(volume != nullptr);
    CHECK(volume->on == day_of(in_week(4, 0), UtcOffset(0)));
    CHECK(volume->before == doctest::Approx(30000).epsilon(0.03));
    CHECK(volume->then == doctest::Approx(45000));
    CHECK(volume->unit == "m_per_week");
    CHECK(volume->text == "In the week from 2 February you ran 45 km; most of your weeks before "
                          "were 28.8 to 31.2 km.");
    CHECK(volume->certainty == Certainty::expert_estimate);
    CHECK_FALSE(volume->sources.empty());
}

TEST_CASE("a usual week after quiet ones is a step up from them") {
    auto file = usual_weeks(30);
    for (const int week : {8, 7, 6, 5}) {
        in_that_week(file, week, [](ActivitySummary& run) { run.distance = run.distance * 0.4; });
    }
    const auto account = changes_before(file, kStart);
    const auto* volume = find_change(account, ChangeKind::volume);
    REQUIRE(volume != nullptr);
    CHECK(volume->on == day_of(in_week(4, 0), UtcOffset(0)));
    CHECK(volume->before == doctest::Approx(12000).epsilon(0.05));
    CHECK(volume->text.find("in the four weeks before it 11.5 to 12.5 km") != std::string::npos);
}

TEST_CASE("a run over 10 % longer than any of its 30 days before carries the study's figure") {
    const auto with_run_of = [](double kilometres) {
        auto file = usual_weeks(20);
        file.activities.push_back(run_at(in_week(2, 6), kilometres));
        return changes_before(file, kStart);
    };
    // The longest of those days is 12.4 km.
    CHECK(find_change(with_run_of(13.6), ChangeKind::longest_run) == nullptr);
    const auto account = with_run_of(13.7);
    const auto* jump = find_change(account, ChangeKind::longest_run);
    REQUIRE(jump != nullptr);
    CHECK(jump->finding == "load_jump_recent");
    CHECK(jump->from == run_at(in_week(2, 6), 1).from);
    CHECK(jump->before == doctest::Approx(12400));
    CHECK(jump->then == doctest::Approx(13700));
    CHECK(jump->text.find("1.64") != std::string::npos);
    CHECK(jump->certainty == Certainty::read);
    CHECK(jump->sources == std::vector{SourceId("frandsen2025")});
    CHECK(find_change(with_run_of(17), ChangeKind::longest_run)->text.find("1.52") !=
          std::string::npos);
    CHECK(find_change(with_run_of(25), ChangeKind::longest_run)->text.find("2.28") !=
          std::string::npos);
}

TEST_CASE("the jump needs no long past, the other comparisons do") {
    auto file = usual_weeks(6);
    file.activities.push_back(run_at(in_week(2, 6), 20));
    const auto account = changes_before(file, kStart);
    CHECK(find_change(account, ChangeKind::longest_run) != nullptr);
    CHECK(find_change(account, ChangeKind::volume) == nullptr);
    CHECK(is_unknown(account, "no week with running"));
}

TEST_CASE("two more runs a week are a rise of frequency, one is not") {
    auto file = usual_weeks(20);
    file.activities.push_back(run_at(in_week(3, 2), 4));
    CHECK(find_change(changes_before(file, kStart), ChangeKind::frequency) == nullptr);
    file.activities.push_back(run_at(in_week(3, 4), 4));
    const auto account = changes_before(file, kStart);
    const auto* frequency = find_change(account, ChangeKind::frequency);
    REQUIRE(frequency != nullptr);
    CHECK(frequency->finding == "frequency_rise_recent");
    CHECK(frequency->before == 3);
    CHECK(frequency->then == 5);
}

TEST_CASE("runs less than an hour apart are one outing, and one recording twice is one run") {
    auto file = usual_weeks(20);
    for (const int minutes : {80, 110, 140}) {
        file.activities.push_back(run_at(in_week(3, 0) + std::chrono::minutes(minutes), 0.2));
    }
    const auto twice = file.activities.front();
    file.activities.push_back(twice);
    CHECK(changes_before(file, kStart).changes.empty());
}

TEST_CASE("faster weeks and faster fast running are a rise of pace; slower ones are none") {
    auto file = usual_weeks(20);
    const auto at_speed = [&](double speed) {
        in_that_week(file, 2, [speed](ActivitySummary& run) {
            run.timer = Seconds(run.distance.value() / speed);
            run.elapsed = run.timer;
        });
        return changes_before(file, kStart);
    };
    CHECK(find_change(at_speed(3.1), ChangeKind::pace) == nullptr);
    CHECK(find_change(at_speed(2), ChangeKind::pace) == nullptr);
    const auto account = at_speed(3.4);
    const auto* pace = find_change(account, ChangeKind::pace);
    REQUIRE(pace != nullptr);
    CHECK(pace->finding == "pace_rise_recent");
    CHECK(pace->unit == "s_per_km");
    CHECK(pace->before == doctest::Approx(1000 / 3.0));
    CHECK(pace->then == doctest::Approx(1000 / 3.4));
    CHECK(pace->text.find("4:54 min/km") != std::string::npos);
    // No running speed: a ride saved as a run.
    CHECK(find_change(at_speed(8), ChangeKind::pace) == nullptr);

    auto fast = usual_weeks(20);
    for (auto& run : fast.activities) {
        run.fast_speed = MetresPerSecond(3.5);
    }
    CHECK(changes_before(fast, kStart).changes.empty());
    fast.activities[0].fast_speed = MetresPerSecond(4.2);
    const auto found = changes_before(fast, kStart);
    REQUIRE(find_change(found, ChangeKind::pace) != nullptr);
    CHECK(find_change(found, ChangeKind::pace)->from == fast.activities[0].from);
}

TEST_CASE("altitude that is not known is not level ground") {
    auto file = usual_weeks(20);
    climb(file, 50);
    in_that_week(file, 3, [](ActivitySummary& run) { run.terrain.ascent = Metres(150); });
    const auto account = changes_before(file, kStart);
    const auto* ascent = find_change(account, ChangeKind::ascent);
    REQUIRE(ascent != nullptr);
    CHECK(ascent->finding == "ascent_rise_recent");
    CHECK(ascent->before == doctest::Approx(150));
    CHECK(ascent->then == doctest::Approx(450));
    CHECK(find_change(account, ChangeKind::descent) == nullptr);
    CHECK(is_judged(account, "descent_rise_recent"));

    // Altitude only in the 8 weeks: no usual week, so no rise from nothing.
    for (auto& run : file.activities) {
        if (run.started_at < in_week(8, 0)) {
            run.terrain.ascent.reset();
        }
    }
    const auto open = changes_before(file, kStart);
    CHECK(find_change(open, ChangeKind::ascent) == nullptr);
    CHECK_FALSE(is_judged(open, "ascent_rise_recent"));
}

TEST_CASE("a week on trails after months on the road is a change of ground") {
    auto file = usual_weeks(20);
    for (auto& run : file.activities) {
        run.terrain.ground = Terrain::road;
    }
    CHECK(is_judged(changes_before(file, kStart), "trail_rise_recent"));
    in_that_week(file, 1, [](ActivitySummary& run) {
        if (run.distance > Metres(11000)) {
            run.terrain.ground = Terrain::technical_trail;
        }
    });
    const auto account = changes_before(file, kStart);
    const auto* trail = find_change(account, ChangeKind::terrain);
    REQUIRE(trail != nullptr);
    CHECK(trail->finding == "trail_rise_recent");
    CHECK(trail->before == 0);
    CHECK(trail->then == doctest::Approx(0.4).epsilon(0.02));
}

TEST_CASE(
    "more days in a row than before are a lack of rest; a runner of every day has no change") {
    auto file = usual_weeks(20);
    for (const int day : {1, 2, 4}) {
        file.activities.push_back(run_at(in_week(2, day), 3));
    }
    const auto account = changes_before(file, kStart);
    const auto* rest = find_change(account, ChangeKind::rest);
    REQUIRE(rest != nullptr);
    CHECK(rest->then == 6);
    CHECK(rest->before == 1);

    CaseFile daily;
    for (int day = 1; day <= 200; ++day) {
        daily.activities.push_back(
            run_at(kStart.at - std::chrono::days(day) + std::chrono::hours(8), 8));
    }
    CHECK(changes_before(daily, kStart).changes.empty());
}

TEST_CASE("two weeks without a run count when running began again in the 8 weeks") {
    const auto without_weeks = [](int first, int last) {
        auto file = usual_weeks(20);
        std::erase_if(file.activities, [&](const ActivitySummary& run) {
            return run.started_at >= in_week(first, 0) && run.started_at < in_week(last, 6);
        });
        return changes_before(file, kStart);
    };
    CHECK(find_change(without_weeks(4, 4), ChangeKind::long_break) == nullptr);
    const auto account = without_weeks(5, 4);
    const auto* pause = find_change(account, ChangeKind::long_break);
    REQUIRE(pause != nullptr);
    CHECK(pause->finding == "long_break_before");
    CHECK(pause->then == 15);
    CHECK(pause->on == day_of(in_week(3, 0), UtcOffset(0)));
    CHECK(find_change(without_weeks(14, 12), ChangeKind::long_break) == nullptr);
    // Nobody ran again: the runs may be missing.
    const auto silent = without_weeks(3, 1);
    CHECK(find_change(silent, ChangeKind::long_break) == nullptr);
    CHECK(is_unknown(silent, "days before it began"));
}
