// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/knowledge.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace footsure::rehab {

/// Nothing when there is no such rule.
[[nodiscard]] const PainRule* find_pain_rule(const RehabKnowledge& knowledge, std::string_view id);

/// Whatever is stricter, part by part; their words stand one after the other.
[[nodiscard]] PainRule strictest(const PainRule& a, const PainRule& b);

/// What was told of one Session or day; absent = not told.
struct PainReading {
    std::optional<double> during;
    std::optional<double> after;
    std::optional<double> morning;  ///< the next one
    std::optional<double> stiffness;
    std::optional<double> usual_morning;
    std::optional<double> usual_stiffness;
    bool swelling_more = false;
    bool swollen = false;
    bool limp = false;
    bool focal_ache = false;
    bool gave_way = false;
};

/// Mildest first, so that the larger is the safer.
enum class Verdict : std::uint8_t { progress, hold, back, stop };

struct Judgement {
    Verdict verdict = Verdict::progress;
    std::string because;  ///< part of a sentence, with figures
};

/// What the rule says of a reading. What was not told says nothing.
[[nodiscard]] Judgement judge(const PainReading& reading, const PainRule& rule);

}  // namespace footsure::rehab
