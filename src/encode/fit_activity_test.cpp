// SPDX-License-Identifier: Apache-2.0
#include "encode/encode.hpp"
#include "encode/fit_file.hpp"
#include "model/sport_words.hpp"

#include <doctest/doctest.h>

#include <map>
#include <span>
#include <utility>

namespace footsure::encode {

namespace {

using std::chrono::seconds;

constexpr std::size_t kHeader = 14;
constexpr std::uint32_t kFitStart = 1'000'000'000;
const Instant kStart{seconds(631'065'600 + std::int64_t{kFitStart})};

using Message = std::map<int, std::uint32_t>;  ///< field number to its raw value

std::uint32_t little_endian(std::span<const std::byte> bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        value |= std::to_integer<std::uint32_t>(bytes[i]) << (8 * i);
    }
    return value;
}

/// Follows definitions just far enough to list the messages of one number in file order.
std::vector<Message> messages(const std::vector<std::byte>& file, std::uint32_t wanted) {
    struct Layout {
        std::uint32_t number = 0;
        std::vector<std::pair<int, std::size_t>> fields;
    };

    std::map<unsigned, Layout> layouts;
    std::vector<Message> found;
    const auto data = std::span(file).subspan(kHeader, file.size() - kHeader - 2);
    for (std::size_t at = 0; at < data.size();) {
        const auto head = std::to_integer<unsigned>(data[at++]);
        Layout& layout = layouts[head & 0x0FU];
        if ((head & 0x40U) != 0) {
            layout = {little_endian(data.subspan(at + 2, 2)), {}};
            const auto count = std::to_integer<std::size_t>(data[at + 4]);
            at += 5;
            for (std::size_t i = 0; i < count; ++i, at += 3) {
                layout.fields.emplace_back(std::to_integer<int>(data[at]),
                                           std::to_integer<std::size_t>(data[at + 1]));
            }
            continue;
        }
        Message message;
        for (const auto& [field, size] : layout.fields) {
            message[field] = little_endian(data.subspan(at, size));
            at += size;
        }
        if (layout.number == wanted) {
            found.push_back(message);
        }
    }
    return found;
}

Leg leg_of(std::string sport, std::optional<Instant> start) {
    Leg leg;
    leg.sport = std::move(sport);
    leg.sub_sport = "generic";
    leg.started_at = start;
    return leg;
}

Activity running() {
    Activity activity;
    activity.started_at = kStart;
    activity.legs.push_back(leg_of("running", kStart));
    return activity;
}

}  // namespace

TEST_CASE("the file says what it is and when it was made") {
    const auto file = fit_activity(running());
    const auto id = messages(file, 0);
    REQUIRE(id.size() == 1);
    CHECK(id[0] == Message{{0, 4}, {1, 0xFFFF}, {2, 0xFFFF}, {4, kFitStart}});
    CHECK(fit_crc(file) == 0);
}

TEST_CASE("a record holds only channels that were recorded, and says which value is missing") {
    Activity run = running();
    run.records.at = {kStart, kStart + seconds(5)};
    run.records.heart_rate.set(1, BeatsPerMinute(151));
    run.records.latitude.set(0, GeoDegrees(-90));
    const auto records = messages(fit_activity(run), 20);
    REQUIRE(records.size() == 2);
    CHECK(records[0] == Message{{253, kFitStart}, {0, 0xC0000000}, {3, 0xFF}});
    CHECK(records[1] == Message{{253, kFitStart + 5}, {0, 0x7FFFFFFF}, {3, 151}});
}

TEST_CASE("cadence is written in strides for running and walking, in revolutions elsewhere") {
    Activity outing = running();
    outing.legs.push_back(leg_of("cycling", kStart + seconds(10)));
    outing.records.at = {kStart, kStart + seconds(10)};
    outing.records.cadence.set(0, Cadence(171));
    outing.records.cadence.set(1, Cadence(90.25));
    const auto records = messages(fit_activity(outing), 20);
    REQUIRE(records.size() == 2);
    CHECK(records[0].at(4) == 85);
    CHECK(records[0].at(53) == 64);
    CHECK(records[1].at(4) == 90);
    CHECK(records[1].at(53) == 32);
}

TEST_CASE("an impossible cadence is missing in both of its fields") {
    Activity run = running();
    run.records.at = {kStart, kStart + seconds(1), kStart + seconds(2), kStart + seconds(3)};
    run.records.cadence.set(0, Cadence(-1));
    run.records.cadence.set(1, Cadence(510));
    run.records.cadence.set(2, Cadence(509.99));
    run.records.cadence.set(3, Cadence(509.995));
    const auto records = messages(fit_activity(run), 20);
    REQUIRE(records.size() == 4);
    CHECK(records[0].at(4) == 0xFF);
    CHECK(records[0].at(53) == 0xFF);
    CHECK(records[1].at(4) == 0xFF);
    // The highest that fits, 254 and 127/128 strides, and the rounding just beyond it.
    CHECK(records[2].at(4) == 254);
    CHECK(records[2].at(53) == 127);
    CHECK(records[3].at(4) == 0xFF);
}

