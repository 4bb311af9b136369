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

double at(const std::vector<double>& values, std::size_t i) {
    REQUIRE(i < values.size());
    return values[i];
}

void check_small_run(const DecodedFile& file) {
    CHECK(file.format == FileFormat::fit);
    CHECK(file.kind == FileKind::activity);
    CHECK(file.integrity == Integrity::ok);
    CHECK_FALSE(file.error);
    const Activity& activity = file.activity;
    REQUIRE(activity.legs.size() == 1);
    const Leg& leg = activity.legs.front();
    CHECK(leg.sport == "running");
    CHECK(leg.sub_sport == "trail");
    CHECK(leg.distance->value() == doctest::Approx(6.0));
    CHECK(leg.timer->value() == doctest::Approx(2.0));
    CHECK(leg.average_cadence->value() == doctest::Approx(165.0));
    CHECK(leg.average_heart_rate->value() == doctest::Approx(130.0));
    CHECK(format_instant(*activity.started_at) == "2021-09-08T01:46:40Z");
    CHECK(activity.local_offset == UtcOffset(7200));
    CHECK(activity.laps.size() == 1);
    REQUIRE(activity.records.size() == 3);
    CHECK(at(activity.records.cadence.raw(), 1) == 164);
    CHECK(at(activity.records.distance.raw(), 2) == doctest::Approx(6.0));
    CHECK(at(activity.records.stance_time.raw(), 0) == doctest::Approx(0.25));
    CHECK_FALSE(activity.records.stance_time.at(2));
    CHECK(activity.records.speed.empty());
}

}  // namespace

TEST_CASE("a small run reads the same in both byte orders") {
    check_small_run(decode_built(small_run()));
    check_small_run(decode_built(small_run(FitBuilder().big_endian())));
}

TEST_CASE("compressed timestamps roll over every 32 seconds") {
    FitBuilder builder;
    builder.define(0, 20, {{253, 4, kU32}, {3, 1, kU8}}).define(1, 20, {{3, 1, kU8}});
    constexpr std::uint64_t kBase = 1'000'000'000 / 32 * 32 + 30;  // low five bits: 30
    builder.data(0, {u32(kBase), u8(100)});
    builder.compressed(1, 31, {u8(101)}).compressed(1, 1, {u8(102)}).compressed(1, 1, {u8(103)});
    builder.compressed(1, 0, {u8(104)});
    const DecodedFile file = decode_built(builder);
    const auto& times = file.activity.records.at;
    REQUIRE(times.size() == 5);
    CHECK(seconds_between(times[0], times[1]) == 1);
    CHECK(seconds_between(times[1], times[2]) == 2);
    CHECK(seconds_between(times[2], times[3]) == 0);
    CHECK(seconds_between(times[3], times[4]) == 31);
}

TEST_CASE("developer fields are stepped over by their size") {
    FitBuilder builder;
    builder.define(0, 20, {{253, 4, kU32}, {3, 1, kU8}}, {{0, 2, 0}, {7, 5, 1}});
    builder.data(0, {u32(kStart), u8(100), u16(999), u32(1), u8(2)});
    builder.data(0, {u32(kStart + 1), u8(101), u16(999), u32(1), u8(2)});
    const DecodedFile file = decode_built(builder);
    REQUIRE(file.activity.records.size() == 2);
    CHECK(at(file.activity.records.heart_rate.raw(), 1) == 101);
    CHECK_FALSE(file.error);
}

TEST_CASE("a local type can be defined again with another message and byte order") {
    FitBuilder builder = small_run();
    builder.big_endian().define(1, 20, {{253, 4, kU32}, {3, 1, kU8}});
    builder.data(1, {u32(kStart + 3), u8(150)});
    const DecodedFile file = decode_built(builder);
    REQUIRE(file.activity.records.size() == 4);
    CHECK(at(file.activity.records.heart_rate.raw(), 3) == 150);
    CHECK(seconds_between(file.activity.records.at[2], file.activity.records.at[3]) == 1);
}

TEST_CASE("chained parts add up, and each begins with no definitions") {
    std::vector<std::byte> bytes = small_run().file();
    const std::vector<std::byte> second = small_run().file();
    bytes.insert(bytes.end(), second.begin(), second.end());
    const DecodedFile file = decode::decode(bytes);
    CHECK(file.integrity == Integrity::ok);
    CHECK(file.activity.legs.size() == 2);
    CHECK(file.activity.laps.size() == 2);
    CHECK(file.activity.records.size() == 6);
    CHECK(at(file.activity.records.cadence.raw(), 4) == 164);

    std::vector<std::byte> undefined = small_run().file();
    const std::vector<std::byte> bare = FitBuilder().data(1, {u32(kStart)}).file();
    const std::size_t first_bytes = undefined.size();
    undefined.insert(undefined.end(), bare.begin(), bare.end());
    const DecodedFile broken = decode::decode(undefined);
    REQUIRE(broken.error);
    CHECK(broken.error->code == DecodeErrorCode::undefined_message);
    CHECK(broken.error->offset == first_bytes + 14);
    CHECK(broken.activity.records.size() == 3);
}

