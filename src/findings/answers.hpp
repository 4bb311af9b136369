// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/case_file.hpp"
#include "model/finding.hpp"
#include "model/knowledge.hpp"

namespace footsure::findings {

/// What one Episode's Findings are made from.
struct EpisodeFacts {
    const CaseFile& case_file;
    const Episode& episode;
    const Knowledge& knowledge;
    LocalInstant now;
};

/// Writes what was answered up to `now`: the latest answer to each question, without
/// danger signs whose all-clear has expired.
void add_answers(const EpisodeFacts& facts, Findings& findings);

}  // namespace footsure::findings
