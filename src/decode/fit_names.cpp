// SPDX-License-Identifier: Apache-2.0
#include "decode/fit_names.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace footsure::decode {
namespace {

bool has_activity_part(const FitContent& content) {
    constexpr double kActivity = 4;
    return std::ranges::any_of(content.parts,
                               [](const FitPart& part) { return part.id[file_type] == kActivity; });
}

double first_type(const FitContent& content) {
    return content.parts.empty() ? kNoValue : content.parts.front().id[file_type];
}

bool is_recorded_without_type(const FitContent& content) {
    const bool recorded = !content.sessions.empty() || content.records.size() > 0;
    return std::isnan(first_type(content)) && recorded;
}

std::string digits(double number) {
    return std::isnan(number) ? std::string() : std::to_string(static_cast<std::int64_t>(number));
}

std::string full_name(double manufacturer, double product, const std::string& product_name) {
    std::string name(manufacturer_word(manufacturer));
    if (name.empty() && !std::isnan(manufacturer)) {
        name = "manufacturer " + digits(manufacturer);
    }
    const std::string_view known = product_word(manufacturer, product);
    std::string what = product_name;
    if (what.empty()) {
        what = known.empty() ? digits(product) : std::string(known);
    }
    if (!name.empty() && !what.empty()) {
        name += ' ';
    }
    return name + what;
}

std::string role_of(const FitDevice& device) {
    return device.values[device_index] == 0
               ? "recorder"
               : std::string(device_role_word(device.values[device_type]));
}

/// The receiver, barometer and the like inside the recorder.
bool is_built_in(const FitDevice& device) {
    constexpr double kLocal = 5;
    return device.values[device_source] == kLocal && device.values[device_index] > 0;
}

}  // namespace

FileKind kind_of(const FitContent& content) {
    if (has_activity_part(content)) {
        return FileKind::activity;
    }
    const std::string_view first = file_type_word(first_type(content));
    if (first == "workout") {
        return FileKind::workout;
    }
    if (first == "course") {
        return FileKind::course;
    }
    if (first == "settings") {
        return FileKind::settings;
    }
    return is_recorded_without_type(content) ? FileKind::activity : FileKind::other;
}

std::string content_word(const FitContent& content) {
    if (has_activity_part(content) || is_recorded_without_type(content)) {
        return "activity";
    }
    const std::string_view word = file_type_word(first_type(content));
    return word.empty() ? "unknown" : std::string(word);
}

std::string recorder_name(const FitContent& content) {
    if (content.parts.empty()) {
        return {};
    }
    const FitPart& part = content.parts.front();
    return full_name(part.id[file_manufacturer], part.id[file_product], part.product_name);
}

std::vector<Device> devices_of(const FitContent& content) {
    std::vector<Device> devices;
    for (const FitDevice& said : content.notes.devices) {
        Device device{.name = full_name(said.values[device_manufacturer],
                                        said.values[device_product], said.product_name),
                      .role = role_of(said),
                      .battery = {}};
        if (said.values[device_battery] >= 0 && said.values[device_battery] <= 1) {
            device.battery = Share(said.values[device_battery]);
        }
        const bool nameless = device.name.empty() && device.role.empty();
        const bool told = std::ranges::any_of(devices, [&](const Device& other) {
            return other.name == device.name && other.role == device.role;
        });
        if (!nameless && !told && !is_built_in(said)) {
            devices.push_back(std::move(device));
        }
    }
    return devices;
}

}  // namespace footsure::decode
