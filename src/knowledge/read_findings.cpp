// SPDX-License-Identifier: Apache-2.0
#include "knowledge/sections.hpp"
#include "logic/logic.hpp"

#include <algorithm>

namespace footsure::knowledge {

namespace {

void add_finding(const Sheet& sheet, const Node& at, FindingDefinition definition, Names& names) {
    const bool known =
        std::ranges::any_of(names.findings, [&](const auto& f) { return f.id == definition.id; });
    if (known) {
        sheet.errors.push_back({sheet.file, at.line, at.column,
                                "finding '" + definition.id.text() + "' is declared twice"});
        return;
    }
    names.findings.push_back(std::move(definition));
}

std::optional<Truth> presumed(Reader& in) {
    if (!in.has("presumed")) {
        return std::nullopt;
    }
    const auto index = in.one_of("presumed", {"no", "yes"});
    if (!index) {
        return std::nullopt;
    }
    return *index == 0 ? Truth::no : Truth::yes;
}

/// The text of a field without complaint: the question itself is checked when it is read.
std::string peek(const Node& table, std::string_view key) {
    for (const auto& [name, node] : table.fields) {
        if (name == key && node.kind == NodeKind::text) {
            return node.text;
        }
    }
    return {};
}

/// Derived findings are computed in order, so one may rest only on those before it.
void check_order(Reader& in, const FindingDefinition& definition, const Names& names) {
    if (!definition.when) {
        return;
    }
    for (const auto part : logic::named_findings(*definition.when)) {
        const auto& other = names.findings[part];
        if (other.when && &other >= &definition) {
            in.fail("'" + definition.id.text() + "' rests on '" + other.id.text() +
                    "', which must stand before it");
        }
    }
}

/// Whether a question applies is judged before anything is derived.
void check_asked(Reader& in, const Question& question, const Names& names) {
    if (!question.applies_when) {
        return;
    }
    for (const auto part : logic::named_findings(*question.applies_when)) {
        if (names.findings[part].when) {
            in.fail("'applies_when' may not name the derived finding '" +
                    names.findings[part].id.text() + "'");
        }
    }
}

void declare_options(const Sheet& sheet, const Node& question, const std::string& group,
                     Names& names) {
    for (const auto& [key, list] : question.fields) {
        if (key != "options") {
            continue;
        }
        for (const auto& option : list.items) {
            const auto says = peek(option, "says");
            if (says.empty()) {
                continue;
            }
            add_finding(
                sheet, option,
                {.id = FindingId(peek(option, "id")), .text = says, .group = group, .asked = true},
                names);
        }
    }
}

/// Where an answer is yes, no or a number the question itself is the Finding.
void read_own_finding(Reader& in, const Names& names, Question& question, Knowledge& knowledge) {
    static_cast<void>(in.text("says"));
    static_cast<void>(in.optional_text("says_no"));
    question.finding = in.finding("id", names);
    const auto counts_as = presumed(in);
    if (question.finding && counts_as) {
        knowledge.findings[*question.finding].presumed = counts_as;
    }
    const bool bounded = question.min && question.max && !question.unit.empty();
    if (question.kind == QuestionKind::number && !bounded) {
        in.fail("a number question needs unit, min and max");
    }
}

void read_options(Reader& in, const Sheet& sheet, const Names& names, Question& question) {
    for_each_table(in, "options", sheet, [&](Reader& option, const Node&) {
        QuestionOption o{option.text("id"), option.text("text"), std::nullopt};
        const bool means_none = !option.optional_truth("finding").value_or(true);
        if (!means_none) {
            static_cast<void>(option.text("says"));
            o.finding = option.finding("id", names);
        }
        question.options.push_back(std::move(o));
    });
}

/// What makes a question a danger screen.
void read_danger(Reader& in, Question& question) {
    question.red_flag = in.optional_truth("red_flag").value_or(false);
    if (in.has("danger_answer") &&
        in.one_of("danger_answer", {"no", "yes"}) == std::optional<std::size_t>(0)) {
        question.danger_answer = Truth::no;
    }
    if (in.has("lone_sign")) {
        question.lone_sign = in.level("lone_sign").value_or(UrgencyLevel::emergency);
    }
}

Question read_question(Reader& in, const Names& names) {
    Question question{.id = QuestionId(in.text("id"))};
    question.text = in.text("text");
    question.why = in.text("why");
    static_cast<void>(in.optional_text("group"));
    const auto kind = in.one_of("kind", {"yes_no", "choice", "choices", "number", "region"});
    question.kind = static_cast<QuestionKind>(kind.value_or(0));
    if (in.has("scope") &&
        in.one_of("scope", {"person", "episode"}) == std::optional<std::size_t>(0)) {
        question.scope = QuestionScope::person;
    }
    read_danger(in, question);
    question.unit = in.optional_text("unit");
    question.min = in.optional_number("min");
    question.max = in.optional_number("max");
    question.self_test = in.optional_truth("self_test").value_or(false);
    question.applies_text = in.optional_text("applies_when");
    if (!question.applies_text.empty()) {
        question.applies_when = in.expression("applies_when", names);
        check_asked(in, question, names);
    }
    return question;
}

}  // namespace

void declare_sources(const Sheet& sheet, Knowledge& knowledge, Names& names) {
    for (const auto& [id, table] : sheet.root.fields) {
        Reader in(sheet.file, table, sheet.errors);
        knowledge.sources.push_back(
            {SourceId(id), in.text("citation"), in.optional_text("locator")});
        in.done();
        if (!names.sources.insert(id).second) {
            in.fail("source '" + id + "' is declared twice");
        }
    }
}

void declare_given_findings(const Sheet& sheet, Names& names) {
    for (const auto& [id, table] : sheet.root.fields) {
        const bool number = peek(table, "kind") == "number";
        FindingDefinition definition{.id = FindingId(id),
                                     .text = peek(table, "text"),
                                     .kind = number ? FindingKind::number : FindingKind::truth,
                                     .group =
                                         peek(table, "group").empty() ? id : peek(table, "group")};
        if (!peek(table, "when").empty()) {
            definition.when.emplace();  // parsed once every finding is declared
        }
        add_finding(sheet, table, std::move(definition), names);
    }
}

void declare_asked_findings(const Sheet& sheet, Names& names) {
    for (const auto& [key, list] : sheet.root.fields) {
        for (const auto& question : list.items) {
            const auto id = peek(question, "id");
            const auto kind = peek(question, "kind");
            const auto group = peek(question, "group").empty() ? id : peek(question, "group");
            if (kind == "yes_no" || kind == "number") {
                add_finding(sheet, question,
                            {.id = FindingId(id),
                             .text = peek(question, "says"),
                             .text_no = peek(question, "says_no"),
                             .kind = kind == "number" ? FindingKind::number : FindingKind::truth,
                             .unit = peek(question, "unit"),
                             .group = group,
                             .asked = true},
                            names);
            }
            declare_options(sheet, question, group, names);
        }
    }
}

void resolve_findings(const Sheet& sheet, Names& names) {
    for (const auto& [id, table] : sheet.root.fields) {
        Reader in(sheet.file, table, sheet.errors);
        static_cast<void>(in.text("text"));
        static_cast<void>(in.optional_text("group"));
        const bool number = in.has("kind") &&
                            in.one_of("kind", {"truth", "number"}) == std::optional<std::size_t>(1);
        const auto unit = number ? in.text("unit") : std::string();
        auto& definition =
            *std::ranges::find(names.findings, FindingId(id), &FindingDefinition::id);
        definition.unit = unit;
        if (in.has("when")) {
            definition.when = in.expression("when", names);
            check_order(in, definition, names);
        }
        definition.presumed = presumed(in);
        in.done();
    }
}

void read_questions(const Sheet& sheet, const Names& names, Knowledge& knowledge) {
    Reader file(sheet.file, sheet.root, sheet.errors);
    for_each_table(file, "question", sheet, [&](Reader& in, const Node& node) {
        Question question = read_question(in, names);
        if (question.kind == QuestionKind::yes_no || question.kind == QuestionKind::number) {
            read_own_finding(in, names, question, knowledge);
        } else {
            read_options(in, sheet, names, question);
        }
        if (find_question(knowledge, question.id.text()) != nullptr) {
            in.fail(node, "question '" + question.id.text() + "' is declared twice");
        }
        knowledge.questions.push_back(std::move(question));
    });
    file.done();
}

}  // namespace footsure::knowledge
