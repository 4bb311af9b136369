// SPDX-License-Identifier: Apache-2.0
#include "runner.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::simulation {

namespace {

/// On waking with this pain nobody runs, whatever the plan says.
constexpr double kNobodyRuns = 7;
/// A morning that invites to do more.
constexpr double kFeltGood = 1.5;

// Loads of a day's exercises on the hurt tissue, as minutes of easy running.
constexpr double kMobilityLoad = 1;
constexpr double kStrengthLoad = 5;
constexpr double kImpactLoad = 9;

}  // namespace

Habits draw_habits(Dice& dice) {
    Habits habits;
    habits.keeps_runs = dice.between(0.6, 1.0);
    habits.keeps_exercises = dice.between(0.3, 1.0);
    habits.checks_in = dice.between(0.6, 1.0);
    habits.overruns = dice.between(0, 0.3);
    habits.overruns_by = dice.between(1.1, 1.8);
    habits.adds_runs = dice.between(0, 0.06);
    // Every second runner tells what she feels; the others up to three points less.
    habits.hides_pain = dice.happens(0.5) ? 0 : dice.between(0.5, 3);
    habits.logs_runs = dice.happens(0.75) ? 1 : dice.between(0.4, 0.9);
    habits.measures = dice.between(0.5, 1.0);
    habits.clinician_after_days = static_cast<int>(dice.between(2, 12));
    return habits;
}

RunnerFacts draw_facts(const Traits& traits, Dice& dice) {
    return {.trouble = traits.trouble,
            .usual_minutes = std::floor(traits.usual_minutes),
            .usual_runs_a_week = 2 + static_cast<int>(dice.between(0, 4)),
            .kilometres_a_minute = dice.between(0.14, 0.21)};
}

int VirtualRunner::told(double pain) {
    return static_cast<int>(std::floor(std::max(0.0, pain - habits_.hides_pain) + 0.5));
}

std::optional<MorningTold> VirtualRunner::tell(const Morning& felt) {
    if (!dice_.happens(habits_.checks_in)) {
        return std::nullopt;
    }
    return MorningTold{.pain = told(felt.pain),
                       .stiffness_minutes = static_cast<int>(felt.stiffness_minutes),
                       .swollen_more = felt.swollen_more,
                       .limps = felt.limps,
                       .aches_on_bone = felt.aches_on_bone && felt.pain > habits_.hides_pain};
}

std::optional<RunOffer> VirtualRunner::run_done(const Offer& offer, const Morning& felt,
                                                bool& beyond) {
    const bool good = felt.pain <= kFeltGood;
    if (felt.pain >= kNobodyRuns) {
        return std::nullopt;
    }
    if (!offer.run) {
        beyond = good && dice_.happens(habits_.adds_runs);
        return beyond
                   ? std::optional(RunOffer{.repeats = 1, .run_minutes = facts_.usual_minutes / 2})
                   : std::nullopt;
    }
    if (!dice_.happens(habits_.keeps_runs)) {
        return std::nullopt;
    }
    RunOffer run = *offer.run;
    if (good && dice_.happens(habits_.overruns)) {
        run.run_minutes *= habits_.overruns_by;
        beyond = true;
    }
    return run;
}

Done VirtualRunner::act(const Offer& offer, const Morning& felt) {
    Done done;
    done.run = run_done(offer, felt, done.beyond_offer);
    if (done.run) {
        done.load.run_minutes = minutes_of(*done.run);
        done.logged = dice_.happens(habits_.logs_runs);
    }
    if (offer.exercise != ExerciseClass::none && dice_.happens(habits_.keeps_exercises)) {
        const bool impact = offer.exercise == ExerciseClass::impact;
        const bool strong = impact || offer.exercise == ExerciseClass::strength;
        done.load.exercise = impact ? kImpactLoad : strong ? kStrengthLoad : kMobilityLoad;
        done.load.strengthening = strong ? 1 : 0.2;
    }
    done.load.balancing = offer.balance && dice_.happens(habits_.keeps_exercises) ? 1 : 0;
    return done;
}

std::optional<EveningTold> VirtualRunner::tell(const Done& done, const DayOutcome& felt,
                                               const std::optional<Measures>& measured) {
    if (!dice_.happens(habits_.checks_in) && !measured && !felt.hurt_anew) {
        return std::nullopt;
    }
    EveningTold evening{.gave_way = felt.misstep && felt.hurt_anew, .measures = measured};
    if (done.run) {
        evening.pain_during = told(felt.pain_during);
        evening.pain_after = told(felt.pain_after);
    }
    return evening;
}

}  // namespace footsure::simulation
