// SPDX-License-Identifier: Apache-2.0
#include "store/kept.hpp"

namespace footsure::store {

std::string_view word(AsideKind kind) {
    return kind == AsideKind::skipped ? "skipped" : "quarantined";
}

}  // namespace footsure::store
