// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/advice.hpp"
#include "model/case_file.hpp"
#include "model/knowledge.hpp"

namespace footsure::advice {

/// The answer to everything: how soon to be seen, what it most likely is and why, what to do today,
/// how far one may run. Pure: no clock, no files, no memory; the same facts give the same Advice.
/// Facts later than `now` are ignored and named in `limits`.
/// A case without an Episode is answered as one Episode named `person`.
[[nodiscard]] Advice advise(const CaseFile& case_file, const Knowledge& knowledge,
                            LocalInstant now);

}  // namespace footsure::advice
