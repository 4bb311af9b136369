// SPDX-License-Identifier: Apache-2.0
#include "findings/runs.hpp"

#include "findings/given_writer.hpp"
#include "load/load.hpp"

#include <algorithm>
#include <chrono>
#include <ranges>

namespace footsure::findings {

namespace {

/// The last day that counts: a start at midnight is the end of the day before.
Day last_day_of(LocalInstant start) {
    return day_of(start.at - std::chrono::microseconds(1), start.offset);
}

void add_changes(const ChangeAccount& account, GivenWriter& write) {
    for (const auto& finding : account.judged) {
        write.truth(finding, Truth::no, "activities");
    }
    // The most unusual comes first; it is the one that the Finding names.
    for (const auto& change : account.changes | std::views::reverse) {
        if (!change.finding.empty()) {
            write.truth(change.finding, Truth::yes, change.from);
        }
    }
}

/// Whether runs were looked at for it.
bool any_of_topic(const std::vector<FormFinding>& form, FormTopic topic) {
    return std::ranges::any_of(
        form, [topic](const FormFinding& f) { return f.topic == topic && f.runs > 0; });
}

void add_cadence(const std::vector<FormFinding>& form, GivenWriter& write) {
    const auto low = std::ranges::find(form, "low_cadence_for_speed", &FormFinding::finding);
    if (low != form.end()) {
        write.truth("low_cadence_for_speed", Truth::yes, low->from);
    } else if (any_of_topic(form, FormTopic::cadence)) {
        write.truth("low_cadence_for_speed", Truth::no, "activities");
    }
}

/// Contact time that shifts to the other leg spares the sore one.
void add_balance(const std::vector<FormFinding>& form, Side side, GivenWriter& write) {
    if (side != Side::left && side != Side::right) {
        return;
    }
    const std::string_view away =
        side == Side::left ? "contact_shifted_to_right" : "contact_shifted_to_left";
    const auto shifted = std::ranges::find_if(
        form, [&](const FormFinding& found) { return found.finding.starts_with(away); });
    if (shifted != form.end()) {
        write.truth("contact_shifted_to_other_side", Truth::yes, shifted->from);
    } else if (any_of_topic(form, FormTopic::balance)) {
        write.truth("contact_shifted_to_other_side", Truth::no, "activities");
    }
}

}  // namespace

LocalInstant start_of(const Episode& episode, LocalInstant now) {
    if (!episode.started_on) {
        return now;
    }
    const Instant end = Instant(*episode.started_on) + std::chrono::days(1) - now.offset;
    return {std::min(end, now.at), now.offset};
}

RunAccounts::RunAccounts(const CaseFile& case_file) : case_file_(case_file) {
    run_starts_.reserve(case_file.activities.size());
    for (const auto& activity : case_file.activities) {
        run_starts_.push_back(activity.started_at);
    }
    std::ranges::sort(run_starts_);
}

const RunAccount& RunAccounts::before(LocalInstant start) {
    const auto runs_until = [this](Instant at) {
        return std::ranges::upper_bound(run_starts_, at) - run_starts_.begin();
    };
    const bool holds = last_ && last_->start.offset == start.offset &&
                       last_day_of(last_->start) == last_day_of(start) &&
                       runs_until(last_->start.at) == runs_until(start.at);
    if (!holds) {
        last_ = RunAccount{start, load::changes_before(case_file_, start),
                           load::form_findings(case_file_, start)};
    }
    return *last_;
}

void add_runs(const EpisodeFacts& facts, const RunAccount& runs, Findings& findings) {
    GivenWriter write(facts.knowledge, findings);
    add_changes(runs.changes, write);
    add_cadence(runs.form, write);
    add_balance(runs.form, facts.episode.side, write);
}

}  // namespace footsure::findings
