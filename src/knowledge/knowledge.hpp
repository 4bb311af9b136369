// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/knowledge.hpp"
#include "model/result.hpp"

#include <span>
#include <string>
#include <vector>

namespace footsure::knowledge {

/// One file of the knowledge folder; `path` is relative to it, with `/`.
struct KnowledgeFile {
    std::string path;
    std::string text;
};

/// What is wrong, where, in words an author understands. Line and column count from 1.
struct KnowledgeError {
    std::string file;
    int line = 0;
    int column = 0;
    std::string what;
};

/// `file:line:column: what`.
[[nodiscard]] std::string format(const KnowledgeError& error);

/// Turns the files into Knowledge (without its hash). The folder of a file tells what it holds.
/// Fails: with every error of every file, by file and line.
[[nodiscard]] Result<Knowledge, std::vector<KnowledgeError>>
compile(std::span<const KnowledgeFile> files);

/// The claims that every word speaks of, best first: it is their id, or the start of a word in
/// their topics, text or answer. Topics count before the text, the text before the answer, whole
/// words before beginnings; then by id. Upper and lower case are the same. No words: all claims.
[[nodiscard]] std::vector<Claim> find_claims(std::span<const Claim> claims,
                                             std::span<const std::string> words);

}  // namespace footsure::knowledge
