// SPDX-License-Identifier: Apache-2.0
#include "encode/encode.hpp"
#include "encode/session_facts_test.hpp"

#include <doctest/doctest.h>
#include <libical/ical.h>
#include <rapidcheck.h>

#include <algorithm>
#include <memory>
#include <vector>

/// The calendar as libical, which many programs read calendars with, understands it.
namespace footsure::encode {

namespace {

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};

using Component = std::unique_ptr<icalcomponent, FreeComponent>;

Component parsed(const std::string& text) {
    return Component(icalparser_parse_string(text.c_str()));
}

std::string text_or_none(const char* text) {
    return text == nullptr ? "" : text;
}

CalendarStatus status_of(icalcomponent* event) {
    return icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED ? CalendarStatus::cancelled
                                                                    : CalendarStatus::confirmed;
}

Day day_of(const icaltimetype& time) {
    return std::chrono::year(time.year) / std::chrono::month(static_cast<unsigned>(time.month)) /
           std::chrono::day(static_cast<unsigned>(time.day));
}

CalendarEntry read(icalcomponent* event) {
    return {.uid = text_or_none(icalcomponent_get_uid(event)),
            .sequence = icalcomponent_get_sequence(event),
            .status = status_of(event),
            .on = day_of(icalcomponent_get_dtstart(event)),
            .summary = text_or_none(icalcomponent_get_summary(event)),
            .description = text_or_none(icalcomponent_get_description(event)),
            .published_at =
                Instant(std::chrono::seconds(icaltime_as_timet(icalcomponent_get_dtstamp(event))))};
}

CalendarFeed events_of(icalcomponent* calendar) {
    CalendarFeed feed;
    for (icalcomponent* event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
         event != nullptr;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        feed.push_back(read(event));
    }
    return feed;
}

/// All day from that day to the next, and nothing that libical had to drop.
void check_sound(icalcomponent* calendar) {
    CHECK(icalcomponent_count_errors(calendar) == 0);
    CHECK(icalrestriction_check(calendar) != 0);
    CHECK(icalcomponent_count_components(calendar, ICAL_ANY_COMPONENT) ==
          icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT));
    for (icalcomponent* event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
         event != nullptr;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        const icaltimetype start = icalcomponent_get_dtstart(event);
        const icaltimetype end = icalcomponent_get_dtend(event);
        CHECK(start.is_date == 1);
        CHECK(end.is_date == 1);
        CHECK(day_of(end) == day_of(start) + std::chrono::days(1));
        CHECK(icaltime_is_utc(icalcomponent_get_dtstamp(event)) == 1);
    }
}

Publication by(std::string_view at) {
    return {.runner = RunnerId("anna"), .at = parse_instant(at).value()};
}

std::vector<PlannedDay> plan() {
    return {{parse_day("2026-03-05").value(), {walk_run()}},
            {parse_day("2026-03-06").value(), {strength()}},
            {parse_day("2026-12-31").value(), {of_kind(SessionKind::run, "last")}}};
}

}  // namespace

TEST_CASE("libical reads every event as it was published, changed and cancelled") {
    const auto first = publish({}, plan(), by("2026-03-02T08:00:00+01:00"));
    auto days = plan();
    days[0].sessions[0].title = "Läufe, kurz; \\ ruhig";
    days.erase(days.begin() + 1);
    const auto second = publish(first, days, by("2026-03-03T08:00:00+01:00"));
    for (const CalendarFeed& feed : {first, second}) {
        const auto calendar = parsed(icalendar(feed));
        REQUIRE(calendar);
        check_sound(calendar.get());
        CHECK(events_of(calendar.get()) == feed);
    }
    REQUIRE(second.size() == 3);
    CHECK(second[0].sequence == 1);
    CHECK(second[1].status == CalendarStatus::cancelled);
    CHECK(second[2].sequence == 0);
}

TEST_CASE("libical gives hostile text back as it stands in the feed") {
    CHECK(rc::check([] {
        const auto piece = rc::gen::element<std::string>(
            "a", "\r\nEND:VEVENT\r\n", "\nBEGIN:VALARM", "\\", "\\n", "\\\\", ";", ",", ":", "\"",
            " ", std::string("\0", 1), "\x1B", "ä", "日本", "😀", "\xE2\x80\xA8", "\xFF", "\xE2",
            std::string(74, 'x'), "=3D", "^n", "TZID=");
        Session session = walk_run();
        for (const auto& each : *rc::gen::container<std::vector<std::string>>(piece)) {
            session.title += each;
            session.notes[0] += each;
        }
        const auto feed = publish({}, {{parse_day("2026-03-05").value(), {session}}},
                                  by("2026-03-02T08:00:00+01:00"));
        const auto calendar = parsed(icalendar(feed));
        RC_ASSERT(static_cast<bool>(calendar));
        RC_ASSERT(icalcomponent_count_errors(calendar.get()) == 0);
        RC_ASSERT(events_of(calendar.get()) == feed);
    }));
}

TEST_CASE("libical reads a note of 100 kB") {
    Session session = walk_run();
    while (session.notes[0].size() < 100'000) {
        session.notes[0] += "Läuft, \\ 日本;\n";
    }
    const auto feed = publish({}, {{parse_day("2026-03-05").value(), {session}}},
                              by("2026-03-02T08:00:00+01:00"));
    const auto calendar = parsed(icalendar(feed));
    REQUIRE(calendar);
    CHECK(events_of(calendar.get()) == feed);
}

}  // namespace footsure::encode
