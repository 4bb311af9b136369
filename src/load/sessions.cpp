// SPDX-License-Identifier: Apache-2.0
#include "load/sessions.hpp"

#include "load/anchoring.hpp"
#include "load/outing.hpp"
#include "load/shoe_effect.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::load {

namespace {

/// How the dose of each Tissue goes with the vertical force: b, times the part of the Tissue's
/// force that follows it (tibia 2.96·2.41 of 7.73, tibialis posterior a half, heel and tarsals
/// half). Source: derived from tissue-load-model sections 3.2 to 3.8 and 4.
constexpr PerTissue kForceExponents{7, 6.1, 7, 7, 3.5, 7, 3.3, 5, 0};

/// One Activity and what changes its dose beside its own Records.
struct Known {
    const ActivitySummary* activity = nullptr;
    const Shoe* shoe = nullptr;  ///< null where none is told
    Metres worn;                 ///< run in the pair before
};

SessionDose session_of(const Known& known, double force_factor, Instant now) {
    const ActivitySummary& activity = *known.activity;
    SessionDose session;
    session.at = std::min(end_of(activity), now);
    for (std::size_t i = 0; i < kTissues.size(); ++i) {
        const TissueDose& dose = activity.doses.at(i);
        const ShoeEffect shoe = known.shoe != nullptr
                                    ? shoe_effect(kTissues.at(i), *known.shoe, known.worn)
                                    : ShoeEffect{};
        const double scale = std::pow(force_factor, kForceExponents.at(i)) * shoe.dose_factor;
        session.left.at(i) = dose.of(Side::left).value() * scale;
        session.right.at(i) = dose.of(Side::right).value() * scale;
        const double own =
            dose.dose.value() > 0 && dose.high > dose.dose ? std::log(dose.high / dose.dose) : 0;
        session.log_sd.at(i) = std::hypot(own, kFatigueExponents.at(i) * shoe.force_sd);
    }
    return session;
}

/// Tells sessions that end together apart, so that file order does not matter.
double whole(const SessionDose& session) {
    double sum = 0;
    for (const double dose : session.left) {
        sum += std::isfinite(dose) ? dose : 0;
    }
    return sum;
}

}  // namespace

std::vector<SessionDose> sessions_until(const CaseFile& case_file, Instant now) {
    const std::vector<Metres> worn = worn_before(case_file);
    std::vector<Known> known;
    for (std::size_t i = 0; i < case_file.activities.size(); ++i) {
        const ActivitySummary& activity = case_file.activities[i];
        if (activity.started_at <= now) {
            known.push_back({&activity, shoe_of(activity, case_file), worn[i]});
        }
    }
    std::ranges::stable_sort(known, {}, [](const Known& one) { return one.activity->started_at; });
    std::vector<const ActivitySummary*> activities;
    for (const Known& one : known) {
        activities.push_back(one.activity);
    }
    const std::vector<double> factors = anchors(activities);
    std::vector<SessionDose> sessions;
    sessions.reserve(known.size());
    for (std::size_t i = 0; i < known.size(); ++i) {
        sessions.push_back(session_of(known[i], factors[i], now));
    }
    std::ranges::sort(sessions, [](const SessionDose& a, const SessionDose& b) {
        return a.at != b.at ? a.at < b.at : whole(a) < whole(b);
    });
    return sessions;
}

}  // namespace footsure::load
