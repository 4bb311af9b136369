// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace footsure::decode {

/// The attributes of one element; valid only during the call that gets them.
class XmlAttributes {
public:
    explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}

    /// Empty when the element has no such attribute.
    [[nodiscard]] std::string_view find(std::string_view name) const;

private:
    const char* const* pairs_;
};

enum class XmlStep : unsigned char { go_on, stop };

/// Gets the elements of a document in order, named without their prefix.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void open(std::string_view name, const XmlAttributes& attributes) = 0;
    /// `text` is what stood directly before the closing tag, cut to 256 bytes.
    /// Gives: `stop` when no more can be taken.
    virtual XmlStep close(std::string_view name, std::string_view text) = 0;
};

/// Where the document begins: behind a byte order mark, blanks and control characters.
[[nodiscard]] std::span<const std::byte> skip_to_markup(std::span<const std::byte> bytes);
/// The name of the first element without its prefix, empty when there is none.
[[nodiscard]] std::string_view root_element(std::span<const std::byte> bytes);

/// Reads a document forgivingly: prefixes need no declaration and control characters are blanks.
/// Fails: `malformed_xml` (also for entity declarations, which are never expanded), `truncated`,
/// `too_large` when the handler stops.
[[nodiscard]] std::optional<DecodeError> read_xml(std::span<const std::byte> bytes,
                                                  XmlHandler& handler);

}  // namespace footsure::decode
