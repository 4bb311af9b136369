// SPDX-License-Identifier: Apache-2.0
#include "encode/fit_file.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string_view>

namespace footsure::encode {

namespace {

constexpr std::size_t kHeader = 14;
constexpr std::uint16_t kMessage = 20;

std::vector<std::byte> bytes_of(std::string_view text) {
    std::vector<std::byte> bytes;
    for (const char c : text) {
        bytes.push_back(static_cast<std::byte>(c));
    }
    return bytes;
}

/// What follows the header, without the check sum.
std::vector<int> data_of(FitFile&& file) {
    const auto bytes = std::move(file).finish();
    std::vector<int> data;
    for (std::size_t i = kHeader; i + 2 < bytes.size(); ++i) {
        data.push_back(std::to_integer<int>(bytes[i]));
    }
    return data;
}

/// The bytes of one value, as a message with this one field holds them.
std::vector<int> written(Field field, double value) {
    FitFile file;
    file.write(kMessage, {{field, value}});
    const auto data = data_of(std::move(file));
    constexpr std::size_t kDefinitionAndHeader = 6 + 3 + 1;
    return {data.begin() + kDefinitionAndHeader, data.end()};
}

}  // namespace

TEST_CASE("the check sum is FIT's and can be continued") {
    const auto digits = bytes_of("123456789");
    CHECK(fit_crc(digits) == 0xBB3D);
    const auto all = std::span(digits);
    CHECK(fit_crc(all.subspan(4), fit_crc(all.first(4))) == 0xBB3D);
    CHECK(fit_crc({}) == 0);
}

TEST_CASE("the header names its size, the data's size and its own check sum") {
    FitFile file;
    file.write(kMessage, {{Field{3, BaseType::uint8}, 150.0}});
    const auto bytes = std::move(file).finish();
    const std::size_t data = 6 + 3 + 2;
    REQUIRE(bytes.size() == kHeader + data + 2);
    CHECK(std::to_integer<int>(bytes[0]) == 14);
    CHECK(std::to_integer<std::size_t>(bytes[4]) == data);
    CHECK(std::to_integer<int>(bytes[5]) == 0);
    CHECK(std::to_integer<char>(bytes[8]) == '.');
    CHECK(std::to_integer<char>(bytes[11]) == 'T');
    // A check sum followed over itself gives zero: true of the header and of the whole file.
    CHECK(fit_crc(std::span(bytes).first(kHeader)) == 0);
    CHECK(fit_crc(bytes) == 0);
    CHECK(fit_crc(std::span(bytes).first(12)) != 0);
}

TEST_CASE("a definition is little endian and stands before its first message only") {
    FitFile file;
    const Field time{253, BaseType::uint32};
    file.write(0x0123, {{time, 0x01020304}});
    file.write(0x0123, {{time, 5.0}});
    const std::vector<int> expected{0x40, 0,    0,    0x23, 0x01, 1, 253, 4, 0x86,  // definition
                                    0,    0x04, 0x03, 0x02, 0x01,                   // first
                                    0,    5,    0,    0,    0};                     // second
    CHECK(data_of(std::move(file)) == expected);
}

TEST_CASE("other fields of the same message define it anew under the same local type") {
    FitFile file;
    file.write(20, {{Field{3, BaseType::uint8}, 1.0}});
    file.write(21, {{Field{0, BaseType::enumeration}, 2.0}});
    file.write(20, {{Field{4, BaseType::uint8}, 3.0}});
    const std::vector<int> expected{0x40, 0, 0, 20, 0, 1, 3, 1, 0x02, 0, 1,  //
                                    0x41, 0, 0, 21, 0, 1, 0, 1, 0x00, 1, 2,  //
                                    0x40, 0, 0, 20, 0, 1, 4, 1, 0x02, 0, 3};
    CHECK(data_of(std::move(file)) == expected);
}

TEST_CASE("scale and offset are applied and rounded to the nearest") {
    CHECK(written({78, BaseType::uint32, 5, 500}, -500.0) == std::vector<int>{0, 0, 0, 0});
    CHECK(written({78, BaseType::uint32, 5, 500}, 12.29) == std::vector<int>{0x01, 0x0A, 0, 0});
    CHECK(written({41, BaseType::uint16, 10'000}, 0.24996) == std::vector<int>{0xC4, 0x09});
    CHECK(written({0, BaseType::sint32}, -2.0) == std::vector<int>{0xFE, 0xFF, 0xFF, 0xFF});
}

TEST_CASE("what a type cannot hold becomes invalid and never wraps") {
    const double infinity = std::numeric_limits<double>::infinity();
    for (const double bad : {255.0, 256.0, 300.0, -1.0, 1e300, infinity, -infinity, std::nan("")}) {
        CAPTURE(bad);
        CHECK(written({3, BaseType::uint8}, bad) == std::vector<int>{0xFF});
        CHECK(written({3, BaseType::enumeration}, bad) == std::vector<int>{0xFF});
    }
    CHECK(written({3, BaseType::uint8}, 254.4) == std::vector<int>{254});
    CHECK(written({3, BaseType::uint8}, 254.5) == std::vector<int>{255});
    CHECK(written({7, BaseType::uint16}, 65534.0) == std::vector<int>{0xFE, 0xFF});
    CHECK(written({7, BaseType::uint16}, 65536.0) == std::vector<int>{0xFF, 0xFF});
    CHECK(written({5, BaseType::uint32}, 4294967294.0) == std::vector<int>{0xFE, 0xFF, 0xFF, 0xFF});
    CHECK(written({5, BaseType::uint32}, 4294967297.0) == std::vector<int>{0xFF, 0xFF, 0xFF, 0xFF});
    CHECK(written({0, BaseType::sint32}, 2147483647.0) == std::vector<int>{0xFF, 0xFF, 0xFF, 0x7F});
    CHECK(written({0, BaseType::sint32}, 2147483648.0) == std::vector<int>{0xFF, 0xFF, 0xFF, 0x7F});
    CHECK(written({0, BaseType::sint32}, -2147483648.0) == std::vector<int>{0, 0, 0, 0x80});
    CHECK(written({0, BaseType::sint32}, -2147483649.0) ==
          std::vector<int>{0xFF, 0xFF, 0xFF, 0x7F});
}

}  // namespace footsure::encode
