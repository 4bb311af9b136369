// SPDX-License-Identifier: Apache-2.0
#include "content/content.hpp"

#include <doctest/doctest.h>
#include <libdeflate.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace footsure;
using namespace footsure::content;

namespace {

std::vector<std::byte> bytes_of(std::string_view text) {
    const auto* first = reinterpret_cast<const std::byte*>(text.data());
    return {first, first + text.size()};
}

/// Text that packs well.
std::vector<std::byte> long_text() {
    std::string text;
    for (int i = 0; i < 5'000; ++i) {
        text += "kilometre " + std::to_string(i);
    }
    return bytes_of(text);
}

std::vector<std::byte> deflated(const std::vector<std::byte>& plain) {
    libdeflate_compressor* compressor = libdeflate_alloc_compressor(6);
    std::vector<std::byte> out(libdeflate_deflate_compress_bound(compressor, plain.size()));
    out.resize(libdeflate_deflate_compress(compressor, plain.data(), plain.size(), out.data(),
                                           out.size()));
    libdeflate_free_compressor(compressor);
    return out;
}

DecodeErrorCode error_of(const Unpacked& unpacked) {
    REQUIRE(unpacked.error.has_value());
    return unpacked.error->code;
}

constexpr std::size_t kPlenty = 1U << 20U;

}  // namespace

TEST_CASE("a content is named by the SHA-256 of its unpacked bytes") {
    CHECK(content_id(bytes_of("abc")).text() ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(content_id({}).text() ==
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("a member unpacks to what was packed") {
    const auto plain = long_text();
    const auto crc = libdeflate_crc32(0, plain.data(), plain.size());
    const auto unpacked = unpack_deflate(deflated(plain), {plain.size(), crc}, kPlenty);
    REQUIRE_FALSE(unpacked.error.has_value());
    CHECK(std::ranges::equal(unpacked.bytes(), plain));
}

TEST_CASE("an empty member unpacks to nothing") {
    const auto unpacked = unpack_deflate(deflated({}), {0, 0U}, kPlenty);
    CHECK_FALSE(unpacked.error.has_value());
    CHECK(unpacked.size == 0);
}

TEST_CASE("a zip that lies about a size is not believed") {
    const auto plain = long_text();
    const auto packed = deflated(plain);
    CHECK(error_of(unpack_deflate(packed, {plain.size() - 1, {}}, kPlenty)) ==
          DecodeErrorCode::bad_deflate);
    CHECK(error_of(unpack_deflate(packed, {plain.size() + 1, {}}, kPlenty)) ==
          DecodeErrorCode::bad_deflate);
    CHECK(error_of(unpack_deflate(packed, {plain.size(), 1U}, kPlenty)) ==
          DecodeErrorCode::bad_deflate);
    // No memory is taken for a promise that deflate cannot keep.
    CHECK(error_of(unpack_deflate(packed, {std::uint64_t{1} << 60U, {}}, ~std::size_t{0})) ==
          DecodeErrorCode::bad_deflate);
    CHECK(error_of(unpack_deflate(packed, {plain.size(), {}}, plain.size() - 1)) ==
          DecodeErrorCode::too_large);
}

TEST_CASE("every cut of a packed member is damage") {
    const auto plain = bytes_of("ran ten kilometres, ran ten kilometres, ran ten");
    const auto packed = deflated(plain);
    for (std::size_t kept = 0; kept < packed.size(); ++kept) {
        const std::vector<std::byte> cut(packed.begin(),
                                         packed.begin() + static_cast<std::ptrdiff_t>(kept));
        CHECK(error_of(unpack_deflate(cut, {plain.size(), {}}, kPlenty)) ==
              DecodeErrorCode::bad_deflate);
    }
}

TEST_CASE("what we pack unpacks again") {
    const auto plain = long_text();
    const auto packed = pack_gzip(plain);
    CHECK(packed.size() < plain.size() / 2);
    const auto unpacked = unpack_gzip(packed, kPlenty);
    REQUIRE_FALSE(unpacked.error.has_value());
    CHECK(std::ranges::equal(unpacked.bytes(), plain));
}
