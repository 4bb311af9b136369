// SPDX-License-Identifier: Apache-2.0
#include "model/shoe.hpp"

namespace footsure {

std::string_view word(ShoeKind kind) {
    switch (kind) {
    case ShoeKind::minimal: return "minimal";
    case ShoeKind::plated: return "plated";
    case ShoeKind::usual: break;
    }
    return "usual";
}

std::optional<ShoeKind> shoe_kind_of(std::string_view text) {
    for (const auto kind : {ShoeKind::usual, ShoeKind::minimal, ShoeKind::plated}) {
        if (word(kind) == text) {
            return kind;
        }
    }
    return std::nullopt;
}

std::string_view word(Companion companion) {
    switch (companion) {
    case Companion::shoe: return "shoe";
    case Companion::ground: return "ground";
    case Companion::pace: break;
    }
    return "pace";
}

}  // namespace footsure
