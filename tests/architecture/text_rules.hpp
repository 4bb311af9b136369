// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "architecture/source_file.hpp"

namespace footsure::architecture {

/// Third-party and system headers outside the modules that may know them, doctest and rapidcheck
/// outside tests, and a library that should stay in one file but stands in more.
[[nodiscard]] Violations misplaced_headers(const std::vector<SourceFile>& files);

/// Only service and apps name a clock.
[[nodiscard]] Violations named_clocks(const std::vector<SourceFile>& files);

/// The modules that compute read and write nothing.
[[nodiscard]] Violations input_or_output(const std::vector<SourceFile>& files);

/// Licence line, length, and file names that say nothing.
[[nodiscard]] Violations untidy_files(const std::vector<SourceFile>& files);

/// Notes about work left to do.
[[nodiscard]] Violations unfinished_work(const std::vector<SourceFile>& files);

}  // namespace footsure::architecture
