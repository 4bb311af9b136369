// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/small_knowledge_test.hpp"

#include <limits>

using namespace footsure;
using namespace footsure::wire::testing;
using wire::Json;

namespace {

constexpr std::string_view kHostile = "\"\\ \x01 </script> \xF0\x9F\x91\x9F \xFF \xC3";

std::string keys_of(const Json& object) {
    std::string keys;
    for (const auto& [key, value] : object.items()) {
        keys += (keys.empty() ? "" : " ") + key;
    }
    return keys;
}

Care care_card() {
    return {"The first days",
            {{.id = "rest",
              .text = "rest",
              .from = kNow.at,
              .until = kNow.at + std::chrono::hours(48)}}};
}

EpisodeAdvice episode_with(UrgencyLevel level, Help help) {
    EpisodeAdvice episode{.id = EpisodeId("e1"), .side = Side::right};
    episode.triage.urgency.join(level);
    episode.help = std::move(help);
    return episode;
}

Advice advice_with(std::vector<EpisodeAdvice> episodes) {
    Advice advice{.runner = RunnerId("me"), .at = kNow};
    for (const auto& episode : episodes) {
        advice.urgency.join(episode.triage.urgency);
    }
    advice.episodes = std::move(episodes);
    return advice;
}

Json written(const Advice& advice) {
    return Json::parse(wire::write_advice(advice, small_knowledge()));
}

Json only_episode(UrgencyLevel level, Help help) {
    return written(advice_with({episode_with(level, std::move(help))})).at("episodes").at(0);
}

}  // namespace

TEST_CASE("an advice has its keys in the order other programs rely on") {
    const Json json = written(advice_with({episode_with(UrgencyLevel::routine, RoutineHelp{})}));
    CHECK(keys_of(json) == "schema runner_id at knowledge urgency provisional episodes guard load "
                           "prevention limits problems");
    CHECK(json["schema"] == "footsure.advice/1");
    CHECK(json["at"] == "2026-03-01T00:00:00Z");
    CHECK(json["knowledge"].dump() == R"({"version":"7","hash":"abc"})");
    CHECK(json["urgency"] == "routine");
    CHECK(keys_of(json["episodes"][0]) ==
          "id side urgency provisional rules differential ask_next seek_care care plan appointment "
          "limits");
    CHECK(json["episodes"][0]["side"] == "right");
    CHECK(keys_of(json["guard"]) ==
          "verdict ceiling_distance_m ceiling_duration_s because unknown sentence "
          "week_distance_m week_duration_s for");
}

TEST_CASE("urgent help holds no card, plan or appointment") {
    for (const auto level : {UrgencyLevel::emergency, UrgencyLevel::same_day}) {
        const Json json = only_episode(level, UrgentHelp{{.where = "hospital",
                                                          .first_aid = {{.text = "cool it"}},
                                                          .tell = {"I heard a snap"},
                                                          .checks = {"an x-ray"}}});
        CHECK(json["urgency"] == word(level));
        CHECK(keys_of(json["seek_care"]) == "where first_aid tell checks");
        CHECK(json["seek_care"]["tell"][0] == "I heard a snap");
        CHECK(json["care"].is_null());
        CHECK(json["plan"].is_null());
        CHECK(json["appointment"].is_null());
    }
}

TEST_CASE("each other level writes what it holds and null for the rest") {
    const Json wait = only_episode(UrgencyLevel::within_days, ProtectedWait{{}, care_card()});
    CHECK_FALSE(wait["seek_care"].is_null());
    CHECK(wait["care"]["lines"][0]["until"] == "2026-03-03T00:00:00Z");
    CHECK(wait["plan"].is_null());
    CHECK(wait["appointment"].is_null());
    const Json routine =
        only_episode(UrgencyLevel::routine, RoutineHelp{std::nullopt, {.with = "a doctor"}});
    CHECK(routine["seek_care"].is_null());
    CHECK(routine["care"].is_null());
    CHECK(routine["plan"].is_null());
    CHECK(keys_of(routine["appointment"]) == "with within tell checks");
    const Json self_care = only_episode(UrgencyLevel::self_care, SelfCareHelp{care_card()});
    CHECK(self_care["seek_care"].is_null());
    CHECK(keys_of(self_care["care"]) == "title lines");
    CHECK(keys_of(self_care["care"]["lines"][0]) == "id kind from until text certainty sources");
    CHECK(self_care["appointment"].is_null());
}

