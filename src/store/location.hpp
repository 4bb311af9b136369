// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>

/// Where the facts lie.
namespace footsure::store {

inline constexpr std::chrono::milliseconds kPatience{5'000};

struct InMemory {};

/// Needs: the folder exists. The file is made readable by its owner only.
struct SqliteFile {
    std::filesystem::path path;
    std::chrono::milliseconds patience = kPatience;  ///< how long to wait for another program
};

struct PostgreSql {
    std::string conninfo;  ///< as libpq reads it: `postgresql://…` or `host=… dbname=…`
    std::chrono::milliseconds patience = kPatience;
};

using StoreLocation = std::variant<InMemory, SqliteFile, PostgreSql>;

/// Reads `:memory:`, a PostgreSQL address or conninfo; anything else is the path of a file.
[[nodiscard]] StoreLocation parse_location(std::string_view text);

}  // namespace footsure::store
