// SPDX-License-Identifier: Apache-2.0
#include "decode/fit_reader.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>

namespace footsure::decode {
namespace {

constexpr std::uint32_t kNoTime = 0xFFFFFFFF;
constexpr std::uint32_t kPackedMask = 0xFFF;
constexpr unsigned kPackedBits = 12;
constexpr std::uint32_t kPackedInvalid = 0xFFFFFF;
constexpr double kPackedSpeedScale = 100;
constexpr double kPackedDistanceScale = 16;

/// Rounds a difference of two clock readings to the quarter hours that zones consist of;
/// nothing when no zone lies that far from UTC.
std::optional<UtcOffset> zone_offset(double local, double utc) {
    constexpr double kQuarterHour = 900;
    constexpr double kFarthest = 26.0 * 3600.0;
    const double rounded = std::round((local - utc) / kQuarterHour) * kQuarterHour;
    if (!(std::abs(rounded) <= kFarthest)) {
        return std::nullopt;
    }
    return UtcOffset(static_cast<std::int64_t>(rounded));
}

}  // namespace

void FitReader::take_time(const MessagePlan& plan, const std::byte* body) {
    if (!plan.timestamp_offset) {
        return;
    }
    const auto time = read_unsigned<std::uint32_t>(body + *plan.timestamp_offset, plan.order);
    if (time != kNoTime) {
        time_ = time;
        message_time_ = time;
    }
}

void FitReader::take(const MessagePlan& plan, const std::byte* body) {
    switch (plan.message) {
    case Message::record: take_record(plan, body); break;
    case Message::session:
    case Message::lap: take_summary(plan, body); break;
    case Message::file_id: take_file_id(plan, body); break;
    case Message::sport: take_sport(plan, body); break;
    case Message::activity:
    case Message::timestamp_correlation: take_local_time(plan, body); break;
    case Message::other: break;
    }
}

void FitReader::take_record(const MessagePlan& plan, const std::byte* body) {
    RecordTable& records = content_.records;
    if (records.size() >= limits_.records) {
        full_ = true;
        return;
    }
    if (message_time_) {
        records.begin(fit_instant(*message_time_));
    } else {
        records.begin_without_time();
    }
    for (const PlanStep& step : plan.steps) {
        if (step.operation == Operation::compressed_speed_distance) {
            take_packed_speed(step, body);
            continue;
        }
        const double value = read_field(step, body, plan.order);
        if (std::isnan(value)) {
            continue;
        }
        if (step.operation == Operation::add) {
            records.add(step.slot, value);
        } else {
            records.set(step.slot, value);
        }
    }
}

/// Always little endian, whatever the definition says.
void FitReader::take_packed_speed(const PlanStep& step, const std::byte* body) {
    const auto byte = [&](std::size_t i) {
        return std::to_integer<std::uint32_t>(body[step.offset + i]);
    };
    const std::uint32_t packed = byte(0) | (byte(1) << 8U) | (byte(2) << 16U);
    if (packed == kPackedInvalid) {
        return;
    }
    const std::uint32_t distance = packed >> kPackedBits;
    packed_distance_ += (distance - packed_distance_) & kPackedMask;
    content_.records.set(record_speed, (packed & kPackedMask) / kPackedSpeedScale);
    content_.records.set(record_distance, packed_distance_ / kPackedDistanceScale);
}

void FitReader::take_summary(const MessagePlan& plan, const std::byte* body) {
    if (content_.sessions.size() + content_.laps.size() >= limits_.records) {
        full_ = true;
        return;
    }
    FitSummary summary;
    summary.values.fill(kNoValue);
    for (const PlanStep& step : plan.steps) {
        const double value = read_field(step, body, plan.order);
        if (std::isnan(value)) {
            continue;
        }
        double& slot = summary.values[step.slot];
        slot = step.operation == Operation::add ? slot + value : value;
    }
    if (message_time_) {
        summary.ended_at = *message_time_;
    }
    (plan.message == Message::session ? content_.sessions : content_.laps).push_back(summary);
}

void FitReader::take_file_id(const MessagePlan& plan, const std::byte* body) {
    FitPart& part = content_.parts.back();
    for (const PlanStep& step : plan.steps) {
        if (step.operation == Operation::text) {
            const auto* first = reinterpret_cast<const char*>(body + step.offset);
            part.product_name.assign(first, std::find(first, first + step.elements, '\0'));
        } else {
            part.id[step.slot] = read_field(step, body, plan.order);
        }
    }
}

void FitReader::take_sport(const MessagePlan& plan, const std::byte* body) {
    FitPart& part = content_.parts.back();
    for (const PlanStep& step : plan.steps) {
        const double value = read_field(step, body, plan.order);
        (step.slot == summary_sport ? part.sport : part.sub_sport) = value;
    }
}

void FitReader::take_local_time(const MessagePlan& plan, const std::byte* body) {
    // The activity message is the better witness; the correlation only fills in for it.
    const bool witness = plan.message == Message::activity;
    if (!message_time_ || plan.steps.empty() || (content_.local_offset && !witness)) {
        return;
    }
    const double local = read_field(plan.steps.front(), body, plan.order);
    const auto offset = zone_offset(local, *message_time_);
    if (offset) {
        content_.local_offset = offset;
    }
}

}  // namespace footsure::decode
