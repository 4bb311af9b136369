// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/knowledge.hpp"
#include "model/time.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace footsure {

enum class ChangeKind : std::uint8_t {
    longest_run,
    volume,
    frequency,
    pace,
    ascent,
    descent,
    terrain,
    shoe,
    form,
    rest,
    long_break,
};

/// Something that changed in the 8 weeks before an Episode began, against the Runner's own past.
struct LoadChange {
    ChangeKind kind{};
    Day on;               ///< when it changed
    std::string text;     ///< a whole sentence with sizes and dates
    double before = 0;    ///< usual value, in `unit`
    double then = 0;      ///< value at the change, in `unit`
    std::string unit;     ///< as a key's suffix: m, s, runs_per_week, s_per_km …; empty: no number
    double surprise = 0;  ///< how unusual against own past weeks, in own SDs; ranks the list
    std::string finding;  ///< the Finding it gives; empty when none
    std::string from;     ///< the Activity it rests on
    Certainty certainty = Certainty::expert_estimate;
    std::vector<SourceId> sources;
};

/// The account of the weeks before an Episode.
struct ChangeAccount {
    std::vector<LoadChange> changes;   ///< most unusual first; empty with history = nothing unusual
    int weeks_of_past = 0;             ///< whole weeks of history before the 8 weeks
    std::vector<std::string> judged;   ///< the Findings that history sufficed for, changed or not
    std::vector<std::string> unknown;  ///< what could not be judged, and why
};

/// Whether a run was there to say anything of.
[[nodiscard]] bool is_known(const ChangeAccount& account);

[[nodiscard]] std::string_view word(ChangeKind kind);
/// As a sentence names it.
[[nodiscard]] std::string_view name_of(ChangeKind kind);

}  // namespace footsure
