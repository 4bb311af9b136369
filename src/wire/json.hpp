// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"
#include "model/advice.hpp"
#include "model/units.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

/// What the files of this module share: small conversions between the model and JSON values.
namespace footsure::wire {

using Json = nlohmann::ordered_json;

/// A number as short as it can be said: rounded to `decimals`.
[[nodiscard]] double rounded(double value, int decimals);

template <class Q>
[[nodiscard]] Json number_or_null(const std::optional<Q>& value, double scale, int decimals) {
    return value ? Json(rounded(value->value() * scale, decimals)) : Json(nullptr);
}

[[nodiscard]] inline Json time_or_null(const std::optional<Instant>& at) {
    return at ? Json(format_instant(*at)) : Json(nullptr);
}

[[nodiscard]] Json to_json(const std::vector<SourceId>& sources);
[[nodiscard]] Json to_json(const Reason& reason);
[[nodiscard]] Json reasons(const std::vector<Reason>& list);
[[nodiscard]] Json limits(const std::vector<Limit>& list);
/// Keys by kind; of a leg's measure each leg under its side.
[[nodiscard]] Json to_json(const std::vector<Measured>& measures);
[[nodiscard]] Json to_json(const PlanChange& change);
/// The plan whole, or null.
[[nodiscard]] Json plan_or_null(const std::optional<CarePlan>& plan);
/// Adds `claims`, the ids; nothing when there is none.
void add_claims(const std::vector<ClaimId>& claims, Json& json);
[[nodiscard]] Json to_json(const ActivitySummary& summary);
/// Adds `exercises`, each as id, sets, repetitions and side; nothing when there is none.
void add_exercises(const std::vector<ExerciseDone>& exercises, Json& json);
/// Note: throws like the JSON library where the key holds something else.
[[nodiscard]] std::vector<ExerciseDone> exercises_at(const Json& json);
[[nodiscard]] Json to_json(const std::vector<Exposure>& exposures);
[[nodiscard]] Json to_json(const Guard& guard);
[[nodiscard]] Json to_json(const std::vector<FormFinding>& findings);
[[nodiscard]] Json to_json(const SorenessLink& link);
[[nodiscard]] Json to_json(const LoadChange& change);
[[nodiscard]] Json to_json(const ChangeAccount& account);

/// How deep a foreign text may nest; our own compiled knowledge nests deeper.
inline constexpr int kDeepest = 64;

/// Parses without exceptions; nothing when the text is not JSON or nested too deep.
[[nodiscard]] std::optional<Json> parse_json(std::string_view text, int deepest = kDeepest);

/// Text of a document, two blanks deep when `indent` is 2, on one line when it is -1; invalid
/// UTF-8 is replaced, never thrown.
[[nodiscard]] std::string dump(const Json& json, int indent);

}  // namespace footsure::wire
