// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/result.hpp"
#include "takeout/hint_table.hpp"
#include "takeout/stream.hpp"
#include "takeout/takeout.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace footsure::takeout {

/// How much of a file is_health_export needs to see: the inline DTD stands before the root.
inline constexpr std::size_t kHealthBeginning = std::size_t{64} << 10U;

/// An export of any size, which can be read more than once.
struct HealthFile {
    using Sink = std::function<Flow(std::span<const std::byte>)>;
    /// Gives the bytes from the first to the last in pieces; fails with words.
    std::function<Result<void, std::string>(const Sink&)> read;
    std::string shown_path;
    std::string base;  ///< the folder that its routes are named from, as the table names files
};

/// By its name; the phone's language changes it.
[[nodiscard]] bool may_be_health_export(std::string_view path);

[[nodiscard]] bool is_health_export(std::span<const std::byte> beginning);

/// Takes each running workout as an Item of its own, and tells the table which routes are theirs.
void take_health_export(const HealthFile& file, HintTable& hints, Stream& stream);

}  // namespace footsure::takeout
