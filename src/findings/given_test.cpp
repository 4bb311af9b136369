// SPDX-License-Identifier: Apache-2.0
#include "findings/small_case_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using namespace std::chrono_literals;
using findings::at_hour;
using findings::SmallCase;

namespace {

SmallCase with_given() {
    SmallCase one;
    for (const auto* id :
         {"age_years", "body_mass_index", "days_since_start", "morning_stiffness"}) {
        one.declare(id, FindingKind::number);
    }
    one.declare("female");
    one.declare("male");
    one.declare("load_jump_recent");
    return one;
}

ActivitySummary run(const std::string& from, int days_before, double metres) {
    ActivitySummary summary;
    summary.from = from;
    summary.sport = "running";
    summary.started_at = at_hour(8) - std::chrono::days(days_before);
    summary.distance = Metres(metres);
    summary.timer = Seconds(metres / 3);
    summary.elapsed = summary.timer;
    return summary;
}

}  // namespace

TEST_CASE("the person gives age, sex and body mass index; what is not told stays open") {
    auto one = with_given();
    CHECK(one.truth("age_years") == Truth::not_asked);
    CHECK(one.truth("female") == Truth::not_asked);
    CHECK(one.truth("body_mass_index") == Truth::not_asked);
    one.file.runner.age_years = 38;
    one.file.runner.sex = Sex::female;
    one.file.runner.body_mass = Kilograms(64);
    CHECK(one.find("age_years").number == 38);
    CHECK(one.find("age_years").from == "runner");
    CHECK(one.truth("female") == Truth::yes);
    CHECK(one.truth("male") == Truth::no);
    CHECK(one.truth("body_mass_index") == Truth::not_asked);
    one.file.runner.height = Metres(1.6);
    CHECK(*one.find("body_mass_index").number == doctest::Approx(25));
    one.file.runner.sex = Sex::male;
    CHECK(one.truth("female") == Truth::no);
    CHECK(one.truth("male") == Truth::yes);
}

TEST_CASE("days since the start are counted on the runner's calendar") {
    auto one = with_given();
    CHECK(one.truth("days_since_start") == Truth::not_asked);
    one.episode().started_on = parse_day("2026-03-08");
    CHECK(one.find("days_since_start").number == 2);
    one.file.at = {at_hour(23), UtcOffset(2h)};
    CHECK(one.find("days_since_start").number == 3);
    one.file.at = {at_hour(1), UtcOffset(-2h)};
    CHECK(one.find("days_since_start").number == 1);
}

TEST_CASE("a start today is day 0, one in the future is ignored") {
    auto one = with_given();
    one.episode().started_on = parse_day("2026-03-10");
    CHECK(one.find("days_since_start").number == 0);
    one.episode().started_on = parse_day("2026-03-11");
    CHECK(one.truth("days_since_start") == Truth::not_asked);
}

TEST_CASE("the latest check-in's worst pain stands for now") {
    auto one = with_given();
    one.ask_number("pain_now");
    CheckIn early{.at = at_hour(7), .episode = EpisodeId("e1"), .pain_during = PainScore::of(9)};
    CheckIn late{.at = at_hour(9),
                 .episode = EpisodeId("e1"),
                 .pain_during = PainScore::of(2),
                 .pain_after = PainScore::of(5),
                 .pain_morning = PainScore::of(3),
                 .stiffness_minutes = 12};
    one.file.check_ins = {late, early};
    CHECK(one.find("pain_now").number == 5);
    CHECK(one.find("pain_now").from == "checkins");
    CHECK(one.find("morning_stiffness").number == 12);
}

TEST_CASE("a check-in of soreness alone does not hide the pain told before it") {
    auto one = with_given();
    one.ask_number("pain_now");
    one.file.check_ins = {
        {.at = at_hour(7), .episode = EpisodeId("e1"), .pain_during = PainScore::of(9)},
        {.at = at_hour(9), .soreness = PainScore::of(1)}};
    CHECK(one.find("pain_now").number == 9);
}

TEST_CASE("check-ins of another episode or of later are ignored") {
    auto one = with_given();
    one.ask_number("pain_now");
    one.file.check_ins = {
        {.at = at_hour(9), .episode = EpisodeId("e2"), .pain_during = PainScore::of(9)},
        {.at = at_hour(13), .episode = EpisodeId("e1"), .pain_during = PainScore::of(9)}};
    CHECK(one.truth("pain_now") == Truth::not_asked);
    one.file.check_ins.push_back({.at = at_hour(8), .pain_after = PainScore::of(0)});
    CHECK(one.find("pain_now").number == 0);
}

TEST_CASE("between a check-in and an answer the later one is the pain of now") {
    auto one = with_given();
    one.ask_number("pain_now");
    one.file.check_ins = {
        {.at = at_hour(9), .episode = EpisodeId("e1"), .pain_during = PainScore::of(4)}};
    one.answer("pain_now", 7.0, at_hour(8));
    CHECK(one.find("pain_now").number == 4);
    one.answer("pain_now", 6.0, at_hour(10));
    CHECK(one.find("pain_now").number == 6);
}

TEST_CASE("a run over 10 % longer than any of its 30 days before is the jump, named by the run") {
    auto one = with_given();
    one.file.activities = {run("long", 5, 11100), run("usual", 20, 10000)};
    CHECK(one.truth("load_jump_recent") == Truth::yes);
    CHECK(one.find("load_jump_recent").from == "long");
}

TEST_CASE("runs within 10 % are no jump; without a run before them nothing is known") {
    auto one = with_given();
    CHECK(one.truth("load_jump_recent") == Truth::not_asked);
    one.file.activities = {run("only", 5, 10000)};
    CHECK(one.truth("load_jump_recent") == Truth::not_asked);
    one.file.activities = {run("later", 5, 10900), run("usual", 20, 10000)};
    CHECK(one.truth("load_jump_recent") == Truth::no);
}

TEST_CASE("one jump is enough among runs that are none") {
    auto one = with_given();
    one.file.activities = {run("jump", 5, 12000), run("usual", 20, 10000), run("same", 12, 10000),
                           run("after", 3, 9000)};
    CHECK(one.truth("load_jump_recent") == Truth::yes);
    CHECK(one.find("load_jump_recent").from == "jump");
}

TEST_CASE("only jumps of the eight weeks up to the day it began count") {
    auto one = with_given();
    const auto jump_days_ago = [&](int days) {
        one.file.activities = {run("jump", days, 15000), run("usual", days + 10, 10000)};
        return one.truth("load_jump_recent");
    };
    one.episode().started_on = parse_day("2026-03-05");
    CHECK(jump_days_ago(4) == Truth::not_asked);
    CHECK(jump_days_ago(5) == Truth::yes);
    CHECK(jump_days_ago(5 + 55) == Truth::yes);
    CHECK(jump_days_ago(5 + 57) == Truth::not_asked);
}

TEST_CASE("a ride is no run, and a run after now is no fact yet") {
    auto one = with_given();
    one.file.activities = {run("ride", 5, 60000), run("usual", 20, 10000), run("later", -1, 20000)};
    one.file.activities[0].sport = "cycling";
    CHECK(one.truth("load_jump_recent") != Truth::yes);
}
