// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "knowledge/small_folder_test.hpp"

/// A small folder with one of everything a CarePlan is made from, to be broken part by part.
namespace footsure::knowledge {

inline const std::string kSourced = "certainty = \"read\"\nsources = [\"book\"]\n";

/// `tier` stands in line 4, `one_leg` in line 6.
inline std::string exercise_text(const std::string& id) {
    return "[[exercise]]\nid = \"" + id + R"("
name = "Hops"
tier = "tier_4"
impact = "hop"
one_leg = true
certainty = "general"
sources = ["book"]
kind = "strength"
how = "Hop."
strains = ["impact"]
sets = 3
repetitions = 10
days_a_week = 2
)";
}

inline std::string gate_text(const std::string& id, const std::string& rest) {
    return "[[gate]]\nid = \"" + id + "\"\ntext = \"text\"\n" + rest + kSourced;
}

inline std::string pain_rule_text() {
    return R"([[pain_rule]]
id = "tendon"
text = "text"
progress_during = )" +
           figure("2", "2", "2") + "\nprogress_after = " + figure("2", "2", "2") +
           "\nhold_during = " + figure("5", "5", "5") + "\nhold_after = " + figure("5", "5", "5") +
           "\nstiffness_rise = " + figure("10", "10", "10") +
           "\nsteps_back = " + figure("1", "1", "2") + "\nrest_hours = " + figure("48", "0", "72") +
           "\nholds = " + figure("3", "3", "3") + "\nworse_weeks = " + figure("2", "2", "2") +
           "\nswelling_stops_progress = true\n";
}

inline std::string track_text() {
    return R"([[track]]
id = "R"
name = "Return"
warm_up_min = 5
cool_down_min = 5
free_after = 2
support = true
)" + kSourced +
           R"(steps = [
  { id = "R-1", number = 1, text = "t", repeats = 6, run_s = 60, walk_s = 240, sessions = 2, days_between = 1 },
  { id = "R-2", number = 2, text = "t", repeats = 1, run_s = 1200, sessions = 3, days_between = 2, hills = true },
]
)";
}

inline std::string protocol_text(const std::string& id) {
    return "id = \"" + id + R"("
title = "title"
conditions = ["sprain"]
needs = ["band", "weight"]
order = 1
why = "why"
pain_rule = "tendon"
track = "R"
tissue = "lateral_ligaments"
measures = ["heel_raises", "walk_time"]
scores = ["cait"]
)" + kSourced +
           R"([[phase]]
number = 1
name = "Protect"
purpose = "calm"
gates = ["walk"]
exercises = [
  { do = "EX-49", sets = 3, hold_s = 30, a_day = 2, days_a_week = 7, note = "slowly", only_when = "not fever" },
]
cross_training_min = 20
cross_training_days = 3
notes = ["brace"]
[[phase]]
number = 3
name = "Strengthen"
purpose = "strong"
gates = ["raises", "raises_even"]
)";
}

/// Without an error.
inline SmallFolder small_rehab() {
    SmallFolder folder;
    folder.put("exercises/1.toml", exercise_text("EX-49"));
    folder.put("rehab/gates/1.toml",
               gate_text("walk", "measure = \"walk_time\"\ntest = \"at_least\"\nneeded = 20\n") +
                   gate_text("raises", "either = \"raises\"\nmeasure = \"heel_raises\"\n"
                                       "test = \"at_least\"\nneeded = 20\n") +
                   gate_text("raises_even", "either = \"raises\"\nmeasure = \"heel_raises\"\n"
                                            "test = \"share_at_least\"\nneeded = 0.85\n"));
    folder.put("rehab/pain_rules.toml", pain_rule_text());
    folder.put("rehab/tracks.toml", track_text());
    folder.put("rehab/protocols/one.toml", protocol_text("one"));
    folder.put("rehab/may_not.toml", "[[may_not]]\nid = \"m\"\nconditions = [\"sprain\"]\n"
                                     "forbids = [\"running\", \"impact\"]\n"
                                     "pain_rule = \"tendon\"\ntext = \"text\"\n" +
                                         kSourced);
    folder.put("rehab/exclusions.toml", "[[exclusion]]\nid = \"x\"\nwhen = \"fever\"\n"
                                        "open_counts = true\nforbids = [\"everything\"]\n"
                                        "text = \"text\"\n" +
                                            kSourced);
    folder.put("rehab/recovery.toml", "[[recovery]]\ncondition = \"sprain\"\nweeks = " +
                                          figure("4", "2", "6") + "\ntext = \"text\"\n");
    folder.put("rehab/heel_raise_norms.toml",
               "sources = [\"book\"]\nnorm = [\n"
               "  { age_from_a = 20, male = 37, female = 30 },\n"
               "  { age_from_a = 30, male = 32, female = 27 },\n]\n");
    folder.put("rehab/prevention.toml",
               "[[item]]\nid = \"p\"\ntext = \"text\"\nkind = \"balance\"\nexercises = [\n"
               "  { do = \"EX-49\", sets = 1, repetitions = 5, days_a_week = 2 },\n]\n"
               "days_a_week = 2\ntime_min = 10\nonly_when = \"ill\"\n" +
                   kSourced);
    return folder;
}

}  // namespace footsure::knowledge
