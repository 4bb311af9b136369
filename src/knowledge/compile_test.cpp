// SPDX-License-Identifier: Apache-2.0
#include "knowledge/small_folder_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using knowledge::condition_text;
using knowledge::figure;
using knowledge::question_text;
using knowledge::rule_text;
using knowledge::SmallFolder;

namespace {

/// The errors after one file of the small folder was replaced or added.
std::string errors_with(const std::string& path, const std::string& text) {
    return SmallFolder().put(path, text).errors();
}

/// Whether one of the lines starts so.
bool has_error(const std::string& errors, const std::string& start) {
    return errors.starts_with(start) || errors.find("\n" + start) != std::string::npos;
}

std::string card_text(const std::string& item) {
    return "id = \"card\"\ntitle = \"title\"\nconditions = [\"sprain\"]\n[[item]]\nid = \"i\"\n" +
           item + "text = \"text\"\ncertainty = \"read\"\nsources = [\"book\"]\n";
}

}  // namespace

TEST_CASE("the small folder has no error and says what it holds") {
    const auto compiled = knowledge::compile(SmallFolder().files());
    REQUIRE(compiled);
    CHECK(compiled->version == "1");
    CHECK(compiled->questions.size() == 2);
    CHECK(compiled->rules.size() == 1);
    CHECK(compiled->conditions.front().number == 6);
    CHECK(compiled->policy.rank_raises_from == 0.2);
    CHECK(compiled->policy.expires_late_hours == 168);
    CHECK(compiled->findings.size() == 4);
}

TEST_CASE("the order in which files are handed over does not matter") {
    auto files = SmallFolder().files();
    const auto forward = knowledge::compile(files);
    std::ranges::reverse(files);
    const auto backward = knowledge::compile(files);
    REQUIRE(forward);
    REQUIRE(backward);
    CHECK(std::ranges::equal(
        forward->findings, backward->findings, {}, [](const auto& f) { return f.id.text(); },
        [](const auto& f) { return f.id.text(); }));
}

TEST_CASE("text that is no TOML is an error at its place, and the other files are still read") {
    const auto errors = SmallFolder()
                            .put("triage/1.toml", "[[rule]]\nid = \"R-001\nlevel = 3\n")
                            .put("conditions/sprain.toml", "id = [\n")
                            .put("knowledge.toml", "vers = \"1\"\n")
                            .errors();
    CHECK(has_error(errors, "triage/1.toml:2:"));
    CHECK(has_error(errors, "conditions/sprain.toml:"));
    CHECK(has_error(errors, "knowledge.toml:1:8: unknown key 'vers'"));
}

TEST_CASE("an unknown key stands where its value stands") {
    CHECK(errors_with("knowledge.toml", "version = \"1\"\nedition = 2\n") ==
          "knowledge.toml:2:11: unknown key 'edition'");
    CHECK(errors_with("triage/1.toml",
                      rule_text("R-001", "emergency", "ill") + "colour = \"red\"\n") ==
          "triage/1.toml:10:10: unknown key 'colour'");
    CHECK(errors_with("questions/1.toml",
                      question_text("fever") + question_text("chills") + "[[answer]]\n") ==
          "questions/1.toml:13:1: unknown key 'answer'");
}

TEST_CASE("a missing or empty field and one of the wrong kind are named") {
    CHECK(errors_with("knowledge.toml", "version = \"\"\n") ==
          "knowledge.toml:1:11: 'version' is empty");
    CHECK(errors_with("knowledge.toml", "version = 1\n") ==
          "knowledge.toml:1:11: 'version' must be a text");
    CHECK(has_error(errors_with("sources/1.toml", "[book]\nlocator = \"x\"\n"),
                    "sources/1.toml:1:1: 'citation' is missing"));
}

TEST_CASE("an unknown source stands where it is named") {
    auto text = rule_text("R-001", "emergency", "ill");
    text.replace(text.find("[\"book\"]"), 8, "[\"book\", \"rumour\"]");
    CHECK(errors_with("triage/1.toml", text) == "triage/1.toml:9:20: unknown source 'rumour'");
    text.replace(text.find("[\"book\", \"rumour\"]"), 18, "[]");
    CHECK(errors_with("triage/1.toml", text) ==
          "triage/1.toml:9:11: at least one source is needed");
}

