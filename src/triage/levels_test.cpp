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
