// SPDX-License-Identifier: Apache-2.0
#include "decode/fit_notes.hpp"

#include "decode/fit_content.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::decode {
namespace {

/// A file describes a handful of devices; more than this is nonsense.
constexpr std::size_t kMostDevices = 64;

/// Whether two messages speak of one device; what a message leaves out does not count against it.
bool is_same_device(const FitDevice& a, const FitDevice& b) {
    return std::ranges::all_of(
        std::array{device_index, device_manufacturer, device_product}, [&](DeviceSlot slot) {
            return std::isnan(a.values[slot]) || std::isnan(b.values[slot]) ||
                   a.values[slot] == b.values[slot];
        });
}

void merge_device(const FitDevice& later, FitDevice& device) {
    for (std::size_t slot = 0; slot < device_slots; ++slot) {
        if (!std::isnan(later.values[slot])) {
            device.values[slot] = later.values[slot];
        }
    }
    if (!later.product_name.empty()) {
        device.product_name = later.product_name;
    }
}

template <std::size_t Slots>
std::array<double, Slots> read_slots(const MessagePlan& plan, const std::byte* body) {
    std::array<double, Slots> values{};
    values.fill(kNoValue);
    for (const PlanStep& step : plan.steps) {
        if (step.slot < Slots) {
            values[step.slot] = read_field(step, body, plan.order);
        }
    }
    return values;
}

}  // namespace

std::string read_text(const PlanStep& step, const std::byte* body) {
    const auto* first = reinterpret_cast<const char*>(body + step.offset);
    return {first, std::find(first, first + step.elements, '\0')};
}

std::optional<UtcOffset> zone_offset(double local, double utc) {
    constexpr double kQuarterHour = 900;
    constexpr double kFarthest = 26.0 * 3600.0;
    const double rounded = std::round((local - utc) / kQuarterHour) * kQuarterHour;
    if (!(std::abs(rounded) <= kFarthest)) {
        return std::nullopt;
    }
    return UtcOffset(static_cast<std::int64_t>(rounded));
}

void note_event(const MessagePlan& plan, const std::byte* body, std::optional<std::uint32_t> time,
                FitNotes& notes) {
    constexpr double kTimer = 0;
    constexpr double kStart = 0;
    constexpr std::array kStops{1.0, 4.0, 8.0, 9.0};
    const auto values = read_slots<event_slots>(plan, body);
    if (!time || values[event_what] != kTimer) {
        return;
    }
    if (values[event_type] == kStart) {
        notes.timer.push_back({.at = fit_instant(*time), .turn = TimerEvent::Turn::start});
    } else if (std::ranges::find(kStops, values[event_type]) != kStops.end()) {
        notes.timer.push_back({.at = fit_instant(*time), .turn = TimerEvent::Turn::stop});
    }
}

void note_device(const MessagePlan& plan, const std::byte* body, FitNotes& notes) {
    FitDevice device{.values = read_slots<device_slots>(plan, body), .product_name = {}};
    for (const PlanStep& step : plan.steps) {
        if (step.slot == device_product_name) {
            device.product_name = read_text(step, body);
        }
    }
    const auto known = std::ranges::find_if(
        notes.devices, [&](const FitDevice& other) { return is_same_device(other, device); });
    if (known != notes.devices.end()) {
        merge_device(device, *known);
    } else if (notes.devices.size() < kMostDevices) {
        notes.devices.push_back(std::move(device));
    }
}

void note_beats(const MessagePlan& plan, const std::byte* body, FitNotes& notes) {
    for (const PlanStep& step : plan.steps) {
        const std::byte* at = body + step.offset;
        for (unsigned i = 0; i < step.elements; ++i, at += step.width) {
            const double seconds = read_number(at, step.shape, plan.order) / step.scale;
            if (seconds > 0) {
                notes.beats.emplace_back(seconds);
            }
        }
    }
}

void note_local_time(const MessagePlan& plan, const std::byte* body,
                     std::optional<std::uint32_t> time, FitNotes& notes) {
    if (!time || plan.steps.empty()) {
        return;
    }
    const auto offset = zone_offset(read_field(plan.steps.front(), body, plan.order), *time);
    if (offset) {
        (plan.message == Message::activity ? notes.activity_offset : notes.correlation_offset) =
            offset;
    }
}

void note_settings(const MessagePlan& plan, const std::byte* body, FitNotes& notes) {
    // Both are signed although the Profile calls them unsigned.
    const auto wrapped = [](double value) {
        return static_cast<double>(static_cast<std::int32_t>(static_cast<std::uint32_t>(value)));
    };
    const auto values = read_slots<settings_slots>(plan, body);
    const double local = values[settings_local_offset];
    const double utc = values[settings_utc_offset];
    if (local >= 0) {
        notes.settings_offset = zone_offset(wrapped(local), utc >= 0 ? wrapped(utc) : 0);
    }
}

void StrapClock::take(const MessagePlan& plan, const std::byte* body,
                      std::optional<std::uint32_t> time, std::vector<StrapRate>& rates) {
    constexpr double kTicks = 1024;
    double fraction = 0;
    const PlanStep* event = nullptr;
    const PlanStep* packed = nullptr;
    const PlanStep* heart = nullptr;
    for (const PlanStep& step : plan.steps) {
        switch (step.slot) {
        case strap_fraction: fraction = read_field(step, body, plan.order); break;
        case strap_event_time: event = &step; break;
        case strap_heart_rates: heart = &step; break;
        default: packed = &step; break;
        }
    }
    const double ticks = event != nullptr ? read_field(*event, body, plan.order) : kNoValue;
    if (time && !std::isnan(ticks)) {
        strap_clock_ = static_cast<std::uint32_t>(ticks);
        anchor_ = *time + (std::isnan(fraction) ? 0 : fraction) - ticks / kTicks;
    }
    if (!std::isnan(anchor_) && packed != nullptr && heart != nullptr &&
        heart->shape == Shape::u8) {
        take_packed(*packed, *heart, body, rates);
    }
}

/// Two times of twelve bits lie in three bytes, low bits first.
void StrapClock::take_packed(const PlanStep& packed, const PlanStep& rates, const std::byte* body,
                             std::vector<StrapRate>& to) {
    constexpr double kTicks = 1024;
    constexpr std::uint32_t kMask = 0xFFF;
    constexpr std::size_t kNone = 0xFF;
    const std::size_t times = std::size_t{packed.elements} * 2 / 3;
    for (std::size_t i = 0; i < std::min<std::size_t>(times, rates.elements); ++i) {
        const std::byte* pair = body + packed.offset + i / 2 * 3 + i % 2;
        const unsigned both =
            std::to_integer<unsigned>(pair[0]) | (std::to_integer<unsigned>(pair[1]) << 8U);
        const std::uint32_t low = (i % 2 == 0 ? both : both >> 4U) & kMask;
        strap_clock_ += (low - strap_clock_) & kMask;
        const auto rate = std::to_integer<std::size_t>(body[rates.offset + i]);
        if (rate != kNone && rate > 0) {
            to.push_back(
                {.at = anchor_ + strap_clock_ / kTicks, .rate = static_cast<double>(rate)});
        }
    }
}

}  // namespace footsure::decode
