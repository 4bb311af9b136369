// SPDX-License-Identifier: Apache-2.0
#include "encode/encode.hpp"
#include "encode/plain_text.hpp"
#include "encode/session_text.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <tuple>

namespace footsure::encode {

namespace {

/// A day that is over stays in the calendar so long. Source: EE: a look back at the last weeks.
constexpr std::chrono::days kKept{60};
constexpr std::string_view kDiscreet = "Footsure session";

/// FNV-1a: tells Sessions of different Runners apart and hides the names of their Episodes.
std::uint64_t hashed(std::uint64_t hash, std::string_view text) {
    constexpr std::uint64_t kPrime = 1099511628211ULL;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
    }
    return (hash ^ 0xFFU) * kPrime;  // no byte of UTF-8: "a"+"bc" is not "ab"+"c"
}

std::string uid_of(const RunnerId& runner, Day on, const Session& session) {
    constexpr std::uint64_t kStart = 14695981039346656037ULL;
    const std::uint64_t hash = hashed(hashed(kStart, runner.text()), session.id);
    std::array<char, 17> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(hash));
    return format_day(on) + "-" + digits.data() + "@footsure";
}

CalendarEntry entry_of(Day on, const Session& session, const Publication& how) {
    CalendarEntry entry{.uid = uid_of(how.runner, on, session),
                        .on = on,
                        .summary = std::string(kDiscreet),
                        .published_at = how.at.at};
    if (how.detail == CalendarDetail::full) {
        entry.summary = plain_text(title_of(session));
        std::ranges::replace(entry.summary, '\n', ' ');
        entry.description = plain_text(description_of(session));
    }
    return entry;
}

/// What the calendar shall show of today and later, by uid.
std::map<std::string, CalendarEntry> wanted_from(Day today, const std::vector<PlannedDay>& days,
                                                 const Publication& how) {
    std::map<std::string, CalendarEntry> wanted;
    for (const PlannedDay& day : days) {
        for (const Session& session : day.sessions) {
            if (day.on >= today && session.kind != SessionKind::rest) {
                CalendarEntry entry = entry_of(day.on, session, how);
                wanted.emplace(entry.uid, std::move(entry));
            }
        }
    }
    return wanted;
}

/// Nothing of a Session is told any more, not even of one that was before.
void hide(CalendarEntry& entry) {
    entry.summary = kDiscreet;
    entry.description.clear();
}

/// The entry as it was where it says the same, else with the next number.
CalendarEntry renewed(const CalendarEntry& before, CalendarEntry after) {
    after.sequence = before.sequence;
    const Instant told = std::max(before.published_at, after.published_at);
    after.published_at = before.published_at;
    if (after == before) {
        return before;
    }
    after.sequence = before.sequence + 1;
    after.published_at = told;
    return after;
}

/// What becomes of an entry that is over or no longer planned.
CalendarEntry left(const CalendarEntry& before, Day today, const Publication& how) {
    CalendarEntry after = before;
    after.published_at = how.at.at;
    if (before.on >= today) {
        after.status = CalendarStatus::cancelled;
    }
    if (how.detail == CalendarDetail::discreet) {
        hide(after);
    }
    return renewed(before, std::move(after));
}

}  // namespace

CalendarFeed publish(const CalendarFeed& previous, const std::vector<PlannedDay>& days,
                     const Publication& how) {
    const Day today = day_of(how.at.at, how.at.offset);
    auto wanted = wanted_from(today, days, how);
    CalendarFeed feed;
    for (const CalendarEntry& before : previous) {
        const auto found = wanted.find(before.uid);
        if (found != wanted.end()) {
            feed.push_back(renewed(before, std::move(found->second)));
            wanted.erase(found);
        } else if (before.on + kKept >= today) {
            feed.push_back(left(before, today, how));
        }
    }
    for (auto& [uid, entry] : wanted) {
        feed.push_back(std::move(entry));
    }
    std::ranges::sort(feed, [](const CalendarEntry& a, const CalendarEntry& b) {
        return std::tie(a.on, a.uid) < std::tie(b.on, b.uid);
    });
    return feed;
}

}  // namespace footsure::encode
