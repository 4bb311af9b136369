// SPDX-License-Identifier: Apache-2.0
#include "rehab/small_rehab_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using namespace footsure::rehab;
using namespace footsure::rehab::small;

namespace {

/// A low-risk bone stress injury, all measured on day 0.
Story bone() {
    Story story;
    story.rank("sprain", 0.05);
    story.rank("fibula", 0.9);
    story.all_measured(0);
    return story;
}

Seen allowed(int day, const std::string& word = "running") {
    return {.on = kStart + days(day), .by = SeenBy::doctor, .clears = {RuleId(word)}};
}

}  // namespace

TEST_CASE("bone waits for a clinician's word before hops and runs") {
    auto story = bone();
    CHECK(place_of(story.course()) == Place{3, 0, 0});
    CHECK(last(story.course()).kind == PlanChangeKind::limited);
    story.episode.seen = {allowed(2, "impact")};
    story.morning(2, 0);
    story.today = 2;
    CHECK(place_of(story.course()) == Place{4, 0, 0});
    story.episode.seen.push_back(allowed(4));
    story.morning(4, 0);
    story.today = 4;
    CHECK(place_of(story.course()) == Place{5, 1, 0});
    story.episode.seen.back().on = kStart + days(5);
    CHECK(place_of(story.course()) == Place{4, 0, 0});
}

TEST_CASE("the word is needed even where nothing else forbids") {
    auto story = bone();
    story.knowledge.rehab.may_not.clear();
    CHECK(place_of(story.course()) == Place{3, 0, 0});
    CHECK(last(story.course()).because ==
          "A clinician has to allow it first, and to say so at a visit.");
}

TEST_CASE("the least time of bone runs from the first walking without pain") {
    auto story = bone();
    story.knowledge.rehab.protocols[1].phases[0].least_days = figure(10);
    story.today = 20;
    story.morning(5, 0).measures = {{MeasureKind::walking_pain, Side::unknown, 1}};
    story.morning(8, 0).measures = {{MeasureKind::walking_pain, Side::unknown, 0}};
    story.all_measured(17);
    CHECK(story.course().shown.not_before == kStart + days(18));
    CHECK(place_of(story.course()) == Place{1, 0, 0});
    story.morning(18, 0);
    CHECK(place_of(story.course()) == Place{3, 0, 0});
    story.check(16).focal_ache = Said::yes;
    CHECK(place_of(story.course())[0] == 1);
}

TEST_CASE("any ache on a point of bone goes back two steps and rests; again it stops") {
    auto story = bone();
    story.episode.seen = {allowed(0)};
    for (const int day : {1, 3, 5, 8, 10, 12}) {
        story.session(day, day < 8 ? 5 : 10);
    }
    story.today = 13;
    REQUIRE(place_of(story.course()) == Place{5, 3, 0});
    story.check(14, 9).focal_ache = Said::yes;
    story.today = 14;
    CHECK(place_of(story.course()) == Place{5, 1, 0});
    CHECK(last(story.course()).kind == PlanChangeKind::stepped_back);
    CHECK(last(story.course()).because == "An ache on one point of a bone.");
    CHECK(story.course().run_from == kStart + days(17));
    story.check(17, 9).focal_ache = Said::yes;
    story.today = 17;
    CHECK(story.course().state == PlanState::stopped);
    CHECK(last(story.course()).because == "An ache on one point of a bone came again.");
}

TEST_CASE("two runs on following days go back a step") {
    auto story = bone();
    story.episode.seen = {allowed(0)};
    for (const int day : {1, 3, 5, 8}) {
        story.session(day, day < 8 ? 5 : 10);
    }
    story.session(9, 10);
    story.today = 10;
    CHECK(place_of(story.course()) == Place{5, 1, 0});
    CHECK(kinds(story.course()).ends_with("progressed overrun stepped_back"));
    CHECK(last(story.course()).because == "Bone needs a day without a run after each run.");
}

TEST_CASE("hills and speed wait three weeks at the step after which running is free") {
    auto story = bone();
    story.episode.seen = {allowed(0)};
    int free_on = 0;
    for (int day = 1; day < 150; ++day) {
        story.today = day;
        story.all_measured(day).pain_during = PainScore::of(0);
        const auto course = story.course();
        if (course.step != nullptr && course.step->number == 8 && free_on == 0) {
            free_on = day;
        }
        if (course.step != nullptr && course.step->number > 8) {
            CHECK(free_on > 0);
            CHECK(day >= free_on + 21);
            CHECK(day <= free_on + 23);
            return;
        }
        if (course.step != nullptr && course.run_from <= kStart + days(day)) {
            story.session(day, course.step->run.value() / 60);
        }
    }
    FAIL("never came to step 9");
}
