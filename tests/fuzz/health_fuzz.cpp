// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

using footsure::DecodedFile;
using footsure::expects;
using footsure::decode::HealthExport;
using footsure::decode::HealthWorkout;

namespace {

/// Feeds one pass in pieces whose sizes the seed decides.
void feed(std::span<const std::byte> bytes, std::uint32_t seed, HealthExport& source) {
    source.begin_pass();
    while (!bytes.empty()) {
        constexpr std::uint32_t kFactor = 1'664'525;
        constexpr std::uint32_t kSum = 1'013'904'223;
        constexpr std::uint32_t kLargest = 300;
        seed = seed * kFactor + kSum;
        const std::size_t size = std::min<std::size_t>(bytes.size(), 1 + seed / 65'536 % kLargest);
        source.feed(bytes.first(size));
        bytes = bytes.subspan(size);
    }
}

/// A document of a workout holds that workout and nothing that cannot be read.
void check(const HealthWorkout& workout) {
    const DecodedFile file = footsure::decode::decode(workout.document);
    expects(!file.error, "an excerpt decodes");
    expects(file.activity.legs.size() == 1, "an excerpt holds one run");
    expects(file.activity.legs.front().started_at <= workout.started_at,
            "an excerpt keeps the time of its run");
}

}  // namespace

/// The first byte decides on chunks and memory, the rest is the export.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    constexpr std::size_t kUnit = 1'000;
    const std::uint8_t choice = data[0];
    const auto bytes = std::as_bytes(std::span(data + 1, size - 1));
    HealthExport source(choice * kUnit);
    std::size_t passes = 0;
    do {
        feed(bytes, choice, source);
        expects(++passes <= 2 + size, "passes come to an end");
    } while ([&] {
        const HealthExport::Pass pass = source.end_pass();
        while (const auto workout = source.take_workout()) {
            check(*workout);
        }
        expects(source.held() == 0, "what is taken is not held");
        return pass == HealthExport::Pass::again;
    }());
    return 0;
}
