// SPDX-License-Identifier: Apache-2.0
#include "knowledge/real_folder_test.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

using namespace footsure;
using knowledge::real_knowledge;

namespace {

constexpr int kPlyometric = 4;
constexpr int kReturnToRun = 5;

const RehabKnowledge& rehab() {
    return real_knowledge().rehab;
}

const ExerciseDefinition& exercise(const ExerciseId& id) {
    const auto& all = real_knowledge().exercises;
    const auto it = std::ranges::find(all, id, &ExerciseDefinition::id);
    REQUIRE(it != all.end());
    return *it;
}

const ProtocolDefinition& protocol(const char* id) {
    const auto it = std::ranges::find(rehab().protocols, id, &ProtocolDefinition::id);
    REQUIRE(it != rehab().protocols.end());
    return *it;
}

bool has(const std::vector<Strain>& strains, Strain strain) {
    return std::ranges::find(strains, strain) != strains.end();
}

bool forbids(const MayNot& may_not, const ExerciseDefinition& one) {
    return has(may_not.forbids, Strain::everything) ||
           std::ranges::any_of(one.strains, [&](Strain s) { return has(may_not.forbids, s); });
}

/// Whether some gate before `phase` asks for at least `needed`.
bool asks_before(const ProtocolDefinition& one, int phase, MeasureKind kind, double needed) {
    return std::ranges::any_of(one.phases, [&](const PhaseDefinition& p) {
        return p.number < phase && std::ranges::any_of(
                                       p.gates,
                                       [&](const GateDefinition& g) {
                                           return g.measure == kind && g.needed.value >= needed;
                                       });
    });
}

/// By their numbers in the evidence. The growing heel is of the same class, but no stress fracture.
bool of_bone_stress(const ConditionId& id) {
    constexpr int kFirst = 22;
    constexpr int kLast = 29;
    const auto* condition = find_condition(real_knowledge(), id.text());
    return condition != nullptr && condition->number >= kFirst && condition->number <= kLast;
}

}  // namespace

TEST_CASE("every protocol that was asked for is there") {
    std::set<std::string> ids;
    for (const auto& one : rehab().protocols) {
        ids.insert(one.id);
    }
    for (const auto* id : {"sprain_grade_1",
                           "sprain_grade_2",
                           "sprain_grade_3",
                           "chronic_ankle_instability",
                           "achilles_midportion_silbernagel",
                           "achilles_midportion_heavy_slow",
                           "achilles_midportion_alfredson",
                           "achilles_insertional",
                           "tibialis_posterior",
                           "peroneal",
                           "anterior_extensor",
                           "plantar_heel",
                           "calf_strain",
                           "bone_stress_low_risk",
                           "bone_stress_calcaneus",
                           "overuse_soreness",
                           "impingement",
                           "sinus_tarsi",
                           "syndesmosis",
                           "ankle_osteoarthritis",
                           "severs",
                           "unclear"}) {
        CAPTURE(id);
        CHECK(ids.contains(id));
    }
}

TEST_CASE("only the Achilles midportion has several protocols, and nothing has none by accident") {
    std::map<std::string, int> count;
    for (const auto& one : rehab().protocols) {
        for (const auto& condition : one.conditions) {
            ++count[condition.text()];
        }
    }
    for (const auto& [condition, times] : count) {
        CAPTURE(condition);
        CHECK((times == 1 || condition == "achilles_tendinopathy_midportion"));
    }
    CHECK(count["achilles_tendinopathy_midportion"] == 4);
    CHECK(count.size() == 28);
}

TEST_CASE("without equipment and time every condition with a protocol still has one") {
    for (const auto& one : rehab().protocols) {
        for (const auto& condition : one.conditions) {
            CAPTURE(condition.text());
            CHECK(std::ranges::any_of(rehab().protocols, [&](const ProtocolDefinition& other) {
                const bool at_home = std::ranges::all_of(
                    other.needs, [](Equipment e) { return e == Equipment::step; });
                return at_home && other.sessions_a_day == 1 && other.fits == Irritability::any &&
                       std::ranges::find(other.conditions, condition) != other.conditions.end();
            }));
        }
    }
}

TEST_CASE("every exercise of the catalogue is used, or is for comfort only") {
    std::set<std::string> used;
    for (const auto& one : rehab().protocols) {
        for (const auto& phase : one.phases) {
            for (const auto& prescribed : phase.exercises) {
                used.insert(prescribed.exercise.text());
            }
        }
    }
    for (const auto& item : rehab().prevention) {
        for (const auto& prescribed : item.exercises) {
            used.insert(prescribed.exercise.text());
        }
    }
    // Rolling is comfort; the banded glide is for a joint that a clinician found blocked; training
    // without impact is prescribed by its minutes.
    const std::set<std::string> optional{"EX-07", "EX-08", "EX-56"};
    for (const auto& one : real_knowledge().exercises) {
        CAPTURE(one.id.text());
        CHECK(used.contains(one.id.text()) != optional.contains(one.id.text()));
    }
}

