// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.hpp"
#include "decode/fit_builder_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using namespace footsure::decode;
using namespace footsure::decode::testing;

namespace {

DecodedFile decode_built(const FitBuilder& builder) {
    return decode::decode(builder.file());
}

/// Semicircles of a longitude.
std::uint64_t longitude(double degrees) {
    return static_cast<std::uint32_t>(static_cast<std::int32_t>(degrees * 2147483648.0 / 180.0));
}

/// An activity of one record at that longitude and nothing about zones.
FitBuilder run_at(double degrees) {
    FitBuilder builder;
    builder.define(0, 0, {{0, 1, kEnum}}).data(0, {u8(4)});
    builder.define(1, 20, {{253, 4, kU32}, {0, 4, kS32}, {1, 4, kS32}});
    builder.data(1, {u32(kStart), u32(500'000'000), u32(longitude(degrees))});
    return builder;
}

FitBuilder& settings(FitBuilder& builder, std::uint32_t local) {
    return builder.define(5, 2, {{1, 4, kU32}, {2, 4, kU32}}).data(5, {u32(0), u32(local)});
}

}  // namespace

TEST_CASE("beats come in the order of the file, without the filling") {
    FitBuilder builder = small_run();
    builder.define(5, 78, {{0, 6, kU16}});
    builder.data(5, {u16(500), u16(520), u16(0xFFFF)}).data(5, {u16(540), u16(0), u16(0xFFFF)});
    const auto beats = decode_built(builder).activity.beat_intervals;
    REQUIRE(beats.size() == 3);
    CHECK(beats[0].value() == doctest::Approx(0.5));
    CHECK(beats[2].value() == doctest::Approx(0.54));
}

TEST_CASE("what the strap stored replaces the records' heart rate, time by time") {
    FitBuilder builder = small_run();
    builder.define(5, 132, {{253, 4, kU32}, {0, 2, kU16}, {9, 4, kU32}});
    builder.data(5, {u32(kStart), u16(0), u32(4000)});
    builder.define(6, 132, {{6, 2, kU8}, {10, 3, kByte}});
    // The strap's clock in 1/1024 s, of which only the lower twelve bits come: 4512 and 5536.
    constexpr unsigned kFirst = 4512 % 4096;
    constexpr unsigned kSecond = 5536 % 4096;
    builder.data(6, {u8(150), u8(160), u24(kFirst | (kSecond << 12U))});
    const DecodedFile file = decode_built(builder);
    const auto& rate = file.activity.records.heart_rate;
    CHECK(rate.at(0)->value() == 120);  // the strap had nothing yet
    CHECK(rate.at(1)->value() == 150);  // half a second after the start
    CHECK(rate.at(2)->value() == 155);  // 150 held until 160 came at 1.5 s
    CHECK(file.warnings.size() == 1);
}

TEST_CASE("devices are told once with their role and battery; what is built in is not") {
    FitBuilder builder = small_run();
    builder.define(5, 23,
                   {{253, 4, kU32},
                    {0, 1, kU8},
                    {1, 1, kU8},
                    {2, 2, kU16},
                    {3, 4, 0x8C},
                    {4, 2, kU16},
                    {25, 1, kEnum},
                    {32, 1, kU8}});
    const auto device = [&](Value index, Value type, Value product, Value source, Value battery) {
        builder.data(5, {u32(kStart), index, type, u16(1), u32(77), product, source, battery});
    };
    device(u8(0), u8(0xFF), u16(3113), u8(5), u8(0xFF));
    device(u8(1), u8(120), u16(3300), u8(1), u8(90));
    device(u8(2), u8(4), u16(3113), u8(5), u8(0xFF));  // its own receiver
    device(u8(1), u8(120), u16(3300), u8(1), u8(88));
    const auto devices = decode_built(builder).activity.devices;
    REQUIRE(devices.size() == 2);
    CHECK(devices[0].name == "garmin 3113");
    CHECK(devices[0].role == "recorder");
    CHECK_FALSE(devices[0].battery);
    CHECK(devices[1].name == "garmin HRM-Pro");
    CHECK(devices[1].role == "heart_rate");
    CHECK(devices[1].battery->value() == doctest::Approx(0.88));
}

