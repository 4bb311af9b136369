// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/form_finding.hpp"

#include <string>
#include <vector>

namespace footsure::app {

/// The section "What your watch shows of your form", 78 columns wide; empty when it shows nothing.
[[nodiscard]] std::string form_text(const std::vector<FormFinding>& form);

}  // namespace footsure::app
