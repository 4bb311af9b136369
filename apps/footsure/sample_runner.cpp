// SPDX-License-Identifier: Apache-2.0
#include "sample_runner.hpp"

#include "sample_run.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace footsure::app {

namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr int kWeeks = 52;
constexpr int kDaysInWeek = 7;
constexpr std::uint64_t kSeed = 0x5EED0F0075'0E11;
constexpr minutes kLocalOffset{60};

// The year's story, counted in weeks from its start.
constexpr int kIllWeek = 23;
constexpr int kRaceWeek = 36;
constexpr int kFirstHardWeek = 48;
constexpr int kSoreWeek = 50;
constexpr int kLastWeek = 51;
constexpr int kDaysWithPain = 12;

enum class Kind : std::uint8_t { easy, long_run, intervals, hills, race };

struct Session {
    int day;  ///< of the week, 0 to 6
    Kind kind;
    double kilometres;
};

/// Builds up through the year; each fourth week is lighter. Never beyond 14 km before the jump.
double usual_long_run(int week) {
    constexpr double kFirst = 10;
    constexpr double kGainPerWeek = 0.1;
    constexpr double kLongest = 14;
    const double longest = std::min(kLongest, kFirst + kGainPerWeek * week);
    return week % 4 == 2 ? 0.8 * longest : longest;
}

std::vector<Session> usual_week(int week) {
    std::vector<Session> sessions{{1, Kind::easy, 6.5}};
    sessions.push_back(week % 3 == 1 ? Session{3, Kind::intervals, 8}
                                     : Session{3, Kind::easy, 7.5});
    if (week % 2 == 0) {
        sessions.push_back({4, Kind::easy, 5.5});
    }
    sessions.push_back({6, Kind::long_run, usual_long_run(week)});
    return sessions;
}

std::vector<Session> week_of_story(int week) {
    switch (week) {
    case kIllWeek: return {};
    case kIllWeek + 1: return {{1, Kind::easy, 4.5}, {4, Kind::easy, 5.5}, {6, Kind::long_run, 8}};
    case kRaceWeek: return {{1, Kind::easy, 6}, {3, Kind::easy, 5}, {6, Kind::race, 13}};
    case kFirstHardWeek - 1:
        return {
            {1, Kind::easy, 7}, {3, Kind::easy, 8}, {4, Kind::easy, 6}, {6, Kind::long_run, 14}};
    case kFirstHardWeek:
    case kFirstHardWeek + 1:
        return {{1, Kind::hills, 9},
                {3, Kind::intervals, 10},
                {4, Kind::easy, 7},
                {6, Kind::long_run, week == kFirstHardWeek ? 19.2 : 19.8}};
    case kSoreWeek:
        return {{1, Kind::hills, 9}, {2, Kind::easy, 7}, {4, Kind::easy, 6}, {6, Kind::easy, 5.5}};
    case kLastWeek: return {{2, Kind::easy, 5}, {6, Kind::easy, 4}};
    default: return usual_week(week);
    }
}

std::vector<Stretch> stretches_of(const Session& session, MetresPerSecond easy) {
    const Metres whole(1000 * session.kilometres);
    const MetresPerSecond slow = easy - MetresPerSecond(0.08);
    switch (session.kind) {
    case Kind::easy: return {{whole, easy}};
    case Kind::long_run:
    case Kind::hills: return {{whole, slow}};
    case Kind::race: {
        const Metres race(10'000);
        const Metres warm_up(2000);
        return {{warm_up, easy}, {race, MetresPerSecond(3.22)}, {whole - race - warm_up, slow}};
    }
    case Kind::intervals: {
        const Metres fast(800);
        const Metres jog(400);
        std::vector<Stretch> stretches{{Metres(2000), easy}};
        Metres left = whole - Metres(3500);
        for (; left >= fast + jog; left = left - fast - jog) {
            stretches.push_back({fast, MetresPerSecond(3.6)});
            stretches.push_back({jog, MetresPerSecond(2.35)});
        }
        stretches.push_back({left + Metres(1500), easy});
        return stretches;
    }
    }
    return {};
}

Instant start_of(Day day, Kind kind, SampleRandom& random) {
    const bool morning = kind == Kind::long_run || kind == Kind::race;
    const minutes clock = morning ? minutes(9 * 60) : minutes(17 * 60 + 30);
    const minutes later(static_cast<int>(45 * random.uniform()));
    return Instant(day) + clock + later - kLocalOffset;
}

/// She spares the painful left leg a little: less than two watches may disagree.
Share balance_on(Day day, Day last_day) {
    const bool sore = day >= last_day - days(kDaysWithPain);
    return Share(sore ? 0.492 : 0.499);
}

double hilliness_of(const Session& session, int week) {
    if (session.kind == Kind::hills) {
        return 3;
    }
    return session.kind == Kind::long_run && week >= kFirstHardWeek ? 1.6 : 1;
}

}  // namespace

std::vector<Activity> sample_year(Day last_day) {
    SampleRandom random(kSeed);
    std::vector<Activity> year;
    const Day first_day = last_day - days(kWeeks * kDaysInWeek);
    for (int week = 0; week < kWeeks; ++week) {
        const MetresPerSecond fit(2.66 + 0.0025 * week);
        for (Session session : week_of_story(week)) {
            const Day day = first_day + days(week * kDaysInWeek + session.day);
            // Distances vary a little as they do outdoors, but not those that tell the story.
            if (session.kind == Kind::easy && week < kSoreWeek) {
                session.kilometres += 0.35 * random.normal();
            }
            PlannedRun plan;
            plan.start = start_of(day, session.kind, random);
            plan.stretches = stretches_of(session, fit + MetresPerSecond(0.05 * random.normal()));
            plan.hilliness = hilliness_of(session, week);
            plan.balance = balance_on(day, last_day);
            plan.seed = kSeed + year.size() + 1;
            year.push_back(record_run(plan));
        }
    }
    return year;
}

}  // namespace footsure::app