TEST_CASE("a field whose size does not fit its type is skipped, the message is kept") {
    FitBuilder builder;
    builder.define(0, 20, {{253, 4, kU32}, {5, 3, kU32}, {7, 1, kU16}, {3, 1, kU8}});
    builder.data(0, {u32(kStart), u24(5), u8(1), u8(99)});
    const DecodedFile file = decode_built(builder);
    CHECK(file.activity.records.distance.empty());
    CHECK(file.activity.records.power.empty());
    CHECK(at(file.activity.records.heart_rate.raw(), 0) == 99);
}

TEST_CASE("base types without bit 7 are read, arrays give their first valid element") {
    FitBuilder builder;
    builder.define(0, 20, {{253, 4, 0x06}, {73, 8, 0x06}, {7, 4, 0x04}});
    builder.data(0, {u32(kStart), u32(3000), u32(4000), u16(0xFFFF), u16(250)});
    const DecodedFile file = decode_built(builder);
    CHECK(at(file.activity.records.speed.raw(), 0) == doctest::Approx(3.0));
    CHECK(at(file.activity.records.power.raw(), 0) == 250);
}

TEST_CASE("the wide field wins over the narrow one wherever it stands, unless it has no value") {
    FitBuilder builder;
    builder.define(0, 20,
                   {{253, 4, kU32}, {73, 4, kU32}, {6, 2, kU16}, {78, 4, kU32}, {2, 2, kU16}});
    builder.data(0, {u32(kStart), u32(3000), u16(2000), u32(0xFFFFFFFF), u16(3000)});
    const Records records = decode_built(builder).activity.records;
    CHECK(at(records.speed.raw(), 0) == doctest::Approx(3.0));
    CHECK(at(records.altitude.raw(), 0) == doctest::Approx(100.0));
}

TEST_CASE("packed speed and distance accumulate over the wrap, plain distance wins") {
    FitBuilder builder;
    builder.define(0, 20, {{253, 4, kU32}, {8, 3, kByte}});
    builder.data(0, {u32(kStart), u24((4000U << 12U) | 300U)});
    builder.data(0, {u32(kStart + 1), u24((16U << 12U) | 310U)});
    builder.data(0, {u32(kStart + 2), u24(0xFFFFFF)});
    builder.define(1, 20, {{253, 4, kU32}, {5, 4, kU32}, {8, 3, kByte}});
    builder.data(1, {u32(kStart + 3), u32(30000), u24(0)});
    const Records records = decode_built(builder).activity.records;
    CHECK(at(records.speed.raw(), 0) == doctest::Approx(3.0));
    CHECK(at(records.distance.raw(), 0) == doctest::Approx(250.0));
    CHECK(at(records.distance.raw(), 1) == doctest::Approx(257.0));
    CHECK_FALSE(records.distance.at(2));
    CHECK(at(records.distance.raw(), 3) == doctest::Approx(300.0));
}

TEST_CASE("cadence is doubled within running legs only") {
    FitBuilder builder;
    builder.define(0, 0, {{0, 1, kEnum}}).data(0, {u8(4)});
    builder.define(1, 20, {{253, 4, kU32}, {4, 1, kU8}, {53, 1, kU8}});
    builder.data(1, {u32(kStart), u8(90), u8(64)}).data(1, {u32(kStart + 100), u8(80), u8(0)});
    builder.define(2, 18, {{2, 4, kU32}, {7, 4, kU32}, {5, 1, kEnum}});
    builder.data(2, {u32(kStart + 90), u32(60000), u8(2)});
    builder.data(2, {u32(kStart), u32(60000), u8(1)});
    const Activity activity = decode_built(builder).activity;
    CHECK(at(activity.records.cadence.raw(), 0) == 181);
    CHECK(at(activity.records.cadence.raw(), 1) == 80);
    CHECK(activity.legs.front().sport == "cycling");
}

