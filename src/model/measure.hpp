// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/result.hpp"
#include "model/side.hpp"
#include "model/time.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace footsure {

/// What a Runner measures or rates every week or fortnight; each has one unit.
enum class MeasureKind : std::uint8_t {
    heel_raises,          ///< single-leg, of one leg, until pain over 3 or the pace is lost
    double_heel_raises,   ///< both legs together
    heel_raise_height,    ///< cm, of one leg
    knee_to_wall,         ///< cm, of one leg
    balance_open,         ///< s on one leg
    balance_closed,       ///< s on one leg, eyes closed
    reach_anterior,       ///< cm, forward reach of the Y-balance on one leg
    pogos,                ///< on one leg, at pain of 3 or less
    forward_hops,         ///< on one leg, at pain of 3 or less
    hop_distance,         ///< cm, of one leg
    hop_pain,             ///< 0 to 10
    walk_time,            ///< min, longest walk at pain of 2 or less (bone: without any)
    walking_pain,         ///< 0 to 10
    full_day_unaided,     ///< 1 = a whole day without limp or aid
    squat_control,        ///< 1 = one-leg squat under control
    bone_press_painless,  ///< 1 = pressing the bone does not hurt
    causes_fixed,         ///< 1 = what led to the bone stress was found and changed
    confidence,           ///< 0 to 10
    stability,            ///< 0 to 10, how stable it feels
    adherence,            ///< % of the exercises done in the last week
    sleep,                ///< h a night
    stress,               ///< 0 to 10
    weekly_score,         ///< 0 to 100 from our own four questions, 0 = no problem
    visa_a,
    cait,
    idfai,
    faam_adl,
    faam_sport,
    uwri,
};
inline constexpr int kMeasureKinds = 29;

/// One value, on the day it was taken.
struct Measured {
    MeasureKind kind{};
    Side side = Side::unknown;  ///< of a leg's; unknown: of the person
    double value = 0;
};

[[nodiscard]] std::string_view word(MeasureKind kind);
[[nodiscard]] std::optional<MeasureKind> measure_kind(std::string_view word);
/// `cm`, `s`, `min`, `%`, `h`, or empty for counts and scores.
[[nodiscard]] std::string_view unit_of(MeasureKind kind);
/// As a sentence names it: "single-leg heel raises".
[[nodiscard]] std::string_view name_of(MeasureKind kind);
/// Whether it is taken of each leg.
[[nodiscard]] bool is_of_a_leg(MeasureKind kind);

struct MeasureRange {
    double least = 0;
    double most = 0;
};

/// What a value can be; wider than any Runner, so that only mistakes fall out.
[[nodiscard]] MeasureRange range_of(MeasureKind kind);

/// The score from what was entered of the official form, item by item; NaN is "not applicable".
/// Source: instruments sections 1 to 6 and 9 (structure and scoring only).
/// Fails: in words, for another kind, a wrong number of items or an item out of its range, and
/// where too few items are answered for a valid score.
[[nodiscard]] Result<double, std::string> score_of(MeasureKind kind, std::span<const double> items);

}  // namespace footsure
