// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "history.hpp"

#include <memory>
#include <string_view>

namespace footsure::simulation {

/// Says each morning what may be done, from what was told so far and nothing else.
class Policy {
public:
    Policy() = default;
    Policy(const Policy&) = delete;
    Policy& operator=(const Policy&) = delete;
    virtual ~Policy() = default;

    [[nodiscard]] virtual Offer today(const History& history) = 0;
};

/// Weeks by the kind of trouble: a third without running, then a straight line to the usual run.
/// Nothing that is told changes it.
[[nodiscard]] std::unique_ptr<Policy> calendar_policy();
/// Half of the usual once the morning is quiet, then 10 % more each week without strong pain.
[[nodiscard]] std::unique_ptr<Policy> ten_percent_policy();
/// The usual run on the usual days whenever the last pain told was 1 or less.
[[nodiscard]] std::unique_ptr<Policy> feels_fine_policy();

}  // namespace footsure::simulation
