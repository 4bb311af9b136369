// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validate/check_table.hpp"

namespace footsure::validate {

/// Rows 16 to 37: what studies published, beside the model.
[[nodiscard]] Result<std::vector<CheckRow>, std::string>
published_rows(const std::filesystem::path& biomech);

}  // namespace footsure::validate
