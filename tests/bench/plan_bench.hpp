// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace footsure::bench {

/// Registers the making of a plan: two weeks of it, with ten years of runs and twelve weeks of
/// daily check-ins behind them.
void register_plan();

}  // namespace footsure::bench
