// SPDX-License-Identifier: Apache-2.0
#include "rehab/protocol_choice.hpp"
#include "rehab/small_rehab_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using namespace footsure::rehab;
using namespace footsure::rehab::small;

namespace {

/// Three ways to care for one tendon, and three grades of one sprain.
struct Choice : Story {
    Choice() {
        ranked.clear();
        auto& protocols = knowledge.rehab.protocols;
        std::erase_if(protocols, [](const auto& one) { return one.id == "sprain_2"; });
        const std::vector<ConditionId> tendon{ConditionId("achilles")};
        protocols.push_back({.id = "gym",
                             .title = "Gym",
                             .conditions = tendon,
                             .needs = {Equipment::machine},
                             .fits = Irritability::calm,
                             .order = 1,
                             .why = "you have a machine",
                             .phases = seven_phases()});
        protocols.push_back({.id = "home",
                             .title = "Home",
                             .conditions = tendon,
                             .fits = Irritability::irritable,
                             .order = 2,
                             .phases = seven_phases()});
        protocols.push_back({.id = "twice",
                             .title = "Twice",
                             .conditions = tendon,
                             .sessions_a_day = 2,
                             .order = 0,
                             .phases = seven_phases()});
        knowledge.conditions.push_back({.id = ConditionId("achilles"), .name = "Achilles"});
        for (const std::string grade : {"grade_1", "grade_2"}) {
            knowledge.conditions.push_back(
                {.id = ConditionId(grade), .name = grade, .family = "sprains"});
            protocols.push_back({.id = "plan_" + grade,
                                 .title = grade,
                                 .conditions = {ConditionId(grade)},
                                 .phases = seven_phases()});
        }
    }

    [[nodiscard]] std::string chosen() {
        const auto found = course();
        return found.protocol == nullptr ? "none" : found.protocol->id;
    }
};

}  // namespace

TEST_CASE("grades add up, and of them the likeliest leads") {
    Choice choice;
    choice.rank("achilles", 0.4);
    choice.rank("grade_1", 0.2);
    choice.rank("grade_2", 0.25);
    CHECK(choice.chosen() == "plan_grade_2");
    choice.rank("achilles", 0.46);
    CHECK(choice.chosen() == "home");
}

TEST_CASE("a cause that a clinician named leads, even where it has no plan") {
    Choice choice;
    choice.rank("achilles", 0.6);
    choice.rank("grade_1", 0.05);
    choice.ranked.back().named_by_clinician = true;
    CHECK(choice.chosen() == "plan_grade_1");
    CHECK(choice.course().why_this ==
          "A clinician named grade_1, which leads to the plan \"grade_1\".");
    choice.rank("grade_1", 0.05);
    choice.rank("gout", 0.01);
    choice.ranked.back().named_by_clinician = true;
    CHECK(choice.chosen() == "unclear");
}

TEST_CASE("of several: what it needs must be there, then time, then how irritable it was") {
    Choice choice;
    choice.rank("achilles", 0.6);
    CHECK(choice.chosen() == "home");  // no machine; the other needs time twice a day
    choice.file.wishes.time_a_day = Seconds(1799);
    CHECK(choice.chosen() == "home");
    choice.file.wishes.time_a_day = Seconds(1800);
    CHECK(choice.chosen() == "twice");
    choice.file.wishes.time_a_day.reset();
    choice.file.wishes.equipment = {Equipment::machine};
    CHECK(choice.chosen() == "gym");
    CHECK(choice.course().why_this ==
          "What fits best, achilles, leads to the plan \"Gym\"; of the 3 plans for it: you have a "
          "machine.");
    choice.morning(0, 5);
    choice.morning(1, 0);
    choice.today = 1;
    CHECK(choice.chosen() == "home");
    choice.file.check_ins[0].pain_morning = PainScore::of(4);
    CHECK(choice.chosen() == "gym");
    choice.file.check_ins.clear();
    choice.morning(8, 6);
    choice.today = 8;
    CHECK(choice.chosen() == "gym");  // told too late to say how it began
}

TEST_CASE("where nothing fits well enough or the likeliest has no plan, the cautious one") {
    Choice choice;
    choice.rank("achilles", 0.19);
    CHECK(choice.chosen() == "unclear");
    choice.rank("achilles", 0.3);
    CHECK(choice.chosen() == "home");
    choice.rank("gout", 0.31);
    CHECK(choice.chosen() == "unclear");
    CHECK(choice.course().why_this == "The likeliest cause, gout, has no plan of its own.");
    std::erase_if(choice.knowledge.rehab.protocols,
                  [](const auto& one) { return one.id == "unclear"; });
    CHECK(choice.chosen() == "none");
    CHECK(choice.course().limits[0].code == "no_protocol");
    CHECK(choice.course().step == nullptr);
}
