// SPDX-License-Identifier: Apache-2.0
#include "decode/crc.hpp"

#include "decode/fit_value.hpp"

#include <array>

namespace footsure::decode {
namespace {

constexpr std::uint16_t kReflectedPolynomial = 0xA001;
constexpr std::size_t kStride = 16;
constexpr std::size_t kHalf = 8;
using Table = std::array<std::uint16_t, 256>;

/// Table n holds the effect of a byte that n further zero bytes follow, so that sixteen
/// bytes are folded in with independent look-ups.
constexpr std::array<Table, kStride> make_tables() {
    std::array<Table, kStride> tables{};
    for (unsigned byte = 0; byte < 256; ++byte) {
        unsigned crc = byte;
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc & 1U) != 0 ? (crc >> 1U) ^ kReflectedPolynomial : crc >> 1U;
        }
        tables[0][byte] = static_cast<std::uint16_t>(crc);
    }
    for (std::size_t n = 1; n < kStride; ++n) {
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const std::uint16_t before = tables[n - 1][byte];
            tables[n][byte] =
                static_cast<std::uint16_t>((before >> 8U) ^ tables[0][before & 0xFFU]);
        }
    }
    return tables;
}

constexpr std::array<Table, kStride> kTables = make_tables();

/// The effect of eight bytes that `after` further bytes follow.
template <std::size_t after>
unsigned fold(std::uint64_t bytes) {
    constexpr std::uint64_t kByte = 0xFF;
    return static_cast<unsigned>(kTables[after + 7][bytes & kByte]) ^
           kTables[after + 6][(bytes >> 8U) & kByte] ^ kTables[after + 5][(bytes >> 16U) & kByte] ^
           kTables[after + 4][(bytes >> 24U) & kByte] ^ kTables[after + 3][(bytes >> 32U) & kByte] ^
           kTables[after + 2][(bytes >> 40U) & kByte] ^ kTables[after + 1][(bytes >> 48U) & kByte] ^
           kTables[after][bytes >> 56U];
}

unsigned at(std::span<const std::byte> bytes, std::size_t index) {
    return std::to_integer<unsigned>(bytes[index]);
}

}  // namespace

std::uint16_t fit_crc(std::span<const std::byte> bytes) {
    unsigned crc = 0;
    std::size_t i = 0;
    for (; i + kStride <= bytes.size(); i += kStride) {
        const auto low = read_unsigned<std::uint64_t>(&bytes[i], ByteOrder::little) ^ crc;
        const auto high = read_unsigned<std::uint64_t>(&bytes[i + kHalf], ByteOrder::little);
        crc = fold<kHalf>(low) ^ fold<0>(high);
    }
    for (; i < bytes.size(); ++i) {
        crc = (crc >> 8U) ^ kTables[0][(crc ^ at(bytes, i)) & 0xFFU];
    }
    return static_cast<std::uint16_t>(crc);
}

}  // namespace footsure::decode
