// SPDX-License-Identifier: Apache-2.0
#include "decode/fit_plan.hpp"

namespace footsure::decode {
namespace {

constexpr std::size_t kFixedBytes = 6;  // header, reserved, byte order, global number, count
constexpr std::size_t kFieldBytes = 3;
constexpr unsigned kDeveloperFlag = 0x20;
constexpr std::size_t kCompressedSpeedDistanceBytes = 3;

unsigned byte_at(std::span<const std::byte> bytes, std::size_t index) {
    return std::to_integer<unsigned>(bytes[index]);
}

struct FieldPlace {
    std::size_t offset = 0;
    std::size_t size = 0;
    std::uint8_t base_type = 0;
};

void add_number(const FieldRule& rule, const FieldPlace& place, std::vector<PlanStep>& steps) {
    const Shape shape = shape_of(place.base_type);
    const std::size_t width = bytes_of(shape);
    if (shape == Shape::none || place.size < width || place.size % width != 0) {
        return;
    }
    steps.push_back({.offset = static_cast<std::uint32_t>(place.offset),
                     .elements = static_cast<std::uint8_t>(place.size / width),
                     .width = static_cast<std::uint8_t>(width),
                     .slot = rule.slot,
                     .shape = shape,
                     .operation = rule.operation,
                     .integer = place.size == width ? small_integer(shape) : SmallInteger{},
                     .scale = rule.scale,
                     .bias = rule.offset});
}

void add_bytes(const FieldRule& rule, const FieldPlace& place, std::vector<PlanStep>& steps) {
    steps.push_back({.offset = static_cast<std::uint32_t>(place.offset),
                     .elements = static_cast<std::uint8_t>(place.size),
                     .slot = rule.slot,
                     .shape = Shape::none,
                     .operation = rule.operation});
}

void add_step(const FieldRule& rule, const FieldPlace& place, std::vector<PlanStep>& steps) {
    switch (rule.operation) {
    case Operation::set:
    case Operation::add:
    case Operation::time_fraction:
    case Operation::list: add_number(rule, place, steps); break;
    case Operation::compressed_speed_distance:
        if (place.size == kCompressedSpeedDistanceBytes) {
            add_bytes(rule, place, steps);
        }
        break;
    case Operation::bytes: add_bytes(rule, place, steps); break;
    case Operation::text:
        if ((place.base_type & kBaseTypeMask) == kStringBaseType) {
            add_bytes(rule, place, steps);
        }
        break;
    }
}

/// Puts one step per field that has a rule, in the order of the rules.
void plan_fields(std::span<const std::byte> fields, MessagePlan& plan) {
    for (const FieldRule& rule : rules_of(plan.message)) {
        std::size_t offset = 0;
        for (std::size_t i = 0; i < fields.size(); i += kFieldBytes) {
            const std::size_t size = byte_at(fields, i + 1);
            if (byte_at(fields, i) == rule.field) {
                add_step(rule,
                         {.offset = offset,
                          .size = size,
                          .base_type = static_cast<std::uint8_t>(byte_at(fields, i + 2))},
                         plan.steps);
            }
            offset += size;
        }
    }
}

/// Sums the field sizes; notes where the timestamp lies.
void measure_fields(std::span<const std::byte> fields, MessagePlan& plan) {
    for (std::size_t i = 0; i < fields.size(); i += kFieldBytes) {
        const std::size_t size = byte_at(fields, i + 1);
        if (byte_at(fields, i) == kTimestampField && size == sizeof(std::uint32_t)) {
            plan.timestamp_offset = plan.bytes;
        }
        plan.bytes += size;
    }
}

void measure_developer_fields(std::span<const std::byte> fields, MessagePlan& plan) {
    for (std::size_t i = 0; i < fields.size(); i += kFieldBytes) {
        const std::size_t size = byte_at(fields, i + 1);
        plan.developer.push_back({.offset = static_cast<std::uint32_t>(plan.bytes),
                                  .size = static_cast<std::uint8_t>(size),
                                  .field = static_cast<std::uint8_t>(byte_at(fields, i)),
                                  .index = static_cast<std::uint8_t>(byte_at(fields, i + 2))});
        plan.bytes += size;
    }
}

}  // namespace

DefinitionResult compile_definition(std::span<const std::byte> bytes, MessagePlan& plan) {
    if (bytes.size() < kFixedBytes) {
        return {};
    }
    const std::size_t fields_end = kFixedBytes + kFieldBytes * byte_at(bytes, 5);
    const bool developer = (byte_at(bytes, 0) & kDeveloperFlag) != 0;
    if (bytes.size() < fields_end + (developer ? 1 : 0)) {
        return {};
    }
    const std::size_t developer_fields = developer ? byte_at(bytes, fields_end) : 0;
    const std::size_t end = fields_end + (developer ? 1 + kFieldBytes * developer_fields : 0);
    if (bytes.size() < end) {
        return {};
    }
    if (byte_at(bytes, 2) > 1) {
        return {.outcome = DefinitionOutcome::nonsense};
    }
    plan.defined = true;
    plan.order = byte_at(bytes, 2) == 0 ? ByteOrder::little : ByteOrder::big;
    plan.message = message_of(read_unsigned<std::uint16_t>(&bytes[3], plan.order));
    plan.bytes = 0;
    plan.timestamp_offset.reset();
    plan.steps.clear();
    const auto fields = bytes.subspan(kFixedBytes, fields_end - kFixedBytes);
    measure_fields(fields, plan);
    plan_fields(fields, plan);
    plan.developer.clear();
    plan.sensors.clear();
    plan.sensors_version = 0;
    if (developer_fields > 0) {
        measure_developer_fields(bytes.subspan(fields_end + 1, kFieldBytes * developer_fields),
                                 plan);
    }
    return {.outcome = DefinitionOutcome::complete, .bytes = end};
}

}  // namespace footsure::decode
