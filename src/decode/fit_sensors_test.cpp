// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.hpp"
#include "decode/fit_builder_test.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace footsure;
using namespace footsure::decode;
using namespace footsure::decode::testing;

namespace {

constexpr std::string_view kStryd = "18fb2cf01a4b430dad66988c847421f4";
constexpr std::string_view kRunScribe = "c1f5c80a5a054e8a97b3fda34e957035";
constexpr std::string_view kEarlyRunScribe = "502092b3b0dd45ad89b3472ab2060ab6";

unsigned digit(char c) {
    return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
}

/// Says which app has that index.
void add_app(FitBuilder& builder, unsigned index, std::string_view id) {
    builder.define(5, 207, {{1, 16, kByte}, {3, 1, kU8}}).begin(5);
    for (std::size_t i = 0; i < id.size(); i += 2) {
        builder.add(u8(digit(id[i]) * 16 + digit(id[i + 1])));
    }
    builder.add(u8(index));
}

struct Described {
    unsigned index = 0;
    unsigned field = 0;
    unsigned base_type = kU16;
    std::string_view name;
    unsigned scale = 0xFF;
};

void describe(FitBuilder& builder, const Described& said) {
    builder.define(6, 206, {{0, 1, kU8}, {1, 1, kU8}, {2, 1, kU8}, {3, 32, kText}, {6, 1, kU8}});
    builder.begin(6).add(u8(said.index)).add(u8(said.field)).add(u8(said.base_type));
    builder.add_text(said.name, 32).add(u8(said.scale));
}

std::vector<SensorChannel> sensors_of(const FitBuilder& builder) {
    const DecodedFile file = decode::decode(builder.file());
    CHECK_FALSE(file.error);
    return file.activity.records.sensors;
}

/// Records of one developer field of two bytes, with these values.
void add_records(FitBuilder& builder, unsigned index, std::initializer_list<unsigned> values) {
    builder.define(0, 20, {{253, 4, kU32}}, {{0, 2, index}});
    std::uint64_t at = kStart;
    for (const unsigned value : values) {
        builder.data(0, {u32(at++), u16(value)});
    }
}

}  // namespace

TEST_CASE("a Stryd field is told by application and name and comes in SI units") {
    FitBuilder builder;
    add_app(builder, 3, kStryd);
    describe(builder, {.index = 3, .field = 0, .name = "Ground Time"});
    describe(builder, {.index = 3, .field = 4, .base_type = kF32, .name = "Vertical Oscillation"});
    describe(builder, {.index = 3, .field = 9, .base_type = kF32, .name = "Leg Spring Stiffness"});
    builder.define(0, 20, {{253, 4, kU32}, {41, 2, kU16}}, {{0, 2, 3}, {4, 4, 3}, {9, 4, 3}});
    builder.data(0, {u32(kStart), u16(2500), u16(240), f32(6.5F), f32(9.5F)});
    const DecodedFile file = decode::decode(builder.file());
    const auto& sensors = file.activity.records.sensors;
    REQUIRE(sensors.size() == 3);
    CHECK(sensors[0].sensor == "Stryd");
    CHECK(sensors[0].quantity == SensorQuantity::stance_time);
    CHECK(sensors[0].values.at(0) == doctest::Approx(0.240));
    CHECK(sensors[1].values.at(0) == doctest::Approx(0.065));
    CHECK(sensors[2].values.at(0) == doctest::Approx(9500));
    // The watch's own channel stays apart.
    CHECK(file.activity.records.stance_time.raw().at(0) == doctest::Approx(0.250));
}

TEST_CASE("an unknown app with the same names is not taken for a sensor") {
    FitBuilder builder;
    add_app(builder, 0, "00112233445566778899aabbccddeeff");
    describe(builder, {.name = "Ground Time"});
    add_records(builder, 0, {240});
    CHECK(sensors_of(builder).empty());
}

TEST_CASE("a developer whose application never came is no sensor") {
    FitBuilder builder;
    describe(builder, {.name = "Ground Time"});
    add_records(builder, 0, {240});
    CHECK(sensors_of(builder).empty());
}

TEST_CASE("early RunScribe fields without names are not guessed") {
    FitBuilder builder;
    add_app(builder, 0, kEarlyRunScribe);
    describe(builder, {.name = ""});
    add_records(builder, 0, {12});
    CHECK(sensors_of(builder).empty());
}

