// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/knowledge.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace footsure::app {

/// How results are written to standard output.
enum class Output : std::uint8_t { text, json };
/// Whether the program ends with the level's code.
enum class ExitStyle : std::uint8_t { plain, by_level };
/// What `signature` does with the stored advice.
enum class SignatureTask : std::uint8_t { print, bless };

/// Whether the interview goes on with an open problem or begins another.
enum class InterviewStart : std::uint8_t { resume, anew };

/// Where a Runner's data are and as of when they are looked at.
struct DataOptions {
    std::string data;
    std::string database;
    std::string runner = "me";
    std::string at;  ///< ISO 8601; empty: now
    Output output = Output::text;
};

// Each runs one command and gives its exit code.
int run_decode(const std::vector<std::string>& paths, Output output);
int run_model_steps(const std::string& csv);
int run_questions(Output output);
int run_advise(const std::string& file, Output output, ExitStyle style);
int run_knowledge_check(const std::string& folder, Output output);
int run_knowledge_list(Output output);
int run_knowledge_show(const std::string& id, Output output);
int run_knowledge_claims(const std::vector<std::string>& words, Output output);
int run_signature(const std::string& folder, SignatureTask task);
int run_import(const std::vector<std::string>& paths, const DataOptions& options);
int run_load(const DataOptions& options);
int run_guard(const DataOptions& options);
int run_sample(const DataOptions& options);
int run_interview(const DataOptions& options, InterviewStart start);

}  // namespace footsure::app
