// SPDX-License-Identifier: Apache-2.0
// The real stories: how often level and cause are right. Figures are printed, the floor is held.

#include "golden/golden_case.hpp"

#include <doctest/doctest.h>

#include <cstdio>

using namespace footsure;
using namespace footsure::golden;

namespace {

struct Score {
    int stories = 0;
    int exact = 0;
    int over = 0;
    int under = 0;
    int nameable = 0;
    int first = 0;
    int first_three = 0;
    int covered = 0;
    int covered_first = 0;
};

void count(const GoldenCase& story, Score& score) {
    const auto advice = answer(story.case_file);
    const auto level = advice.urgency.level();
    ++score.stories;
    score.exact += level == story.expected.level ? 1 : 0;
    score.over += level > story.expected.level ? 1 : 0;
    score.under += level < story.expected.level ? 1 : 0;
    if (!story.expected.nameable) {
        return;
    }
    const bool first = named_within(advice, story.expected, 1);
    ++score.nameable;
    score.first += first ? 1 : 0;
    score.first_three += named_within(advice, story.expected, 3) ? 1 : 0;
    score.covered += story.expected.covered ? 1 : 0;
    score.covered_first += story.expected.covered && first ? 1 : 0;
}

}  // namespace

TEST_CASE("no story that must not be missed falls below its floor") {
    for (const auto& one : all_cases()) {
        if (one.expected.is_story && one.expected.must_not_miss) {
            CAPTURE(one.name);
            CHECK(answer(one.case_file).urgency.level() >= one.expected.floor);
        }
    }
}

TEST_CASE("the stories keep what they reached") {
    Score score;
    for (const auto& one : all_cases()) {
        if (one.expected.is_story) {
            count(one, score);
        }
    }
    std::printf("stories %d: level exact %d, over %d, under %d; nameable %d: first %d, first three "
                "%d; cause in the knowledge %d: first %d\n",
                score.stories, score.exact, score.over, score.under, score.nameable, score.first,
                score.first_three, score.covered, score.covered_first);
    CHECK(score.stories == 27);
    CHECK(score.exact >= 20);
    CHECK(score.first >= 9);
    CHECK(score.first_three >= 12);
}
