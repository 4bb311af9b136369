// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.hpp"
#include "decode/fit_builder_test.hpp"
#include "decode/fit_timer.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using namespace footsure::decode;
using namespace footsure::decode::testing;

namespace {

constexpr auto kStop = TimerEvent::Turn::stop;
constexpr auto kGo = TimerEvent::Turn::start;

Instant second(int at) {
    return Instant(std::chrono::seconds(at));
}

struct Turn {
    int at = 0;
    TimerEvent::Turn turn = kGo;
};

/// Records every second but in the times from `silent_from` to `silent_until`.
std::string pauses(std::initializer_list<Turn> turns, int silent_from, int silent_until) {
    std::vector<TimerEvent> events;
    for (const Turn& turn : turns) {
        events.push_back({.at = second(turn.at), .turn = turn.turn});
    }
    std::vector<Instant> records;
    for (int at = 0; at <= 100; ++at) {
        if (at <= silent_from || at >= silent_until) {
            records.push_back(second(at));
        }
    }
    std::string text;
    for (const Pause& pause : pauses_of(std::move(events), records)) {
        text += std::to_string(static_cast<int>(seconds_between(second(0), pause.from))) + "-" +
                std::to_string(static_cast<int>(seconds_between(second(0), pause.until))) + " ";
    }
    return text;
}

}  // namespace

TEST_CASE("a stop and the next start are a pause") {
    CHECK(pauses({{0, kGo}, {20, kStop}, {50, kGo}, {100, kStop}}, 20, 50) == "20-50 ");
}

TEST_CASE("extra starts and no starts at all make no pause") {
    CHECK(pauses({{0, kGo}, {10, kGo}, {30, kGo}, {100, kStop}}, 0, 0).empty());
    CHECK(pauses({{100, kStop}}, 0, 0).empty());
    CHECK(pauses({}, 20, 50).empty());
}

TEST_CASE("a start that went missing is where records go on") {
    CHECK(pauses({{0, kGo}, {20, kStop}, {80, kStop}, {90, kGo}}, 20, 50) == "20-50 80-90 ");
}

TEST_CASE("stops in a row without records between them are one pause") {
    CHECK(pauses({{0, kGo}, {20, kStop}, {30, kStop}, {50, kGo}}, 20, 50) == "20-50 ");
}

TEST_CASE("a stop that nothing follows lasts to the last record") {
    CHECK(pauses({{0, kGo}, {60, kStop}}, 60, 100) == "60-100 ");
}

TEST_CASE("events in the wrong order are put in order") {
    CHECK(pauses({{50, kGo}, {0, kGo}, {20, kStop}}, 20, 50) == "20-50 ");
}

TEST_CASE("timer events of a file are pauses, other events are not") {
    FitBuilder builder = small_run();
    builder.define(5, 21, {{253, 4, kU32}, {0, 1, kEnum}, {1, 1, kEnum}, {3, 1, kU32}});
    builder.data(5, {u32(kStart), u8(0), u8(4), u8(1)});
    builder.data(5, {u32(kStart + 1), u8(9), u8(0), u8(1)});  // a lap
    builder.data(5, {u32(kStart + 2), u8(0), u8(0), u8(1)});
    const DecodedFile file = decode::decode(builder.file());
    REQUIRE(file.activity.pauses.size() == 1);
    const Pause& pause = file.activity.pauses.front();
    CHECK(seconds_between(pause.from, pause.until) == 2);
}
