// SPDX-License-Identifier: Apache-2.0
#include "load/load.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <random>

using namespace footsure;
using std::chrono::days;
using std::chrono::hours;

namespace {

constexpr Day kFirst{std::chrono::year(2026) / 1 / 1};

LocalInstant now_on(int day) {
    return {kFirst + days(day) + hours(17), hours(1)};
}

ActivitySummary run(int day, std::string shoe, double kilometres) {
    ActivitySummary summary;
    summary.from = "activities[" + std::to_string(day) + "]";
    summary.sport = "running";
    summary.started_at = kFirst + days(day) + hours(6);
    summary.distance = Metres(kilometres * 1000);
    summary.timer = Seconds(kilometres * 360);
    summary.shoe = std::move(shoe);
    summary.doses[index_of(Tissue::achilles)].dose = EasyKm(kilometres);
    return summary;
}

CheckIn morning(int day, double soreness) {
    CheckIn check_in;
    check_in.at = kFirst + days(day) + hours(5);
    check_in.soreness = PainScore::of(soreness);
    return check_in;
}

/// Numbers of one seed; std::mt19937 gives the same ones everywhere.
class Numbers {
public:
    explicit Numbers(unsigned seed) : generator_(seed) {}

    int below(int limit) { return static_cast<int>(generator_() % static_cast<unsigned>(limit)); }

private:
    std::mt19937 generator_;
};

/// Whether mornings and pairs come as they come, or in streaks as they do in life.
enum class Streaks : std::uint8_t { none, long_ones };

/// A runner whose soreness follows nothing: pair, ground and pace are drawn without looking.
CaseFile null_history(unsigned seed, Streaks streaks) {
    Numbers numbers(seed);
    const int count = 20 + numbers.below(100);
    const int sore_percent = 10 + numbers.below(60);
    const int pairs = 2 + numbers.below(3);
    const auto stays = [&](int percent) {
        return streaks == Streaks::long_ones && numbers.below(100) < percent;
    };
    CaseFile case_file;
    int pair = 0;
    int soreness = 1;
    Terrain ground = Terrain::road;
    for (int day = 0; day < count; ++day) {
        if (!stays(90)) {
            // The product draws the first pairs more often, as rotations are.
            pair = numbers.below(pairs) * numbers.below(pairs) / (pairs - 1);
        }
        if (!stays(60)) {
            soreness = numbers.below(100) < sore_percent ? 5 : 1;
        }
        if (!stays(80)) {
            constexpr std::array kGrounds{Terrain::road, Terrain::trail, Terrain::unknown};
            ground = kGrounds.at(static_cast<std::size_t>(numbers.below(3)));
        }
        ActivitySummary summary = run(day, "pair " + std::to_string(pair), 5 + numbers.below(10));
        summary.terrain.ground = ground;
        summary.fast_speed = MetresPerSecond(2.5 + 0.01 * numbers.below(200));
        case_file.activities.push_back(summary);
        case_file.check_ins.push_back(morning(day + 1, soreness));
    }
    return case_file;
}

CaseFile any_history() {
    CaseFile case_file;
    case_file.shoes = {Shoe{.name = "A", .distance_before = Metres(450e3)},
                       Shoe{.name = "B", .kind = ShoeKind::plated}};
    const int count = *rc::gen::inRange(0, 60);
    for (int day = 0; day < count; ++day) {
        constexpr std::array kNames{"A", "B", "C", ""};
        const auto name = kNames.at(static_cast<std::size_t>(*rc::gen::inRange(0, 4)));
        case_file.activities.push_back(run(day, name, *rc::gen::inRange(1, 20)));
        if (*rc::gen::inRange(0, 3) > 0) {
            case_file.check_ins.push_back(morning(day + 1, *rc::gen::inRange(0, 11)));
        }
    }
    return case_file;
}

/// Everything a report says, as one text to compare.
std::string text_of(const ShoeReport& report) {
    std::string text = std::to_string(report.mornings) + "\n";
    for (const ShoeUse& use : report.shoes) {
        text += use.shoe.name + " " + std::to_string(use.runs) + " " +
                std::to_string(use.distance.value()) + " " + std::to_string(use.achilles.value()) +
                " " + std::to_string(use.share.value_or(Share(-1)).value()) + " " +
                std::to_string(use.introduction.value_or(Share(-1)).value());
        for (const std::string& note : use.notes) {
            text += "\n  " + note;
        }
        text += "\n";
    }
    for (const SoreDays& entry : report.sore_days) {
        text += std::string(word(entry.companion)) + " " + entry.text + "\n";
    }
    for (const std::string& note : report.notes) {
        text += note + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("in 400 histories without any link at most one in twenty shows an interval beyond zero") {
    constexpr int kHistories = 400;
    for (const Streaks streaks : {Streaks::none, Streaks::long_ones}) {
        int found = 0;
        std::ptrdiff_t compared = 0;
        for (unsigned seed = 0; seed < kHistories; ++seed) {
            const auto all = load::shoe_report(null_history(seed, streaks), now_on(200)).sore_days;
            found += std::ranges::any_of(all, [](const SoreDays& entry) {
                return entry.difference && (entry.low > 0 || entry.high < 0);
            });
            compared += std::ranges::count_if(
                all, [](const SoreDays& entry) { return entry.difference.has_value(); });
        }
        MESSAGE(found << " of " << kHistories << ", " << compared << " comparisons");
        CHECK(found <= kHistories / 20);
        CHECK(compared > 4 * kHistories);
    }
}

TEST_CASE(
    "a link that is there is found: two sore mornings of three in one pair, one of six else") {
    int found = 0;
    for (unsigned seed = 0; seed < 100; ++seed) {
        Numbers numbers(seed);
        CaseFile case_file;
        for (int day = 0; day < 80; ++day) {
            const bool in_a = numbers.below(2) == 0;
            case_file.activities.push_back(run(day, in_a ? "A" : "B", 8));
            case_file.check_ins.push_back(
                morning(day + 1, numbers.below(6) < (in_a ? 4 : 1) ? 4 : 1));
        }
        const auto all = load::shoe_report(case_file, now_on(200)).sore_days;
        found += all.at(0).difference && all.at(0).companion == Companion::shoe &&
                         (all.at(0).low > 0 || all.at(0).high < 0)
                     ? 1
                     : 0;
    }
    CHECK(found >= 90);
}

TEST_CASE("exchanging two names exchanges what is said of them") {
    CHECK(rc::check([] {
        const CaseFile there = any_history();
        CaseFile back = there;
        for (ActivitySummary& activity : back.activities) {
            if (activity.shoe == "A") {
                activity.shoe = "B";
            } else if (activity.shoe == "B") {
                activity.shoe = "A";
            }
        }
        std::swap(back.shoes[0].name, back.shoes[1].name);
        const ShoeReport a = load::shoe_report(there, now_on(62));
        const ShoeReport b = load::shoe_report(back, now_on(62));
        const auto counts = [](const ShoeReport& report, const std::string& name) {
            const auto it = std::ranges::find(report.sore_days, name, &SoreDays::name);
            return it == report.sore_days.end()
                       ? std::tuple(0, 0, std::optional<double>(), 0.0, 0.0)
                       : std::tuple(it->exposures, it->sore, it->difference, it->low, it->high);
        };
        const auto distance = [](const ShoeReport& report, const std::string& name) {
            const auto it = std::ranges::find_if(
                report.shoes, [&](const ShoeUse& use) { return use.shoe.name == name; });
            return it == report.shoes.end() ? 0 : it->distance.value();
        };
        for (const auto& [one, other] : {std::pair("A", "B"), {"B", "A"}, {"C", "C"}}) {
            RC_ASSERT(counts(a, one) == counts(b, other));
            RC_ASSERT(distance(a, one) == distance(b, other));
        }
    }));
}

TEST_CASE("nothing that happens later changes the report, and the order of facts does not") {
    CHECK(rc::check([] {
        CaseFile case_file = any_history();
        const LocalInstant now = now_on(*rc::gen::inRange(0, 60));
        const std::string all = text_of(load::shoe_report(case_file, now));
        std::ranges::reverse(case_file.activities);
        std::ranges::reverse(case_file.check_ins);
        std::ranges::reverse(case_file.shoes);
        RC_ASSERT(text_of(load::shoe_report(case_file, now)) == all);
        const Day tomorrow = day_of(now.at, now.offset) + days(1);
        for (Shoe& shoe : case_file.shoes) {
            shoe.retired_on = tomorrow;
            shoe.inspections.push_back({tomorrow, "later"});
        }
        case_file.shoes.push_back(Shoe{.name = "D", .introduced_on = tomorrow});
        std::erase_if(case_file.activities, [&](const ActivitySummary& activity) {
            return activity.started_at > now.at;
        });
        std::erase_if(case_file.check_ins,
                      [&](const CheckIn& check_in) { return check_in.at > now.at; });
        RC_ASSERT(text_of(load::shoe_report(case_file, now)) == all);
    }));
}
