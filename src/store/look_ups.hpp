// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// What an import asks once for each file. Each must be answered from an index, whatever else is
/// stored; they stand apart so that a test can ask the database for its plan.
namespace footsure::store {

inline constexpr std::string_view kOriginalPath =
    "select path from originals where runner_id = $1 and content_id = $2";

inline constexpr std::string_view kRecordingsOf =
    "select recording_id, content_id, number, activity_id, path, format, started_at_us, "
    "elapsed_s, distance_m, hints from recordings "
    "where runner_id = $1 and activity_id = $2 order by recording_id";

inline constexpr std::string_view kRecordingsIn =
    "select recording_id, content_id, number, activity_id, path, format, started_at_us, "
    "elapsed_s, distance_m, hints from recordings "
    "where runner_id = $1 and content_id = $2 order by number";

inline constexpr std::string_view kRecordingsBetween =
    "select recording_id, content_id, number, activity_id, path, format, started_at_us, "
    "elapsed_s, distance_m, hints from recordings "
    "where runner_id = $1 and started_at_us >= $2 and started_at_us <= $3 "
    "order by started_at_us, recording_id";

inline constexpr std::string_view kActivity =
    "select activity_id, summary from activities where runner_id = $1 and activity_id = $2";

inline constexpr std::string_view kKeptApartFrom =
    "select other_id from kept_apart where runner_id = $1 and recording_id = $2 order by other_id";

inline constexpr std::string_view kCorrections =
    "select value from corrections where runner_id = $1 and activity_id = $2 order by number";

inline constexpr std::string_view kSetAside =
    "select aside_key, kind, path, reason, program, at_us, packing, unpacked_size from set_aside "
    "where runner_id = $1 and aside_key = $2";

}  // namespace footsure::store
