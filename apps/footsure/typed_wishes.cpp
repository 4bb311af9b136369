// SPDX-License-Identifier: Apache-2.0
#include "footsure/typed_wishes.hpp"

#include "footsure/amounts.hpp"
#include "footsure/interview_dialog.hpp"
#include "footsure/typed_number.hpp"
#include "footsure/typed_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace footsure::app {

namespace {

using Done = Result<void, std::string>;

constexpr double kMetresPerKilometre = 1000;
constexpr double kSecondsPerMinute = 60;
// Wider than any real life, so that only slips of the finger fall out; the case has the same.
constexpr TypedRange kDaysAWeek{"number of days a week", 0, 7};
constexpr TypedRange kMinutes{"number of minutes a day", 0, 1440};
constexpr TypedRange kGoal{"distance in kilometres", 0, 1000};
constexpr TypedRange kWeek{"week in kilometres", 0, 1000};
constexpr std::array<std::string_view, 7> kWeekdays{"sun", "mon", "tue", "wed",
                                                    "thu", "fri", "sat"};

Failure<std::string> failed(std::string sentence) {
    return Failure<std::string>(std::move(sentence));
}

/// Calls `use(number)` where one was typed.
template <class Use>
Done read_number(const std::string& text, const TypedRange& range, Use use) {
    const auto number = read_ranged(text, range);
    if (!number) {
        return failed(number.error());
    }
    if (const auto& told = *number) {
        use(*told);
    }
    return {};
}

Done read_days(const TypedWishes& typed, Wishes& wishes) {
    if (typed.days.empty()) {
        return {};
    }
    std::vector<std::chrono::weekday> days;
    for (const auto& name : listed(typed.days == "any" ? "" : typed.days)) {
        const auto* const day = std::ranges::find(kWeekdays, name);
        if (day == kWeekdays.end()) {
            return failed(fmt::format("'{}' is no day; say mon,tue,wed,thu,fri,sat,sun or any",
                                      printable(name)));
        }
        const std::chrono::weekday weekday(static_cast<unsigned>(day - kWeekdays.begin()));
        if (std::ranges::find(days, weekday) == days.end()) {
            days.push_back(weekday);
        }
    }
    wishes.days = std::move(days);
    return {};
}

Done read_equipment(const TypedWishes& typed, Wishes& wishes) {
    if (typed.equipment.empty()) {
        return {};
    }
    std::vector<Equipment> equipment;
    for (const auto& name : listed(typed.equipment == "none" ? "" : typed.equipment)) {
        const auto one = equipment_named(name);
        if (!one) {
            return failed(fmt::format("There is no equipment '{}'; there is band, weight, step, "
                                      "ball, foam, roller, rope, box, machine, bike, pool, brace "
                                      "or none",
                                      printable(name)));
        }
        equipment.push_back(*one);
    }
    wishes.equipment = std::move(equipment);
    return {};
}

Done read_place(const TypedWishes& typed, Wishes& wishes) {
    if (typed.ground.empty()) {
        return {};
    }
    wishes.ground = terrain_of(typed.ground);
    return wishes.ground ? Done()
                         : failed(fmt::format("'{}' is no ground; it is track, treadmill, road, "
                                              "gravel_or_grass, trail or technical_trail",
                                              printable(typed.ground)));
}

Done read_goal(const TypedWishes& typed, Day today, Wishes& wishes) {
    if (typed.goal == "none") {
        wishes.goal_on.reset();
        wishes.goal_distance.reset();
    } else if (!typed.goal.empty()) {
        const auto day = parse_day(typed.goal);
        if (!day) {
            return failed(fmt::format("'{}' is no day such as 2026-05-10", printable(typed.goal)));
        }
        if (*day < today) {
            return failed(fmt::format("{} is over; today is {}", typed.goal, format_day(today)));
        }
        wishes.goal_on = *day;
    }
    return read_number(typed.goal_km, kGoal, [&](double kilometres) {
        wishes.goal_distance = Metres(kilometres * kMetresPerKilometre);
    });
}

Done read_amounts(const TypedWishes& typed, Wishes& wishes) {
    bool whole = true;
    return read_number(typed.days_a_week, kDaysAWeek,
                       [&](double days) {
                           whole = std::floor(days) == days;
                           wishes.days_a_week = static_cast<int>(days);
                       })
        .and_then(
            [&] { return whole ? Done() : failed("The days a week must be a whole number."); })
        .and_then([&] {
            return read_number(typed.minutes, kMinutes, [&](double minutes) {
                wishes.time_a_day = Seconds(minutes * kSecondsPerMinute);
            });
        })
        .and_then([&] {
            return read_number(typed.usual_week_km, kWeek, [&](double kilometres) {
                wishes.usual_week = Metres(kilometres * kMetresPerKilometre);
            });
        });
}

std::string join(const std::string& list, std::string_view part) {
    return list + (list.empty() ? "" : ", ") + std::string(part);
}

std::string days_line(const Wishes& wishes) {
    std::string days;
    for (const auto day : wishes.days) {
        days = join(days, kWeekdays.at(day.c_encoding()));
    }
    return days;
}

std::string equipment_line(const Wishes& wishes) {
    std::string list;
    for (const auto equipment : wishes.equipment.value_or(std::vector<Equipment>{})) {
        list = join(list, word(equipment));
    }
    return list.empty() ? "none" : list;
}

std::string goal_line(const Wishes& wishes) {
    const std::string goal = wishes.goal_on ? format_day(*wishes.goal_on) : "";
    return wishes.goal_distance ? join(goal, distance_words(*wishes.goal_distance)) : goal;
}

}  // namespace

bool sets_wishes(const TypedWishes& typed) {
    const std::array texts{&typed.days_a_week, &typed.days, &typed.minutes, &typed.equipment,
                           &typed.ground,      &typed.goal, &typed.goal_km, &typed.usual_week_km};
    return typed.before == WishesBefore::cleared ||
           std::ranges::any_of(texts, [](const std::string* text) { return !text->empty(); });
}

Result<Wishes, std::string> read_typed_wishes(const TypedWishes& typed, const Wishes& known,
                                              Day today) {
    Wishes wishes = typed.before == WishesBefore::cleared ? Wishes{} : known;
    const auto read = read_days(typed, wishes)
                          .and_then([&] { return read_equipment(typed, wishes); })
                          .and_then([&] { return read_place(typed, wishes); })
                          .and_then([&] { return read_goal(typed, today, wishes); })
                          .and_then([&] { return read_amounts(typed, wishes); });
    if (!read) {
        return Failure<std::string>(read.error());
    }
    return wishes;
}

std::string wishes_text(const Wishes& wishes) {
    std::string text;
    const auto add = [&](std::string_view name, const std::string& value) {
        text += fmt::format("  {:<14}{}\n", name, value);
    };
    if (wishes.days_a_week) {
        add("days a week", fmt::format("{}", *wishes.days_a_week));
    }
    add("days", wishes.days.empty() ? "any" : days_line(wishes));
    if (wishes.time_a_day) {
        add("time a day", time_words(*wishes.time_a_day));
    }
    add("equipment", wishes.equipment ? equipment_line(wishes) : "not told");
    if (wishes.ground) {
        add("ground", std::string(word(*wishes.ground)));
    }
    if (wishes.goal_on || wishes.goal_distance) {
        add("goal", goal_line(wishes));
    }
    if (wishes.usual_week) {
        add("usual week", distance_words(*wishes.usual_week));
    }
    return text;
}

}  // namespace footsure::app
