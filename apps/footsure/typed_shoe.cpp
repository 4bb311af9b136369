// SPDX-License-Identifier: Apache-2.0
#include "footsure/typed_shoe.hpp"

#include "footsure/typed_number.hpp"

namespace footsure::app {

namespace {

constexpr double kMillimetresPerMetre = 1000;
constexpr double kMetresPerKilometre = 1000;
// Wider than any real shoe, so that only slips of the finger fall out; the case has the same.
constexpr TypedRange kDrop{"drop in millimetres", -20, 40};
constexpr TypedRange kBefore{"distance in kilometres", 0, 10'000};

}  // namespace

Result<Day, std::string> read_wear_day(const std::string& text, Day today) {
    if (text.empty()) {
        return today;
    }
    const auto day = parse_day(text);
    if (!day) {
        return Failure<std::string>("'" + text + "' is no day such as 2026-03-01");
    }
    if (*day > today) {
        return Failure<std::string>(text + " lies ahead; today is " + format_day(today));
    }
    return *day;
}

Result<ShoeDescription, std::string> read_description(const TypedShoe& typed, const Shoe& known,
                                                      Day today) {
    ShoeDescription description{known.kind, known.drop, known.distance_before, known.introduced_on};
    const auto kind = shoe_kind_of(typed.kind);
    if (!typed.kind.empty() && !kind) {
        return Failure<std::string>("'" + typed.kind +
                                    "' is no kind of shoe; it is usual, minimal or plated");
    }
    description.kind = kind.value_or(description.kind);
    const auto drop = read_ranged(typed.drop, kDrop);
    const auto before = read_ranged(typed.before, kBefore);
    if (!drop || !before) {
        return Failure<std::string>(drop ? before.error() : drop.error());
    }
    if (const auto& millimetres = *drop) {
        description.drop = Metres(*millimetres / kMillimetresPerMetre);
    }
    if (const auto& kilometres = *before) {
        description.distance_before = Metres(*kilometres * kMetresPerKilometre);
    }
    if (!typed.from.empty()) {
        const auto from = read_wear_day(typed.from, today);
        if (!from) {
            return Failure<std::string>(from.error());
        }
        description.introduced_on = *from;
    }
    return description;
}

Instant holds_from(Day day, UtcOffset offset) {
    return Instant(day) - offset;
}

}  // namespace footsure::app
