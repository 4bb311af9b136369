// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/fit_plan.hpp"
#include "model/activity.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace footsure::decode {

/// The timer was started or stopped, by the runner or by the device itself.
struct TimerEvent {
    enum class Turn : std::uint8_t { start, stop };
    Instant at;
    Turn turn = Turn::start;
};

/// What the last device_info of one device says, as numbers by DeviceSlot, NaN where absent.
struct FitDevice {
    std::array<double, device_slots> values{};
    std::string product_name;
};

/// One heart rate from a strap's memory.
struct StrapRate {
    double at = 0;  ///< in FIT seconds
    double rate = 0;
};

/// Puts the strap's own clock, of which a message gives twelve bits, on the line of time.
class StrapClock {
public:
    /// Reads one message of strap memory that came with this time, if any, in FIT seconds.
    void take(const MessagePlan& plan, const std::byte* body, std::optional<std::uint32_t> time,
              std::vector<StrapRate>& rates);

private:
    void take_packed(const PlanStep& packed, const PlanStep& rates, const std::byte* body,
                     std::vector<StrapRate>& to);

    double anchor_ = kNoValue;       ///< FIT seconds when the strap's clock began to count
    std::uint32_t strap_clock_ = 0;  ///< in 1/1024 s, unwrapped
};

/// What was read beside sessions, laps and records.
struct FitNotes {
    std::vector<TimerEvent> timer;
    std::vector<FitDevice> devices;
    std::vector<Seconds> beats;
    std::vector<StrapRate> strap_rates;
    std::optional<UtcOffset> activity_offset;     ///< local and universal time in one message
    std::optional<UtcOffset> correlation_offset;  ///< the same in a message of lesser trust
    std::optional<UtcOffset> settings_offset;     ///< of the device's clock
};

/// Rounds a difference of two clocks to the quarter hours that zones consist of; nothing when
/// no zone lies that far from UTC.
[[nodiscard]] std::optional<UtcOffset> zone_offset(double local, double utc);

void note_event(const MessagePlan& plan, const std::byte* body, std::optional<std::uint32_t> time,
                FitNotes& notes);
void note_device(const MessagePlan& plan, const std::byte* body, FitNotes& notes);
void note_beats(const MessagePlan& plan, const std::byte* body, FitNotes& notes);
void note_local_time(const MessagePlan& plan, const std::byte* body,
                     std::optional<std::uint32_t> time, FitNotes& notes);
void note_settings(const MessagePlan& plan, const std::byte* body, FitNotes& notes);

/// The text of a field, up to its first zero or its end.
[[nodiscard]] std::string read_text(const PlanStep& step, const std::byte* body);

}  // namespace footsure::decode
