// SPDX-License-Identifier: Apache-2.0
#include "decode/health_reader.hpp"

#include "decode/text.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <limits>

namespace footsure::decode {
namespace {

/// Records and workouts stand directly within the root; elsewhere they are repeated.
constexpr std::size_t kRecordDepth = 2;
/// More than the laps and segments of the longest workout.
constexpr std::size_t kLongestWorkout = std::size_t{1} << 20U;
/// An attribute costs at least as much to keep.
constexpr std::size_t kAttributeCost = 64;
constexpr std::size_t kMostSources = 10'000;
constexpr std::size_t kLongestSource = 256;

/// The beginning of a name, cut between characters.
std::string_view clipped(std::string_view name) {
    std::size_t size = std::min(name.size(), kLongestSource);
    const auto continues = [&](std::size_t at) {
        constexpr unsigned kMask = 0xC0;
        constexpr unsigned kContinuation = 0x80;
        return at < name.size() && (static_cast<unsigned char>(name[at]) & kMask) == kContinuation;
    };
    while (size > 0 && continues(size)) {
        --size;
    }
    return name.substr(0, size);
}

struct RecordType {
    std::string_view type;
    std::string_view unit;  ///< that we write
};

/// In the order of HealthQuantity.
constexpr std::array<RecordType, kHealthQuantities> kRecordTypes{{
    {"HKQuantityTypeIdentifierHeartRate", "count/min"},
    {"HKQuantityTypeIdentifierStepCount", "count"},
    {"HKQuantityTypeIdentifierDistanceWalkingRunning", "m"},
    {"HKQuantityTypeIdentifierRunningSpeed", "m/s"},
    {"HKQuantityTypeIdentifierRunningPower", "W"},
    {"HKQuantityTypeIdentifierRunningGroundContactTime", "s"},
    {"HKQuantityTypeIdentifierRunningVerticalOscillation", "m"},
    {"HKQuantityTypeIdentifierRunningStrideLength", "m"},
}};

struct Unit {
    std::string_view text;
    double scale = 1;
};

constexpr double kMile = 1609.344;
constexpr double kHour = 3600;
constexpr std::array kUnits{
    Unit{"count/min", 1},
    Unit{"count", 1},
    Unit{"m", 1},
    Unit{"km", 1000},
    Unit{"mi", kMile},
    Unit{"cm", 0.01},
    Unit{"mm", 0.001},
    Unit{"ft", 0.3048},
    Unit{"in", 0.0254},
    Unit{"yd", 0.9144},
    Unit{"m/s", 1},
    Unit{"km/hr", 1000 / kHour},
    Unit{"km/h", 1000 / kHour},
    Unit{"mi/hr", kMile / kHour},
    Unit{"W", 1},
    Unit{"s", 1},
    Unit{"sec", 1},
    Unit{"ms", 0.001},
    Unit{"min", 60},
    Unit{"hr", kHour},
    Unit{"count/s", 60},
};

std::optional<HealthQuantity> quantity_of(std::string_view type) {
    for (std::size_t i = 0; i < kRecordTypes.size(); ++i) {
        if (kRecordTypes[i].type == type) {
            return static_cast<HealthQuantity>(i);
        }
    }
    return std::nullopt;
}

/// Digits only, as many as there are; nothing where another character stands.
std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = 10 * value + (c - '0');
    }
    return value;
}

/// The minutes of `+hhmm`.
std::optional<int> offset_minutes(std::string_view text) {
    const auto hour = digits(text.substr(1, 2));
    const auto minute = digits(text.substr(3, 2));
    if (!hour || !minute || (text[0] != '+' && text[0] != '-')) {
        return std::nullopt;
    }
    constexpr int kMinutes = 60;
    return (text[0] == '-' ? -1 : 1) * (*hour * kMinutes + *minute);
}

}  // namespace

std::string_view HealthElement::find(std::string_view attribute) const {
    for (const auto& [key, value] : attributes) {
        if (key == attribute) {
            return value;
        }
    }
    return {};
}

