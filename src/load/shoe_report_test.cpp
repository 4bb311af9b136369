// SPDX-License-Identifier: Apache-2.0
#include "load/load.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <limits>

using namespace footsure;
using doctest::Approx;
using load::shoe_report;
using std::chrono::days;
using std::chrono::hours;

namespace {

constexpr Day kFirst{std::chrono::year(2026) / 1 / 1};

/// Six in the evening of so many days after the first, an hour east of Greenwich.
LocalInstant now_on(int day) {
    return {kFirst + days(day) + hours(17), hours(1)};
}

ActivitySummary run(int day, const char* shoe, double kilometres) {
    ActivitySummary summary;
    summary.from = "activities[" + std::to_string(day) + "]";
    summary.sport = "running";
    summary.started_at = kFirst + days(day) + hours(6);
    summary.distance = Metres(kilometres * 1000);
    summary.timer = Seconds(kilometres * 360);
    summary.shoe = shoe;
    summary.doses[index_of(Tissue::achilles)].dose = EasyKm(kilometres);
    summary.doses[index_of(Tissue::tibia)].dose = EasyKm(kilometres * 2);
    return summary;
}

/// A run in the pair on every second day of [from, until).
void add_runs(CaseFile& case_file, const char* shoe, int from, int until, double kilometres = 10) {
    for (int day = from; day < until; day += 2) {
        case_file.activities.push_back(run(day, shoe, kilometres));
    }
}

const ShoeUse& use_of(const ShoeReport& report, std::string_view name) {
    const auto use = std::ranges::find_if(report.shoes,
                                          [name](const ShoeUse& u) { return u.shoe.name == name; });
    REQUIRE(use != report.shoes.end());
    return *use;
}

bool says(const std::vector<std::string>& notes, std::string_view words) {
    return std::ranges::any_of(
        notes, [words](const std::string& note) { return note.find(words) != std::string::npos; });
}

std::vector<std::string> notes_on(const CaseFile& case_file, int day, std::string_view name) {
    return use_of(shoe_report(case_file, now_on(day)), name).notes;
}

}  // namespace

TEST_CASE("a pair's runs, distance with what was before, doses, days and share of four weeks") {
    CaseFile case_file;
    case_file.shoes = {Shoe{.name = "A", .distance_before = Metres(120000)}};
    case_file.activities = {run(40, "A", 6), run(0, "A", 10), run(30, "B", 2), run(30, "", 2)};
    case_file.activities[0].doses[index_of(Tissue::achilles)].dose =
        EasyKm(std::numeric_limits<double>::quiet_NaN());
    case_file.activities.push_back(run(41, "A", 50));
    case_file.activities.back().sport = "cycling";
    const ShoeReport report = shoe_report(case_file, now_on(42));
    const ShoeUse& use = use_of(report, "A");
    CHECK(use.runs == 2);
    CHECK(use.distance.value() == 136000);
    CHECK(use.achilles.value() == 10);
    CHECK(use.tibia.value() == 32);
    CHECK(use.first_on == kFirst);
    CHECK(use.last_on == kFirst + days(40));
    REQUIRE(use.share);
    CHECK(use.share->value() == Approx(0.6));
    CHECK(use_of(report, "B").shoe.kind == ShoeKind::usual);
    CHECK(use_of(report, "B").runs == 1);
    CHECK(report.shoes.size() == 2);
    CHECK(says(report.notes, "1 run of the last 28 days named no pair"));
    // Day 30 is the 28th day back from day 57, and beyond it from day 58.
    CHECK(use_of(shoe_report(case_file, now_on(57)), "B").share->value() == Approx(0.2));
    CHECK(use_of(shoe_report(case_file, now_on(58)), "B").share->value() == 0);
    CHECK_FALSE(use_of(shoe_report(case_file, now_on(90)), "A").share);
}

TEST_CASE("last used first, then by name, retired ones last") {
    CaseFile case_file;
    case_file.shoes = {Shoe{.name = "old", .retired_on = kFirst + days(9)}, Shoe{.name = "never"}};
    case_file.activities = {run(9, "old", 5), run(3, "C", 5), run(5, "B", 5), run(3, "A", 5)};
    std::string order;
    for (const ShoeUse& use : shoe_report(case_file, now_on(10)).shoes) {
        order += use.shoe.name + " ";
    }
    CHECK(order == "B A C never old ");
}

TEST_CASE("a new pair takes over a sixth of the week more each week; a minimal one a tenth") {
    CaseFile case_file;
    case_file.shoes = {Shoe{.name = "A", .introduced_on = kFirst + days(60)}};
    const auto allowed = [&case_file](int day) {
        const auto share = use_of(shoe_report(case_file, now_on(day)), "A").introduction;
        return share ? share->value() : 1;
    };
    CHECK(allowed(60) == Approx(1 / 6.0));
    CHECK(allowed(66) == Approx(1 / 6.0));
    CHECK(allowed(67) == Approx(2 / 6.0));
    CHECK(allowed(60 + 34) == Approx(5 / 6.0));
    CHECK(allowed(60 + 35) == 1);
    for (const ShoeKind kind : {ShoeKind::minimal, ShoeKind::plated}) {
        case_file.shoes[0].kind = kind;
        CHECK(allowed(60) == Approx(0.1));
        CHECK(allowed(60 + 62) == Approx(0.9));
        CHECK(allowed(60 + 63) == 1);
    }
    case_file.shoes[0].retired_on = kFirst + days(70);
    CHECK(allowed(71) == 1);
}

