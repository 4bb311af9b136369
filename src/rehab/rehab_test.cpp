// SPDX-License-Identifier: Apache-2.0
#include "logic/logic.hpp"
#include "rehab/rehab.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace footsure;
using std::chrono::hours;

namespace {

constexpr Day kDay = std::chrono::sys_days(std::chrono::year(2026) / 3 / 1);
constexpr hours kEast{2};
/// 18:00 on the runner's clock.
constexpr LocalInstant kEvening{Instant(kDay) + hours(16), kEast};

CareItem item(const std::string& id, CareKind kind = CareKind::act) {
    return {.id = id, .kind = kind, .from_hours = 0, .to_hours = 72, .text = "do " + id};
}

/// A sprain with a card, a fracture without; findings ulcer 0 and cold 1; rule R-1.
struct Ward {
    Knowledge knowledge;
    Findings findings{.values = std::vector<Finding>(2)};
    TriageDecision decision;
    Differential ranked;
    std::optional<Day> started_on = kDay;
    LocalInstant now = kEvening;

    Ward() {
        knowledge.findings = {{.id = FindingId("ulcer")}, {.id = FindingId("cold")}};
        knowledge.conditions = {
            {.id = ConditionId("sprain"), .name = "Sprain", .checks = "press and pull"},
            {.id = ConditionId("fracture"),
             .name = "Fracture",
             .checks = "x-ray",
             .klass = ConditionClass::fracture}};
        knowledge.care_cards = {{CareCardId("card"), "Sprain", true, {ConditionId("sprain")}, {}}};
        knowledge.rules = {{.id = RuleId("R-1"), .tell = "I heard a snap"},
                           {.id = RuleId("R-2"), .tell = "not fired"}};
        rank_as("sprain", 0.9, 0.95);
        rank_as("fracture", 0.05, 0.09);
    }

    void rank_as(const char* id, double probability, double high) {
        std::erase_if(ranked, [&](const auto& one) { return one.condition.text() == id; });
        ranked.push_back({.condition = ConditionId(id),
                          .probability = Probability::of(probability),
                          .high = Probability::of(high)});
    }

    std::vector<CareItem>& items() { return knowledge.care_cards[0].items; }

    [[nodiscard]] Expression when(std::string_view text) const {
        return *logic::parse(text, knowledge.findings);
    }

    [[nodiscard]] Help help(UrgencyLevel level) {
        decision.urgency = {};
        decision.urgency.join(level);
        return rehab::help_for({findings, decision, ranked, started_on, now}, knowledge);
    }

    [[nodiscard]] std::optional<Care> card() {
        return std::get<SelfCareHelp>(help(UrgencyLevel::self_care)).care;
    }

    /// The card's lines as `id kind`, one after the other.
    [[nodiscard]] std::string lines() {
        const auto care = card();
        REQUIRE(care);
        return words(*care);
    }

    static std::string words(const Care& care) {
        std::string all;
        for (const auto& line : care.lines) {
            all += (all.empty() ? "" : ", ") + line.id + " " + std::string(word(line.kind));
        }
        return all;
    }
};

}  // namespace

TEST_CASE("each level gives the help of its own type") {
    Ward ward;
    ward.items() = {item("rest")};
    CHECK(std::holds_alternative<UrgentHelp>(ward.help(UrgencyLevel::emergency)));
    CHECK(std::holds_alternative<UrgentHelp>(ward.help(UrgencyLevel::same_day)));
    CHECK(std::holds_alternative<ProtectedWait>(ward.help(UrgencyLevel::within_days)));
    CHECK(std::holds_alternative<RoutineHelp>(ward.help(UrgencyLevel::routine)));
    CHECK(std::holds_alternative<SelfCareHelp>(ward.help(UrgencyLevel::self_care)));
    CHECK(std::get<RoutineHelp>(ward.help(UrgencyLevel::routine)).care);
}

