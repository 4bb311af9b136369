// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/fit_profile.hpp"
#include "decode/fit_value.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace footsure::decode {

/// Reads one field of a data message: where it lies, how, and what becomes of it.
struct PlanStep {
    std::uint32_t offset = 0;  ///< from the first byte after the record header
    std::uint8_t elements = 1;
    std::uint8_t width = 1;  ///< of one element
    std::uint8_t slot = 0;
    Shape shape = Shape::none;
    Operation operation = Operation::set;
    SmallInteger integer;  ///< set when the field is one small integer, as most are
    double scale = 1;
    double bias = 0;
};

/// Where a developer field lies; what it means stands in a message of its own.
struct DeveloperPlace {
    std::uint32_t offset = 0;
    std::uint8_t size = 0;
    std::uint8_t field = 0;
    std::uint8_t index = 0;  ///< of the developer within the file
};

/// Reads one developer field into a channel of a sensor.
struct SensorStep {
    PlanStep field;
    double factor = 1;  ///< to the unit of the quantity
    std::size_t channel = 0;
};

/// What to do with the data messages of one local type, worked out once per definition.
struct MessagePlan {
    bool defined = false;
    Message message = Message::other;
    ByteOrder order = ByteOrder::little;
    std::size_t bytes = 0;  ///< of a data message without its header byte
    std::optional<std::size_t> timestamp_offset;
    std::vector<PlanStep> steps;
    std::vector<DeveloperPlace> developer;
    std::vector<SensorStep> sensors;    ///< what of `developer` is understood
    std::uint64_t sensors_version = 0;  ///< of the descriptions that `sensors` was made from
};

/// How a definition message ended: it was followed by data, or it is cut, or it makes no sense.
enum class DefinitionOutcome : std::uint8_t { complete, cut, nonsense };

struct DefinitionResult {
    DefinitionOutcome outcome = DefinitionOutcome::cut;
    std::size_t bytes = 0;  ///< of the definition including its header byte, when complete
};

/// Reads the definition at the start of `bytes` into `plan`, keeping the plan's memory.
/// The plan is changed only when the definition is complete.
[[nodiscard]] DefinitionResult compile_definition(std::span<const std::byte> bytes,
                                                  MessagePlan& plan);

/// The value of one field after scale and offset, NaN when the file gives none.
[[nodiscard]] inline double read_field(const PlanStep& step, const std::byte* body,
                                       ByteOrder order) {
    // No field that is read is wider in the Profile; a file may claim 64 bits or a float for it.
    constexpr double kLargestRaw = 4294967295.0;
    const std::byte* at = body + step.offset;
    if (step.integer.bytes != 0) {
        return read_small(at, step.integer, order) / step.scale - step.bias;
    }
    for (unsigned i = 0; i < step.elements; ++i, at += step.width) {
        const double raw = read_number(at, step.shape, order);
        if (std::abs(raw) <= kLargestRaw) {
            return raw / step.scale - step.bias;
        }
    }
    return kNoValue;
}

}  // namespace footsure::decode
