// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/protocol.hpp"
#include "model/reason.hpp"

namespace footsure::rehab {

/// Joined by commas.
[[nodiscard]] std::string list_text(const std::vector<std::string>& list);

void add_once(std::vector<std::string>& list, const std::string& text);
void add_once(std::vector<Limit>& limits, const Limit& limit);

/// The rule in plain words with its figures; empty where there is none.
[[nodiscard]] std::vector<std::string> pain_sentences(const PainRule& rule);

}  // namespace footsure::rehab
