// SPDX-License-Identifier: Apache-2.0
#include "model/time.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <array>
#include <string>

using namespace footsure;
using namespace std::chrono_literals;

namespace {

constexpr Instant kNoon = Day(std::chrono::year(2026) / 3 / 1) + 12h;

std::string utc(std::string_view text) {
    const auto read = parse_instant(text);
    return read ? format_instant(read->at) : "nothing";
}

}  // namespace

TEST_CASE("an instant is read in UTC and keeps the offset it was written with") {
    const auto read = parse_instant("2026-03-01T18:00:00+01:00");
    REQUIRE(read);
    CHECK(read->at == kNoon + 5h);
    CHECK(read->offset == 1h);
    CHECK(parse_instant("2026-03-01T12:00:00Z")->at == kNoon);
    CHECK(parse_instant("2026-03-01T12:00:00Z")->offset == 0s);
}

TEST_CASE("offsets move the instant the other way, over midnight, month and year") {
    CHECK(utc("2026-01-01T00:30:00+05:30") == "2025-12-31T19:00:00Z");
    CHECK(utc("2025-12-31T20:00:00-09:30") == "2026-01-01T05:30:00Z");
    CHECK(utc("2024-02-29T23:00:00-02:00") == "2024-03-01T01:00:00Z");
    CHECK(utc("2026-03-01T00:00:00+14:00") == "2026-02-28T10:00:00Z");
}

