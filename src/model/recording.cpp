// SPDX-License-Identifier: Apache-2.0
#include "model/recording.hpp"

namespace footsure {

std::string_view word(Packing packing) {
    switch (packing) {
    case Packing::plain: return "plain";
    case Packing::gzip: return "gzip";
    case Packing::deflate: break;
    }
    return "deflate";
}

std::string_view word(Visibility visibility) {
    return visibility == Visibility::shown ? "shown" : "hidden";
}

}  // namespace footsure
