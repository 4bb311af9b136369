// SPDX-License-Identifier: Apache-2.0
#include "load/sessions.hpp"

#include "load/anchoring.hpp"
#include "load/outing.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::load {

namespace {

/// How the dose of each Tissue goes with the vertical force: b, times the part of the Tissue's
/// force that follows it (tibia 2.96·2.41 of 7.73, tibialis posterior a half, heel and tarsals
/// half). Source: derived from tissue-load-model sections 3.2 to 3.8 and 4.
constexpr PerTissue kForceExponents{7, 6.1, 7, 7, 3.5, 7, 3.3, 5, 0};

SessionDose session_of(const ActivitySummary& activity, double force_factor, Instant now) {
    SessionDose session;
    session.at = std::min(end_of(activity), now);
    for (std::size_t i = 0; i < kTissues.size(); ++i) {
        const TissueDose& dose = activity.doses.at(i);
        const double scale = std::pow(force_factor, kForceExponents.at(i));
        session.left.at(i) = dose.of(Side::left).value() * scale;
        session.right.at(i) = dose.of(Side::right).value() * scale;
        session.log_sd.at(i) =
            dose.dose.value() > 0 && dose.high > dose.dose ? std::log(dose.high / dose.dose) : 0;
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
    std::vector<const ActivitySummary*> known;
    for (const ActivitySummary& activity : case_file.activities) {
        if (activity.started_at <= now) {
            known.push_back(&activity);
        }
    }
    std::ranges::stable_sort(known, {}, &ActivitySummary::started_at);
    const std::vector<double> factors = anchors(known);
    std::vector<SessionDose> sessions;
    sessions.reserve(known.size());
    for (std::size_t i = 0; i < known.size(); ++i) {
        sessions.push_back(session_of(*known[i], factors[i], now));
    }
    std::ranges::sort(sessions, [](const SessionDose& a, const SessionDose& b) {
        return a.at != b.at ? a.at < b.at : whole(a) < whole(b);
    });
    return sessions;
}

}  // namespace footsure::load