TEST_CASE("an unknown finding in an expression stands at its column inside the text") {
    CHECK(errors_with("triage/1.toml", rule_text("R-001", "emergency", "fever and chils")) ==
          "triage/1.toml:4:19: in 'when': unknown finding 'chils'");
    CHECK(
        has_error(errors_with("findings/derived.toml", "[ill]\ntext = \"ill\"\nwhen = \"fver\"\n"),
                  "findings/derived.toml:3:9: in 'when': unknown finding 'fver'"));
    CHECK(errors_with("triage/1.toml", rule_text("R-001", "emergency", "fever and")) ==
          "triage/1.toml:4:18: in 'when': expected a finding");
}

TEST_CASE("a number is not asked yes or no, and a truth is not compared") {
    CHECK(errors_with("triage/1.toml", rule_text("R-001", "emergency", "ill and age_years")) ==
          "triage/1.toml:4:17: in 'when': the number 'age_years' needs a comparison");
    CHECK(errors_with("triage/1.toml", rule_text("R-001", "emergency", "fever > 38")) ==
          "triage/1.toml:4:9: in 'when': 'fever' is yes or no, not a number");
}

TEST_CASE("an unknown finding of a likelihood or of danger words stands where it is named") {
    auto text = condition_text("sprain", 6);
    text.replace(text.find("finding = \"fever\""), 17, "finding = \"fevre\"");
    CHECK(errors_with("conditions/sprain.toml", text) ==
          "conditions/sprain.toml:12:11: unknown finding 'fevre'");
    CHECK(errors_with("text/words.toml", "[[words]]\nfinding = \"no\"\nphrases = [\"hot\"]\n") ==
          "text/words.toml:2:11: unknown finding 'no'");
}

TEST_CASE("a word that is none of the allowed ones is answered with all of them") {
    CHECK(errors_with("triage/1.toml", rule_text("R-001", "urgent", "ill")) ==
          "triage/1.toml:3:9: 'level' must be one of: self_care, routine, within_days, "
          "same_day, emergency");
}

TEST_CASE("a figure has low <= value <= high, a unit, a certainty and a source") {
    const auto with = [](const std::string& weight) {
        auto text = condition_text("sprain", 6);
        const auto from = text.find("weight = ") + 9;
        text.replace(from, text.find('\n', from) - from, weight);
        return errors_with("conditions/sprain.toml", text);
    };
    const std::string order = "conditions/sprain.toml:10:10: 'weight' needs low <= value <= high";
    CHECK(with(figure("10", "11", "20")) == order);
    CHECK(with(figure("21", "11", "20")) == order);
    CHECK(with(figure("nan", "1", "20")) == order);
    CHECK(with(figure("10", "10", "10")).empty());
    CHECK(has_error(with("{ value = 1, low = 1, high = 1, unit = \"furlong\", certainty = "
                         "\"read\", sources = [\"book\"] }"),
                    "conditions/sprain.toml:10:49: 'unit' must be one of"));
    CHECK(has_error(with("{ value = 1, low = 1, high = 1, unit = \"1\", sources = [\"book\"] }"),
                    "conditions/sprain.toml:10:10: 'certainty' is missing"));
    CHECK(has_error(with("{ value = 1, low = 1, high = 1, unit = \"1\", certainty = \"read\" }"),
                    "conditions/sprain.toml:10:10: 'sources' is missing"));
}

TEST_CASE("a likelihood speaks for or against, once for each finding, and above zero") {
    const auto with = [](const std::string& more) {
        return errors_with("conditions/sprain.toml", condition_text("sprain", 6) + more);
    };
    CHECK(with("[[likelihood]]\nfinding = \"chills\"\n") ==
          "conditions/sprain.toml:14:1: a likelihood needs 'present' or 'absent'");
    CHECK(with("[[likelihood]]\nfinding = \"fever\"\nabsent = " + figure("1", "1", "1") + "\n") ==
          "conditions/sprain.toml:14:1: this finding already has a likelihood here");
    CHECK(with("[[likelihood]]\nfinding = \"chills\"\nabsent = " + figure("1", "0", "1") + "\n") ==
          "conditions/sprain.toml:14:1: a likelihood ratio is above 0, its low end too");
}

