// SPDX-License-Identifier: Apache-2.0
#pragma once

// Runners with a watch that measures form; included by tests only.

#include "load/load.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace footsure::form_test {

inline constexpr Instant kNow{std::chrono::sys_days(std::chrono::year(2026) / 6 / 1) +
                              std::chrono::hours(20)};

/// A run so many days before now, with steps nobody would remark on.
inline ActivitySummary run_before(int days) {
    ActivitySummary run;
    run.sport = "running";
    run.from = "run " + std::to_string(days);
    run.id = ActivityId(run.from);
    run.started_at = kNow - std::chrono::days(days) - std::chrono::hours(2);
    run.distance = Metres(10000);
    run.timer = Seconds(3333);
    run.elapsed = run.timer;
    run.form = {.measured = Seconds(1800),
                .speed = MetresPerSecond(3),
                .cadence = Cadence(172),
                .stance_time = Seconds(0.245),
                .vertical_oscillation = Metres(0.090),
                .balance = Share(0.502),
                .cadence_drift = -0.004,
                .stance_drift = 0.005,
                .device = "maker watch"};
    return run;
}

/// A run every third day, the latest two days ago.
inline CaseFile runner(int runs = 30) {
    CaseFile facts;
    for (int i = runs; i-- > 0;) {
        facts.activities.push_back(run_before(2 + 3 * i));
    }
    return facts;
}

/// Changes the form of the runs of the last `days`.
template <class Change>
void change_last(CaseFile& facts, int days, const Change& change) {
    for (ActivitySummary& run : facts.activities) {
        if (run.started_at > kNow - std::chrono::days(days)) {
            change(run);
        }
    }
}

inline std::vector<FormFinding> findings_of(const CaseFile& facts,
                                            LocalInstant now = {kNow, UtcOffset(0)}) {
    return load::form_findings(facts, now);
}

inline const FormFinding* topic_of(const std::vector<FormFinding>& form, FormTopic topic) {
    const auto found = std::ranges::find(form, topic, &FormFinding::topic);
    return found == form.end() ? nullptr : &*found;
}

inline std::optional<FormFinding> finding_on(FormTopic topic, const CaseFile& facts) {
    const auto form = findings_of(facts);
    const FormFinding* found = topic_of(form, topic);
    return found == nullptr ? std::nullopt : std::optional(*found);
}

}  // namespace footsure::form_test
