// SPDX-License-Identifier: Apache-2.0
#include "load/load.hpp"
#include "load/small_soreness_test.hpp"
#include "load/soreness_series.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace footsure;
using namespace footsure::load;
using namespace footsure::load::small;

namespace {

constexpr int kDays = 80;

SorenessLink link_of(const CaseFile& facts, int day, std::optional<EasyKm> today = {}) {
    return soreness_link(facts, evening_of(day), today);
}

/// The last three mornings told anew.
CaseFile with_last_mornings(CaseFile facts, double soreness) {
    for (std::size_t i = facts.check_ins.size() - 3; i < facts.check_ins.size(); ++i) {
        facts.check_ins[i].soreness = PainScore::of(soreness);
    }
    return facts;
}

}  // namespace

TEST_CASE("soreness: nothing told is said as that") {
    const SorenessLink link = link_of(CaseFile{}, 10);
    CHECK(link.state == SorenessState::no_mornings);
    CHECK(link.mornings == 0);
    CHECK(link.ceiling_factor == 1);
    CHECK_FALSE(link.text.empty());
}

TEST_CASE("soreness: short below 20 earlier mornings with known load, the last three days aside") {
    // The first run is on the second day, and the average of the five mornings from then on rests
    // on days before it.
    const int first_enough = 1 + 5 + 20 + 3;
    const auto before = link_of(sore_runner(first_enough - 1, 0.8), first_enough - 2);
    CHECK(before.state == SorenessState::short_history);
    CHECK(before.mornings == 19);
    CHECK_FALSE(before.correlation);
    CHECK(before.text.find("at least 20") != std::string::npos);
    const auto enough = link_of(sore_runner(first_enough, 0.8), first_enough - 1);
    CHECK(enough.mornings == 20);
    CHECK(enough.correlation);
}

TEST_CASE("soreness: always equally sore, or no running, is a short history") {
    CaseFile same = sore_runner(kDays, 0.8);
    for (CheckIn& told : same.check_ins) {
        told.soreness = PainScore::of(3);
    }
    CHECK(link_of(same, kDays - 1).state == SorenessState::short_history);
    CaseFile idle = sore_runner(kDays, 0.8);
    idle.activities.clear();
    CHECK(link_of(idle, kDays - 1).state == SorenessState::short_history);
    CaseFile twice = sore_runner(kDays, 0.8);
    twice.activities.resize(2);
    CHECK(link_of(twice, kDays - 1).state == SorenessState::short_history);
}

TEST_CASE("soreness: a runner who is sore after load is linked, one who is not has no link") {
    const auto linked = link_of(sore_runner(kDays, 0.8), kDays - 1, EasyKm(10));
    REQUIRE(linked.state == SorenessState::linked);
    CHECK(*linked.correlation > 0.5);
    CHECK(linked.low > 0);
    CHECK(linked.low < *linked.correlation);
    CHECK(linked.high > *linked.correlation);
    REQUIRE(linked.expected);
    REQUIRE(linked.expected_full);
    CHECK(*linked.expected_full > *linked.expected);
    CHECK(linked.expected_sd >= 0.5);

    for (const double strength : {0.0, -0.8}) {
        const auto none = link_of(sore_runner(kDays, strength), kDays - 1, EasyKm(10));
        CAPTURE(strength);
        CHECK(none.state == SorenessState::no_link);
        CHECK(none.low <= 0);
        CHECK_FALSE(none.expected);
        CHECK(none.ceiling_factor == 1);
    }
}

TEST_CASE("soreness: the expectation is near what such a morning was") {
    CaseFile facts = sore_runner(kDays, 0.8);
    const auto rest = link_of(facts, kDays - 1);
    facts.activities.push_back(run_of(kDays - 1, 30));
    const auto after_long = link_of(facts, kDays - 1);
    // 0.8 points per easy-km of the average, of which a day makes 1 - exp(-1/2); a little less,
    // because a short history is drawn toward what others show.
    const double rise = 0.8 * (1 - std::exp(-0.5)) * 30;
    CHECK(*after_long.expected - *rest.expected < rise);
    CHECK(*after_long.expected - *rest.expected > 0.5 * rise);
    CHECK(*after_long.expected <= 10);
}

