// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "knowledge/knowledge.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

/// The knowledge folder of this repository, for the tests that look at what it really says.
namespace footsure::knowledge {

inline std::string read_text(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::vector<KnowledgeFile> read_folder() {
    const std::filesystem::path folder = std::filesystem::path(FOOTSURE_SOURCE_DIR) / "knowledge";
    std::vector<KnowledgeFile> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".toml") {
            files.push_back({entry.path().lexically_relative(folder).generic_string(),
                             read_text(entry.path())});
        }
    }
    return files;
}

/// Compiled once; its errors end the test.
inline const Knowledge& real_knowledge() {
    static const auto compiled = [] {
        auto result = compile(read_folder());
        if (!result) {
            for (const auto& error : result.error()) {
                MESSAGE(format(error));
            }
        }
        return result;
    }();
    REQUIRE(compiled);
    return *compiled;
}

}  // namespace footsure::knowledge
