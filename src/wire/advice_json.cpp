// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/wire.hpp"

#include <algorithm>

namespace footsure::wire {

namespace {

constexpr int kProbabilityDecimals = 3;

Json rules(const TriageDecision& triage) {
    Json json = Json::array();
    for (const auto& rule : triage.rules) {
        json.push_back({{"id", rule.id.text()},
                        {"level", word(rule.level)},
                        {"text", rule.text},
                        {"certainty", word(rule.certainty)},
                        {"be_seen_by", time_or_null(rule.be_seen_by)},
                        {"because", reasons(rule.because)}});
        add_claims(rule.claims, json.back());
    }
    return json;
}

Json differential(const Differential& ranked) {
    Json json = Json::array();
    for (const auto& cause : ranked) {
        json.push_back({{"condition", cause.condition.text()},
                        {"name", cause.name},
                        {"probability", rounded(cause.probability.value(), kProbabilityDecimals)},
                        {"low", rounded(cause.low.value(), kProbabilityDecimals)},
                        {"high", rounded(cause.high.value(), kProbabilityDecimals)},
                        {"named_by_clinician", cause.named_by_clinician},
                        {"together_with",
                         cause.together_with ? Json(cause.together_with->text()) : Json(nullptr)},
                        {"for", reasons(cause.supporting)},
                        {"against", reasons(cause.opposing)}});
        add_claims(cause.claims, json.back());
    }
    return json;
}

Json seek_care(const SeekCare& care) {
    return {{"where", care.where},
            {"first_aid", reasons(care.first_aid)},
            {"tell", care.tell},
            {"checks", care.checks}};
}

Json care(const std::optional<Care>& care) {
    if (!care) {
        return nullptr;
    }
    Json lines = Json::array();
    for (const auto& line : care->lines) {
        lines.push_back({{"id", line.id},
                         {"kind", word(line.kind)},
                         {"from", format_instant(line.from)},
                         {"until", format_instant(line.until)},
                         {"text", line.text},
                         {"certainty", word(line.certainty)},
                         {"sources", to_json(line.sources)}});
        if (!line.disputed.empty()) {
            lines.back()["disputed"] = line.disputed;
        }
        add_claims(line.claims, lines.back());
    }
    return {{"title", care->title}, {"lines", std::move(lines)}};
}

/// Each level writes what its type can hold, and null for the rest.
struct HelpWriter {
    Json& json;

    void operator()(const UrgentHelp& help) const {
        write(seek_care(help.seek_care), nullptr, nullptr, nullptr);
    }

    void operator()(const ProtectedWait& help) const {
        write(seek_care(help.seek_care), care(help.care), nullptr, nullptr);
    }

    void operator()(const RoutineHelp& help) const {
        write(nullptr, care(help.care), plan_or_null(help.plan),
              {{"with", help.appointment.with},
               {"within", help.appointment.within},
               {"tell", help.appointment.tell},
               {"checks", help.appointment.checks}});
    }

    void operator()(const SelfCareHelp& help) const {
        write(nullptr, care(help.care), plan_or_null(help.plan), nullptr);
    }

    void write(Json seek, Json care_card, Json plan, Json appointment) const {
        json["seek_care"] = std::move(seek);
        json["care"] = std::move(care_card);
        json["plan"] = std::move(plan);
        json["appointment"] = std::move(appointment);
    }
};

Json would_change(const std::vector<TurningAnswer>& answers) {
    Json list = Json::array();
    for (const auto& answer : answers) {
        list.push_back({{"question", answer.question.text()},
                        {"text", answer.text},
                        {"first", answer.first.text()}});
    }
    return list;
}

Json episode(const EpisodeAdvice& advice) {
    Json ask = Json::array();
    for (const auto& next : advice.ask_next) {
        ask.push_back({{"question", next.question.text()}, {"text", next.text}, {"why", next.why}});
    }
    Json json{{"id", advice.id.text()},
              {"side", word(advice.side)},
              {"urgency", word(advice.triage.urgency.level())},
              {"provisional", advice.triage.provisional},
              {"rules", rules(advice.triage)},
              {"differential", differential(advice.differential)},
              {"ask_next", std::move(ask)}};
    if (!advice.would_change.empty()) {
        json["would_change"] = would_change(advice.would_change);
    }
    if (is_known(advice.before)) {
        json["before"] = to_json(advice.before);
    }
    std::visit(HelpWriter{json}, advice.help);
    json["limits"] = limits(advice.triage.limits);
    return json;
}

/// Without a history there is no state of anything.
Json known_only(const std::vector<Exposure>& exposures) {
    const bool known = std::ranges::any_of(exposures, [](const Exposure& exposure) {
        return exposure.history_days > 0 || exposure.unresolved.value() > 0;
    });
    return known ? to_json(exposures) : Json::array();
}

}  // namespace

Json limits(const std::vector<Limit>& list) {
    Json json = Json::array();
    for (const auto& limit : list) {
        json.push_back({{"code", limit.code}, {"text", limit.text}});
    }
    return json;
}

Json reasons(const std::vector<Reason>& list) {
    Json json = Json::array();
    for (const auto& reason : list) {
        json.push_back(to_json(reason));
    }
    return json;
}

std::string write_advice(const Advice& advice, const Knowledge& knowledge) {
    Json episodes = Json::array();
    for (const auto& one : advice.episodes) {
        episodes.push_back(episode(one));
    }
    Json problems = Json::array();
    for (const auto& problem : advice.problems) {
        problems.push_back(
            {{"path", problem.path}, {"code", problem.code}, {"text", problem.text}});
    }
    Json json{{"schema", "footsure.advice/1"},
              {"runner_id", advice.runner.text()},
              {"at", format_instant(advice.at.at)},
              {"knowledge", {{"version", knowledge.version}, {"hash", knowledge.hash}}},
              {"urgency", word(advice.urgency.level())},
              {"provisional", advice.provisional},
              {"episodes", std::move(episodes)},
              {"guard", to_json(advice.guard)},
              {"load", known_only(advice.exposures)},
              {"prevention", plan_or_null(advice.prevention)},
              {"limits", limits(advice.limits)},
              {"problems", std::move(problems)}};
    if (!advice.form.empty()) {
        json["form"] = to_json(advice.form);
    }
    return dump(json, 2);
}

}  // namespace footsure::wire
