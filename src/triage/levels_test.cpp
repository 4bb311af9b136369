// SPDX-License-Identifier: Apache-2.0
#include "triage/small_triage_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using triage::on_day;
using triage::SmallTriage;

namespace {

/// The level of each entry, and the day it begins.
std::string levels(const SmallTriage& one) {
    std::string text;
    for (const LevelAt& entry :
         triage::levels_over(one.states, one.seen, one.offset, one.knowledge)) {
        text += format_day(day_of(entry.at, one.offset)).substr(8) + " " +
                std::string(word(entry.level)) + "; ";
    }
    return text;
}

/// Said on 10, 12 and 20 March; nothing is yes.
SmallTriage three_times() {
    SmallTriage one;
    one.states.insert(one.states.begin(), one.state(on_day(12), Truth::no));
    one.states.insert(one.states.begin(), one.state(on_day(10), Truth::no));
    return one;
}

Seen visit(int on, const char* clears) {
    return {.on = Day(std::chrono::year(2026) / 3 / on),
            .by = SeenBy::doctor,
            .clears = {RuleId(clears)}};
}

}  // namespace

TEST_CASE("levels: a rule counts from when it fired until the visit that clears it") {
    SmallTriage one = three_times();
    one.rule("R-040", UrgencyLevel::within_days, "a");
    CHECK(levels(one) == "10 self_care; ");
    one.value("a", 1) = {.truth = Truth::yes, .number = {}, .from = "", .at = on_day(12)};
    CHECK(levels(one) == "10 self_care; 12 within_days; ");
    one.seen = {visit(14, "R-040")};
    CHECK(levels(one) == "10 self_care; 12 within_days; 14 self_care; ");
    one.seen = {visit(11, "R-040")};
    CHECK(levels(one) == "10 self_care; 12 within_days; ");
}

TEST_CASE("levels: the more urgent counts, and a new sign after the visit reopens") {
    SmallTriage one = three_times();
    one.rule("R-040", UrgencyLevel::within_days, "a");
    one.rule("R-020", UrgencyLevel::same_day, "b");
    one.value("a", 0) = {.truth = Truth::yes, .number = {}, .from = "", .at = on_day(10)};
    one.value("b", 1) = {.truth = Truth::yes, .number = {}, .from = "", .at = on_day(12)};
    one.value("a", 2) = {.truth = Truth::yes, .number = {}, .from = "", .at = on_day(20)};
    one.seen = {visit(13, "R-020"), visit(15, "R-040")};
    CHECK(levels(one) ==
          "10 within_days; 12 same_day; 13 within_days; 15 self_care; 20 within_days; ");
}

TEST_CASE("what the ranking raises is cleared by a visit that names it, and only by that") {
    SmallTriage one;
    one.cause("stress", 23, UrgencyLevel::within_days, 0.6);
    CHECK(one.level() == UrgencyLevel::within_days);
    one.seen = {visit(19, "R-041")};
    CHECK(one.level() == UrgencyLevel::within_days);
    one.seen = {visit(21, "C-23")};
    CHECK(one.level() == UrgencyLevel::within_days);
    one.seen = {visit(19, "C-23")};
    CHECK(one.level() == UrgencyLevel::self_care);
    one.rule("R-041", UrgencyLevel::within_days, "a");
    one.set("a", Truth::yes, on_day(20));
    CHECK(one.level() == UrgencyLevel::within_days);
}

TEST_CASE("a cause that was looked at raises again with a new sign for it, not with an old one") {
    SmallTriage one = three_times();
    one.cause("stress", 23, UrgencyLevel::within_days, 0.6);
    const Figure twice{2, 2, 2};
    const Figure half{0.5, 0.5, 0.5};
    one.knowledge.conditions[0].likelihoods = {{one.finding("a"), twice, half},
                                               {one.finding("b"), half, twice},
                                               {one.finding("c"), twice, half}};
    for (std::size_t state = 0; state < 3; ++state) {
        one.value("a", state) = {.truth = Truth::yes, .number = {}, .from = "", .at = on_day(10)};
    }
    one.seen = {visit(14, "C-23")};
    CHECK(one.level() == UrgencyLevel::self_care);
    one.set("a", Truth::yes, on_day(20));  // the same sign, told again
    one.set("b", Truth::yes, on_day(20));  // speaks against it
    CHECK(one.level() == UrgencyLevel::self_care);
    one.set("c", Truth::yes, on_day(20));
    CHECK(one.level() == UrgencyLevel::within_days);
    one.seen.push_back(visit(20, "C-23"));
    CHECK(one.level() == UrgencyLevel::self_care);
}

TEST_CASE("a sign that had gone is new, and so is one told only after the visit") {
    SmallTriage one = three_times();
    one.cause("stress", 23, UrgencyLevel::within_days, 0.6);
    one.knowledge.conditions[0].likelihoods = {{one.finding("a"), Figure{2, 2, 2}, {}}};
    one.value("a", 0) = {.truth = Truth::yes, .number = {}, .from = "", .at = on_day(10)};
    one.set("a", Truth::yes, on_day(20));
    one.seen = {visit(10, "C-23")};
    CHECK(one.level() == UrgencyLevel::within_days);  // "no" on the 12th
    one.value("a", 1).truth = Truth::yes;
    CHECK(one.level() == UrgencyLevel::self_care);
    one.seen = {visit(9, "C-23")};
    CHECK(one.level() == UrgencyLevel::within_days);
    one.set("a", Truth::yes);
    CHECK(one.level() == UrgencyLevel::self_care);  // when it came was not said
}

TEST_CASE("a fact that makes a cause likelier is a new sign too") {
    SmallTriage one = three_times();
    one.cause("stress", 23, UrgencyLevel::within_days, 0.6);
    one.knowledge.conditions[0].modifiers = {
        {.when = one.expression("d"), .factor = {3, 3, 3}, .text = ""}};
    one.seen = {visit(14, "C-23")};
    CHECK(one.level() == UrgencyLevel::self_care);
    one.set("d", Truth::yes, on_day(20));
    CHECK(one.level() == UrgencyLevel::within_days);
}
