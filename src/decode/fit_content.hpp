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
[[nodiscard]] inline Instant fit_instant(double fit_seconds) {
    constexpr std::int64_t kFitEpoch = 631'065'600;
    return Instant(std::chrono::seconds(kFitEpoch + static_cast<std::int64_t>(fit_seconds)));
}

}  // namespace footsure::decode