TEST_CASE("the local offset is recorded, else of the settings, else of the place") {
    CHECK(decode_built(small_run()).activity.offset_quality == OffsetQuality::recorded);
    const Activity place = decode_built(run_at(-75)).activity;
    CHECK(place.local_offset == UtcOffset(-5 * 3600));
    CHECK(place.offset_quality == OffsetQuality::position);
    FitBuilder builder = run_at(-75);
    const Activity set =
        decode_built(settings(builder, static_cast<std::uint32_t>(-14400))).activity;
    CHECK(set.local_offset == UtcOffset(-4 * 3600));
    CHECK(set.offset_quality == OffsetQuality::setting);
    FitBuilder nowhere;
    nowhere.define(0, 0, {{0, 1, kEnum}}).data(0, {u8(4)});
    CHECK(decode_built(nowhere).activity.offset_quality == OffsetQuality::unknown);
}

TEST_CASE("a setting of zero far from Greenwich was never set; near it, it holds") {
    FitBuilder far = run_at(-75);
    CHECK(decode_built(settings(far, 0)).activity.offset_quality == OffsetQuality::position);
    FitBuilder near = run_at(-1);
    const Activity activity = decode_built(settings(near, 0)).activity;
    CHECK(activity.offset_quality == OffsetQuality::setting);
    CHECK(activity.local_offset == UtcOffset(0));
}

TEST_CASE("a local time that no zone explains gives way to the place") {
    FitBuilder builder = run_at(30);
    builder.define(5, 34, {{253, 4, kU32}, {5, 4, kU32}}).data(5, {u32(kStart), u32(1000)});
    const Activity activity = decode_built(builder).activity;
    CHECK(activity.local_offset == UtcOffset(2 * 3600));
    CHECK(activity.offset_quality == OffsetQuality::position);
}

TEST_CASE("a made-up world has no zone") {
    FitBuilder builder = run_at(166);
    builder.define(5, 18, {{253, 4, kU32}, {2, 4, kU32}, {5, 1, kEnum}, {6, 1, kEnum}});
    builder.data(5, {u32(kStart), u32(kStart), u8(1), u8(58)});
    CHECK(decode_built(builder).activity.offset_quality == OffsetQuality::unknown);
}

TEST_CASE("what the watch was told after the run is kept in whole scales") {
    FitBuilder builder;
    builder.define(0, 0, {{0, 1, kEnum}}).data(0, {u8(4)});
    builder.define(1, 18,
                   {{253, 4, kU32},
                    {2, 4, kU32},
                    {5, 1, kEnum},
                    {192, 1, kU8},
                    {193, 1, kU8},
                    {23, 2, kU16},
                    {200, 1, kU8},
                    {20, 2, kU16},
                    {132, 2, kU16},
                    {133, 2, kU16},
                    {134, 2, kU16}});
    builder.data(1, {u32(kStart), u32(kStart), u8(1), u8(75), u8(60), u16(31), u8(50), u16(250),
                     u16(790), u16(4990), u16(0)});
    const Leg leg = decode_built(builder).activity.legs.at(0);
    CHECK(leg.feel->value() == doctest::Approx(0.75));
    CHECK(*leg.perceived_exertion == doctest::Approx(6));
    CHECK(leg.descent->value() == doctest::Approx(31.5));
    CHECK(leg.average_power->value() == 250);
    CHECK(leg.average_vertical_ratio->value() == doctest::Approx(0.079));
    CHECK(leg.average_stance_time_balance->value() == doctest::Approx(0.499));
    CHECK_FALSE(leg.average_step_length);  // a zero is how some watches say "not measured"
}

