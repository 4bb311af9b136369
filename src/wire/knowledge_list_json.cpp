// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/wire.hpp"

namespace footsure::wire {

namespace {

Json figure_json(const std::optional<Figure>& figure) {
    if (!figure) {
        return nullptr;
    }
    return {{"value", figure->value},
            {"low", figure->low},
            {"high", figure->high},
            {"certainty", word(figure->certainty)},
            {"sources", to_json(figure->sources)}};
}

Json head(const Condition& condition) {
    return {{"id", condition.id.text()},
            {"number", condition.number},
            {"name", condition.name},
            {"class", word(condition.klass)},
            {"level_mild", word(condition.level_mild)},
            {"level_severe", word(condition.level_severe)}};
}

Json head(const Rule& rule) {
    return {{"id", rule.id.text()},
            {"level", word(rule.level)},
            {"text", rule.text},
            {"certainty", word(rule.certainty)},
            {"sources", to_json(rule.sources)}};
}

Json head(const Source& source) {
    return {{"id", source.id.text()}, {"citation", source.citation}, {"locator", source.locator}};
}

Json head(const Claim& claim) {
    return {{"id", claim.id.text()}, {"verdict", word(claim.verdict)}, {"text", claim.text}};
}

Json head(const ExerciseDefinition& exercise) {
    return {{"id", exercise.id.text()},
            {"name", exercise.name},
            {"tier", word(exercise.tier)},
            {"impact", word(exercise.impact)},
            {"one_leg", exercise.one_leg},
            {"certainty", word(exercise.certainty)},
            {"sources", to_json(exercise.sources)}};
}

Json whole(const Claim& claim) {
    return {{"id", claim.id.text()},
            {"kind", word(claim.kind)},
            {"verdict", word(claim.verdict)},
            {"text", claim.text},
            {"answer", claim.answer},
            {"grade", word(claim.grade)},
            {"certainty", word(claim.certainty)},
            {"sources", to_json(claim.sources)},
            {"topics", claim.topics},
            {"links", claim.links}};
}

Json whole(const Condition& condition, const Knowledge& knowledge) {
    Json json = head(condition);
    json["about"] = condition.about;
    json["checks"] = condition.checks;
    json["weight_per_1000"] = figure_json(condition.weight);
    json["modifiers"] = Json::array();
    for (const auto& modifier : condition.modifiers) {
        json["modifiers"].push_back(
            {{"text", modifier.text}, {"factor", figure_json(modifier.factor)}});
    }
    json["likelihoods"] = Json::array();
    for (const auto& likelihood : condition.likelihoods) {
        const auto& finding = knowledge.findings[likelihood.finding];
        json["likelihoods"].push_back({{"finding", finding.id.text()},
                                       {"text", finding.text},
                                       {"present", figure_json(likelihood.present)},
                                       {"absent", figure_json(likelihood.absent)}});
    }
    json["sources"] = to_json(condition.sources);
    add_claims(condition.claims, json);
    return json;
}

}  // namespace

std::string write_knowledge_list(const Knowledge& knowledge) {
    Json json{{"version", knowledge.version}, {"hash", knowledge.hash}};
    json["conditions"] = Json::array();
    for (const auto& condition : knowledge.conditions) {
        json["conditions"].push_back(head(condition));
    }
    json["rules"] = Json::array();
    for (const auto& rule : knowledge.rules) {
        json["rules"].push_back(head(rule));
    }
    json["sources"] = Json::array();
    for (const auto& source : knowledge.sources) {
        json["sources"].push_back(head(source));
    }
    json["claims"] = Json::array();
    for (const auto& claim : knowledge.claims) {
        json["claims"].push_back(head(claim));
    }
    json["exercises"] = Json::array();
    for (const auto& exercise : knowledge.exercises) {
        json["exercises"].push_back(head(exercise));
    }
    return dump(json, 2);
}

std::string write_knowledge_entry(const Knowledge& knowledge, std::string_view id) {
    if (const auto* condition = find_condition(knowledge, id)) {
        return dump(whole(*condition, knowledge), 2);
    }
    for (const auto& rule : knowledge.rules) {
        if (rule.id.text() == id) {
            Json json = head(rule);
            json["why"] = rule.why;
            json["tell"] = rule.tell;
            json["seen_within_h"] = rule.seen_within_hours;
            add_claims(rule.claims, json);
            return dump(json, 2);
        }
    }
    for (const auto& exercise : knowledge.exercises) {
        if (exercise.id.text() == id) {
            return dump(head(exercise), 2);
        }
    }
    for (const auto& source : knowledge.sources) {
        if (source.id.text() == id) {
            return dump(head(source), 2);
        }
    }
    for (const auto& claim : knowledge.claims) {
        if (claim.id.text() == id) {
            return dump(whole(claim), 2);
        }
    }
    return {};
}

std::string write_found_claims(const std::vector<Claim>& claims) {
    Json list = Json::array();
    for (const auto& claim : claims) {
        list.push_back(whole(claim));
    }
    return dump({{"claims", std::move(list)}}, 2);
}

}  // namespace footsure::wire