TEST_CASE("a pair that nobody called new is new only when the history began well before it") {
    CaseFile case_file;
    add_runs(case_file, "A", 0, 60);
    case_file.activities.push_back(run(50, "B", 10));
    CHECK(use_of(shoe_report(case_file, now_on(51)), "B").introduction);
    CHECK_FALSE(use_of(shoe_report(case_file, now_on(20)), "A").introduction);
    case_file.shoes = {Shoe{.name = "B", .distance_before = Metres(1)}};
    CHECK_FALSE(use_of(shoe_report(case_file, now_on(51)), "B").introduction);
    case_file.activities.push_back(run(27, "C", 10));
    CHECK_FALSE(use_of(shoe_report(case_file, now_on(30)), "C").introduction);
    case_file.activities.push_back(run(28, "D", 10));
    CHECK(use_of(shoe_report(case_file, now_on(30)), "D").introduction);
}

TEST_CASE("a new pair that had more of the week than it may is told so") {
    CaseFile case_file;
    add_runs(case_file, "A", 0, 60);
    case_file.activities.push_back(run(59, "B", 10));
    const auto notes = notes_on(case_file, 59, "B");
    CHECK(says(notes, "New since 2026-03-01, week 1 of 6: at most 17 % of this week's distance"));
    CHECK(says(notes, "In the last 7 days it had 25 %"));
    add_runs(case_file, "A", 53, 59, 30);
    CHECK_FALSE(says(notes_on(case_file, 59, "B"), "In the last 7 days"));
}

TEST_CASE("distance is held against the convention, which is called one") {
    CaseFile case_file;
    case_file.shoes = {Shoe{.name = "A", .distance_before = Metres(499000)}};
    CHECK(notes_on(case_file, 10, "A").empty());
    case_file.shoes[0].distance_before = Metres(500000);
    CHECK(says(notes_on(case_file, 10, "A"), "500 km: within the 500 to 800 km"));
    CHECK(says(notes_on(case_file, 10, "A"), "a convention, not evidence"));
    case_file.shoes[0].distance_before = Metres(800000);
    CHECK(says(notes_on(case_file, 10, "A"), "800 km: beyond the 500 to 800 km"));
}

TEST_CASE("a look is wished for from 500 km on, and again after 150 km more") {
    CaseFile case_file;
    case_file.shoes = {Shoe{.name = "A", .distance_before = Metres(500000)}};
    CHECK(says(notes_on(case_file, 10, "A"), "Worth a look"));
    case_file.shoes[0].inspections = {{kFirst + days(5), "fine"}, {kFirst + days(3), "heel worn"}};
    CHECK(says(notes_on(case_file, 10, "A"), "Looked at on 2026-01-06: fine"));
    CHECK_FALSE(says(notes_on(case_file, 10, "A"), "Worth a look"));
    CHECK(says(notes_on(case_file, 4, "A"), "Looked at on 2026-01-04: heel worn"));
    add_runs(case_file, "A", 6, 36);
    CHECK_FALSE(says(notes_on(case_file, 33, "A"), "Worth a look"));
    CHECK(says(notes_on(case_file, 34, "A"), "Worth a look"));
}

TEST_CASE("a retired pair that is still run in is told so") {
    CaseFile case_file;
    case_file.shoes = {Shoe{.name = "A", .retired_on = kFirst + days(5)}};
    case_file.activities = {run(4, "A", 5), run(5, "A", 5)};
    CHECK(notes_on(case_file, 20, "A").empty());
    case_file.activities.push_back(run(8, "A", 5));
    CHECK(says(notes_on(case_file, 20, "A"),
               "Retired on 2026-01-06, but still run in: 1 run since, on 2026-01-09."));
    CHECK(notes_on(case_file, 7, "A").empty());
}

TEST_CASE("a plated pair is counted apart and a jump in it is named") {
    CaseFile case_file;
    case_file.shoes = {Shoe{.name = "race", .kind = ShoeKind::plated}};
    add_runs(case_file, "race", 0, 35, 5);
    CHECK(says(notes_on(case_file, 34, "race"), "counted apart"));
    CHECK_FALSE(says(notes_on(case_file, 34, "race"), "A jump"));
    case_file.activities.push_back(run(35, "race", 21));
    CHECK(says(notes_on(case_file, 35, "race"),
               "A jump: 36 km in it in the last 7 days, at most 20 km in a week"));
    case_file.shoes[0].kind = ShoeKind::usual;
    CHECK_FALSE(says(notes_on(case_file, 35, "race"), "A jump"));
}

TEST_CASE("the rotation is counted over four weeks, with what the study can say") {
    CaseFile case_file;
    CHECK(shoe_report(case_file, now_on(10)).notes.empty());
    case_file.activities = {run(1, "A", 5), run(2, "B", 5)};
    CHECK(says(shoe_report(case_file, now_on(10)).notes, "2 pairs in the last 28 days."));
    CHECK(says(shoe_report(case_file, now_on(10)).notes, "0.61, 0.39 to 0.97"));
    CHECK(says(shoe_report(case_file, now_on(10)).notes, "only observed"));
    CHECK(says(shoe_report(case_file, now_on(29)).notes, "One pair in the last 28 days."));
}