TEST_CASE("the session carries the Leg's values and ends when the Leg ended") {
    Activity run = running();
    Leg& leg = run.legs[0];
    leg.elapsed = Seconds(130.5);
    leg.timer = Seconds(120.25);
    leg.distance = Metres(400.126);
    leg.ascent = Metres(12);
    leg.average_heart_rate = BeatsPerMinute(144);
    leg.average_cadence = Cadence(173.5);
    leg.average_stance_time = Seconds(0.2468);
    leg.average_vertical_oscillation = Metres(0.0853);
    const auto session = messages(fit_activity(run), 18).at(0);
    CHECK(session.at(253) == kFitStart + 130);
    CHECK(session.at(2) == kFitStart);
    CHECK(session.at(5) == 1);
    CHECK(session.at(6) == 0);
    CHECK(session.at(7) == 130'500);
    CHECK(session.at(8) == 120'250);
    CHECK(session.at(9) == 40'013);
    CHECK(session.at(22) == 12);
    CHECK(session.at(16) == 144);
    CHECK(session.at(18) == 86);
    CHECK(session.at(92) == 96);
    CHECK(session.at(91) == 2468);
    CHECK(session.at(89) == 853);
}

TEST_CASE("the activity message tells the local time and the number of Legs") {
    Activity run = running();
    run.legs[0].timer = Seconds(60);
    run.local_offset = UtcOffset(-5400);
    const auto activity = messages(fit_activity(run), 34).at(0);
    CHECK(activity.at(253) == kFitStart + 60);
    CHECK(activity.at(5) == kFitStart + 60 - 5400);
    CHECK(activity.at(0) == 60'000);
    CHECK(activity.at(1) == 1);
    run.local_offset.reset();
    run.legs.push_back(leg_of("walking", std::nullopt));
    const auto unknown = messages(fit_activity(run), 34).at(0);
    CHECK(unknown.at(5) == 0xFFFFFFFF);
    CHECK(unknown.at(0) == 0xFFFFFFFF);
    CHECK(unknown.at(1) == 2);
}

TEST_CASE("the timer starts with the Activity and stops at its last moment") {
    Activity run = running();
    run.records.at = {kStart, kStart + seconds(5)};
    const auto events = messages(fit_activity(run), 21);
    REQUIRE(events.size() == 2);
    CHECK(events[0] == Message{{253, kFitStart}, {0, 0}, {1, 0}});
    CHECK(events[1] == Message{{253, kFitStart + 5}, {0, 0}, {1, 4}});
}

TEST_CASE("the time of a clock that was never set is kept, one before FIT's first is left out") {
    Activity run = running();
    run.records.at = {Instant(seconds(631'065'600 - 1)),
                      Instant(seconds(631'065'600 + 0x0FFFFFFF))};
    const auto records = messages(fit_activity(run), 20);
    CHECK(records.at(0).at(253) == 0xFFFFFFFF);
    CHECK(records.at(1).at(253) == 0x0FFFFFFF);
}

TEST_CASE("laps keep their order; absent values stay absent") {
    Activity run = running();
    run.laps.resize(2);
    run.laps[0].started_at = kStart;
    run.laps[0].elapsed = Seconds(300);
    run.laps[0].distance = Metres(1000);
    run.laps[1].started_at = kStart + seconds(300);
    run.laps[1].timer = Seconds(290);
    const auto laps = messages(fit_activity(run), 19);
    REQUIRE(laps.size() == 2);
    CHECK(laps[0].at(254) == 0);
    CHECK(laps[0].at(253) == kFitStart + 300);
    CHECK(laps[0].at(9) == 100'000);
    CHECK(laps[0].at(8) == 0xFFFFFFFF);
    CHECK(laps[1].at(2) == kFitStart + 300);
    CHECK(laps[1].at(253) == kFitStart + 590);
    CHECK(laps[1].at(7) == 0xFFFFFFFF);
}

TEST_CASE("sports without a number of FIT are written as unknown") {
    CHECK(sport_number("running") == 1.0);
    CHECK(sub_sport_number("trail") == 3.0);
    CHECK_FALSE(sport_number("unknown"));
    CHECK_FALSE(sub_sport_number("quidditch"));
    Activity run = running();
    run.legs[0].sport = "unknown";
    CHECK(messages(fit_activity(run), 18).at(0).at(5) == 0xFF);
}

}  // namespace footsure::encode
