// SPDX-License-Identifier: Apache-2.0
#include "load/load.hpp"

#include <doctest/doctest.h>

#include <chrono>

using namespace footsure;
using load::SpikeBand;

namespace {

constexpr Instant kNow{std::chrono::sys_days(std::chrono::year(2026) / 3 / 1) +
                       std::chrono::hours(18)};

ActivitySummary run_at(Instant at, double distance, double time, std::string from = "run") {
    ActivitySummary run;
    run.from = std::move(from);
    run.started_at = at;
    run.sport = "running";
    run.distance = Metres(distance);
    run.timer = Seconds(time);
    run.elapsed = Seconds(time);
    return run;
}

ActivitySummary days_ago(int days, double distance, std::string from = "run") {
    return run_at(kNow - std::chrono::days(days), distance, distance / 2.5, std::move(from));
}

SpikeBand band(double distance, double longest) {
    const std::vector history{days_ago(5, longest)};
    return load::spike_band(days_ago(0, distance), history);
}

}  // namespace

TEST_CASE("longest run: ten per cent over the longest of the last thirty days") {
    const std::vector history{days_ago(40, 30000, "marathon"), days_ago(20, 12000, "long.fit"),
                              days_ago(3, 8000), days_ago(1, 5000)};
    const auto rule = load::longest_run_rule(history, kNow);
    REQUIRE(rule.longest);
    CHECK(rule.longest->value() == 12000);
    CHECK(rule.ceiling->value() == doctest::Approx(13200));
    CHECK(rule.duration->value() == doctest::Approx(13200 / 2.5));
    CHECK(rule.longest_from == "long.fit");
    CHECK(*rule.longest_at == kNow - std::chrono::days(20));
    CHECK(rule.outings == 3);
}

TEST_CASE("longest run: the window is thirty days, both ends counted") {
    const auto longest = [](Instant at) {
        return load::longest_run_rule(std::vector{run_at(at, 9000, 3600)}, kNow).longest;
    };
    CHECK(longest(kNow - std::chrono::days(30)));
    CHECK_FALSE(longest(kNow - std::chrono::days(30) - std::chrono::microseconds(1)));
    CHECK(longest(kNow));
    CHECK_FALSE(longest(kNow + std::chrono::microseconds(1)));
}

TEST_CASE("longest run: nothing run, the rule says nothing") {
    std::vector history{days_ago(3, 40000)};
    history.front().sport = "cycling";
    history.push_back(days_ago(2, 0));
    const auto rule = load::longest_run_rule(history, kNow);
    CHECK_FALSE(rule.longest);
    CHECK_FALSE(rule.ceiling);
    CHECK_FALSE(rule.duration);
    CHECK_FALSE(rule.longest_at);
    CHECK(rule.longest_from.empty());
    CHECK(rule.outings == 0);
}

TEST_CASE("longest run: under sixty minutes between two files is one outing") {
    const Instant morning = kNow - std::chrono::days(4);
    const auto outings = [&](std::chrono::seconds pause) {
        const std::vector history{
            run_at(morning, 6000, 2400, "a"),
            run_at(morning + std::chrono::seconds(2400) + pause, 5000, 2000, "b")};
        return load::longest_run_rule(history, kNow);
    };
    const auto joined = outings(std::chrono::seconds(3599));
    CHECK(joined.outings == 1);
    CHECK(joined.longest->value() == 11000);
    CHECK(joined.longest_from == "a");
    CHECK(*joined.longest_at == morning);
    const auto apart = outings(std::chrono::seconds(3600));
    CHECK(apart.outings == 2);
    CHECK(apart.longest->value() == 6000);
}

TEST_CASE("longest run: the duration uses the median pace") {
    const std::vector history{run_at(kNow - std::chrono::days(1), 10000, 5000),
                              run_at(kNow - std::chrono::days(2), 6000, 2400),
                              run_at(kNow - std::chrono::days(3), 5000, 1500)};
    const auto rule = load::longest_run_rule(history, kNow);
    CHECK(rule.duration->value() == doctest::Approx(11000 * 0.4));
    const auto even = load::longest_run_rule(std::span(history).first(2), kNow);
    CHECK(even.duration->value() == doctest::Approx(11000 * 0.45));
}

TEST_CASE("longest run: without any time there is a distance and no duration") {
    const std::vector history{run_at(kNow - std::chrono::days(1), 10000, 0)};
    const auto rule = load::longest_run_rule(history, kNow);
    CHECK(rule.ceiling->value() == doctest::Approx(11000));
    CHECK_FALSE(rule.duration);
}

TEST_CASE("spike: the edges are exact") {
    CHECK(band(5000, 10000) == SpikeBand::within);
    CHECK(band(11000, 10000) == SpikeBand::within);
    CHECK(band(11000.01, 10000) == SpikeBand::above_10);
    CHECK(band(13000, 10000) == SpikeBand::above_10);
    CHECK(band(13000.01, 10000) == SpikeBand::above_30);
    CHECK(band(20000, 10000) == SpikeBand::above_30);
    CHECK(band(20000.01, 10000) == SpikeBand::above_100);
    CHECK(band(7700, 7000) == SpikeBand::within);
    CHECK(band(3300.3, 3000.3) == SpikeBand::within);
}

TEST_CASE("spike: the ceiling of the rule is still within") {
    for (const double longest : {3000.3, 7123.45, 8046.72, 12345.67, 42195.0}) {
        const std::vector history{days_ago(2, longest)};
        const auto rule = load::longest_run_rule(history, kNow);
        CHECK(load::spike_band(days_ago(0, rule.ceiling->value()), history) == SpikeBand::within);
    }
}

TEST_CASE("spike: no run in thirty days is said, other sports are not judged") {
    const std::vector history{days_ago(31, 10000)};
    CHECK(load::spike_band(days_ago(0, 5000), history) == SpikeBand::no_history);
    ActivitySummary ride = days_ago(0, 50000);
    ride.sport = "cycling";
    CHECK(load::spike_band(ride, history) == SpikeBand::none);
    CHECK(load::spike_band(days_ago(0, 0), history) == SpikeBand::none);
}

TEST_CASE("spike: the run itself and later runs are not its history") {
    const std::vector history{days_ago(9, 10000), days_ago(4, 14000), days_ago(1, 30000)};
    CHECK(load::spike_band(history[1], history) == SpikeBand::above_30);
    CHECK(load::spike_band(history[0], history) == SpikeBand::no_history);
}

TEST_CASE("spike: a run saved in two files is judged as one") {
    const Instant today = kNow;
    const std::vector history{days_ago(9, 10000), run_at(today, 7000, 2800, "a"),
                              run_at(today + std::chrono::minutes(50), 7000, 2800, "b")};
    CHECK(load::spike_band(history[1], history) == SpikeBand::above_30);
    CHECK(load::spike_band(history[2], history) == SpikeBand::above_30);
}
