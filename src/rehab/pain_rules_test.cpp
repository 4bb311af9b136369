// SPDX-License-Identifier: Apache-2.0
#include "rehab/pain_rules.hpp"
#include "rehab/small_rehab_test.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace footsure;
using namespace footsure::rehab;
using namespace footsure::rehab::small;

namespace {

Verdict says(const PainRule& rule, const PainReading& reading) {
    return judge(reading, rule).verdict;
}

}  // namespace

TEST_CASE("the tendon rule") {
    const auto rule = tendon_rule();
    CHECK(says(rule, {}) == Verdict::progress);
    CHECK(says(rule, {.during = 2, .after = 2, .morning = 1, .usual_morning = 1}) ==
          Verdict::progress);
    CHECK(says(rule, {.during = 3}) == Verdict::hold);
    CHECK(says(rule, {.during = 5, .after = 5}) == Verdict::hold);
    CHECK(says(rule, {.during = 6}) == Verdict::back);
    CHECK(says(rule, {.after = 5.5}) == Verdict::back);
    CHECK(says(rule, {.morning = 2, .usual_morning = 1}) == Verdict::hold);
    CHECK(says(rule, {.morning = 3, .usual_morning = 1}) == Verdict::back);
    CHECK(says(rule, {.morning = 4, .usual_morning = 4}) == Verdict::progress);
    CHECK(says(rule, {.morning = 6, .usual_morning = 6}) == Verdict::back);
    CHECK(says(rule, {.morning = 3}) == Verdict::hold);
    CHECK(says(rule, {.stiffness = 15, .usual_stiffness = 5}) == Verdict::progress);
    CHECK(says(rule, {.stiffness = 16, .usual_stiffness = 5}) == Verdict::back);
    CHECK(says(rule, {.stiffness = 60}) == Verdict::progress);
    CHECK(says(rule, {.swelling_more = true}) == Verdict::back);
    CHECK(says(rule, {.swollen = true}) == Verdict::progress);
    CHECK(says(rule, {.limp = true}) == Verdict::back);
    CHECK(says(rule, {.focal_ache = true}) == Verdict::back);
    CHECK(says(rule, {.gave_way = true}) == Verdict::stop);
}

TEST_CASE("the joint rule: swelling stops progress") {
    const auto rule = joint_rule();
    CHECK(says(rule, {.during = 2}) == Verdict::progress);
    CHECK(says(rule, {.during = 4}) == Verdict::hold);
    CHECK(says(rule, {.during = 5}) == Verdict::back);
    CHECK(says(rule, {.swollen = true}) == Verdict::hold);
    CHECK(says(rule, {.swelling_more = true, .swollen = true}) == Verdict::back);
}

TEST_CASE("the bone rule: nothing may be felt, nor the next morning") {
    const auto rule = bone_rule();
    CHECK(says(rule, {.during = 0, .after = 0, .morning = 0, .usual_morning = 0}) ==
          Verdict::progress);
    CHECK(says(rule, {.during = 1}) == Verdict::hold);
    CHECK(says(rule, {.during = 2}) == Verdict::back);
    CHECK(says(rule, {.morning = 1, .usual_morning = 1}) == Verdict::hold);
    CHECK(says(rule, {.morning = 2, .usual_morning = 2}) == Verdict::back);
    CHECK(says(rule, {.focal_ache = true}) == Verdict::back);
}

TEST_CASE("the words name the figures") {
    const auto judged = judge({.during = 4, .morning = 4, .usual_morning = 1}, tendon_rule());
    CHECK(judged.because == "pain 4/10 during, at most 2 is fine; 4/10 next morning, usual is 1");
}

TEST_CASE("of two rules the stricter part holds") {
    const auto both = strictest(tendon_rule(), bone_rule());
    CHECK(both.id == "tendon+bone");
    CHECK(both.text == "Up to 2 of 10. No pain at all.");
    CHECK(both.progress_during.value == 0);
    CHECK(both.hold_after.value == 1);
    CHECK(both.steps_back.value == 2);
    CHECK(both.rest_hours.value == 72);
    CHECK(both.stiffness_rise.value == 10);  // the bone rule sets none
    CHECK(!both.swelling_stops_progress);
    CHECK(strictest(both, joint_rule()).swelling_stops_progress);
    CHECK(strictest(both, bone_rule()).id == "tendon+bone");
}

TEST_CASE("no rule is stricter than the strictest, and more pain is never milder") {
    rc::check([] {
        const auto any = [] {
            return *rc::gen::inRange(0, 2) == 0 ? std::optional<double>()
                                                : std::optional<double>(*rc::gen::inRange(0, 11));
        };
        PainReading reading{.during = any(),
                            .after = any(),
                            .morning = any(),
                            .stiffness = any(),
                            .usual_morning = any(),
                            .usual_stiffness = any(),
                            .swelling_more = *rc::gen::arbitrary<bool>(),
                            .swollen = *rc::gen::arbitrary<bool>()};
        const std::vector<PainRule> rules{tendon_rule(), joint_rule(), bone_rule()};
        const auto& a = *rc::gen::elementOf(rules);
        const auto& b = *rc::gen::elementOf(rules);
        const auto both = says(strictest(a, b), reading);
        RC_ASSERT(both >= says(a, reading));
        RC_ASSERT(both >= says(b, reading));
        const auto before = says(a, reading);
        auto* part = *rc::gen::element(&reading.during, &reading.after, &reading.morning,
                                       &reading.stiffness);
        if (*part) {
            **part += 1;
        }
        RC_ASSERT(says(a, reading) >= before);
    });
}
