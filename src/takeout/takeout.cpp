// SPDX-License-Identifier: Apache-2.0
#include "takeout/takeout.hpp"

#include "takeout/disk_walk.hpp"
#include "takeout/stream.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <memory>

namespace footsure::takeout {

namespace {

content::Unpacked copied(const Item& item) {
    content::Unpacked copy;
    copy.size = item.bytes.size();
    copy.memory = std::make_unique_for_overwrite<std::byte[]>(copy.size + 1);
    std::ranges::copy(item.bytes, copy.memory.get());
    const auto& promised = item.promise.crc32;
    if (promised && libdeflate_crc32(0, item.bytes.data(), item.bytes.size()) != *promised) {
        copy.error = {.code = DecodeErrorCode::bad_deflate,
                      .message = "the check sum of the archive does not fit"};
    }
    return copy;
}

}  // namespace

void walk(const std::vector<std::filesystem::path>& paths, const Limits& limits, Visitor& visitor) {
    Stream stream(visitor);
    for (const std::filesystem::path& path : paths) {
        if (!stream.stopped()) {
            DiskWalk(limits, stream).named(path);
        }
    }
}

content::Unpacked unpack(const Item& item, const Limits& limits) {
    switch (item.packing) {
    case Packing::plain: return copied(item);
    case Packing::gzip: return content::unpack_gzip(item.bytes, limits.file_bytes);
    case Packing::deflate: break;
    }
    return content::unpack_deflate(item.bytes, item.promise, limits.file_bytes);
}

}  // namespace footsure::takeout
