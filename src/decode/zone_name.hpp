// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/time.hpp"

#include <optional>
#include <string_view>

namespace footsure::decode {

/// The offset of a zone (`Europe/Berlin`) at an instant.
/// Gives: nothing for a name without a row here, among them zones whose rule changed after 2016;
/// for instants before 2017 the rule of today.
[[nodiscard]] std::optional<UtcOffset> offset_of_zone(std::string_view name, Instant at);

}  // namespace footsure::decode
