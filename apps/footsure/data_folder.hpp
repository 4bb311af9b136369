// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "footsure/commands.hpp"
#include "model/result.hpp"
#include "model/time.hpp"
#include "service/service.hpp"

namespace footsure::app {

/// The service on the data that the options name; the folder is made on first use, for its owner
/// only. Fails: with a sentence.
[[nodiscard]] Result<service::Service, std::string> open_service(const DataOptions& options,
                                                                 const Knowledge& knowledge);

/// The moment the options name, or now. Fails: with a sentence when it is no time.
[[nodiscard]] Result<LocalInstant, std::string> moment(const DataOptions& options);

/// Prints why, and gives the exit code that fits.
int report(const store::StoreError& error);

}  // namespace footsure::app
