// SPDX-License-Identifier: Apache-2.0
#include "decode/crc.hpp"
#include "decode/fit_builder_test.hpp"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

using namespace footsure::decode;

TEST_CASE("the check value of the CRC is the published one") {
    constexpr std::string_view kDigits = "123456789";
    CHECK(fit_crc(std::as_bytes(std::span(kDigits))) == 0xBB3D);
    CHECK(fit_crc({}) == 0);
}

TEST_CASE("folding sixteen bytes at once agrees with the bitwise definition at every length") {
    std::vector<std::byte> bytes;
    for (unsigned i = 0; i < 100; ++i) {
        CHECK(fit_crc(bytes) == testing::FitBuilder::slow_crc(bytes));
        bytes.push_back(static_cast<std::byte>((i * 37 + 11) & 0xFFU));
    }
}
