// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/tissue.hpp"

#include <span>
#include <vector>

namespace footsure::load {

/// Factor for the force of each Activity that brings all devices to one scale: the population's
/// force at the runs' easy speed over the one the device's stance times give, followed slowly. 1
/// for every run where one device measured all of them, and for what is no run. Each factor rests
/// on that run and earlier ones. Needs: Activities by start. Source: tissue-load-model section 6,
/// anchoring.
[[nodiscard]] std::vector<double> anchors(std::span<const ActivitySummary* const> activities);

}  // namespace footsure::load