TEST_CASE("vertical ratio and the share of stance are not the balance") {
    FitBuilder builder;
    builder.define(0, 20, {{253, 4, kU32}, {40, 2, kU16}, {83, 2, kU16}, {84, 2, kU16}});
    builder.data(0, {u32(kStart), u16(3650), u16(790), u16(5020)});
    const Records records = decode_built(builder).activity.records;
    CHECK(records.stance_share.at(0)->value() == doctest::Approx(0.365));
    CHECK(records.vertical_ratio.at(0)->value() == doctest::Approx(0.079));
    CHECK(records.stance_time_balance.at(0)->value() == doctest::Approx(0.502));
}

TEST_CASE("two records of one second become one where they complete each other") {
    FitBuilder builder;
    builder.define(0, 20, {{253, 4, kU32}, {5, 4, kU32}})
        .define(1, 20, {{253, 4, kU32}, {3, 1, kU8}});
    builder.data(0, {u32(kStart), u32(100)}).data(1, {u32(kStart), u8(120)});
    builder.data(0, {u32(kStart + 1), u32(400)}).data(0, {u32(kStart + 1), u32(500)});
    const DecodedFile file = decode_built(builder);
    REQUIRE(file.activity.records.size() == 3);
    CHECK(file.merged_records == 1);
    CHECK(file.activity.records.distance.at(0)->value() == 1);
    CHECK(file.activity.records.heart_rate.at(0)->value() == 120);
    CHECK(file.activity.records.distance.at(2)->value() == 5);
}

TEST_CASE("a record may tell the fraction of its second") {
    FitBuilder builder;
    builder.define(0, 20, {{253, 4, kU32}, {48, 1, kU8}}).data(0, {u32(kStart), u8(64)});
    builder.data(0, {u32(kStart + 1), u8(0xFF)});
    const auto at = decode_built(builder).activity.records.at;
    CHECK(seconds_between(at.at(0), at.at(1)) == doctest::Approx(0.5));
}

TEST_CASE("a file says in one word what it holds") {
    const auto content = [](std::uint64_t type) {
        FitBuilder builder;
        builder.define(0, 0, {{0, 1, kEnum}}).data(0, {u8(type)});
        return decode_built(builder).content;
    };
    CHECK(content(4) == "activity");
    CHECK(content(9) == "weight");
    CHECK(content(32) == "monitoring");
    CHECK(content(8) == "locations");
    CHECK(content(0x55) == "unknown");
}

TEST_CASE("a damaged run says how many of its seconds were kept") {
    FitBuilder builder;
    builder.define(0, 0, {{0, 1, kEnum}}).data(0, {u8(4)});
    builder.define(1, 20, {{253, 4, kU32}, {3, 1, kU8}});
    for (std::uint64_t i = 0; i <= 100; ++i) {
        builder.data(1, {u32(kStart + i), u8(120)});
    }
    const std::vector<std::byte> whole = builder.file();
    CHECK_FALSE(decode::decode(whole).salvage);
    const std::vector<std::byte> half(
        whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(whole.size() / 2));
    const auto salvage = decode::decode(half).salvage;
    REQUIRE(salvage);
    CHECK(salvage->kept.value() == doctest::Approx(48).epsilon(0.05));
    CHECK(salvage->whole.value() == doctest::Approx(100).epsilon(0.1));  // by bytes
}

TEST_CASE("totals that the records contradict are kept with a warning") {
    FitBuilder builder;
    builder.define(0, 0, {{0, 1, kEnum}}).data(0, {u8(4)});
    builder.define(1, 20, {{253, 4, kU32}, {5, 4, kU32}});
    builder.data(1, {u32(kStart), u32(0)}).data(1, {u32(kStart + 1000), u32(300'000)});
    builder.define(2, 18,
                   {{253, 4, kU32}, {2, 4, kU32}, {7, 4, kU32}, {9, 4, kU32}, {5, 1, kEnum}});
    builder.data(2, {u32(kStart + 1000), u32(kStart), u32(1'000'000), u32(500'000), u8(1)});
    const DecodedFile file = decode_built(builder);
    CHECK(file.activity.legs.at(0).distance->value() == 5000);
    REQUIRE(file.warnings.size() == 1);
    CHECK(file.warnings[0] == "the total distance is not that of the records");
}
