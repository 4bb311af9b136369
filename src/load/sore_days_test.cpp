// SPDX-License-Identifier: Apache-2.0
#include "load/load.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>

using namespace footsure;
using doctest::Approx;
using std::chrono::days;
using std::chrono::hours;

namespace {

constexpr Day kFirst{std::chrono::year(2026) / 1 / 1};
constexpr LocalInstant kNow{Instant(kFirst + days(300)), hours(1)};

ActivitySummary run(int day, const char* shoe) {
    ActivitySummary summary;
    summary.sport = "running";
    summary.started_at = kFirst + days(day) + hours(6);
    summary.distance = Metres(10000);
    summary.timer = Seconds(3600);
    summary.shoe = shoe;
    return summary;
}

CheckIn morning(int day, double soreness) {
    CheckIn check_in;
    check_in.at = kFirst + days(day) + hours(5);
    check_in.soreness = PainScore::of(soreness);
    return check_in;
}

/// So many days with a run in the pair, the first of them followed by a sore morning.
void add_days(CaseFile& case_file, const char* shoe, int count, int sore) {
    for (int i = 0; i < count; ++i) {
        const int day = static_cast<int>(case_file.activities.size()) * 2;
        case_file.activities.push_back(run(day, shoe));
        case_file.check_ins.push_back(morning(day + 1, i < sore ? 3 : 2.9));
    }
}

/// The same facts on other days, so that neither pairs nor sore mornings come in streaks.
void scatter(CaseFile& case_file) {
    constexpr int kStep = 7;
    const int count = static_cast<int>(case_file.activities.size());
    for (int i = 0; i < count; ++i) {
        const int day = i * kStep % count * 2;
        const auto at = static_cast<std::size_t>(i);
        case_file.activities[at].started_at = kFirst + days(day) + hours(6);
        case_file.check_ins[at].at = kFirst + days(day + 1) + hours(5);
    }
}

std::vector<SoreDays> report_of(const CaseFile& case_file, LocalInstant now = kNow) {
    return load::shoe_report(case_file, now).sore_days;
}

const SoreDays& named(const std::vector<SoreDays>& all, std::string_view name) {
    const auto it = std::ranges::find(all, name, &SoreDays::name);
    REQUIRE(it != all.end());
    return *it;
}

}  // namespace

TEST_CASE("sore mornings after runs in a pair are counted against those after others") {
    CaseFile case_file;
    add_days(case_file, "A", 14, 8);
    add_days(case_file, "B", 20, 5);
    scatter(case_file);
    const auto all = report_of(case_file);
    REQUIRE(all.size() == 2);
    const SoreDays& a = named(all, "A");
    CHECK(a.companion == Companion::shoe);
    CHECK(a.exposures == 14);
    CHECK(a.sore == 8);
    CHECK(*a.difference == Approx(8.0 / 14 - 5.0 / 20));
    CHECK(a.text == "8 of 14 mornings after runs in A were sore (3 of 10 or more), 5 of 20 after "
                    "others; the interval of the difference, \u22121 to +58 points, covers zero: "
                    "chance may explain it.");
    CHECK(a.low == Approx(-named(all, "B").high));
    CHECK(load::shoe_report(case_file, kNow).mornings == 34);
}

TEST_CASE("what is plain is told, and what goes together is not called a cause") {
    CaseFile case_file;
    add_days(case_file, "A", 15, 14);
    add_days(case_file, "B", 15, 1);
    scatter(case_file);
    const auto all = report_of(case_file);
    const SoreDays& a = named(all, "A");
    CHECK(a.low > 0);
    CHECK(a.text.find("does not cover zero") != std::string::npos);
    CHECK(a.text.find("does not say that one brings the other") != std::string::npos);
}

TEST_CASE("below five of each nothing is compared and nothing is ranked") {
    CaseFile case_file;
    add_days(case_file, "A", 4, 4);
    add_days(case_file, "B", 20, 0);
    for (const SoreDays& entry : report_of(case_file)) {
        CAPTURE(entry.name);
        CHECK_FALSE(entry.difference);
        CHECK(entry.text.starts_with("Not enough runs: "));
    }
    CHECK(report_of(case_file)[0].name == "A");
    CHECK(report_of(case_file)[0].text.find("4 mornings after runs in A and 20 after others") !=
          std::string::npos);
    add_days(case_file, "A", 1, 1);
    CHECK(named(report_of(case_file), "A").difference);
}

