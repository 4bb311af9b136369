// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/small_knowledge_test.hpp"

using namespace footsure;
using namespace footsure::wire::testing;
using wire::Json;

namespace {

Expression finding(std::uint32_t index) {
    return {.kind = ExpressionKind::finding, .finding = index};
}

/// Every member of every noun set to something that is not its default.
Knowledge full_knowledge() {
    Knowledge k = small_knowledge();
    const Expression more{.kind = ExpressionKind::compare,
                          .finding = 3,
                          .comparison = Comparison::at_least,
                          .number = 4.5};
    const Expression both{
        .kind = ExpressionKind::at_least, .number = 2, .parts = {finding(1), more}};
    k.findings[4].when = both;
    k.findings[4].presumed = Truth::no;
    k.findings[4].group = "onset";
    k.findings[4].danger = true;
    k.findings[4].text_no = "bit by bit";
    k.questions[0].danger_answer = Truth::no;
    k.rules = {{.id = RuleId("R-020"),
                .level = UrgencyLevel::emergency,
                .seen_within_hours = 1,
                .text = "text",
                .why = "why",
                .tell = "tell",
                .when = both,
                .when_text = "",
                .certainty = Certainty::read,
                .sources = {SourceId("smith2001")},
                .claims = {ClaimId("S-001"), ClaimId("S-002")}}};
    k.modifiers = {{.id = RuleId("M-1"),
                    .text = "older",
                    .when = more,
                    .at_least = UrgencyLevel::within_days}};
    k.policy = {finding(1), finding(2), both, 0.2, 24, 72, 168, {SourceId("smith2001")}};
    auto& condition = k.conditions[0];
    condition.about = "about";
    condition.checks = "x-ray";
    condition.klass = ConditionClass::fracture;
    condition.level_mild = UrgencyLevel::routine;
    condition.level_severe = UrgencyLevel::same_day;
    condition.modifiers = {{more, figure(2, 1, 3), "a jump"}};
    condition.likelihoods = {{4, figure(3, 2, 5), std::nullopt},
                             {2, std::nullopt, figure(0.5, 0.2, 1)}};
    condition.sources = {SourceId("smith2001")};
    condition.claims = {ClaimId("S-003")};
    condition.family = "sprains";
    condition.modifiers.push_back({.when = more, .text = "t", .weight = figure(9, 3, 27)});
    k.findings[0].share = 0.25;
    k.findings[0].otherwise = figure(0.5, 0.25, 1);
    k.care_cards = {{CareCardId("card"),
                     "Card",
                     true,
                     {ConditionId("sprain")},
                     {{.id = "ibuprofen",
                       .kind = CareKind::medicine,
                       .from_hours = 48,
                       .to_hours = 72,
                       .text = "t",
                       .protects = true,
                       .not_with_bone = true,
                       .only_when = more,
                       .unless = both,
                       .withheld_text = "not now",
                       .certainty = Certainty::derived,
                       .sources = {SourceId("smith2001")},
                       .claims = {ClaimId("S-004")}}}}};
    k.first_aid = {{"cool", "cool it", more, Certainty::secondary, {SourceId("smith2001")}}};
    k.danger_words = {{2, Truth::no, {"snapped", "heard a pop"}}};
    k.claims = {{.id = ClaimId("S-001"),
                 .kind = ClaimKind::warn,
                 .text = "Ice helps.",
                 .verdict = ClaimVerdict::disputed,
                 .answer = "For a while.",
                 .grade = EvidenceGrade::weak,
                 .certainty = Certainty::general,
                 .sources = {SourceId("smith2001")},
                 .topics = {"ice", "cold"},
                 .links = {"R-020", "card.ibuprofen"}}};
    k.exercises = {{.id = ExerciseId("EX-49"),
                    .name = "Hops",
                    .tier = LoadTier::tier_4,
                    .impact = Impact::hop,
                    .one_leg = true,
                    .certainty = Certainty::secondary,
                    .sources = {SourceId("smith2001")}},
                   {.id = ExerciseId("EX-50"), .name = "Circles"}};
    return k;
}

}  // namespace