TEST_CASE("nothing is declared twice: finding, question, rule") {
    const auto findings =
        SmallFolder().put("findings/more.toml", "[fever]\ntext = \"fever\"\n").errors();
    CHECK(has_error(findings, "questions/1.toml:1:1: finding 'fever' is declared twice"));
    const auto questions = errors_with("questions/2.toml", "\n" + question_text("fever"));
    CHECK(has_error(questions, "questions/2.toml:2:1: finding 'fever' is declared twice"));
    CHECK(has_error(questions, "questions/2.toml:2:1: question 'fever' is declared twice"));
    CHECK(errors_with("triage/2.toml", rule_text("R-001", "same_day", "fever")) ==
          "triage/2.toml:1:1: rule 'R-001' is declared twice");
}

TEST_CASE("nothing is declared twice: condition by id or number, care card") {
    CHECK(has_error(errors_with("conditions/twin.toml", condition_text("sprain", 7)),
                    "conditions/twin.toml:1:"));
    CHECK(has_error(errors_with("conditions/twin.toml", condition_text("twin", 6)),
                    "conditions/twin.toml:"));
    const auto card = card_text("kind = \"act\"\nto_h = 72\n");
    CHECK(has_error(SmallFolder().put("rehab/a.toml", card).put("rehab/b.toml", card).errors(),
                    "rehab/b.toml:"));
}

TEST_CASE("a care item ends after it begins, and its card names known conditions") {
    CHECK(errors_with("rehab/card.toml", card_text("kind = \"act\"\nfrom_h = 3\nto_h = 2\n")) ==
          "rehab/card.toml:4:1: a care item needs from_h <= to_h");
    CHECK(errors_with("rehab/card.toml", card_text("kind = \"act\"\n")) ==
          "rehab/card.toml:4:1: a care item needs from_h <= to_h");
    auto text = card_text("kind = \"act\"\nto_h = 2\n");
    text.replace(text.find("[\"sprain\"]"), 10, "[\"strain\"]");
    CHECK(has_error(errors_with("rehab/card.toml", text), "rehab/card.toml:"));
}

TEST_CASE("rules stand most urgent first, over all files") {
    CHECK(has_error(errors_with("triage/1.toml", rule_text("R-002", "same_day", "fever") +
                                                     rule_text("R-001", "emergency", "ill")),
                    "triage/1.toml:10:1: rules must stand most urgent first"));
    CHECK(has_error(SmallFolder()
                        .put("triage/1.toml", rule_text("R-002", "routine", "fever"))
                        .put("triage/2.toml", rule_text("R-001", "same_day", "ill"))
                        .errors(),
                    "triage/2.toml:1:1: rules must stand most urgent first"));
    CHECK(errors_with("triage/2.toml", rule_text("R-002", "same_day", "fever")).empty());
}

TEST_CASE("nobody waits longer than 168 hours") {
    const auto hours = [](const std::string& text) {
        return errors_with("triage/2.toml", rule_text("R-002", "within_days", "fever") +
                                                "seen_within_h = " + text + "\n");
    };
    CHECK(hours("168").empty());
    CHECK(has_error(hours("169"), "triage/2.toml:1:1: nobody waits longer"));
}

TEST_CASE("the hours until somebody must be seen follow from the level unless the rule says them") {
    const auto compiled = knowledge::compile(
        SmallFolder()
            .put("triage/2.toml", rule_text("R-020", "same_day", "fever") +
                                      rule_text("R-040", "within_days", "fever") +
                                      "seen_within_h = 48\n" +
                                      rule_text("R-041", "within_days", "fever"))
            .files());
    REQUIRE(compiled);
    CHECK(compiled->rules[0].seen_within_hours == 0);
    CHECK(compiled->rules[1].seen_within_hours == 24);
    CHECK(compiled->rules[2].seen_within_hours == 48);
    CHECK(compiled->rules[3].seen_within_hours == 72);
}

