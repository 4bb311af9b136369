// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/care_plan.hpp"
#include "model/result.hpp"

#include <string>
#include <vector>

namespace footsure::app {

struct ChosenSession {
    Day on;
    Session session;
    std::vector<std::string> others;  ///< ids of the same day
};

/// Why there is no Session.
struct NoSession {
    enum class Why : std::uint8_t { none, several };
    Why why = Why::none;
    std::string sentence;
};

/// The Session meant by `today`, a day or an id; of a day's Sessions the one run, else the only
/// one that is no rest.
[[nodiscard]] Result<ChosenSession, NoSession> choose_session(const std::vector<PlannedDay>& days,
                                                              const std::string& which, Day today);

}  // namespace footsure::app
