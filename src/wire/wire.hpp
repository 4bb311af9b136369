// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"
#include "model/advice.hpp"
#include "model/case_file.hpp"
#include "model/import_report.hpp"
#include "model/knowledge.hpp"
#include "model/load_limits.hpp"
#include "model/recording.hpp"
#include "model/result.hpp"
#include "model/stored_run.hpp"
#include "wire/calendar_json.hpp"
#include "wire/check_in_taken.hpp"
#include "wire/kept_values.hpp"

#include <optional>
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

/// Reads `footsure.case/1`. `now` stands in for a missing or unusable `at`, which is a problem.
/// Fails: when the text is not a JSON object or names another schema.
[[nodiscard]] Result<CaseReading, Problem> read_case(std::string_view json,
                                                     const Knowledge& knowledge, LocalInstant now);

/// One `footsure.advice/1` object.
[[nodiscard]] std::string write_advice(const Advice& advice, const Knowledge& knowledge);

/// One line of `footsure decode --json`.
[[nodiscard]] std::string write_decoded(const DecodedFile& decoded, std::string_view file);

/// What `footsure load` shows: every Activity with its doses, the tissues' state, what the watch
/// shows of form, how soreness follows load, and the week ratios for those who asked.
struct Ledger {
    RunnerId runner;
    LocalInstant at;
    std::vector<ActivitySummary> activities;
    std::vector<Exposure> exposures;
    std::vector<FormFinding> form;
    SorenessLink soreness;
    std::optional<WeekRatios> ratios;
};

[[nodiscard]] std::string write_ledger(const Ledger& ledger);

/// The guard of an Advice alone.
[[nodiscard]] std::string write_guard(const Advice& advice);

/// What an import did: counts, the files that were not taken, and every file's line.
[[nodiscard]] std::string write_import_report(const ImportReport& report);
/// One line of an import under way.
[[nodiscard]] std::string write_import_progress(const ImportProgress& progress);

/// A file in quarantine.
struct AsideLine {
    std::string key;
    std::string path;
    std::string reason;
    Instant at;
};

[[nodiscard]] std::string write_quarantine(const std::vector<AsideLine>& lines);

/// `{ "runs": [...] }`, each with its Recordings and Corrections.
[[nodiscard]] std::string write_runs(const std::vector<StoredRun>& runs);
[[nodiscard]] std::string write_run(const StoredRun& run);

/// `{ "questions": [...] }`.
[[nodiscard]] std::string write_questions(const Knowledge& knowledge);

/// `{ "claims": [...] }`, each in full.
[[nodiscard]] std::string write_found_claims(const std::vector<Claim>& claims);

/// Conditions, rules, sources and claims, a line's worth each.
[[nodiscard]] std::string write_knowledge_list(const Knowledge& knowledge);
/// One condition, rule, source or claim in full; empty when there is no such id.
[[nodiscard]] std::string write_knowledge_entry(const Knowledge& knowledge, std::string_view id);

/// `footsure shoes --json`.
[[nodiscard]] std::string write_shoes(const ShoeReport& report);

/// What one check-in measured, alone.
[[nodiscard]] std::string write_measures(const std::vector<Measured>& measures);
[[nodiscard]] Result<std::vector<Measured>, std::string> read_measures(std::string_view json);

/// What is wished, alone, with the keys of a case; absent keys read as "not told".
[[nodiscard]] std::string write_wishes(const Wishes& wishes);
[[nodiscard]] Result<Wishes, std::string> read_wishes(std::string_view json);

/// The open Episodes with their visits and levels, and the ended ones.
[[nodiscard]] std::string write_episodes(const CaseFile& case_file, const Advice& advice);

/// The CarePlans of an Advice alone.
[[nodiscard]] std::string write_plans(const Advice& advice);

[[nodiscard]] std::string write_check_in(const CheckInTaken& taken);

/// The compiled form of the knowledge folder, without its claims.
[[nodiscard]] std::string write_knowledge(const Knowledge& knowledge);
/// Fails: the text is no compiled knowledge; our own build made it, so this is a broken program.
[[nodiscard]] Result<Knowledge, std::string> read_knowledge(std::string_view json);

/// The compiled form of the claims, apart from the rest because only who asks for them reads them.
[[nodiscard]] std::string write_claims(const std::vector<Claim>& claims);
/// Fails: as read_knowledge.
[[nodiscard]] Result<std::vector<Claim>, std::string> read_claims(std::string_view json);

}  // namespace footsure::wire
