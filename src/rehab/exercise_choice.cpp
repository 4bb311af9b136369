// SPDX-License-Identifier: Apache-2.0
#include "rehab/exercise_choice.hpp"

#include "logic/logic.hpp"

#include <algorithm>

namespace footsure::rehab {

namespace {

/// Source: EE: a slow repetition and the pause between sets, between quick balance work and heavy
/// slow resistance (care-and-rehab section 5: 6 s and 2 to 3 min).
constexpr Seconds kRepetition{4};
constexpr Seconds kPause{45};
/// Source: EE: an exercise without a count, such as circles with the foot.
constexpr Seconds kUncounted{60};

const ExerciseDefinition* find_exercise(const Knowledge& knowledge, const ExerciseId& id) {
    const auto found = std::ranges::find(knowledge.exercises, id, &ExerciseDefinition::id);
    return found == knowledge.exercises.end() ? nullptr : &*found;
}

/// Of training without impact one device is enough; of the rest all are needed.
bool has_equipment(const ExerciseDefinition& exercise, const Wishes& wishes) {
    const auto held = [&](Equipment one) { return has(wishes, one); };
    if (exercise.kind == SessionKind::cross_train) {
        return exercise.needs.empty() || !wishes.equipment ||
               std::ranges::any_of(exercise.needs, held);
    }
    return std::ranges::all_of(exercise.needs, held);
}

bool one_side(Side side) {
    return side == Side::left || side == Side::right;
}

/// Another leg's restriction does not stop what this leg does alone.
bool is_forbidden(const ExerciseDefinition& exercise, const ChoiceFacts& facts) {
    return std::ranges::any_of(facts.courses, [&](const Course& course) {
        const bool other_leg = exercise.one_leg && one_side(course.side) && one_side(facts.side) &&
                               course.side != facts.side;
        return !other_leg && forbids(course.restrictions, exercise);
    });
}

class Chooser {
public:
    explicit Chooser(const ChoiceFacts& facts) : facts_(facts) {}

    void add(const PhaseExercise& wanted) {
        const auto* first = find_exercise(facts_.plan.knowledge, wanted.exercise);
        if (first == nullptr || !is_wanted(wanted)) {
            return;
        }
        std::string why;
        const auto* found = easier(first, why);
        if (found == nullptr) {
            choice_.left_out.push_back({.text = first->name + " is left out: " + why + ".",
                                        .rule = first->id.text(),
                                        .certainty = first->certainty,
                                        .sources = first->sources});
            return;
        }
        const bool known = std::ranges::any_of(
            choice_.chosen, [&](const auto& one) { return one.definition == found; });
        if (!known) {
            take(*found, *first, wanted.dose, why);
        }
    }

    ExerciseChoice result() { return std::move(choice_); }

private:
    [[nodiscard]] bool is_wanted(const PhaseExercise& wanted) const {
        if (!wanted.only_when) {
            return true;
        }
        return facts_.findings != nullptr && !facts_.findings->values.empty() &&
               logic::evaluate(*wanted.only_when, facts_.findings->values) == Truth::yes;
    }

    /// Down the regressions; `why` is what stood against the first.
    const ExerciseDefinition* easier(const ExerciseDefinition* exercise, std::string& why) const {
        std::size_t tries = facts_.plan.knowledge.exercises.size();
        while (exercise != nullptr && tries-- > 0) {
            const bool forbidden = is_forbidden(*exercise, facts_);
            if (!forbidden && has_equipment(*exercise, facts_.plan.case_file.wishes)) {
                return exercise;
            }
            if (why.empty()) {
                why = forbidden ? "it is among what may not be done now"
                                : "you did not say that you have what it needs";
            }
            exercise = exercise->regression
                           ? find_exercise(facts_.plan.knowledge, *exercise->regression)
                           : nullptr;
        }
        return nullptr;
    }

    void take(const ExerciseDefinition& found, const ExerciseDefinition& first,
              const ExerciseDose& wanted, const std::string& why) {
        ChosenExercise chosen{.definition = &found, .dose = wanted};
        if (&found != &first || (wanted.sets == 0 && wanted.hold <= Seconds(0))) {
            chosen.dose = found.dose;
            chosen.dose.days_a_week = wanted.days_a_week;
        }
        chosen.side = found.one_leg ? facts_.side : Side::both;
        chosen.time = time_of(chosen.dose, found.one_leg ? facts_.side : Side::unknown);
        chosen.plyometric = found.tier == LoadTier::tier_4 || found.impact == Impact::hop;
        chosen.heavy =
            std::ranges::find(found.strains, Strain::external_load) != found.strains.end();
        if (&found != &first) {
            chosen.because.push_back(
                {.text = found.name + " takes the place of " + first.name + ": " + why + ".",
                 .rule = first.id.text(),
                 .certainty = found.certainty,
                 .sources = found.sources});
        }
        choice_.chosen.push_back(std::move(chosen));
    }

    const ChoiceFacts& facts_;
    ExerciseChoice choice_;
};

}  // namespace

Seconds time_of(const ExerciseDose& dose, Side side) {
    const int sets = std::max(1, dose.sets);
    const Seconds each = dose.hold > Seconds(0) ? dose.hold : kRepetition;
    const bool counted = dose.repetitions > 0 || dose.hold > Seconds(0);
    const Seconds set = counted ? each * std::max(1, dose.repetitions) : kUncounted;
    const Seconds one_leg = set * sets + kPause * (sets - 1);
    return one_leg * (side == Side::both ? 2 : 1) * std::max(1, dose.a_day);
}

ExerciseChoice choose_exercises(std::span<const PhaseExercise> wanted, const ChoiceFacts& facts) {
    Chooser chooser(facts);
    for (const auto& one : wanted) {
        chooser.add(one);
    }
    return chooser.result();
}

}  // namespace footsure::rehab
