// SPDX-License-Identifier: Apache-2.0
#include "encode/encode.hpp"
#include "encode/plain_text.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace footsure::encode {

namespace {

constexpr std::size_t kLineBytes = 75;  // RFC 5545, 3.1

/// A value of the type TEXT (RFC 5545, 3.3.11).
std::string escaped(std::string_view text) {
    std::string value;
    for (const char c : plain_text(text)) {
        if (c == '\n') {
            value += "\\n";
            continue;
        }
        if (c == '\\' || c == ';' || c == ',') {
            value += '\\';
        }
        value += c;
    }
    return value;
}

/// One content line, folded where it is too long; what follows begins with a blank.
void put_line(std::string& out, std::string_view line) {
    std::size_t room = kLineBytes;
    while (line.size() > room) {
        const std::string_view part = beginning_of(line, room);
        out.append(part).append("\r\n ");
        line.remove_prefix(part.size());
        room = kLineBytes - 1;
    }
    out.append(line).append("\r\n");
}

void put(std::string& out, std::string_view name, std::string_view value) {
    put_line(out, std::string(name).append(value));
}

/// `20260305`, from `2026-03-05`.
std::string date(Day day) {
    std::string text = format_day(day);
    std::erase(text, '-');
    return text;
}

/// `20260305T170000Z`, of whole seconds.
std::string utc(Instant at) {
    std::string text = format_instant(std::chrono::floor<std::chrono::seconds>(at));
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text;
}

void put_event(std::string& out, const CalendarEntry& entry) {
    put_line(out, "BEGIN:VEVENT");
    put(out, "UID:", escaped(entry.uid));
    put(out, "DTSTAMP:", utc(entry.published_at));
    put(out, "SEQUENCE:", std::to_string(entry.sequence));
    put(out, "DTSTART;VALUE=DATE:", date(entry.on));
    put(out, "DTEND;VALUE=DATE:", date(entry.on + std::chrono::days(1)));
    put(out, "SUMMARY:", escaped(entry.summary));
    if (!entry.description.empty()) {
        put(out, "DESCRIPTION:", escaped(entry.description));
    }
    put(out, "STATUS:", entry.status == CalendarStatus::cancelled ? "CANCELLED" : "CONFIRMED");
    put_line(out, "CLASS:PRIVATE");
    put_line(out, "TRANSP:TRANSPARENT");
    put_line(out, "END:VEVENT");
}

}  // namespace

std::string icalendar(const CalendarFeed& feed) {
    std::string out;
    put_line(out, "BEGIN:VCALENDAR");
    put_line(out, "VERSION:2.0");
    put_line(out, "PRODID:-//Footsure//Plan//EN");
    put_line(out, "CALSCALE:GREGORIAN");
    put_line(out, "X-WR-CALNAME:Footsure");
    for (const CalendarEntry& entry : feed) {
        put_event(out, entry);
    }
    put_line(out, "END:VCALENDAR");
    return out;
}

}  // namespace footsure::encode
