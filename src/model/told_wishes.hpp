// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/wishes.hpp"

namespace footsure {

/// What `more` names takes the place of what was wished before.
void tell(const Wishes& more, Wishes& wishes);

}  // namespace footsure
