// SPDX-License-Identifier: Apache-2.0
#include "decode/damage.hpp"

#include <utility>

namespace footsure::decode {
namespace {

int gravity(Integrity integrity) {
    switch (integrity) {
    case Integrity::ok: return 0;
    case Integrity::trailing_bytes: return 1;
    case Integrity::header_crc_mismatch: return 2;
    case Integrity::crc_mismatch: return 3;
    case Integrity::no_data_size: return 4;
    case Integrity::truncated: return 5;
    case Integrity::malformed: return 6;
    case Integrity::unreadable: break;
    }
    return 7;
}

void raise(Integrity& current, Integrity other) {
    if (gravity(other) > gravity(current)) {
        current = other;
    }
}

}  // namespace

void note_damage(DecodedFile& file, Integrity integrity, DecodeError error) {
    raise(file.integrity, integrity);
    if (!file.error) {
        file.error = std::move(error);
    }
}

void note_break(DecodedFile& file, std::optional<DecodeError> error) {
    if (error) {
        const bool cut = error->code == DecodeErrorCode::truncated;
        note_damage(file, cut ? Integrity::truncated : Integrity::malformed, std::move(*error));
    }
}

void note_flaw(DecodedFile& file, Integrity integrity, std::string warning) {
    raise(file.integrity, integrity);
    file.warnings.push_back(std::move(warning));
}

}  // namespace footsure::decode
