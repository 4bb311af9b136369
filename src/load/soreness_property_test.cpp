// SPDX-License-Identifier: Apache-2.0
#include "load/load.hpp"
#include "load/small_soreness_test.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace footsure;
using namespace footsure::load;
using namespace footsure::load::small;

namespace {

constexpr int kDays = 60;

double between(double low, double high) {
    return low + (high - low) * *rc::gen::inRange(0, 10001) / 10000.0;
}

/// Mostly linked: soreness follows load beside some chance.
CaseFile any_runner() {
    CaseFile facts = sore_runner(kDays, between(0.3, 1.5));
    for (CheckIn& told : facts.check_ins) {
        const double soreness = told.soreness->value() + between(-1, 1);
        told.soreness = PainScore::of(std::clamp(soreness, 0.0, 10.0));
    }
    std::erase_if(facts.check_ins, [](const CheckIn&) { return *rc::gen::inRange(0, 8) == 0; });
    return facts;
}

bool same(const SorenessLink& a, const SorenessLink& b) {
    return a.state == b.state && a.mornings == b.mornings && a.correlation == b.correlation &&
           a.low == b.low && a.high == b.high && a.expected == b.expected &&
           a.expected_full == b.expected_full && a.expected_sd == b.expected_sd &&
           a.ceiling_factor == b.ceiling_factor && a.text == b.text;
}

}  // namespace

TEST_CASE("property: soreness: sorer last mornings never raise the ceiling, nor does more load") {
    CHECK(rc::check([] {
        CaseFile facts = any_runner();
        const EasyKm today(between(0, 25));
        const auto before = soreness_link(facts, evening_of(kDays - 1), today);
        const auto more = soreness_link(facts, evening_of(kDays - 1), today * 1.5);
        RC_ASSERT(more.ceiling_factor <= before.ceiling_factor);
        for (CheckIn& told : facts.check_ins) {
            if (told.at >= at_hour(kDays - 3, 0)) {
                const double up = between(0, 10 - told.soreness->value());
                told.soreness = PainScore::of(std::min(10.0, told.soreness->value() + up));
            }
        }
        const auto sorer = soreness_link(facts, evening_of(kDays - 1), today);
        RC_ASSERT(sorer.state == before.state);
        RC_ASSERT(sorer.ceiling_factor <= before.ceiling_factor);
        RC_ASSERT(sorer.ceiling_factor >= 0.8);
        RC_ASSERT(before.ceiling_factor <= 1.05);
        if (before.expected) {
            RC_ASSERT(*sorer.expected >= *before.expected);
        }
        RC_CLASSIFY(before.state == SorenessState::linked);
    }));
}

TEST_CASE("property: soreness: what lies later, and the order of facts, change nothing") {
    CHECK(rc::check([] {
        CaseFile facts = any_runner();
        const EasyKm today(between(0, 25));
        const auto before = soreness_link(facts, evening_of(kDays - 1), today);
        facts.activities.push_back(run_of(kDays, 40));
        facts.check_ins.push_back(morning_of(kDays, 10));
        CheckIn tonight = morning_of(kDays - 1, 10);
        tonight.at = at_hour(kDays - 1, 22);
        facts.check_ins.push_back(tonight);
        std::ranges::reverse(facts.activities);
        std::ranges::rotate(facts.check_ins,
                            facts.check_ins.begin() + std::ssize(facts.check_ins) / 2);
        RC_ASSERT(same(before, soreness_link(facts, evening_of(kDays - 1), today)));
    }));
}

TEST_CASE("property: soreness: moving all facts by whole days, or the clock, changes nothing") {
    CHECK(rc::check([] {
        CaseFile facts = any_runner();
        const EasyKm today(between(0, 25));
        LocalInstant now = evening_of(kDays - 1);
        const auto before = soreness_link(facts, now, today);
        const auto shift = std::chrono::hours(24 * *rc::gen::inRange(-400, 400));
        const auto clock = std::chrono::hours(*rc::gen::inRange(-12, 13));
        for (ActivitySummary& run : facts.activities) {
            run.started_at += shift - clock;
        }
        for (CheckIn& told : facts.check_ins) {
            told.at += shift - clock;
        }
        now.at += shift - clock;
        now.offset += clock;
        RC_ASSERT(same(before, soreness_link(facts, now, today)));
    }));
}

TEST_CASE("property: soreness: the unit of exertion does not matter, only its ratios") {
    CHECK(rc::check([] {
        CaseFile facts = any_runner();
        const auto by_dose = soreness_link(facts, evening_of(kDays - 1), EasyKm(9));
        const double exertion = between(1, 10);
        for (ActivitySummary& run : facts.activities) {
            run.perceived_exertion = exertion;
        }
        const auto by_exertion = soreness_link(facts, evening_of(kDays - 1), EasyKm(9));
        RC_ASSERT(by_dose.state == by_exertion.state);
        if (by_dose.expected_full) {
            RC_ASSERT(std::abs(*by_dose.expected_full - *by_exertion.expected_full) < 1e-9);
        }
    }));
}
