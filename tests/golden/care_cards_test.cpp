// SPDX-License-Identifier: Apache-2.0
// Each medicine block is reached, alone; and no card of somebody who waits holds what loads.

#include "golden/golden_case.hpp"
#include "rehab/rehab.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

using namespace footsure;
using namespace footsure::golden;

namespace {

constexpr LocalInstant kNow{Instant(std::chrono::sys_days(std::chrono::year(2026) / 3 / 1)) +
                                std::chrono::hours(12),
                            std::chrono::hours(1)};

/// Somebody of 30 with one likely cause, to whom nothing applies.
struct Somebody {
    Findings findings{.values = std::vector<Finding>(knowledge().findings.size())};
    Differential ranked;

    explicit Somebody(const ConditionId& cause) {
        for (auto& value : findings.values) {
            value.truth = Truth::no;
        }
        set_number("age_years", 30);
        set("four_steps_now", Truth::yes);
        set("walk_normally", Truth::yes);
        rank(cause, 0.9);
    }

    void set(const char* finding, Truth truth) { at(finding).truth = truth; }

    void set_number(const char* finding, double number) {
        at(finding).truth = Truth::yes;
        at(finding).number = number;
    }

    void rank(const ConditionId& cause, double high) {
        ranked.push_back({.condition = cause,
                          .probability = Probability::of(high),
                          .high = Probability::of(high)});
    }

    [[nodiscard]] std::optional<Care> card(UrgencyLevel level) const {
        TriageDecision decision;
        decision.urgency.join(level);
        const auto help = rehab::help_for(
            {findings, decision, ranked, day_of(kNow.at, kNow.offset), kNow}, knowledge());
        if (const auto* wait = std::get_if<ProtectedWait>(&help)) {
            return wait->care;
        }
        return std::get<SelfCareHelp>(help).care;
    }

private:
    Finding& at(const char* finding) {
        const auto index = find_finding(knowledge(), finding);
        REQUIRE_MESSAGE(index, finding);
        return findings.values[*index];
    }
};

const ConditionId kSprain("lateral_sprain_grade_1");

const CareLine& line_of(const Care& care, std::string_view id) {
    const auto line = std::ranges::find(care.lines, id, &CareLine::id);
    REQUIRE(line != care.lines.end());
    return *line;
}

/// The medicines that are withheld, one after the other.
std::string withheld(const Care& care) {
    std::string all;
    for (const auto* medicine : {"oral_nsaid", "topical_nsaid", "paracetamol"}) {
        if (line_of(care, medicine).kind != CareKind::medicine) {
            all += (all.empty() ? "" : " ") + std::string(medicine);
        }
    }
    return all;
}

struct Barred {
    const char* finding;
    const char* block;
    const char* medicines;
};

constexpr Barred kBarred[] = {
    {"stomach_ulcer", "ulcer", "oral_nsaid"},
    {"kidney_disease", "kidney", "oral_nsaid"},
    {"dehydrated", "dehydrated", "oral_nsaid"},
    {"heart_failure_or_stroke", "heart", "oral_nsaid"},
    {"anticoagulant", "blood_thinner", "oral_nsaid"},
    {"bleeding_disorder", "blood_thinner", "oral_nsaid"},
    {"antiplatelet_or_ssri", "antiplatelet_or_ssri", "oral_nsaid"},
    {"long_term_steroids", "steroid", "oral_nsaid"},
    {"interacting_medicine", "pressure_tablets", "oral_nsaid"},
    {"postpartum", "after_birth", "oral_nsaid"},
    {"previous_bone_stress", "weak_bone", "oral_nsaid"},
    {"missed_periods", "weak_bone", "oral_nsaid"},
    {"osteoporosis", "weak_bone", "oral_nsaid"},
    {"brittle_bones", "weak_bone", "oral_nsaid"},
    {"asthma_nsaid", "reaction", "oral_nsaid topical_nsaid"},
    {"pregnant", "pregnancy", "oral_nsaid topical_nsaid"},
    {"bone_tender", "bone_signs", "oral_nsaid topical_nsaid"},
    {"not_four_steps", "bone_signs", "oral_nsaid topical_nsaid"},
    {"crack_at_injury", "bone_signs", "oral_nsaid topical_nsaid"},
    {"liver_disease", "liver", "oral_nsaid paracetamol"},
    {"deep_wound", "broken_skin", "topical_nsaid"},
    {"foot_ulcer", "broken_skin", "topical_nsaid"},
    {"skin_blistered_or_black", "broken_skin", "topical_nsaid"},
    {"skin_infection", "broken_skin", "topical_nsaid"},
    {"alcohol_or_drugs", "alcohol", "paracetamol"},
};

/// The line says the block's words and names its sources.
void check_named(const Care& care, const MedicineBlock& block) {
    CAPTURE(block.id);
    const auto& line = line_of(care, block.medicine);
    CHECK(line.text.find(block.text) != std::string::npos);
    CHECK(line.text.starts_with("Not for you now:"));
    for (const auto& source : block.sources) {
        CHECK(std::ranges::find(line.sources, source) != line.sources.end());
    }
}

/// Checks every block of that name and notes that it was reached.
void reach(const char* id, const Care& care, std::set<std::string>& reached) {
    for (const auto& block : knowledge().medicine_blocks) {
        if (block.id == id && line_of(care, block.medicine).kind == CareKind::avoid) {
            check_named(care, block);
            reached.insert(block.medicine + " " + block.id);
        }
    }
}

std::set<std::string> reach_by_facts() {
    std::set<std::string> reached;
    for (const auto& barred : kBarred) {
        CAPTURE(barred.finding);
        for (const auto truth : {Truth::yes, Truth::unknown, Truth::not_asked}) {
            Somebody person(kSprain);
            person.set(barred.finding, truth);
            const auto care = person.card(UrgencyLevel::self_care);
            REQUIRE(care);
            CHECK(withheld(*care) == barred.medicines);
            reach(barred.block, *care, reached);
        }
    }
    return reached;
}

void reach_by_age(std::set<std::string>& reached) {
    Somebody person(kSprain);
    person.set_number("age_years", 65);
    CHECK(withheld(*person.card(UrgencyLevel::self_care)).empty());
    person.set_number("age_years", 66);
    CHECK(withheld(*person.card(UrgencyLevel::self_care)) == "oral_nsaid");
    reach("over_65", *person.card(UrgencyLevel::self_care), reached);
    person.set_number("age_years", 11);
    const auto child = person.card(UrgencyLevel::self_care);
    CHECK(withheld(*child) == "oral_nsaid topical_nsaid paracetamol");
    reach("under_12", *child, reached);
    reach("weight_or_age", *child, reached);
}

void reach_by_bone(std::set<std::string>& reached) {
    for (const auto* cause : {"bone_stress_fibula", "malleolar_fracture"}) {
        Somebody person(kSprain);
        person.rank(ConditionId(cause), 0.099);
        CHECK(withheld(*person.card(UrgencyLevel::self_care)).empty());
        person.rank(ConditionId(cause), 0.10);
        const auto care = person.card(UrgencyLevel::self_care);
        CHECK(withheld(*care) == "oral_nsaid topical_nsaid");
        reach("bone_possible", *care, reached);
    }
}

}  // namespace

