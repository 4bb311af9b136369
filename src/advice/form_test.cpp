// SPDX-License-Identifier: Apache-2.0
#include "advice/advice.hpp"
#include "advice/small_knowledge_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using namespace footsure::advice::testing;

TEST_CASE("the advice says what the watch shows of the form") {
    CaseFile facts;
    CHECK(advice::advise(facts, small_knowledge(), kNow).form.empty());
    for (int i = 0; i < 4; ++i) {
        ActivitySummary run;
        run.sport = "running";
        run.started_at = kNow.at - std::chrono::days(2 + 3 * i);
        run.form = {.measured = Seconds(1800),
                    .speed = MetresPerSecond(3),
                    .cadence = Cadence(158),
                    .device = "watch"};
        facts.activities.push_back(run);
    }
    const Advice advice = advice::advise(facts, small_knowledge(), kNow);
    REQUIRE(advice.form.size() == 1);
    CHECK(advice.form.front().finding == "low_cadence_for_speed");
}