TEST_CASE("an offset is rounded to quarter hours and refused beyond 26 hours") {
    const auto offset = [](std::uint64_t local) {
        FitBuilder builder;
        builder.define(0, 34, {{253, 4, kU32}, {5, 4, kU32}});
        builder.data(0, {u32(kStart), u32(local)});
        return decode_built(builder).activity.local_offset;
    };
    CHECK(offset(kStart + 3600 + 225) == UtcOffset(3600));
    CHECK(offset(kStart - 12600 - 400) == UtcOffset(-12600));
    CHECK_FALSE(offset(kStart + 27 * 3600));
    CHECK_FALSE(offset(10));
}

TEST_CASE("without a session the leg is made from the records, with a warning") {
    FitBuilder builder;
    builder.define(0, 0, {{0, 1, kEnum}}).data(0, {u8(4)});
    builder.define(1, 20, {{253, 4, kU32}, {5, 4, kU32}, {42, 1, kEnum}});
    builder.data(1, {u32(kStart), u32(0), u8(1)}).data(1, {u32(kStart + 60), u32(18000), u8(1)});
    const DecodedFile file = decode_built(builder);
    REQUIRE(file.activity.legs.size() == 1);
    CHECK(file.activity.legs[0].sport == "running");
    CHECK(file.activity.legs[0].distance->value() == doctest::Approx(180));
    CHECK(file.activity.legs[0].elapsed->value() == 60);
    CHECK(file.warnings.size() == 2);
}

TEST_CASE("what devices write for not measured is no value") {
    FitBuilder builder;
    builder.define(
        0, 20,
        {{253, 4, kU32}, {3, 1, kU8}, {0, 4, kS32}, {1, 4, kS32}, {41, 2, kU16}, {84, 2, kU16}});
    builder.data(0, {u32(kStart), u8(0), u32(0), u32(0), u16(0), u16(0)});
    const Records records = decode_built(builder).activity.records;
    CHECK(records.size() == 1);
    CHECK(records.heart_rate.empty());
    CHECK(records.latitude.empty());
    CHECK(records.stance_time.empty());
    CHECK(records.stance_time_balance.empty());
}

TEST_CASE("a session without a start began its elapsed time before its end") {
    FitBuilder builder;
    builder.define(0, 0, {{0, 1, kEnum}}).data(0, {u8(4)});
    builder.define(1, 18, {{253, 4, kU32}, {7, 4, kU32}, {5, 1, kEnum}});
    builder.data(1, {u32(kStart + 90), u32(90000), u8(1)});
    CHECK(format_instant(*decode_built(builder).activity.started_at) == "2021-09-08T01:46:40Z");
}

TEST_CASE("compressed timestamps before any full one give no time") {
    FitBuilder builder;
    builder.define(0, 20, {{3, 1, kU8}});
    builder.compressed(0, 5, {u8(100)}).compressed(0, 9, {u8(101)});
    const DecodedFile file = decode_built(builder);
    CHECK(file.activity.records.size() == 2);
    CHECK_FALSE(file.activity.started_at);
    REQUIRE(file.warnings.size() == 2);
    CHECK(file.warnings[1] == "2 records carry no time");
}

TEST_CASE("numbers wider than any field of the Profile are no values") {
    FitBuilder builder;
    builder.define(0, 0, {{0, 1, kEnum}, {2, 8, 0x8F}}).data(0, {u8(4), {0xFF00000000000000, 8}});
    builder.define(1, 18, {{2, 8, 0x8F}, {9, 8, 0x89}, {5, 1, kEnum}});
    builder.data(1, {{0xFF00000000000000, 8}, {0x7FE0000000000000, 8}, u8(1)});  // the latter 9e307
    const DecodedFile file = decode_built(builder);
    CHECK(file.activity.device.empty());
    REQUIRE(file.activity.legs.size() == 1);
    CHECK_FALSE(file.activity.legs[0].started_at);
    CHECK_FALSE(file.activity.legs[0].distance);
}

TEST_CASE("file types name the kind; only activities get legs") {
    const auto kind = [](std::uint64_t type) {
        FitBuilder builder;
        builder.define(0, 0, {{0, 1, kEnum}}).data(0, {u8(type)});
        builder.define(1, 20, {{253, 4, kU32}, {5, 4, kU32}}).data(1, {u32(kStart), u32(0)});
        const DecodedFile file = decode_built(builder);
        CHECK(file.activity.legs.empty() == (file.kind != FileKind::activity));
        return file.kind;
    };
    CHECK(kind(4) == FileKind::activity);
    CHECK(kind(5) == FileKind::workout);
    CHECK(kind(6) == FileKind::course);
    CHECK(kind(2) == FileKind::settings);
    CHECK(kind(32) == FileKind::other);
    CHECK(kind(0xFF) == FileKind::activity);
}
