// SPDX-License-Identifier: Apache-2.0
#include "trials.hpp"

namespace footsure::simulation {

namespace {

/// Seeds of one person's parts stand next to each other; those of the next begin here.
constexpr std::uint32_t kSeedsOfAPerson = 16;

}  // namespace

std::vector<NamedPolicy> plain_policies() {
    return {{"calendar", [](const RunnerFacts&) { return calendar_policy(); }},
            {"10 % a week", [](const RunnerFacts&) { return ten_percent_policy(); }},
            {"feels fine", [](const RunnerFacts&) { return feels_fine_policy(); }}};
}

Trial try_all(const Person& person, const std::vector<NamedPolicy>& policies, int days) {
    Trial trial{.person = person};
    for (const NamedPolicy& named : policies) {
        const auto policy = named.make(person.facts);
        trial.courses.push_back(live(person, *policy, days));
    }
    return trial;
}

Person person_number(std::uint32_t number) {
    return draw_person(kTroubles.at(number % kTroubles.size()), (number + 1) * kSeedsOfAPerson);
}

}  // namespace footsure::simulation
