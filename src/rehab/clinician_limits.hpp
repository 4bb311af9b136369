// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/case_file.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace footsure::rehab {

enum class LimitKind : std::uint8_t {
    no_running,
    no_impact,
    no_weight_bearing,
    no_exercises,
    no_stretching,
    running_at_most,
    shown,  ///< other words: they stand in the plan as they are
};

/// What a clinician wrote, as far as it is understood.
struct ClinicianLimit {
    LimitKind kind = LimitKind::shown;
    std::optional<Day> until;  ///< and on it; absent: until another visit lifts it
    std::optional<Seconds> most;
    bool read_safer = false;  ///< not understood, but about running: no running
    std::string words;
};

/// Never fails: `no_running until 2026-04-01`, `running_at_most_min 20`, else the safer reading.
[[nodiscard]] ClinicianLimit read_limit(std::string_view text);
/// How to word it so that it is understood.
[[nodiscard]] std::string how_to_word(const ClinicianLimit& limit);

/// `doctor`, as a sentence names who it was.
[[nodiscard]] std::string who_of(const Seen& seen);

/// A limit that holds, and the visit that set it.
struct LimitInForce {
    ClinicianLimit limit;
    const Seen* seen = nullptr;
};

/// Those that hold on that day: set by then, not over, not lifted by a later visit.
[[nodiscard]] std::vector<LimitInForce> limits_on(const Episode& episode, Day on);

/// The last visit by then that allows `running` or `impact`; running is impact too.
/// Nothing: nobody did.
[[nodiscard]] const Seen* cleared_by(const Episode& episode, LimitKind kind, Day on);

}  // namespace footsure::rehab
