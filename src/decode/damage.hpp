// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"

namespace footsure::decode {

/// Notes that something is wrong with the file: the gravest integrity and the first error stay.
void note_damage(DecodedFile& file, Integrity integrity, DecodeError error);
/// The same for what leaves everything readable and is not worth an error.
void note_flaw(DecodedFile& file, Integrity integrity, std::string warning);

}  // namespace footsure::decode