TEST_CASE("compiled knowledge comes back as it was") {
    const std::string written = wire::write_knowledge(full_knowledge());
    const auto read = wire::read_knowledge(written);
    REQUIRE(read);
    CHECK(wire::write_knowledge(*read) == written);
    CHECK(read->version == "7");
    CHECK(read->findings[4].when->parts[1].comparison == Comparison::at_least);
    CHECK(read->findings[4].when->parts[1].number == 4.5);
    CHECK(read->findings[4].presumed == Truth::no);
    CHECK(read->findings[0].presumed == std::nullopt);
    CHECK(read->questions[0].danger_answer == Truth::no);
    CHECK(read->questions[0].scope == QuestionScope::person);
    CHECK(read->questions[2].max == 10);
    CHECK(read->questions[3].applies_text == "fever");
    CHECK(read->rules[0].tell == "tell");
    CHECK(read->modifiers[0].at_least == UrgencyLevel::within_days);
    CHECK(read->policy.expires_late_hours == 168);
    CHECK(read->conditions[0].level_severe == UrgencyLevel::same_day);
    CHECK(read->conditions[0].family == "sprains");
    CHECK_FALSE(read->conditions[0].modifiers[0].weight);
    CHECK(read->conditions[0].modifiers[1].weight->high == 27);
    CHECK(read->findings[0].share == 0.25);
    CHECK(read->findings[0].otherwise.low == 0.25);
    CHECK(read->findings[1].share == kUsualShare);
    CHECK_FALSE(read->conditions[0].likelihoods[0].absent);
    CHECK(read->conditions[0].likelihoods[1].absent->low == 0.2);
    CHECK(read->care_cards[0].items[0].not_with_bone);
    CHECK(read->care_cards[0].counts_from_start);
    CHECK(read->danger_words[0].phrases[1] == "heard a pop");
    CHECK(read->rules[0].claims[1] == ClaimId("S-002"));
    CHECK(read->conditions[0].claims[0] == ClaimId("S-003"));
    CHECK(read->care_cards[0].items[0].claims[0] == ClaimId("S-004"));
    REQUIRE(read->exercises.size() == 2);
    CHECK(read->exercises[0].id == ExerciseId("EX-49"));
    CHECK(read->exercises[0].tier == LoadTier::tier_4);
    CHECK(read->exercises[0].impact == Impact::hop);
    CHECK(read->exercises[0].one_leg);
    CHECK(read->exercises[0].certainty == Certainty::secondary);
    CHECK(read->exercises[0].sources.size() == 1);
    CHECK(read->exercises[1].tier == LoadTier::none);
}

TEST_CASE("claims are compiled apart from the rest and come back as they were") {
    const Knowledge k = full_knowledge();
    CHECK(wire::read_knowledge(wire::write_knowledge(k))->claims.empty());
    CHECK(wire::write_knowledge(k).find("Ice helps") == std::string::npos);
    const std::string written = wire::write_claims(k.claims);
    const auto read = wire::read_claims(written);
    REQUIRE(read);
    CHECK(wire::write_claims(*read) == written);
    const auto& claim = read->at(0);
    CHECK(claim.id == ClaimId("S-001"));
    CHECK(claim.kind == ClaimKind::warn);
    CHECK(claim.verdict == ClaimVerdict::disputed);
    CHECK(claim.answer == "For a while.");
    CHECK(claim.grade == EvidenceGrade::weak);
    CHECK(claim.certainty == Certainty::general);
    CHECK(claim.topics[1] == "cold");
    CHECK(claim.links[1] == "card.ibuprofen");
    for (const std::string_view broken : {"", "{}", "null", "[1]", "[[]]", "[[\"S-001\"]]"}) {
        CAPTURE(broken);
        CHECK_FALSE(wire::read_claims(broken));
    }
}

TEST_CASE("broken compiled knowledge is refused") {
    for (const std::string_view broken : {"", "{}", "[]", "[1]", "null", "[\"7\",[]]"}) {
        CAPTURE(broken);
        CHECK_FALSE(wire::read_knowledge(broken));
    }
    const std::string written = wire::write_knowledge(full_knowledge());
    CHECK_FALSE(wire::read_knowledge(std::string_view(written).substr(0, written.size() / 2)));
}

TEST_CASE("an expression as deep as the parser allows can be compiled") {
    constexpr int kDeepest = 32;
    Knowledge k = small_knowledge();
    Expression deep = finding(0);
    for (int i = 0; i < kDeepest; ++i) {
        deep = Expression{.kind = ExpressionKind::negation, .parts = {deep}};
    }
    k.findings[4].when = deep;
    CHECK(wire::read_knowledge(wire::write_knowledge(k)));
}

