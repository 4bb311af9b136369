// SPDX-License-Identifier: Apache-2.0
#include "encode/encode.hpp"
#include "encode/plain_text.hpp"
#include "encode/session_facts_test.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>

namespace footsure::encode {

namespace {

using Lines = std::vector<std::string>;

/// Every line ends in CR LF, and neither stands anywhere else.
std::optional<Lines> physical_lines(const std::string& text) {
    Lines lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find("\r\n", at);
        if (end == std::string::npos) {
            return std::nullopt;
        }
        lines.push_back(text.substr(at, end - at));
        if (lines.back().find_first_of("\r\n") != std::string::npos) {
            return std::nullopt;
        }
        at = end + 2;
    }
    return lines;
}

Lines unfolded(const Lines& physical) {
    Lines lines;
    for (const std::string& line : physical) {
        if (line.starts_with(' ')) {
            lines.back() += line.substr(1);
        } else {
            lines.push_back(line);
        }
    }
    return lines;
}

std::string unescaped(const std::string& value) {
    std::string text;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\\') {
            text += value[i];
            continue;
        }
        ++i;
        text += value.at(i) == 'n' ? '\n' : value.at(i);
    }
    return text;
}

bool well_formed(const std::string& text) {
    return plain_text(text) == text;
}

std::string value_of(const Lines& lines, std::string_view name) {
    const auto found = std::ranges::find_if(
        lines, [&](const std::string& line) { return line.starts_with(name); });
    return found == lines.end() ? "none" : found->substr(name.size());
}

/// Text with all that may hurt: separators, controls, breaks, long characters, broken ones.
rc::Gen<std::string> hostile() {
    const auto piece = rc::gen::element<std::string>(
        "a", "END:VEVENT", "\r\nEND:VCALENDAR\r\n", "\r", "\n", "\\", ";", ",", ":", "\"", " ",
        "\t", std::string(1, '\0'), "\x1B[31m", "\x7F", "ä", "日本", "😀", "\xE2\x80\xA8",
        "\xC2\x85", "\xFF", "\xE2\x80", "\xF0\x9F\x98", "\xED\xA0\x80", "\xC0\x8A",
        std::string(80, 'x'), "\\n", "BEGIN:VALARM");
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                        [](const std::vector<std::string>& pieces) {
                            std::string text;
                            for (const std::string& each : pieces) {
                                text += each;
                            }
                            return text;
                        });
}

CalendarEntry entry(std::string summary, std::string description) {
    return {.uid = "2026-03-05-0@footsure",
            .on = parse_day("2026-03-05").value(),
            .summary = std::move(summary),
            .description = std::move(description),
            .published_at = parse_instant("2026-03-02T07:00:00.9Z")->at};
}

const Lines kNames{"BEGIN:VCALENDAR", "VERSION",    "PRODID",       "CALSCALE", "X-WR-CALNAME",
                   "BEGIN:VEVENT",    "UID",        "DTSTAMP",      "SEQUENCE", "DTSTART",
                   "DTEND",           "SUMMARY",    "DESCRIPTION",  "STATUS",   "CLASS",
                   "TRANSP",          "END:VEVENT", "END:VCALENDAR"};

/// One event, and no line that the text of the entry made.
void check_lines(const Lines& lines) {
    RC_ASSERT(lines.size() == kNames.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        RC_ASSERT(lines[i].starts_with(kNames[i]));
    }
}

}  // namespace

TEST_CASE("an event has its dates, its time in whole seconds and its state") {
    CalendarEntry told = entry("Run", "Easy");
    told.sequence = 3;
    told.status = CalendarStatus::cancelled;
    told.on = parse_day("2026-12-31").value();
    const auto lines = unfolded(physical_lines(icalendar({told})).value());
    CHECK(value_of(lines, "DTSTART;VALUE=DATE:") == "20261231");
    CHECK(value_of(lines, "DTEND;VALUE=DATE:") == "20270101");
    CHECK(value_of(lines, "DTSTAMP:") == "20260302T070000Z");
    CHECK(value_of(lines, "SEQUENCE:") == "3");
    CHECK(value_of(lines, "STATUS:") == "CANCELLED");
    CHECK(value_of(lines, "SUMMARY:") == "Run");
}

