// SPDX-License-Identifier: Apache-2.0
#include "encode/fit_sensors.hpp"

#include "encode/fit_fields.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

namespace footsure::encode {

namespace {

using enum SensorQuantity;

constexpr std::uint16_t kFieldDescription = 206;
constexpr std::uint16_t kDeveloperData = 207;

struct App {
    std::string_view sensor;
    std::string_view id;  ///< 16 bytes
};

/// Source: FIT-FACTS 6.
constexpr std::array kApps{
    App{"Stryd",
        std::string_view("\x18\xfb\x2c\xf0\x1a\x4b\x43\x0d\xad\x66\x98\x8c\x84\x74\x21\xf4", 16)},
    App{"RunScribe",
        std::string_view("\xc1\xf5\xc8\x0a\x5a\x05\x4e\x8a\x97\xb3\xfd\xa3\x4e\x95\x70\x35", 16)},
    App{"Garmin Running Power",
        std::string_view("\xa2\x6e\x53\x58\x75\x26\x45\x82\xaf\x7e\x86\x06\x88\x4d\x96\xbc", 16)},
};

/// How an app names a quantity; `unit` is one of its counts in the quantity's own unit.
struct AppField {
    std::string_view sensor;
    SensorQuantity quantity{};
    Side side = Side::both;
    std::string_view name;
    std::string_view unit_name;
    double unit = 1;
};

constexpr std::array kFields{
    AppField{"Stryd", power, Side::both, "Power", "Watts"},
    AppField{"Stryd", form_power, Side::both, "Form Power", "Watts"},
    AppField{"Stryd", air_power, Side::both, "Air Power", "Watts"},
    AppField{"Stryd", cadence, Side::both, "Cadence", "RPM", 2},
    AppField{"Stryd", stance_time, Side::both, "Ground Time", "Milliseconds", 0.001},
    AppField{"Stryd", vertical_oscillation, Side::both, "Vertical Oscillation", "Centimeters",
             0.01},
    AppField{"Stryd", leg_spring_stiffness, Side::both, "Leg Spring Stiffness", "kN/m", 1000},
    AppField{"Stryd", impact_balance, Side::both, "Impact Loading Rate Balance", "%", 0.01},
    AppField{"Stryd", stiffness_balance, Side::both, "Leg Spring Stiffness Balance", "%", 0.01},
    AppField{"Stryd", oscillation_balance, Side::both, "Vertical Oscillation Balance", "%", 0.01},
    AppField{"RunScribe", stance_time, Side::left, "RS_ContactTime_L", "ms", 0.001},
    AppField{"RunScribe", stance_time, Side::right, "RS_ContactTime_R", "ms", 0.001},
    AppField{"RunScribe", foot_strike, Side::left, "RS_FootStrike_L", ""},
    AppField{"RunScribe", foot_strike, Side::right, "RS_FootStrike_R", ""},
    AppField{"RunScribe", pronation, Side::left, "RS_Pronation_L", "degrees"},
    AppField{"RunScribe", pronation, Side::right, "RS_Pronation_R", "degrees"},
    AppField{"RunScribe", impact, Side::left, "RS_Impact_GS_L", "G"},
    AppField{"RunScribe", impact, Side::right, "RS_Impact_GS_R", "G"},
    AppField{"RunScribe", braking, Side::left, "RS_Braking_GS_L", "G"},
    AppField{"RunScribe", braking, Side::right, "RS_Braking_GS_R", "G"},
    AppField{"RunScribe", power, Side::both, "RS_Power_AVG", "W"},
    AppField{"RunScribe", stance_time, Side::both, "ContactTime", "ms", 0.001},
    AppField{"RunScribe", foot_strike, Side::both, "FS", ""},
    AppField{"RunScribe", pronation, Side::both, "Pronation", "degrees"},
    AppField{"RunScribe", impact, Side::both, "ImpactGs", "G"},
    AppField{"RunScribe", braking, Side::both, "BrakingGs", "G"},
    AppField{"Garmin Running Power", power, Side::both, "RP_Power", "W"},
};

Field field_of(std::size_t place) {
    return {static_cast<std::uint8_t>(place), BaseType::float32};
}

/// Readers tell strides from steps by the median, so a cadence that is high for strides too is
/// written in steps.
double cadence_counts(std::vector<double> steps, double strides_unit) {
    constexpr double kHighestStrides = 120;
    std::erase_if(steps, [](double v) { return !(v > 0); });
    if (steps.empty()) {
        return strides_unit;
    }
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::ranges::nth_element(steps, middle);
    return *middle / strides_unit < kHighestStrides ? strides_unit : 1;
}

std::string terminated(std::string_view text) {
    return std::string(text) + '\0';
}

}  // namespace

SensorFields::SensorFields(const Records& records) {
    for (const SensorChannel& channel : records.sensors) {
        const auto* const app = std::ranges::find(kApps, channel.sensor, &App::sensor);
        const auto* const field = std::ranges::find_if(kFields, [&](const AppField& known) {
            return known.sensor == channel.sensor && known.quantity == channel.quantity &&
                   known.side == channel.side;
        });
        if (app == kApps.end() || field == kFields.end()) {
            continue;
        }
        const double counts =
            channel.quantity == cadence ? cadence_counts(channel.values, field->unit) : field->unit;
        written_.push_back({&channel, static_cast<std::uint8_t>(app - kApps.begin()),
                            static_cast<std::size_t>(field - kFields.begin()), counts});
    }
}

void SensorFields::describe(FitFile& file) const {
    for (std::size_t app = 0; app < kApps.size(); ++app) {
        const auto used = [app](const Written& written) { return written.app == app; };
        if (std::ranges::any_of(written_, used)) {
            file.write(kDeveloperData, {{{1, BaseType::bytes}, 0, kApps[app].id},
                                        {byte_field(3), static_cast<double>(app)}});
        }
    }
    for (const Written& written : written_) {
        const AppField& field = kFields[written.field];
        const std::string name = terminated(field.name);
        const std::string unit = terminated(field.unit_name);
        file.write(kFieldDescription, {{byte_field(0), static_cast<double>(written.app)},
                                       {byte_field(1), static_cast<double>(written.field)},
                                       {byte_field(2), static_cast<double>(BaseType::float32)},
                                       {{3, BaseType::text}, 0, name},
                                       {{8, BaseType::text}, 0, unit}});
    }
}

void SensorFields::values_at(std::size_t record, std::vector<DeveloperValue>& values) const {
    values.clear();
    for (const Written& written : written_) {
        const auto& channel = written.channel->values;
        const double value = record < channel.size() ? channel[record] / written.counts : kNoValue;
        values.push_back({written.app, field_of(written.field), value});
    }
}

}  // namespace footsure::encode
