// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/case_file.hpp"
#include "model/finding.hpp"
#include "model/form_finding.hpp"
#include "model/knowledge.hpp"
#include "model/load_change.hpp"

#include <optional>
#include <vector>

namespace footsure::findings {

/// What the runs say of the time before an Episode began.
struct RunAccount {
    LocalInstant start;  ///< the runs up to it count
    ChangeAccount changes;
    std::vector<FormFinding> form;
};

/// The first Instant after the Episode's first day; `now` while that is not known or not over.
[[nodiscard]] LocalInstant start_of(const Episode& episode, LocalInstant now);

/// Accounts for the many moments of one case, each worked out once.
class RunAccounts {
public:
    /// Needs: a case that outlives it.
    explicit RunAccounts(const CaseFile& case_file);

    /// The account holds until the next call. Starts of one day with the same runs before them
    /// share one.
    [[nodiscard]] const RunAccount& before(LocalInstant start);

private:
    const CaseFile& case_file_;
    std::vector<Instant> run_starts_;
    std::optional<RunAccount> last_;
};

/// All Findings of one Episode as they stood at `now`: from the person, the answers (of the person,
/// the Episode and its check-ins), the notes, the dates and the runs; then what follows from them.
/// - The latest answer to a question counts; what an unusable part of a list left open keeps its
///   earlier value. A mistake corrected by the case's own instant was one at every moment before.
///   (That a rule once fired is not forgotten is the caller's: it asks for every moment.)
/// - A danger sign answered "no" too long ago counts as not asked (policy 8).
/// - Notes only raise: a danger word makes its Finding yes, against a "no" with a Contradiction.
/// - A question that does not apply makes its Findings "no".
/// Facts later than `now` are ignored.
[[nodiscard]] Findings find(const CaseFile& case_file, const Episode& episode,
                            const Knowledge& knowledge, LocalInstant now);

/// The same with the account of the runs before `start_of(episode, now)`, which takes longest.
[[nodiscard]] Findings find(const CaseFile& case_file, const Episode& episode,
                            const Knowledge& knowledge, LocalInstant now, const RunAccount& runs);

}  // namespace footsure::findings
