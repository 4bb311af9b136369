// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/calendar.hpp"
#include "model/case_file.hpp"
#include "model/recording.hpp"
#include "model/result.hpp"
#include "store/kept.hpp"
#include "store/location.hpp"
#include "store/store_error.hpp"
#include "store/transaction.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Facts in, CaseFile out; the same on SQLite and PostgreSQL.
namespace footsure::store {

/// The facts about Runners. Each call names the Runner and touches no other Runner's facts.
/// Needs: one thread at a time; open one Store per thread. Nothing here names a clock.
class Store {
public:
    /// Makes the tables on first use.
    [[nodiscard]] static Stored<Store> open(const StoreLocation& location);
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    [[nodiscard]] Stored<Transaction> begin();

    /// Adds the Runner or replaces what was told about them.
    [[nodiscard]] Stored<void> put_runner(const Runner& runner);
    [[nodiscard]] Stored<Runner> runner(const RunnerId& runner);

    /// Keeps the bytes; a second time changes nothing.
    [[nodiscard]] Stored<Kept> put_original(const RunnerId& runner, const NewOriginal& original);
    /// Fails: `not_found`.
    [[nodiscard]] Stored<Original> original(const RunnerId& runner, const ContentId& content);
    /// Where that content came from; absent when it is not kept. One look-up in an index.
    [[nodiscard]] Stored<std::optional<std::string>> original_path(const RunnerId& runner,
                                                                   const ContentId& content);

    /// Adds or replaces. Needs: its content is kept and its Activity was put before.
    [[nodiscard]] Stored<void> put_recording(const RunnerId& runner, const Recording& recording);
    /// By id.
    [[nodiscard]] Stored<std::vector<Recording>> recordings_of(const RunnerId& runner,
                                                               const ActivityId& activity);
    /// By number.
    [[nodiscard]] Stored<std::vector<Recording>> recordings_in(const RunnerId& runner,
                                                               const ContentId& content);
    /// Those that start in [from, until], by start, then id. The cost depends on the answer only.
    [[nodiscard]] Stored<std::vector<Recording>> recordings_between(const RunnerId& runner,
                                                                    Instant from, Instant until);

    /// Adds or replaces the summary of the Activity it names; whether it is shown stays.
    [[nodiscard]] Stored<void> put_activity(const RunnerId& runner, const ActivitySummary& summary,
                                            const ComputedUnder& under);
    /// Fails: `not_found`.
    [[nodiscard]] Stored<ActivitySummary> activity(const RunnerId& runner,
                                                   const ActivityId& activity);
    /// Removes an Activity that has no Recording any more; its Corrections go to `into`.
    /// Fails: `not_found`; `constraint` when it still has one, or when there is no `into`.
    [[nodiscard]] Stored<void> remove_activity(const RunnerId& runner, const ActivityId& activity,
                                               const ActivityId& into);
    /// By start, then id; hidden ones too.
    [[nodiscard]] Stored<std::vector<ActivityId>> activity_ids(const RunnerId& runner);
    /// Those whose summary was computed under anything else.
    [[nodiscard]] Stored<std::vector<ActivityId>> stale_activity_ids(const RunnerId& runner,
                                                                     const ComputedUnder& under);

    /// The Runner said that these two are not the same run; holds in both directions.
    [[nodiscard]] Stored<void> keep_apart(const RunnerId& runner, const RecordingId& one,
                                          const RecordingId& other, Instant at);
    [[nodiscard]] Stored<std::vector<RecordingId>> kept_apart_from(const RunnerId& runner,
                                                                   const RecordingId& recording);
    /// Takes `keep_apart` back.
    [[nodiscard]] Stored<void> allow_together(const RunnerId& runner, const RecordingId& one,
                                              const RecordingId& other);

