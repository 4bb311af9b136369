// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "advice/guard.hpp"
#include "advice/guard_minimum.hpp"
#include "advice/guard_plan.hpp"
#include "model/load_limits.hpp"

namespace footsure::advice {

/// What the runs of the past let one run be: longest-run rule, pause, tissues; and what to mind
/// beside it: spacing, rest day, one change at a time, new shoes. On a track the step takes the
/// place of the longest-run rule and of the pause.
/// Gives: the ceilings of the tissues, with the speed and ground they are for.
[[nodiscard]] LoadCeilings judge_load(const GuardFacts& facts, OnTrack on_track, Minimum& minimum);

/// How soreness follows load, with a run at today's ceiling in view.
/// Needs: the exposures of the same moment.
[[nodiscard]] SorenessLink soreness_of(const CaseFile& case_file,
                                       const std::vector<Exposure>& exposed, LocalInstant now);

}  // namespace footsure::advice
