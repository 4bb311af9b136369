// SPDX-License-Identifier: Apache-2.0
#include "model/form_finding.hpp"

namespace footsure {

std::string_view word(FormTopic topic) {
    switch (topic) {
    case FormTopic::cadence: return "cadence";
    case FormTopic::stance_time: return "stance_time";
    case FormTopic::balance: return "balance";
    case FormTopic::vertical_oscillation: return "vertical_oscillation";
    case FormTopic::drift: return "drift";
    case FormTopic::sensor_check: break;
    }
    return "sensor_check";
}

}  // namespace footsure