TEST_CASE("soreness: sore last mornings narrow the ceiling, rested ones widen it slightly") {
    const CaseFile facts = sore_runner(kDays, 0.8);
    const auto sore = link_of(with_last_mornings(facts, 9), kDays - 1, EasyKm(8));
    CHECK(sore.ceiling_factor < 0.95);
    CHECK(sore.ceiling_factor >= 0.8);
    CHECK(sore.text.find("lower") != std::string::npos);
    const auto rested = link_of(with_last_mornings(facts, 0), kDays - 1, EasyKm(0));
    CHECK(rested.ceiling_factor > 1);
    CHECK(rested.ceiling_factor <= 1.05);
    const auto unknown_run = link_of(with_last_mornings(facts, 0), kDays - 1);
    CHECK(unknown_run.ceiling_factor == 1);
    const auto too_far = link_of(with_last_mornings(facts, 0), kDays - 1, EasyKm(40));
    CHECK(too_far.ceiling_factor < 1);
}

TEST_CASE("soreness: the first told of a day counts, whatever it is told of") {
    CaseFile facts = sore_runner(kDays, 0.8);
    const auto plain = link_of(facts, kDays - 1);
    CheckIn later = morning_of(kDays - 10, 10);
    later.at += std::chrono::hours(4);
    later.episode = EpisodeId("e1");
    facts.check_ins.insert(facts.check_ins.begin(), later);
    CHECK(*link_of(facts, kDays - 1).correlation == *plain.correlation);
    CHECK(link_of(facts, kDays - 1).mornings == plain.mornings);
}

TEST_CASE("soreness: a session of unknown load keeps the mornings after it out, it is no zero") {
    CaseFile facts = sore_runner(kDays, 0.8);
    const auto plain = soreness_series(facts, evening_of(kDays - 1));
    ActivitySummary swim = run_of(40, 0);
    swim.sport = "swimming";
    swim.doses[index_of(Tissue::achilles)].dose = EasyKm(std::numeric_limits<double>::quiet_NaN());
    facts.activities.push_back(swim);
    const auto series = soreness_series(facts, evening_of(kDays - 1));
    CHECK(series.mornings[40].load == plain.mornings[40].load);
    CHECK_FALSE(series.mornings[41].load);
    CHECK_FALSE(series.mornings[42].load);
    REQUIRE(series.mornings[50].load);
    CHECK(*series.mornings[50].load == doctest::Approx(*plain.mornings[50].load).epsilon(0.02));
}

TEST_CASE("soreness: exertion is the load only where four of five sessions have it") {
    CaseFile facts = sore_runner(kDays, 0.8);
    const auto by_dose = soreness_series(facts, evening_of(kDays - 1));
    CHECK(*by_dose.load_per_dose == 1);
    for (std::size_t i = 0; i < facts.activities.size(); ++i) {
        if (i % 6 != 0) {
            facts.activities[i].perceived_exertion = 4;
        }
    }
    // 4 times the minutes of the run, for the sessions without exertion too: six minutes a km.
    const auto by_exertion = soreness_series(facts, evening_of(kDays - 1));
    CHECK(*by_exertion.load_per_dose == doctest::Approx(24));
    CHECK(*by_exertion.mornings[60].load == doctest::Approx(24 * *by_dose.mornings[60].load));
    const auto one_way = link_of(facts, kDays - 1, EasyKm(10));
    for (std::size_t i = 0; i < facts.activities.size(); i += 4) {
        facts.activities[i].perceived_exertion.reset();
    }
    CHECK(*soreness_series(facts, evening_of(kDays - 1)).load_per_dose == 1);
    CHECK(*link_of(facts, kDays - 1, EasyKm(10)).expected_full ==
          doctest::Approx(*one_way.expected_full));
}

TEST_CASE("soreness: the moving average is the evidence's formula") {
    CaseFile facts;
    for (int day = 0; day < 30; ++day) {
        facts.check_ins.push_back(morning_of(day, 3));
    }
    facts.activities = {run_of(0, 5), run_of(20, 10)};
    const auto series = soreness_series(facts, evening_of(29));
    const double weight = 1 - std::exp(-0.5);
    CHECK_FALSE(series.mornings[3].load);
    CHECK(*series.mornings[21].load == doctest::Approx(10 * weight).epsilon(1e-3));
    CHECK(*series.mornings[22].load == doctest::Approx(10 * weight * std::exp(-0.5)).epsilon(1e-3));
}
