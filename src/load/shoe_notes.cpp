// SPDX-License-Identifier: Apache-2.0
#include "load/shoe_notes.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::load {

namespace {

/// Source: calendar.
constexpr std::chrono::days kWeek{7};
/// A new pair takes over an equal part of the week more each week: about 17 % for a usual pair, 10
/// % for a minimal or plated one. Source: care-and-rehab L7 (EE), 10–20 % a week over 4–6 weeks,
/// minimal or plated 8–12.
constexpr int kUsualWeeks = 6;
constexpr int kUnusualWeeks = 10;
/// A pair first seen this soon after the history begins may have been old by then. Source: EE.
constexpr std::chrono::days kHistoryBefore{28};

/// Source: care-and-rehab, shoe retire (EE), "convention, not evidence" in tissue-load-model
/// section 11.
constexpr Metres kReplacedFrom{500e3};
constexpr Metres kReplacedUntil{800e3};
/// From the first of these on a look at the pair is wished for each time it has gone so much
/// further. Source: EE, about a month of running.
constexpr Metres kLookEvery{150e3};
/// A week in plated pairs that so far exceeds the most of the four weeks before it. Source: EE.
constexpr double kPlatedJump = 1.5;
constexpr int kWeeksBefore = 4;
/// Source: SI.
constexpr double kKilometre = 1000;
constexpr double kPercent = 100;
constexpr std::chrono::days kOneDay{1};

/// The day the pair was new; nothing when it may have been old before we saw it.
std::optional<Day> new_since(const Shoe& shoe, const RunPast& all) {
    if (shoe.introduced_on) {
        return shoe.introduced_on;
    }
    const RunPast own = all.in(shoe.name);
    if (own.runs().empty() || shoe.distance_before.value() > 0) {
        return std::nullopt;
    }
    const Day first = own.day(*own.runs().front());
    const Day history = all.day(*all.runs().front());
    return first - history >= kHistoryBefore ? std::optional(first) : std::nullopt;
}

std::string kilometres(Metres distance) {
    return std::to_string(std::lround(distance.value() / kKilometre)) + " km";
}

std::string percent(double share) {
    return std::to_string(std::lround(share * kPercent)) + " %";
}

using Notes = std::vector<std::string>;

const ShoeInspection* last_inspection(const Shoe& shoe) {
    const ShoeInspection* last = nullptr;
    for (const ShoeInspection& inspection : shoe.inspections) {
        if (last == nullptr || inspection.on >= last->on) {
            last = &inspection;
        }
    }
    return last;
}

void note_introduction(const ShoeUse& use, const RunPast& all, Notes& notes) {
    const auto introduction = introduction_of(use.shoe, all);
    if (!introduction) {
        return;
    }
    std::string text = "New since " + format_day(introduction->since) + ", week " +
                       std::to_string(introduction->week) + " of " +
                       std::to_string(introduction->weeks) + ": at most " +
                       percent(introduction->share.value()) +
                       " of this week's distance in it, a little more each week (expert estimate).";
    const Metres week = all.week(0);
    const Metres own = all.in(use.shoe.name).week(0);
    if (own > week * introduction->share.value()) {
        text += " In the last 7 days it had " + percent(own / week) + ".";
    }
    notes.push_back(std::move(text));
}

void note_distance(const ShoeUse& use, Notes& notes) {
    if (use.distance < kReplacedFrom) {
        return;
    }
    const std::string where = use.distance >= kReplacedUntil ? "beyond the " : "within the ";
    notes.push_back(kilometres(use.distance) + ": " + where +
                    "500 to 800 km at which many pairs are replaced. That is a convention, not "
                    "evidence; in one study of 15 runners the impact peak was about 5 % higher "
                    "after 500 km.");
}

void note_inspection(const ShoeUse& use, const RunPast& own, Notes& notes) {
    const ShoeInspection* last = last_inspection(use.shoe);
    if (last != nullptr) {
        notes.push_back("Looked at on " + format_day(last->on) + ": " + last->text);
    }
    const bool looked =
        last != nullptr && own.distance(last->on + kOneDay, own.today()) < kLookEvery;
    if (use.distance >= kReplacedFrom && !looked && !use.shoe.retired_on) {
        notes.emplace_back("Worth a look: is the outsole worn through, does the midsole crease or "
                           "tilt, are there new pains? Say what you saw.");
    }
}

void note_retired(const ShoeUse& use, const RunPast& own, Notes& notes) {
    if (!use.shoe.retired_on || !use.last_on) {
        return;
    }
    const Day retired = *use.shoe.retired_on;
    const auto after = std::ranges::count_if(
        own.runs(), [&](const ActivitySummary* run) { return own.day(*run) > retired; });
    if (after > 0) {
        notes.push_back("Retired on " + format_day(retired) +
                        ", but still run in: " + std::to_string(after) +
                        (after == 1 ? " run since, on " : " runs since, the last on ") +
                        format_day(*use.last_on) + ".");
    }
}

Metres most_of_weeks_before(const RunPast& past) {
    Metres most;
    for (int weeks_ago = 1; weeks_ago <= kWeeksBefore; ++weeks_ago) {
        most = std::max(most, past.week(weeks_ago));
    }
    return most;
}

void note_plate(const ShoeUse& use, const RunPast& own, Notes& notes) {
    if (use.shoe.kind != ShoeKind::plated) {
        return;
    }
    notes.emplace_back("Plated: its distance is counted apart. Bone stress injuries of the "
                       "midfoot were reported in runners with such pairs (a case series, no "
                       "rates): with new pain in the midfoot, leave the pair.");
    const Metres before = most_of_weeks_before(own);
    const Metres now = own.week(0);
    if (now > before * kPlatedJump) {
        notes.push_back("A jump: " + kilometres(now) + " in it in the last 7 days, at most " +
                        kilometres(before) + " in a week of the four before (expert estimate).");
    }
}

}  // namespace

std::optional<Introduction> introduction_of(const Shoe& shoe, const RunPast& all) {
    const std::optional<Day> since = new_since(shoe, all);
    if (!since || shoe.retired_on) {
        return std::nullopt;
    }
    const int weeks = shoe.kind == ShoeKind::usual ? kUsualWeeks : kUnusualWeeks;
    const int week = static_cast<int>((all.today() - *since) / kWeek) + 1;
    if (week >= weeks) {
        return std::nullopt;
    }
    return Introduction{*since, Share(static_cast<double>(week) / weeks), week, weeks};
}

std::vector<std::string> notes_about(const ShoeUse& use, const RunPast& all) {
    const RunPast own = all.in(use.shoe.name);
    Notes notes;
    note_retired(use, own, notes);
    note_introduction(use, all, notes);
    note_distance(use, notes);
    note_inspection(use, own, notes);
    note_plate(use, own, notes);
    return notes;
}

}  // namespace footsure::load
