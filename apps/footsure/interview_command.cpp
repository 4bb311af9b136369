// SPDX-License-Identifier: Apache-2.0
#include "footsure/advice_text.hpp"
#include "footsure/commands.hpp"
#include "footsure/data_folder.hpp"
#include "footsure/embedded_knowledge.hpp"
#include "footsure/exit_code.hpp"
#include "footsure/interview_sitting.hpp"
#include "wire/wire.hpp"

#include <fmt/format.h>

#include <iostream>

namespace footsure::app {

int run_interview(const DataOptions& options, InterviewStart start) {
    const auto knowledge = embedded_knowledge();
    SittingPlan plan{.runner = RunnerId(options.runner), .start = start};
    if (!options.at.empty()) {
        const auto at = moment(options);
        if (!at) {
            fmt::print(stderr, "{}\n", at.error());
            return kUsage;
        }
        plan.at = *at;
    }
    auto service = open_service(options, knowledge);
    if (!service) {
        fmt::print(stderr, "{}\n", service.error());
        return kFailure;
    }
    // With --json standard output holds the advice alone, so the talk goes the other way.
    std::ostream& talk = options.output == Output::json ? std::cerr : std::cout;
    InterviewSitting sitting(*service, knowledge, InterviewVoice(std::cin, talk), plan);
    const auto ending = sitting.run();
    if (!ending) {
        return report(ending.error());
    }
    if (*ending == Ending::left) {
        talk << "\nleft, resume with 'footsure interview'\n" << std::flush;
    }
    if (*ending == Ending::left && options.output == Output::text) {
        return kFine;
    }
    const auto advice = service->advise(plan.runner, sitting.moment());
    if (!advice) {
        return report(advice.error());
    }
    talk << std::flush;
    if (options.output == Output::json) {
        fmt::print("{}\n", wire::write_advice(*advice, knowledge));
    } else {
        fmt::print("{}", advice_text(*advice));
    }
    return kFine;
}

}  // namespace footsure::app
