// SPDX-License-Identifier: Apache-2.0
#include "decode/crc.hpp"

#include <array>

namespace footsure::decode {
namespace {

constexpr std::uint16_t kReflectedPolynomial = 0xA001;
constexpr std::size_t kStride = 8;
using Table = std::array<std::uint16_t, 256>;

/// Table n holds the effect of a byte that n further zero bytes follow, so that eight bytes
/// are folded in with independent look-ups.
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

unsigned at(std::span<const std::byte> bytes, std::size_t index) {
    return std::to_integer<unsigned>(bytes[index]);
}

}  // namespace

std::uint16_t fit_crc(std::span<const std::byte> bytes) {
    unsigned crc = 0;
    std::size_t i = 0;
    for (; i + kStride <= bytes.size(); i += kStride) {
        crc = static_cast<unsigned>(kTables[7][at(bytes, i) ^ (crc & 0xFFU)]) ^
              kTables[6][at(bytes, i + 1) ^ (crc >> 8U)] ^ kTables[5][at(bytes, i + 2)] ^
              kTables[4][at(bytes, i + 3)] ^ kTables[3][at(bytes, i + 4)] ^
              kTables[2][at(bytes, i + 5)] ^ kTables[1][at(bytes, i + 6)] ^
              kTables[0][at(bytes, i + 7)];
    }
    for (; i < bytes.size(); ++i) {
        crc = (crc >> 8U) ^ kTables[0][(crc ^ at(bytes, i)) & 0xFFU];
    }
    return static_cast<std::uint16_t>(crc);
}

}  // namespace footsure::decode
