// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/knowledge.hpp"

#include <string_view>

namespace footsure::app {

/// The compiled knowledge folder, as the build embedded it.
[[nodiscard]] std::string_view embedded_knowledge_json();
[[nodiscard]] std::string_view embedded_claims_json();
[[nodiscard]] std::string_view embedded_knowledge_hash();

/// The same, read; with its hash. Ends the program when the build embedded something broken.
[[nodiscard]] Knowledge embedded_knowledge();
/// The claims, which only those commands read that show them.
[[nodiscard]] std::vector<Claim> embedded_claims();

}  // namespace footsure::app
