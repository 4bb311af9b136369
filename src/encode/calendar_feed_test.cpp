// SPDX-License-Identifier: Apache-2.0
#include "encode/encode.hpp"
#include "encode/session_facts_test.hpp"

#include <doctest/doctest.h>

#include <set>

namespace footsure::encode {

namespace {

using std::chrono::days;

LocalInstant moment(std::string_view text) {
    return parse_instant(text).value();
}

Day on(std::string_view text) {
    return parse_day(text).value();
}

const std::string kMonday = "2026-03-02T08:00:00+01:00";
const std::string kTuesday = "2026-03-03T08:00:00+01:00";
const std::string kFriday = "2026-03-06T08:00:00+01:00";

Publication by(std::string_view at, CalendarDetail detail = CalendarDetail::full) {
    return {.runner = RunnerId("anna"), .at = moment(at), .detail = detail};
}

std::vector<PlannedDay> plan() {
    return {{on("2026-03-04"), {of_kind(SessionKind::rest, "2026-03-04-rest")}},
            {on("2026-03-05"), {walk_run()}},
            {on("2026-03-06"), {strength()}}};
}

}  // namespace

TEST_CASE("each Session is told once, a rest never") {
    auto days = plan();
    days.push_back(days[1]);
    const auto feed = publish({}, days, by(kMonday));
    REQUIRE(feed.size() == 2);
    CHECK(feed[0].on == on("2026-03-05"));
    CHECK(feed[0].sequence == 0);
    CHECK(feed[0].status == CalendarStatus::confirmed);
    CHECK(feed[0].summary == "Run and walk A-2");
    CHECK(feed[0].description == "Run and walk A-2\n"
                                 "At most 2.5 km of running, 12 min of running; never a goal.\n"
                                 "6 x 2 min run + 3 min walk.\n"
                                 "With warm-up and cool-down: 40 min.\n"
                                 "Flat ground; no hills.\n"
                                 "Why: two good sessions at step A-1");
    CHECK(feed[1].description.find("- Heel raise (left): 3 x 15, 3 s down") != std::string::npos);
    CHECK(feed[0].uid != feed[1].uid);
    CHECK(feed[0].uid.ends_with("@footsure"));
    CHECK(feed[0].uid.find("e1") == std::string::npos);
}

TEST_CASE("another Runner's Session of the same name is another event") {
    auto how = by(kMonday);
    const auto first = publish({}, plan(), how);
    how.runner = RunnerId("ben");
    CHECK(first[0].uid != publish({}, plan(), how)[0].uid);
}

TEST_CASE("what says the same keeps its sequence and its time") {
    const auto first = publish({}, plan(), by(kMonday));
    CHECK(publish(first, plan(), by(kTuesday)) == first);
}

TEST_CASE("what changed has the next sequence, the rest keeps its own") {
    const auto first = publish({}, plan(), by(kMonday));
    auto days = plan();
    days[1].sessions[0].max_duration = Seconds(600);
    const auto second = publish(first, days, by(kTuesday));
    REQUIRE(second.size() == 2);
    CHECK(second[0].uid == first[0].uid);
    CHECK(second[0].sequence == 1);
    CHECK(second[0].published_at == moment(kTuesday).at);
    CHECK(second[0].description.find("10 min of running") != std::string::npos);
    CHECK(second[1] == first[1]);
}

TEST_CASE("what is planned no longer is cancelled once, and confirmed when it comes back") {
    const auto first = publish({}, plan(), by(kMonday));
    const auto second = publish(first, {}, by(kTuesday));
    REQUIRE(second.size() == 2);
    CHECK(second[0].status == CalendarStatus::cancelled);
    CHECK(second[0].sequence == 1);
    CHECK(publish(second, {}, by(kTuesday)) == second);
    const auto third = publish(second, plan(), by(kTuesday));
    CHECK(third[0].status == CalendarStatus::confirmed);
    CHECK(third[0].sequence == 2);
}

TEST_CASE("a day that is over stays as it was told, for sixty days") {
    const auto first = publish({}, plan(), by(kMonday));
    const auto second = publish(first, {}, by(kFriday));
    REQUIRE(second.size() == 2);
    CHECK(second[0] == first[0]);
    CHECK(second[1].status == CalendarStatus::cancelled);  // Friday itself is not over
    auto days = plan();
    days[1].sessions[0].title = "Another";
    CHECK(publish(first, days, by(kFriday))[0] == first[0]);
    CHECK(publish(first, {}, by("2026-05-04T08:00:00+01:00")).size() == 2);
    CHECK(publish(first, {}, by("2026-05-05T08:00:00+01:00")).size() == 1);
}

TEST_CASE("the Runner's clock says which day it is") {
    const auto first = publish({}, plan(), by(kMonday));
    CHECK(publish(first, {}, by("2026-03-05T23:30:00Z"))[0].status == CalendarStatus::cancelled);
    CHECK(publish(first, {}, by("2026-03-06T00:30:00+01:00"))[0].status ==
          CalendarStatus::confirmed);
}

TEST_CASE("a discreet calendar says nothing of any Session, told before or not") {
    const auto first = publish({}, plan(), by(kMonday));
    const auto discreet = by(kFriday, CalendarDetail::discreet);
    const auto second =
        publish(first, {{on("2026-03-07"), {of_kind(SessionKind::run, "r")}}}, discreet);
    REQUIRE(second.size() == 3);
    for (const CalendarEntry& entry : second) {
        CHECK(entry.summary == "Footsure session");
        CHECK(entry.description.empty());
    }
    CHECK(second[0].sequence == 1);
    CHECK(second[0].status == CalendarStatus::confirmed);
    CHECK(icalendar(second).find("walk") == std::string::npos);
    CHECK(publish(second, {{on("2026-03-07"), {of_kind(SessionKind::run, "r")}}}, discreet) ==
          second);
}

}  // namespace footsure::encode