TEST_CASE("hostile text is one value, escaped and folded between characters") {
    CHECK(rc::check("round trip", [] {
        const auto summary = *hostile();
        const auto description = "d" + *hostile();
        const auto text = icalendar({entry(summary, description)});
        const auto physical = physical_lines(text);
        RC_ASSERT(physical.has_value());
        for (const std::string& line : *physical) {
            RC_ASSERT(line.size() <= 75U);
            RC_ASSERT(well_formed(line));
        }
        const auto lines = unfolded(*physical);
        check_lines(lines);
        RC_ASSERT(unescaped(value_of(lines, "SUMMARY:")) == plain_text(summary));
        RC_ASSERT(unescaped(value_of(lines, "DESCRIPTION:")) == plain_text(description));
    }));
}

TEST_CASE("a note of 100 kB is folded whole") {
    std::string note;
    while (note.size() < 100'000) {
        note += "Läuft, \\ 日本;\n";
    }
    const auto physical = physical_lines(icalendar({entry("Run", note)})).value();
    CHECK(std::ranges::all_of(physical, [](const std::string& l) { return l.size() <= 75; }));
    CHECK(std::ranges::count_if(physical, [](const std::string& l) { return l.size() >= 72; }) >
          1300);
    CHECK(unescaped(value_of(unfolded(physical), "DESCRIPTION:")) == note);
}

TEST_CASE("plain text keeps what is well-formed and replaces what is not") {
    CHECK(plain_text("a\r\nb\rc\n\vd\xC2\x85"
                     "e\xE2\x80\xA9"
                     "f") == "a\nb\nc\n\nd\ne\nf");
    CHECK(plain_text("a\tb\x07\x1B\x7F\xC2\x9F") == "a b");
    CHECK(plain_text("\xC0\xAF") == "\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(plain_text("\xED\xA0\x80").find('\xED') == std::string::npos);
    CHECK(plain_text("\xF4\x90\x80\x80").find('\xF4') == std::string::npos);
    CHECK(plain_text("😀é") == "😀é");
    CHECK(plain_text("\xF0\x9F\x98") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(beginning_of("aé", 2) == "a");
    CHECK(beginning_of("aé", 3) == "aé");
}

namespace {

/// A plan of some of five Sessions, each in one of three forms.
std::vector<PlannedDay> random_plan(Day first) {
    std::vector<PlannedDay> days;
    for (int i = 0; i < 5; ++i) {
        const int form = *rc::gen::inRange(0, 4);
        if (form > 0) {
            const Day on = first + std::chrono::days(i);
            Session session = of_kind(SessionKind::run, format_day(on) + "-run");
            session.max_duration = Seconds(600.0 * form);
            days.push_back({on, {session}});
        }
    }
    return days;
}

/// What a subscriber may rely on between two publications.
void check_step(const CalendarFeed& before, const CalendarFeed& after, Day today) {
    std::map<std::string, CalendarEntry> known;
    for (const CalendarEntry& each : before) {
        known[each.uid] = each;
    }
    for (const CalendarEntry& each : after) {
        const auto found = known.find(each.uid);
        if (found == known.end()) {
            RC_ASSERT(each.sequence == 0);
            RC_ASSERT(each.on >= today);
            continue;
        }
        const bool same = each == found->second;
        RC_ASSERT(each.sequence == found->second.sequence + (same ? 0 : 1));
        RC_ASSERT(each.published_at >= found->second.published_at);
        RC_ASSERT(same || each.on >= today);
        known.erase(found);
    }
    for (const auto& [uid, lost] : known) {
        RC_ASSERT(lost.on < today - std::chrono::days(60));
    }
}

}  // namespace

TEST_CASE("over any history no event is lost, and a sequence rises with every change") {
    CHECK(rc::check("histories", [] {
        CalendarFeed feed;
        const Day start = parse_day("2026-03-02").value();
        for (int i = *rc::gen::inRange(1, 12); i > 0; --i) {
            const Day today = start + std::chrono::days(*rc::gen::inRange(0, 70));
            const auto plan = random_plan(start + std::chrono::days(*rc::gen::inRange(0, 9)));
            const auto next = publish(
                feed, plan, {.runner = RunnerId("anna"), .at = {Instant(today), UtcOffset{0}}});
            check_step(feed, next, today);
            for (const PlannedDay& day : plan) {
                const auto shown = std::ranges::count_if(next, [&](const CalendarEntry& each) {
                    return each.on == day.on && each.status == CalendarStatus::confirmed;
                });
                RC_ASSERT(day.on < today || shown == 1);
            }
            feed = next;
        }
    }));
}

}  // namespace footsure::encode
