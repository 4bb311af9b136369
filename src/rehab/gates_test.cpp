// SPDX-License-Identifier: Apache-2.0
#include "rehab/gates.hpp"
#include "rehab/small_rehab_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using namespace footsure::rehab;
using namespace footsure::rehab::small;

namespace {

struct Taken {
    MeasureBook book;
    Runner runner;
    Side side = Side::right;
    RehabKnowledge knowledge = small_knowledge().rehab;

    void add(MeasureKind kind, Side of, double value, int day = 0, int hour = 8) {
        book.add({kind, of, value}, at(day, hour), kStart + days(day), side);
    }

    [[nodiscard]] Gate judge(const GateDefinition& definition, int day = 0) const {
        return gate_of(definition, {book, kStart + days(day), side, runner, knowledge});
    }
};

constexpr auto kRaises = MeasureKind::heel_raises;

}  // namespace

TEST_CASE("at least: what was never measured is not met, the hurt leg counts") {
    Taken taken;
    const auto needed = gate("raises", kRaises, 20);
    CHECK(!taken.judge(needed).met);
    CHECK(!taken.judge(needed).value);
    taken.add(kRaises, Side::left, 30);
    CHECK(!taken.judge(needed).met);
    taken.add(kRaises, Side::right, 19);
    CHECK(!taken.judge(needed).met);
    taken.add(kRaises, Side::right, 20, 1);
    CHECK(taken.judge(needed, 1).met);
    CHECK(taken.judge(needed, 1).measured_on == kStart + days(1));
}

TEST_CASE("at most, of the person") {
    Taken taken;
    const auto needed = gate("walks", MeasureKind::walking_pain, 2, GateTest::at_most);
    taken.add(MeasureKind::walking_pain, Side::unknown, 3);
    CHECK(!taken.judge(needed).met);
    taken.add(MeasureKind::walking_pain, Side::unknown, 2, 0, 9);
    CHECK(taken.judge(needed).met);
}

TEST_CASE("a measure of an unnamed leg says nothing of the hurt one") {
    Taken taken;
    taken.add(kRaises, Side::unknown, 40);
    CHECK(!taken.judge(gate("raises", kRaises, 20)).met);
    taken.add(kRaises, Side::both, 40);
    CHECK(taken.judge(gate("raises", kRaises, 20)).met);
}

TEST_CASE("a measure is too old after two weeks") {
    Taken taken;
    taken.add(kRaises, Side::right, 30);
    CHECK(taken.judge(gate("raises", kRaises, 20), 14).met);
    CHECK(!taken.judge(gate("raises", kRaises, 20), 15).met);
    taken.book.forget_up_to(kStart);
    CHECK(!taken.judge(gate("raises", kRaises, 20), 1).met);
}

TEST_CASE("a share is of the hurt leg over the other, at most 120 %") {
    Taken taken;
    const auto needed = gate("share", kRaises, 0.85, GateTest::share_at_least);
    taken.add(kRaises, Side::right, 17);
    CHECK(!taken.judge(needed).met);
    taken.add(kRaises, Side::left, 20);
    CHECK(taken.judge(needed).met);
    CHECK(*taken.judge(needed).value == doctest::Approx(85));
    taken.add(kRaises, Side::left, 21, 1);
    CHECK(!taken.judge(needed, 1).met);
    taken.add(kRaises, Side::left, 5, 2);
    CHECK(*taken.judge(needed, 2).value == doctest::Approx(120));
    taken.add(kRaises, Side::left, 0, 3);
    CHECK(!taken.judge(needed, 3).met);
}

TEST_CASE("a difference is of the other leg less the hurt one") {
    Taken taken;
    const auto needed = gate("wall", MeasureKind::knee_to_wall, 2, GateTest::difference_at_most);
    taken.add(MeasureKind::knee_to_wall, Side::right, 7);
    taken.add(MeasureKind::knee_to_wall, Side::left, 9.5);
    CHECK(!taken.judge(needed).met);
    CHECK(*taken.judge(needed).value == doctest::Approx(2.5));
    taken.add(MeasureKind::knee_to_wall, Side::right, 7.5, 0, 9);
    CHECK(taken.judge(needed).met);
}

TEST_CASE("the median of age and sex only lowers what is needed") {
    Taken taken;
    const auto needed = gate("raises", kRaises, 25, GateTest::at_least_for_age);
    taken.add(kRaises, Side::right, 20);
    CHECK(!taken.judge(needed).met);
    taken.runner = {.age_years = 65, .sex = Sex::female};
    CHECK(taken.judge(needed).met);
    CHECK(taken.judge(needed).needed == 19);
    taken.runner.age_years = 25;
    CHECK(taken.judge(needed).needed == 25);
    taken.runner = {.age_years = 65};
    CHECK(taken.judge(needed).needed == 25);
    taken.runner = {.age_years = 15, .sex = Sex::male};
    CHECK(taken.judge(needed).needed == 25);
}

TEST_CASE("where the other leg is asked for, it is needed") {
    Taken taken;
    auto needed = gate("raises", kRaises, 20);
    needed.asks_other_leg = true;
    taken.add(kRaises, Side::right, 30);
    CHECK(!taken.judge(needed).met);
    taken.add(kRaises, Side::left, 30);
    CHECK(taken.judge(needed).met);
}

TEST_CASE("both legs hurt: each must meet it, and they are not compared") {
    for (const Side side : {Side::both, Side::unknown}) {
        Taken taken;
        taken.side = side;
        taken.add(kRaises, Side::right, 30);
        CHECK(!taken.judge(gate("raises", kRaises, 20)).met);
        taken.add(kRaises, Side::left, 19);
        CHECK(!taken.judge(gate("raises", kRaises, 20)).met);
        CHECK(*taken.judge(gate("raises", kRaises, 20)).value == 19);
        CHECK(!taken.judge(gate("share", kRaises, 0.1, GateTest::share_at_least)).met);
        CHECK(!taken.judge(gate("less", kRaises, 99, GateTest::difference_at_most)).met);
        taken.add(kRaises, Side::left, 21, 0, 9);
        CHECK(taken.judge(gate("raises", kRaises, 20)).met);
    }
}

TEST_CASE("of gates that share a name one is enough, the others are all needed") {
    const Gate met{.id = "a", .either = "x", .met = true};
    const Gate open{.id = "b", .either = "x"};
    const Gate alone{.id = "c"};
    CHECK(all_met({met, open}));
    CHECK(all_met({open, met}));
    CHECK(!all_met({open}));
    CHECK(!all_met({met, open, alone}));
    CHECK(!all_met({{.id = "d", .met = true}, {.id = "e"}}));
}

TEST_CASE("of two values in one moment the less favourable counts, in either order") {
    for (const bool low_first : {true, false}) {
        Taken taken;
        taken.add(kRaises, Side::right, low_first ? 10 : 30);
        taken.add(kRaises, Side::right, low_first ? 30 : 10);
        taken.add(MeasureKind::hop_pain, Side::unknown, low_first ? 1 : 6);
        taken.add(MeasureKind::hop_pain, Side::unknown, low_first ? 6 : 1);
        CHECK(*taken.judge(gate("raises", kRaises, 20)).value == 10);
        CHECK(*taken.judge(gate("hops", MeasureKind::hop_pain, 2, GateTest::at_most)).value == 6);
    }
}
