// SPDX-License-Identifier: Apache-2.0
#include "load/form_topics.hpp"

#include <algorithm>

namespace footsure::load {

std::vector<FormFinding> form_findings(const CaseFile& case_file, LocalInstant now) {
    const FormHistory history(case_file, now);
    std::vector<FormFinding> found;
    const auto add = [&](std::optional<FormFinding> finding) {
        if (finding) {
            found.push_back(std::move(*finding));
        }
    };
    const auto sensor = sensor_finding(history);
    add(balance_finding(history));
    add(cadence_finding(history));
    if (!sensor || !sensor->notable) {
        add(stance_finding(history));
    }
    add(drift_finding(history));
    add(oscillation_finding(history));
    add(sensor);
    std::ranges::stable_partition(found, [](const FormFinding& one) { return one.notable; });
    return found;
}

}  // namespace footsure::load
