// SPDX-License-Identifier: Apache-2.0
#include "decode/fit_reader.hpp"

#include "decode/crc.hpp"
#include "decode/damage.hpp"

#include <algorithm>
#include <cstring>
#include <string>

namespace footsure::decode {
namespace {

constexpr std::size_t kShortHeader = 12;
constexpr std::size_t kLongHeader = 14;
constexpr std::size_t kCrcBytes = 2;
constexpr std::size_t kStrayBytes = 2;
constexpr std::size_t kMostParts = 10'000;
constexpr unsigned kCompressedFlag = 0x80;
constexpr unsigned kDefinitionFlag = 0x40;
constexpr unsigned kLocalTypeMask = 0x0F;
constexpr unsigned kCompressedTypeMask = 0x03;
constexpr unsigned kCompressedTypeShift = 5;
constexpr std::uint32_t kCompressedTimeMask = 0x1F;

std::uint16_t read_u16(std::span<const std::byte> bytes, std::size_t at) {
    return read_unsigned<std::uint16_t>(&bytes[at], ByteOrder::little);
}

}  // namespace

bool is_fit_header(std::span<const std::byte> bytes) {
    return bytes.size() >= kShortHeader && std::memcmp(&bytes[8], ".FIT", 4) == 0;
}

/// The places of one part: header, messages, check sum. Ends never lie beyond the file.
struct FitReader::Extent {
    std::size_t begin = 0;
    std::size_t messages = 0;
    std::size_t messages_end = 0;
    std::size_t promised = 0;  ///< bytes of messages, by the header
    bool open_ended = false;   ///< the header gives no size
    bool cut = false;          ///< the file ends before the part does
};

FitContent FitReader::read() {
    std::size_t at = 0;
    while (at < bytes_.size()) {
        if (!is_fit_header(bytes_.subspan(at))) {
            read_tail(at);
            break;
        }
        at = read_part(at);
        if (full_) {
            note_damage(file_, Integrity::malformed,
                        {.code = DecodeErrorCode::too_large,
                         .message = "more records, laps or parts than the limit allows",
                         .offset = std::min(at, bytes_.size())});
            break;
        }
    }
    return std::move(content_);
}

/// Zeros or a stray byte or two after the last part are a habit of some devices, not damage.
void FitReader::read_tail(std::size_t at) {
    const auto tail = bytes_.subspan(at);
    const bool zeros = std::ranges::all_of(tail, [](std::byte b) { return b == std::byte{0}; });
    if (zeros || tail.size() <= kStrayBytes) {
        note_flaw(file_, Integrity::trailing_bytes,
                  std::to_string(tail.size()) + " bytes after the last part were ignored");
        return;
    }
    note_damage(file_, Integrity::trailing_bytes,
                {.code = DecodeErrorCode::bad_header,
                 .message = "what follows the last part does not begin with a FIT header",
                 .offset = at});
}

std::size_t FitReader::read_part(std::size_t at) {
    const Extent part = measure_part(at);
    if (part.messages == 0) {
        return bytes_.size();
    }
    if (content_.parts.size() == kMostParts) {
        full_ = true;
        return at;
    }
    plans_ = {};
    developer_ = {};
    strap_ = {};
    time_.reset();
    packed_distance_ = 0;
    FitPart& begun = content_.parts.emplace_back();
    begun.first_record = content_.records.size();
    begun.first_session = content_.sessions.size();
    begun.first_lap = content_.laps.size();
    const std::size_t stopped = read_messages(part);
    if (stopped < part.messages + part.promised && content_.read_share == 1) {
        content_.read_share =
            static_cast<double>(stopped - part.messages) / static_cast<double>(part.promised);
    }
    if (full_) {
        return stopped;
    }
    if (part.cut) {
        note_damage(file_, Integrity::truncated,
                    {.code = DecodeErrorCode::truncated,
                     .message = "the file ends before the size that its header gives",
                     .offset = stopped});
    }
    if (part.cut || part.open_ended) {
        return bytes_.size();
    }
    check_part(part);
    return part.messages_end + kCrcBytes;
}

FitReader::Extent FitReader::measure_part(std::size_t at) {
    const auto header = std::to_integer<std::size_t>(bytes_[at]);
    const std::size_t left = bytes_.size() - at;
    if (header < kShortHeader) {
        note_damage(file_, Integrity::malformed,
                    {.code = DecodeErrorCode::bad_header,
                     .message = "the header gives itself a size below 12",
                     .offset = at});
        return {};
    }
    if (header > left) {
        note_damage(file_, Integrity::truncated,
                    {.code = DecodeErrorCode::truncated,
                     .message = "the file ends inside a header",
                     .offset = at});
        return {};
    }
    const std::size_t size = read_unsigned<std::uint32_t>(&bytes_[at + 4], ByteOrder::little);
    Extent part{
        .begin = at, .messages = at + header, .messages_end = at + header + size, .promised = size};
    // A crashed recorder leaves a size of zero before its data; a part may also just be empty.
    const std::size_t next = std::min(bytes_.size(), part.messages + kCrcBytes);
    part.open_ended = size == 0 && next < bytes_.size() && !is_fit_header(bytes_.subspan(next));
    part.cut = !part.open_ended && part.messages_end + kCrcBytes > bytes_.size();
    if (part.open_ended) {
        part.messages_end = bytes_.size();
        note_damage(file_, Integrity::no_data_size,
                    {.code = DecodeErrorCode::bad_header,
                     .message = "the header gives no data size; read to the end",
                     .offset = at + 4});
    }
    part.messages_end = std::min(part.messages_end, bytes_.size());
    check_header(at, header);
    return part;
}

void FitReader::check_header(std::size_t at, std::size_t header_bytes) {
    if (header_bytes < kLongHeader) {
        return;
    }
    const std::uint16_t said = read_u16(bytes_, at + kShortHeader);
    if (said != 0 && said != fit_crc(bytes_.subspan(at, kShortHeader))) {
        note_damage(file_, Integrity::header_crc_mismatch,
                    {.code = DecodeErrorCode::crc_mismatch,
                     .message = "the check sum of the header is wrong",
                     .offset = at + kShortHeader});
    }
}

void FitReader::check_part(const Extent& part) {
    const auto covered = bytes_.subspan(part.begin, part.messages_end - part.begin);
    if (fit_crc(covered) != read_u16(bytes_, part.messages_end)) {
        note_damage(file_, Integrity::crc_mismatch,
                    {.code = DecodeErrorCode::crc_mismatch,
                     .message = "the check sum of the content is wrong",
                     .offset = part.messages_end});
    }
}

/// Gives: where reading stopped, the end of the messages when all were read.
std::size_t FitReader::read_messages(const Extent& part) {
    std::size_t at = part.messages;
    while (at < part.messages_end) {
        if (read_message(at, part) == Step::stop) {
            break;
        }
    }
    return at;
}

FitReader::Step FitReader::stop_at(std::size_t at, DecodeErrorCode code, const Extent& part) {
    const bool only_check_sum = part.open_ended && part.messages_end - at <= kCrcBytes;
    if (only_check_sum) {
        return Step::stop;
    }
    if (code == DecodeErrorCode::truncated) {
        const bool file_ends = part.messages_end == bytes_.size();
        note_damage(file_, file_ends ? Integrity::truncated : Integrity::malformed,
                    {.code = code, .message = "the data end inside a message", .offset = at});
        return Step::stop;
    }
    note_damage(file_, Integrity::malformed,
                {.code = code,
                 .message = code == DecodeErrorCode::undefined_message
                                ? "a data message of a local type that was never defined"
                                : "a definition with an unknown byte order",
                 .offset = at});
    return Step::stop;
}

FitReader::Step FitReader::read_message(std::size_t& at, const Extent& part) {
    const auto header = std::to_integer<unsigned>(bytes_[at]);
    message_time_.reset();
    if ((header & kCompressedFlag) != 0) {
        advance_time(header & kCompressedTimeMask);
        return read_data(at, (header >> kCompressedTypeShift) & kCompressedTypeMask, part);
    }
    if ((header & kDefinitionFlag) != 0) {
        return read_definition(at, part);
    }
    return read_data(at, header & kLocalTypeMask, part);
}

/// The header's five bits replace those of the last time; smaller ones have rolled over.
void FitReader::advance_time(std::uint32_t low_bits) {
    if (time_) {
        const std::uint32_t rolled_over = low_bits < (*time_ & kCompressedTimeMask) ? 32 : 0;
        time_ = (*time_ & ~kCompressedTimeMask) + low_bits + rolled_over;
        message_time_ = time_;
    }
}

FitReader::Step FitReader::read_definition(std::size_t& at, const Extent& part) {
    const auto local = std::to_integer<std::size_t>(bytes_[at]) & kLocalTypeMask;
    MessagePlan& plan = plans_[local];
    const auto rest = bytes_.subspan(at, part.messages_end - at);
    const DefinitionResult result = compile_definition(rest, plan);
    if (result.outcome != DefinitionOutcome::complete) {
        return stop_at(at,
                       result.outcome == DefinitionOutcome::cut ? DecodeErrorCode::truncated
                                                                : DecodeErrorCode::bad_definition,
                       part);
    }
    if (plan.message == Message::record) {
        for (const PlanStep& step : plan.steps) {
            if (step.operation != Operation::time_fraction) {
                content_.records.activate(step.slot);
            }
            if (step.operation == Operation::compressed_speed_distance) {
                content_.records.activate(record_distance);
            }
        }
    }
    at += result.bytes;
    return Step::go_on;
}

FitReader::Step FitReader::read_data(std::size_t& at, std::size_t local, const Extent& part) {
    MessagePlan& plan = plans_[local];
    if (!plan.defined) {
        return stop_at(at, DecodeErrorCode::undefined_message, part);
    }
    if (part.messages_end - at - 1 < plan.bytes) {
        return stop_at(at, DecodeErrorCode::truncated, part);
    }
    const std::byte* body = bytes_.data() + at + 1;
    take_time(plan, body);
    if (plan.message != Message::other) {
        take(plan, body);
    }
    if (full_) {
        return Step::stop;
    }
    at += 1 + plan.bytes;
    return Step::go_on;
}

}  // namespace footsure::decode
