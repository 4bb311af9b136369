// SPDX-License-Identifier: Apache-2.0
#include "wire/wire.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace footsure;

namespace {

Day on(std::string_view text) {
    const auto day = parse_day(text);
    REQUIRE(day.has_value());
    return day.value_or(Day{});
}

/// The pair as it is after the event was written and read again.
Shoe told_by(const ShoeEvent& event) {
    auto read = wire::read_shoe_event(word(event), wire::write_shoe_event(event));
    REQUIRE(read);
    read->shoe = event.shoe;
    std::vector<Shoe> shoes(1);
    shoes[0].name = event.shoe;
    tell(*read, shoes);
    REQUIRE(shoes.size() == 1);
    return shoes[0];
}

}  // namespace

TEST_CASE("what is told of a pair comes back equal") {
    const Shoe described = told_by({.shoe = "Ghost",
                                    .what = ShoeDescription{ShoeKind::plated, Metres(0.0085),
                                                            Metres(120'000), on("2026-01-01")}});
    CHECK(described.kind == ShoeKind::plated);
    REQUIRE(described.drop);
    CHECK(described.drop->value() == doctest::Approx(0.0085));
    CHECK(described.distance_before == Metres(120'000));
    CHECK(described.introduced_on == on("2026-01-01"));
    const Shoe inspected =
        told_by({.shoe = "Ghost", .what = ShoeInspection{on("2026-02-01"), "\"flat\"\n\xC3\xA4"}});
    REQUIRE(inspected.inspections.size() == 1);
    CHECK(inspected.inspections[0].on == on("2026-02-01"));
    CHECK(inspected.inspections[0].text == "\"flat\"\n\xC3\xA4");
    CHECK(told_by({.shoe = "Ghost", .what = ShoeRetired{on("2026-02-03")}}).retired_on ==
          on("2026-02-03"));
    CHECK_FALSE(told_by({.shoe = "Ghost", .what = ShoeTakenUp{on("2026-02-04")}}).retired_on);
}

TEST_CASE("what a description does not tell reads as not told") {
    const double none = std::numeric_limits<double>::quiet_NaN();
    const Shoe shoe =
        told_by({.shoe = "Ghost",
                 .what = ShoeDescription{.drop = Metres(none), .distance_before = Metres(none)}});
    CHECK_FALSE(shoe.drop);
    CHECK(shoe.distance_before == Metres(0));
    CHECK_FALSE(shoe.introduced_on);
}

TEST_CASE("what tells nothing of a pair is refused") {
    for (const char* kind : {"described", "inspected", "retired", "taken_up", "sold", ""}) {
        for (const char* text :
             {"", "4", "[]", "{}", R"({"on":4})", R"({"on":"soon"})", R"({"kind":"usual"})",
              R"({"kind":"fast","distance_before_m":0})", R"({"on":"soon","text":"flat"})"}) {
            CAPTURE(kind);
            CAPTURE(text);
            CHECK_FALSE(wire::read_shoe_event(kind, text));
        }
    }
    CHECK_FALSE(wire::read_shoe_event("sold", R"({"on":"2026-01-01"})"));
}

TEST_CASE("a pair goes into events and comes out of them as it was") {
    Shoe shoe{.name = "Ghost", .kind = ShoeKind::minimal};
    shoe.drop = Metres(0.004);
    shoe.retired_on = on("2026-02-01");
    shoe.inspections = {{on("2026-01-05"), "a"}, {on("2026-01-06"), "b"}};
    std::vector<Shoe> shoes;
    for (int told = 0; told < 2; ++told) {
        for (const ShoeEvent& event : events_of(shoe, Instant())) {
            tell(event, shoes);
        }
    }
    REQUIRE(shoes.size() == 1);
    CHECK(shoes[0].kind == ShoeKind::minimal);
    CHECK(shoes[0].drop == Metres(0.004));
    CHECK(shoes[0].retired_on == on("2026-02-01"));
    REQUIRE(shoes[0].inspections.size() == 2);
    CHECK(shoes[0].inspections[1].text == "b");
}

TEST_CASE("the report writes null for what is not known") {
    ShoeReport report;
    ShoeUse use;
    use.shoe.name = "Ghost \"15\"";
    use.distance = Metres(std::numeric_limits<double>::quiet_NaN());
    report.shoes = {use};
    const auto text = wire::write_shoes(report);
    CHECK(text.find(R"("name": "Ghost \"15\"")") != std::string::npos);
    CHECK(text.find(R"("drop_mm": null)") != std::string::npos);
    CHECK(text.find(R"("distance_m": null)") != std::string::npos);
    CHECK(text.find(R"("share_28_days": null)") != std::string::npos);
}
