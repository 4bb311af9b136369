// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/rehab_members.hpp"
#include "wire/wire.hpp"

namespace footsure::wire {

namespace {

// The compiled form is written and read only by our own build, so both directions stand side by
// side and keys are short. One `put` and one `get` per noun; `get` throws on a broken blob, which
// read_knowledge catches.

Json put(const Expression& e) {
    Json json{{"k", static_cast<int>(e.kind)}, {"f", e.finding}};
    if (e.kind == ExpressionKind::compare) {
        json["c"] = static_cast<int>(e.comparison);
    }
    if (e.number != 0) {
        json["n"] = e.number;
    }
    if (!e.parts.empty()) {
        Json parts = Json::array();
        for (const auto& part : e.parts) {
            parts.push_back(put(part));
        }
        json["p"] = std::move(parts);
    }
    return json;
}

void get(const Json& json, Expression& e) {
    e.kind = static_cast<ExpressionKind>(json.at("k").get<int>());
    e.finding = json.at("f").get<std::uint32_t>();
    e.comparison = static_cast<Comparison>(json.value("c", 0));
    e.number = json.value("n", 0.0);
    if (json.contains("p")) {
        for (const auto& part : json.at("p")) {
            get(part, e.parts.emplace_back());
        }
    }
}

template <class Tag>
Json put(const Id<Tag>& id) {
    return id.text();
}

template <class Tag>
void get(const Json& json, Id<Tag>& id) {
    id = Id<Tag>(json.get<std::string>());
}

Json put(const std::string& text) {
    return text;
}

void get(const Json& json, std::string& text) {
    text = json.get<std::string>();
}

template <class T>
    requires std::is_arithmetic_v<T>
Json put(T value) {
    return value;
}

template <class T>
    requires std::is_arithmetic_v<T>
void get(const Json& json, T& value) {
    value = json.get<T>();
}

template <class E>
    requires std::is_enum_v<E>
Json put(E value) {
    return static_cast<int>(value);
}

template <class E>
    requires std::is_enum_v<E>
void get(const Json& json, E& value) {
    value = static_cast<E>(json.get<int>());
}

/// Most figures are our own estimates from one review: three numbers say all of them, which keeps
/// the compiled form small and quick to load.
constexpr const char* kOwnEstimates = "evidence_conditions";
constexpr std::size_t kPlainFigure = 3;

Json put(const Figure& figure) {
    Json json = Json::array({figure.value, figure.low, figure.high});
    const bool plain = figure.certainty == Certainty::expert_estimate &&
                       figure.sources.size() == 1 && figure.sources.front().text() == kOwnEstimates;
    if (!plain) {
        json.push_back(static_cast<int>(figure.certainty));
        for (const auto& source : figure.sources) {
            json.push_back(source.text());
        }
    }
    return json;
}

void get(const Json& json, Figure& figure) {
    figure.value = json.at(0).get<double>();
    figure.low = json.at(1).get<double>();
    figure.high = json.at(2).get<double>();
    if (json.size() == kPlainFigure) {
        figure.certainty = Certainty::expert_estimate;
        figure.sources = {SourceId(kOwnEstimates)};
        return;
    }
    figure.certainty = static_cast<Certainty>(json.at(kPlainFigure).get<int>());
    for (std::size_t i = kPlainFigure + 1; i < json.size(); ++i) {
        figure.sources.emplace_back(json.at(i).get<std::string>());
    }
}

template <class Dimension>
Json put(Quantity<Dimension> quantity) {
    return quantity.value();
}

template <class Dimension>
void get(const Json& json, Quantity<Dimension>& quantity) {
    quantity = Quantity<Dimension>(json.get<double>());
}

using compiled::members;

/// Lists the members of a noun once, for both directions.
void members(auto& s, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(s)>, Source>
{
    visit(s.id, s.citation, s.locator);
}

void members(auto& f, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(f)>, FindingDefinition>
{
    visit(f.id, f.text, f.text_no, f.kind, f.unit, f.group, f.danger, f.when, f.presumed, f.asked,
          f.share, f.otherwise);
}

void members(auto& o, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(o)>, QuestionOption>
{
    visit(o.id, o.text, o.finding);
}

void members(auto& q, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(q)>, Question>
{
    visit(q.id, q.text, q.why, q.kind, q.scope, q.red_flag, q.danger_answer, q.lone_sign, q.finding,
          q.options, q.unit, q.min, q.max, q.applies_when, q.applies_text, q.self_test);
}

void members(auto& r, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(r)>, Rule>
{
    visit(r.id, r.level, r.seen_within_hours, r.text, r.why, r.tell, r.when, r.certainty, r.sources,
          r.claims);
}

void members(auto& c, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(c)>, ContradictionDefinition>
{
    visit(c.id, c.text, c.ask, c.when);
}

void members(auto& m, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(m)>, UrgencyModifier>
{
    visit(m.id, m.text, m.when, m.at_least, m.certainty, m.sources);
}

void members(auto& p, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(p)>, TriagePolicy>
{
    visit(p.acute_situation, p.bone_press_only, p.self_care, p.rank_raises_from,
          p.expires_early_hours, p.early_phase_hours, p.expires_late_hours, p.sources);
}

void members(auto& l, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(l)>, Likelihood>
{
    visit(l.finding, l.present, l.absent);
}

void members(auto& m, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(m)>, WeightModifier>
{
    visit(m.when, m.factor, m.text, m.weight);
}

void members(auto& c, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(c)>, Condition>
{
    visit(c.id, c.number, c.name, c.about, c.checks, c.klass, c.weight, c.level_mild,
          c.level_severe, c.modifiers, c.likelihoods, c.sources, c.claims, c.family);
}

void members(auto& i, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(i)>, CareItem>
{
    visit(i.id, i.kind, i.from_hours, i.to_hours, i.text, i.protects, i.not_with_bone, i.only_when,
          i.unless, i.withheld_text, i.certainty, i.sources, i.claims);
}

void members(auto& c, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(c)>, CareCardDefinition>
{
    visit(c.id, c.title, c.counts_from_start, c.conditions, c.items);
}

void members(auto& f, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(f)>, FirstAidItem>
{
    visit(f.id, f.text, f.only_when, f.certainty, f.sources);
}

void members(auto& d, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(d)>, DangerWords>
{
    visit(d.finding, d.meaning, d.phrases);
}

void members(auto& c, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(c)>, Claim>
{
    visit(c.id, c.kind, c.text, c.verdict, c.answer, c.grade, c.certainty, c.sources, c.topics,
          c.links);
}

void members(auto& k, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(k)>, Knowledge>
{
    visit(k.version, k.sources, k.findings, k.questions, k.rules, k.modifiers, k.policy,
          k.conditions, k.care_cards, k.first_aid, k.danger_words, k.contradictions, k.exercises,
          k.rehab);
}

template <class T>
concept Noun = requires(T& noun) { members(noun, [](auto&...) {}); };

template <class T>
Json put(const std::vector<T>& list);
template <class T>
void get(const Json& json, std::vector<T>& list);
template <Noun T>
Json put(const T& noun);
template <Noun T>
void get(const Json& json, T& noun);

template <class T>
Json put(const std::optional<T>& value) {
    return value ? put(*value) : Json(nullptr);
}

template <class T>
void get(const Json& json, std::optional<T>& value) {
    if (!json.is_null()) {
        get(json, value.emplace());
    }
}

template <Noun T>
Json put(const T& noun) {
    Json json = Json::array();
    members(noun, [&](const auto&... member) { (json.push_back(put(member)), ...); });
    return json;
}

template <Noun T>
void get(const Json& json, T& noun) {
    std::size_t next = 0;
    members(noun, [&](auto&... member) { (get(json.at(next++), member), ...); });
}

template <class T>
Json put(const std::vector<T>& list) {
    Json json = Json::array();
    for (const auto& item : list) {
        json.push_back(put(item));
    }
    return json;
}

template <class T>
void get(const Json& json, std::vector<T>& list) {
    for (const auto& item : json) {
        get(item, list.emplace_back());
    }
}

template <class T>
Result<T, std::string> read(std::string_view json) {
    constexpr int kDeepestKnowledge = 256;
    const auto parsed = parse_json(json, kDeepestKnowledge);
    if (!parsed || !parsed->is_array()) {
        return Failure<std::string>("the compiled knowledge is no JSON list");
    }
    T read;
    try {
        get(*parsed, read);
    } catch (const nlohmann::json::exception& error) {
        return Failure<std::string>(std::string("the compiled knowledge is broken: ") +
                                    error.what());
    }
    return read;
}

}  // namespace

std::string write_knowledge(const Knowledge& knowledge) {
    return dump(put(knowledge), -1);
}

Result<Knowledge, std::string> read_knowledge(std::string_view json) {
    return read<Knowledge>(json);
}

std::string write_claims(const std::vector<Claim>& claims) {
    return dump(put(claims), -1);
}

Result<std::vector<Claim>, std::string> read_claims(std::string_view json) {
    return read<std::vector<Claim>>(json);
}

}  // namespace footsure::wire
