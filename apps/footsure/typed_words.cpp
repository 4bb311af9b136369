// SPDX-License-Identifier: Apache-2.0
#include "footsure/typed_words.hpp"

#include "footsure/interview_dialog.hpp"

namespace footsure::app {

std::vector<std::string> listed(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto comma = text.find(',');
        const auto part = trimmed(text.substr(0, comma));
        if (!part.empty()) {
            parts.emplace_back(part);
        }
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    }
    return parts;
}

}  // namespace footsure::app
