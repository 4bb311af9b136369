// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "architecture/source_file.hpp"

#include <string_view>

namespace footsure::architecture {

/// A module as src/CMakeLists.txt declares it.
struct Module {
    std::string name;
    std::vector<std::string> uses;
    std::size_t line = 0;
};

/// Reads the `footsure_module(NAME … USES …)` calls, in order.
[[nodiscard]] std::vector<Module> parse_modules(std::string_view cmake);

/// Arrows that point to a module not declared above: unknown ones and cycles.
[[nodiscard]] Violations misdirected_arrows(const std::vector<Module>& modules);

/// Includes that pass a module's door by, or for which no arrow is declared. Sources of src may
/// use what is declared; programs of apps may enter any module, by its door.
[[nodiscard]] Violations undeclared_includes(const std::vector<SourceFile>& files,
                                             const std::vector<Module>& modules);

/// Arrows that no source follows; tests do not count.
[[nodiscard]] Violations unused_arrows(const std::vector<SourceFile>& files,
                                       const std::vector<Module>& modules);

/// Folders of src that are no module, modules without a public header, and headers too long.
[[nodiscard]] Violations broken_doors(const std::vector<SourceFile>& files,
                                      const std::vector<Module>& modules);

}  // namespace footsure::architecture
