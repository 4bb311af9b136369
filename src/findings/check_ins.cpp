// SPDX-License-Identifier: Apache-2.0
#include "findings/check_ins.hpp"

#include "model/median.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace footsure::findings {

namespace {

// Source: the Finding itself: giving way twice or more in the last 6 months.
constexpr std::size_t kGivingWayTimes = 2;
constexpr std::chrono::days kGivingWayWithin{182};

// Source: care-and-rehab section 9: worse two weeks in a row stops the plan and is judged anew.
constexpr std::size_t kWeeksCompared = 3;
constexpr std::chrono::days kWeek{7};

using Told = std::vector<const CheckIn*>;

/// Those of the Episode and of the person, oldest first.
Told told_of(const EpisodeFacts& facts) {
    Told told;
    for (const auto& check_in : facts.case_file.check_ins) {
        if (check_in.at <= facts.now.at &&
            (check_in.episode == facts.episode.id || check_in.episode.empty())) {
            told.push_back(&check_in);
        }
    }
    std::ranges::stable_sort(told, {}, [](const CheckIn* check_in) { return check_in->at; });
    return told;
}

class Raising {
public:
    Raising(const Knowledge& knowledge, Findings& findings)
        : knowledge_(knowledge), findings_(findings) {}

    /// Unless it was answered later, at its own time.
    void set(std::string_view id, Truth truth, Instant at) {
        auto* finding = find(id);
        if (finding != nullptr && !answered_later(*finding, at)) {
            *finding = {.truth = truth, .from = "checkins", .at = at};
        }
    }

    /// Makes an older "yes" to what can no longer be so a "no"; what was not said stays open.
    void replace(std::string_view id, Instant at) {
        const auto* finding = find(id);
        if (finding != nullptr && finding->truth == Truth::yes) {
            set(id, Truth::no, at);
        }
    }

    [[nodiscard]] bool is_answered_later(std::string_view id, Instant at) {
        const auto* finding = find(id);
        return finding != nullptr && answered_later(*finding, at);
    }

private:
    static bool answered_later(const Finding& finding, Instant at) {
        return finding.at && *finding.at > at;
    }

    Finding* find(std::string_view id) {
        const auto index = find_finding(knowledge_, id);
        return index ? &findings_.values[*index] : nullptr;
    }

    const Knowledge& knowledge_;
    Findings& findings_;
};

/// The last check-in that tells of this sign, if it says yes.
const CheckIn* last_yes(const Told& told, std::optional<Said> CheckIn::* sign) {
    const auto last =
        std::ranges::find_if(told.rbegin(), told.rend(), [&](const CheckIn* check_in) {
            return (check_in->*sign).has_value();
        });
    return last == told.rend() || (*last)->*sign != Said::yes ? nullptr : *last;
}

void add_giving_way(const EpisodeFacts& facts, const Told& told, Raising& raising) {
    std::size_t times = 0;
    std::optional<Instant> last;
    for (const CheckIn* check_in : told) {
        if (check_in->gave_way == Said::yes && check_in->at > facts.now.at - kGivingWayWithin) {
            ++times;
            last = check_in->at;
        }
    }
    if (last && times >= kGivingWayTimes) {
        raising.set("giving_way", Truth::yes, *last);
    }
}

std::optional<double> worst_pain(const CheckIn& check_in) {
    std::optional<double> worst;
    for (const auto& pain : {check_in.pain_during, check_in.pain_after, check_in.pain_morning}) {
        if (pain) {
            worst = std::max(worst.value_or(0), pain->value());
        }
    }
    return worst;
}

/// The middle of each check-in's worst pain, of the last week first; absent without any.
using WeeklyPain = std::array<std::optional<double>, kWeeksCompared>;

WeeklyPain weekly_pain(const Told& told, Instant now) {
    std::array<std::vector<double>, kWeeksCompared> pains;
    for (const CheckIn* check_in : told) {
        const auto week = static_cast<std::size_t>((now - check_in->at) / kWeek);
        const auto pain = worst_pain(*check_in);
        if (pain && week < kWeeksCompared) {
            pains.at(week).push_back(*pain);
        }
    }
    WeeklyPain middle;
    for (std::size_t week = 0; week < kWeeksCompared; ++week) {
        if (!pains.at(week).empty()) {
            middle.at(week) = median_of(pains.at(week));
        }
    }
    return middle;
}

bool rises(const WeeklyPain& weeks) {
    const auto& [last, before, first] = weeks;
    return last && before && first && *last > *before && *before > *first;
}

void add_trend(const EpisodeFacts& facts, const Told& told, Raising& raising) {
    if (!rises(weekly_pain(told, facts.now.at))) {
        return;
    }
    const auto last = std::ranges::find_if(told.rbegin(), told.rend(), [](const CheckIn* check_in) {
        return worst_pain(*check_in).has_value();
    });
    const Instant at = (*last)->at;
    const bool answered =
        std::ranges::any_of(std::array{"trend_worsening", "trend_improving", "trend_same"},
                            [&](const char* id) { return raising.is_answered_later(id, at); });
    if (!answered) {
        raising.set("trend_worsening", Truth::yes, at);
        raising.replace("trend_improving", at);
        raising.replace("trend_same", at);
    }
}

}  // namespace

void add_check_ins(const EpisodeFacts& facts, Findings& findings) {
    const Told told = told_of(facts);
    Raising raising(facts.knowledge, findings);
    if (const CheckIn* limp = last_yes(told, &CheckIn::limp)) {
        raising.set("walk_normally", Truth::no, limp->at);
    }
    if (const CheckIn* ache = last_yes(told, &CheckIn::focal_ache)) {
        raising.set("pain_point", Truth::yes, ache->at);
    }
    add_giving_way(facts, told, raising);
    add_trend(facts, told, raising);
}

}  // namespace footsure::findings
