// SPDX-License-Identifier: Apache-2.0
#include "decode/damage.hpp"
#include "decode/decode.hpp"
#include "decode/fit_builder_test.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace footsure;
using namespace footsure::decode;
using namespace footsure::decode::testing;

namespace {

constexpr std::size_t kSignatureEnd = 12;

/// Whether the Records of `part` are the first ones of `whole`, with the same values.
bool is_prefix(const Records& part, const Records& whole) {
    if (part.size() > whole.size()) {
        return false;
    }
    for (std::size_t i = 0; i < part.size(); ++i) {
        const bool same = part.at[i] == whole.at[i] &&
                          part.heart_rate.at(i) == whole.heart_rate.at(i) &&
                          part.distance.at(i) == whole.distance.at(i) &&
                          part.stance_time.at(i) == whole.stance_time.at(i);
        if (!same) {
            return false;
        }
    }
    return true;
}

}  // namespace

TEST_CASE("a file cut at any byte gives what stands before the cut and says where it ends") {
    const std::vector<std::byte> whole = small_run().file();
    const DecodedFile complete = decode::decode(whole);
    std::size_t most = 0;
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CAPTURE(size);
        // Memory of exactly this size, so that reading beyond it is seen.
        const std::vector<std::byte> cut(whole.begin(),
                                         whole.begin() + static_cast<std::ptrdiff_t>(size));
        const DecodedFile file = decode::decode(cut);
        REQUIRE(file.error);
        CHECK(file.error->offset <= size);
        CHECK(file.integrity ==
              (size < kSignatureEnd ? Integrity::unreadable : Integrity::truncated));
        CHECK(is_prefix(file.activity.records, complete.activity.records));
        CHECK(file.activity.records.size() >= most);
        most = file.activity.records.size();
    }
    CHECK(most == 3);
}

TEST_CASE("any one flipped byte is noticed") {
    const std::vector<std::byte> whole = small_run().file();
    for (std::size_t place = 0; place < whole.size(); ++place) {
        CAPTURE(place);
        std::vector<std::byte> flipped = whole;
        flipped[place] ^= std::byte{0x55};
        const DecodedFile file = decode::decode(flipped);
        CHECK(file.integrity != Integrity::ok);
        REQUIRE(file.error);
        CHECK(file.error->offset <= whole.size());
    }
}

TEST_CASE("a wrong check sum keeps the content and names its place") {
    std::vector<std::byte> bytes = small_run().file();
    bytes.back() ^= std::byte{1};
    const DecodedFile file = decode::decode(bytes);
    CHECK(file.integrity == Integrity::crc_mismatch);
    REQUIRE(file.error);
    CHECK(file.error->code == DecodeErrorCode::crc_mismatch);
    CHECK(file.error->offset == bytes.size() - 2);
    CHECK(file.activity.records.size() == 3);
    CHECK(file.activity.legs.size() == 1);
}

TEST_CASE("a header check sum of zero means that it was not computed") {
    FitBuilder builder = small_run();
    std::vector<std::byte> bytes = builder.file();
    bytes[12] = std::byte{0};
    bytes[13] = std::byte{0};
    const std::size_t end = bytes.size() - 2;
    const unsigned crc = FitBuilder::slow_crc(std::span(bytes).first(end));
    bytes[end] = static_cast<std::byte>(crc & 0xFFU);
    bytes[end + 1] = static_cast<std::byte>(crc >> 8U);
    CHECK(decode::decode(bytes).integrity == Integrity::ok);
}

TEST_CASE("a data size of zero is read to the end") {
    std::vector<std::byte> bytes = small_run().file();
    std::fill_n(bytes.begin() + 4, 4, std::byte{0});
    const DecodedFile file = decode::decode(bytes);
    CHECK(file.integrity == Integrity::no_data_size);
    REQUIRE(file.error);
    CHECK(file.error->code == DecodeErrorCode::bad_header);
    CHECK(file.error->offset == 4);
    CHECK(file.activity.records.size() == 3);
    CHECK(file.activity.legs.front().distance->value() == doctest::Approx(6.0));
}

TEST_CASE("an empty part before another is not a part without size") {
    std::vector<std::byte> bytes = FitBuilder().file();
    const std::vector<std::byte> second = small_run().file();
    bytes.insert(bytes.end(), second.begin(), second.end());
    const DecodedFile file = decode::decode(bytes);
    CHECK(file.integrity == Integrity::ok);
    CHECK(file.activity.records.size() == 3);
}

TEST_CASE("zeros and stray bytes after the file are ignored, other bytes are an error") {
    const std::vector<std::byte> whole = small_run().file();
    const auto with = [&](std::size_t count, std::byte filler) {
        std::vector<std::byte> bytes = whole;
        bytes.insert(bytes.end(), count, filler);
        return decode::decode(bytes);
    };
    for (const DecodedFile& file : {with(512, std::byte{0}), with(2, std::byte{7})}) {
        CHECK(file.integrity == Integrity::trailing_bytes);
        CHECK_FALSE(file.error);
        CHECK(file.warnings.size() == 1);
    }
    const DecodedFile garbage = with(3, std::byte{7});
    CHECK(garbage.integrity == Integrity::trailing_bytes);
    REQUIRE(garbage.error);
    CHECK(garbage.error->offset == whole.size());
    CHECK(garbage.activity.records.size() == 3);
}

TEST_CASE("empty and foreign files are errors, not crashes") {
    const DecodedFile empty = decode::decode({});
    REQUIRE(empty.error);
    CHECK(empty.error->code == DecodeErrorCode::empty_file);
    CHECK(empty.integrity == Integrity::unreadable);
    const std::vector<std::byte> zeros(4096, std::byte{0});
    const DecodedFile foreign = decode::decode(zeros);
    REQUIRE(foreign.error);
    CHECK(foreign.error->code == DecodeErrorCode::not_recognised);
    CHECK(foreign.format == FileFormat::unknown);
}

TEST_CASE("limits end the reading with what was read so far") {
    const std::vector<std::byte> bytes = small_run().file();
    CHECK_FALSE(decode::decode(bytes, {.records = 3}).error);
    const DecodedFile few = decode::decode(bytes, {.records = 2});
    REQUIRE(few.error);
    CHECK(few.error->code == DecodeErrorCode::too_large);
    CHECK(few.activity.records.size() == 2);
    const DecodedFile none = decode::decode(bytes, {.unpacked_bytes = 20});
    REQUIRE(none.error);
    CHECK(none.error->code == DecodeErrorCode::too_large);
}

TEST_CASE("a chain of very many empty parts is refused in bounded memory") {
    std::vector<std::byte> bytes;
    const std::vector<std::byte> part = FitBuilder().file();
    for (int i = 0; i < 10'001; ++i) {
        bytes.insert(bytes.end(), part.begin(), part.end());
    }
    const DecodedFile file = decode::decode(bytes);
    REQUIRE(file.error);
    CHECK(file.error->code == DecodeErrorCode::too_large);
}

TEST_CASE("the gravest damage and the first error stay") {
    DecodedFile file;
    note_damage(file, Integrity::crc_mismatch, {DecodeErrorCode::crc_mismatch, "a", 1});
    note_damage(file, Integrity::malformed, {DecodeErrorCode::bad_header, "b", 2});
    note_flaw(file, Integrity::trailing_bytes, "x");
    CHECK(file.integrity == Integrity::malformed);
    CHECK(file.error->offset == 1);
    CHECK(file.warnings.size() == 1);
}