TEST_CASE("the last description before the data counts") {
    FitBuilder builder;
    add_app(builder, 0, kStryd);
    describe(builder, {.name = "Power"});
    builder.define(0, 20, {{253, 4, kU32}}, {{0, 2, 0}});
    builder.data(0, {u32(kStart), u16(200)});
    describe(builder, {.name = "Form Power"});
    builder.data(0, {u32(kStart + 1), u16(70)});
    const auto sensors = sensors_of(builder);
    REQUIRE(sensors.size() == 2);
    CHECK(sensors[0].quantity == SensorQuantity::power);
    CHECK(sensors[0].values.at(0) == 200);
    CHECK(std::isnan(sensors[0].values.at(1)));
    CHECK(sensors[1].quantity == SensorQuantity::form_power);
    CHECK(sensors[1].values.at(1) == 70);
}

TEST_CASE("a description that comes after the definition is still used") {
    FitBuilder builder;
    builder.define(0, 20, {{253, 4, kU32}}, {{0, 2, 0}});
    add_app(builder, 0, kStryd);
    describe(builder, {.name = "Power"});
    builder.data(0, {u32(kStart), u16(200)});
    REQUIRE(sensors_of(builder).size() == 1);
}

TEST_CASE("a field of the wrong size or with an impossible type is stepped over") {
    FitBuilder builder;
    add_app(builder, 0, kStryd);
    describe(builder, {.field = 0, .base_type = kU32, .name = "Power"});
    describe(builder, {.field = 1, .base_type = 0x1E, .name = "Form Power"});
    describe(builder, {.field = 2, .base_type = kText, .name = "Air Power"});
    builder.define(0, 20, {{253, 4, kU32}, {3, 1, kU8}}, {{0, 2, 0}, {1, 1, 0}, {2, 3, 0}});
    builder.data(0, {u32(kStart), u8(120), u16(9), u8(9), u24(9)});
    builder.data(0, {u32(kStart + 1), u8(121), u16(9), u8(9), u24(9)});
    const DecodedFile file = decode::decode(builder.file());
    CHECK(file.activity.records.sensors.empty());
    CHECK(file.activity.records.heart_rate.at(1)->value() == 121);
}

TEST_CASE("scale of a developer field divides") {
    FitBuilder builder;
    add_app(builder, 0, kStryd);
    describe(builder, {.name = "Power", .scale = 10});
    add_records(builder, 0, {2000});
    CHECK(sensors_of(builder).at(0).values.at(0) == 200);
}

TEST_CASE("Stryd cadence counts steps whichever of the two an app writes") {
    const auto cadence = [](std::initializer_list<unsigned> written) {
        FitBuilder builder;
        add_app(builder, 0, kStryd);
        describe(builder, {.name = "Cadence"});
        add_records(builder, 0, written);
        return sensors_of(builder).at(0).values;
    };
    CHECK(cadence({0, 84, 86}) == std::vector<double>{0, 168, 172});
    CHECK(cadence({0, 168, 172}) == std::vector<double>{0, 168, 172});
}

TEST_CASE("RunScribe tells its feet apart; zero is no value and a silent foot is gone") {
    FitBuilder builder;
    add_app(builder, 0, kRunScribe);
    describe(builder, {.field = 0, .name = "RS_ContactTime_L"});
    describe(builder, {.field = 1, .name = "RS_ContactTime_R"});
    builder.define(0, 20, {{253, 4, kU32}}, {{0, 2, 0}, {1, 2, 0}});
    builder.data(0, {u32(kStart), u16(250), u16(0)});
    builder.data(0, {u32(kStart + 1), u16(0), u16(0)});
    const auto sensors = sensors_of(builder);
    REQUIRE(sensors.size() == 1);
    CHECK(sensors[0].side == Side::left);
    CHECK(sensors[0].values.at(0) == doctest::Approx(0.25));
    CHECK(std::isnan(sensors[0].values.at(1)));
}

TEST_CASE("descriptions end with their part") {
    FitBuilder first;
    add_app(first, 0, kStryd);
    describe(first, {.name = "Power"});
    add_records(first, 0, {200});
    FitBuilder second;
    second.define(0, 20, {{253, 4, kU32}}, {{0, 2, 0}}).data(0, {u32(kStart + 5), u16(300)});
    std::vector<std::byte> bytes = first.file();
    const std::vector<std::byte> more = second.file();
    bytes.insert(bytes.end(), more.begin(), more.end());
    const auto sensors = decode::decode(bytes).activity.records.sensors;
    REQUIRE(sensors.size() == 1);
    CHECK(sensors[0].values.at(0) == 200);
    CHECK(std::isnan(sensors[0].values.at(1)));
}
