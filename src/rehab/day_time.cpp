// SPDX-License-Identifier: Apache-2.0
#include "rehab/day_time.hpp"

#include "rehab/course_words.hpp"
#include "rehab/plan_words.hpp"

#include <algorithm>
#include <array>

namespace footsure::rehab {

namespace {

/// Source: EE: what a home programme with a walk-run takes, where the Runner told nothing.
constexpr Seconds kUsualTime{2700};
/// Source: care-and-rehab section 4: 5 to 10 minutes a day of balance are of use; EE as the least.
constexpr Seconds kLeastTime{600};
/// Source: EE: training without impact that is shorter is left out.
constexpr Seconds kLeastCrossTraining{600};

/// What is left out first stands first.
constexpr std::array kLeaveOut{SessionKind::cross_train, SessionKind::mobility,
                               SessionKind::balance, SessionKind::strength};

Seconds length_of(const Draft& draft) {
    if (draft.session.whole_time) {
        return *draft.session.whole_time;
    }
    Seconds sum;
    for (const auto& one : draft.exercises) {
        sum += one.time;
    }
    return sum;
}

Seconds length_of(const std::vector<Draft>& drafts) {
    Seconds sum;
    for (const auto& draft : drafts) {
        sum += length_of(draft);
    }
    return sum;
}

Draft* longest(SessionKind kind, std::vector<Draft>& drafts) {
    Draft* found = nullptr;
    for (auto& draft : drafts) {
        const bool longer = found == nullptr || length_of(draft) > length_of(*found);
        if (draft.session.kind == kind && longer) {
            found = &draft;
        }
    }
    return found;
}

/// The last exercise of a kind is kept with fewer sets, if that is enough.
bool with_fewer_sets(ChosenExercise& exercise, Seconds over) {
    auto dose = exercise.dose;
    const double full = exercise.time.value();
    while (dose.sets > 1) {
        --dose.sets;
        const Side sides = exercise.side == Side::both && exercise.definition->one_leg
                               ? Side::both
                               : Side::unknown;
        const Seconds less = time_of(dose, sides);
        if (full - less.value() >= over.value()) {
            exercise.dose = dose;
            exercise.time = less;
            return true;
        }
    }
    return false;
}

/// Training without impact can be shorter; else it is all or nothing.
void shorten_whole(Draft& draft, Seconds over, std::vector<std::string>& gone) {
    const Seconds left = draft.session.whole_time.value_or(Seconds(0)) - over;
    if (draft.session.kind == SessionKind::cross_train && left >= kLeastCrossTraining) {
        draft.session.whole_time = left;
        draft.session.max_duration = left;
        gone.emplace_back("part of the training without impact");
        return;
    }
    gone.push_back(draft.session.title);
    draft.session.whole_time = Seconds(0);
    draft.exercises.clear();
}

void shorten(Draft& draft, Seconds over, std::vector<std::string>& gone) {
    if (draft.session.whole_time) {
        shorten_whole(draft, over, gone);
        return;
    }
    auto& last = draft.exercises.back();
    if (draft.exercises.size() == 1 && draft.session.kind == SessionKind::strength &&
        with_fewer_sets(last, over)) {
        gone.push_back("sets of " + last.definition->name);
        return;
    }
    gone.push_back(last.definition->name);
    draft.exercises.pop_back();
}

bool is_empty(const Draft& draft) {
    return length_of(draft) <= Seconds(0) &&
           std::ranges::find(kLeaveOut, draft.session.kind) != kLeaveOut.end();
}

std::string title_of(const Draft& draft) {
    if (!draft.session.title.empty()) {
        return draft.session.title;
    }
    int a_day = 1;
    bool hops = false;
    for (const auto& one : draft.exercises) {
        a_day = std::max(a_day, one.dose.a_day);
        hops = hops || one.plyometric;
    }
    std::string title = draft.session.kind == SessionKind::balance    ? "Balance"
                        : draft.session.kind == SessionKind::mobility ? "Mobility"
                                                                      : "Strength";
    title += hops ? " and hops" : "";
    if (a_day == 2) {
        return title + ", twice a day";
    }
    return a_day > 2 ? title + ", " + std::to_string(a_day) + " times a day" : title;
}

}  // namespace

DayTime day_time(const Wishes& wishes) {
    if (!wishes.time_a_day) {
        return {.time = kUsualTime};
    }
    return {.time = std::max(*wishes.time_a_day, kLeastTime),
            .told = true,
            .smallest = *wishes.time_a_day < kLeastTime};
}

std::optional<Reason> fit_into(Seconds time, std::vector<Draft>& drafts) {
    std::vector<std::string> gone;
    for (const auto kind : kLeaveOut) {
        while (length_of(drafts) > time) {
            Draft* draft = longest(kind, drafts);
            if (draft == nullptr) {
                break;
            }
            shorten(*draft, length_of(drafts) - time, gone);
            std::erase_if(drafts, is_empty);
        }
    }
    if (gone.empty()) {
        return std::nullopt;
    }
    return Reason{.text = "Left out to stay within " + minutes_text(time) +
                          " that day: " + list_text(gone) + ".",
                  .rule = "time_a_day"};
}

std::vector<Session> finished(std::vector<Draft> drafts) {
    std::vector<Session> sessions;
    for (auto& draft : drafts) {
        draft.session.title = title_of(draft);
        if (!draft.session.whole_time && !draft.exercises.empty()) {
            draft.session.whole_time = length_of(draft);
            draft.session.max_duration = draft.session.whole_time;
        }
        for (auto& one : draft.exercises) {
            draft.session.exercises.push_back(
                {one.definition->id, one.definition->name, one.dose, one.side});
            for (auto& reason : one.because) {
                draft.session.because.push_back(std::move(reason));
            }
        }
        sessions.push_back(std::move(draft.session));
    }
    return sessions;
}

}  // namespace footsure::rehab
