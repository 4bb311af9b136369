// SPDX-License-Identifier: Apache-2.0
#include "model/measure.hpp"

#include <algorithm>

namespace footsure {

namespace {

enum class Of : std::uint8_t { person, leg };

struct MeasureRow {
    std::string_view word;
    std::string_view name;
    std::string_view unit;
    Of of = Of::person;
    MeasureRange range;
};

/// In the order of MeasureKind. Scores range as their forms do (evidence: instruments).
constexpr std::array<MeasureRow, kMeasureKinds> kRows{{
    {"heel_raises", "single-leg heel raises", "", Of::leg, {0, 200}},
    {"double_heel_raises", "double heel raises", "", Of::person, {0, 500}},
    {"heel_raise_height", "height of a single-leg heel raise", "cm", Of::leg, {0, 30}},
    {"knee_to_wall", "knee to wall", "cm", Of::leg, {0, 30}},
    {"balance_open", "single-leg stand", "s", Of::leg, {0, 600}},
    {"balance_closed", "single-leg stand with eyes closed", "s", Of::leg, {0, 600}},
    {"reach_anterior", "forward reach on one leg", "cm", Of::leg, {0, 150}},
    {"pogos", "single-leg pogos", "", Of::leg, {0, 200}},
    {"forward_hops", "forward hops on one leg", "", Of::leg, {0, 100}},
    {"hop_distance", "length of a single-leg hop", "cm", Of::leg, {0, 400}},
    {"hop_pain", "pain while hopping", "", Of::person, {0, 10}},
    {"walk_time", "brisk walk without trouble", "min", Of::person, {0, 600}},
    {"walking_pain", "pain while walking", "", Of::person, {0, 10}},
    {"full_day_unaided", "whole day without limp or aid", "", Of::person, {0, 1}},
    {"squat_control", "single-leg squat under control", "", Of::person, {0, 1}},
    {"bone_press_painless", "pressing the bone is painless", "", Of::person, {0, 1}},
    {"causes_fixed", "what led to it was found and changed", "", Of::person, {0, 1}},
    {"confidence", "confidence", "", Of::person, {0, 10}},
    {"stability", "how stable it feels", "", Of::person, {0, 10}},
    {"adherence", "exercises done in the last week", "%", Of::person, {0, 100}},
    {"sleep", "sleep a night", "h", Of::person, {0, 24}},
    {"stress", "stress", "", Of::person, {0, 10}},
    {"weekly_score", "weekly four questions", "", Of::person, {0, 100}},
    {"visa_a", "VISA-A", "", Of::person, {0, 100}},
    {"cait", "CAIT", "", Of::person, {0, 30}},
    {"idfai", "IdFAI", "", Of::person, {0, 37}},
    {"faam_adl", "FAAM daily life", "", Of::person, {0, 100}},
    {"faam_sport", "FAAM sport", "", Of::person, {0, 100}},
    {"uwri", "UWRI", "", Of::person, {0, 36}},
}};

const MeasureRow& row_of(MeasureKind kind) {
    return kRows.at(static_cast<std::size_t>(kind));
}

}  // namespace

std::string_view word(MeasureKind kind) {
    return row_of(kind).word;
}

std::optional<MeasureKind> measure_kind(std::string_view word) {
    const auto* const row = std::ranges::find(kRows, word, &MeasureRow::word);
    return row == kRows.end() ? std::nullopt
                              : std::optional(static_cast<MeasureKind>(row - kRows.begin()));
}

std::string_view unit_of(MeasureKind kind) {
    return row_of(kind).unit;
}

std::string_view name_of(MeasureKind kind) {
    return row_of(kind).name;
}

bool is_of_a_leg(MeasureKind kind) {
    return row_of(kind).of == Of::leg;
}

MeasureRange range_of(MeasureKind kind) {
    return row_of(kind).range;
}

}  // namespace footsure