TEST_CASE("urgent help says where to go, first aid that fits, what to tell and what is checked") {
    Ward ward;
    ward.decision.rules = {{.id = RuleId("R-1")}, {.id = RuleId("R-1")}};
    ward.knowledge.first_aid = {
        {.id = "cool", .text = "cool it"},
        {.id = "warm", .text = "keep it warm", .only_when = ward.when("cold")},
        {.id = "lift", .text = "lift it", .only_when = ward.when("not cold")}};
    ward.findings.values[1].truth = Truth::yes;
    const auto emergency = std::get<UrgentHelp>(ward.help(UrgencyLevel::emergency)).seek_care;
    const auto same_day = std::get<UrgentHelp>(ward.help(UrgencyLevel::same_day)).seek_care;
    CHECK(emergency.where != same_day.where);
    REQUIRE(emergency.first_aid.size() == 2);
    CHECK(emergency.first_aid[1].text == "keep it warm");
    CHECK(emergency.tell == std::vector<std::string>{"I heard a snap"});
    CHECK(emergency.checks == std::vector<std::string>{"Sprain: press and pull"});
    ward.findings.values[1].truth = Truth::not_asked;
    CHECK(std::get<UrgentHelp>(ward.help(UrgencyLevel::same_day)).seek_care.first_aid.size() == 1);
}

TEST_CASE("who waits to be seen gets only what protects and when to stop waiting") {
    Ward ward;
    ward.items() = {item("rest"), item("calf_raise"), item("worse", CareKind::stop_rule),
                    item("ibuprofen", CareKind::medicine)};
    ward.items()[0].protects = true;
    const auto care = std::get<ProtectedWait>(ward.help(UrgencyLevel::within_days)).care;
    REQUIRE(care);
    CHECK(Ward::words(*care) == "rest act, worse stop_rule");
    CHECK(ward.lines() == "rest act, calf_raise act, worse stop_rule, ibuprofen medicine");
}

TEST_CASE("a block that is open withholds as one that holds") {
    Ward ward;
    ward.items() = {item("ibuprofen", CareKind::medicine)};
    ward.items()[0].unless = ward.when("ulcer");
    ward.items()[0].withheld_text = "no ibuprofen";
    for (const auto truth : {Truth::yes, Truth::unknown, Truth::not_asked}) {
        ward.findings.values[0].truth = truth;
        CHECK(ward.lines() == "ibuprofen avoid");
        CHECK(ward.card()->lines[0].text == "no ibuprofen");
    }
    ward.findings.values[0].truth = Truth::no;
    CHECK(ward.lines() == "ibuprofen medicine");
    ward.findings.values[0].truth = Truth::unknown;
    ward.items()[0].withheld_text.clear();
    CHECK_FALSE(ward.card());
}

TEST_CASE("a line with a condition stands only when it is yes") {
    Ward ward;
    ward.items() = {item("warm")};
    ward.items()[0].only_when = ward.when("cold");
    for (const auto truth : {Truth::no, Truth::unknown, Truth::not_asked}) {
        ward.findings.values[1].truth = truth;
        CHECK_FALSE(ward.card());
    }
    ward.findings.values[1].truth = Truth::yes;
    CHECK(ward.lines() == "warm act");
}

TEST_CASE("what bone does not bear is withheld from an upper probability of one in ten") {
    Ward ward;
    ward.items() = {item("ibuprofen", CareKind::medicine), item("rest")};
    ward.items()[0].not_with_bone = true;
    ward.items()[0].withheld_text = "no ibuprofen";
    CHECK(ward.lines() == "ibuprofen medicine, rest act");
    ward.rank_as("fracture", 0.01, 0.10);
    CHECK(ward.lines() == "ibuprofen avoid, rest act");
    ward.knowledge.conditions[1].klass = ConditionClass::bone_stress;
    CHECK(ward.lines() == "ibuprofen avoid, rest act");
    ward.knowledge.conditions[1].klass = ConditionClass::joint;
    CHECK(ward.lines() == "ibuprofen medicine, rest act");
}

TEST_CASE("a bone injury that a clinician named withholds, however unlikely it looked") {
    Ward ward;
    ward.items() = {item("ibuprofen", CareKind::medicine)};
    ward.items()[0].not_with_bone = true;
    ward.knowledge.care_cards[0].conditions.emplace_back("fracture");
    ward.rank_as("fracture", 0.01, 0.02);
    CHECK(ward.lines() == "ibuprofen medicine");
    ward.ranked.back().named_by_clinician = true;
    CHECK_FALSE(ward.card());
}