TEST_CASE("a reason says only what it points at") {
    CHECK(wire::to_json(Reason{.text = "a"}).dump() == R"({"text":"a","sources":[]})");
    const Reason full{.text = "a",
                      .finding = "fever",
                      .rule = "R-1",
                      .from = "q",
                      .weight = 1.2345,
                      .certainty = Certainty::read,
                      .sources = {SourceId("smith2001")}};
    CHECK(wire::to_json(full).dump() ==
          R"({"text":"a","finding":"fever","rule":"R-1","from":"q","weight":1.23,)"
          R"("certainty":"read","sources":["smith2001"]})");
}

TEST_CASE("rules, causes and questions carry their working") {
    EpisodeAdvice episode = episode_with(UrgencyLevel::same_day, UrgentHelp{});
    episode.triage.rules = {{.id = RuleId("R-020"),
                             .level = UrgencyLevel::same_day,
                             .be_seen_by = kNow.at,
                             .because = {{.text = "a snap"}}},
                            {.id = RuleId("C-01"), .level = UrgencyLevel::routine}};
    RankedCondition cause{.condition = ConditionId("sprain"), .name = "Sprain"};
    cause.probability = Probability::of(0.41239);
    cause.low = Probability::of(0.3);
    cause.high = Probability::of(1);
    cause.supporting = {{.text = "pro"}};
    cause.opposing = {{.text = "con"}};
    episode.differential = {cause};
    episode.ask_next = {{QuestionId("fever"), "Fever?", "it matters"}};
    const Json json = written(advice_with({episode}))["episodes"][0];
    CHECK(json["rules"][0]["id"] == "R-020");
    CHECK(json["rules"][0]["be_seen_by"] == "2026-03-01T00:00:00Z");
    CHECK(json["rules"][0]["because"][0]["text"] == "a snap");
    CHECK(json["rules"][1]["be_seen_by"].is_null());
    const Json& ranked = json["differential"][0];
    CHECK(keys_of(ranked) ==
          "condition name probability low high named_by_clinician together_with for against");
    CHECK(ranked["probability"] == 0.412);
    CHECK(ranked["high"] == 1.0);
    CHECK(ranked["for"][0]["text"] == "pro");
    CHECK(ranked["against"][0]["text"] == "con");
    CHECK(json["ask_next"].dump() ==
          R"([{"question":"fever","text":"Fever?","why":"it matters"}])");
}

TEST_CASE("a guard without a ceiling writes null, no run writes zero") {
    CHECK(
        wire::to_json(Guard{}).dump() ==
        R"({"verdict":"unknown","ceiling_distance_m":null,"ceiling_duration_s":null,)"
        R"("because":[],"unknown":[],"sentence":"","week_distance_m":null,"week_duration_s":null,)"
        R"("for":{"pace_s_per_km":null,"ground":"unknown"}})");
    const Guard stop{.verdict = GuardVerdict::no_run,
                     .ceiling_distance = Metres(0),
                     .ceiling_duration = Seconds(0)};
    CHECK(wire::to_json(stop)["ceiling_distance_m"] == 0.0);
    CHECK(wire::to_json(stop)["verdict"] == "no_run");
}

TEST_CASE("hostile texts leave an advice valid JSON and valid UTF-8") {
    const std::string hostile(kHostile);
    EpisodeAdvice episode =
        episode_with(UrgencyLevel::same_day, UrgentHelp{{.where = hostile, .tell = {hostile}}});
    episode.id = EpisodeId(hostile);
    episode.ask_next = {{QuestionId(hostile), hostile, hostile}};
    Advice advice = advice_with({episode});
    advice.runner = RunnerId(hostile);
    advice.problems = {{hostile, "wrong_type", hostile}};
    advice.limits = {{"contradiction", hostile}};
    const Json json = written(advice);
    CHECK(json["runner_id"] == "\"\\ \x01 </script> \xF0\x9F\x91\x9F \xEF\xBF\xBD \xEF\xBF\xBD");
    CHECK(json["problems"][0]["path"] == json["runner_id"]);
    CHECK(json["episodes"][0]["seek_care"]["where"] == json["runner_id"]);
}