TEST_CASE("each further comparison widens every interval") {
    CaseFile case_file;
    add_days(case_file, "A", 10, 7);
    add_days(case_file, "B", 10, 3);
    const SoreDays two = named(report_of(case_file), "A");
    for (ActivitySummary& activity : case_file.activities) {
        activity.terrain.ground =
            activity.started_at < kFirst + days(10) ? Terrain::trail : Terrain::road;
    }
    const SoreDays four = named(report_of(case_file), "A");
    // Trail and road mirror each other as A and B do: two comparisons, not four.
    CHECK(two.high - two.low < four.high - four.low);
    CHECK(four.difference == two.difference);
    CHECK(four.low < two.low);
    CHECK(four.high > two.high);
    CHECK(named(report_of(case_file), "trail").companion == Companion::ground);
}

TEST_CASE("a day whose pair or ground nobody told is no day without") {
    CaseFile case_file;
    add_days(case_file, "A", 5, 5);
    add_days(case_file, "", 20, 0);
    CHECK_FALSE(named(report_of(case_file), "A").difference);
    CHECK(report_of(case_file).size() == 1);
    // Two runs on a day: the pair was there.
    ActivitySummary second = case_file.activities[5];
    second.shoe = "A";
    case_file.activities.push_back(second);
    CHECK(named(report_of(case_file), "A").exposures == 6);
}

TEST_CASE("fast days are those above the own median, by the fastest tenth where it is known") {
    CaseFile case_file;
    add_days(case_file, "A", 12, 6);
    CHECK(report_of(case_file).size() == 1);  // all at one speed
    for (std::size_t i = 0; i < 6; ++i) {
        case_file.activities[i].timer = Seconds(3000);
    }
    const SoreDays by_mean = named(report_of(case_file), "fast");
    CHECK(by_mean.companion == Companion::pace);
    CHECK(by_mean.exposures == 6);
    CHECK(by_mean.sore == 6);
    for (std::size_t i = 0; i < 12; ++i) {
        case_file.activities[i].fast_speed = MetresPerSecond(i < 6 ? 3 : 4);
    }
    const SoreDays by_tenth = named(report_of(case_file), "fast");
    CHECK(by_tenth.exposures == 6);
    CHECK(by_tenth.sore == 0);
}

TEST_CASE("soreness goes before pain, the worst of a morning counts, other days do not") {
    CaseFile case_file;
    case_file.activities = {run(0, "A")};
    CheckIn pain;
    pain.at = kFirst + days(1) + hours(8);
    pain.pain_morning = PainScore::of(6);
    case_file.check_ins = {pain};
    CHECK(named(report_of(case_file), "A").sore == 1);
    case_file.check_ins.push_back(morning(1, 1));
    CHECK(named(report_of(case_file), "A").sore == 0);
    case_file.check_ins.push_back(morning(1, 5));
    CHECK(named(report_of(case_file), "A").sore == 1);
    case_file.check_ins = {morning(0, 5), morning(2, 5)};
    CHECK(report_of(case_file).empty());
    // A run late in the evening of the runner's clock belongs to that day.
    case_file.activities[0].started_at = kFirst + days(0) + hours(23);
    CHECK(named(report_of(case_file), "A").exposures == 1);
}

TEST_CASE("strongest evidence first, then size") {
    CaseFile case_file;
    add_days(case_file, "A", 15, 14);
    add_days(case_file, "B", 15, 1);
    add_days(case_file, "C", 5, 2);
    add_days(case_file, "D", 2, 2);
    scatter(case_file);
    const auto all = report_of(case_file);
    REQUIRE(all.size() == 4);
    const auto clear = [](const SoreDays& entry) { return entry.low > 0 || entry.high < 0; };
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
        CHECK(clear(all[i]) >= clear(all[i + 1]));
        CHECK(all[i].difference.has_value() >= all[i + 1].difference.has_value());
    }
    CHECK(clear(all[1]));
    CHECK(all[2].name == "C");
    CHECK(all[3].name == "D");
}

TEST_CASE("a pair worn for weeks on end says less than one that changes with the others") {
    CaseFile case_file;
    add_days(case_file, "A", 15, 12);
    add_days(case_file, "B", 15, 2);
    const SoreDays in_a_row = named(report_of(case_file), "A");
    scatter(case_file);
    const SoreDays mixed = named(report_of(case_file), "A");
    CHECK(in_a_row.difference == mixed.difference);
    CHECK(in_a_row.low < mixed.low);
    CHECK(in_a_row.low < 0);
    CHECK(mixed.low > 0);
}
