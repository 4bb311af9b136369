// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"

namespace footsure::wire {

namespace {

constexpr int kDecimals = 2;

Json score_or_null(const std::optional<double>& score) {
    return score ? Json(rounded(*score, kDecimals)) : Json(nullptr);
}

}  // namespace

Json to_json(const SorenessLink& link) {
    Json json{{"state", word(link.state)},
              {"mornings", link.mornings},
              {"correlation", score_or_null(link.correlation)},
              {"correlation_low", nullptr},
              {"correlation_high", nullptr},
              {"expected_nrs", score_or_null(link.expected)},
              {"expected_full_nrs", score_or_null(link.expected_full)},
              {"expected_sd_nrs", nullptr},
              {"ceiling_factor", rounded(link.ceiling_factor, kDecimals)},
              {"text", link.text}};
    if (link.correlation) {
        json["correlation_low"] = rounded(link.low, kDecimals);
        json["correlation_high"] = rounded(link.high, kDecimals);
    }
    if (link.expected) {
        json["expected_sd_nrs"] = rounded(link.expected_sd, kDecimals);
    }
    return json;
}

}  // namespace footsure::wire
