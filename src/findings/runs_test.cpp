// SPDX-License-Identifier: Apache-2.0
#include "findings/small_case_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using namespace std::chrono_literals;
using findings::at_hour;
using findings::RunAccount;
using findings::RunAccounts;
using findings::SmallCase;

namespace {

SmallCase with_run_findings() {
    SmallCase one;
    for (const auto* id :
         {"load_jump_recent", "frequency_rise_recent", "pace_rise_recent", "ascent_rise_recent",
          "descent_rise_recent", "trail_rise_recent", "new_shoe_recent", "long_break_before",
          "low_cadence_for_speed", "contact_shifted_to_other_side"}) {
        one.declare(id);
    }
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

/// Every second day the same run, in the same pair on the same ground.
void run_for_days(SmallCase& one, int days) {
    for (int day = 1; day <= days; day += 2) {
        auto usual = run("usual", day, 8000);
        usual.shoe = "old pair";
        usual.terrain = {.ground = Terrain::road, .ascent = Metres(60), .descent = Metres(60)};
        one.file.activities.push_back(std::move(usual));
    }
}

FormFinding form(FormTopic topic, const std::string& finding) {
    return {.topic = topic, .notable = true, .finding = finding, .from = "measured", .runs = 12};
}

Truth with_form(const SmallCase& one, const FormFinding& found, std::string_view id) {
    RunAccount account{.start = one.file.at, .changes = {}, .form = {found}};
    const auto findings =
        findings::find(one.file, one.file.episodes.front(), one.knowledge, one.file.at, account);
    return findings.values[find_finding(one.knowledge, id).value()].truth;
}

}  // namespace

TEST_CASE("enough runs without a change say no, and name the runs") {
    auto one = with_run_findings();
    run_for_days(one, 200);
    for (const auto* id :
         {"load_jump_recent", "frequency_rise_recent", "pace_rise_recent", "ascent_rise_recent",
          "descent_rise_recent", "trail_rise_recent", "new_shoe_recent", "long_break_before"}) {
        CAPTURE(id);
        CHECK(one.truth(id) == Truth::no);
        CHECK(one.find(id).from == "activities");
    }
}

TEST_CASE("a short history leaves open what it cannot judge") {
    auto one = with_run_findings();
    run_for_days(one, 60);
    CHECK(one.truth("load_jump_recent") == Truth::no);
    for (const auto* id :
         {"frequency_rise_recent", "pace_rise_recent", "ascent_rise_recent", "trail_rise_recent"}) {
        CAPTURE(id);
        CHECK(one.truth(id) == Truth::not_asked);
    }
}

TEST_CASE("each change is a finding named by its run") {
    struct Changed {
        const char* id;
        void (*change)(ActivitySummary& run);
    };

    const Changed changed[] = {
        {"load_jump_recent", [](ActivitySummary& r) { r.distance = Metres(12000); }},
        {"pace_rise_recent", [](ActivitySummary& r) { r.timer = r.elapsed = Seconds(8000 / 5.0); }},
        {"ascent_rise_recent", [](ActivitySummary& r) { r.terrain.ascent = Metres(900); }},
        {"descent_rise_recent", [](ActivitySummary& r) { r.terrain.descent = Metres(900); }},
        {"trail_rise_recent", [](ActivitySummary& r) { r.terrain.ground = Terrain::trail; }},
        {"new_shoe_recent", [](ActivitySummary& r) { r.shoe = "new pair"; }}};
    for (const auto& [id, change] : changed) {
        CAPTURE(id);
        auto one = with_run_findings();
        run_for_days(one, 200);
        auto& run = one.file.activities[6];
        run.from = "changed";
        change(run);
        CHECK(one.truth(id) == Truth::yes);
        if (std::string_view(id) != "pace_rise_recent") {
            CHECK(one.find(id).from == "changed");
        }
        CHECK(one.truth("long_break_before") == Truth::no);
    }
}

TEST_CASE("a break and more runs a week are findings too") {
    auto one = with_run_findings();
    run_for_days(one, 200);
    std::erase_if(one.file.activities, [](const ActivitySummary& r) {
        return r.started_at > at_hour(0) - 30 * 24h && r.started_at < at_hour(0) - 10 * 24h;
    });
    CHECK(one.truth("long_break_before") == Truth::yes);
    auto other = with_run_findings();
    run_for_days(other, 200);
    for (int day = 2; day <= 8; day += 2) {
        other.file.activities.push_back(run("more", day, 3000));
    }
    CHECK(other.truth("frequency_rise_recent") == Truth::yes);
}

TEST_CASE("what changed after it began is no cause") {
    auto one = with_run_findings();
    run_for_days(one, 200);
    one.episode().started_on = parse_day("2026-02-20");
    one.file.activities.push_back(run("later", 4, 30000));
    CHECK(one.truth("load_jump_recent") == Truth::no);
    one.episode().started_on = parse_day("2026-03-06");
    CHECK(one.truth("load_jump_recent") == Truth::yes);
    CHECK(one.find("load_jump_recent").from == "later");
}

TEST_CASE("a low step rate is a finding, a usual one is a no, an unmeasured one is open") {
    const auto one = with_run_findings();
    const auto* id = "low_cadence_for_speed";
    CHECK(with_form(one, form(FormTopic::cadence, id), id) == Truth::yes);
    CHECK(with_form(one, form(FormTopic::cadence, ""), id) == Truth::no);
    CHECK(with_form(one, form(FormTopic::stance_time, ""), id) == Truth::not_asked);
    auto unmeasured = form(FormTopic::cadence, "");
    unmeasured.runs = 0;
    CHECK(with_form(one, unmeasured, id) == Truth::not_asked);
}

TEST_CASE("contact time shifts to the other side only where the side is known") {
    auto one = with_run_findings();
    const auto* id = "contact_shifted_to_other_side";
    const auto left = form(FormTopic::balance, "contact_shifted_to_left");
    const auto right = form(FormTopic::balance, "contact_shifted_to_right");
    CHECK(with_form(one, left, id) == Truth::not_asked);
    one.episode().side = Side::right;
    CHECK(with_form(one, left, id) == Truth::yes);
    CHECK(with_form(one, right, id) == Truth::no);
    one.episode().side = Side::left;
    CHECK(with_form(one, left, id) == Truth::no);
    CHECK(with_form(one, right, id) == Truth::yes);
    one.episode().side = Side::both;
    CHECK(with_form(one, right, id) == Truth::not_asked);
}

TEST_CASE("the start is the end of the first day, and never later than now") {
    Episode episode;
    const LocalInstant now{at_hour(12), UtcOffset(2h)};
    CHECK(findings::start_of(episode, now).at == now.at);
    episode.started_on = parse_day("2026-03-08");
    CHECK(findings::start_of(episode, now).at == at_hour(-24 - 2));
    episode.started_on = parse_day("2026-03-10");
    CHECK(findings::start_of(episode, now).at == now.at);
    episode.started_on = parse_day("2026-03-12");
    CHECK(findings::start_of(episode, now).at == now.at);
}

TEST_CASE("an account is shared by starts of one day until another run was made") {
    auto one = with_run_findings();
    run_for_days(one, 200);
    one.file.activities.push_back(run("today", 0, 30000));
    RunAccounts accounts(one.file);
    const auto start_at = [&](int hours) { return LocalInstant{at_hour(hours), UtcOffset(0)}; };
    CHECK(accounts.before(start_at(6)).start.at == at_hour(6));
    CHECK(accounts.before(start_at(7)).start.at == at_hour(6));
    CHECK(accounts.before(start_at(7)).changes.changes.empty());
    CHECK(accounts.before(start_at(9)).start.at == at_hour(9));
    CHECK_FALSE(accounts.before(start_at(9)).changes.changes.empty());
    CHECK(accounts.before(start_at(40)).start.at == at_hour(40));
}
