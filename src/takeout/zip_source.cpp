// SPDX-License-Identifier: Apache-2.0
#include "takeout/zip_source.hpp"

#include <algorithm>
#include <utility>

namespace footsure::takeout {

namespace {

std::uint64_t size_of(const ZipBytes& bytes) {
    const auto* file = std::get_if<DiskFile>(&bytes);
    return file != nullptr ? file->size() : std::get<std::vector<std::byte>>(bytes).size();
}

}  // namespace

ZipSource::ZipSource(ZipBytes bytes, std::uint64_t allowance)
    : bytes_(std::move(bytes)), size_(size_of(bytes_)), allowance_(allowance) {}

Result<std::size_t, std::string> ZipSource::read(std::span<std::byte> out) {
    const std::uint64_t left = size_ - std::min(position_, size_);
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(left, out.size()));
    if (limited_ && wanted > allowance_) {
        refused_ = true;
        return Failure<std::string>("its directory is larger than allowed");
    }
    allowance_ -= limited_ ? wanted : 0;
    std::size_t got = wanted;
    if (auto* file = std::get_if<DiskFile>(&bytes_)) {
        const auto read = file->read_at(position_, out.first(wanted));
        if (!read) {
            return read;
        }
        got = *read;
    } else {
        const auto& memory = std::get<std::vector<std::byte>>(bytes_);
        std::copy_n(memory.begin() + static_cast<std::ptrdiff_t>(std::min(position_, size_)),
                    wanted, out.begin());
    }
    position_ += got;
    return got;
}

}  // namespace footsure::takeout
