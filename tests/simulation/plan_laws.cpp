// SPDX-License-Identifier: Apache-2.0
#include "plan_laws.hpp"

#include <algorithm>
#include <set>

namespace footsure::simulation {

namespace {

using std::chrono::days;

/// Minutes of running at each step of a track, as section 9 of the evidence lists them; the first
/// is the extra step of bone, the last the upper end of step 9.
constexpr std::array kStepMinutes{3.0, 6.0, 12.0, 18.0, 24.0, 27.0, 20.0, 25.0, 30.0, 40.0};
constexpr int kLastBoundStep = 8;
constexpr double kMinute = 60;
constexpr double kRounding = 1;  ///< s, m

bool has_run(const PlannedDay& day) {
    return std::ranges::any_of(day.sessions, is_run, &Session::kind);
}

bool is_rest(const PlannedDay& day) {
    const bool moved = std::ranges::any_of(day.sessions, [](const Session& session) {
        return is_run(session.kind) || session.kind == SessionKind::cross_train;
    });
    const bool rests = std::ranges::any_of(
        day.sessions, [](const Session& session) { return session.kind == SessionKind::rest; });
    return rests && !moved;
}

/// Until the last session of step 8 has gone well the step alone is the ceiling.
bool is_bound(const TrackPlace& place) {
    return place.number < kLastBoundStep ||
           (place.number == kLastBoundStep && place.done < place.needed);
}

/// Pain above it is more than any pain rule lets pass.
double most_pain(HurtPart part) {
    switch (part) {
    case HurtPart::bone: return 1;
    case HurtPart::joint: return 4;
    case HurtPart::soft: break;
    }
    return 5;
}

}  // namespace

std::string_view words(Law law) {
    switch (law) {
    case Law::no_unmet_gate_is_passed: return "no unmet gate is passed";
    case Law::the_step_is_the_ceiling: return "on a track the step is the ceiling until step 8";
    case Law::the_longest_run_rule_after_the_steps:
        return "after the steps no run is over 1.1 times the longest of 30 days";
    case Law::no_runs_on_two_days_running_with_bone:
        return "no run on consecutive days on the bone track";
    case Law::a_day_between_runs_until_half_an_hour:
        return "a day between runs until step 8 on every track";
    case Law::strong_pain_is_answered_within_a_day:
        return "pain above the stop rule is answered within a day";
    case Law::each_week_has_a_rest_day: return "each seven days planned have a rest day";
    case Law::no_plan_when_someone_must_see_it:
        return "no plan while someone must see it within days";
    case Law::no_run_before_the_clinician_allows:
        return "bone stress: no run before a clinician allows it";
    case Law::no_run_without_a_place_on_a_track: break;
    }
    return "no run without a place on a track";
}

void LawBook::broken(Law law, std::string how) {
    LawCount& count = of(law);
    count.broken += 1;
    if (count.first.empty()) {
        count.first = std::move(how);
    }
}

void LawBook::add(const LawBook& other) {
    for (const Law law : kLaws) {
        LawCount& mine = of(law);
        const LawCount& theirs = other.count(law);
        mine.exercised += theirs.exercised;
        mine.broken += theirs.broken;
        if (mine.first.empty()) {
            mine.first = theirs.first;
        }
    }
}

void PlanLaws::break_law(Law law, Day on, const std::string& how) {
    book_.broken(law, watched_.name + ", " + format_day(on) + ": " + how);
}

void PlanLaws::told(const CheckIn& check_in, Day on) {
    for (const Measured& one : check_in.measures) {
        measures_[{one.kind, is_of_a_leg(one.kind) ? one.side : Side::unknown}] = one.value;
    }
    const auto strong = [&](const std::optional<PainScore>& pain) {
        return pain && pain->value() > most_pain(watched_.part);
    };
    if (strong(check_in.pain_during) || strong(check_in.pain_after)) {
        strong_pain_on_ = on;
    }
}

std::optional<double> PlanLaws::measured(MeasureKind kind, Side side) const {
    const auto found = measures_.find({kind, is_of_a_leg(kind) ? side : Side::unknown});
    return found == measures_.end() ? std::nullopt : std::optional(found->second);
}

bool PlanLaws::is_met(const GateDefinition& gate) const {
    const Side other = watched_.side == Side::left ? Side::right : Side::left;
    const auto hurt = measured(gate.measure, watched_.side);
    const auto whole = measured(gate.measure, other);
    if (!hurt || (gate.asks_other_leg && !whole)) {
        return false;
    }
    const double needed = gate.needed.value;
    switch (gate.test) {
    case GateTest::at_least: return *hurt >= needed;
    case GateTest::at_most: return *hurt <= needed;
    case GateTest::share_at_least: return whole && *hurt >= needed * *whole;
    case GateTest::difference_at_most: return whole && *whole - *hurt <= needed;
    case GateTest::at_least_for_age: break;
    }
    double least = needed;
    for (const HeelRaiseNorm& norm : knowledge_.heel_raise_norms) {
        if (watched_.age_years.value_or(0) >= norm.age_from) {
            const double own = watched_.sex == Sex::male     ? norm.male
                               : watched_.sex == Sex::female ? norm.female
                                                             : std::min(norm.male, norm.female);
            least = std::min(needed, own);
        }
    }
    return *hurt >= least;
}

void PlanLaws::check_gates(const MorningAnswer& answer) {
    const CarePlan& plan = *answer.plan;
    const auto protocol =
        std::ranges::find(knowledge_.protocols, plan.protocol, &ProtocolDefinition::id);
    if (!before_ || before_->protocol != plan.protocol || protocol == knowledge_.protocols.end()) {
        return;
    }
    for (const PhaseDefinition& left : protocol->phases) {
        if (left.number < before_->phase || left.number >= plan.phase.number) {
            continue;
        }
        std::map<std::string, bool> either;
        for (const GateDefinition& gate : left.gates) {
            book_.exercised(Law::no_unmet_gate_is_passed);
            const std::string name = gate.either.empty() ? gate.id : "either " + gate.either;
            either[name] |= is_met(gate);
        }
        for (const auto& [name, met] : either) {
            if (!met) {
                break_law(Law::no_unmet_gate_is_passed, answer.on,
                          plan.protocol + " left phase " + std::to_string(left.number) +
                              " without " + name);
            }
        }
    }
}

void PlanLaws::check_level(const MorningAnswer& answer) {
    if (answer.level >= UrgencyLevel::within_days) {
        book_.exercised(Law::no_plan_when_someone_must_see_it);
        if (answer.plan != nullptr) {
            break_law(Law::no_plan_when_someone_must_see_it, answer.on, "a plan is there");
        }
    }
}

void PlanLaws::check_steps(const MorningAnswer& answer, const PlannedDay& day, const Session& run) {
    const TrackPlace& place = *answer.plan->place;
    if (is_bound(place)) {
        book_.exercised(Law::the_step_is_the_ceiling);
        const double most = kStepMinutes.at(static_cast<std::size_t>(place.number)) * kMinute;
        const double repeats =
            run.intervals ? run.intervals->repeats * run.intervals->run.value() : 0;
        const double planned = std::max(run.max_duration.value_or(Seconds(0)).value(), repeats);
        if (!run.max_duration || planned > most + kRounding) {
            break_law(Law::the_step_is_the_ceiling, answer.on,
                      "step " + place.step + ", " + format_day(day.on) + ": " +
                          std::to_string(planned / kMinute) + " min of running");
        }
    } else if (day.on == answer.on) {
        check_longest(answer, run);
    }
}

/// At most a tenth over the longest run of the last thirty days, as far as runs are known.
void PlanLaws::check_longest(const MorningAnswer& answer, const Session& run) {
    constexpr days counted{30};
    constexpr double most = 1.10;
    Metres longest;
    for (const Ran& ran : runs_) {
        if (ran.on + counted >= answer.on) {
            longest = std::max(longest, ran.distance);
        }
    }
    if (longest == Metres(0)) {
        return;
    }
    book_.exercised(Law::the_longest_run_rule_after_the_steps);
    if (!run.max_distance || *run.max_distance > longest * most + Metres(kRounding)) {
        break_law(Law::the_longest_run_rule_after_the_steps, answer.on,
                  std::to_string(run.max_distance.value_or(Metres(0)).value()) +
                      " m planned, longest run " + std::to_string(longest.value()) + " m");
    }
}

void PlanLaws::check_runs(const MorningAnswer& answer) {
    const CarePlan& plan = *answer.plan;
    const bool needs_word = watched_.part == HurtPart::bone && !allowed_;
    if (needs_word) {
        book_.exercised(Law::no_run_before_the_clinician_allows);
    }
    for (const PlannedDay& day : plan.days) {
        for (const Session& session : day.sessions) {
            if (!is_run(session.kind)) {
                continue;
            }
            if (needs_word) {
                break_law(Law::no_run_before_the_clinician_allows, answer.on, session.id);
            }
            book_.exercised(Law::no_run_without_a_place_on_a_track);
            if (plan.place) {
                check_steps(answer, day, session);
            } else if (plan.state != PlanState::maintaining) {
                break_law(Law::no_run_without_a_place_on_a_track, answer.on, session.id);
            }
        }
    }
}

void PlanLaws::check_spacing(const MorningAnswer& answer) {
    const CarePlan& plan = *answer.plan;
    const bool bone = plan.place->track == "B";
    if (!bone && !is_bound(*plan.place)) {
        return;
    }
    const Law law = bone ? Law::no_runs_on_two_days_running_with_bone
                         : Law::a_day_between_runs_until_half_an_hour;
    const auto ran_on = [&](Day day) {
        return std::ranges::find(runs_, day, &Ran::on) != runs_.end();
    };
    std::set<Day> on;
    for (const PlannedDay& day : plan.days) {
        if (has_run(day)) {
            on.insert(day.on);
        }
    }
    for (const Day day : on) {
        book_.exercised(law);
        if (on.contains(day + days(1)) || ran_on(day - days(1))) {
            break_law(law, answer.on,
                      "step " + plan.place->step + ", a run on " + format_day(day) +
                          " and the day beside it");
        }
    }
}

void PlanLaws::check_rest(const MorningAnswer& answer) {
    constexpr std::ptrdiff_t week = 7;
    const auto& planned = answer.plan->days;
    for (auto from = planned.begin(); planned.end() - from >= week; ++from) {
        book_.exercised(Law::each_week_has_a_rest_day);
        if (std::none_of(from, from + week, is_rest)) {
            break_law(Law::each_week_has_a_rest_day, answer.on,
                      "none in the week from " + format_day(from->on));
            return;
        }
    }
}

bool PlanLaws::pain_is_answered(const MorningAnswer& answer) const {
    if (answer.plan == nullptr || answer.plan->state == PlanState::stopped) {
        return true;
    }
    if (!before_->place) {
        return std::ranges::any_of(answer.plan->changes, [&](const PlanChange& change) {
            const bool answers = change.kind == PlanChangeKind::held ||
                                 change.kind == PlanChangeKind::stepped_back ||
                                 change.kind == PlanChangeKind::stopped;
            return answers && change.at >= Instant(*strong_pain_on_ - days(1));
        });
    }
    if (!answer.plan->place) {
        return true;
    }
    const TrackPlace& was = *before_->place;
    const bool at_the_first = was.number == (was.track == "B" ? 0 : 1);
    const bool said = std::ranges::any_of(answer.plan->changes, [&](const PlanChange& change) {
        const bool less =
            change.kind == PlanChangeKind::stepped_back || change.kind == PlanChangeKind::stopped;
        return less && change.at >= Instant(*strong_pain_on_ - days(1));
    });
    return said && (answer.plan->place->number < was.number || at_the_first);
}

void PlanLaws::check_pain(const MorningAnswer& answer) {
    if (strong_pain_on_ && before_) {
        book_.exercised(Law::strong_pain_is_answered_within_a_day);
        if (!pain_is_answered(answer)) {
            break_law(Law::strong_pain_is_answered_within_a_day, answer.on,
                      before_->place && answer.plan->place
                          ? "step " + before_->place->step + " before, " +
                                answer.plan->place->step + " now"
                          : "no entry after the pain of " + format_day(*strong_pain_on_));
        }
    }
    strong_pain_on_.reset();
}

void PlanLaws::check(const MorningAnswer& answer) {
    check_level(answer);
    check_pain(answer);
    if (answer.plan == nullptr) {
        if (before_) {
            before_->place.reset();
        }
        return;
    }
    check_gates(answer);
    check_runs(answer);
    if (answer.plan->place) {
        check_spacing(answer);
    }
    check_rest(answer);
    before_ =
        Answered{answer.on, answer.plan->protocol, answer.plan->phase.number, answer.plan->place};
}

}  // namespace footsure::simulation
