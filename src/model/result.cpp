// SPDX-License-Identifier: Apache-2.0
#include "model/result.hpp"

#include <cstdio>
#include <cstdlib>

namespace footsure {

void expects(bool condition, std::string_view words, std::source_location place) {
    if (condition) {
        return;
    }
    std::fprintf(stderr, "footsure: broken promise at %s:%u: %.*s\n", place.file_name(),
                 static_cast<unsigned>(place.line()), static_cast<int>(words.size()), words.data());
    std::abort();
}

}  // namespace footsure
