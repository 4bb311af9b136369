// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"
#include "model/id.hpp"
#include "model/terrain.hpp"
#include "model/time.hpp"
#include "model/tissue.hpp"
#include "model/units.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace footsure {

/// How bytes lie in a file or in the store.
enum class Packing : std::uint8_t {
    plain,
    gzip,
    deflate,  ///< a zip member's bytes, without its header
};

/// What a takeout, or the Runner who typed it in, says of a file beside the file itself. Empty or
/// absent = it does not say.
struct Hints {
    std::string name;       ///< the runner's title of it
    std::string sport;      ///< FIT's word
    std::string sub_sport;  ///< FIT's word
    std::string shoe;
    std::optional<double> perceived_exertion;  ///< 0 to 10
    std::optional<Instant> started_at;
    std::optional<UtcOffset> local_offset;
    std::optional<std::string> purpose;  ///< `commute`, `race` …
    std::optional<Terrain> ground;
    std::string session;  ///< sport of what is no run and is kept all the same: `tennis`
    std::vector<ExerciseDone> exercises;

    bool operator==(const Hints&) const = default;
};

/// One run as one content tells it. Recordings of the same run make one Activity.
struct Recording {
    RecordingId id;  ///< that of the content, with `.2` behind it for the second run in it
    ContentId content;
    std::uint32_t number = 1;  ///< of the run within the content, from 1
    ActivityId activity;       ///< that it is part of; named by the id of the first Recording
    std::string path;          ///< where it came from
    FileFormat format = FileFormat::unknown;
    Instant started_at;
    Seconds elapsed;
    Metres distance;
    Hints hints;
};

/// What a Runner changed of an Activity; absent = as recorded.
struct Correction {
    std::optional<Instant> started_at;
    std::optional<std::string> sport;
    std::optional<Metres> distance;
    std::optional<Seconds> timer;
    std::optional<std::string> name;
    std::optional<std::string> shoe;
    std::optional<double> perceived_exertion;  ///< 0 to 10
    std::optional<Terrain> ground;

    bool operator==(const Correction&) const = default;
};

enum class Visibility : std::uint8_t { shown, hidden };

[[nodiscard]] std::string_view word(Packing packing);
[[nodiscard]] std::string_view word(Visibility visibility);

}  // namespace footsure