TEST_CASE("strains as the catalogue's columns have them") {
    for (const auto* id : {"EX-04", "EX-05", "EX-06", "EX-22", "EX-24", "EX-25", "EX-26"}) {
        CAPTURE(id);
        CHECK(has(exercise(ExerciseId(id)).strains, Strain::deep_dorsiflexion));
    }
    for (const auto* id : {"EX-21", "EX-25", "EX-26"}) {
        CHECK(has(exercise(ExerciseId(id)).strains, Strain::eccentric));
    }
    for (const auto* id : {"EX-27", "EX-28", "EX-29"}) {
        CHECK(has(exercise(ExerciseId(id)).strains, Strain::external_load));
    }
    for (const auto* id : {"EX-10", "EX-15"}) {
        CHECK(has(exercise(ExerciseId(id)).strains, Strain::resisted_eversion));
    }
    for (const auto& one : real_knowledge().exercises) {
        CAPTURE(one.id.text());
        CHECK_FALSE(has(one.strains, Strain::everything));
        CHECK(one.how.size() > 20);
        CHECK(one.dose.sets > 0);
        const bool calf =
            one.id.text() >= "EX-18" && one.id.text() <= "EX-33" && one.id.text() != "EX-30";
        CHECK((!calf || has(one.strains, Strain::tendon_load)));
        const bool high = one.tier >= LoadTier::tier_3;
        CHECK((!high || has(one.strains, Strain::tendon_load)));
        // Whoever may not bear weight may not do it standing.
        const bool springy = has(one.strains, Strain::impact) ||
                             has(one.strains, Strain::running) ||
                             has(one.strains, Strain::barefoot_balance);
        CHECK((!springy || has(one.strains, Strain::weight_bearing)));
    }
}

TEST_CASE("an easier exercise is never harder, and going back leads where going on came from") {
    for (const auto& one : real_knowledge().exercises) {
        CAPTURE(one.id.text());
        if (one.regression) {
            CHECK(exercise(*one.regression).tier <= one.tier);
        }
        if (one.progression) {
            CHECK(exercise(*one.progression).id != one.id);
            CHECK(exercise(*one.progression).tier >= one.tier);
        }
    }
}

TEST_CASE("no protocol prescribes what its own cause forbids") {
    for (const auto& one : rehab().protocols) {
        for (const auto& may_not : rehab().may_not) {
            const bool own = std::ranges::any_of(one.conditions, [&](const ConditionId& id) {
                return std::ranges::find(may_not.conditions, id) != may_not.conditions.end();
            });
            for (const auto& phase : one.phases) {
                const bool cleared = one.needs_clearance && phase.number >= kPlyometric;
                for (const auto& prescribed : phase.exercises) {
                    CAPTURE(one.id);
                    CAPTURE(phase.number);
                    CAPTURE(prescribed.exercise.text());
                    CAPTURE(may_not.id);
                    CHECK((!own || cleared || !forbids(may_not, exercise(prescribed.exercise))));
                }
            }
        }
    }
}

TEST_CASE("a bone stress protocol needs clearance, bone's rules and time, and no early impact") {
    int found = 0;
    for (const auto& one : rehab().protocols) {
        if (!std::ranges::any_of(one.conditions, of_bone_stress)) {
            continue;
        }
        ++found;
        CAPTURE(one.id);
        CHECK(one.needs_clearance);
        CHECK(one.pain_rule == "bone");
        CHECK(one.track == "B");
        double least = 0;
        for (const auto& phase : one.phases) {
            if (phase.number >= 2 && phase.number <= kPlyometric) {
                REQUIRE(phase.least_days);
                CHECK(phase.least_days->value > least);
                least = phase.least_days->value;
            }
            for (const auto& prescribed : phase.exercises) {
                const bool springy = has(exercise(prescribed.exercise).strains, Strain::impact) ||
                                     has(exercise(prescribed.exercise).strains, Strain::running);
                CHECK((!springy || phase.number >= kPlyometric));
            }
        }
        CHECK(least == 63);
        CHECK(asks_before(one, kReturnToRun, MeasureKind::bone_press_painless, 1));
        CHECK(asks_before(one, kReturnToRun, MeasureKind::causes_fixed, 1));
    }
    CHECK(found == 2);
}

