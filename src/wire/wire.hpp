// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"
#include "model/advice.hpp"
#include "model/case_file.hpp"
#include "model/knowledge.hpp"
#include "model/result.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Our JSON and nothing else: keys carry units, times are ISO 8601, order is fixed.
namespace footsure::wire {

/// An activity that a case names by file; the caller reads it and puts it in its place.
struct ActivityFile {
    std::size_t index = 0;  ///< in `activities`
    std::string file;       ///< as written, relative to the case
};

/// A case as far as it could be read. What could not be used stands in `problems` with its path;
/// the rest of the case still counts.
struct CaseReading {
    CaseFile case_file;
    std::vector<ActivityFile> files;
};

/// Reads `footsure.case/1`.
/// Fails: with the problems, when the text is not JSON, has another schema or no usable `at`.
[[nodiscard]] Result<CaseReading, std::vector<Problem>> read_case(std::string_view json,
                                                                  const Knowledge& knowledge);

/// One `footsure.advice/1` object.
[[nodiscard]] std::string write_advice(const Advice& advice, const Knowledge& knowledge);

/// One `footsure.case/1` object that reads back equal; activities as totals.
[[nodiscard]] std::string write_case(const CaseFile& case_file);

/// One line of `footsure decode --json`.
[[nodiscard]] std::string write_decoded(const DecodedFile& decoded, std::string_view file);

/// `{ "questions": [...] }`.
[[nodiscard]] std::string write_questions(const Knowledge& knowledge);

/// The value of an answer alone: `"yes"`, `["a","b"]` or `4`; the store keeps answers so.
[[nodiscard]] std::string write_answer_value(const Answer& answer);
/// Fails: the text is no such value.
[[nodiscard]] Result<Answer, std::string> read_answer_value(std::string_view json);

/// An ActivitySummary alone, for caching beside the original bytes.
[[nodiscard]] std::string write_summary(const ActivitySummary& summary);
[[nodiscard]] Result<ActivitySummary, std::string> read_summary(std::string_view json);

/// The compiled form of the knowledge folder.
[[nodiscard]] std::string write_knowledge(const Knowledge& knowledge);
/// Fails: the text is no compiled knowledge; our own build made it, so this is a broken program.
[[nodiscard]] Result<Knowledge, std::string> read_knowledge(std::string_view json);

}  // namespace footsure::wire
