// SPDX-License-Identifier: Apache-2.0
#include "content/content.hpp"
#include "content/decompressor.hpp"
#include "content/inflate_prefix.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

namespace footsure::content {
namespace {

constexpr std::byte kMagic0{0x1F};
constexpr std::byte kMagic1{0x8B};
constexpr std::size_t kSmallestRoom = 4096;
constexpr std::size_t kTrailerSizeBytes = 4;
/// What is saved of a damaged member is unpacked slowly, so its size is bounded further.
constexpr std::size_t kMostSaved = std::size_t{64} << 20U;

enum class Outcome : std::uint8_t { done, damaged, full };

/// Output memory that grows up to a limit; it is never cleared, as all of it is overwritten.
class Room {
public:
    Room(std::size_t wanted, std::size_t limit) : limit_(limit) { resize(std::min(wanted, limit)); }

    [[nodiscard]] bool grow() {
        if (capacity_ >= limit_) {
            return false;
        }
        resize(std::min(limit_, std::max(kSmallestRoom, 2 * capacity_)));
        return true;
    }

    [[nodiscard]] std::byte* free_begin() const { return memory_.get() + used_; }

    [[nodiscard]] std::size_t free_bytes() const { return capacity_ - used_; }

    [[nodiscard]] std::size_t used() const { return used_; }

    void use(std::size_t bytes) { used_ += bytes; }

    [[nodiscard]] std::unique_ptr<std::byte[]> take() { return std::move(memory_); }

private:
    void resize(std::size_t capacity) {
        auto larger =
            std::make_unique_for_overwrite<std::byte[]>(std::max<std::size_t>(capacity, 1));
        if (used_ > 0) {
            std::memcpy(larger.get(), memory_.get(), used_);
        }
        memory_ = std::move(larger);
        capacity_ = capacity;
    }

    std::unique_ptr<std::byte[]> memory_;
    std::size_t capacity_ = 0;
    std::size_t used_ = 0;
    std::size_t limit_;
};

/// Unpacks the member at the start of `bytes` and moves `bytes` behind it.
Outcome unpack_member(libdeflate_decompressor* decompressor, std::span<const std::byte>& bytes,
                      Room& room) {
    for (;;) {
        std::size_t consumed = 0;
        std::size_t produced = 0;
        const libdeflate_result result = libdeflate_gzip_decompress_ex(
            decompressor, bytes.data(), bytes.size(), room.free_begin(), room.free_bytes(),
            &consumed, &produced);
        if (result == LIBDEFLATE_SUCCESS) {
            room.use(produced);
            bytes = bytes.subspan(consumed);
            return Outcome::done;
        }
        if (result != LIBDEFLATE_INSUFFICIENT_SPACE) {
            return Outcome::damaged;
        }
        if (!room.grow()) {
            return Outcome::full;
        }
    }
}

/// Adds what stands before the damage of a member.
void save_member(std::span<const std::byte> member, std::size_t limit, Room& room) {
    const std::size_t left = std::min(kMostSaved, limit - room.used());
    const std::vector<std::byte> saved = inflate_prefix(member, left);
    while (room.free_bytes() < saved.size() && room.grow()) {
    }
    const std::size_t bytes = std::min(saved.size(), room.free_bytes());
    std::copy_n(saved.begin(), bytes, room.free_begin());
    room.use(bytes);
}

/// The last four bytes give the size of the last member, modulo 2^32; only a first guess.
std::size_t first_guess(std::span<const std::byte> bytes) {
    if (bytes.size() < kTrailerSizeBytes) {
        return kSmallestRoom;
    }
    std::size_t said = 0;
    for (std::size_t i = 0; i < kTrailerSizeBytes; ++i) {
        said |= std::to_integer<std::size_t>(bytes[bytes.size() - kTrailerSizeBytes + i])
                << (8 * i);
    }
    return std::clamp(said, kSmallestRoom, kGreatestRatio * bytes.size() + kSmallestRoom);
}

}  // namespace

bool is_gzip(std::span<const std::byte> bytes) {
    return bytes.size() >= 2 && bytes[0] == kMagic0 && bytes[1] == kMagic1;
}

Unpacked unpack_gzip(std::span<const std::byte> bytes, std::size_t limit) {
    Unpacked unpacked;
    const Decompressor decompressor = make_decompressor();
    if (!decompressor) {
        unpacked.error = {DecodeErrorCode::too_large, "no memory left to unpack gzip", 0};
        return unpacked;
    }
    Room room(first_guess(bytes), limit);
    Outcome outcome = Outcome::done;
    while (is_gzip(bytes) && outcome == Outcome::done) {
        outcome = unpack_member(decompressor.get(), bytes, room);
    }
    if (outcome == Outcome::damaged) {
        save_member(bytes, limit, room);
    }
    unpacked.size = room.used();
    unpacked.memory = room.take();
    if (outcome == Outcome::full) {
        unpacked.error = {.code = DecodeErrorCode::too_large,
                          .message = "the gzip stream unpacks to more than the limit allows",
                          .offset = unpacked.size};
    }
    if (outcome == Outcome::damaged) {
        unpacked.error = {.code = DecodeErrorCode::bad_gzip,
                          .message = "the gzip stream is damaged or cut",
                          .offset = unpacked.size};
    }
    return unpacked;
}

}  // namespace footsure::content
