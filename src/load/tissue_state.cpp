// SPDX-License-Identifier: Apache-2.0
#include "load/tissue_state.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace footsure::load {

namespace {

/// Source: tissue-load-model section 4: tendons 2 (1–3) and 60 (30–100), tibialis posterior and
/// peroneals 2 (1–3) and 45 (30–90), bone 30 (14–60) and 90 (60–180), joint 1 (0.5–2) and 90 days
/// [A]/[S]/[G]. The ligaments are not worn by exposure: a day's count clears in a day (EE), so
/// their state is only how many road kilometres a day the Runner is used to. In a long pause bone
/// loses half as fast. Source: tissue-load-model section 6 [G].
constexpr TissueTimes kTendon{2, 60, 1};
constexpr TissueTimes kSmallTendon{2, 45, 1};
constexpr TissueTimes kBone{30, 90, 0.5};
constexpr TissueTimes kJoint{1, 90, 1};
constexpr TissueTimes kLigaments{1, 60, 1};
constexpr std::array<TissueTimes, kTissues.size()> kTimes{
    kTendon, kBone, kTendon, kTendon, kSmallTendon, kSmallTendon, kBone, kJoint, kLigaments};

/// From so long without a session a pause is long. Source: EE.
constexpr double kLongPauseDays = 7;
/// C = C0 + kappa A. Source: tissue-load-model section 6 (EE).
constexpr EasyKm kToleratedAtRest{1};
constexpr double kToleratedPerAccustomed = 1.1;
/// Source: the calendar.
constexpr double kHoursPerDay = 24;

double decay(double days, double time_constant) {
    return std::exp(-days / time_constant);
}

/// The part of [from, to] that lies more than a long pause after the last session.
double days_in_pause(Instant last_session, Instant from, Instant to) {
    const double since_last = days_between(last_session, to);
    return std::clamp(since_last - kLongPauseDays, 0.0, days_between(from, to));
}

}  // namespace

double days_between(Instant from, Instant to) {
    return hours_between(from, to) / kHoursPerDay;
}

const TissueTimes& times_of(Tissue tissue) {
    return kTimes.at(index_of(tissue));
}

RunningState::RunningState(Tissue tissue, EasyKm accustomed, Instant at)
    : times_(&times_of(tissue)), accustomed_(accustomed),
      unresolved_(accustomed / (1 - decay(1, times_->clearing))), at_(at), last_session_(at) {}

void RunningState::advance(Instant to) {
    const double days = days_between(at_, to);
    const double paused = days_in_pause(last_session_, at_, to);
    const double cleared = decay(days, times_->clearing);
    unresolved_ = unresolved_ * cleared;
    spread_ = spread_ * cleared;
    accustomed_ = accustomed_ * decay(days - paused * (1 - times_->kept), times_->adaptation);
    at_ = to;
}

void RunningState::add(EasyKm dose, double log_sd) {
    unresolved_ += dose;
    spread_ += dose * log_sd;
    accustomed_ += dose * (1 - decay(1, times_->adaptation));
    last_session_ = at_;
}

TissueState RunningState::state() const {
    TissueState now;
    now.unresolved = unresolved_;
    now.accustomed = accustomed_;
    now.tolerated = kToleratedAtRest + accustomed_ * kToleratedPerAccustomed;
    now.utilisation = unresolved_ * (1 - decay(1, times_->clearing)) / now.tolerated;
    return now;
}

double RunningState::log_sd() const {
    return unresolved_.value() > 0 ? spread_ / unresolved_ : 0;
}

EasyKm RunningState::unresolved_at(double utilisation) const {
    return state().tolerated * (utilisation / (1 - decay(1, times_->clearing)));
}

}  // namespace footsure::load
