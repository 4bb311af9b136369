// SPDX-License-Identifier: Apache-2.0
#pragma once

// Random knowledge with random answers, and the same model once more by plain multiplication over
// every hypothesis: slow, without logarithms, tables or anything shared with the engine.

#include "differential/small_knowledge_test.hpp"

#include <rapidcheck.h>

#include <map>
#include <string>
#include <vector>

namespace footsure::differential::testing {

double between(double low, double high);

struct World {
    KnowledgeBuilder made;
    Findings findings;
    std::size_t asked = 0;  ///< Findings before this are asked, the others derived

    /// Leaves no modifier and nothing derived, so that Findings may be numbered anew.
    void forget_expressions();
    /// Reverses Findings, Conditions and likelihoods. Needs: no expressions.
    void turn_round();
};

World any_world();

struct Enumerated {
    double probability = 0;
    std::string partner;  ///< of the most probable hypothesis
    double margin = 0;    ///< by which that hypothesis leads
};

/// By the Condition's id.
std::map<std::string, Enumerated> enumerate(const World& world);
std::map<std::string, double> enumerate_singles(const World& world);

}  // namespace footsure::differential::testing
