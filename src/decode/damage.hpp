// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"

#include <optional>
#include <string>

namespace footsure::decode {

/// Notes that something is wrong with the file: the gravest integrity and the first error stay.
void note_damage(DecodedFile& file, Integrity integrity, DecodeError error);
/// The same for a document that may have broken off: cut short, or not what it should be.
void note_break(DecodedFile& file, std::optional<DecodeError> error);
/// The same for what leaves everything readable and is not worth an error.
void note_flaw(DecodedFile& file, Integrity integrity, std::string warning);

}  // namespace footsure::decode
