// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace footsure::app {

/// Memory of one file serves the next: asking the system anew costs as much as decoding.
void keep_memory();

}  // namespace footsure::app
