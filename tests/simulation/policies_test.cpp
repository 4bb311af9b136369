// SPDX-License-Identifier: Apache-2.0
// The three plain policies keep to what they say, and runners behave as drawn.

#include "trials.hpp"

#include <doctest/doctest.h>

using namespace footsure::simulation;

namespace {

constexpr int kDays = 120;
const RunnerFacts kRunner{.trouble = Trouble::achilles_midportion,
                          .usual_minutes = 40,
                          .usual_runs_a_week = 4,
                          .kilometres_a_minute = 0.18};

/// Minutes offered each day to someone who always tells the same pain.
std::vector<double> offered(Policy& policy, int pain, int days) {
    History history{.facts = kRunner};
    std::vector<double> minutes;
    for (int day = 0; day < days; ++day) {
        history.days.push_back({.morning = MorningTold{.pain = pain}});
        const Offer offer = policy.today(history);
        minutes.push_back(offer.run ? minutes_of(*offer.run) : 0);
        history.days.back().evening = EveningTold{.pain_during = pain, .pain_after = pain};
    }
    return minutes;
}

double sum(const std::vector<double>& minutes, int week) {
    double total = 0;
    for (int day = 7 * week; day < 7 * week + 7; ++day) {
        total += minutes[static_cast<std::size_t>(day)];
    }
    return total;
}

}  // namespace

TEST_CASE("the calendar does not listen") {
    CHECK(offered(*calendar_policy(), 0, kDays) == offered(*calendar_policy(), 9, kDays));
    const auto minutes = offered(*calendar_policy(), 0, kDays);
    CHECK(sum(minutes, 3) == 0);
    CHECK(sum(minutes, 5) > 0);
    CHECK(sum(minutes, 13) == 160);
}

TEST_CASE("10 % a week begins at half and never rises by more") {
    const auto quiet = offered(*ten_percent_policy(), 1, kDays);
    CHECK(sum(quiet, 0) == 80);
    for (int week = 1; week < 15; ++week) {
        CHECK(sum(quiet, week) >= sum(quiet, week - 1));
        CHECK(sum(quiet, week) <= 1.1 * sum(quiet, week - 1) + 4);  // minutes are rounded
    }
    CHECK(sum(quiet, 12) == 160);
    CHECK(sum(offered(*ten_percent_policy(), 4, kDays), 10) == 0);
}

TEST_CASE("feels fine runs the usual at pain 1 and nothing at 2") {
    CHECK(sum(offered(*feels_fine_policy(), 1, kDays), 1) == 160);
    CHECK(sum(offered(*feels_fine_policy(), 2, kDays), 1) == 0);
}

TEST_CASE("running whenever it feels fine hurts fragile bodies anew more often than a calendar") {
    int calendar = 0;
    int fine = 0;
    int counted = 0;
    for (std::uint32_t seed = 1; counted < 150; seed += 16) {
        const Person person = draw_person(Trouble::achilles_midportion, seed);
        if (person.traits.fragile_luck > 0.6) {
            const Trial trial = try_all(person, plain_policies(), kDays);
            calendar += trial.courses[0].times_hurt_anew > 0 ? 1 : 0;
            fine += trial.courses[2].times_hurt_anew > 0 ? 1 : 0;
            counted += 1;
        }
    }
    MESSAGE("hurt anew of 150: calendar " << calendar << ", feels fine " << fine);
    CHECK(fine > calendar);
    CHECK(calendar > 0);
}

TEST_CASE("a number is one person, and one person one course") {
    const Person person = person_number(17);
    CHECK(person.traits.half_life_days == person_number(17).traits.half_life_days);
    CHECK(person.traits.half_life_days != person_number(17 + 12).traits.half_life_days);
    const Trial first = try_all(person, plain_policies(), kDays);
    const Trial again = try_all(person, plain_policies(), kDays);
    for (std::size_t i = 0; i < first.courses.size(); ++i) {
        CHECK(first.courses[i].last_damage == again.courses[i].last_damage);
        CHECK(first.courses[i].runs == again.courses[i].runs);
        CHECK(first.courses[i].back_to_usual == again.courses[i].back_to_usual);
    }
}

TEST_CASE("who hides pain tells less, who forgets tells seldom, who overruns runs longer") {
    Habits habits{.overruns = 1, .overruns_by = 1.5, .hides_pain = 2};
    VirtualRunner runner(habits, kRunner, 3);
    const Morning sore{.pain = 5.2};
    CHECK(runner.tell(sore)->pain == 3);
    const Offer offer{.run = RunOffer{.run_minutes = 20}};
    CHECK(minutes_of(*runner.act(offer, {.pain = 0}).run) == 30);
    CHECK(minutes_of(*runner.act(offer, sore).run) == 20);
    CHECK_FALSE(runner.act(offer, {.pain = 8}).run);
    habits.checks_in = 0.5;
    VirtualRunner forgetful(habits, kRunner, 3);
    int told = 0;
    for (int day = 0; day < 200; ++day) {
        told += forgetful.tell(sore) ? 1 : 0;
    }
    CHECK(told > 70);
    CHECK(told < 130);
}
