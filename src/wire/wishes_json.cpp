// SPDX-License-Identifier: Apache-2.0
#include "wire/case_reader.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::wire {

namespace {

// What can be wished; wider than any real life, so that only mistakes fall out.
constexpr Range kDaysAWeek{0, 7};
constexpr Range kMinutesADay{0, 1440};
constexpr Range kGoalMetres{0, 1'000'000};
constexpr Range kWeekMetres{0, 1'000'000};
constexpr double kSecondsPerMinute = 60;

constexpr std::array<std::string_view, 7> kWeekdays{"sun", "mon", "tue", "wed",
                                                    "thu", "fri", "sat"};

/// Calls `visit(text, place)` for each text of the list under the key.
template <class Visit>
void each_text(const Json& object, const char* key, const Place& place, Visit visit) {
    each_value(object, key, place, [&](const Json& value, const Place& here) {
        if (value.is_string()) {
            visit(value.get<std::string>(), here);
        } else {
            here.problem("wrong_type", "this must be a text");
        }
    });
}

template <class T>
void add_once(std::vector<T>& list, T one) {
    if (std::ranges::find(list, one) == list.end()) {
        list.push_back(one);
    }
}

void read_time(const Json& json, const Place& place, Wishes& wishes) {
    if (const auto days = read_number(json, "days_a_week", place, kDaysAWeek)) {
        if (std::floor(*days) == *days) {
            wishes.days_a_week = static_cast<int>(*days);
        } else {
            place.at("days_a_week").problem("out_of_range", "this must be a whole number");
        }
    }
    each_text(json, "days", place, [&](const std::string& text, const Place& here) {
        const auto* const day = std::ranges::find(kWeekdays, text);
        if (day == kWeekdays.end()) {
            here.problem("unknown_option", "this must be mon, tue, wed, thu, fri, sat or sun");
        } else {
            add_once(wishes.days,
                     std::chrono::weekday(static_cast<unsigned>(day - kWeekdays.begin())));
        }
    });
    if (const auto minutes = read_number(json, "time_a_day_min", place, kMinutesADay)) {
        wishes.time_a_day = Seconds(*minutes * kSecondsPerMinute);
    }
}

void read_surroundings(const Json& json, const Place& place, Wishes& wishes) {
    if (!is_absent(json, "equipment") && json["equipment"].is_array()) {
        wishes.equipment.emplace();
    }
    each_text(json, "equipment", place, [&](const std::string& text, const Place& here) {
        if (const auto equipment = equipment_named(text)) {
            add_once(*wishes.equipment, *equipment);
        } else {
            here.problem("unknown_option", "there is no equipment '" + text + "'");
        }
    });
    if (const auto text = read_text(json, "ground", place)) {
        wishes.ground = terrain_of(*text);
        if (!wishes.ground) {
            place.at("ground").problem("unknown_option", "there is no ground '" + *text + "'");
        }
    }
}

void read_goal(const Json& json, const Place& place, Wishes& wishes) {
    const Json* goal = read_object(json, "goal", place);
    if (goal == nullptr) {
        return;
    }
    const Place here = place.at("goal");
    report_unknown_keys(*goal, {"on", "distance_m"}, here);
    wishes.goal_on = read_day(*goal, "on", here);
    if (const auto distance = read_number(*goal, "distance_m", here, kGoalMetres)) {
        wishes.goal_distance = Metres(*distance);
    }
}

Wishes wishes_of(const Json& json, const Place& place) {
    report_unknown_keys(
        json,
        {"days_a_week", "days", "time_a_day_min", "equipment", "ground", "goal", "usual_week_m"},
        place);
    Wishes wishes;
    read_time(json, place, wishes);
    read_surroundings(json, place, wishes);
    read_goal(json, place, wishes);
    if (const auto week = read_number(json, "usual_week_m", place, kWeekMetres)) {
        wishes.usual_week = Metres(*week);
    }
    return wishes;
}

void add_goal(const Wishes& wishes, Json& json) {
    if (wishes.goal_on) {
        json["goal"]["on"] = format_day(*wishes.goal_on);
    }
    if (wishes.goal_distance) {
        json["goal"]["distance_m"] = wishes.goal_distance->value();
    }
}

}  // namespace

Wishes read_wishes(const Json& object, const Place& place) {
    const Json* json = read_object(object, "wishes", place);
    return json == nullptr ? Wishes{} : wishes_of(*json, place.at("wishes"));
}

std::string write_wishes(const Wishes& wishes) {
    Json json = Json::object();
    if (wishes.days_a_week) {
        json["days_a_week"] = *wishes.days_a_week;
    }
    for (const auto day : wishes.days) {
        json["days"].push_back(kWeekdays.at(day.c_encoding()));
    }
    if (wishes.time_a_day) {
        json["time_a_day_min"] = wishes.time_a_day->value() / kSecondsPerMinute;
    }
    if (wishes.equipment) {
        json["equipment"] = Json::array();
        for (const auto equipment : *wishes.equipment) {
            json["equipment"].push_back(word(equipment));
        }
    }
    if (wishes.ground) {
        json["ground"] = word(*wishes.ground);
    }
    add_goal(wishes, json);
    if (wishes.usual_week) {
        json["usual_week_m"] = wishes.usual_week->value();
    }
    return dump(json, -1);
}

Result<Wishes, std::string> read_wishes(std::string_view json) {
    const auto parsed = parse_json(json);
    if (!parsed || !parsed->is_object()) {
        return Failure<std::string>("this is no JSON object");
    }
    std::vector<Problem> problems;
    const Wishes wishes = wishes_of(*parsed, Place("", problems));
    if (!problems.empty()) {
        return Failure<std::string>(problems.front().path + ": " + problems.front().text);
    }
    return wishes;
}

}  // namespace footsure::wire
