// SPDX-License-Identifier: Apache-2.0
#include "advice/advice_text_test.hpp"
#include "advice/small_knowledge_test.hpp"

using namespace footsure;
using namespace footsure::advice::testing;

namespace {

/// A run of its own id at eight in the morning.
ActivitySummary run_before(int days_ago, double kilometres) {
    auto one = run(kilometres, Instant(day_of(kNow.at, kNow.offset)) - days(days_ago) + hours(7));
    one.id = ActivityId("run " + std::to_string(days_ago));
    one.from = one.id.text();
    return one;
}

/// The same run every second day of half a year.
CaseFile steady(std::vector<Episode> episodes) {
    CaseFile file = case_of(std::move(episodes));
    for (int day = 1; day < 180; day += 2) {
        file.activities.push_back(run_before(day, 8));
    }
    return file;
}

ChangeAccount before(const CaseFile& file, std::size_t episode = 0) {
    return advice::advise(file, small_knowledge(), kNow).episodes.at(episode).before;
}

}  // namespace

TEST_CASE("an episode says what changed before it began, from its own start") {
    auto late = mild("late");
    late.started_on = day_of(kNow.at, kNow.offset) - days(2);
    CaseFile file = steady({mild("early"), late});
    CHECK(before(file, 0).changes.empty());
    CHECK(before(file, 0).weeks_of_past > 8);
    file.activities.push_back(run_before(10, 14));
    // `mild` began three weeks ago, before that run.
    CHECK(before(file, 0).changes.empty());
    REQUIRE_FALSE(before(file, 1).changes.empty());
    CHECK(before(file, 1).changes.front().from == "run 10");
}

TEST_CASE("without runs nothing is said; runs only since it began are said to be no past") {
    CaseFile file = case_of({mild("e1")});
    CHECK_FALSE(is_known(before(file)));
    file.activities = {run_before(3, 8)};
    REQUIRE(before(file).unknown.size() == 1);
    CHECK(before(file).unknown.front() == "No run is known from before it began.");
    file.activities.front().sport = "cycling";
    CHECK_FALSE(is_known(before(file)));
    file.activities = {run_before(-3, 8)};
    CHECK_FALSE(is_known(before(file)));
}
