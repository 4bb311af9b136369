// SPDX-License-Identifier: Apache-2.0
#include "triage/small_triage_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using triage::on_day;
using triage::SmallTriage;

namespace {

constexpr auto kSelfCare = UrgencyLevel::self_care;
constexpr auto kRoutine = UrgencyLevel::routine;
constexpr auto kWithinDays = UrgencyLevel::within_days;
constexpr auto kSameDay = UrgencyLevel::same_day;
constexpr auto kEmergency = UrgencyLevel::emergency;

}  // namespace

TEST_CASE("the level is the most urgent of all fired rules, and each of them is named") {
    SmallTriage one;
    one.rule("R-001", kEmergency, "a");
    one.rule("R-020", kSameDay, "b");
    one.rule("R-040", kWithinDays, "c");
    CHECK(one.level() == kSelfCare);
    one.set("c", Truth::yes);
    CHECK(one.level() == kWithinDays);
    one.set("a", Truth::yes);
    CHECK(one.level() == kEmergency);
    CHECK(one.fired() == "R-001 R-040");
}

TEST_CASE("a fired rule gives its hours, its reasons and their origin") {
    SmallTriage one;
    one.rule("R-020", kSameDay, "a and not b").seen_within_hours = 24;
    one.set("a", Truth::yes);
    one.value("a", 0).from = "question a";
    const auto decision = one.decide();
    REQUIRE(decision.rules.size() == 1);
    const auto& fired = decision.rules[0];
    CHECK(fired.be_seen_by == on_day(21));
    REQUIRE(fired.because.size() == 2);
    CHECK(fired.because[0].finding == "a");
    CHECK(fired.because[0].from == "question a");
    CHECK(fired.because[1].finding == "b");
    CHECK(fired.because[1].text == "not: sign b");
}

TEST_CASE("the first cause brings the milder end of its own level, whatever its probability") {
    for (const auto level : {kRoutine, kWithinDays, kSameDay}) {
        SmallTriage one;
        one.cause("first", 7, level, 0.01);
        CHECK(one.level() == level);
        CHECK(one.fired() == "C-07");
    }
    SmallTriage mild;
    mild.cause("first", 25, kSelfCare, 0.9);
    CHECK(mild.level() == kSelfCare);
    CHECK(mild.fired().empty());
}

TEST_CASE("a further cause raises from 0.2 on, and only to within_days or more") {
    const auto second = [](UrgencyLevel level, double probability) {
        SmallTriage one;
        one.cause("first", 6, kSelfCare, 0.5);
        one.cause("second", 25, level, probability);
        return one.level();
    };
    CHECK(second(kWithinDays, 0.2) == kWithinDays);
    CHECK(second(kSameDay, 0.2) == kSameDay);
    CHECK(second(kEmergency, 0.2) == kEmergency);
    CHECK(second(kWithinDays, 0.1999) == kSelfCare);
    CHECK(second(kEmergency, 0.1999) == kSelfCare);
    CHECK(second(kRoutine, 0.4) == kSelfCare);
}

TEST_CASE("the ranking names every cause that raises and never lowers a rule") {
    SmallTriage one;
    one.rule("R-001", kEmergency, "a");
    one.set("a", Truth::yes);
    one.cause("first", 6, kSelfCare, 0.5);
    one.cause("second", 25, kWithinDays, 0.3);
    one.cause("third", 9, kSameDay, 0.2);
    CHECK(one.level() == kEmergency);
    CHECK(one.fired() == "R-001 C-25 C-09");
}

TEST_CASE("a cause that the knowledge lacks raises nothing") {
    SmallTriage one;
    one.ranked.push_back({.condition = ConditionId("gone"), .probability = Probability::of(1)});
    CHECK(one.level() == kSelfCare);
}

TEST_CASE("in an acute situation a danger sign left open counts as same day") {
    for (const auto open : {Truth::not_asked, Truth::unknown}) {
        CAPTURE(static_cast<int>(open));
        SmallTriage one;
        one.rule("R-001", kEmergency, "a");
        one.set("injury", Truth::yes);
        CHECK(one.level() == kSelfCare);
        one.set("a", open);
        CHECK(one.level() == kSameDay);
        CHECK(one.fired() == "P-3");
        CHECK(one.decide().rules[0].be_seen_by == on_day(21));
    }
}

