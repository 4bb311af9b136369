// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.hpp"
#include "decode/fit_builder_test.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <vector>

using namespace footsure;
using namespace footsure::decode;
using namespace footsure::decode::testing;

namespace {

/// Overwrites some bytes of the file.
std::vector<std::byte> damaged(std::vector<std::byte> bytes,
                               const std::vector<std::pair<std::size_t, std::uint8_t>>& changes) {
    for (const auto& [place, value] : changes) {
        bytes[place % bytes.size()] = std::byte{value};
    }
    return bytes;
}

}  // namespace

TEST_CASE("whatever bytes are changed, the result is sound") {
    const std::vector<std::byte> whole = small_run().file();
    CHECK(rc::check([&](const std::vector<std::pair<std::size_t, std::uint8_t>>& changes) {
        const DecodedFile file = decode::decode(damaged(whole, changes));
        const Records& records = file.activity.records;
        RC_ASSERT(!file.error || file.error->offset <= whole.size());
        RC_ASSERT(records.heart_rate.empty() || records.heart_rate.size() == records.size());
        RC_ASSERT(records.size() <= whole.size());
    }));
}

TEST_CASE("a chain of n runs has n times everything") {
    CHECK(rc::check([] {
        const auto n = *rc::gen::inRange<std::size_t>(1, 20);
        std::vector<std::byte> bytes;
        for (std::size_t i = 0; i < n; ++i) {
            const std::vector<std::byte> part =
                (*rc::gen::arbitrary<bool>() ? small_run() : small_run(FitBuilder().big_endian()))
                    .file();
            bytes.insert(bytes.end(), part.begin(), part.end());
        }
        const DecodedFile file = decode::decode(bytes);
        RC_ASSERT(file.integrity == Integrity::ok);
        RC_ASSERT(file.activity.legs.size() == n);
        RC_ASSERT(file.activity.laps.size() == n);
        RC_ASSERT(file.activity.records.size() == 3 * n);
    }));
}
