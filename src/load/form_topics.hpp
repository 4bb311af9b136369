// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/form_history.hpp"

/// One topic of form each; nothing where too little is known to say anything.
namespace footsure::load {

[[nodiscard]] std::optional<FormFinding> cadence_finding(const FormHistory& history);
[[nodiscard]] std::optional<FormFinding> oscillation_finding(const FormHistory& history);
[[nodiscard]] std::optional<FormFinding> drift_finding(const FormHistory& history);
/// Notable when the stance time is not to be believed.
[[nodiscard]] std::optional<FormFinding> sensor_finding(const FormHistory& history);
[[nodiscard]] std::optional<FormFinding> stance_finding(const FormHistory& history);
[[nodiscard]] std::optional<FormFinding> balance_finding(const FormHistory& history);

}  // namespace footsure::load