    /// Adds to what was corrected before: the latest value of each field counts.
    [[nodiscard]] Stored<void> add_correction(const RunnerId& runner, const ActivityId& activity,
                                              const Correction& correction, Instant at);
    /// All of them in one; an empty one when there is none.
    [[nodiscard]] Stored<Correction> correction(const RunnerId& runner, const ActivityId& activity);
    /// Takes every Correction of an Activity back.
    [[nodiscard]] Stored<void> drop_corrections(const RunnerId& runner, const ActivityId& activity);

    /// Fails: `not_found`.
    [[nodiscard]] Stored<void> set_visibility(const RunnerId& runner, const ActivityId& activity,
                                              Visibility visibility, Instant at);
    [[nodiscard]] Stored<Visibility> visibility(const RunnerId& runner, const ActivityId& activity);

    /// Adds or replaces by key. Note: a very long key is kept shortened, by each call alike.
    [[nodiscard]] Stored<void> put_aside(const RunnerId& runner, const SetAside& aside);
    /// Without bytes; absent when nothing stands under the key.
    [[nodiscard]] Stored<std::optional<SetAside>> set_aside(const RunnerId& runner,
                                                            std::string_view key);
    /// Without bytes, by path.
    [[nodiscard]] Stored<std::vector<SetAside>> all_set_aside(const RunnerId& runner,
                                                              AsideKind kind);
    /// Fails: `not_found`.
    [[nodiscard]] Stored<SetAside> set_aside_with_bytes(const RunnerId& runner,
                                                        std::string_view key);
    [[nodiscard]] Stored<void> forget_aside(const RunnerId& runner, std::string_view key);

    /// Adds the Episode or replaces its side, start and notes; its answers and visits are added.
    [[nodiscard]] Stored<void> put_episode(const RunnerId& runner, const Episode& episode,
                                           Instant recorded_at);
    [[nodiscard]] Stored<void> end_episode(const RunnerId& runner, const EpisodeId& episode,
                                           Day on);
    /// Takes `end_episode` back. Fails: `not_found`.
    [[nodiscard]] Stored<void> reopen_episode(const RunnerId& runner, const EpisodeId& episode);
    /// In the order they were told; those open on that day.
    [[nodiscard]] Stored<std::vector<EpisodeId>> open_episode_ids(const RunnerId& runner, Day on);

    /// An answer about one Episode, or about the whole person where none is named.
    [[nodiscard]] Stored<void> add_answer(const RunnerId& runner,
                                          const std::optional<EpisodeId>& episode,
                                          const Answer& answer, Instant recorded_at);
    [[nodiscard]] Stored<void> add_seen(const RunnerId& runner, const EpisodeId& episode,
                                        const Seen& seen, Instant recorded_at);
    /// About its Episode, or about the whole person, whose answers then stand with the person's.
    [[nodiscard]] Stored<void> add_check_in(const RunnerId& runner, const CheckIn& check_in,
                                            Instant recorded_at);

    /// Adds to what was told of a pair: a description replaces the one before.
    [[nodiscard]] Stored<void> add_shoe_event(const RunnerId& runner, const ShoeEvent& event,
                                              Instant recorded_at);
    /// What calendars were last told, by day, then uid.
    [[nodiscard]] Stored<CalendarFeed> calendar_entries(const RunnerId& runner);
    /// Replaces all of it.
    [[nodiscard]] Stored<void> put_calendar_entries(const RunnerId& runner,
                                                    const CalendarFeed& entries);
    /// Adds to what was wished before: what it names takes the place of that.
    [[nodiscard]] Stored<void> add_wishes(const RunnerId& runner, const NewWishes& wishes,
                                          Instant recorded_at);
    /// All facts up to that moment, each kind in the order told; of Episodes that have ended only
    /// themselves and the soreness of both legs; Activities that are not hidden, by start.
    /// Fails: `not_found` for an unknown Runner.
    [[nodiscard]] Stored<CaseFile> case_file(const RunnerId& runner, LocalInstant at);

private:
    explicit Store(std::unique_ptr<Session> session);
    std::unique_ptr<Session> session_;
};

}  // namespace footsure::store
