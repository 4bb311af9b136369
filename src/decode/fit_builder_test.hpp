// SPDX-License-Identifier: Apache-2.0
#pragma once

// Builds small FIT files byte by byte for tests; deliberately shares no code with the decoder.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace footsure::decode::testing {

struct Field {
    unsigned number = 0;
    unsigned size = 0;
    unsigned base_type = 0;
};

inline constexpr unsigned kEnum = 0x00;
inline constexpr unsigned kU8 = 0x02;
inline constexpr unsigned kS32 = 0x85;
inline constexpr unsigned kU16 = 0x84;
inline constexpr unsigned kU32 = 0x86;
inline constexpr unsigned kText = 0x07;
inline constexpr unsigned kByte = 0x0D;
inline constexpr unsigned kS8 = 0x01;
inline constexpr unsigned kF32 = 0x88;

/// One unsigned number of a data message and how many bytes it takes.
struct Value {
    std::uint64_t number = 0;
    unsigned bytes = 1;
};

inline Value u8(std::uint64_t v) {
    return {v, 1};
}

inline Value u16(std::uint64_t v) {
    return {v, 2};
}

inline Value u24(std::uint64_t v) {
    return {v, 3};
}

inline Value u32(std::uint64_t v) {
    return {v, 4};
}

inline Value f32(float v) {
    return {std::bit_cast<std::uint32_t>(v), 4};
}

class FitBuilder {
public:
    FitBuilder& big_endian() {
        big_ = true;
        return *this;
    }

    FitBuilder& define(unsigned local, unsigned global, std::initializer_list<Field> fields,
                       std::initializer_list<Field> developer = {}) {
        push(0x40U | local | (developer.size() > 0 ? 0x20U : 0U));
        push(0);
        push(big_ ? 1 : 0);
        put(u16(global));
        push_fields(fields);
        if (developer.size() > 0) {
            push_fields(developer);
        }
        return *this;
    }

    FitBuilder& data(unsigned local, std::initializer_list<Value> values) {
        push(local);
        put_all(values);
        return *this;
    }

    FitBuilder& compressed(unsigned local, unsigned seconds, std::initializer_list<Value> values) {
        push(0x80U | (local << 5U) | seconds);
        put_all(values);
        return *this;
    }

    /// Begins a data message whose values follow one by one.
    FitBuilder& begin(unsigned local) {
        push(local);
        return *this;
    }

    FitBuilder& add(Value value) {
        put(value);
        return *this;
    }

    /// Text in a field of that size, filled up with zeros.
    FitBuilder& add_text(std::string_view text, std::size_t size) {
        for (std::size_t i = 0; i < size; ++i) {
            push(i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
        }
        return *this;
    }

    /// Header of 14 bytes, the messages, and the check sum.
    [[nodiscard]] std::vector<std::byte> file() const {
        std::vector<std::byte> bytes;
        const auto add = [&](unsigned b) { bytes.push_back(static_cast<std::byte>(b)); };
        for (const unsigned b : {14U, 0x10U, 0x54U, 0x08U}) {
            add(b);
        }
        for (unsigned shift = 0; shift < 32; shift += 8) {
            add(static_cast<unsigned>(body_.size() >> shift) & 0xFFU);
        }
        for (const char c : std::string_view(".FIT")) {
            add(static_cast<unsigned char>(c));
        }
        const unsigned header = slow_crc(bytes);
        add(header & 0xFFU);
        add(header >> 8U);
        bytes.insert(bytes.end(), body_.begin(), body_.end());
        const unsigned all = slow_crc(bytes);
        add(all & 0xFFU);
        add(all >> 8U);
        return bytes;
    }

    /// The check sum bit by bit.
    static unsigned slow_crc(std::span<const std::byte> bytes) {
        unsigned crc = 0;
        for (const std::byte b : bytes) {
            crc ^= std::to_integer<unsigned>(b);
            for (int bit = 0; bit < 8; ++bit) {
                crc = (crc & 1U) != 0 ? (crc >> 1U) ^ 0xA001U : crc >> 1U;
            }
        }
        return crc;
    }

private:
    void push(unsigned b) { body_.push_back(static_cast<std::byte>(b)); }

    void push_fields(std::initializer_list<Field> fields) {
        push(static_cast<unsigned>(fields.size()));
        for (const Field& field : fields) {
            push(field.number);
            push(field.size);
            push(field.base_type);
        }
    }

    void put(Value value) {
        for (unsigned i = 0; i < value.bytes; ++i) {
            const unsigned shift = 8 * (big_ ? value.bytes - 1 - i : i);
            push(static_cast<unsigned>((value.number >> shift) & 0xFFU));
        }
    }

    void put_all(std::initializer_list<Value> values) {
        for (const Value& value : values) {
            put(value);
        }
    }

    std::vector<std::byte> body_;
    bool big_ = false;
};

inline constexpr std::uint64_t kStart = 1'000'000'000;  // 2021-09-08T01:46:40Z

/// A run of three records, a lap, a session and an activity two hours east of Greenwich.
inline FitBuilder small_run(FitBuilder builder = {}) {
    builder.define(0, 0, {{0, 1, kEnum}, {1, 2, kU16}}).data(0, {u8(4), u16(1)});
    builder.define(1, 20, {{253, 4, kU32}, {3, 1, kU8}, {4, 1, kU8}, {5, 4, kU32}, {41, 2, kU16}});
    builder.data(1, {u32(kStart), u8(120), u8(80), u32(0), u16(2500)});
    builder.data(1, {u32(kStart + 1), u8(130), u8(82), u32(300), u16(2600)});
    builder.data(1, {u32(kStart + 2), u8(140), u8(84), u32(600), u16(0xFFFF)});
    builder.define(2, 19, {{253, 4, kU32}, {2, 4, kU32}, {7, 4, kU32}, {8, 4, kU32}, {9, 4, kU32}});
    builder.data(2, {u32(kStart + 2), u32(kStart), u32(2000), u32(2000), u32(600)});
    builder.define(3, 18,
                   {{253, 4, kU32},
                    {2, 4, kU32},
                    {7, 4, kU32},
                    {8, 4, kU32},
                    {9, 4, kU32},
                    {5, 1, kEnum},
                    {6, 1, kEnum},
                    {18, 1, kU8},
                    {92, 1, kU8}});
    builder.data(3, {u32(kStart + 2), u32(kStart), u32(2000), u32(2000), u32(600), u8(1), u8(3),
                     u8(82), u8(64)});
    builder.define(4, 34, {{253, 4, kU32}, {5, 4, kU32}});
    builder.data(4, {u32(kStart + 2), u32(kStart + 7203)});
    return builder;
}

}  // namespace footsure::decode::testing
