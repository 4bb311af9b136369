// SPDX-License-Identifier: Apache-2.0
#include "advice/states.hpp"

#include <set>

namespace footsure::advice {

std::vector<triage::FindingsAt> states_of(const CaseFile& case_file, const Episode& episode,
                                          const Knowledge& knowledge, LocalInstant now,
                                          findings::RunAccounts& accounts) {
    std::set<Instant> instants{now.at};
    const auto add = [&](const std::vector<Answer>& answers) {
        for (const auto& answer : answers) {
            if (answer.at < now.at) {
                instants.insert(answer.at);
            }
        }
    };
    add(case_file.answers);
    add(episode.answers);
    for (const auto& check_in : case_file.check_ins) {
        if (check_in.episode == episode.id || check_in.episode.empty()) {
            add(check_in.answers);
        }
    }
    std::vector<triage::FindingsAt> states;
    for (const auto at : instants) {
        const LocalInstant moment{at, now.offset};
        const auto& runs = accounts.before(findings::start_of(episode, moment));
        states.push_back({at, findings::find(case_file, episode, knowledge, moment, runs)});
    }
    return states;
}

}  // namespace footsure::advice