TEST_CASE("a summary comes back with its doses, offset and quality") {
    ActivitySummary summary{.id = ActivityId("ab12"),
                            .from = "run.fit",
                            .started_at = parse_instant("2026-02-18T07:00:00.25-03:30")->at,
                            .offset = std::chrono::minutes(-210),
                            .sport = "running",
                            .distance = Metres(8000.1),
                            .timer = Seconds(2700.3),
                            .elapsed = Seconds(2801)};
    summary.doses = {TissueDose{Tissue::achilles, EasyKm(8.1), EasyKm(7), EasyKm(1.0 / 3)},
                     TissueDose{Tissue::tibia, EasyKm(9), EasyKm(8), EasyKm(10)}};
    summary.quality = DoseQuality::speed_cadence;
    const auto read = wire::read_summary(wire::write_summary(summary));
    REQUIRE(read);
    CHECK(read->id == summary.id);
    CHECK(read->from == summary.from);
    CHECK(read->started_at == summary.started_at);
    CHECK(read->offset == summary.offset);
    CHECK(read->sport == summary.sport);
    CHECK(read->distance == summary.distance);
    CHECK(read->timer == summary.timer);
    CHECK(read->elapsed == summary.elapsed);
    CHECK(read->quality == summary.quality);
    CHECK(read->doses[0].high == summary.doses[0].high);
    CHECK(read->doses[1].tissue == Tissue::tibia);
    for (const std::string_view broken : {"", "{}", "[]", R"({"id":1})"}) {
        CHECK_FALSE(wire::read_summary(broken));
    }
}

TEST_CASE("questions say kind, scope, options, range and when they apply") {
    const Json json = Json::parse(wire::write_questions(small_knowledge()));
    REQUIRE(json.at("questions").size() == 5);
    const Json& danger = json["questions"][1];
    CHECK(danger.dump() ==
          R"({"id":"danger","text":"danger?","why":"it matters","kind":"choices","options":)"
          R"([{"id":"calf_swelling","text":"a swollen calf"},{"id":"snap","text":"a snap"}],)"
          R"("unit":null,"min":null,"max":null,"scope":"episode","applies_when":null,)"
          R"("red_flag":true})");
    CHECK(json["questions"][0]["scope"] == "person");
    CHECK(json["questions"][0]["kind"] == "yes_no");
    CHECK(json["questions"][2]["kind"] == "number");
    CHECK(json["questions"][2]["unit"] == "points");
    CHECK(json["questions"][2]["max"] == 10.0);
    CHECK(json["questions"][3]["kind"] == "choice");
    CHECK(json["questions"][3]["applies_when"] == "fever");
    CHECK(json["questions"][4]["kind"] == "region");
}

TEST_CASE("the knowledge list names each condition's number; an entry is found by its id") {
    const Knowledge k = full_knowledge();
    const Json list = Json::parse(wire::write_knowledge_list(k));
    CHECK(list["conditions"][0]["number"] == 1);
    CHECK(list["rules"][0]["level"] == "emergency");
    CHECK(list["sources"][0]["locator"] == "doi:10.1/x");
    const Json condition = Json::parse(wire::write_knowledge_entry(k, "sprain"));
    CHECK(condition["likelihoods"][0]["finding"] == "sudden");
    CHECK(condition["likelihoods"][0]["absent"].is_null());
    CHECK(condition["weight_per_1000"]["value"] == 10.0);
    CHECK(Json::parse(wire::write_knowledge_entry(k, "R-020"))["seen_within_h"] == 1);
    CHECK(Json::parse(wire::write_knowledge_entry(k, "smith2001"))["citation"] == "Smith, 2001");
    CHECK(condition["claims"].dump() == R"(["S-003"])");
    CHECK(Json::parse(wire::write_knowledge_entry(k, "R-020"))["claims"].size() == 2);
    CHECK(list["exercises"].size() == 2);
    CHECK(Json::parse(wire::write_knowledge_entry(k, "EX-49")).dump() ==
          R"({"id":"EX-49","name":"Hops","tier":"tier_4","impact":"hop","one_leg":true,)"
          R"("certainty":"secondary","sources":["smith2001"]})");
    CHECK(wire::write_knowledge_entry(k, "nothing").empty());
}

TEST_CASE("claims are listed in short, and shown and found in full") {
    const Knowledge k = full_knowledge();
    CHECK(Json::parse(wire::write_knowledge_list(k))["claims"].dump() ==
          R"([{"id":"S-001","verdict":"disputed","text":"Ice helps."}])");
    const Json whole = Json::parse(wire::write_knowledge_entry(k, "S-001"));
    CHECK(whole.dump() ==
          R"({"id":"S-001","kind":"warn","verdict":"disputed","text":"Ice helps.",)"
          R"("answer":"For a while.","grade":"weak","certainty":"general",)"
          R"("sources":["smith2001"],"topics":["ice","cold"],"links":["R-020","card.ibuprofen"]})");
    const Json found = Json::parse(wire::write_found_claims(k.claims));
    CHECK(found.size() == 1);
    CHECK(found["claims"].size() == 1);
    CHECK(found["claims"][0] == whole);
}
