// SPDX-License-Identifier: Apache-2.0
#include "decode/fit_sensors.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace footsure::decode {
namespace {

using enum SensorQuantity;

struct AppId {
    std::string_view id;  ///< in hexadecimal digits
    SensorApp app = SensorApp::unknown;
};

constexpr std::array kApps{
    AppId{"18fb2cf01a4b430dad66988c847421f4", SensorApp::stryd},
    AppId{"660a581e5301460c8f2f034c8b6dc90f", SensorApp::stryd},
    AppId{"14cc7713eff04136a643ac88baf99d02", SensorApp::stryd},
    AppId{"00000000000000000000000000000000", SensorApp::stryd},
    AppId{"c1f5c80a5a054e8a97b3fda34e957035", SensorApp::runscribe},
    AppId{"a26e535875264582af7e8606884d96bc", SensorApp::garmin_running_power},
};

/// One field that an app writes; `factor` brings it to the unit of the quantity.
struct SensorRule {
    SensorApp app = SensorApp::unknown;
    std::string_view field;
    SensorQuantity quantity{};
    Side side = Side::both;
    double factor = 1;
};

constexpr double kPerMillisecond = 0.001;
constexpr double kPerCentimetre = 0.01;
constexpr double kPerPercent = 0.01;
constexpr double kPerKilonewton = 1000;

constexpr std::array kRules{
    SensorRule{SensorApp::stryd, "Power", power},
    SensorRule{SensorApp::stryd, "Form Power", form_power},
    SensorRule{SensorApp::stryd, "Air Power", air_power},
    SensorRule{SensorApp::stryd, "Cadence", cadence},
    SensorRule{SensorApp::stryd, "Ground Time", stance_time, Side::both, kPerMillisecond},
    SensorRule{SensorApp::stryd, "Vertical Oscillation", vertical_oscillation, Side::both,
               kPerCentimetre},
    SensorRule{SensorApp::stryd, "Leg Spring Stiffness", leg_spring_stiffness, Side::both,
               kPerKilonewton},
    SensorRule{SensorApp::stryd, "Impact Loading Rate Balance", impact_balance, Side::both,
               kPerPercent},
    SensorRule{SensorApp::stryd, "Leg Spring Stiffness Balance", stiffness_balance, Side::both,
               kPerPercent},
    SensorRule{SensorApp::stryd, "Vertical Oscillation Balance", oscillation_balance, Side::both,
               kPerPercent},
    SensorRule{SensorApp::runscribe, "RS_ContactTime_L", stance_time, Side::left, kPerMillisecond},
    SensorRule{SensorApp::runscribe, "RS_ContactTime_R", stance_time, Side::right, kPerMillisecond},
    SensorRule{SensorApp::runscribe, "RS_FootStrike_L", foot_strike, Side::left},
    SensorRule{SensorApp::runscribe, "RS_FootStrike_R", foot_strike, Side::right},
    SensorRule{SensorApp::runscribe, "RS_Pronation_L", pronation, Side::left},
    SensorRule{SensorApp::runscribe, "RS_Pronation_R", pronation, Side::right},
    SensorRule{SensorApp::runscribe, "RS_Impact_GS_L", impact, Side::left},
    SensorRule{SensorApp::runscribe, "RS_Impact_GS_R", impact, Side::right},
    SensorRule{SensorApp::runscribe, "RS_Braking_GS_L", braking, Side::left},
    SensorRule{SensorApp::runscribe, "RS_Braking_GS_R", braking, Side::right},
    SensorRule{SensorApp::runscribe, "RS_Power_AVG", power},
    SensorRule{SensorApp::runscribe, "ContactTime", stance_time, Side::both, kPerMillisecond},
    SensorRule{SensorApp::runscribe, "FS", foot_strike},
    SensorRule{SensorApp::runscribe, "Pronation", pronation},
    SensorRule{SensorApp::runscribe, "ImpactGs", impact},
    SensorRule{SensorApp::runscribe, "BrakingGs", braking},
    SensorRule{SensorApp::runscribe, "Power", power},
    SensorRule{SensorApp::garmin_running_power, "RP_Power", power},
};

/// Each change costs a look at all developer fields; no honest file changes its mind so often.
constexpr std::uint64_t kMostChanges = 10'000;

std::string_view name_of(SensorApp app) {
    switch (app) {
    case SensorApp::stryd: return "Stryd";
    case SensorApp::runscribe: return "RunScribe";
    case SensorApp::garmin_running_power: return "Garmin Running Power";
    case SensorApp::unknown: break;
    }
    return {};
}

const SensorRule* rule_of(SensorApp app, std::string_view field) {
    const auto* const found = std::ranges::find_if(
        kRules, [&](const SensorRule& rule) { return rule.app == app && rule.field == field; });
    return found == kRules.end() ? nullptr : found;
}

std::string hexadecimal(std::span<const std::byte> bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const std::byte byte : bytes) {
        const auto value = std::to_integer<std::size_t>(byte);
        text += kDigits[value / kDigits.size()];
        text += kDigits[value % kDigits.size()];
    }
    return text;
}