TEST_CASE(
    "no condition at high risk, rupture or fracture has a protocol, and each may do nothing") {
    for (const auto* id :
         {"bone_stress_navicular", "bone_stress_talus", "bone_stress_medial_malleolus",
          "bone_stress_fifth_metatarsal", "bone_stress_anterior_tibia", "achilles_rupture",
          "malleolar_fracture", "avulsion_fracture", "maisonneuve_fracture", "lisfranc_injury",
          "growth_plate_fracture", "deep_vein_thrombosis", "septic_arthritis",
          "acute_compartment_syndrome", "gout"}) {
        CAPTURE(id);
        for (const auto& one : rehab().protocols) {
            CHECK(std::ranges::find(one.conditions, ConditionId(id)) == one.conditions.end());
        }
        const bool stopped = std::ranges::any_of(rehab().may_not, [&](const MayNot& may_not) {
            const bool all = has(may_not.forbids, Strain::everything);
            const bool bone = has(may_not.forbids, Strain::running) &&
                              has(may_not.forbids, Strain::impact) &&
                              has(may_not.forbids, Strain::weight_bearing);
            return (all || bone) && std::ranges::find(may_not.conditions, ConditionId(id)) !=
                                        may_not.conditions.end();
        });
        CHECK(stopped);
    }
    for (const auto& condition : real_knowledge().conditions) {
        if (!of_bone_stress(condition.id)) {
            continue;
        }
        CAPTURE(condition.id.text());
        CHECK(std::ranges::any_of(rehab().may_not, [&](const MayNot& may_not) {
            return may_not.pain_rule == "bone" && has(may_not.forbids, Strain::running) &&
                   has(may_not.forbids, Strain::impact) &&
                   std::ranges::find(may_not.conditions, condition.id) != may_not.conditions.end();
        }));
    }
}

TEST_CASE("before running every protocol asks for the walk, the day and the strength") {
    for (const auto& one : rehab().protocols) {
        CAPTURE(one.id);
        const bool runs = !one.track.empty();
        CHECK(runs == (one.id != "unclear"));
        if (!runs) {
            CHECK(one.phases.back().number == 2);
            continue;
        }
        CHECK(asks_before(one, kReturnToRun, MeasureKind::walk_time, 30));
        CHECK(asks_before(one, kReturnToRun, MeasureKind::full_day_unaided, 1));
        const bool strong = asks_before(one, kReturnToRun, MeasureKind::heel_raises, 15) ||
                            one.id == "overuse_soreness" || one.id == "severs";
        CHECK(strong);
        CHECK(one.phases.back().number == 7);
    }
}

TEST_CASE("every measure that a gate reads is asked, and every phase but the last can be left") {
    for (const auto& one : rehab().protocols) {
        for (const auto& phase : one.phases) {
            CAPTURE(one.id);
            CAPTURE(phase.number);
            CHECK(phase.gates.empty() == (phase.number == 7));
            CHECK_FALSE(phase.exercises.empty());
            for (const auto& gate : phase.gates) {
                CAPTURE(gate.id);
                const bool asked =
                    std::ranges::find(one.measures, gate.measure) != one.measures.end() ||
                    std::ranges::find(one.scores, gate.measure) != one.scores.end();
                CHECK(asked);
                CHECK(gate.needed.value >= range_of(gate.measure).least);
                CHECK(gate.needed.value <= range_of(gate.measure).most);
            }
        }
    }
}

TEST_CASE("the tracks are those of the table, step by step") {
    constexpr std::array kRunMinutes{6.0, 12.0, 18.0, 24.0, 27.0, 20.0, 25.0, 30.0};
    constexpr std::array kWholeMinutes{30.0, 30.0, 30.0, 30.0, 30.0, 20.0, 25.0, 30.0};
    REQUIRE(rehab().tracks.size() == 4);
    for (const auto& track : rehab().tracks) {
        CAPTURE(track.id);
        const bool bone = track.id == "B";
        REQUIRE(track.steps.size() == (bone ? 11 : 10));
        CHECK(track.free_after == 8);
        CHECK(track.support == (track.id == "Q"));
        CHECK(track.warm_up == Seconds(300));
        CHECK(track.weeks_before_speed.has_value() == bone);
        for (const auto& step : track.steps) {
            CAPTURE(step.number);
            const double run = step.repeats * step.run.value() / 60;
            const double whole = run + step.repeats * step.walk.value() / 60;
            if (step.number == 0) {
                CHECK(run == 3);
                CHECK(whole == 30);
                CHECK(step.id == "B-0.5");
            } else if (step.number <= 8) {
                const auto at = static_cast<std::size_t>(step.number - 1);
                CHECK(run == kRunMinutes.at(at));
                CHECK(whole == kWholeMinutes.at(at));
            } else {
                CHECK(run == 40);
            }
            CHECK(step.sessions == (bone ? 3 : 2));
            CHECK(step.hills == (step.number >= 9));
            CHECK(step.speed == (step.number >= 10));
            const int tendon = step.number >= 9 ? 3 : step.number >= 4 ? 2 : 1;
            CHECK(step.days_between == (track.id == "A" ? tendon : 1));
        }
    }
}

