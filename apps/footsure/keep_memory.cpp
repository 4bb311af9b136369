// SPDX-License-Identifier: Apache-2.0
#include "footsure/keep_memory.hpp"

#include <malloc.h>

namespace footsure::app {

void keep_memory() {
    constexpr int kKept = 32 << 20;
    constexpr int kAskedAtOnce = 4 << 20;
    mallopt(M_MMAP_THRESHOLD, kKept);
    mallopt(M_TRIM_THRESHOLD, kKept);
    mallopt(M_TOP_PAD, kAskedAtOnce);
}

}  // namespace footsure::app