std::uint32_t key_of(std::uint8_t index, std::uint8_t field) {
    constexpr std::uint32_t kFields = 256;
    return index * kFields + field;
}

/// A runner who stands makes no steps and no power; no other quantity is ever zero.
bool may_be_zero(SensorQuantity quantity) {
    return quantity == power || quantity == form_power || quantity == air_power ||
           quantity == cadence;
}

/// Most builds count strides, some steps: nobody runs as many strides or as few steps as this.
double steps_per_count(std::vector<double> counts) {
    constexpr double kBetween = 120;
    std::erase_if(counts, [](double v) { return !(v > 0); });
    if (counts.empty()) {
        return 1;
    }
    const auto middle = counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2);
    std::ranges::nth_element(counts, middle);
    return *middle < kBetween ? 2 : 1;
}

void finish_sensor(SensorChannel& sensor) {
    if (!may_be_zero(sensor.quantity)) {
        std::ranges::replace(sensor.values, 0.0, kNoValue);
    }
    if (sensor.quantity == cadence) {
        const double steps = steps_per_count(sensor.values);
        for (double& value : sensor.values) {
            value *= steps;
        }
    }
}

}  // namespace

void DeveloperFields::add_app(std::uint8_t index, std::span<const std::byte> application_id) {
    if (version_ >= kMostChanges) {
        return;
    }
    const std::string id = hexadecimal(application_id);
    const auto* const found = std::ranges::find(kApps, id, &AppId::id);
    apps_[index] = found == kApps.end() ? SensorApp::unknown : found->app;
    ++version_;
}

void DeveloperFields::describe(std::uint8_t index, std::uint8_t field, Description description) {
    if (version_ >= kMostChanges) {
        return;
    }
    descriptions_[key_of(index, field)] = std::move(description);
    ++version_;
}

void DeveloperFields::resolve_changed(MessagePlan& plan, RecordTable& records) const {
    plan.sensors.clear();
    plan.sensors_version = version_;
    for (const DeveloperPlace& place : plan.developer) {
        const auto described = descriptions_.find(key_of(place.index, place.field));
        if (described == descriptions_.end()) {
            continue;
        }
        const Description& said = described->second;
        const SensorApp app = apps_[place.index];
        const SensorRule* rule = rule_of(app, said.name);
        const Shape shape = shape_of(said.base_type);
        const std::size_t width = bytes_of(shape);
        if (rule == nullptr || shape == Shape::none || place.size < width ||
            place.size % width != 0) {
            continue;
        }
        plan.sensors.push_back(
            {.field = {.offset = place.offset,
                       .elements = static_cast<std::uint8_t>(place.size / width),
                       .width = static_cast<std::uint8_t>(width),
                       .shape = shape,
                       .integer = place.size == width ? small_integer(shape) : SmallInteger{},
                       .scale = said.scale,
                       .bias = said.offset},
             .factor = rule->factor,
             .channel = records.sensor(name_of(app), rule->quantity, rule->side)});
    }
}

void finish_sensors(std::vector<SensorChannel>& sensors) {
    std::erase_if(sensors, [](const SensorChannel& sensor) {
        return std::ranges::none_of(sensor.values,
                                    [](double v) { return !std::isnan(v) && v != 0; });
    });
    std::ranges::for_each(sensors, finish_sensor);
}

}  // namespace footsure::decode
