// SPDX-License-Identifier: Apache-2.0
#include "content/inflate_prefix.hpp"

#include <doctest/doctest.h>
#include <libdeflate.h>

#include <cstddef>
#include <span>
#include <vector>

using namespace footsure::content;

namespace {

std::vector<std::byte> packed(std::span<const std::byte> bytes, int level) {
    libdeflate_compressor* compressor = libdeflate_alloc_compressor(level);
    std::vector<std::byte> out(libdeflate_gzip_compress_bound(compressor, bytes.size()));
    out.resize(
        libdeflate_gzip_compress(compressor, bytes.data(), bytes.size(), out.data(), out.size()));
    libdeflate_free_compressor(compressor);
    return out;
}

}  // namespace

TEST_CASE("the slow reader of damaged members agrees with the library on every kind of block") {
    std::vector<std::byte> mixed;
    unsigned state = 1;
    for (unsigned i = 0; i < 60'000; ++i) {
        state = state * 1'664'525U + 1'013'904'223U;
        const unsigned noise = i < 20'000 ? state >> 24U : (state >> 24U) % 7;
        mixed.push_back(static_cast<std::byte>(i < 40'000 ? noise : i / 100 % 256));
    }
    for (const std::size_t size : {std::size_t{1}, std::size_t{40}, mixed.size()}) {
        for (const int level : {0, 1, 6, 12}) {
            const std::vector<std::byte> plain(mixed.begin(),
                                               mixed.begin() + static_cast<std::ptrdiff_t>(size));
            const std::vector<std::byte> read = inflate_prefix(packed(plain, level), 100'000);
            CHECK(read == plain);
            CHECK(inflate_prefix(packed(plain, level), size / 2).size() == size / 2);
        }
    }
}
