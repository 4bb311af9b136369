// SPDX-License-Identifier: Apache-2.0
#include "encode/fit_fields.hpp"
#include "encode/plain_text.hpp"
#include "model/device_words.hpp"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace footsure::encode {

namespace {

constexpr std::uint16_t kFileId = 0;
constexpr std::uint16_t kDeviceInfo = 23;
constexpr double kActivityFile = 4;
constexpr std::size_t kLongestName = 250;

/// A device's name as FIT tells it: who made it, and a number or the text of the rest.
struct Maker {
    double manufacturer = kNoValue;
    double product = kNoValue;
    std::string text;  ///< ends in a zero; empty when there is none
};

std::string_view first_word(std::string_view text) {
    return text.substr(0, text.find(' '));
}

std::string_view after(std::string_view text, std::size_t length) {
    return text.size() > length ? text.substr(length + 1) : std::string_view();
}

/// The number that the whole text is; nothing for signs, leading zeros and what FIT cannot hold.
std::optional<double> number_of(std::string_view text) {
    constexpr unsigned kHighest = 65'534;
    unsigned number = 0;
    const auto read = std::from_chars(text.begin(), text.end(), number);
    const bool plain = read.ec == std::errc() && read.ptr == text.end() && number <= kHighest &&
                       std::to_string(number) == text;
    return plain ? std::optional(static_cast<double>(number)) : std::nullopt;
}

/// Cut to what fits into a field.
std::string shortened(std::string_view text) {
    return std::string(beginning_of(text, kLongestName)) + '\0';
}

Maker maker_of(std::string_view name) {
    Maker maker;
    std::string_view word = first_word(name);
    std::string_view rest = name;
    if (const auto known = manufacturer_number(word)) {
        maker.manufacturer = *known;
        rest = after(name, word.size());
    } else if (word == "manufacturer") {
        word = first_word(after(name, word.size()));
        if (const auto number = number_of(word)) {
            maker.manufacturer = *number;
            rest = after(after(name, first_word(name).size()), word.size());
        }
    }
    if (const auto number = number_of(rest)) {
        maker.product = *number;
    } else if (!rest.empty()) {
        maker.text = shortened(rest);
    }
    return maker;
}

}  // namespace

void write_maker(FitFile& file, const Activity& activity) {
    const Maker maker = maker_of(activity.device);
    std::vector<FieldValue> values{{enumeration(0), kActivityFile},
                                   {word_field(1), maker.manufacturer},
                                   {word_field(2), maker.product},
                                   {long_field(4), fit_time(activity.started_at)}};
    if (!maker.text.empty()) {
        values.push_back({{8, BaseType::text}, 0, maker.text});
    }
    file.write(kFileId, values);
}

void write_devices(FitFile& file, const Activity& activity) {
    double next = 1;
    for (const Device& device : activity.devices) {
        const Maker maker = maker_of(device.name);
        const bool recorder = device.role == "recorder";
        std::vector<FieldValue> values{
            {kTimestamp, fit_time(activity.started_at)},
            {byte_field(0), recorder ? 0 : next},
            {byte_field(1), device_role_number(device.role).value_or(kNoValue)},
            {word_field(2), maker.manufacturer},
            {word_field(4), maker.product},
            {byte_field(32, kCenti), value_or_none(device.battery)}};
        if (!maker.text.empty()) {
            values.push_back({{27, BaseType::text}, 0, maker.text});
        }
        file.write(kDeviceInfo, values);
        next += recorder ? 0 : 1;
    }
}

}  // namespace footsure::encode