TEST_CASE("each medicine block alone, known or open, withholds its medicine and no other") {
    CHECK(withheld(*Somebody(kSprain).card(UrgencyLevel::self_care)).empty());
    auto reached = reach_by_facts();
    reach_by_age(reached);
    reach_by_bone(reached);
    for (const auto& block : knowledge().medicine_blocks) {
        CAPTURE(block.medicine);
        CAPTURE(block.id);
        CHECK(reached.contains(block.medicine + " " + block.id));
    }
}

TEST_CASE("somebody who waits to be seen is given no medicine and nothing that loads") {
    for (const auto& card : knowledge().care_cards) {
        CAPTURE(card.id.text());
        const Somebody person(card.conditions.front());
        const auto care = person.card(UrgencyLevel::within_days);
        REQUIRE(care);
        for (const auto& line : care->lines) {
            CAPTURE(line.id);
            const auto item = std::ranges::find(card.items, line.id, &CareItem::id);
            REQUIRE(item != card.items.end());
            CHECK((item->protects || item->kind == CareKind::stop_rule));
            CHECK_FALSE(item->not_with_bone);
            CHECK(line.kind != CareKind::medicine);
        }
        const auto no_run = [](const CareLine& line) {
            return line.kind == CareKind::avoid && line.text.find("unning") != std::string::npos;
        };
        CHECK(std::ranges::any_of(care->lines, no_run));
    }
}

TEST_CASE("while a bone injury is possible no card says to load or to walk more") {
    for (const auto& card : knowledge().care_cards) {
        CAPTURE(card.id.text());
        Somebody person(card.conditions.front());
        person.rank(ConditionId("bone_stress_calcaneus"), 0.10);
        const auto care = person.card(UrgencyLevel::self_care);
        REQUIRE(care);
        for (const auto& line : care->lines) {
            CAPTURE(line.id);
            const auto item = std::ranges::find(card.items, line.id, &CareItem::id);
            REQUIRE(item != card.items.end());
            CHECK((!item->not_with_bone || line.kind == CareKind::avoid));
        }
    }
}

TEST_CASE("after a fluoroquinolone or a snap no line loads the tendon") {
    for (const auto* sign : {"quinolone_recent", "quinolone_months", "snap_at_back"}) {
        CAPTURE(sign);
        for (const auto truth : {Truth::yes, Truth::unknown}) {
            Somebody person(ConditionId("achilles_tendinopathy_midportion"));
            person.set(sign, truth);
            const auto care = person.card(UrgencyLevel::self_care);
            REQUIRE(care);
            CHECK(line_of(*care, "calm_load").kind == CareKind::avoid);
            CHECK(line_of(*care, "walk").kind == CareKind::avoid);
            CHECK(line_of(*care, "no_complete_rest").text.find("clinician") != std::string::npos);
        }
    }
}
