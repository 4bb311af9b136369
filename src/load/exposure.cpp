// SPDX-License-Identifier: Apache-2.0
#include "load/outing.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace footsure::load {

namespace {

struct TissueTimes {
    double clearing;    ///< days until a dose has fallen to 1/e
    double adaptation;  ///< days until the accustomed dose has moved by 1 - 1/e
};

/// Source: tissue-load-model section 4: Achilles 2 (1–3) and 60 (30–100), tibia 30 (14–60) and
/// 90 (60–180) days [A]/[S]/[G].
constexpr TissueTimes kAchillesTimes{2, 60};
constexpr TissueTimes kTibiaTimes{30, 90};
/// C = C0 + kappa A. Source: tissue-load-model section 6 (EE).
constexpr EasyKm kToleratedAtRest{1};
constexpr double kToleratedPerAccustomed = 1.1;
/// What a new runner is accustomed to: the mean day of these first days.
/// Source: tissue-load-model section 6, new user.
constexpr std::chrono::days kFirstDays{28};
constexpr std::chrono::days kOneDay{1};
constexpr double kHoursPerDay = 24;

struct DoseAt {
    Instant at;
    EasyKm dose;
};

double decay(double days, double time_constant) {
    return std::exp(-days / time_constant);
}

double days_between(Instant from, Instant to) {
    return hours_between(from, to) / kHoursPerDay;
}

TissueTimes times_of(Tissue tissue) {
    return tissue == Tissue::achilles ? kAchillesTimes : kTibiaTimes;
}

/// D and A of section 6; one update costs two exponentials, however long the history.
class State {
public:
    State(TissueTimes times, EasyKm accustomed, Instant at)
        : times_(times), accustomed_(accustomed),
          unresolved_(accustomed / (1 - decay(1, times.clearing))), at_(at) {}

    void advance(Instant to) {
        const double days = days_between(at_, to);
        unresolved_ = unresolved_ * decay(days, times_.clearing);
        accustomed_ = accustomed_ * decay(days, times_.adaptation);
        at_ = to;
    }

    void add(const DoseAt& session) {
        advance(session.at);
        unresolved_ += session.dose;
        accustomed_ += session.dose * (1 - decay(1, times_.adaptation));
    }

    [[nodiscard]] Exposure exposure(Tissue tissue) const {
        Exposure now;
        now.tissue = tissue;
        now.unresolved = unresolved_;
        now.accustomed = accustomed_;
        now.tolerated = kToleratedAtRest + accustomed_ * kToleratedPerAccustomed;
        now.utilisation = unresolved_ * (1 - decay(1, times_.clearing)) / now.tolerated;
        return now;
    }

private:
    TissueTimes times_;
    EasyKm accustomed_;
    EasyKm unresolved_;
    Instant at_;
};

std::vector<DoseAt> doses_of(std::span<const ActivitySummary* const> runs, std::size_t tissue,
                             Instant now) {
    std::vector<DoseAt> doses;
    doses.reserve(runs.size());
    for (const ActivitySummary* run : runs) {
        const double dose = run->doses[tissue].dose.value();
        if (std::isfinite(dose) && dose >= 0) {
            doses.push_back({std::min(end_of(*run), now), EasyKm(dose)});
        }
    }
    std::ranges::sort(doses, [](const DoseAt& a, const DoseAt& b) {
        return a.at != b.at ? a.at < b.at : a.dose < b.dose;
    });
    return doses;
}

EasyKm mean_first_day(std::span<const DoseAt> doses) {
    EasyKm sum;
    for (const DoseAt& session : doses) {
        if (session.at < doses.front().at + kFirstDays) {
            sum += session.dose;
        }
    }
    return sum / static_cast<double>(kFirstDays.count());
}

Exposure exposure_of(Tissue tissue, std::span<const DoseAt> doses, Instant now) {
    const TissueTimes times = times_of(tissue);
    if (doses.empty()) {
        return State(times, EasyKm(0), now).exposure(tissue);
    }
    State state(times, mean_first_day(doses), doses.front().at - kOneDay);
    for (const DoseAt& session : doses) {
        state.add(session);
    }
    state.advance(now);
    return state.exposure(tissue);
}

}  // namespace

std::vector<Exposure> exposures(const CaseFile& case_file, Instant now) {
    const std::vector<const ActivitySummary*> runs = runs_until(case_file.activities, now);
    Instant first = now;
    for (const ActivitySummary* run : runs) {
        first = std::min(first, run->started_at);
    }
    std::vector<Exposure> all;
    for (std::size_t i = 0; i < kTissues.size(); ++i) {
        all.push_back(exposure_of(kTissues[i], doses_of(runs, i, now), now));
        all.back().history_days = static_cast<int>(days_between(first, now));
    }
    return all;
}

}  // namespace footsure::load
