// SPDX-License-Identifier: Apache-2.0
#include "knowledge/sections.hpp"

#include <algorithm>

namespace footsure::knowledge {

namespace {

void read_modifiers(Reader& in, const Sheet& sheet, const Names& names, Condition& condition) {
    if (!in.has("modifier")) {
        return;
    }
    for_each_table(in, "modifier", sheet, [&](Reader& entry, const Node&) {
        auto when = entry.expression("when", names);
        const bool replaces = entry.has("weight");
        auto figure = entry.figure(replaces ? "weight" : "factor", names);
        WeightModifier modifier{.text = entry.text("text")};
        if (figure && figure->low <= 0) {
            entry.fail("a modifier's figure is above 0, its low end too");
        }
        if (when && figure) {
            modifier.when = std::move(*when);
            if (replaces) {
                modifier.weight = std::move(*figure);
            } else {
                modifier.factor = std::move(*figure);
            }
            condition.modifiers.push_back(std::move(modifier));
        }
    });
}

/// A base weight of 0 stands for "only when a modifier gives it a weight".
void check_weight(Reader& in, const Condition& condition) {
    if (condition.weight.sources.empty()) {
        return;  // the figure itself could not be read, and that is said already
    }
    const bool zero = condition.weight.high <= 0;
    const bool replaced = std::ranges::any_of(
        condition.modifiers, [](const auto& modifier) { return modifier.weight.has_value(); });
    if (zero && !replaced) {
        in.fail("a weight of 0 needs a modifier with a 'weight'");
    }
    if (!zero && condition.weight.low <= 0) {
        in.fail("a weight is above 0, its low end too, or 0 throughout");
    }
}

std::optional<Figure> ratio(Reader& in, std::string_view key, const Names& names) {
    auto figure = in.has(key) ? in.figure(key, names) : std::nullopt;
    if (figure && figure->low <= 0) {
        in.fail("a likelihood ratio is above 0, its low end too");
    }
    return figure;
}

bool names_already(const Condition& condition, std::uint32_t finding) {
    return std::ranges::find(condition.likelihoods, finding, &Likelihood::finding) !=
           condition.likelihoods.end();
}

void read_likelihoods(Reader& in, const Sheet& sheet, const Names& names, Condition& condition) {
    if (!in.has("likelihood")) {
        return;
    }
    for_each_table(in, "likelihood", sheet, [&](Reader& entry, const Node& node) {
        Likelihood likelihood;
        const auto finding = entry.finding("finding", names);
        likelihood.present = ratio(entry, "present", names);
        likelihood.absent = ratio(entry, "absent", names);
        if (!entry.has("present") && !entry.has("absent")) {
            entry.fail("a likelihood needs 'present' or 'absent'");
        }
        if (!finding) {
            return;
        }
        likelihood.finding = *finding;
        if (names_already(condition, *finding)) {
            entry.fail(node, "this finding already has a likelihood here");
        }
        condition.likelihoods.push_back(std::move(likelihood));
    });
}

/// The ratios of one line of `[estimates]`: `present` or `[present, absent]`.
std::vector<double> estimated_ratios(const Node& node) {
    if (node.kind == NodeKind::number) {
        return {node.number};
    }
    std::vector<double> ratios;
    for (const auto& item : node.items) {
        if (item.kind == NodeKind::number) {
            ratios.push_back(item.number);
        }
    }
    const bool pair = node.kind == NodeKind::list && node.items.size() == 2;
    return pair && ratios.size() == 2 ? ratios : std::vector<double>();
}

void read_estimate(Reader& in, const Sheet& sheet, const Names& names, const Field& line,
                   Condition& condition) {
    const auto finding = in.finding(line.key, line.node, names);
    const auto ratios = estimated_ratios(line.node);
    const bool above_zero = std::ranges::all_of(ratios, [](double r) { return r > 0; });
    if (ratios.empty() || !above_zero) {
        in.fail(line.node, "an estimate is a ratio above 0, or [present, absent]");
        return;
    }
    if (!finding) {
        return;
    }
    if (names_already(condition, *finding)) {
        in.fail(line.node, "'" + line.key + "' already has a likelihood here");
        return;
    }
    Likelihood likelihood{.finding = *finding,
                          .present = estimate(sheet, names, line.node, ratios.front())};
    if (ratios.size() == 2) {
        likelihood.absent = estimate(sheet, names, line.node, ratios.back());
    }
    condition.likelihoods.push_back(std::move(likelihood));
}

void read_estimates(Reader& in, const Sheet& sheet, const Names& names, Condition& condition) {
    const Node* table = in.table("estimates");
    if (table == nullptr) {
        return;
    }
    for (const auto& line : table->fields) {
        read_estimate(in, sheet, names, line, condition);
    }
}

}  // namespace

void read_condition(const Sheet& sheet, const Names& names, Knowledge& knowledge) {
    Reader in(sheet.file, sheet.root, sheet.errors);
    Condition condition;
    condition.id = ConditionId(in.text("id"));
    const auto number = in.optional_number("number");
    if (!number) {
        in.fail("'number' is missing: the number of the condition in the evidence");
    }
    condition.number = static_cast<int>(number.value_or(0));
    condition.name = in.text("name");
    condition.family = in.optional_text("family");
    condition.about = in.text("about");
    condition.checks = in.text("checks");
    const auto klass =
        in.one_of("class", {"soft_tissue", "joint", "bone_stress", "fracture", "vascular"});
    condition.klass = static_cast<ConditionClass>(klass.value_or(0));
    condition.level_mild = in.level("level_mild").value_or(UrgencyLevel::emergency);
    condition.level_severe = in.level("level_severe").value_or(UrgencyLevel::emergency);
    auto weight = in.figure("weight", names);
    condition.sources = in.sources(names);
    read_modifiers(in, sheet, names, condition);
    if (weight) {
        condition.weight = std::move(*weight);
        check_weight(in, condition);
    }
    read_likelihoods(in, sheet, names, condition);
    read_estimates(in, sheet, names, condition);
    in.done();
    for (const auto& other : knowledge.conditions) {
        if (other.id == condition.id || other.number == condition.number) {
            in.fail("condition '" + other.id.text() + "' already has this id or number");
        }
    }
    knowledge.conditions.push_back(std::move(condition));
}

}  // namespace footsure::knowledge
