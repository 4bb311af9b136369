// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/case_file.hpp"
#include "model/finding.hpp"
#include "model/knowledge.hpp"

#include <cstddef>
#include <vector>

namespace footsure::bench {

using Bytes = std::vector<std::byte>;

/// One run of the sample runner as a FIT file; the same bytes everywhere.
[[nodiscard]] Bytes sample_file();

/// The real run files of FOOTSURE_SHARED, else of ../shared beside the sources; where there are
/// none, the sample runner's year.
[[nodiscard]] std::vector<Bytes> run_files();

/// A golden case: two problems, one of them dangerous.
[[nodiscard]] CaseFile golden_case(const Knowledge& knowledge);

/// Another: a sore Achilles tendon that has a plan.
[[nodiscard]] CaseFile tendon_case(const Knowledge& knowledge);

/// The knowledge with as many causes as the evidence numbers: repeated while there are fewer.
[[nodiscard]] Knowledge with_all_causes(Knowledge knowledge);

/// That many answered Findings, spread over all that can be asked; every third is "yes".
[[nodiscard]] Findings many_answers(const Knowledge& knowledge, std::size_t count);

}  // namespace footsure::bench
