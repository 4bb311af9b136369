// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace footsure::takeout {

/// A name as text: what is no UTF-8 and what steers a terminal becomes U+FFFD.
[[nodiscard]] std::string shown(std::string_view raw);

/// The name that an archive gives, with `/` between its parts; without root, drive, `.` and `..`.
[[nodiscard]] std::string cleaned(std::string_view member);

[[nodiscard]] std::string_view last_part(std::string_view path);

/// With the slash at its end; empty when there is none.
[[nodiscard]] std::string_view folder_part(std::string_view path);

/// ASCII letters only.
[[nodiscard]] std::string lower(std::string_view text);

/// Asks for the ending in any letter case.
[[nodiscard]] bool ends_in(std::string_view path, std::string_view lower_case_ending);

/// What an operating system leaves beside files: resource forks, views of folders.
[[nodiscard]] bool is_litter(std::string_view path);

/// Why a file of this name is not even opened; nothing when its content must decide.
[[nodiscard]] std::optional<std::string> no_run_reason(std::string_view path);

/// Why a file is set aside by its name: it may hold runs, in an archive that cannot be opened here.
[[nodiscard]] std::optional<std::string> foreign_archive_reason(std::string_view path);

}  // namespace footsure::takeout
