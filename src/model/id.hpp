// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <string>
#include <utility>

namespace footsure {

/// A text key whose type says what it names; one kind never stands where another belongs.
template <class Tag>
class Id {
public:
    Id() = default;

    explicit Id(std::string text) : text_(std::move(text)) {}

    [[nodiscard]] const std::string& text() const { return text_; }

    [[nodiscard]] bool empty() const { return text_.empty(); }

    auto operator<=>(const Id&) const = default;

private:
    std::string text_;
};

using RunnerId = Id<struct RunnerTag>;
using EpisodeId = Id<struct EpisodeTag>;
/// SHA-256 of a file's unpacked bytes, in lower-case hexadecimal.
using ContentId = Id<struct ContentTag>;
using RecordingId = Id<struct RecordingTag>;
using ActivityId = Id<struct ActivityTag>;
using FindingId = Id<struct FindingTag>;
using QuestionId = Id<struct QuestionTag>;
using RuleId = Id<struct RuleTag>;
using ConditionId = Id<struct ConditionTag>;
using SourceId = Id<struct SourceTag>;
using CareCardId = Id<struct CareCardTag>;
using ExerciseId = Id<struct ExerciseTag>;
using ClaimId = Id<struct ClaimTag>;

}  // namespace footsure
