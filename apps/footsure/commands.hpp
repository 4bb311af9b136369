// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/calendar.hpp"
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

/// How an import tells how far it is.
enum class ProgressStyle : std::uint8_t { line, events };
/// Which files of an import get a line of their own.
enum class FileLines : std::uint8_t { not_taken, all };
enum class DryRun : std::uint8_t { no, yes };

/// What was asked of an import.
struct ImportRequest {
    DryRun dry_run = DryRun::no;
    ProgressStyle progress = ProgressStyle::line;
    FileLines lines = FileLines::not_taken;
    unsigned workers = 0;       ///< 0: one for each core
    std::string unnamed_sport;  ///< for files that name no sport
};

/// What was asked of a watched folder.
struct WatchRequest {
    double every_seconds = 10;
    bool once = false;
    std::string unnamed_sport;
};

/// A run as typed in; empty = not told.
struct TypedRun {
    std::string started_at;
    std::string kilometres;
    std::string time;  ///< `1:02:03`, `45:00` or minutes
    std::string name;
    std::string shoe;
    std::string exertion;
    std::string sub_sport;
    std::string ground;
    std::string sport;                   ///< empty: running, or strength_training with exercises
    std::vector<std::string> exercises;  ///< `EX-52:3x8:left`
};

/// A pair of shoes as typed in; empty = not told.
struct TypedShoe {
    std::string name;
    std::string kind;
    std::string drop;
    std::string before;
    std::string from;
};

/// What is done with a pair on a day; empty = today.
struct TypedWear {
    std::string name;
    std::string text;
    std::string on;
};

/// How a pair's days of wear begin and end.
enum class ShoeChange : std::uint8_t { retire, take_up };

/// A check-in as typed in; empty = not told.
struct TypedCheckIn {
    std::string soreness;
    std::string episode;
    std::string pain_during;
    std::string pain_after;
    std::string pain_morning;
    std::string stiffness;
    std::string swelling;
    std::string limp;
    std::string gave_way;
    std::string painkiller;
    std::string focal_ache;
    std::string skipped;
    std::string heel_raises;            ///< `20/25`, left and right
    std::string knee_to_wall;           ///< `9.5/11`
    std::vector<std::string> measures;  ///< `balance_open=30/28`
    std::vector<std::string> scores;    ///< `visa_a=8,7,9,6,5,7,4,20`, or the total
    std::string danger;                 ///< `none`, or signs such as `fever,toes_numb`
};

/// Whether something is done at once or asked about first.
enum class Consent : std::uint8_t { ask, given };

/// An Episode and the day something happened to it, as typed in; empty = today.
struct TypedEnding {
    std::string episode;
    std::string on;
    Consent consent = Consent::ask;
};

/// A visit as typed in; empty = not told.
struct TypedVisit {
    std::string episode;
    std::string on;
    std::string by;
    std::string clears;               ///< `R-041,running`
    std::string finding;              ///< a condition's id
    std::vector<std::string> limits;  ///< `no_running until 2026-04-01`
};

/// Whether what was wished before still holds.
enum class WishesBefore : std::uint8_t { kept, cleared };

/// Wishes as typed in; empty = not told.
struct TypedWishes {
    WishesBefore before = WishesBefore::kept;
    std::string days_a_week;
    std::string days;       ///< `mon,wed,sat`, or `any`
    std::string minutes;    ///< for a day
    std::string equipment;  ///< `band,step`, or `none`
    std::string ground;     ///< `trail`
    std::string goal;       ///< the day of a race
    std::string goal_km;
    std::string usual_week_km;
};

/// The run that is thought of, as typed in; empty = as usual.
struct TypedIntent {
    std::string pace;    ///< `5:30`, of a kilometre
    std::string ground;  ///< `trail`
    std::string ascent;  ///< metres up for each kilometre
};

/// What is done to one run.
enum class RunChange : std::uint8_t { hide, bring_back, drop_corrections, part, rejoin };

/// Ratios of weeks, which are shown to those who ask.
enum class WeekRatiosShown : std::uint8_t { no, yes };

/// What was asked of the ledger.
struct LoadRequest {
    std::string tissue;  ///< its legs beside each other; empty: the two calibrated ones
    WeekRatiosShown ratios = WeekRatiosShown::no;
};

/// What was asked of the calendar.
struct CalendarRequest {
    std::string out = "-";  ///< a file, or - for standard output
    CalendarDetail detail = CalendarDetail::full;
};

/// What becomes of a file that is there already.
enum class Existing : std::uint8_t { keep, replace };

/// The Session a watch is to guide.
struct WorkoutRequest {
    std::string which = "today";  ///< or a day, or a Session's id
    std::string out;
    Existing existing = Existing::keep;
};

/// Where a Runner's data are and as of when they are looked at.
struct DataOptions {
    std::string data;
    std::string database;
    std::string runner = "me";
    std::string at;      ///< ISO 8601; empty: now
    TypedIntent intent;  ///< for the guard
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
int run_import(const std::vector<std::string>& paths, const ImportRequest& request,
               const DataOptions& options);
int run_quarantine_list(const DataOptions& options);
int run_quarantine_retry(const DataOptions& options);
int run_quarantine_forget(const std::string& key, const DataOptions& options);
int run_watch(const std::vector<std::string>& paths, const WatchRequest& request,
              const DataOptions& options);
int run_runs_list(const DataOptions& options);
int run_runs_show(const std::string& id, const DataOptions& options);
int run_runs_add(const TypedRun& typed, const DataOptions& options);
int run_runs_correct(const std::string& id, const TypedRun& typed, const DataOptions& options);
int run_runs_change(const std::string& id, RunChange change, const DataOptions& options);
int run_load(const LoadRequest& request, const DataOptions& options);
int run_shoes_list(const DataOptions& options);
int run_shoes_add(const TypedShoe& typed, const DataOptions& options);
int run_shoes_inspect(const TypedWear& typed, const DataOptions& options);
int run_shoes_change(const TypedWear& typed, ShoeChange change, const DataOptions& options);
int run_check_in(const TypedCheckIn& typed, const DataOptions& options);
int run_calendar(const CalendarRequest& request, const DataOptions& options);
int run_workout(const WorkoutRequest& request, const DataOptions& options);
int run_episode_list(const DataOptions& options);
int run_episode_end(const TypedEnding& typed, const DataOptions& options);
int run_episode_reopen(const std::string& id, const DataOptions& options);
int run_episode_seen(const TypedVisit& typed, const DataOptions& options);
int run_wishes(const TypedWishes& typed, const DataOptions& options);
int run_plan(const std::string& episode, const DataOptions& options);
int run_guard(const DataOptions& options);
int run_sample(const DataOptions& options);
int run_interview(const DataOptions& options, InterviewStart start);

}  // namespace footsure::app
