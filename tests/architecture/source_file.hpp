// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace footsure::architecture {

/// A source as written and as the rules look at it: `code` has the same lines with comments and
/// the contents of quotes blanked.
struct SourceFile {
    std::string path;  ///< from the root of the repository, with `/`
    std::vector<std::string> lines;
    std::vector<std::string> code;
};

/// A rule broken at a line; 0 stands for the whole file.
struct Violation {
    std::string path;
    std::size_t line = 0;
    std::string what;
};

using Violations = std::vector<Violation>;

/// An `#include`; `angled` tells `<x>` from `"x"`.
struct Include {
    std::size_t line = 0;
    std::string target;
    bool angled = false;
};

[[nodiscard]] SourceFile make_source(std::string path, std::string_view text);
/// Every .cpp and .hpp below the folders of the root, in path order, without generated ones.
[[nodiscard]] std::vector<SourceFile> read_sources(const std::filesystem::path& root,
                                                   const std::vector<std::string>& folders);
[[nodiscard]] std::string read_text(const std::filesystem::path& path);
[[nodiscard]] std::vector<Include> includes_of(const SourceFile& file);

/// `src/load/step.cpp` is of `load`; nothing outside src.
[[nodiscard]] std::string module_of(std::string_view path);
[[nodiscard]] bool is_test(std::string_view path);
/// One violation a line, `file:line: what`.
[[nodiscard]] std::string listed(const Violations& violations);

}  // namespace footsure::architecture
