// SPDX-License-Identifier: Apache-2.0
#include "encode/fit_file.hpp"

#include "model/result.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace footsure::encode {

namespace {

constexpr std::size_t kHeaderSize = 14;
constexpr std::size_t kHeaderCheckedSize = 12;
constexpr std::size_t kDataSizeAt = 4;
constexpr std::uint8_t kProtocolVersion = 0x20;
constexpr std::uint16_t kProfileVersion = 21217;
constexpr std::uint8_t kDefinitionBit = 0x40;
constexpr std::uint8_t kLittleEndian = 0;
constexpr std::size_t kLocalTypes = 16;

struct TypeFacts {
    std::size_t size;
    double lowest;
    double highest;
    std::uint64_t invalid;
};

TypeFacts facts_of(BaseType type) {
    switch (type) {
    case BaseType::enumeration:
    case BaseType::uint8: return {1, 0, 254, 0xFF};
    case BaseType::uint16: return {2, 0, 65534, 0xFFFF};
    case BaseType::sint32: return {4, -2147483648.0, 2147483646.0, 0x7FFFFFFF};
    case BaseType::uint32: return {4, 0, 4294967294.0, 0xFFFFFFFF};
    }
    return {4, 0, 0, 0xFFFFFFFF};
}

std::uint64_t raw_of(const FieldValue& value, const TypeFacts& facts) {
    const double raw = std::round((value.value + value.field.offset) * value.field.scale);
    // NaN fails this comparison too, and so becomes invalid.
    const bool fits = raw >= facts.lowest && raw <= facts.highest;
    return fits ? static_cast<std::uint64_t>(static_cast<std::int64_t>(raw)) : facts.invalid;
}

bool same_layout(const Field& defined, const FieldValue& value) {
    return defined.number == value.field.number && defined.type == value.field.type;
}

}  // namespace

std::uint16_t fit_crc(std::span<const std::byte> bytes, std::uint16_t before) {
    constexpr unsigned kReflectedPolynomial = 0xA001;
    unsigned crc = before;
    for (const std::byte byte : bytes) {
        crc ^= std::to_integer<unsigned>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc & 1U) != 0 ? (crc >> 1U) ^ kReflectedPolynomial : crc >> 1U;
        }
    }
    return static_cast<std::uint16_t>(crc);
}

FitFile::FitFile() {
    put(kHeaderSize, 1);
    put(kProtocolVersion, 1);
    put(kProfileVersion, 2);
    put(0, 4);  // the data size, known when finished
    for (const char c : {'.', 'F', 'I', 'T'}) {
        put(static_cast<std::uint64_t>(c), 1);
    }
    put(0, 2);  // the header's check sum, known when finished
}

void FitFile::write(std::uint16_t message, std::span<const FieldValue> values) {
    put(local_type(message, values), 1);
    for (const FieldValue& value : values) {
        const TypeFacts facts = facts_of(value.field.type);
        put(raw_of(value, facts), facts.size);
    }
}

void FitFile::write(std::uint16_t message, std::initializer_list<FieldValue> values) {
    write(message, std::span<const FieldValue>(values.begin(), values.size()));
}

std::size_t FitFile::local_type(std::uint16_t message, std::span<const FieldValue> values) {
    const auto known =
        std::ranges::find(definitions_, message, [](const Definition& d) { return d.message; });
    const auto local = static_cast<std::size_t>(known - definitions_.begin());
    if (known != definitions_.end() && std::ranges::equal(known->fields, values, same_layout)) {
        return local;
    }
    if (known == definitions_.end()) {
        expects(definitions_.size() < kLocalTypes, "a FIT file has 16 local message types");
        definitions_.push_back({message, {}});
    }
    define(local, values);
    return local;
}

void FitFile::define(std::size_t local, std::span<const FieldValue> values) {
    Definition& definition = definitions_[local];
    definition.fields.clear();
    put(kDefinitionBit | local, 1);
    put(0, 1);
    put(kLittleEndian, 1);
    put(definition.message, 2);
    put(values.size(), 1);
    for (const FieldValue& value : values) {
        definition.fields.push_back(value.field);
        put(value.field.number, 1);
        put(facts_of(value.field.type).size, 1);
        put(static_cast<std::uint8_t>(value.field.type), 1);
    }
}

void FitFile::put(std::uint64_t raw, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) {
        bytes_.push_back(static_cast<std::byte>(raw >> (8 * i)));
    }
}

std::vector<std::byte> FitFile::finish() && {
    const std::size_t data_size = bytes_.size() - kHeaderSize;
    for (std::size_t i = 0; i < 4; ++i) {
        bytes_[kDataSizeAt + i] = static_cast<std::byte>(data_size >> (8 * i));
    }
    const std::uint16_t header = fit_crc(std::span(bytes_).first(kHeaderCheckedSize));
    bytes_[kHeaderCheckedSize] = static_cast<std::byte>(header & 0xFFU);
    bytes_[kHeaderCheckedSize + 1] = static_cast<std::byte>(header >> 8U);
    put(fit_crc(bytes_), 2);
    return std::move(bytes_);
}

}  // namespace footsure::encode
