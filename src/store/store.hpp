// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"
#include "model/case_file.hpp"
#include "model/result.hpp"
#include "store/store_error.hpp"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Facts in, CaseFile out; the same on SQLite and PostgreSQL.
namespace footsure::store {

inline constexpr std::chrono::milliseconds kPatience{5'000};

struct InMemory {};

/// Needs: the folder exists. The file is made readable by its owner only.
struct SqliteFile {
    std::filesystem::path path;
    std::chrono::milliseconds patience = kPatience;  ///< how long to wait for another program
};

struct PostgreSql {
    std::string conninfo;  ///< as libpq reads it: `postgresql://…` or `host=… dbname=…`
    std::chrono::milliseconds patience = kPatience;
};

using StoreLocation = std::variant<InMemory, SqliteFile, PostgreSql>;

/// Reads `:memory:`, a PostgreSQL address or conninfo; anything else is the path of a file.
[[nodiscard]] StoreLocation parse_location(std::string_view text);

/// SHA-256 of the bytes in lower-case hexadecimal.
[[nodiscard]] ActivityId activity_id(std::span<const std::byte> bytes);

/// What a stored conclusion was computed with.
struct ComputedUnder {
    std::string program;    ///< version of the program
    std::string knowledge;  ///< hash of the knowledge
};

/// A file as it came and what was computed of it.
struct NewActivity {
    std::span<const std::byte> bytes;
    std::string file_name;
    ActivitySummary summary;  ///< its id is set by the store
    ComputedUnder under;
    Instant imported_at;
};

enum class ImportOutcome : std::uint8_t { imported, duplicate };

class Session;

/// All or nothing: what was written since it began is gone unless it was committed.
/// Needs: ends before its Store. One inside another rolls back only its own part.
class Transaction {
public:
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    /// Fails: nothing of it was kept.
    [[nodiscard]] Stored<void> commit();

private:
    friend class Session;

    Transaction(Session& session, int depth) : session_(&session), depth_(depth) {}

    Session* session_;
    int depth_;
};

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

    /// Keeps the original bytes under their SHA-256; a second time changes nothing.
    [[nodiscard]] Stored<ImportOutcome> put_activity(const RunnerId& runner,
                                                     const NewActivity& activity);
    /// Fails: `corrupt` when the bytes are no longer those that came.
    [[nodiscard]] Stored<std::vector<std::byte>> original_bytes(const RunnerId& runner,
                                                                const ActivityId& activity);
    /// By start, then id.
    [[nodiscard]] Stored<std::vector<ActivityId>> activity_ids(const RunnerId& runner);
    /// Those whose summary was computed under anything else.
    [[nodiscard]] Stored<std::vector<ActivityId>> stale_activity_ids(const RunnerId& runner,
                                                                     const ComputedUnder& under);
    [[nodiscard]] Stored<void> replace_summary(const RunnerId& runner,
                                               const ActivitySummary& summary,
                                               const ComputedUnder& under);

    /// Adds the Episode or replaces its side, start and notes; answers and visits in it are added
    /// to those already there.
    [[nodiscard]] Stored<void> put_episode(const RunnerId& runner, const Episode& episode,
                                           Instant recorded_at);
    [[nodiscard]] Stored<void> end_episode(const RunnerId& runner, const EpisodeId& episode,
                                           Day on);
    /// In the order they were told; those open on that day.
    [[nodiscard]] Stored<std::vector<EpisodeId>> open_episode_ids(const RunnerId& runner, Day on);

    /// An answer about one Episode, or about the whole person where none is named.
    [[nodiscard]] Stored<void> add_answer(const RunnerId& runner,
                                          const std::optional<EpisodeId>& episode,
                                          const Answer& answer, Instant recorded_at);
    [[nodiscard]] Stored<void> add_seen(const RunnerId& runner, const EpisodeId& episode,
                                        const Seen& seen, Instant recorded_at);
    [[nodiscard]] Stored<void> add_check_in(const RunnerId& runner, const CheckIn& check_in,
                                            Instant recorded_at);

    /// All facts up to that moment about the person and the Episodes then open, each kind in the
    /// order it was told; Activities by start. Fails: `not_found` for an unknown Runner.
    [[nodiscard]] Stored<CaseFile> case_file(const RunnerId& runner, LocalInstant at);

private:
    explicit Store(std::unique_ptr<Session> session);
    std::unique_ptr<Session> session_;
};

}  // namespace footsure::store
