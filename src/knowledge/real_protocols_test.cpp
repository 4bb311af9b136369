// SPDX-License-Identifier: Apache-2.0
#include "knowledge/real_rehab_test.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace footsure;
using namespace footsure::knowledge;

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
