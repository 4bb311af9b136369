// SPDX-License-Identifier: Apache-2.0
#include "wire/case_reader.hpp"

#include <algorithm>

namespace footsure::wire {

namespace {

// What a shoe can be; wider than any real one, so that only mistakes fall out.
constexpr Range kDrop{-20, 40};
constexpr Range kDistanceBefore{0, 10'000'000};
constexpr double kMillimetresPerMetre = 1000;

std::optional<ShoeInspection> read_inspection(const Json& json, const Place& place) {
    report_unknown_keys(json, {"on", "text"}, place);
    const auto on = read_day(json, "on", place);
    auto text = read_text(json, "text", place);
    for (const char* key : {"on", "text"}) {
        if (is_absent(json, key)) {
            place.at(key).problem("missing", "an inspection needs its day and its words");
        }
    }
    return on && text ? std::optional(ShoeInspection{*on, std::move(*text)}) : std::nullopt;
}

void read_days(const Json& json, const Place& place, Shoe& shoe) {
    shoe.introduced_on = read_day(json, "introduced_on", place);
    shoe.retired_on = read_day(json, "retired_on", place);
    if (shoe.introduced_on && shoe.retired_on && *shoe.retired_on < *shoe.introduced_on) {
        place.at("retired_on")
            .problem("out_of_order", "this lies before the day it was introduced");
        shoe.retired_on.reset();
    }
}

Shoe read_shoe(const Json& json, const Place& place, std::string name) {
    report_unknown_keys(json,
                        {"name", "kind", "drop_mm", "distance_before_m", "introduced_on",
                         "retired_on", "inspections"},
                        place);
    Shoe shoe;
    shoe.name = std::move(name);
    if (const auto text = read_text(json, "kind", place)) {
        const auto kind = shoe_kind_of(*text);
        if (!kind) {
            place.at("kind").problem("unknown_option", "this must be usual, minimal or plated");
        }
        shoe.kind = kind.value_or(ShoeKind::usual);
    }
    if (const auto drop = read_number(json, "drop_mm", place, kDrop)) {
        shoe.drop = Metres(*drop / kMillimetresPerMetre);
    }
    shoe.distance_before =
        Metres(read_number(json, "distance_before_m", place, kDistanceBefore).value_or(0));
    read_days(json, place, shoe);
    each_object(json, "inspections", place, [&](const Json& one, const Place& here) {
        if (auto inspection = read_inspection(one, here)) {
            shoe.inspections.push_back(std::move(*inspection));
        }
    });
    return shoe;
}

}  // namespace

std::vector<Shoe> read_shoes(const Json& object, const Place& place) {
    std::vector<Shoe> shoes;
    each_object(object, "shoes", place, [&](const Json& json, const Place& here) {
        auto name = read_text(json, "name", here).value_or("");
        if (name.empty()) {
            here.at("name").problem("missing", "a pair needs the name that the runs give it");
            return;
        }
        if (std::ranges::find(shoes, name, &Shoe::name) != shoes.end()) {
            here.at("name").problem("duplicate", "another pair has this name");
            return;
        }
        shoes.push_back(read_shoe(json, here, std::move(name)));
    });
    return shoes;
}

}  // namespace footsure::wire