TEST_CASE("a fraction is read to the microsecond and written to the millisecond") {
    CHECK(parse_instant("2026-03-01T12:00:00.5Z")->at == kNoon + 500ms);
    CHECK(parse_instant("2026-03-01T12:00:00.000001Z")->at == kNoon + 1us);
    CHECK(parse_instant("2026-03-01T12:00:00.1234567899Z")->at == kNoon + 123456us);
    CHECK(utc("2026-03-01T12:00:00.007Z") == "2026-03-01T12:00:00.007Z");
    CHECK(utc("2026-03-01T12:00:00.0004Z") == "2026-03-01T12:00:00Z");
    const std::string long_fraction(100'000, '9');
    CHECK(utc("2026-03-01T12:00:00." + long_fraction + "Z") == "2026-03-01T12:00:00.999Z");
}

TEST_CASE("leap days follow the calendar") {
    for (const auto* leap : {"2024-02-29", "2000-02-29", "1904-02-29"}) {
        CAPTURE(leap);
        CHECK(parse_day(leap));
    }
    for (const auto* none : {"2023-02-29", "1900-02-29", "2100-02-29", "2024-02-30"}) {
        CAPTURE(none);
        CHECK_FALSE(parse_day(none));
    }
    CHECK(*parse_day("2024-03-01") - *parse_day("2024-02-28") == std::chrono::days(2));
}

TEST_CASE("years lie between 1900 and 2100") {
    CHECK(parse_day("1900-01-01"));
    CHECK(parse_day("2100-12-31"));
    CHECK_FALSE(parse_day("1899-12-31"));
    CHECK_FALSE(parse_day("2101-01-01"));
    CHECK_FALSE(parse_instant("0000-01-01T00:00:00Z"));
    CHECK_FALSE(parse_instant("9999-12-31T23:59:59Z"));
}

TEST_CASE("before 1970 an instant is written as the clock showed it") {
    CHECK(utc("1969-12-31T23:59:59.250Z") == "1969-12-31T23:59:59.250Z");
    CHECK(utc("1900-01-01T00:00:01Z") == "1900-01-01T00:00:01Z");
}

TEST_CASE("any other text is nothing") {
    using std::string_view_literals::operator""sv;
    constexpr std::array kHostile{
        ""sv,
        "T"sv,
        "2026-03-01"sv,
        "2026-03-01T12:00Z"sv,
        "2026-03-01T12:00:00"sv,
        "2026-03-01 12:00:00Z"sv,
        "2026-03-01t12:00:00Z"sv,
        "2026-03-01T12:00:00z"sv,
        " 2026-03-01T12:00:00Z"sv,
        "2026-03-01T12:00:00Z "sv,
        "2026-03-01T12:00:00Z\n"sv,
        "2026-03-01T12:00:00Z\0"sv,
        "2026-03-01T12:00:00ZZ"sv,
        "2026-03-01T12:00:00.Z"sv,
        "2026-03-01T12:00:00,5Z"sv,
        "2026-03-01T24:00:00Z"sv,
        "2026-03-01T12:60:00Z"sv,
        "2026-03-01T12:00:60Z"sv,
        "2026-03-01T12:00:00+1:00"sv,
        "2026-03-01T12:00:00+0100"sv,
        "2026-03-01T12:00:00+01"sv,
        "2026-03-01T12:00:00+01:60"sv,
        "2026-03-01T12:00:00+19:00"sv,
        "2026-03-01T12:00:00+99:00"sv,
        "2026-03-01T12:00:00 01:00"sv,
        "2026-3-1T12:00:00Z"sv,
        "26-03-01T12:00:00Z"sv,
        "+026-03-01T12:00:00Z"sv,
        "-026-03-01T12:00:00Z"sv,
        "2026-13-01T12:00:00Z"sv,
        "2026-00-01T12:00:00Z"sv,
        "2026-03-00T12:00:00Z"sv,
        "2026-04-31T12:00:00Z"sv,
        "2026-03-01T-1:00:00Z"sv,
        "20260301T120000Z"sv,
        "2026-060T12:00:00Z"sv,
        "\xEF\xBC\x92\xEF\xBC\x90\xEF\xBC\x92\xEF\xBC\x96-03-01T12:00:00Z"sv,
        "99999999999999999999-03-01T12:00:00Z"sv,
    };
    for (const auto text : kHostile) {
        CAPTURE(text);
        CHECK_FALSE(parse_instant(text));
    }
    for (const auto text : {"2026-03-1"sv, "2026-03-01 "sv, "2026-03-01\0"sv, "2026/03/01"sv,
                            "2026-03-01T"sv, "01-03-2026"sv, "2026-03-32"sv}) {
        CAPTURE(text);
        CHECK_FALSE(parse_day(text));
    }
}

TEST_CASE("a local time shows the runner's clock and its offset") {
    CHECK(format_local({kNoon, 1h}) == "2026-03-01T13:00:00+01:00");
    CHECK(format_local({kNoon, -(9h + 30min)}) == "2026-03-01T02:30:00-09:30");
    CHECK(format_local({kNoon, -30min}) == "2026-03-01T11:30:00-00:30");
    CHECK(format_local({kNoon, 0s}) == "2026-03-01T12:00:00+00:00");
    CHECK(format_local({kNoon, 13h}) == "2026-03-02T01:00:00+13:00");
}

TEST_CASE("the day is the one on the runner's calendar") {
    const Day first = *parse_day("2026-03-01");
    CHECK(day_of(first + 30min, 0s) == first);
    CHECK(day_of(first + 30min, -1h) == first - std::chrono::days(1));
    CHECK(day_of(first + 23h, 1h) == first + std::chrono::days(1));
    CHECK(day_of(Instant(first) - 1us, 0s) == first - std::chrono::days(1));
    CHECK(day_of(parse_instant("1969-06-01T00:00:00Z")->at - 1us, 0s) == *parse_day("1969-05-31"));
}

TEST_CASE("spans have a sign and keep fractions") {
    CHECK(seconds_between(kNoon, kNoon + 1500ms) == 1.5);
    CHECK(seconds_between(kNoon + 2s, kNoon) == -2);
    CHECK(hours_between(kNoon, kNoon + 90min) == 1.5);
    CHECK(hours_between(kNoon, kNoon - std::chrono::days(1)) == -24);
}

TEST_CASE("what is written is read back as the same instant and offset") {
    const bool held = rc::check("parse undoes format", [] {
        const auto minute = *rc::gen::inRange(0, 200 * 365 * 24 * 60);
        const auto second = *rc::gen::inRange(0, 60);
        const auto millisecond = *rc::gen::element(0, 1, 9, 10, 99, 100, 999);
        const Instant at = Instant(*parse_day("1900-01-02")) + std::chrono::minutes(minute) +
                           std::chrono::seconds(second) + std::chrono::milliseconds(millisecond);
        const UtcOffset offset = std::chrono::minutes(*rc::gen::inRange(-18 * 60, 18 * 60 + 1));
        const auto utc_again = parse_instant(format_instant(at));
        const auto local_again = parse_instant(format_local({at, offset}));
        RC_ASSERT(utc_again && utc_again->at == at);
        RC_ASSERT(local_again && local_again->at == at && local_again->offset == offset);
        const Day day = day_of(at, offset);
        RC_ASSERT(parse_day(format_day(day)) == day);
        RC_ASSERT(format_local({at, offset}).starts_with(format_day(day)));
    });
    CHECK(held);
}

TEST_CASE("a damaged time is nothing or a valid time, never a crash") {
    const bool held = rc::check("one byte replaced, removed or doubled", [] {
        std::string text = "2026-02-28T23:59:59.125+01:00";
        const auto place = *rc::gen::inRange<std::size_t>(0, text.size());
        const auto what = *rc::gen::inRange(0, 3);
        if (what == 0) {
            text[place] = static_cast<char>(*rc::gen::inRange(0, 256));
        } else if (what == 1) {
            text.erase(place, 1);
        } else {
            text.insert(place, 1, text[place]);
        }
        const auto read = parse_instant(text);
        if (read) {
            const auto again = parse_instant(format_local(*read));
            RC_ASSERT(again);
            RC_ASSERT(std::chrono::abs(again->at - read->at) < std::chrono::milliseconds(1));
        }
    });
    CHECK(held);
}

TEST_CASE("the first and the last instant have a text") {
    CHECK(format_instant(Instant::min()).ends_with("T19:59:05.224Z"));
    CHECK(format_instant(Instant::max()).ends_with("-01-10T04:00:54.775Z"));
    CHECK(format_instant(Instant(std::chrono::microseconds(-1))) == "1969-12-31T23:59:59.999Z");
}
