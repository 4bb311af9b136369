// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

using footsure::DecodedFile;

namespace {

template <class Q>
bool fits(const footsure::Column<Q>& column, std::size_t records) {
    return column.empty() || column.size() == records;
}

/// What holds for every file, however broken.
void check(const DecodedFile& file) {
    const footsure::Records& records = file.activity.records;
    const std::size_t n = records.size();
    footsure::expects(fits(records.latitude, n) && fits(records.longitude, n) &&
                          fits(records.altitude, n) && fits(records.distance, n) &&
                          fits(records.speed, n) && fits(records.heart_rate, n) &&
                          fits(records.cadence, n) && fits(records.power, n),
                      "a channel has one value per Record");
    footsure::expects(file.integrity != footsure::Integrity::unreadable || file.error.has_value(),
                      "an unreadable file says why");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr footsure::decode::Limits kLimits{.unpacked_bytes = std::size_t{1} << 20U,
                                               .records = 2'000};
    const auto bytes = std::as_bytes(std::span(data, size));
    const DecodedFile file = footsure::decode::decode(bytes, kLimits);
    check(file);
    const bool packed = size >= 2 && data[0] == 0x1F && data[1] == 0x8B;
    if (!packed) {
        footsure::expects(!file.error || file.error->offset <= size,
                          "an error lies within the file");
        footsure::expects(size > kLimits.unpacked_bytes ||
                              footsure::decode::sniff(bytes) == file.format,
                          "sniff and decode agree on the format");
    }
    return 0;
}
