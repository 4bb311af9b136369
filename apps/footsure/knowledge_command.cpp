// SPDX-License-Identifier: Apache-2.0
#include "footsure/commands.hpp"
#include "footsure/embedded_knowledge.hpp"
#include "footsure/exit_code.hpp"
#include "footsure/files.hpp"
#include "knowledge/knowledge.hpp"
#include "wire/wire.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>

namespace footsure::app {

namespace {

template <class Tag>
std::string joined(const std::vector<Id<Tag>>& ids) {
    std::string all;
    for (const auto& id : ids) {
        all += (all.empty() ? "" : ", ") + id.text();
    }
    return all;
}

void print_claims(const std::vector<ClaimId>& claims) {
    if (!claims.empty()) {
        fmt::print("    claims: {}\n", joined(claims));
    }
}

/// A claim in a few lines; a certainty other than `read` and `derived` is always shown.
void print_claim(const Claim& claim) {
    const bool quiet = claim.certainty == Certainty::read || claim.certainty == Certainty::derived;
    fmt::print("{} {}: {}\n    {}\n    evidence: {}{}{}\n    sources: {}\n", claim.id.text(),
               word(claim.verdict), claim.text, claim.answer, word(claim.grade), quiet ? "" : ", ",
               quiet ? "" : word(claim.certainty), joined(claim.sources));
}

void print_whole_claim(const Claim& claim) {
    print_claim(claim);
    fmt::print("    kind: {}\n    topics: {}\n", word(claim.kind), fmt::join(claim.topics, ", "));
    if (!claim.links.empty()) {
        fmt::print("    used in: {}\n", fmt::join(claim.links, ", "));
    }
}

void print_figure(std::string_view name, const std::optional<Figure>& figure) {
    if (!figure) {
        return;
    }
    fmt::print("        {} {:g} ({:g} to {:g}), {}, {}\n", name, figure->value, figure->low,
               figure->high, word(figure->certainty), joined(figure->sources));
}

void print_condition(const Condition& condition, const Knowledge& knowledge) {
    fmt::print("{} (number {}): {}\n{}\n", condition.id.text(), condition.number, condition.name,
               condition.about);
    fmt::print("    default level: {} to {}\n    what is checked: {}\n", word(condition.level_mild),
               word(condition.level_severe), condition.checks);
    print_figure("base weight per 1000", condition.weight);
    for (const auto& modifier : condition.modifiers) {
        fmt::print("    {}\n", modifier.text);
        print_figure("factor", modifier.factor);
    }
    for (const auto& likelihood : condition.likelihoods) {
        fmt::print("    {}\n", knowledge.findings[likelihood.finding].text);
        print_figure("present", likelihood.present);
        print_figure("absent", likelihood.absent);
    }
    print_claims(condition.claims);
}

void print_rule(const Rule& rule) {
    fmt::print("{} ({}): {}\n    why: {}\n    {}\n", rule.id.text(), word(rule.level), rule.text,
               rule.why, word(rule.certainty));
    for (const auto& source : rule.sources) {
        fmt::print("    source: {}\n", source.text());
    }
    print_claims(rule.claims);
}

void print_exercise(const ExerciseDefinition& exercise) {
    fmt::print("{}: {}\n{}\n", exercise.id.text(), exercise.name, exercise.how);
    if (!exercise.stop.empty()) {
        fmt::print("{}\n", exercise.stop);
    }
    fmt::print("Achilles load {}{}{} [{}]\nsources: {}\n", word(exercise.tier),
               exercise.impact == Impact::hop ? ", with impact" : "",
               exercise.one_leg ? ", on one leg" : "", word(exercise.certainty),
               joined(exercise.sources));
}

int print_entry(const Knowledge& knowledge, const std::string& id) {
    if (const auto* condition = find_condition(knowledge, id)) {
        print_condition(*condition, knowledge);
        return kFine;
    }
    for (const auto& rule : knowledge.rules) {
        if (rule.id.text() == id) {
            print_rule(rule);
            return kFine;
        }
    }
    for (const auto& source : knowledge.sources) {
        if (source.id.text() == id) {
            fmt::print("{}\n{}\n", source.citation, source.locator);
            return kFine;
        }
    }
    for (const auto& claim : knowledge.claims) {
        if (claim.id.text() == id) {
            print_whole_claim(claim);
            return kFine;
        }
    }
    for (const auto& exercise : knowledge.exercises) {
        if (exercise.id.text() == id) {
            print_exercise(exercise);
            return kFine;
        }
    }
    fmt::print(stderr, "there is no condition, rule, source, claim or exercise '{}'\n", id);
    return kNothingFound;
}

}  // namespace

int run_knowledge_check(const std::string& folder, Output output) {
    namespace fs = std::filesystem;
    std::vector<knowledge::KnowledgeFile> files;
    const auto list = list_files({folder});
    for (const auto& missing : list.missing) {
        fmt::print(stderr, "{}\n", missing);
    }
    for (const auto& path : list.files) {
        if (path.extension() != ".toml") {
            continue;
        }
        auto text = read_text_file(path);
        if (!text) {
            fmt::print(stderr, "{}\n", text.error());
            return kFailure;
        }
        files.push_back({path.lexically_relative(folder).generic_string(), std::move(*text)});
    }
    if (files.empty()) {
        fmt::print(stderr, "{}: no knowledge files; name the knowledge folder with --folder\n",
                   folder);
        return kNothingFound;
    }
    const auto compiled = knowledge::compile(files);
    if (!compiled) {
        for (auto error : compiled.error()) {
            error.file = (fs::path(folder) / error.file).generic_string();
            fmt::print("{}\n", knowledge::format(error));
        }
        fmt::print(stderr, "{} errors\n", compiled.error().size());
        return kFailure;
    }
    if (output == Output::json) {
        fmt::print("{{\"files\": {}, \"errors\": []}}\n", files.size());
    } else {
        fmt::print("{} files, {} findings, {} questions, {} rules, {} conditions, {} exercises, {} "
                   "claims, "
                   "{} sources: no errors\n",
                   files.size(), compiled->findings.size(), compiled->questions.size(),
                   compiled->rules.size(), compiled->conditions.size(), compiled->exercises.size(),
                   compiled->claims.size(), compiled->sources.size());
    }
    return kFine;
}

int run_knowledge_list(Output output) {
    auto knowledge = embedded_knowledge();
    knowledge.claims = embedded_claims();
    if (output == Output::json) {
        fmt::print("{}\n", wire::write_knowledge_list(knowledge));
        return kFine;
    }
    for (const auto& condition : knowledge.conditions) {
        fmt::print("{:02} {}: {}\n", condition.number, condition.id.text(), condition.name);
    }
    for (const auto& rule : knowledge.rules) {
        fmt::print("{} {}: {}\n", rule.id.text(), word(rule.level), rule.text);
    }
    for (const auto& exercise : knowledge.exercises) {
        fmt::print("{} {}: {}\n", exercise.id.text(), word(exercise.tier), exercise.name);
    }
    for (const auto& claim : knowledge.claims) {
        fmt::print("{} {}: {}\n", claim.id.text(), word(claim.verdict), claim.text);
    }
    return kFine;
}

int run_knowledge_show(const std::string& id, Output output) {
    auto knowledge = embedded_knowledge();
    knowledge.claims = embedded_claims();
    if (output == Output::json) {
        const auto json = wire::write_knowledge_entry(knowledge, id);
        if (json.empty()) {
            fmt::print(stderr, "there is no '{}'\n", id);
            return kNothingFound;
        }
        fmt::print("{}\n", json);
        return kFine;
    }
    return print_entry(knowledge, id);
}

int run_knowledge_claims(const std::vector<std::string>& words, Output output) {
    const auto found = knowledge::find_claims(embedded_claims(), words);
    if (found.empty()) {
        fmt::print(stderr, "no claim speaks of all of: {}. Try fewer or other words.\n",
                   fmt::join(words, " "));
        return kNothingFound;
    }
    if (output == Output::json) {
        fmt::print("{}\n", wire::write_found_claims(found));
        return kFine;
    }
    for (const auto& claim : found) {
        if (words.empty()) {
            fmt::print("{} {}: {}\n", claim.id.text(), word(claim.verdict), claim.text);
        } else {
            print_claim(claim);
        }
    }
    return kFine;
}

}  // namespace footsure::app
