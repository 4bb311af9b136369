// SPDX-License-Identifier: Apache-2.0
#include "content/content.hpp"
#include "content/decompressor.hpp"

#include <libdeflate.h>

#include <string>
#include <utility>

namespace footsure::content {

namespace {

constexpr int kQuick = 1;

struct FreeCompressor {
    void operator()(libdeflate_compressor* c) const { libdeflate_free_compressor(c); }
};

Unpacked refused(DecodeErrorCode code, std::string message) {
    Unpacked unpacked;
    unpacked.error = {.code = code, .message = std::move(message)};
    return unpacked;
}

}  // namespace

Unpacked unpack_deflate(std::span<const std::byte> bytes, const Promise& promise,
                        std::size_t limit) {
    if (promise.size > limit) {
        return refused(DecodeErrorCode::too_large, "it unpacks to more than the limit allows");
    }
    if (promise.size / kGreatestRatio > bytes.size()) {
        return refused(DecodeErrorCode::bad_deflate,
                       "the archive promises more than so few bytes can unpack to");
    }
    const Decompressor decompressor = make_decompressor();
    if (!decompressor) {
        return refused(DecodeErrorCode::too_large, "no memory left to unpack it");
    }
    Unpacked unpacked;
    unpacked.size = static_cast<std::size_t>(promise.size);
    unpacked.memory = std::make_unique_for_overwrite<std::byte[]>(unpacked.size + 1);
    std::size_t produced = 0;
    const libdeflate_result result =
        libdeflate_deflate_decompress(decompressor.get(), bytes.data(), bytes.size(),
                                      unpacked.memory.get(), unpacked.size, &produced);
    if (result != LIBDEFLATE_SUCCESS || produced != unpacked.size) {
        return refused(DecodeErrorCode::bad_deflate,
                       "the packed bytes are damaged, or not of the size that the archive gives");
    }
    if (promise.crc32 &&
        libdeflate_crc32(0, unpacked.memory.get(), unpacked.size) != *promise.crc32) {
        return refused(DecodeErrorCode::bad_deflate, "the check sum of the archive does not fit");
    }
    return unpacked;
}

std::vector<std::byte> pack_gzip(std::span<const std::byte> bytes) {
    const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(
        libdeflate_alloc_compressor(kQuick));
    expects(compressor != nullptr, "there is memory to pack with");
    std::vector<std::byte> packed(libdeflate_gzip_compress_bound(compressor.get(), bytes.size()));
    packed.resize(libdeflate_gzip_compress(compressor.get(), bytes.data(), bytes.size(),
                                           packed.data(), packed.size()));
    return packed;
}

}  // namespace footsure::content
