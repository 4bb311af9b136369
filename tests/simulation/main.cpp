// SPDX-License-Identifier: Apache-2.0
// footsure-simulate [RUNNERS [DAYS]]: virtual runners under four policies, as Markdown.

#include "footsure/embedded_knowledge.hpp"
#include "planner_trials.hpp"
#include "report.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>

using namespace footsure;
using namespace footsure::simulation;

namespace {

constexpr int kDefaultRunners = 600;
constexpr int kDefaultDays = 168;

int number(int count, char** words, int at, int otherwise) {
    return count > at ? std::atoi(words[at]) : otherwise;
}

void print_laws(const FootsureTally& tally) {
    std::printf("\n## What held on every day\n\nAsked on %ld of %ld days; a plan on %ld, too "
                "urgent for one on %ld.\n\n| promise | times it could have been broken | broken "
                "|\n|---|---|---|\n",
                tally.asked, tally.days, tally.with_plan, tally.too_urgent);
    for (const Law law : kLaws) {
        const LawCount& count = tally.laws.count(law);
        std::printf("| %s | %ld | %ld%s%s |\n", std::string(words(law)).c_str(), count.exercised,
                    count.broken, count.first.empty() ? "" : ": ", count.first.c_str());
    }
}

}  // namespace

int main(int count, char** arguments) {
    const int runners = number(count, arguments, 1, kDefaultRunners);
    const int days = number(count, arguments, 2, kDefaultDays);
    if (runners < 1 || days < 1) {
        std::fprintf(stderr, "footsure-simulate [RUNNERS [DAYS]]: both are 1 or more\n");
        return 2;
    }
    const Knowledge knowledge = app::embedded_knowledge();
    const PlannerTrials trials =
        try_planner(static_cast<std::uint32_t>(runners), days, Against::all, knowledge);
    std::printf("%s\n## Results\n\n%s", assumptions(days).c_str(),
                results_table(trials.results).c_str());
    std::printf("\n## Settings in which our planner loses\n\n%s",
                losses_table(trials.results).c_str());
    print_laws(trials.tally);
    return 0;
}
