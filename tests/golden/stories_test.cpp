// SPDX-License-Identifier: Apache-2.0
// The real stories: how often level and cause are right. The table is printed, the floor is held.

#include "golden/golden_case.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

using namespace footsure;
using namespace footsure::golden;

namespace {

struct Outcome {
    const GoldenCase* story = nullptr;
    UrgencyLevel level{};
    bool first = false;
    bool first_three = false;
    std::string leading;
};

Outcome outcome_of(const GoldenCase& story) {
    const auto advice = answer(story.case_file);
    Outcome outcome{.story = &story,
                    .level = advice.urgency.level(),
                    .first = named_within(advice, story.expected, 1),
                    .first_three = named_within(advice, story.expected, 3)};
    const auto& ranked = advice.episodes.front().differential;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, ranked.size()); ++i) {
        outcome.leading +=
            (i == 0 ? "" : ", ") + ranked[i].condition.text() + " " +
            std::to_string(static_cast<int>(std::lround(100 * ranked[i].probability.value()))) +
            " %";
    }
    return outcome;
}

std::vector<Outcome> outcomes() {
    std::vector<Outcome> all;
    for (const auto& one : all_cases()) {
        if (one.expected.is_story) {
            all.push_back(outcome_of(one));
        }
    }
    return all;
}

/// How many of the outcomes are right, in words: with Wilson's 95 % interval, and the range of the
/// share when each story in turn is left out.
template <class Counts, class Right>
int print_share(const char* what, const std::vector<Outcome>& all, Counts counts, Right right) {
    const auto n = static_cast<int>(std::ranges::count_if(all, counts));
    const auto k = static_cast<int>(
        std::ranges::count_if(all, [&](const Outcome& one) { return counts(one) && right(one); }));
    const double z = 1.96;
    const double p = static_cast<double>(k) / n;
    const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4.0 * n * n)) / (1 + z * z / n);
    const double low = static_cast<double>(std::max(0, k - 1)) / (n - 1);
    const double high = static_cast<double>(std::min(k, n - 1)) / (n - 1);
    std::printf(
        "%-22s %2d of %2d = %3.0f %% (95 %% interval %.0f-%.0f), leaving one out %.0f-%.0f\n", what,
        k, n, 100 * p, 100 * (middle - half), 100 * (middle + half), 100 * low, 100 * high);
    return k;
}

bool any(const Outcome&) {
    return true;
}

bool is_nameable(const Outcome& one) {
    return one.story->expected.nameable;
}

}  // namespace

TEST_CASE("no story that must not be missed falls below its floor") {
    for (const auto& one : outcomes()) {
        CAPTURE(one.story->name);
        if (one.story->expected.must_not_miss) {
            CHECK(one.level >= one.story->expected.floor);
        }
    }
}

TEST_CASE("the stories keep what they reached") {
    const auto all = outcomes();
    for (const auto& one : all) {
        const auto& expected = one.story->expected;
        std::printf("%s level %s (expected %s, floor %s)%s; %s%s\n", one.story->name.c_str(),
                    std::string(word(one.level)).c_str(), std::string(word(expected.level)).c_str(),
                    std::string(word(expected.floor)).c_str(),
                    one.level < expected.floor ? " BELOW FLOOR" : "", one.leading.c_str(),
                    !expected.nameable ? ""
                    : one.first        ? " [first]"
                    : one.first_three  ? " [first three]"
                                       : " [not among the first three]");
    }
    const int exact = print_share("level exact", all, any, [](const Outcome& one) {
        return one.level == one.story->expected.level;
    });
    print_share("level too urgent", all, any,
                [](const Outcome& one) { return one.level > one.story->expected.level; });
    print_share("below the floor", all, any,
                [](const Outcome& one) { return one.level < one.story->expected.floor; });
    const int first =
        print_share("cause first", all, is_nameable, [](const Outcome& one) { return one.first; });
    const int three = print_share("cause in first three", all, is_nameable,
                                  [](const Outcome& one) { return one.first_three; });
    CHECK(all.size() == 27);
    CHECK(exact >= 20);
    CHECK(first >= 9);
    CHECK(three >= 12);
}
