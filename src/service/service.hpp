// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/advice.hpp"
#include "model/calendar.hpp"
#include "model/import_report.hpp"
#include "model/knowledge.hpp"
#include "model/stored_run.hpp"
#include "service/import_options.hpp"
#include "store/store.hpp"
#include "takeout/takeout.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// The use cases: what a Runner does, each in one transaction. The only module below the programs
/// that knows what time it is.
namespace footsure::service {

using store::Stored;

/// Now, with the offset this computer's clock shows.
[[nodiscard]] LocalInstant now();

class RunKeeper;

class Service {
public:
    /// Needs: `knowledge` outlives the service.
    [[nodiscard]] static Stored<Service> open(const store::StoreLocation& location,
                                              const Knowledge& knowledge);

    /// Imports files, folders and archives. What was committed stays whatever happens later, and
    /// importing again goes on where it ended.
    /// Files that are no run (a workout, a bike ride, settings) are skipped; files that cannot be
    /// read are quarantined with the reason; a damaged file whose run can be read is imported.
    [[nodiscard]] Stored<ImportReport> import(const RunnerId& runner,
                                              const std::vector<std::filesystem::path>& paths,
                                              const ImportOptions& options,
                                              ImportListener& listener);
    /// The same for one file that is at hand.
    [[nodiscard]] Stored<FileReport> import_file(const RunnerId& runner,
                                                 std::vector<std::byte> bytes,
                                                 const std::string& path, Instant at);

    /// What could not be read, by path.
    [[nodiscard]] Stored<std::vector<store::SetAside>> quarantine(const RunnerId& runner);
    /// Tries everything in quarantine again; what can be read now leaves it.
    [[nodiscard]] Stored<ImportReport> retry(const RunnerId& runner, ImportListener& listener);
    /// Fails: `not_found` for a key that is not there.
    [[nodiscard]] Stored<void> forget_aside(const RunnerId& runner, const std::string& key);

    /// A run, or another session that counts. Fails: `constraint` for a run without distance and
    /// time, and for a session without time and exercises.
    [[nodiscard]] Stored<FileReport> add_run(const RunnerId& runner, const ManualRun& run,
                                             Instant at);
    /// By start; hidden ones too.
    [[nodiscard]] Stored<std::vector<ActivityId>> run_ids(const RunnerId& runner);
    /// In the same order.
    [[nodiscard]] Stored<std::vector<StoredRun>> runs(const RunnerId& runner);
    /// Fails: `not_found`.
    [[nodiscard]] Stored<StoredRun> run(const RunnerId& runner, const ActivityId& activity);
    [[nodiscard]] Stored<StoredRun> correct(const RunnerId& runner, const ActivityId& activity,
                                            const Correction& correction, Instant at);
    [[nodiscard]] Stored<StoredRun> drop_corrections(const RunnerId& runner,
                                                     const ActivityId& activity);
    [[nodiscard]] Stored<void> show(const RunnerId& runner, const ActivityId& activity,
                                    Visibility visibility, Instant at);
    /// Undoes a merge: the Recording becomes a run of its own and stays one.
    [[nodiscard]] Stored<ActivityId> part(const RunnerId& runner, const RecordingId& recording,
                                          Instant at);
    /// Takes `part` back.
    [[nodiscard]] Stored<ActivityId> rejoin(const RunnerId& runner, const RecordingId& recording,
                                            Instant at);

    [[nodiscard]] Stored<void> put_runner(const Runner& runner);
    /// Adds the Runner if nothing is known of them yet.
    [[nodiscard]] Stored<void> ensure_runner(const RunnerId& runner);

    /// Stores all told facts of a case (not its Activities), all or nothing.
    [[nodiscard]] Stored<void> put_case(const CaseFile& case_file);

    /// One answer, about an Episode or about the whole person where none is named.
    [[nodiscard]] Stored<void> add_answer(const RunnerId& runner,
                                          const std::optional<EpisodeId>& episode,
                                          const Answer& answer);
    /// Of one Episode, or of the whole person where none is named; `of_person`: told with it.
    [[nodiscard]] Stored<void> add_check_in(const RunnerId& runner, const CheckIn& check_in,
                                            std::span<const Answer> of_person, Instant recorded_at);
    [[nodiscard]] Stored<void> add_seen(const RunnerId& runner, const EpisodeId& episode,
                                        const Seen& seen, Instant recorded_at);
    [[nodiscard]] Stored<void> end_episode(const RunnerId& runner, const EpisodeId& episode,
                                           Day on);
    [[nodiscard]] Stored<void> reopen_episode(const RunnerId& runner, const EpisodeId& episode);
    [[nodiscard]] Stored<void> add_wishes(const RunnerId& runner, const store::NewWishes& wishes,
                                          Instant recorded_at);
    [[nodiscard]] Stored<void> add_shoe_event(const RunnerId& runner, const ShoeEvent& event,
                                              Instant recorded_at);

    /// All facts up to that moment.
    [[nodiscard]] Stored<CaseFile> case_file(const RunnerId& runner, LocalInstant at);

    /// The Advice from everything stored up to that moment; its guard for the run intended.
    [[nodiscard]] Stored<Advice> advise(const RunnerId& runner, LocalInstant at,
                                        const IntendedRun& intended = {});
    /// Publishes what the Advice plans: what a calendar is to know from then on.
    [[nodiscard]] Stored<CalendarFeed> publish_plan(const RunnerId& runner, LocalInstant at,
                                                    CalendarDetail detail);
    /// The same for days that are at hand.
    [[nodiscard]] Stored<CalendarFeed> publish_days(const RunnerId& runner,
                                                    const std::vector<PlannedDay>& days,
                                                    LocalInstant at, CalendarDetail detail);

    /// The Activities up to that moment with their doses, by start.
    [[nodiscard]] Stored<std::vector<ActivitySummary>> activities(const RunnerId& runner,
                                                                  LocalInstant at);

private:
    Service(store::Store store, const Knowledge& knowledge);
    [[nodiscard]] Stored<FileReport> import_item(const RunnerId& runner, takeout::Item item,
                                                 Instant at);
    /// One change to the runs, all or nothing.
    [[nodiscard]] Stored<ActivityId>
    change(const RunnerId& runner, Instant at,
           const std::function<Stored<ActivityId>(RunKeeper&)>& work);
    [[nodiscard]] Stored<Recording> find_recording(const RunnerId& runner,
                                                   const RecordingId& recording);
    [[nodiscard]] Stored<void> put_facts(const CaseFile& case_file);
    [[nodiscard]] Stored<void> put_episode(const RunnerId& runner, const Episode& episode,
                                           Instant at);

    store::Store store_;
    const Knowledge* knowledge_;
};

/// What a file says of the run in it, on the ground that the Runner told; nothing when there is no
/// run. The case's own runs and the imported ones go the same way.
[[nodiscard]] std::optional<ActivitySummary>
summarise_file(std::span<const std::byte> bytes, const Runner& runner,
               const std::optional<Terrain>& ground = std::nullopt);

/// The days of all CarePlans together, soonest first, each Session once.
[[nodiscard]] std::vector<PlannedDay> planned_days(const Advice& advice);

}  // namespace footsure::service
