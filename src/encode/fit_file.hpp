// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace footsure::encode {

/// FIT's base types that our files need; the number is the code in a definition.
enum class BaseType : std::uint8_t {
    enumeration = 0x00,
    uint8 = 0x02,
    uint16 = 0x84,
    sint32 = 0x85,
    uint32 = 0x86,
    uint32z = 0x8C,  ///< 0 is none
    text = 0x07,
    float32 = 0x88,
    bytes = 0x0D,
};

/// One field of a message as FIT's profile describes it: raw = (value + offset) * scale.
struct Field {
    std::uint8_t number = 0;
    BaseType type = BaseType::uint32;
    double scale = 1;
    double offset = 0;
};

/// A Field with its value in SI; NaN and what the type cannot hold are written as "invalid".
struct FieldValue {
    Field field;
    double value = 0;
    std::string_view raw = {};  ///< written instead of the value where it is not empty
};

/// A value of an app's own field, which a field_description message has described.
struct DeveloperValue {
    std::uint8_t index = 0;  ///< of the app
    Field field;
    double value = 0;
};

/// The check sum of FIT headers and files; `before` continues an earlier one.
[[nodiscard]] std::uint16_t fit_crc(std::span<const std::byte> bytes, std::uint16_t before = 0);

/// The bytes of one FIT file, message by message; definitions are written when they are needed.
class FitFile {
public:
    FitFile();
    /// Needs: at most 16 different message numbers in one file.
    void write(std::uint16_t message, std::span<const FieldValue> values);
    void write(std::uint16_t message, std::initializer_list<FieldValue> values);
    void write(std::uint16_t message, std::span<const FieldValue> values,
               std::span<const DeveloperValue> developer);
    /// Completes header and check sum; the object is used up.
    [[nodiscard]] std::vector<std::byte> finish() &&;

private:
    /// Number, size and base type or developer index of a field, as a definition says it.
    struct Place {
        std::uint8_t number = 0;
        std::uint8_t size = 0;
        std::uint8_t kind = 0;
        bool operator==(const Place&) const = default;
    };

    struct Definition {
        std::uint16_t message = 0;
        std::vector<Place> fields;
        std::vector<Place> developer;
        bool operator==(const Definition&) const = default;
    };

    static Place place_of(const FieldValue& value);
    std::size_t local_type(Definition wanted);
    void define(std::size_t local);
    void put_places(const std::vector<Place>& places);
    void put_value(const Field& field, double value);
    void put(std::uint64_t raw, std::size_t size);

    std::vector<std::byte> bytes_;
    std::vector<Definition> definitions_;  ///< the index is the local message type
};

}  // namespace footsure::encode
