// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/run_past.hpp"

namespace footsure::load {

/// How far a new pair's share of the week may go by now.
struct Introduction {
    Day since;
    Share share;
    int week = 0;  ///< 1 is the first
    int weeks = 0;
};

/// Nothing when the pair is not new, is retired, or its weeks are over.
[[nodiscard]] std::optional<Introduction> introduction_of(const Shoe& shoe, const RunPast& all);

/// What is to be said about a pair. Needs: `use` complete but for its notes.
[[nodiscard]] std::vector<std::string> notes_about(const ShoeUse& use, const RunPast& all);

}  // namespace footsure::load
