// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"

#include <cmath>

namespace footsure::wire {

namespace {

/// nlohmann's parser recurses into what it builds; depth is judged before it starts.
bool too_deep(std::string_view text, int deepest) {
    int depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string) {
            i += c == '\\' ? 1U : 0U;
            in_string = c != '"';
        } else if (c == '"') {
            in_string = true;
        } else if (c == '[' || c == '{') {
            if (++depth > deepest) {
                return true;
            }
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

}  // namespace

double rounded(double value, int decimals) {
    const double scale = std::pow(10.0, decimals);
    const double result = std::round(value * scale) / scale;
    return result == 0.0 ? 0.0 : result;
}

Json to_json(const std::vector<SourceId>& sources) {
    Json list = Json::array();
    for (const auto& source : sources) {
        list.push_back(source.text());
    }
    return list;
}

Json to_json(const Reason& reason) {
    Json json{{"text", reason.text}};
    if (!reason.finding.empty()) {
        json["finding"] = reason.finding;
    }
    if (!reason.rule.empty()) {
        json["rule"] = reason.rule;
    }
    if (!reason.from.empty()) {
        json["from"] = reason.from;
    }
    if (reason.weight) {
        json["weight"] = rounded(*reason.weight, 2);
    }
    if (reason.certainty) {
        json["certainty"] = word(*reason.certainty);
    }
    json["sources"] = to_json(reason.sources);
    return json;
}

void add_claims(const std::vector<ClaimId>& claims, Json& json) {
    for (const auto& claim : claims) {
        json["claims"].push_back(claim.text());
    }
}

std::optional<Json> parse_json(std::string_view text, int deepest) {
    if (too_deep(text, deepest)) {
        return std::nullopt;
    }
    Json json = Json::parse(text, nullptr, false);
    return json.is_discarded() ? std::nullopt : std::optional(std::move(json));
}

std::string dump(const Json& json, int indent) {
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace footsure::wire
