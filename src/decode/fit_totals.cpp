// SPDX-License-Identifier: Apache-2.0
#include "decode/fit_totals.hpp"

#include <cmath>
#include <string>
#include <string_view>

namespace footsure::decode {
namespace {

constexpr double kAgreement = 0.05;
constexpr double kLeastMetres = 100;
constexpr double kLeastSeconds = 60;

/// The Records of one Leg, from the first to the last of them.
struct LegExtent {
    std::size_t first = 0;
    std::size_t last = 0;
    bool any = false;
};

std::vector<LegExtent> extents_of(const LegOfRecord& leg_of, std::size_t legs) {
    std::vector<LegExtent> extents(legs);
    for (std::size_t i = 0; i < leg_of.size(); ++i) {
        LegExtent& extent = extents[leg_of[i]];
        extent.first = extent.any ? extent.first : i;
        extent.last = i;
        extent.any = true;
    }
    return extents;
}

/// The distance between the first and the last Record of the extent that give one.
double measured_distance(const RecordTable& records, const LegExtent& extent) {
    std::size_t first = extent.first;
    std::size_t last = extent.last;
    while (first < last && std::isnan(records.value(record_distance, first))) {
        ++first;
    }
    while (last > first && std::isnan(records.value(record_distance, last))) {
        --last;
    }
    return records.value(record_distance, last) - records.value(record_distance, first);
}

bool contradicts(double said, double measured, double least) {
    const double apart = std::abs(said - measured);
    return apart > least && apart > kAgreement * std::max(said, measured);
}

void warn(std::size_t leg, std::string_view what, std::size_t legs, DecodedFile& file) {
    const std::string which = legs > 1 ? " of leg " + std::to_string(leg + 1) : std::string();
    file.warnings.push_back("the total " + std::string(what) + which +
                            " is not that of the records");
}

std::optional<Seconds> total_elapsed(const std::vector<FitSummary>& summaries) {
    double sum = 0;
    for (const FitSummary& summary : summaries) {
        const double elapsed = summary.values[summary_elapsed];
        sum += std::isnan(elapsed) ? 0 : elapsed;
    }
    return sum > 0 ? std::optional(Seconds(sum)) : std::nullopt;
}

}  // namespace

void warn_of_totals(const RecordTable& records, const LegOfRecord& leg_of, DecodedFile& file) {
    const std::vector<Leg>& legs = file.activity.legs;
    const std::vector<LegExtent> extents = extents_of(leg_of, legs.size());
    for (std::size_t i = 0; i < legs.size(); ++i) {
        if (!extents[i].any || extents[i].last == extents[i].first) {
            continue;
        }
        const Leg& leg = legs[i];
        const double metres = measured_distance(records, extents[i]);
        if (leg.distance && contradicts(leg.distance->value(), metres, kLeastMetres)) {
            warn(i, "distance", legs.size(), file);
        }
        const double seconds =
            seconds_between(records.at()[extents[i].first], records.at()[extents[i].last]);
        if (records.without_time() == 0 && leg.elapsed &&
            contradicts(leg.elapsed->value(), seconds, kLeastSeconds)) {
            warn(i, "time", legs.size(), file);
        }
    }
}

void note_salvage(const FitContent& content, DecodedFile& file) {
    const RecordTable& records = content.records;
    if (content.read_share >= 1 || content.read_share <= 0 || records.without_time() > 0 ||
        records.size() == 0 || file.kind != FileKind::activity) {
        return;
    }
    const Seconds kept(seconds_between(records.at().front(), records.at().back()));
    const Seconds by_share = kept / content.read_share;
    const Seconds whole = total_elapsed(content.sessions).value_or(by_share);
    file.salvage = Salvage{.kept = kept, .whole = std::max(whole, kept)};
}

}  // namespace footsure::decode
