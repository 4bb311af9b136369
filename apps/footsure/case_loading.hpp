// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/case_file.hpp"
#include "model/knowledge.hpp"
#include "model/result.hpp"

#include <filesystem>

namespace footsure::app {

/// Reads a case and the runs it names, with their doses. What cannot be used stands in `problems`.
/// Fails: with a sentence, when the file is not there or is no case.
[[nodiscard]] Result<CaseFile, std::string> load_case(const std::filesystem::path& path,
                                                      const Knowledge& knowledge);

}  // namespace footsure::app
