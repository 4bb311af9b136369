// SPDX-License-Identifier: Apache-2.0
#include "decode/fit_value.hpp"

#include <array>

namespace footsure::decode {
namespace {

/// By the low five bits of the base type; the string (7) holds no number.
constexpr std::array kShapes{
    Shape::u8,   Shape::s8,   Shape::u8,  Shape::s16, Shape::u16,  Shape::s32,
    Shape::u32,  Shape::none, Shape::f32, Shape::f64, Shape::u8z,  Shape::u16z,
    Shape::u32z, Shape::u8,   Shape::s64, Shape::u64, Shape::u64z,
};

}  // namespace

Shape shape_of(std::uint8_t base_type) {
    const std::size_t index = base_type & kBaseTypeMask;
    return index < kShapes.size() ? kShapes[index] : Shape::none;
}

std::size_t bytes_of(Shape shape) {
    switch (shape) {
    case Shape::u8:
    case Shape::s8:
    case Shape::u8z: return 1;
    case Shape::s16:
    case Shape::u16:
    case Shape::u16z: return 2;
    case Shape::s32:
    case Shape::u32:
    case Shape::u32z:
    case Shape::f32: return 4;
    case Shape::f64:
    case Shape::s64:
    case Shape::u64:
    case Shape::u64z: return 8;
    case Shape::none: break;
    }
    return 1;
}

SmallInteger small_integer(Shape shape) {
    switch (shape) {
    case Shape::u8: return {.bytes = 1, .no_value = 0xFF};
    case Shape::s8: return {.bytes = 1, .sign_shift = 24, .has_sign = true, .no_value = 0x7F};
    case Shape::u8z: return {.bytes = 1, .no_value = 0};
    case Shape::u16: return {.bytes = 2, .no_value = 0xFFFF};
    case Shape::s16: return {.bytes = 2, .sign_shift = 16, .has_sign = true, .no_value = 0x7FFF};
    case Shape::u16z: return {.bytes = 2, .no_value = 0};
    case Shape::u32: return {.bytes = 4, .no_value = 0xFFFFFFFF};
    case Shape::s32: return {.bytes = 4, .has_sign = true, .no_value = 0x7FFFFFFF};
    case Shape::u32z: return {.bytes = 4, .no_value = 0};
    default: return {};
    }
}

}  // namespace footsure::decode
