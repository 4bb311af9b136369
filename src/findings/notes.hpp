// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/knowledge.hpp"

#include <string_view>
#include <vector>

namespace footsure::findings {

enum class NoteHitKind : std::uint8_t { said, negated };

/// A danger word in free text.
struct NoteHit {
    std::uint32_t finding = 0;
    Truth meaning = Truth::yes;
    NoteHitKind kind = NoteHitKind::said;
    std::string phrase;
};

/// Every danger phrase in the text, each Finding once. A phrase with no, not, never or without
/// before it in the same clause is `negated`; said once without one, it is `said`.
[[nodiscard]] std::vector<NoteHit> search_notes(std::string_view notes, const Knowledge& knowledge);

}  // namespace footsure::findings
