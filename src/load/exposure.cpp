// SPDX-License-Identifier: Apache-2.0
#include "load/load.hpp"
#include "load/outing.hpp"
#include "load/sessions.hpp"
#include "load/tissue_state.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace footsure::load {

namespace {

/// What a new runner is accustomed to: the mean day of these first days.
/// Source: tissue-load-model section 6, new user.
constexpr std::chrono::days kFirstDays{28};
constexpr std::chrono::days kOneDay{1};
/// Own usual height of rho: this part of the days of so many weeks.
/// Source: issue 5, guard (EE): 90th percentile over 12 weeks.
constexpr std::size_t kUsualDays = 84;
constexpr double kUsualPart = 0.9;
/// Shorter histories say nothing of what is usual. Source: EE, two thirds of the 12 weeks, so that
/// the first days, whose level is assumed, weigh little for tendons.
constexpr int kLeastHistoryDays = 56;
/// Fewer sessions in the 12 weeks are no habit to measure by. Source: EE, one a week.
constexpr int kLeastSessions = 12;
/// Ceiling over the usual height. Source: issue 5, guard (EE).
constexpr double kCeiling = 1.1;

enum class Leg : std::uint8_t { left, right };

double dose_of(const SessionDose& session, Leg leg, std::size_t tissue) {
    return leg == Leg::left ? session.left.at(tissue) : session.right.at(tissue);
}

bool counts(double dose) {
    return std::isfinite(dose) && dose >= 0;
}

/// All sessions, and when to look.
struct History {
    std::span<const SessionDose> sessions;
    Instant now;
    int days = 0;             ///< from the first run to now
    int recent_sessions = 0;  ///< runs of the days that the usual height is from
};

EasyKm mean_first_day(const History& history, Leg leg, std::size_t tissue) {
    const Instant until = history.sessions.front().at + kFirstDays;
    double sum = 0;
    for (const SessionDose& session : history.sessions) {
        if (session.at >= until) {
            break;
        }
        const double dose = dose_of(session, leg, tissue);
        sum += counts(dose) ? dose : 0;
    }
    return EasyKm(sum / static_cast<double>(kFirstDays.count()));
}

/// One leg's Tissue today, and the height of rho on each of the last days.
struct LegHistory {
    RunningState state;
    std::vector<double> daily;
};

/// Walks through the sessions once; each of the last days is looked at where it begins and after
/// each of its sessions, which is where rho is highest.
LegHistory follow(const History& history, Leg leg, std::size_t tissue) {
    const RunningState state(kTissues.at(tissue), mean_first_day(history, leg, tissue),
                             history.sessions.front().at - kOneDay);
    LegHistory found{state, {}};
    Instant day = history.now - kOneDay * kUsualDays;
    const auto begin_days_until = [&](Instant at) {
        for (; day <= at && day < history.now; day += kOneDay) {
            if (day >= history.sessions.front().at) {
                found.state.advance(day);
                found.daily.push_back(found.state.state().utilisation);
            }
        }
    };
    for (const SessionDose& session : history.sessions) {
        begin_days_until(session.at);
        const double dose = dose_of(session, leg, tissue);
        if (!counts(dose)) {
            continue;
        }
        found.state.advance(session.at);
        found.state.add(EasyKm(dose), session.log_sd.at(tissue));
        if (!found.daily.empty()) {
            found.daily.back() = std::max(found.daily.back(), found.state.state().utilisation);
        }
    }
    begin_days_until(history.now);
    found.state.advance(history.now);
    return found;
}

/// The value below which nine tenths of the days lie; nothing from a short history.
std::optional<double> usual_high(const History& history, std::vector<double> daily) {
    if (history.days < kLeastHistoryDays || history.recent_sessions < kLeastSessions ||
        daily.empty()) {
        return std::nullopt;
    }
    const auto at =
        static_cast<std::ptrdiff_t>(std::ceil(kUsualPart * static_cast<double>(daily.size())) - 1);
    std::ranges::nth_element(daily, daily.begin() + at);
    return daily[static_cast<std::size_t>(at)];
}

Exposure exposure_of(const History& history, std::size_t tissue) {
    const LegHistory left = follow(history, Leg::left, tissue);
    const LegHistory right = follow(history, Leg::right, tissue);
    Exposure now;
    now.tissue = kTissues.at(tissue);
    now.history_days = history.days;
    now.left = left.state.state();
    now.right = right.state.state();
    const bool left_more = now.left.utilisation > now.right.utilisation;
    const TissueState& more = left_more ? now.left : now.right;
    now.unresolved = more.unresolved;
    now.accustomed = more.accustomed;
    now.tolerated = more.tolerated;
    now.utilisation = more.utilisation;
    now.log_sd = (left_more ? left : right).state.log_sd();
    for (const LegHistory* leg : {&left, &right}) {
        const auto usual = usual_high(history, leg->daily);
        if (!usual) {
            continue;
        }
        const EasyKm ceiling = leg->state.unresolved_at(*usual * kCeiling);
        const EasyKm room = ceiling - leg->state.state().unresolved;
        if (!now.room || room < *now.room) {
            now.usual_high = usual;
            now.ceiling = ceiling;
            now.room = room;
        }
    }
    return now;
}

Exposure nothing_known(Tissue tissue, Instant now) {
    Exposure exposure;
    exposure.tissue = tissue;
    exposure.left = RunningState(tissue, EasyKm(0), now).state();
    exposure.right = exposure.left;
    exposure.tolerated = exposure.left.tolerated;
    return exposure;
}

History history_of(const CaseFile& case_file, std::span<const SessionDose> sessions, Instant now) {
    History history{sessions, now};
    Instant first = now;
    for (const ActivitySummary* run : runs_until(case_file.activities, now)) {
        first = std::min(first, run->started_at);
        history.recent_sessions += run->started_at >= now - kOneDay * kUsualDays ? 1 : 0;
    }
    history.days = static_cast<int>(days_between(first, now));
    return history;
}

}  // namespace

std::vector<Exposure> exposures(const CaseFile& case_file, Instant now) {
    const std::vector<SessionDose> sessions = sessions_until(case_file, now);
    const History history = history_of(case_file, sessions, now);
    std::vector<Exposure> all;
    for (std::size_t i = 0; i < kTissues.size(); ++i) {
        all.push_back(sessions.empty() ? nothing_known(kTissues.at(i), now)
                                       : exposure_of(history, i));
    }
    return all;
}

}  // namespace footsure::load
