// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/advice.hpp"
#include "model/knowledge.hpp"
#include "store/store.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// The use cases: what a Runner does, each in one transaction. The only module below the programs
/// that knows what time it is.
namespace footsure::service {

/// Now, with the offset this computer's clock shows.
[[nodiscard]] LocalInstant now();

enum class ImportOutcome : std::uint8_t { imported, duplicate, skipped, quarantined };

/// What became of one file; `reason` says why it was not imported.
struct Imported {
    ImportOutcome outcome = ImportOutcome::quarantined;
    std::string reason;
    ActivityId activity;
    ActivitySummary summary;
};

class Service {
public:
    /// Needs: `knowledge` outlives the service.
    [[nodiscard]] static store::Stored<Service> open(const store::StoreLocation& location,
                                                     const Knowledge& knowledge);

    /// Decodes the bytes and keeps them with what they say. A second time changes nothing.
    /// Files that are no run (a workout, a bike ride, settings) are skipped; files that cannot be
    /// read are quarantined with the reason; a damaged file whose run can be read is imported.
    [[nodiscard]] store::Stored<Imported> import_activity(const RunnerId& runner,
                                                          std::span<const std::byte> bytes,
                                                          const std::string& file_name,
                                                          Instant imported_at);

    [[nodiscard]] store::Stored<void> put_runner(const Runner& runner);
    /// Adds the Runner if nothing is known of them yet.
    [[nodiscard]] store::Stored<void> ensure_runner(const RunnerId& runner);

    /// Stores the person, answers, Episodes, visits and check-ins of a case, all or nothing.
    [[nodiscard]] store::Stored<void> put_case(const CaseFile& case_file);

    /// One answer, about an Episode or about the whole person where none is named.
    [[nodiscard]] store::Stored<void> add_answer(const RunnerId& runner,
                                                 const std::optional<EpisodeId>& episode,
                                                 const Answer& answer);

    /// All facts up to that moment.
    [[nodiscard]] store::Stored<CaseFile> case_file(const RunnerId& runner, LocalInstant at);

    /// The Advice from everything stored up to that moment.
    [[nodiscard]] store::Stored<Advice> advise(const RunnerId& runner, LocalInstant at);

    /// The Activities up to that moment with their doses, by start.
    [[nodiscard]] store::Stored<std::vector<ActivitySummary>> activities(const RunnerId& runner,
                                                                         LocalInstant at);

private:
    Service(store::Store store, const Knowledge& knowledge);
    [[nodiscard]] store::Stored<void> put_facts(const CaseFile& case_file);
    [[nodiscard]] store::Stored<void> put_check_in(const CaseFile& case_file,
                                                   const CheckIn& check_in);

    store::Store store_;
    const Knowledge* knowledge_;
};

/// What a file says of the run in it; nothing when there is no run. The case's own runs and the
/// imported ones go the same way.
[[nodiscard]] std::optional<ActivitySummary> summarise_file(std::span<const std::byte> bytes,
                                                            const Runner& runner);

}  // namespace footsure::service