TEST_CASE("a derived finding rests only on what stands before it") {
    CHECK(errors_with("findings/derived.toml", "[ill]\ntext = \"ill\"\nwhen = \"worse\"\n[worse]\n"
                                               "text = \"worse\"\nwhen = \"fever\"\n") ==
          "findings/derived.toml:1:1: 'ill' rests on 'worse', which must stand before it");
    CHECK(
        errors_with("findings/derived.toml", "[ill]\ntext = \"ill\"\nwhen = \"fever or ill\"\n") ==
        "findings/derived.toml:1:1: 'ill' rests on 'ill', which must stand before it");
    CHECK(errors_with("findings/derived.toml", "[worse]\ntext = \"w\"\nwhen = \"fever\"\n[ill]\n"
                                               "text = \"ill\"\nwhen = \"worse\"\n")
              .empty());
}

TEST_CASE("whether a question applies rests on nothing derived") {
    CHECK(has_error(errors_with("questions/2.toml",
                                question_text("rash") + "applies_when = \"ill or fever\"\n"),
                    "questions/2.toml:1:1: 'applies_when' may not name the derived finding 'ill'"));
    CHECK(errors_with("questions/2.toml", question_text("rash") + "applies_when = \"fever\"\n")
              .empty());
}

TEST_CASE("a number question needs its unit and limits") {
    auto text = question_text("pain");
    text.replace(text.find("yes_no"), 6, "number");
    CHECK(errors_with("questions/2.toml", text) ==
          "questions/2.toml:1:1: a number question needs unit, min and max");
    CHECK(errors_with("questions/2.toml", text + "unit = \"nrs\"\nmin = 0\nmax = 10\n").empty());
}

TEST_CASE("a file that has no place in the folder is an error") {
    CHECK(errors_with("notes.toml", "") ==
          "notes.toml:1:1: no place for this file in the knowledge folder");
    CHECK(errors_with("triages/1.toml", "") ==
          "triages/1.toml:1:1: no place for this file in the knowledge folder");
}

TEST_CASE("a folder without its version, or without a policy, is not knowledge") {
    CHECK_FALSE(SmallFolder().remove("knowledge.toml").errors().empty());
    CHECK_FALSE(SmallFolder().remove("triage/5_policy.toml").errors().empty());
}

TEST_CASE("every error of every file is reported, by file, line and column") {
    auto condition = condition_text("sprain", 6);
    condition.replace(condition.find("soft_tissue"), 11, "soft-tissue");
    condition.replace(condition.find("[\"book\"]"), 8, "[\"gossip\"]");
    const auto errors = SmallFolder()
                            .put("knowledge.toml", "version = \"\"\nmore = 1\n")
                            .put("conditions/sprain.toml", condition)
                            .put("triage/1.toml", rule_text("R-001", "emergency", "ill or hot") +
                                                      rule_text("R-002", "later", "fever or"))
                            .errors();
    CHECK(errors == "conditions/sprain.toml:6:9: 'class' must be one of: soft_tissue, joint, "
                    "bone_stress, fracture, vascular\n"
                    "conditions/sprain.toml:9:12: unknown source 'gossip'\n"
                    "knowledge.toml:1:11: 'version' is empty\n"
                    "knowledge.toml:2:8: unknown key 'more'\n"
                    "triage/1.toml:4:16: in 'when': unknown finding 'hot'\n"
                    "triage/1.toml:12:9: 'level' must be one of: self_care, routine, within_days, "
                    "same_day, emergency\n"
                    "triage/1.toml:13:17: in 'when': expected a finding");
}

TEST_CASE("whatever a T0 or T1 rule rests on is a danger sign, through what is derived") {
    const auto compiled = knowledge::compile(
        SmallFolder()
            .put("questions/2.toml", question_text("rash") + question_text("itch"))
            .put("triage/2.toml", rule_text("R-020", "same_day", "not rash and age_years > 60") +
                                      rule_text("R-040", "within_days", "itch"))
            .files());
    REQUIRE(compiled);
    const auto danger = [&](std::string_view id) {
        return compiled->findings[find_finding(*compiled, id).value()].danger;
    };
    CHECK(danger("ill"));
    CHECK(danger("fever"));
    CHECK(danger("chills"));
    CHECK(danger("rash"));
    CHECK(danger("age_years"));
    CHECK_FALSE(danger("itch"));
}

TEST_CASE("a place is written as file, line, column and what") {
    CHECK(knowledge::format({"triage/1.toml", 3, 14, "no"}) == "triage/1.toml:3:14: no");
}
