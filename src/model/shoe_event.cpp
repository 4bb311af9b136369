// SPDX-License-Identifier: Apache-2.0
#include "model/shoe.hpp"

#include <algorithm>

namespace footsure {

namespace {

struct Teller {
    Shoe& shoe;

    void operator()(const ShoeDescription& description) const {
        shoe.kind = description.kind;
        shoe.drop = description.drop;
        shoe.distance_before = description.distance_before;
        shoe.introduced_on = description.introduced_on;
    }

    /// The same inspection told twice is one.
    void operator()(const ShoeInspection& inspection) const {
        const bool known = std::ranges::any_of(shoe.inspections, [&](const ShoeInspection& i) {
            return i.on == inspection.on && i.text == inspection.text;
        });
        if (!known) {
            shoe.inspections.push_back(inspection);
        }
    }

    void operator()(const ShoeRetired& retired) const { shoe.retired_on = retired.on; }

    void operator()(const ShoeTakenUp& /*taken_up*/) const { shoe.retired_on.reset(); }
};

struct Namer {
    std::string_view operator()(const ShoeDescription& /*what*/) const { return "described"; }

    std::string_view operator()(const ShoeInspection& /*what*/) const { return "inspected"; }

    std::string_view operator()(const ShoeRetired& /*what*/) const { return "retired"; }

    std::string_view operator()(const ShoeTakenUp& /*what*/) const { return "taken_up"; }
};

}  // namespace

void tell(const ShoeEvent& event, std::vector<Shoe>& shoes) {
    auto found = std::ranges::find(shoes, event.shoe, &Shoe::name);
    if (found == shoes.end()) {
        Shoe fresh;
        fresh.name = event.shoe;
        found = shoes.insert(shoes.end(), std::move(fresh));
    }
    std::visit(Teller{*found}, event.what);
}

std::vector<ShoeEvent> events_of(const Shoe& shoe, Instant at) {
    std::vector<ShoeEvent> events;
    const auto add = [&](auto what) { events.push_back({shoe.name, at, std::move(what)}); };
    add(ShoeDescription{shoe.kind, shoe.drop, shoe.distance_before, shoe.introduced_on});
    for (const ShoeInspection& inspection : shoe.inspections) {
        add(inspection);
    }
    if (shoe.retired_on) {
        add(ShoeRetired{*shoe.retired_on});
    }
    return events;
}

std::string_view word(const ShoeEvent& event) {
    return std::visit(Namer{}, event.what);
}

}  // namespace footsure
