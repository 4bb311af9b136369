// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/health_reader.hpp"
#include "decode/track_content.hpp"

#include <optional>
#include <span>

namespace footsure::decode {

[[nodiscard]] bool is_run(const HealthElement& workout);

/// When a workout was, in the time of the phone that wrote the export.
struct HealthSpan {
    Instant from;
    Instant until;
    UtcOffset offset{0};
};

/// Gives: nothing where the times are missing, turned round or weeks apart.
[[nodiscard]] std::optional<HealthSpan> span_of(const HealthElement& workout);

/// Adds a workout as a Leg with its laps, pauses and Records.
/// Needs: the workout's span, and samples around that time; of each quantity those of one
/// source count, the workout's own where it has any, since phone and watch both report.
void add_workout(const HealthElement& workout, const HealthSpan& span,
                 std::span<const HealthSample> samples, const HealthSources& sources,
                 TrackContent& content);

}  // namespace footsure::decode