TEST_CASE("an acute situation that cannot be told counts, one that was not asked does not") {
    SmallTriage one;
    one.rule("R-001", kEmergency, "a");
    one.set("a", Truth::unknown);
    one.set("injury", Truth::unknown);
    CHECK(one.level() == kSameDay);
    one.set("injury", Truth::not_asked);
    CHECK(one.level() == kRoutine);
}

TEST_CASE("a part of the acute situation that cannot be told counts beside one not asked") {
    SmallTriage one;
    one.knowledge.policy.acute_situation = one.expression("injury or c");
    one.rule("R-001", kEmergency, "a");
    one.set("a", Truth::unknown);
    one.set("injury", Truth::unknown);
    REQUIRE(one.level() == kSameDay);
    one.set("c", Truth::not_asked);
    CHECK(one.level() == kSameDay);
}

TEST_CASE("outside an acute situation silence only asks and withholds self-care") {
    SmallTriage one;
    one.rule("R-001", kEmergency, "a");
    one.set("a", Truth::not_asked);
    CHECK(one.level() == kRoutine);
    CHECK(one.fired().empty());
    CHECK(one.decide().provisional);
    one.set("a", Truth::unknown);
    CHECK(one.level() == kRoutine);
}

TEST_CASE("what is missing is asked most urgent first, each once; the unknown is not asked again") {
    SmallTriage one;
    one.rule("R-040", kWithinDays, "e");
    one.rule("R-020", kSameDay, "c or a");
    one.rule("R-001", kEmergency, "b or a or d");
    for (const auto* id : {"a", "b", "c", "e"}) {
        one.set(id, Truth::not_asked);
    }
    one.set("d", Truth::unknown);
    const auto decision = one.decide();
    CHECK(decision.missing ==
          std::vector<std::uint32_t>{one.finding("b"), one.finding("a"), one.finding("c")});
    CHECK(decision.provisional);
}

TEST_CASE("provisional only while an open answer could still raise the level") {
    SmallTriage one;
    one.rule("R-001", kEmergency, "a");
    one.rule("R-020", kSameDay, "b");
    one.rule("R-021", kSameDay, "c");
    CHECK_FALSE(one.decide().provisional);
    one.set("b", Truth::yes);
    one.set("c", Truth::not_asked);
    CHECK_FALSE(one.decide().provisional);
    one.set("a", Truth::not_asked);
    CHECK(one.decide().provisional);
    one.set("a", Truth::no);
    one.set("b", Truth::no);
    CHECK(one.decide().provisional);
}

TEST_CASE("an open finding that follows from others asks those") {
    SmallTriage one;
    one.knowledge.findings.push_back(
        {.id = FindingId("derived"), .text = "derived", .when = one.expression("a and b")});
    one.states[0].findings.values.push_back({.truth = Truth::not_asked});
    one.rule("R-001", kEmergency, "derived");
    one.set("a", Truth::yes);
    one.set("b", Truth::not_asked);
    CHECK(one.decide().missing == std::vector<std::uint32_t>{one.finding("b")});
}

TEST_CASE("who walks four steps after an injury, with only the bone press not asked, has days") {
    SmallTriage one;
    one.rule("R-020", kSameDay, "a");
    one.set("injury", Truth::yes);
    one.set("walks", Truth::yes);
    one.set("a", Truth::not_asked);
    CHECK(one.level() == kWithinDays);
    CHECK(one.decide().provisional);
    CHECK(one.decide().rules[0].be_seen_by == on_day(23));
    one.set("walks", Truth::unknown);
    CHECK(one.level() == kSameDay);
    one.set("walks", Truth::not_asked);
    CHECK(one.level() == kSameDay);
}

TEST_CASE("the exception is for silence: a danger sign that is uncertain is same day") {
    SmallTriage one;
    one.rule("R-020", kSameDay, "a or b");
    one.set("injury", Truth::yes);
    one.set("walks", Truth::yes);
    one.set("a", Truth::unknown);
    CHECK(one.level() == kSameDay);
    one.set("b", Truth::not_asked);
    CHECK(one.level() == kSameDay);
}

