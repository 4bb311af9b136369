// SPDX-License-Identifier: Apache-2.0
#include "load/change_words.hpp"
#include "load/changes.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace footsure::load {

namespace {

/// There is no week-to-week SD of new shoes; these rank them among the rest.
/// Source: EE; as an unusual week, and more where the foot works differently.
constexpr double kNewPair = 2;
constexpr double kNewKindOfPair = 3;
/// Runs that must name their pair before the others say nothing new. Source: EE.
constexpr double kMostRuns = 0.8;

/// A pair's first run, and the runs of its first week.
struct Worn {
    const ActivitySummary* first = nullptr;
    Metres first_week;
};

const Shoe* find_shoe(std::span<const Shoe> shoes, std::string_view name) {
    const auto found = std::ranges::find(shoes, name, &Shoe::name);
    return found == shoes.end() ? nullptr : &*found;
}

/// The runs' pairs by name. Needs: runs by time.
std::map<std::string_view, Worn> worn_pairs(const WeeklyPast& past) {
    std::map<std::string_view, Worn> pairs;
    for (const ActivitySummary* run : past.runs) {
        if (run->shoe.empty()) {
            continue;
        }
        auto& worn = pairs[run->shoe];
        if (worn.first == nullptr) {
            worn.first = run;
        }
    }
    return pairs;
}

/// When the pair was first run in, as far as it is known: what was told comes before the runs.
Day introduced(const Worn& worn, const Shoe* told, const WeeklyPast& past) {
    const Day first = past.day(worn.first->started_at);
    return told != nullptr && told->introduced_on ? std::min(*told->introduced_on, first) : first;
}

bool is_new(const Worn& worn, const Shoe* told, const WeeklyPast& past) {
    const bool run_in_before = told != nullptr && told->distance_before.value() > 0;
    return !run_in_before && introduced(worn, told, past) >= past.first_recent_day();
}

/// The part of the distance of its first seven days that the pair carried.
std::optional<Share> share_of_first_week(std::string_view name, Day first, const WeeklyPast& past) {
    Metres all;
    Metres own;
    for (const ActivitySummary* run : past.runs) {
        const Day day = past.day(run->started_at);
        if (day < first || day >= first + std::chrono::days(kDaysPerWeek) ||
            !(run->distance.value() > 0)) {
            continue;
        }
        all += run->distance;
        own += run->shoe == name ? run->distance : Metres(0);
    }
    return all.value() > 0 ? std::optional(Share(own / all)) : std::nullopt;
}

const char* kind_words(ShoeKind kind) {
    switch (kind) {
    case ShoeKind::minimal: return " (minimal shoe)";
    case ShoeKind::plated: return " (shoe with a plate)";
    case ShoeKind::usual: break;
    }
    return "";
}

/// What care-and-rehab L7 advises for such a pair.
const char* advice_words(ShoeKind kind) {
    return kind == ShoeKind::usual
               ? "advised for a new pair are 10 to 20 % more a week, over 4 to 6 weeks."
               : "advised for such a pair are 10 to 20 % more a week, over 8 to 12 weeks.";
}

LoadChange shoe_change(std::string_view name, const Worn& worn, const Shoe* told,
                       const WeeklyPast& past) {
    const Day first = past.day(worn.first->started_at);
    const ShoeKind kind = told == nullptr ? ShoeKind::usual : told->kind;
    const auto share = share_of_first_week(name, first, past);
    return {.kind = ChangeKind::shoe,
            .on = first,
            .text = "On " + on_day(first) + " you first ran in " + std::string(name) +
                    kind_words(kind) +
                    (share ? ", " + in_percent(share->value()) + " of that week's distance" : "") +
                    "; " + advice_words(kind),
            .surprise = kind == ShoeKind::usual ? kNewPair : kNewKindOfPair,
            .finding = "new_shoe_recent",
            .from = worn.first->from,
            .sources = {SourceId("evidence_care")}};
}

/// The share of the runs of the 8 weeks that name their pair.
double named_share(const WeeklyPast& past) {
    int all = 0;
    int named = 0;
    for (const ActivitySummary* run : past.runs) {
        if (past.is_recent(run->started_at)) {
            ++all;
            named += run->shoe.empty() ? 0 : 1;
        }
    }
    return all == 0 ? 0 : static_cast<double>(named) / all;
}

}  // namespace

void add_new_shoes(const WeeklyPast& past, std::span<const Shoe> shoes, ChangeAccount& account) {
    const auto pairs = worn_pairs(past);
    const bool named_before = std::ranges::any_of(pairs, [&past](const auto& pair) {
        return past.day(pair.second.first->started_at) < past.first_recent_day();
    });
    bool found = false;
    for (const auto& [name, worn] : pairs) {
        const Shoe* told = find_shoe(shoes, name);
        const bool told_new = told != nullptr && told->introduced_on &&
                              *told->introduced_on >= past.first_recent_day();
        if (is_new(worn, told, past) && (named_before || told_new)) {
            account.changes.push_back(shoe_change(name, worn, told, past));
            found = true;
        }
    }
    if (found || (named_before && named_share(past) >= kMostRuns)) {
        account.judged.emplace_back("new_shoe_recent");
    } else {
        account.unknown.emplace_back(
            "Whether a pair of shoes was new is not known: too few runs name theirs.");
    }
}

}  // namespace footsure::load
