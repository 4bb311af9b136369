// SPDX-License-Identifier: Apache-2.0
#include "knowledge/sections.hpp"

#include <cmath>

namespace footsure::knowledge {

namespace {

/// Estimates between these are near one: their range is the root of the usual one.
/// Source: evidence_conditions, section 1 (EE).
constexpr double kNearOneFrom = 0.67;
constexpr double kNearOneTo = 1.5;
/// Where more runners report a Finding, its absence could not be reckoned with.
/// Source: our choice (EE).
constexpr double kMostShare = 0.97;

Figure with_range(double value, const EstimateRange& range) {
    const bool near_one = value >= kNearOneFrom && value <= kNearOneTo;
    const double factor = near_one ? std::sqrt(range.factor) : range.factor;
    return {value, value / factor, value * factor, range.certainty, range.sources};
}

/// How the whole file is supported, for each of its figures.
struct Support {
    Certainty certainty = Certainty::expert_estimate;
    std::vector<SourceId> sources;
};

void read_frequency(const Sheet& sheet, const Field& line, const Support& support, Names& names) {
    Reader file(sheet.file, sheet.root, sheet.errors);
    const auto finding = file.finding(line.key, line.node, names);
    if (line.node.kind != NodeKind::table) {
        file.fail(line.node, "a frequency is { share = ..., otherwise = ... }");
        return;
    }
    Reader in(sheet.file, line.node, sheet.errors);
    const double share = in.optional_number("share").value_or(kUsualShare);
    const auto otherwise = in.optional_number("otherwise");
    in.done();
    if (share <= 0 || share > kMostShare) {
        in.fail("'share' lies above 0 and is at most 0.97");
    }
    if (otherwise && *otherwise <= 0) {
        in.fail("'otherwise' is a ratio above 0");
        return;
    }
    if (!finding) {
        return;
    }
    auto& definition = names.findings[*finding];
    definition.share = share;
    if (otherwise) {
        if (auto figure = estimate(sheet, names, line.node, *otherwise)) {
            figure->certainty = support.certainty;
            figure->sources = support.sources;
            definition.otherwise = std::move(*figure);
        }
    }
}

}  // namespace

void read_estimate_range(const Sheet& sheet, Names& names) {
    Reader file(sheet.file, sheet.root, sheet.errors);
    const Node* table = file.table("estimates");
    if (table == nullptr) {
        return;
    }
    Reader in(sheet.file, *table, sheet.errors);
    EstimateRange range;
    const auto factor = in.optional_number("range");
    if (!factor || *factor < 1) {
        in.fail("'range' is the factor between an estimate and its ends, 1 or more");
    }
    range.factor = factor.value_or(1);
    range.certainty = in.certainty().value_or(Certainty::expert_estimate);
    range.sources = in.sources(names);
    in.done();
    names.estimates = std::move(range);
}

std::optional<Figure> estimate(const Sheet& sheet, const Names& names, const Node& at,
                               double value) {
    if (!names.estimates) {
        sheet.errors.push_back({sheet.file, at.line, at.column,
                                "knowledge.toml lacks the table [estimates] with their range"});
        return std::nullopt;
    }
    return with_range(value, *names.estimates);
}

void read_frequencies(const Sheet& sheet, Names& names) {
    Reader in(sheet.file, sheet.root, sheet.errors);
    const Support support{in.certainty().value_or(Certainty::expert_estimate), in.sources(names)};
    const Node* table = in.table("frequency");
    if (table == nullptr) {
        in.fail("'frequency' is missing: the table of findings");
        return;
    }
    for (const auto& line : table->fields) {
        read_frequency(sheet, line, support, names);
    }
    in.done();
}

}  // namespace footsure::knowledge
