// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/knowledge.hpp"
#include "model/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace footsure {

enum class FormTopic : std::uint8_t {
    cadence,
    stance_time,
    balance,
    vertical_oscillation,
    drift,
    sensor_check,  ///< the watch's oscillation disagrees with its stance time
};

/// What the watch shows of the Runner's form, against own past and against norms for the speed.
struct FormFinding {
    FormTopic topic{};
    std::string text;      ///< what is seen, with its size
    std::string evidence;  ///< how strong it is and what it is good for
    bool notable = false;
    std::string finding;  ///< the Finding it gives, empty when none
    std::string from;     ///< the Activity it rests on
    std::optional<Day> since;
    int runs = 0;  ///< that it rests on
    Certainty certainty = Certainty::general;
    std::vector<SourceId> sources;
};

[[nodiscard]] std::string_view word(FormTopic topic);

}  // namespace footsure
