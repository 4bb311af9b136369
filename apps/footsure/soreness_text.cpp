// SPDX-License-Identifier: Apache-2.0
#include "footsure/soreness_text.hpp"

#include "footsure/paragraph.hpp"

#include <fmt/format.h>

namespace footsure::app {

std::string soreness_text(const SorenessLink& link) {
    std::string text = "How your mornings follow your running\n" + paragraph("  ", link.text);
    if (link.correlation) {
        text += paragraph(
            "  ", fmt::format("How closely soreness went with load: {:.2f}, and with so few "
                              "mornings anything from {:.2f} to {:.2f} fits (0: not at all, 1: "
                              "entirely).",
                              *link.correlation, link.low, link.high));
    }
    return text;
}

}  // namespace footsure::app
