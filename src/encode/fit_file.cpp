// SPDX-License-Identifier: Apache-2.0
#include "encode/fit_file.hpp"

#include "model/result.hpp"

#include <algorithm>
#include <bit>
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
constexpr std::uint8_t kDeveloperBit = 0x20;
constexpr std::size_t kLongestField = 255;
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
    case BaseType::uint32z: return {4, 1, 4294967295.0, 0};
    case BaseType::text:
    case BaseType::bytes: return {1, 0, 0, 0xFF};
    case BaseType::float32: break;
    }
    return {4, 0, 0, 0xFFFFFFFF};
}

std::uint64_t raw_of(const Field& field, double value) {
    if (field.type == BaseType::float32) {
        constexpr std::uint64_t kNoNumber = 0xFFFFFFFF;
        const auto narrow = static_cast<float>((value + field.offset) * field.scale);
        return std::isfinite(narrow) ? std::bit_cast<std::uint32_t>(narrow) : kNoNumber;
    }
    const TypeFacts facts = facts_of(field.type);
    const double raw = std::round((value + field.offset) * field.scale);
    // NaN fails this comparison too, and so becomes invalid.
    const bool fits = raw >= facts.lowest && raw <= facts.highest;
    return fits ? static_cast<std::uint64_t>(static_cast<std::int64_t>(raw)) : facts.invalid;
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
    write(message, values, {});
}

void FitFile::write(std::uint16_t message, std::initializer_list<FieldValue> values) {
    write(message, std::span<const FieldValue>(values.begin(), values.size()));
}

void FitFile::write(std::uint16_t message, std::span<const FieldValue> values,
                    std::span<const DeveloperValue> developer) {
    Definition wanted{message, {}, {}};
    for (const FieldValue& value : values) {
        wanted.fields.push_back(place_of(value));
    }
    for (const DeveloperValue& value : developer) {
        wanted.developer.push_back({value.field.number,
                                    static_cast<std::uint8_t>(facts_of(value.field.type).size),
                                    value.index});
    }
    put(local_type(std::move(wanted)), 1);
    for (const FieldValue& value : values) {
        for (const char c : value.raw) {
            put(static_cast<unsigned char>(c), 1);
        }
        if (value.raw.empty()) {
            put_value(value.field, value.value);
        }
    }
    for (const DeveloperValue& value : developer) {
        put_value(value.field, value.value);
    }
}

FitFile::Place FitFile::place_of(const FieldValue& value) {
    expects(value.raw.size() <= kLongestField, "a field of FIT has at most 255 bytes");
    const std::size_t size = value.raw.empty() ? facts_of(value.field.type).size : value.raw.size();
    return {value.field.number, static_cast<std::uint8_t>(size),
            static_cast<std::uint8_t>(value.field.type)};
}

std::size_t FitFile::local_type(Definition wanted) {
    const auto known = std::ranges::find(definitions_, wanted.message,
                                         [](const Definition& d) { return d.message; });
    const auto local = static_cast<std::size_t>(known - definitions_.begin());
    if (known != definitions_.end() && *known == wanted) {
        return local;
    }
    if (known == definitions_.end()) {
        expects(definitions_.size() < kLocalTypes, "a FIT file has 16 local message types");
        definitions_.push_back(std::move(wanted));
    } else {
        *known = std::move(wanted);
    }
    define(local);
    return local;
}

void FitFile::define(std::size_t local) {
    const Definition& definition = definitions_[local];
    const std::uint8_t developer = definition.developer.empty() ? 0 : kDeveloperBit;
    put(kDefinitionBit | developer | local, 1);
    put(0, 1);
    put(kLittleEndian, 1);
    put(definition.message, 2);
    put_places(definition.fields);
    if (developer != 0) {
        put_places(definition.developer);
    }
}

void FitFile::put_places(const std::vector<Place>& places) {
    put(places.size(), 1);
    for (const Place& place : places) {
        put(place.number, 1);
        put(place.size, 1);
        put(place.kind, 1);
    }
}

void FitFile::put_value(const Field& field, double value) {
    put(raw_of(field, value), facts_of(field.type).size);
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
