// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>

namespace footsure::decode {

enum class ByteOrder : std::uint8_t { little, big };

/// How one number lies in the file. `byte` is the FIT type of that name; text has no number.
enum class Shape : std::uint8_t {
    none,
    u8,
    s8,
    u8z,
    s16,
    u16,
    u16z,
    s32,
    u32,
    u32z,
    f32,
    f64,
    s64,
    u64,
    u64z,
};

inline constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();
/// Some writers leave bit 7 of a base type out, so only the lower bits name it.
inline constexpr unsigned kBaseTypeMask = 0x1F;
inline constexpr unsigned kStringBaseType = 0x07;

[[nodiscard]] Shape shape_of(std::uint8_t base_type);
/// How many bytes one number takes.
[[nodiscard]] std::size_t bytes_of(Shape shape);

/// Reads an unsigned integer at any alignment.
template <class T>
[[nodiscard]] inline T read_unsigned(const std::byte* at, ByteOrder order) {
    T value{};
    std::memcpy(&value, at, sizeof(T));
    const ByteOrder native =
        std::endian::native == std::endian::little ? ByteOrder::little : ByteOrder::big;
    if (order == native) {
        return value;
    }
    if constexpr (sizeof(T) == 2) {
        return __builtin_bswap16(value);
    } else if constexpr (sizeof(T) == 4) {
        return __builtin_bswap32(value);
    } else if constexpr (sizeof(T) == 8) {
        return __builtin_bswap64(value);
    } else {
        return value;
    }
}

template <class T, T invalid>
[[nodiscard]] inline double number_unless(const std::byte* at, ByteOrder order) {
    const T value = read_unsigned<T>(at, order);
    return value == invalid ? kNoValue : static_cast<double>(value);
}

template <class Signed, class Unsigned>
[[nodiscard]] inline double signed_number(const std::byte* at, ByteOrder order) {
    const auto value = static_cast<Signed>(read_unsigned<Unsigned>(at, order));
    return value == std::numeric_limits<Signed>::max() ? kNoValue : static_cast<double>(value);
}

/// The number at `at`, NaN where it is the shape's "no value".
[[nodiscard]] inline double read_number(const std::byte* at, Shape shape, ByteOrder order) {
    switch (shape) {
    case Shape::u8: return number_unless<std::uint8_t, 0xFF>(at, order);
    case Shape::s8: return signed_number<std::int8_t, std::uint8_t>(at, order);
    case Shape::u8z: return number_unless<std::uint8_t, 0>(at, order);
    case Shape::s16: return signed_number<std::int16_t, std::uint16_t>(at, order);
    case Shape::u16: return number_unless<std::uint16_t, 0xFFFF>(at, order);
    case Shape::u16z: return number_unless<std::uint16_t, 0>(at, order);
    case Shape::s32: return signed_number<std::int32_t, std::uint32_t>(at, order);
    case Shape::u32: return number_unless<std::uint32_t, 0xFFFFFFFF>(at, order);
    case Shape::u32z: return number_unless<std::uint32_t, 0>(at, order);
    case Shape::f32:
        return static_cast<double>(std::bit_cast<float>(read_unsigned<std::uint32_t>(at, order)));
    case Shape::f64: return std::bit_cast<double>(read_unsigned<std::uint64_t>(at, order));
    case Shape::s64: return signed_number<std::int64_t, std::uint64_t>(at, order);
    case Shape::u64: return number_unless<std::uint64_t, ~std::uint64_t{0}>(at, order);
    case Shape::u64z: return number_unless<std::uint64_t, 0>(at, order);
    case Shape::none: break;
    }
    return kNoValue;
}

/// An integer of one, two or four bytes, known well enough to be read without asking again.
struct SmallInteger {
    std::uint8_t bytes = 0;       ///< none: it is no such integer
    std::uint8_t sign_shift = 0;  ///< brings the sign to the top of 32 bits
    bool has_sign = false;
    std::uint32_t no_value = 0;
};

[[nodiscard]] SmallInteger small_integer(Shape shape);

/// The same as read_number for a shape that is a small integer.
[[nodiscard]] inline double read_small(const std::byte* at, const SmallInteger& integer,
                                       ByteOrder order) {
    std::uint32_t raw = 0;
    if (integer.bytes == 1) {
        raw = std::to_integer<std::uint32_t>(*at);
    } else if (integer.bytes == 2) {
        raw = read_unsigned<std::uint16_t>(at, order);
    } else {
        raw = read_unsigned<std::uint32_t>(at, order);
    }
    if (raw == integer.no_value) {
        return kNoValue;
    }
    return integer.has_sign
               ? static_cast<double>(static_cast<std::int32_t>(raw << integer.sign_shift) >>
                                     integer.sign_shift)
               : static_cast<double>(raw);
}

}  // namespace footsure::decode
