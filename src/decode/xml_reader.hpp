// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"

#include <cstddef>
#include <memory>
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

    /// Calls `visit` with the name (without prefix) and value of each, in the document's order.
    template <class Visit>
    void each(Visit visit) const {
        for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
            const std::string_view name = pair[0];
            visit(name.substr(name.find(':') + 1), std::string_view(pair[1]));
        }
    }

private:
    const char* const* pairs_;
};

enum class XmlStep : unsigned char { go_on, stop };

/// Gets the elements of a document in order, named without their prefix.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void open(std::string_view name, const XmlAttributes& attributes) = 0;
    /// `text` is what stood directly before the closing tag, cut to the longest.
    /// Gives: `stop` when no more can be taken.
    virtual XmlStep close(std::string_view name, std::string_view text) = 0;

    [[nodiscard]] virtual std::size_t longest_text(std::string_view) const { return 256; }
};

/// What is done with a document type declaration: some writers' ones are broken.
enum class Doctype : unsigned char { read, skipped };

/// Where the document begins: behind a byte order mark, blanks and control characters.
[[nodiscard]] std::span<const std::byte> skip_to_markup(std::span<const std::byte> bytes);
/// The name of the first element without its prefix, empty when there is none.
[[nodiscard]] std::string_view root_element(std::span<const std::byte> bytes);

/// Reads a document forgivingly: prefixes need no declaration and control characters are blanks.
/// Fails: `malformed_xml` (also for entity declarations, which are never expanded), `truncated`,
/// `too_large` when the handler stops.
[[nodiscard]] std::optional<DecodeError>
read_xml(std::span<const std::byte> bytes, XmlHandler& handler, Doctype doctype = Doctype::read);

/// Reads a document of any size in pieces, as forgivingly; the declaration of its type is skipped.
class XmlStream {
public:
    /// Needs: a handler that lives as long.
    explicit XmlStream(XmlHandler& handler);
    ~XmlStream();
    XmlStream(const XmlStream&) = delete;
    XmlStream& operator=(const XmlStream&) = delete;

    /// Fails: as `read_xml`, and with the same error ever after.
    std::optional<DecodeError> feed(std::span<const std::byte> piece);
    /// Fails: `truncated` when the document has not ended.
    std::optional<DecodeError> finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace footsure::decode
