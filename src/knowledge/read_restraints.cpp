// SPDX-License-Identifier: Apache-2.0
#include "knowledge/rehab_fields.hpp"
#include "knowledge/sections.hpp"

#include <algorithm>

namespace footsure::knowledge {

namespace {

std::vector<Strain> forbidden(Reader& in) {
    auto found = strains(in, "forbids");
    if (found.empty()) {
        in.fail("'forbids' is missing or empty: what may not be done");
    }
    return found;
}

MayNot read_one(Reader& in, const Names& names, const Knowledge& knowledge) {
    MayNot may_not;
    may_not.id = in.text("id");
    may_not.conditions = conditions(in, names);
    may_not.forbids = forbidden(in);
    may_not.pain_rule = pain_rule(in, knowledge);
    may_not.text = in.text("text");
    may_not.certainty = in.certainty().value_or(Certainty::expert_estimate);
    may_not.sources = in.sources(names);
    return may_not;
}

Exclusion read_exclusion(Reader& in, const Names& names) {
    Exclusion exclusion;
    exclusion.id = in.text("id");
    if (auto when = in.expression("when", names)) {
        exclusion.when = std::move(*when);
    }
    exclusion.open_counts = in.optional_truth("open_counts").value_or(false);
    exclusion.forbids = forbidden(in);
    exclusion.text = in.text("text");
    exclusion.certainty = in.certainty().value_or(Certainty::expert_estimate);
    exclusion.sources = in.sources(names);
    return exclusion;
}

RecoveryTime read_time(Reader& in, const Names& names) {
    RecoveryTime time;
    time.condition = ConditionId(in.text("condition"));
    if (!time.condition.empty() && !names.conditions.contains(time.condition.text())) {
        in.fail("unknown condition '" + time.condition.text() + "'");
    }
    time.weeks = in.figure("weeks", names).value_or(Figure());
    time.text = in.optional_text("text");
    return time;
}

}  // namespace

void read_may_not(const Sheet& sheet, const Names& names, Knowledge& knowledge) {
    Reader file(sheet.file, sheet.root, sheet.errors);
    auto& all = knowledge.rehab.may_not;
    for_each_table(file, "may_not", sheet, [&](Reader& in, const Node&) {
        auto may_not = read_one(in, names, knowledge);
        if (std::ranges::find(all, may_not.id, &MayNot::id) != all.end()) {
            in.fail("'" + may_not.id + "' is declared twice");
        }
        all.push_back(std::move(may_not));
    });
    file.done();
}

void read_exclusions(const Sheet& sheet, const Names& names, Knowledge& knowledge) {
    Reader file(sheet.file, sheet.root, sheet.errors);
    auto& all = knowledge.rehab.exclusions;
    for_each_table(file, "exclusion", sheet, [&](Reader& in, const Node&) {
        auto exclusion = read_exclusion(in, names);
        if (std::ranges::find(all, exclusion.id, &Exclusion::id) != all.end()) {
            in.fail("'" + exclusion.id + "' is declared twice");
        }
        all.push_back(std::move(exclusion));
    });
    file.done();
}

void read_recovery(const Sheet& sheet, const Names& names, Knowledge& knowledge) {
    Reader file(sheet.file, sheet.root, sheet.errors);
    auto& all = knowledge.rehab.recovery;
    for_each_table(file, "recovery", sheet, [&](Reader& in, const Node&) {
        auto time = read_time(in, names);
        if (std::ranges::find(all, time.condition, &RecoveryTime::condition) != all.end()) {
            in.fail("'" + time.condition.text() + "' has a recovery time already");
        }
        all.push_back(std::move(time));
    });
    file.done();
}

void read_norms(const Sheet& sheet, const Names& names, Knowledge& knowledge) {
    Reader file(sheet.file, sheet.root, sheet.errors);
    auto& all = knowledge.rehab.heel_raise_norms;
    for_each_table(file, "norm", sheet, [&](Reader& in, const Node&) {
        const auto from = in.optional_number("age_from_a");
        const auto male = in.optional_number("male");
        const auto female = in.optional_number("female");
        if (!from || !male || !female) {
            in.fail("a norm needs 'age_from_a', 'male' and 'female'");
        }
        if (!all.empty() && from.value_or(0) <= all.back().age_from) {
            in.fail("norms stand youngest first");
        }
        all.push_back({from.value_or(0), male.value_or(0), female.value_or(0)});
    });
    knowledge.rehab.norm_sources = file.sources(names);
    file.done();
}

}  // namespace footsure::knowledge
