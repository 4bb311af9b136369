// SPDX-License-Identifier: Apache-2.0
#include "triage/small_triage_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using namespace std::chrono_literals;
using triage::on_day;
using triage::SmallTriage;

namespace {

constexpr auto kSelfCare = UrgencyLevel::self_care;
constexpr auto kSameDay = UrgencyLevel::same_day;
constexpr auto kEmergency = UrgencyLevel::emergency;

Day day(int number) {
    return std::chrono::year(2026) / 3 / number;
}

Seen visit(int on, SeenBy by, std::initializer_list<const char*> clears) {
    Seen seen{.on = day(on), .by = by};
    for (const auto* id : clears) {
        seen.clears.emplace_back(id);
    }
    return seen;
}

/// One rule over a, yes now; now is noon of 20 March.
SmallTriage fired(const std::string& id, UrgencyLevel level, std::optional<Instant> at) {
    SmallTriage one;
    one.rule(id, level, "a");
    one.set("a", Truth::yes, at);
    return one;
}

}  // namespace

TEST_CASE("a rule that fired in an earlier state stays fired, with the hours of that time") {
    SmallTriage one;
    one.rule("R-020", kSameDay, "a").seen_within_hours = 24;
    one.states.insert(one.states.begin(), one.state(on_day(17), Truth::no));
    one.states.insert(one.states.begin(), one.state(on_day(15), Truth::no));
    one.value("a", 1).truth = Truth::yes;
    CHECK(one.level() == kSameDay);
    REQUIRE(one.decide().rules.size() == 1);
    CHECK(one.decide().rules[0].be_seen_by == on_day(18));
    one.value("a", 2).truth = Truth::yes;
    CHECK(one.decide().rules[0].be_seen_by == on_day(18));
}

TEST_CASE("a visit on or after the sign clears the rules it names, and says so") {
    auto one = fired("R-020", kSameDay, on_day(15));
    one.seen = {visit(15, SeenBy::doctor, {"R-020"})};
    CHECK(one.level() == kSelfCare);
    CHECK(one.fired().empty());
    CHECK(one.has_limit("cleared"));
    one.seen = {visit(15, SeenBy::doctor, {"R-021"})};
    CHECK(one.level() == kSameDay);
    one.seen = {visit(15, SeenBy::doctor, {})};
    CHECK(one.level() == kSameDay);
    CHECK_FALSE(one.has_limit("cleared"));
}

TEST_CASE("a visit before the sign, or one that lies ahead, clears nothing") {
    auto one = fired("R-020", kSameDay, on_day(15));
    one.seen = {visit(14, SeenBy::doctor, {"R-020"})};
    CHECK(one.level() == kSameDay);
    one.seen = {visit(21, SeenBy::doctor, {"R-020"})};
    CHECK(one.level() == kSameDay);
    one.seen = {visit(20, SeenBy::doctor, {"R-020"})};
    CHECK(one.level() == kSelfCare);
}

TEST_CASE("the day of a sign is the runner's day") {
    auto one = fired("R-020", kSameDay, Instant(day(15)) + 23h + 30min);
    one.seen = {visit(15, SeenBy::doctor, {"R-020"})};
    CHECK(one.level() == kSelfCare);
    one.offset = 1h;
    CHECK(one.level() == kSameDay);
}

TEST_CASE("a T0 rule is cleared by an emergency department or a doctor, not by a physiotherapist") {
    auto one = fired("R-001", kEmergency, on_day(15));
    one.seen = {visit(16, SeenBy::physiotherapist, {"R-001"})};
    CHECK(one.level() == kEmergency);
    one.seen = {visit(16, SeenBy::doctor, {"R-001"})};
    CHECK(one.level() == kSelfCare);
    one.seen = {visit(16, SeenBy::emergency, {"R-001"})};
    CHECK(one.level() == kSelfCare);
    auto milder = fired("R-020", kSameDay, on_day(15));
    milder.seen = {visit(16, SeenBy::physiotherapist, {"R-020"})};
    CHECK(milder.level() == kSelfCare);
}

TEST_CASE("the evidence's number clears its lettered parts, a letter only its own") {
    const auto cleared = [](const std::string& id, const char* clears) {
        auto one = fired(id, kSameDay, on_day(15));
        one.seen = {visit(16, SeenBy::doctor, {clears})};
        return one.level() == kSelfCare;
    };
    CHECK(cleared("R-035a", "R-035"));
    CHECK(cleared("R-035a", "R-035a"));
    CHECK_FALSE(cleared("R-035a", "R-035b"));
    CHECK_FALSE(cleared("R-035", "R-035a"));
    CHECK_FALSE(cleared("R-035", "R-03"));
    CHECK_FALSE(cleared("R-020", "R"));
}

TEST_CASE("a new dated sign after the visit reopens; the same sign said again does not lower") {
    auto one = fired("R-020", kSameDay, on_day(15));
    one.states.insert(one.states.begin(), one.states.front());
    one.states.front().at = on_day(15);
    one.seen = {visit(16, SeenBy::doctor, {"R-020"})};
    CHECK(one.level() == kSelfCare);
    one.set("a", Truth::yes, on_day(18));
    CHECK(one.level() == kSameDay);
    CHECK_FALSE(one.has_limit("cleared"));
    one.seen.push_back(visit(19, SeenBy::doctor, {"R-020"}));
    CHECK(one.level() == kSelfCare);
}

TEST_CASE("of several signs that make the rule, the latest must have been seen") {
    SmallTriage one;
    one.rule("R-005", kEmergency, "a and b");
    one.set("a", Truth::yes, on_day(14));
    one.set("b", Truth::yes, on_day(18));
    one.seen = {visit(16, SeenBy::doctor, {"R-005"})};
    CHECK(one.level() == kEmergency);
    one.set("b", Truth::yes, on_day(16));
    CHECK(one.level() == kSelfCare);
}

TEST_CASE("an undated sign was there before the visit") {
    auto one = fired("R-020", kSameDay, std::nullopt);
    one.seen = {visit(10, SeenBy::doctor, {"R-020"})};
    CHECK(one.level() == kSelfCare);
}

TEST_CASE("clearing one rule leaves the others, and a cleared rule does not block self-care") {
    auto one = fired("R-001", kEmergency, on_day(15));
    one.rule("R-020", kSameDay, "a");
    one.seen = {visit(16, SeenBy::doctor, {"R-001"})};
    CHECK(one.level() == kSameDay);
    CHECK(one.fired() == "R-020");
    one.seen = {visit(16, SeenBy::doctor, {"R-001", "R-020"})};
    CHECK(one.level() == kSelfCare);
}

TEST_CASE("a sign that a cleared rule rests on is explained by it") {
    auto one = fired("R-020", kSameDay, on_day(15));
    one.screen({"a"}, UrgencyLevel::within_days);
    one.seen = {visit(16, SeenBy::doctor, {"R-020"})};
    CHECK(one.level() == kSelfCare);
}