TEST_CASE("hours of a card run from noon of the day it happened, or from now") {
    Ward ward;
    ward.items() = {item("rest"), item("move")};
    ward.items()[0].to_hours = 48;
    ward.items()[1].from_hours = 24;
    const Instant noon = Instant(kDay) + hours(12) - kEast;
    auto care = ward.card();
    CHECK(care->lines.at(0).from == kEvening.at);
    CHECK(care->lines[0].until == noon + hours(48));
    CHECK(care->lines.at(1).from == noon + hours(24));
    CHECK(care->lines[1].until == noon + hours(72));

    ward.knowledge.care_cards[0].counts_from_start = false;
    CHECK(ward.card()->lines.at(1).from == kEvening.at + hours(24));
    ward.knowledge.care_cards[0].counts_from_start = true;
    ward.started_on.reset();
    CHECK(ward.card()->lines.at(1).from == kEvening.at + hours(24));
}

TEST_CASE("a card never begins later than now") {
    Ward ward;
    ward.items() = {item("rest")};
    ward.now = {Instant(kDay) + hours(6), kEast};  // 08:00, before that day's noon
    CHECK(ward.card()->lines.at(0).from == ward.now.at);
    CHECK(ward.card()->lines[0].until == ward.now.at + hours(72));
    ward.started_on = kDay + std::chrono::days(3);
    CHECK(ward.card()->lines.at(0).until == ward.now.at + hours(72));
}

TEST_CASE("lines whose time is over are dropped") {
    Ward ward;
    ward.items() = {item("early"), item("late")};
    ward.items()[0].to_hours = 48;
    ward.started_on = kDay - std::chrono::days(2);  // noon was 54 hours ago
    CHECK(ward.lines() == "late act");
    ward.started_on = kDay - std::chrono::days(9);
    CHECK_FALSE(ward.card());
}

TEST_CASE("a stop rule outlives its time, counted from now") {
    Ward ward;
    ward.items() = {item("early"), item("worse", CareKind::stop_rule)};
    ward.started_on = kDay - std::chrono::days(9);
    const auto care = ward.card();
    REQUIRE(care);
    CHECK(Ward::words(*care) == "worse stop_rule");
    CHECK(care->lines[0].from == kEvening.at);
    CHECK(care->lines[0].until == kEvening.at + hours(72));
}

TEST_CASE("no card below one in five; grades of one card add up; a clinician's word is enough") {
    Ward ward;
    ward.items() = {item("rest")};
    ward.rank_as("sprain", 0.19, 0.3);
    CHECK_FALSE(ward.card());
    CHECK_FALSE(std::get<ProtectedWait>(ward.help(UrgencyLevel::within_days)).care);
    ward.rank_as("fracture", 0.02, 0.05);
    ward.knowledge.care_cards[0].conditions.emplace_back("fracture");
    CHECK(ward.card());
    ward.rank_as("sprain", 0.2, 0.3);
    CHECK(ward.card());
    ward.rank_as("sprain", 0.01, 0.3);
    CHECK_FALSE(ward.card());
    ward.ranked.back().named_by_clinician = true;
    CHECK(ward.card());
}

TEST_CASE("the likeliest card is given, not the first") {
    Ward ward;
    ward.items() = {item("rest")};
    ward.knowledge.care_cards.push_back(
        {CareCardId("other"), "Fracture", false, {ConditionId("fracture")}, {item("rest")}});
    ward.rank_as("sprain", 0.3, 0.4);
    ward.rank_as("fracture", 0.6, 0.7);
    CHECK(ward.card()->title == "Fracture");
    ward.rank_as("sprain", 0.65, 0.7);
    CHECK(ward.card()->title == "Sprain");
}

TEST_CASE("an appointment names causes from one in ten on, and those a clinician named") {
    Ward ward;
    const auto checks = [&] {
        return std::get<RoutineHelp>(ward.help(UrgencyLevel::routine)).appointment.checks.size();
    };
    CHECK(checks() == 1);
    ward.rank_as("fracture", 0.1, 0.2);
    CHECK(checks() == 2);
    ward.rank_as("fracture", 0.01, 0.2);
    ward.ranked.back().named_by_clinician = true;
    CHECK(checks() == 2);
}

TEST_CASE("a line keeps what speaks against it, unless it is withheld") {
    Ward ward;
    ward.items() = {item("ice")};
    ward.items()[0].disputed = "no trial";
    ward.items()[0].unless = ward.when("cold");
    ward.items()[0].withheld_text = "no ice";
    ward.findings.values[1].truth = Truth::no;
    CHECK(ward.card()->lines.at(0).disputed == "no trial");
    ward.findings.values[1].truth = Truth::yes;
    CHECK(ward.card()->lines.at(0).disputed.empty());
}
