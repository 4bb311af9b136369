// SPDX-License-Identifier: Apache-2.0
#include "triage/small_triage_test.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>

using namespace footsure;
using triage::on_day;
using triage::SmallTriage;

namespace {

/// The Findings that rules use without a negation; e is the one they negate.
constexpr std::array<const char*, 5> kRaising{"a", "b", "c", "d", "injury"};

std::string any_raising() {
    return kRaising.at(*rc::gen::inRange<std::size_t>(0, kRaising.size()));
}

UrgencyLevel any_level() {
    return *rc::gen::element(UrgencyLevel::routine, UrgencyLevel::within_days,
                             UrgencyLevel::same_day, UrgencyLevel::emergency);
}

Truth any_truth() {
    return *rc::gen::element(Truth::not_asked, Truth::unknown, Truth::no, Truth::yes);
}

std::string any_part() {
    const auto shape = *rc::gen::inRange(0, 8);
    if (shape == 0) {
        return "not e";
    }
    return shape == 1 ? "unsure " + any_raising() : any_raising();
}

/// Up to three levels of and, or, at_least over raising Findings.
std::string any_when(int depth) {
    if (depth == 0 || *rc::gen::inRange(0, 3) == 0) {
        return any_part();
    }
    const auto first = any_when(depth - 1);
    const auto second = any_when(depth - 1);
    switch (*rc::gen::inRange(0, 3)) {
    case 0: return "(" + first + " and " + second + ")";
    case 1: return "(" + first + " or " + second + ")";
    default: return "at_least 2 of (" + first + ", " + second + ", " + any_when(depth - 1) + ")";
    }
}

/// A rule set, a danger screen, a modifier, causes and two states, all at random.
SmallTriage any_triage() {
    SmallTriage one;
    const auto rules = *rc::gen::inRange(1, 5);
    for (int i = 0; i < rules; ++i) {
        one.rule("R-00" + std::to_string(i), any_level(), any_when(2));
    }
    one.knowledge.policy.acute_situation = one.expression("injury or c");
    one.knowledge.policy.bone_press_only = one.expression("injury and walks and not c");
    one.knowledge.policy.self_care = one.expression("well and not a");
    if (*rc::gen::inRange(0, 2) == 0) {
        one.modifier("M-one", any_when(1));
        one.modifier("M-least", any_when(1), any_level());
    }
    if (*rc::gen::inRange(0, 2) == 0) {
        one.cause("first", 1, any_level(), 0.5);
        one.cause("second", 2, any_level(), *rc::gen::element(0.1, 0.2, 0.3));
    }
    one.states.insert(one.states.begin(), one.state(on_day(18), Truth::no));
    for (auto& state : one.states) {
        for (auto& value : state.findings.values) {
            value.truth = any_truth();
        }
    }
    return one;
}

UrgencyLevel level_with(SmallTriage one, std::string_view id, Truth truth) {
    one.set(id, truth);
    return one.level();
}

void log(const SmallTriage& one) {
    for (const auto& rule : one.knowledge.rules) {
        RC_LOG() << rule.id.text() << ' ' << word(rule.level) << " kind "
                 << static_cast<int>(rule.when.kind) << '\n';
    }
    RC_LOG() << "fired: " << one.fired() << '\n';
}

}  // namespace

TEST_CASE("a sign turned from no to yes never lowers the level") {
    const bool held = rc::check("no to yes", [] {
        const auto one = any_triage();
        log(one);
        const auto id = any_raising();
        RC_LOG() << "turned: " << id << '\n';
        RC_ASSERT(level_with(one, id, Truth::yes) >= level_with(one, id, Truth::no));
    });
    CHECK(held);
}

TEST_CASE("the same with a danger screen, where a sign counts by itself") {
    const bool held = rc::check("no to yes on a screen", [] {
        auto one = any_triage();
        one.screen({"a", "b", "d"},
                   *rc::gen::element(UrgencyLevel::routine, UrgencyLevel::within_days));
        log(one);
        const auto id = any_raising();
        RC_LOG() << "turned: " << id << '\n';
        RC_ASSERT(level_with(one, id, Truth::yes) >= level_with(one, id, Truth::no));
    });
    CHECK(held);
}

TEST_CASE("unknown is never milder than no") {
    const bool held = rc::check("no to unknown", [] {
        const auto one = any_triage();
        log(one);
        const auto id = any_raising();
        RC_LOG() << "turned: " << id << '\n';
        RC_ASSERT(level_with(one, id, Truth::unknown) >= level_with(one, id, Truth::no));
    });
    CHECK(held);
}

TEST_CASE("not asked is never milder than no") {
    const bool held = rc::check("no to not asked", [] {
        const auto one = any_triage();
        log(one);
        const auto id = any_raising();
        RC_LOG() << "turned: " << id << '\n';
        RC_ASSERT(level_with(one, id, Truth::not_asked) >= level_with(one, id, Truth::no));
    });
    CHECK(held);
}

TEST_CASE("the order in which rules stand does not change the level") {
    const bool held = rc::check("rules reversed", [] {
        auto one = any_triage();
        const auto before = one.level();
        std::ranges::reverse(one.knowledge.rules);
        RC_ASSERT(one.level() == before);
        std::ranges::rotate(one.knowledge.rules, one.knowledge.rules.begin() + 1);
        RC_ASSERT(one.level() == before);
    });
    CHECK(held);
}

TEST_CASE("a further rule, modifier, cause or earlier state never lowers the level") {
    const bool held = rc::check("more facts", [] {
        auto one = any_triage();
        const auto before = one.level();
        const auto what = *rc::gen::inRange(0, 3);
        if (what == 0) {
            one.rule("R-099", any_level(), any_when(2));
        } else if (what == 1) {
            one.modifier("M-more", any_when(1));
        } else {
            one.states.insert(one.states.begin(), one.state(on_day(10), any_truth()));
        }
        RC_ASSERT(one.level() >= before);
    });
    CHECK(held);
}

TEST_CASE("the level is at least that of each thing that fired, and a rule of now has fired") {
    const bool held = rc::check("fired rules and level agree", [] {
        const auto one = any_triage();
        const auto decision = one.decide();
        for (const auto& fired : decision.rules) {
            RC_ASSERT(decision.urgency.level() >= fired.level);
        }
        for (const auto& rule : one.knowledge.rules) {
            if (logic::evaluate(rule.when, one.states.back().findings.values) == Truth::yes) {
                RC_ASSERT(std::ranges::count(decision.rules, rule.id, &FiredRule::id) == 1);
            }
        }
        if (decision.urgency.level() == UrgencyLevel::self_care) {
            RC_ASSERT(decision.rules.empty());
            RC_ASSERT(!decision.provisional);
        }
    });
    CHECK(held);
}