TEST_CASE("the pain rules are those of the table") {
    struct Row {
        const char* id;
        double progress, during, after, back, rest;
    };

    constexpr std::array kRows{Row{"tendon", 2, 5, 5, 1, 48}, Row{"joint", 2, 4, 4, 1, 24},
                               Row{"bone", 0, 1, 0, 2, 72}};
    REQUIRE(rehab().pain_rules.size() == kRows.size());
    for (const auto& row : kRows) {
        CAPTURE(row.id);
        const auto rule = std::ranges::find(rehab().pain_rules, row.id, &PainRule::id);
        REQUIRE(rule != rehab().pain_rules.end());
        CHECK(rule->progress_during.value == row.progress);
        CHECK(rule->progress_after.value == row.progress);
        CHECK(rule->hold_during.value == row.during);
        CHECK(rule->hold_after.value == row.after);
        CHECK(rule->steps_back.value == row.back);
        CHECK(rule->rest_hours.value == row.rest);
        CHECK(rule->holds.value == 3);
        CHECK(rule->worse_weeks.value == 2);
        CHECK(rule->stiffness_rise.value == 10);
    }
}

TEST_CASE("recovery times for every condition whose course has numbers, and for no other") {
    const std::set<int> without{37, 43, 44, 45, 46, 48, 49, 52, 53};
    for (const auto& condition : real_knowledge().conditions) {
        CAPTURE(condition.id.text());
        const auto found =
            std::ranges::find(rehab().recovery, condition.id, &RecoveryTime::condition);
        CHECK((found == rehab().recovery.end()) == without.contains(condition.number));
    }
    const auto weeks = [](const char* id) {
        return std::ranges::find(rehab().recovery, ConditionId(id), &RecoveryTime::condition)
            ->weeks;
    };
    CHECK(weeks("lateral_sprain_grade_2").low == 3);
    CHECK(weeks("lateral_sprain_grade_2").high == 4);
    CHECK(weeks("achilles_tendinopathy_midportion").value == 8);
    CHECK(weeks("bone_stress_navicular").value * 7 == doctest::Approx(127).epsilon(0.002));
    CHECK(weeks("bone_stress_navicular").certainty == Certainty::read);
    CHECK(weeks("calf_strain").certainty == Certainty::expert_estimate);
}

TEST_CASE("heel raise norms begin at 20 and fall with age") {
    const auto& norms = rehab().heel_raise_norms;
    REQUIRE(norms.size() == 7);
    CHECK(norms.front().age_from == 20);
    CHECK(norms.front().male == 37);
    CHECK(norms.back().female == 14);
    for (std::size_t i = 1; i < norms.size(); ++i) {
        CHECK(norms[i].age_from == norms[i - 1].age_from + 10);
        CHECK(norms[i].male < norms[i - 1].male);
        CHECK(norms[i].female < norms[i - 1].female);
    }
}

TEST_CASE("an unanswered question about an antibiotic leaves the tendon its programme") {
    std::set<Strain> known;
    std::set<Strain> open;
    for (const auto& one : rehab().exclusions) {
        if (one.id.starts_with("quinolone")) {
            auto& into = one.open_counts ? open : known;
            into.insert(one.forbids.begin(), one.forbids.end());
        }
    }
    CHECK(known == std::set{Strain::tendon_load, Strain::eccentric});
    CHECK(open == std::set{Strain::eccentric});
    for (const auto& one : rehab().exclusions) {
        CAPTURE(one.id);
        CHECK((!one.open_counts || !has(one.forbids, Strain::everything)));
    }
    for (const auto& phase : protocol("achilles_midportion_heavy_slow").phases) {
        CHECK(std::ranges::any_of(phase.exercises, [](const PhaseExercise& prescribed) {
            const auto& strains = exercise(prescribed.exercise).strains;
            return has(strains, Strain::tendon_load) && !has(strains, Strain::eccentric);
        }));
    }
}

TEST_CASE("prevention has the items of the review, balance first for ankles that were sprained") {
    std::set<std::string> ids;
    for (const auto& item : rehab().prevention) {
        ids.insert(item.id);
    }
    CHECK(ids == std::set<std::string>{"balance_after_sprain", "calf_capacity", "foot_core",
                                       "single_leg_balance", "strength", "warm_up"});
    CHECK(rehab().prevention.front().only_when);
}
