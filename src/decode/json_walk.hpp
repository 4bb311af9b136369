// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace footsure::decode {

/// Gets the content of a JSON document in order. A path names the keys down to a place, joined by
/// `/`; the members of a list have the list's own path.
class JsonHandler {
public:
    virtual ~JsonHandler() = default;
    virtual void open(std::string_view path) = 0;   ///< an object begins
    virtual void close(std::string_view path) = 0;  ///< an object ends
    virtual void number(std::string_view path, double value) = 0;
    virtual void text(std::string_view path, std::string_view value) = 0;
    /// Asked after each value. Gives: false when no more can be taken.
    [[nodiscard]] virtual bool has_room() const = 0;
};

/// Whether the document begins like an object with that key near its beginning.
[[nodiscard]] bool is_json_with(std::span<const std::byte> bytes, std::string_view key);

/// Reads a document without ever holding it as a whole; `NaN`, which is no JSON, is passed over.
/// Fails: `malformed_json` (also for deep nesting), `truncated`, `too_large` when the handler has
/// no more room.
[[nodiscard]] std::optional<DecodeError> walk_json(std::span<const std::byte> bytes,
                                                   JsonHandler& handler);

}  // namespace footsure::decode
