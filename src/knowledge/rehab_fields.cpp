// SPDX-License-Identifier: Apache-2.0
#include "knowledge/rehab_fields.hpp"

#include <algorithm>

namespace footsure::knowledge {

namespace {

constexpr double kSecondsAMinute = 60;
constexpr int kDaysAWeek = 7;

/// The values of an enum whose last one is `Last`, by the word each has.
template <class E, E Last>
std::vector<E> words(Reader& in, std::string_view key, std::string_view noun) {
    std::vector<E> found;
    if (!in.has(key)) {
        return found;
    }
    const Node* list = in.list(key);
    if (list == nullptr) {
        return found;
    }
    for (const auto& item : list->items) {
        std::optional<E> known;
        for (int i = 0; i <= static_cast<int>(Last); ++i) {
            if (word(static_cast<E>(i)) == item.text) {
                known = static_cast<E>(i);
            }
        }
        if (!known) {
            in.fail(item, "unknown " + std::string(noun) + " '" + item.text + "'");
        } else if (std::ranges::find(found, *known) != found.end()) {
            in.fail(item, "'" + item.text + "' stands here twice");
        } else {
            found.push_back(*known);
        }
    }
    return found;
}

PhaseExercise phase_exercise(Reader& in, const Names& names) {
    PhaseExercise found;
    found.exercise = named_exercise(in, "do", names).value_or(ExerciseId());
    if (!in.has("do")) {
        in.fail("'do' is missing: the exercise");
    }
    found.dose = dose(in);
    if (found.dose.sets == 0 || found.dose.days_a_week == 0) {
        in.fail("a dose needs 'sets' and 'days_a_week'");
    }
    if (in.has("only_when")) {
        found.only_when = in.expression("only_when", names);
    }
    return found;
}

}  // namespace

int count(Reader& in, std::string_view key) {
    return in.optional_whole(key).value_or(0);
}

Seconds minutes(Reader& in, std::string_view key) {
    return Seconds(in.optional_number(key).value_or(0) * kSecondsAMinute);
}

Seconds seconds(Reader& in, std::string_view key) {
    return Seconds(in.optional_number(key).value_or(0));
}

std::vector<ConditionId> conditions(Reader& in, const Names& names, std::size_t least) {
    std::vector<ConditionId> found;
    const Node* list = in.list("conditions");
    if (list == nullptr) {
        return found;
    }
    if (list->items.size() < least) {
        in.fail(*list, "at least one condition is needed");
    }
    for (const auto& item : list->items) {
        if (!names.conditions.contains(item.text)) {
            in.fail(item, "unknown condition '" + item.text + "'");
        } else if (std::ranges::find(found, ConditionId(item.text)) != found.end()) {
            in.fail(item, "'" + item.text + "' stands here twice");
        } else {
            found.emplace_back(item.text);
        }
    }
    return found;
}

std::vector<Strain> strains(Reader& in, std::string_view key) {
    return words<Strain, Strain::everything>(in, key, "strain");
}

std::vector<Equipment> equipment(Reader& in, std::string_view key) {
    return words<Equipment, Equipment::brace>(in, key, "equipment");
}

std::vector<MeasureKind> measures(Reader& in, std::string_view key) {
    return words<MeasureKind, static_cast<MeasureKind>(kMeasureKinds - 1)>(in, key, "measure");
}

std::string pain_rule(Reader& in, const Knowledge& knowledge) {
    auto id = in.optional_text("pain_rule");
    const auto& rules = knowledge.rehab.pain_rules;
    if (!id.empty() && std::ranges::find(rules, id, &PainRule::id) == rules.end()) {
        in.fail("unknown pain rule '" + id + "'");
    }
    return id;
}

ExerciseDose dose(Reader& in) {
    ExerciseDose found;
    found.sets = count(in, "sets");
    found.repetitions = count(in, "repetitions");
    found.hold = seconds(in, "hold_s");
    found.a_day = in.optional_whole("a_day").value_or(1);
    found.days_a_week = count(in, "days_a_week");
    found.note = in.optional_text("note");
    if (found.days_a_week > kDaysAWeek) {
        in.fail("'days_a_week' is at most 7");
    }
    if (found.sets > 0 && found.repetitions == 0 && found.hold.value() == 0) {
        in.fail("a dose needs 'repetitions' or 'hold_s'");
    }
    return found;
}

std::vector<PhaseExercise> phase_exercises(Reader& in, const std::string& file, Errors& errors,
                                           const Names& names) {
    std::vector<PhaseExercise> found;
    if (!in.has("exercises")) {
        return found;
    }
    const Node* list = in.list("exercises");
    if (list == nullptr) {
        return found;
    }
    for (const auto& item : list->items) {
        if (item.kind != NodeKind::table) {
            in.fail(item, "'exercises' holds something that is not a table");
            continue;
        }
        Reader entry(file, item, errors);
        auto read = phase_exercise(entry, names);
        entry.done();
        const bool twice =
            std::ranges::any_of(found, [&](const auto& f) { return f.exercise == read.exercise; });
        if (twice) {
            in.fail(item, "'" + read.exercise.text() + "' stands here twice");
        }
        found.push_back(std::move(read));
    }
    return found;
}

std::optional<ExerciseId> named_exercise(Reader& in, std::string_view key, const Names& names) {
    auto id = in.optional_text(key);
    if (id.empty()) {
        return std::nullopt;
    }
    if (!names.exercises.contains(id)) {
        in.fail("unknown exercise '" + id + "'");
    }
    return ExerciseId(std::move(id));
}

SessionKind session_kind(Reader& in) {
    const auto index = in.one_of(
        "kind", {"run", "walk_run", "strength", "balance", "mobility", "cross_train", "rest"});
    return static_cast<SessionKind>(index.value_or(2));
}

}  // namespace footsure::knowledge