TEST_CASE("self-care needs each of its conditions answered yes and every rule answered no") {
    SmallTriage one;
    one.rule("R-040", kWithinDays, "a");
    CHECK(one.level() == kSelfCare);
    for (const auto open : {Truth::no, Truth::unknown, Truth::not_asked}) {
        one.set("well", open);
        CHECK(one.level() == kRoutine);
    }
    CHECK(one.has_limit("self_care_open"));
    one.set("well", Truth::no);
    CHECK_FALSE(one.has_limit("self_care_open"));
    one.set("well", Truth::yes);
    one.set("a", Truth::unknown);
    CHECK(one.level() == kRoutine);
}

TEST_CASE("self-care waits for danger signs, not for signs of no danger that nobody asked") {
    SmallTriage one;
    one.rule("R-046", kWithinDays, "a");
    one.set("a", Truth::not_asked);
    CHECK(one.level() == kSelfCare);
    one.screen({"a"}, UrgencyLevel::routine);
    CHECK(one.level() == kRoutine);
    one.set("a", Truth::no);
    CHECK(one.level() == kSelfCare);
}

TEST_CASE("modifiers together raise by one step, once, from the level before them") {
    SmallTriage one;
    one.rule("R-040", kWithinDays, "a");
    one.modifier("M-one", "b");
    one.modifier("M-two", "c");
    one.set("b", Truth::yes);
    one.set("c", Truth::yes);
    CHECK(one.level() == kRoutine);
    one.set("a", Truth::yes);
    CHECK(one.level() == kSameDay);
    CHECK(one.fired() == "R-040 M-one M-two");
}

TEST_CASE("a modifier does not raise above emergency, and an open one not at all") {
    SmallTriage one;
    one.rule("R-001", kEmergency, "a");
    one.modifier("M-one", "b");
    one.set("b", Truth::unknown);
    CHECK(one.level() == kSelfCare);
    one.set("a", Truth::yes);
    one.set("b", Truth::yes);
    CHECK(one.level() == kEmergency);
}

TEST_CASE("at_least raises to its level and lowers nothing") {
    SmallTriage one;
    one.rule("R-001", kEmergency, "a");
    one.modifier("M-least", "b", kWithinDays);
    one.set("b", Truth::yes);
    CHECK(one.level() == kWithinDays);
    CHECK(one.decide().rules[0].be_seen_by == on_day(23));
    one.set("a", Truth::yes);
    CHECK(one.level() == kEmergency);
}

TEST_CASE("a modifier also raises what silence or the ranking brought") {
    SmallTriage one;
    one.rule("R-020", kSameDay, "a");
    one.modifier("M-one", "b");
    one.set("b", Truth::yes);
    one.set("injury", Truth::yes);
    one.set("a", Truth::unknown);
    CHECK(one.level() == kEmergency);
    one.set("a", Truth::no);
    one.cause("first", 7, kWithinDays, 0.5);
    CHECK(one.level() == kSameDay);
}

TEST_CASE("a danger sign that no rule explains counts by itself, more so in an acute situation") {
    SmallTriage one;
    one.rule("R-005", kEmergency, "a and b");
    one.screen({"a", "b"}, kWithinDays);
    one.set("a", Truth::yes);
    CHECK(one.level() == kWithinDays);
    CHECK(one.fired() == "P-3");
    CHECK(one.decide().rules[0].because[0].finding == "a");
    one.set("injury", Truth::yes);
    CHECK(one.level() == kSameDay);
    one.set("b", Truth::yes);
    CHECK(one.fired() == "R-005");
}

TEST_CASE("a sign that a rule explains, through what follows from it too, is not counted twice") {
    SmallTriage one;
    one.knowledge.findings.push_back(
        {.id = FindingId("derived"), .text = "derived", .when = one.expression("a or b")});
    one.states[0].findings.values.push_back({.truth = Truth::yes});
    one.rule("R-044", kWithinDays, "derived");
    one.screen({"a", "b"}, kWithinDays);
    one.set("b", Truth::yes);
    CHECK(one.fired() == "R-044");
}

TEST_CASE("one more sign never lowers: a milder rule does not use up a sign that was same day") {
    SmallTriage one;
    one.rule("R-042", kWithinDays, "a and b");
    one.screen({"a"}, kWithinDays);
    one.set("injury", Truth::yes);
    one.set("a", Truth::yes);
    REQUIRE(one.level() == kSameDay);
    one.set("b", Truth::yes);
    CHECK(one.level() == kSameDay);
}
