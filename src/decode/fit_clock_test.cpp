// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.hpp"
#include "decode/fit_builder_test.hpp"
#include "decode/fit_clock.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace footsure;
using namespace footsure::decode;
using namespace footsure::decode::testing;

namespace {

constexpr std::int64_t kDay = 86'400;
constexpr std::int64_t kBase = 1'600'000'000;

Instant second(std::int64_t at) {
    return Instant(std::chrono::seconds(kBase + at));
}

struct Repaired {
    std::vector<std::int64_t> at;
    ClockRepair repair;
};

Repaired repair(const std::vector<std::int64_t>& seconds, std::optional<std::int64_t> elapsed) {
    std::vector<Instant> at;
    std::ranges::transform(seconds, std::back_inserter(at), second);
    const auto window =
        elapsed ? std::optional(ClockWindow{.from = second(0), .until = second(*elapsed)})
                : std::nullopt;
    Repaired done{.at = {}, .repair = repair_clock(at, window)};
    for (const Instant time : at) {
        done.at.push_back(static_cast<std::int64_t>(seconds_between(second(0), time)));
    }
    return done;
}

using Times = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("a leap of days to the end is taken back to where elapsed time ends") {
    const Repaired done = repair({0, 1, 2, 20 * kDay, 20 * kDay + 1, 20 * kDay + 2}, 12);
    CHECK(done.at == Times{0, 1, 2, 10, 11, 12});
    CHECK(done.repair.jumps == 1);
    CHECK(done.repair.moved == 3);
    CHECK(repaired(done.repair, second(20 * kDay + 1)) == second(11));
    CHECK(repaired(done.repair, second(1)) == second(1));
}

TEST_CASE("an island of wrong dates is laid between its neighbours") {
    const Repaired done = repair({0, 1, 790 * kDay, 790 * kDay + 1, 10, 11}, 11);
    CHECK(done.at == Times{0, 1, 5, 6, 10, 11});
    CHECK(done.repair.jumps == 2);
    CHECK(done.repair.moved == 2);
}

TEST_CASE("an island longer than the room between its neighbours does not pass the next") {
    const Repaired done = repair({0, 1, 27 * kDay, 27 * kDay + 30, 10, 11}, 11);
    CHECK(done.at == Times{0, 1, 1, 10, 10, 11});
}

TEST_CASE("a clock that was set after the start moves what came before") {
    const std::int64_t unset = -kBase + 700'000'000;  // before 1998: counted from power-on
    const Repaired done = repair({unset, unset + 1, unset + 2, 0, 1}, std::nullopt);
    CHECK(done.at == Times{-3, -2, -1, 0, 1});
}

TEST_CASE("without totals the longest stretch keeps its times") {
    const Repaired done = repair({0, 1, 2, 3, 20 * kDay, 20 * kDay + 1}, std::nullopt);
    CHECK(done.at == Times{0, 1, 2, 3, 4, 5});
}

TEST_CASE("an hour back is a jump, a few seconds back are held") {
    const Repaired hour = repair({3600, 3601, 2, 3, 4}, 4);
    CHECK(std::ranges::is_sorted(hour.at));
    CHECK(hour.repair.jumps == 1);
    const Repaired blink = repair({0, 1, 0, 1, 2}, 2);
    CHECK(blink.at == Times{0, 1, 1, 1, 2});
    CHECK(blink.repair.jumps == 0);
    CHECK(blink.repair.held == 1);
}

TEST_CASE("a night between two days of one outing is no jump of the clock") {
    const Repaired done = repair({0, 1, 2 * kDay, 2 * kDay + 1}, 2 * kDay + 1);
    CHECK(done.at == Times{0, 1, 2 * kDay, 2 * kDay + 1});
    CHECK(done.repair.moved == 0);
}

TEST_CASE("a clock that jumps all the time is left alone, in bounded time") {
    Times wild;
    for (std::int64_t i = 0; i < 1000; ++i) {
        wild.push_back(i % 2 * 30 * kDay + i);
    }
    const Repaired done = repair(wild, 1000);
    CHECK(done.at == wild);
    CHECK(done.repair.jumps == 999);
}

TEST_CASE("laps, events and warnings follow a repaired clock") {
    constexpr std::uint64_t kLeap = 20 * kDay;
    FitBuilder builder;
    builder.define(0, 0, {{0, 1, kEnum}}).data(0, {u8(4)});
    builder.define(1, 20, {{253, 4, kU32}, {3, 1, kU8}});
    for (std::uint64_t i = 0; i < 60; ++i) {
        builder.data(1, {u32(kStart + i + (i < 20 ? 0 : kLeap)), u8(120)});
    }
    builder.define(2, 19, {{253, 4, kU32}, {2, 4, kU32}, {7, 4, kU32}});
    builder.data(2, {u32(kStart + kLeap + 59), u32(kStart + kLeap + 20), u32(40'000)});
    builder.define(3, 18, {{253, 4, kU32}, {2, 4, kU32}, {7, 4, kU32}, {5, 1, kEnum}});
    builder.data(3, {u32(kStart + kLeap + 59), u32(kStart), u32(60'000), u8(1)});
    builder.define(4, 21, {{253, 4, kU32}, {0, 1, kEnum}, {1, 1, kEnum}});
    builder.data(4, {u32(kStart + kLeap + 30), u8(0), u8(4)});
    builder.data(4, {u32(kStart + kLeap + 40), u8(0), u8(0)});
    const DecodedFile file = decode::decode(builder.file());
    const Activity& activity = file.activity;
    const Instant start = *activity.started_at;
    REQUIRE(activity.records.size() == 60);
    CHECK(seconds_between(start, activity.records.at.back()) == doctest::Approx(60).epsilon(0.03));
    CHECK(seconds_between(start, *activity.laps.at(0).started_at) ==
          doctest::Approx(21).epsilon(0.05));
    REQUIRE(activity.pauses.size() == 1);
    CHECK(seconds_between(start, activity.pauses[0].from) == doctest::Approx(31).epsilon(0.05));
    REQUIRE_FALSE(file.warnings.empty());
    CHECK(file.warnings[0] == "the clock jumped 1 times; 40 records were put back in line");
}
