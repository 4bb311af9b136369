// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/fit_notes.hpp"
#include "decode/fit_profile.hpp"
#include "decode/record_table.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace footsure::decode {

/// A session or lap message as numbers by SummarySlot, NaN where absent.
struct FitSummary {
    std::array<double, summary_slots> values{};
    double ended_at = kNoValue;  ///< its timestamp, in FIT seconds
};

/// One part of a chained file; its messages lie from these places to those of the next part.
struct FitPart {
    std::array<double, file_product_name> id{kNoValue, kNoValue, kNoValue};
    std::string product_name;
    double sport = kNoValue;  ///< of the sport message
    double sub_sport = kNoValue;
    std::size_t first_record = 0;
    std::size_t first_session = 0;
    std::size_t first_lap = 0;
};

/// Everything read from a FIT file that an Activity is made of.
struct FitContent {
    std::vector<FitPart> parts;
    std::vector<FitSummary> sessions;
    std::vector<FitSummary> laps;
    RecordTable records;
    FitNotes notes;
    double read_share = 1;  ///< of the bytes that the first damaged part promised
};

/// FIT counts seconds from 1989-12-31T00:00:00Z.
inline constexpr std::int64_t kFitEpoch = 631'065'600;
/// Below this a FIT time counts from power-on: the clock was never set.
inline constexpr double kFirstRealTime = 0x10000000;

[[nodiscard]] inline Instant fit_instant(double fit_seconds) {
    return Instant(std::chrono::seconds(kFitEpoch + static_cast<std::int64_t>(fit_seconds)));
}

/// Where the messages of one part lie among all of the file; the ends are those of the next part.
struct PartRange {
    std::size_t first_record = 0;
    std::size_t records_end = 0;
    std::size_t first_session = 0;
    std::size_t sessions_end = 0;
    std::size_t first_lap = 0;
    std::size_t laps_end = 0;
};

[[nodiscard]] inline PartRange range_of(const FitContent& content, std::size_t part) {
    const bool last = part + 1 == content.parts.size();
    const FitPart& here = content.parts[part];
    const FitPart* next = last ? nullptr : &content.parts[part + 1];
    return {.first_record = here.first_record,
            .records_end = last ? content.records.size() : next->first_record,
            .first_session = here.first_session,
            .sessions_end = last ? content.sessions.size() : next->first_session,
            .first_lap = here.first_lap,
            .laps_end = last ? content.laps.size() : next->first_lap};
}

[[nodiscard]] inline double fit_seconds(Instant at) {
    return seconds_between(Instant(std::chrono::seconds(kFitEpoch)), at);
}

}  // namespace footsure::decode