TEST_CASE("a number that is none is written as null, never as a word") {
    Advice advice = advice_with({});
    advice.exposures = {
        {.tissue = Tissue::tibia, .utilisation = std::numeric_limits<double>::quiet_NaN()}};
    CHECK(written(advice)["load"][0]["utilisation"].is_null());
}

TEST_CASE("a rule, a cause and a line of care name their claims, and only when there are any") {
    Care card = care_card();
    card.lines.push_back(card.lines.front());
    card.lines.back().claims = {ClaimId("S-011"), ClaimId("S-012")};
    EpisodeAdvice episode = episode_with(UrgencyLevel::within_days, ProtectedWait{{}, card});
    episode.triage.rules = {{.id = RuleId("R-040")},
                            {.id = RuleId("R-041"), .claims = {ClaimId("S-065")}}};
    episode.differential = {{.condition = ConditionId("gout")},
                            {.condition = ConditionId("sprain"), .claims = {ClaimId("S-002")}}};
    const Json json = written(advice_with({episode}))["episodes"][0];
    CHECK_FALSE(json["rules"][0].contains("claims"));
    CHECK(json["rules"][1]["claims"].dump() == R"(["S-065"])");
    CHECK_FALSE(json["differential"][0].contains("claims"));
    CHECK(json["differential"][1]["claims"].dump() == R"(["S-002"])");
    CHECK_FALSE(json["care"]["lines"][0].contains("claims"));
    CHECK(json["care"]["lines"][1]["claims"].dump() == R"(["S-011","S-012"])");
}

TEST_CASE(
    "what changed before is written with its units in the keys, and only when a run is known") {
    auto episode = episode_with(UrgencyLevel::routine, RoutineHelp{});
    CHECK_FALSE(written(advice_with({episode})).at("episodes").at(0).contains("before"));
    episode.before.weeks_of_past = 12;
    const Json steady = written(advice_with({episode})).at("episodes").at(0).at("before");
    CHECK(steady.at("changes") == Json::array());
    CHECK(steady.at("weeks_of_past") == 12);
    episode.before.changes = {{.kind = ChangeKind::longest_run,
                               .on = *parse_day("2026-02-15"),
                               .text = "On 15 February you ran 19 km.",
                               .before = 12000,
                               .then = 19000.12345,
                               .unit = "m",
                               .surprise = 5.678,
                               .finding = "load_jump_recent",
                               .from = "run.fit",
                               .certainty = Certainty::read,
                               .sources = {SourceId("frandsen2025")}},
                              {.kind = ChangeKind::shoe, .text = "A new pair."}};
    episode.before.unknown = {"Ground."};
    const Json json = written(advice_with({episode})).at("episodes").at(0).at("before");
    const Json& jump = json.at("changes").at(0);
    CHECK(keys_of(jump) ==
          "kind on text unit before_m then_m surprise finding from certainty sources");
    CHECK(jump.at("kind") == "longest_run");
    CHECK(jump.at("on") == "2026-02-15");
    CHECK(jump.at("then_m") == 19000.123);
    CHECK(jump.at("surprise") == 5.7);
    CHECK(jump.at("certainty") == "read");
    CHECK(keys_of(json.at("changes").at(1)) == "kind on text surprise certainty sources");
    CHECK(json.at("unknown") == Json{"Ground."});
}

TEST_CASE("a disputed line of care says what speaks against it, and only then") {
    Care card = care_card();
    card.lines.push_back(card.lines.front());
    card.lines.back().disputed = "no trial";
    const Json json = only_episode(UrgencyLevel::self_care, SelfCareHelp{card});
    CHECK_FALSE(json["care"]["lines"][0].contains("disputed"));
    CHECK(json["care"]["lines"][1]["disputed"] == "no trial");
}
