// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"
#include "model/time.hpp"

#include <vector>

namespace footsure::app {

/// Fifty-two weeks of an invented runner's Activities, in time order, for trying the program out.
/// Gives: the same numbers for the same day. Four weeks before `last_day` she lengthens her long
/// run in one step and adds hills and a fast session; from twelve days before it her left Achilles
/// tendon hurts and she runs less. The last run is on the eve of `last_day`.
[[nodiscard]] std::vector<Activity> sample_year(Day last_day);

}  // namespace footsure::app
