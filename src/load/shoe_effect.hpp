// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/load.hpp"

namespace footsure::load {

/// The pair that an Activity names, as the Runner told it; null when none is told by that name.
/// The first of two pairs with one name is meant.
[[nodiscard]] const Shoe* shoe_of(const ActivitySummary& activity, const CaseFile& case_file);

/// How far each Activity's pair had been run before it, one value per Activity of the case in its
/// order; zero where no told pair is named. Later runs change nothing before them.
[[nodiscard]] std::vector<Metres> worn_before(const CaseFile& case_file);

/// What the pair does to the dose of one Tissue, against a pair of which nothing is told.
struct ShoeEffect {
    double dose_factor = 1;
    double force_sd = 0;  ///< joins the other SDs of the force in quadrature
};

/// Needs: `worn` finite and not negative.
[[nodiscard]] ShoeEffect shoe_effect(Tissue tissue, const Shoe& shoe, Metres worn);

}  // namespace footsure::load
