// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tl/expected.hpp>

#include <source_location>
#include <string_view>

namespace footsure {

template <class T, class E>
using Result = tl::expected<T, E>;
template <class E>
using Failure = tl::unexpected<E>;

/// Ends the program with its place when our own code broke a promise; active in release builds.
/// Never use it for bad input: that is a `Result`.
void expects(bool condition, std::string_view words,
             std::source_location place = std::source_location::current());

}  // namespace footsure
