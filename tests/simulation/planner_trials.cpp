// SPDX-License-Identifier: Apache-2.0
#include "planner_trials.hpp"

#include <array>
#include <thread>

namespace footsure::simulation {

namespace {

constexpr std::uint32_t kThreads = 2;

std::vector<NamedPolicy> policies(Against against, const Knowledge& knowledge,
                                  FootsureTally& tally) {
    std::vector<NamedPolicy> all{{"Footsure", [&](const RunnerFacts& facts) {
                                      return footsure_policy(facts, knowledge, tally);
                                  }}};
    if (against == Against::all) {
        for (NamedPolicy& plain : plain_policies()) {
            all.push_back(std::move(plain));
        }
    }
    return all;
}

}  // namespace

PlannerTrials try_planner(std::uint32_t persons, int days, Against against,
                          const Knowledge& knowledge) {
    PlannerTrials trials{.results = {.days = days}};
    trials.results.trials.resize(persons);
    std::vector<FootsureTally> tallies(persons);
    const auto work = [&](std::uint32_t first) {
        for (std::uint32_t number = first; number < persons; number += kThreads) {
            trials.results.trials[number] =
                try_all(person_number(number), policies(against, knowledge, tallies[number]), days);
        }
    };
    {
        std::array<std::jthread, kThreads> threads;
        for (std::uint32_t first = 0; first < kThreads; ++first) {
            threads.at(first) = std::jthread(work, first);
        }
    }
    FootsureTally nothing;
    for (const NamedPolicy& named : policies(against, knowledge, nothing)) {
        trials.results.policies.push_back(named.name);
    }
    for (const FootsureTally& tally : tallies) {
        trials.tally.laws.add(tally.laws);
        trials.tally.days += tally.days;
        trials.tally.asked += tally.asked;
        trials.tally.with_plan += tally.with_plan;
        trials.tally.too_urgent += tally.too_urgent;
    }
    return trials;
}

}  // namespace footsure::simulation
