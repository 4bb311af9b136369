// SPDX-License-Identifier: Apache-2.0
#include "content/content.hpp"
#include "decode/decode.hpp"
#include "decode/fit_builder_test.hpp"

#include <doctest/doctest.h>
#include <libdeflate.h>

#include <vector>

using namespace footsure;
using namespace footsure::content;
using namespace footsure::decode;
using namespace footsure::decode::testing;

namespace {

std::vector<std::byte> packed(std::span<const std::byte> bytes, int level = 9) {
    libdeflate_compressor* compressor = libdeflate_alloc_compressor(level);
    std::vector<std::byte> out(libdeflate_gzip_compress_bound(compressor, bytes.size()));
    out.resize(
        libdeflate_gzip_compress(compressor, bytes.data(), bytes.size(), out.data(), out.size()));
    libdeflate_free_compressor(compressor);
    return out;
}

}  // namespace

TEST_CASE("a packed FIT file reads as the plain one does") {
    const std::vector<std::byte> plain = small_run().file();
    const std::vector<std::byte> bytes = packed(plain);
    CHECK(sniff(bytes) == FileFormat::fit);
    const DecodedFile file = decode::decode(bytes);
    CHECK(file.integrity == Integrity::ok);
    CHECK(file.activity.records.size() == 3);
}

TEST_CASE("several members are one content, and a file may be split between them") {
    const std::vector<std::byte> plain = small_run().file();
    const auto first = std::span(plain).first(100);
    std::vector<std::byte> bytes = packed(first);
    const std::vector<std::byte> rest = packed(std::span(plain).subspan(100));
    bytes.insert(bytes.end(), rest.begin(), rest.end());
    const DecodedFile file = decode::decode(bytes);
    CHECK(file.integrity == Integrity::ok);
    CHECK(file.activity.records.size() == 3);
}

TEST_CASE("what unpacks beyond the limit is refused before it takes the memory") {
    const std::vector<std::byte> zeros(std::size_t{64} << 20U, std::byte{0});
    const std::vector<std::byte> bomb = packed(zeros);
    CHECK(bomb.size() < zeros.size() / 500);
    constexpr std::size_t kLimit = std::size_t{1} << 20U;
    const Unpacked unpacked = unpack_gzip(bomb, kLimit);
    REQUIRE(unpacked.error);
    CHECK(unpacked.error->code == DecodeErrorCode::too_large);
    const DecodedFile file = decode::decode(bomb, {.unpacked_bytes = kLimit});
    REQUIRE(file.error);
    CHECK(file.error->code == DecodeErrorCode::too_large);
}

TEST_CASE("a size trailer that lies does not matter") {
    std::vector<std::byte> small = packed(small_run().file());
    std::vector<std::byte> bytes = packed(std::vector<std::byte>(100'000, std::byte{1}));
    bytes.insert(bytes.end(), small.begin(), small.end());  // the trailer is the small one's
    const Unpacked unpacked = unpack_gzip(bytes, std::size_t{1} << 20U);
    CHECK_FALSE(unpacked.error);
    CHECK(unpacked.size == 100'000 + small_run().file().size());
}

TEST_CASE("a cut stream gives what stands before the cut, at every byte") {
    FitBuilder builder = small_run();
    for (unsigned i = 0; i < 200; ++i) {
        builder.data(
            1, {u32(kStart + 3 + i), u8(100 + i * 7 % 50), u8(80), u32(700 + i * 300), u16(2500)});
    }
    const std::vector<std::byte> plain = builder.file();
    const std::vector<std::byte> whole = packed(plain);
    std::size_t most = 0;
    for (std::size_t size = 2; size < whole.size(); ++size) {
        CAPTURE(size);
        const std::vector<std::byte> cut(whole.begin(),
                                         whole.begin() + static_cast<std::ptrdiff_t>(size));
        const DecodedFile file = decode::decode(cut);
        REQUIRE(file.error);
        CHECK(file.error->code == DecodeErrorCode::bad_gzip);
        CHECK(file.integrity != Integrity::ok);
        CHECK(file.activity.records.size() >= most);
        most = file.activity.records.size();
    }
    CHECK(most == 203);
}
