// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/wire.hpp"

#include <optional>
#include <string>

namespace footsure::app {

/// The ledger as a runner reads it: the last runs, the state of each tissue, what was cleaned; one
/// tissue's legs beside each other where one is named. 78 columns wide.
[[nodiscard]] std::string load_text(const wire::Ledger& ledger, std::optional<Tissue> tissue);

}  // namespace footsure::app
