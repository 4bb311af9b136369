// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/expression.hpp"
#include "model/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace footsure {

/// A coded fact about one Episode, with where it came from.
struct Finding {
    Truth truth = Truth::not_asked;
    std::optional<double> number;
    std::string from;           ///< question, activity or `notes`; empty when nothing was said
    std::optional<Instant> at;  ///< when it was said
};

/// Two facts that cannot both be true; the safer one is used and the question asked again.
struct Contradiction {
    std::uint32_t finding = 0;
    std::string text;
    std::string question;
};

/// All Findings of one Episode, in the order of Knowledge::findings.
struct Findings {
    std::vector<Finding> values;
    std::vector<Contradiction> contradictions;
    std::vector<std::uint32_t> asked_by_notes;  ///< named in the notes but negated there: ask
    std::vector<std::uint32_t> expired;         ///< danger signs whose "no" is too old
};

}  // namespace footsure
