// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.hpp"

#include "content/content.hpp"
#include "decode/apple_health.hpp"
#include "decode/damage.hpp"
#include "decode/fit_activity.hpp"
#include "decode/fit_reader.hpp"
#include "decode/gpx.hpp"
#include "decode/polar.hpp"
#include "decode/sml.hpp"
#include "decode/tcx.hpp"
#include "decode/xml_reader.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace footsure::decode {
namespace {

struct RootElement {
    std::string_view name;
    FileFormat format{};
};

constexpr std::array kRootElements{
    RootElement{"TrainingCenterDatabase", FileFormat::tcx},
    RootElement{"gpx", FileFormat::gpx},
    RootElement{"sml", FileFormat::sml},
    RootElement{"HealthData", FileFormat::apple_health},
};

FileFormat sniff_plain(std::span<const std::byte> bytes) {
    if (is_fit_header(bytes)) {
        return FileFormat::fit;
    }
    const std::string_view root = root_element(bytes);
    for (const RootElement& known : kRootElements) {
        if (known.name == root) {
            return known.format;
        }
    }
    return is_polar_session(bytes) ? FileFormat::polar : FileFormat::unknown;
}

void decode_plain(std::span<const std::byte> bytes, const Limits& limits, DecodedFile& file) {
    if (bytes.empty()) {
        note_damage(file, Integrity::unreadable,
                    {.code = DecodeErrorCode::empty_file, .message = "the file is empty"});
        return;
    }
    if (bytes.size() > limits.unpacked_bytes) {
        note_damage(file, Integrity::unreadable,
                    {.code = DecodeErrorCode::too_large,
                     .message = "the file has more bytes than the limit allows",
                     .offset = limits.unpacked_bytes});
        return;
    }
    file.format = sniff_plain(bytes);
    switch (file.format) {
    case FileFormat::fit: assemble_fit(FitReader(bytes, limits, file).read(), file); break;
    case FileFormat::gpx: decode_gpx(bytes, limits, file); break;
    case FileFormat::tcx: decode_tcx(bytes, limits, file); break;
    case FileFormat::sml: decode_sml(bytes, limits, file); break;
    case FileFormat::apple_health: decode_apple_health(bytes, limits, file); break;
    case FileFormat::polar: decode_polar(bytes, limits, file); break;
    case FileFormat::unknown:
        note_damage(file, Integrity::unreadable,
                    {.code = DecodeErrorCode::not_recognised,
                     .message = "no format of recordings that is known here"});
        break;
    }
}

}  // namespace

FileFormat sniff(std::span<const std::byte> bytes) {
    if (!content::is_gzip(bytes)) {
        return sniff_plain(bytes);
    }
    // The beginning is enough, and cannot unpack to more than this.
    constexpr std::size_t kBeginning = 16'384;
    constexpr std::size_t kMost = std::size_t{32} << 20U;
    const auto beginning = bytes.first(std::min(bytes.size(), kBeginning));
    return sniff_plain(content::unpack_gzip(beginning, kMost).bytes());
}

DecodedFile decode(std::span<const std::byte> bytes, const Limits& limits) {
    DecodedFile file;
    if (!content::is_gzip(bytes)) {
        decode_plain(bytes, limits, file);
        return file;
    }
    content::Unpacked unpacked = content::unpack_gzip(bytes, limits.unpacked_bytes);
    if (unpacked.error) {
        const bool nothing = unpacked.size == 0;
        note_damage(file, nothing ? Integrity::unreadable : Integrity::truncated,
                    std::move(*unpacked.error));
        if (nothing) {
            return file;
        }
    }
    decode_plain(unpacked.bytes(), limits, file);
    return file;
}

}  // namespace footsure::decode