std::optional<LocalInstant> parse_health_time(std::string_view text) {
    constexpr std::string_view kShape = "2024-01-15 10:00:00 +0100";
    if (text.size() != kShape.size() || text[4] != '-' || text[7] != '-' || text[10] != ' ' ||
        text[13] != ':' || text[16] != ':' || text[19] != ' ') {
        return std::nullopt;
    }
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    const auto hour = digits(text.substr(11, 2));
    const auto minute = digits(text.substr(14, 2));
    const auto second = digits(text.substr(17, 2));
    const auto offset = offset_minutes(text.substr(20, 5));
    if (!year || !month || !day || !hour || !minute || !second || !offset) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    constexpr int kFirstYear = 1900;
    constexpr int kLastYear = 2100;
    if (!date.ok() || *year < kFirstYear || *year > kLastYear) {
        return std::nullopt;
    }
    const std::chrono::seconds shift = std::chrono::minutes(*offset);
    return LocalInstant{std::chrono::sys_days(date) + std::chrono::hours(*hour) +
                            std::chrono::minutes(*minute) + std::chrono::seconds(*second) - shift,
                        shift};
}

std::string_view record_type(HealthQuantity quantity) {
    return kRecordTypes[static_cast<std::size_t>(quantity)].type;
}

std::string_view record_unit(HealthQuantity quantity) {
    return kRecordTypes[static_cast<std::size_t>(quantity)].unit;
}

double scale_of(std::string_view unit) {
    for (const Unit& known : kUnits) {
        if (known.text == unit) {
            return known.scale;
        }
    }
    return 0;
}

double read_length(std::string_view text) {
    text = trimmed(text);
    const std::size_t blank = text.find(' ');
    const double scale = blank == std::string_view::npos ? 0 : scale_of(text.substr(blank + 1));
    return scale > 0 ? read_decimal(text) * scale : std::numeric_limits<double>::quiet_NaN();
}

std::uint32_t HealthSources::number_of(std::string_view name) {
    name = clipped(name);
    const auto found = numbers_.find(name);
    if (found != numbers_.end()) {
        return found->second;
    }
    if (names_.size() >= kMostSources) {
        return static_cast<std::uint32_t>(names_.size() - 1);
    }
    const auto number = static_cast<std::uint32_t>(names_.size());
    names_.emplace_back(name);
    numbers_.emplace(name, number);
    return number;
}

bool HealthSources::is(std::uint32_t number, std::string_view name) const {
    return names_[number] == clipped(name);
}

void HealthReader::open(std::string_view name, const XmlAttributes& attributes) {
    ++depth_;
    if (!open_.empty()) {
        open_in_workout(name, attributes);
    } else if (depth_ == kRecordDepth && name == "Record") {
        if (wants_samples()) {
            open_record(attributes);
        }
    } else if (depth_ == kRecordDepth && name == "Workout") {
        kept_ = 0;
        open_in_workout(name, attributes);
    }
}

void HealthReader::open_record(const XmlAttributes& attributes) {
    const auto quantity = quantity_of(attributes.find("type"));
    if (!quantity) {
        return;
    }
    const auto from = parse_health_time(attributes.find("startDate"));
    const auto until = parse_health_time(attributes.find("endDate"));
    const double scale = scale_of(attributes.find("unit"));
    const double value = read_decimal(attributes.find("value")) * scale;
    if (!from || !until || until->at < from->at || !(scale > 0) || !std::isfinite(value)) {
        return;
    }
    const auto seconds = [](Instant at) {
        return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    };
    take_sample({.from = seconds(from->at),
                 .until = seconds(until->at),
                 .value = value,
                 .source = sources_.number_of(attributes.find("sourceName")),
                 .quantity = *quantity});
}

void HealthReader::open_in_workout(std::string_view name, const XmlAttributes& attributes) {
    HealthElement& element = open_.emplace_back();
    element.name = name;
    kept_ += kAttributeCost;
    attributes.each([&](std::string_view key, std::string_view value) {
        kept_ += key.size() + value.size() + kAttributeCost;
        // The device holds an address of memory that differs from export to export.
        if (key != "device" && kept_ <= kLongestWorkout) {
            element.attributes.emplace_back(key, value);
        }
    });
}

XmlStep HealthReader::close(std::string_view, std::string_view) {
    --depth_;
    if (!open_.empty()) {
        HealthElement element = std::move(open_.back());
        open_.pop_back();
        if (open_.empty()) {
            take_workout(std::move(element));
        } else if (kept_ <= kLongestWorkout) {
            open_.back().children.push_back(std::move(element));
        }
    }
    return proceed();
}

}  // namespace footsure::decode
