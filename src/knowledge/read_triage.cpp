// SPDX-License-Identifier: Apache-2.0
#include "knowledge/sections.hpp"

namespace footsure::knowledge {

namespace {

/// Be-seen-by when a rule names none, by level (evidence on triage, section 1).
constexpr int kHoursSameDay = 24;
constexpr int kHoursWithinDays = 72;
constexpr int kHoursLongest = 168;

int default_hours(UrgencyLevel level) {
    switch (level) {
    case UrgencyLevel::same_day: return kHoursSameDay;
    case UrgencyLevel::within_days: return kHoursWithinDays;
    default: return 0;
    }
}

void read_rule(Reader& in, const Names& names, Knowledge& knowledge) {
    Rule rule;
    rule.id = RuleId(in.text("id"));
    rule.level = in.level("level").value_or(UrgencyLevel::emergency);
    const auto hours = in.optional_number("seen_within_h");
    rule.seen_within_hours = hours ? static_cast<int>(*hours) : default_hours(rule.level);
    if (rule.seen_within_hours > kHoursLongest) {
        in.fail("nobody waits longer than 168 h for a within_days rule");
    }
    rule.text = in.text("text");
    rule.why = in.text("why");
    rule.tell = in.text("tell");
    if (auto when = in.expression("when", names)) {
        rule.when = std::move(*when);
    }
    rule.certainty = in.certainty().value_or(Certainty::expert_estimate);
    rule.sources = in.sources(names);
    for (const auto& other : knowledge.rules) {
        if (other.id == rule.id) {
            in.fail("rule '" + rule.id.text() + "' is declared twice");
        }
    }
    if (!knowledge.rules.empty() && rule.level > knowledge.rules.back().level) {
        in.fail("rules must stand most urgent first, over all files");
    }
    knowledge.rules.push_back(std::move(rule));
}

void read_modifier(Reader& in, const Names& names, Knowledge& knowledge) {
    UrgencyModifier modifier;
    modifier.id = RuleId(in.text("id"));
    modifier.text = in.text("text");
    if (auto when = in.expression("when", names)) {
        modifier.when = std::move(*when);
    }
    if (in.has("at_least")) {
        modifier.at_least = in.level("at_least");
    }
    modifier.certainty = in.certainty().value_or(Certainty::expert_estimate);
    modifier.sources = in.sources(names);
    knowledge.modifiers.push_back(std::move(modifier));
}

void read_first_aid(Reader& in, const Names& names, Knowledge& knowledge) {
    FirstAidItem item;
    item.id = in.text("id");
    item.text = in.text("text");
    if (in.has("only_when")) {
        item.only_when = in.expression("only_when", names);
    }
    item.certainty = in.certainty().value_or(Certainty::expert_estimate);
    item.sources = in.sources(names);
    knowledge.first_aid.push_back(std::move(item));
}

void read_contradiction(Reader& in, const Names& names, Knowledge& knowledge) {
    ContradictionDefinition contradiction{
        .id = in.text("id"), .text = in.text("text"), .ask = QuestionId(in.text("ask"))};
    if (auto when = in.expression("when", names)) {
        contradiction.when = std::move(*when);
    }
    if (find_question(knowledge, contradiction.ask.text()) == nullptr) {
        in.fail("unknown question '" + contradiction.ask.text() + "'");
    }
    knowledge.contradictions.push_back(std::move(contradiction));
}

void read_policy(Reader& in, const Names& names, TriagePolicy& policy) {
    const auto into = [&](std::string_view key, Expression& to) {
        if (auto parsed = in.expression(key, names)) {
            to = std::move(*parsed);
        }
    };
    into("acute_situation", policy.acute_situation);
    into("bone_press_only", policy.bone_press_only);
    into("self_care", policy.self_care);
    policy.sources = in.sources(names);
    const auto number = [&](std::string_view key) {
        const auto figure = in.figure(key, names);
        return figure ? figure->value : 0;
    };
    policy.rank_raises_from = number("rank_raises_from");
    policy.early_phase_hours = number("early_phase");
    policy.expires_early_hours = number("expires_early");
    policy.expires_late_hours = number("expires_late");
}

}  // namespace

void read_triage(const Sheet& sheet, const Names& names, Knowledge& knowledge) {
    Reader file(sheet.file, sheet.root, sheet.errors);
    if (file.has("rule")) {
        for_each_table(file, "rule", sheet,
                       [&](Reader& in, const Node&) { read_rule(in, names, knowledge); });
    }
    if (file.has("modifier")) {
        for_each_table(file, "modifier", sheet,
                       [&](Reader& in, const Node&) { read_modifier(in, names, knowledge); });
    }
    if (file.has("first_aid")) {
        for_each_table(file, "first_aid", sheet,
                       [&](Reader& in, const Node&) { read_first_aid(in, names, knowledge); });
    }
    if (file.has("contradiction")) {
        for_each_table(file, "contradiction", sheet,
                       [&](Reader& in, const Node&) { read_contradiction(in, names, knowledge); });
    }
    if (const Node* policy = file.table("policy")) {
        Reader in(sheet.file, *policy, sheet.errors);
        read_policy(in, names, knowledge.policy);
        in.done();
    }
    file.done();
}

void read_danger_words(const Sheet& sheet, const Names& names, Knowledge& knowledge) {
    Reader file(sheet.file, sheet.root, sheet.errors);
    for_each_table(file, "words", sheet, [&](Reader& in, const Node&) {
        DangerWords words;
        const auto finding = in.finding("finding", names);
        const bool means_no =
            in.has("value") && in.one_of("value", {"yes", "no"}) == std::optional<std::size_t>(1);
        words.finding = finding.value_or(0);
        words.meaning = means_no ? Truth::no : Truth::yes;
        words.phrases = in.texts("phrases");
        knowledge.danger_words.push_back(std::move(words));
    });
    file.done();
}

}  // namespace footsure::knowledge
