// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "architecture/source_file.hpp"

namespace footsure::architecture {

/// Numbers other than 0, 1, 2 and 0.5 in load, triage, differential and rehab that are not the
/// value of a named `constexpr` constant.
[[nodiscard]] Violations naked_numbers(const std::vector<SourceFile>& files);

/// Such constants in those modules without `Source:` in a comment of the group they stand in: the
/// lines up to the last blank one.
[[nodiscard]] Violations numbers_without_source(const std::vector<SourceFile>& files);

}  // namespace footsure::architecture
