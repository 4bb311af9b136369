// SPDX-License-Identifier: Apache-2.0
// The tables say what the trials hold.

#include "report.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace footsure::simulation;

namespace {

/// Ours comes back on day 69 and hurts 10 of 40, the other on day 34 and hurts as many as told.
ReportInput two_policies(int hurt_under_other) {
    ReportInput input{.policies = {"ours", "other"}, .days = 100};
    for (int i = 0; i < 40; ++i) {
        Trial trial{.person = draw_person(Trouble::soreness, static_cast<std::uint32_t>(i))};
        trial.courses = {{.back_to_half_hour = 41,
                          .back_to_usual = 69,
                          .times_hurt_anew = i < 10 ? 1 : 0,
                          .days_above_capacity = 2},
                         {.back_to_half_hour = 20,
                          .back_to_usual = 34,
                          .times_hurt_anew = i < hurt_under_other ? 1 : 0}};
        input.trials.push_back(std::move(trial));
    }
    return input;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("Wilson's interval") {
    const Interval none = share_of(0, 20);
    CHECK(none.value == 0);
    CHECK(none.low == doctest::Approx(0).epsilon(1e-9));
    CHECK(none.high == doctest::Approx(0.1611).epsilon(0.001));
    const Interval half = share_of(10, 20);
    CHECK(half.low == doctest::Approx(0.2993).epsilon(0.001));
    CHECK(half.high == doctest::Approx(0.7007).epsilon(0.001));
}

TEST_CASE("the median of those who come back; never where half do not") {
    Dice dice(1);
    std::vector<double> weeks{1, 2, 3, 4, 5, 6, 7, 8, 9};
    const Interval median = median_of(weeks, dice);
    CHECK(median.value == 5);
    CHECK(median.low < 5);
    CHECK(median.high > 5);
    const std::vector<double> never(5, std::numeric_limits<double>::infinity());
    CHECK(std::isinf(median_of(never, dice).value));
}

TEST_CASE("results stand in one line for each policy") {
    const std::string table = results_table(two_policies(10));
    CHECK(has(table, "| soreness | ours | 6.0 (6.0 to 6.0) | 10.0 (10.0 to 10.0) | 25 (14 to 40) | "
                     "2.0 |"));
    CHECK(has(table, "| soreness | other | 3.0 (3.0 to 3.0) | 5.0 (5.0 to 5.0) |"));
}

TEST_CASE("our losses are shown, our wins are not") {
    CHECK(has(losses_table(two_policies(10)), "everyone | 40 | other | sooner, not hurt more"));
    CHECK(has(losses_table(two_policies(0)), "sooner, not hurt more; hurt less"));
    CHECK_FALSE(has(losses_table(two_policies(30)), "everyone"));
}
