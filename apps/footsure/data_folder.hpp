// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "footsure/commands.hpp"
#include "footsure/embedded_knowledge.hpp"
#include "footsure/exit_code.hpp"
#include "model/result.hpp"
#include "model/time.hpp"
#include "service/service.hpp"

#include <fmt/format.h>

namespace footsure::app {

/// The service on the data that the options name; the folder is made on first use, for its owner
/// only. Fails: with a sentence.
[[nodiscard]] Result<service::Service, std::string> open_service(const DataOptions& options,
                                                                 const Knowledge& knowledge);

/// The moment the options name, or now. Fails: with a sentence when it is no time.
[[nodiscard]] Result<LocalInstant, std::string> moment(const DataOptions& options);

/// Prints why, and gives the exit code that fits.
int report(const store::StoreError& error);

/// Opens the data, adds the Runner if nothing is known of them yet, and calls
/// `act(service, runner)`; says why when it cannot.
template <class Act>
int with_runner(const DataOptions& options, Act act) {
    const auto knowledge = embedded_knowledge();
    auto service = open_service(options, knowledge);
    if (!service) {
        fmt::print(stderr, "{}\n", service.error());
        return kFailure;
    }
    const RunnerId runner(options.runner);
    if (const auto known = service->ensure_runner(runner); !known) {
        return report(known.error());
    }
    return act(*service, runner);
}

}  // namespace footsure::app
