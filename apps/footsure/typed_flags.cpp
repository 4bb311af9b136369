// SPDX-License-Identifier: Apache-2.0
#include "footsure/typed_flags.hpp"

namespace footsure::app {

namespace {

constexpr const char* kGrounds =
    "track, treadmill, road, gravel_or_grass, trail or technical_trail";

}  // namespace

std::vector<Flag> check_in_flags(TypedCheckIn& typed) {
    return {
        {"--soreness", "of both legs, 0 to 10", &typed.soreness},
        {"--episode", "which problem (default: the open one)", &typed.episode},
        {"--pain-during", "while running, 0 to 10", &typed.pain_during},
        {"--pain-after", "afterwards, 0 to 10", &typed.pain_after},
        {"--pain-morning", "this morning, 0 to 10", &typed.pain_morning},
        {"--stiffness", "minutes of morning stiffness", &typed.stiffness},
        {"--danger", "none, or the signs that are there, such as fever,toes_numb", &typed.danger},
        {"--swelling", "none, less, same or more than the day before", &typed.swelling},
        {"--limp", "yes, no or unknown", &typed.limp},
        {"--gave-way", "yes, no or unknown", &typed.gave_way},
        {"--painkiller", "taken around the session: yes, no or unknown", &typed.painkiller},
        {"--focal-ache", "an ache on one point of a bone: yes, no or unknown", &typed.focal_ache},
        {"--skipped",
         "why a session was left out: pain, ill, no_time, weather, travel, no_wish or other",
         &typed.skipped},
        {"--heel-raises", "single-leg, left/right, such as 20/25", &typed.heel_raises},
        {"--knee-to-wall", "centimetres, left/right, such as 9.5/11", &typed.knee_to_wall},
        {"--measure", "another one, such as walking_pain=1 or balance_open=30/28; again for more",
         nullptr, &typed.measures},
        {"--score",
         "an official form: its items or its total, such as visa_a=8,7,9,6,5,7,4,20 (na: not "
         "applicable); again for more",
         nullptr, &typed.scores},
    };
}

std::vector<Flag> visit_flags(TypedVisit& typed) {
    return {
        {"--by", "emergency, doctor or physiotherapist", &typed.by},
        {"--on", "the day, such as 2026-03-01 (default: today)", &typed.on},
        {"--clears", "rules of the advice, and running: R-041,running", &typed.clears},
        {"--finding", "what was found: a condition's id", &typed.finding},
        {"--limit", "what was not allowed: \"no_running until 2026-04-01\"; again for more",
         nullptr, &typed.limits},
    };
}

std::vector<Flag> wishes_flags(TypedWishes& typed) {
    return {
        {"--days-a-week", "for everything but rest, 0 to 7", &typed.days_a_week},
        {"--days", "that suit: mon,wed,sat, or any", &typed.days},
        {"--time", "minutes a day", &typed.minutes},
        {"--equipment",
         "at hand: band, weight, ball, foam, roller, rope, box, machine, bike, pool, brace; or "
         "none",
         &typed.equipment},
        {"--ground", kGrounds, &typed.ground},
        {"--goal", "the day of a race, such as 2026-05-10, or none", &typed.goal},
        {"--distance", "of the race in kilometres", &typed.goal_km},
        {"--usual-week", "kilometres a week before the problem", &typed.usual_week_km},
    };
}

std::vector<Flag> run_flags(TypedRun& typed) {
    return {{"--start", "such as 2026-03-01T18:00:00+01:00", &typed.started_at},
            {"--km", "distance in kilometres", &typed.kilometres},
            {"--time", "1:02:03, 45:30 or minutes", &typed.time},
            {"--name", "a title", &typed.name},
            {"--shoe", "the shoe", &typed.shoe},
            {"--exertion", "perceived exertion, 0 to 10", &typed.exertion},
            {"--ground", kGrounds, &typed.ground}};
}

std::vector<Flag> intent_flags(TypedIntent& typed) {
    return {{"--pace", "of the run you think of, such as 5:30", &typed.pace},
            {"--ground", kGrounds, &typed.ground},
            {"--ascent", "metres up for each kilometre", &typed.ascent}};
}

std::vector<Flag> shoe_flags(TypedShoe& typed) {
    return {{"--kind", "usual, minimal or plated", &typed.kind},
            {"--drop", "heel over forefoot in millimetres", &typed.drop},
            {"--before", "kilometres in it before its first run here", &typed.before},
            {"--from", "first day of wear, such as 2026-03-01", &typed.from}};
}

}  // namespace footsure::app
