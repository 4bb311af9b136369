// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/decode.hpp"
#include "decode/fit_content.hpp"
#include "decode/fit_plan.hpp"
#include "decode/fit_sensors.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace footsure::decode {

[[nodiscard]] bool is_fit_header(std::span<const std::byte> bytes);

/// Walks the messages of all parts of a FIT file and collects what an Activity needs.
/// Stops a part at its first damage; integrity and error go to the DecodedFile.
class FitReader {
public:
    FitReader(std::span<const std::byte> bytes, const Limits& limits, DecodedFile& file)
        : bytes_(bytes), limits_(limits), file_(file) {}

    [[nodiscard]] FitContent read();

private:
    struct Extent;
    enum class Step : std::uint8_t { go_on, stop };

    void read_tail(std::size_t at);
    std::size_t read_part(std::size_t at);
    Extent measure_part(std::size_t at);
    void check_header(std::size_t at, std::size_t header_bytes);
    void check_part(const Extent& part);
    std::size_t read_messages(const Extent& part);
    Step read_message(std::size_t& at, const Extent& part);
    Step read_definition(std::size_t& at, const Extent& part);
    Step read_data(std::size_t& at, std::size_t local, const Extent& part);
    Step stop_at(std::size_t at, DecodeErrorCode code, const Extent& part);

    void advance_time(std::uint32_t low_bits);
    void take_time(const MessagePlan& plan, const std::byte* body);
    void take(MessagePlan& plan, const std::byte* body);
    void take_record(MessagePlan& plan, const std::byte* body);
    void take_packed_speed(const PlanStep& step, const std::byte* body);
    void take_summary(const MessagePlan& plan, const std::byte* body);
    void take_file_id(const MessagePlan& plan, const std::byte* body);
    void take_sport(const MessagePlan& plan, const std::byte* body);
    void take_sensors(const MessagePlan& plan, const std::byte* body);
    void take_developer(const MessagePlan& plan, const std::byte* body);
    void take_description(const MessagePlan& plan, const std::byte* body);
    void take_note(const MessagePlan& plan, const std::byte* body);

    std::span<const std::byte> bytes_;
    const Limits& limits_;
    DecodedFile& file_;
    FitContent content_;
    std::array<MessagePlan, 16> plans_;
    DeveloperFields developer_;
    StrapClock strap_;
    std::optional<std::uint32_t> time_;          ///< the last seen, in FIT seconds
    std::uint32_t packed_distance_ = 0;          ///< in sixteenths of a metre, unwrapped
    std::optional<std::uint32_t> message_time_;  ///< that of the current message
    bool full_ = false;                          ///< the limits allow no more
};

}  // namespace footsure::decode
