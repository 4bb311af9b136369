// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/advice.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace footsure::advice {

/// Kilometres with one decimal, rounded down: a ceiling is never said larger than it is.
[[nodiscard]] std::string kilometres(Metres distance);
/// `48 min` or `1 h 05 min`, rounded down.
[[nodiscard]] std::string minutes(Seconds time);
/// `5:40 min/km`.
[[nodiscard]] std::string pace(MetresPerSecond speed);

/// The least of everything that limits a run; whoever adds to it can only lower it.
class Minimum {
public:
    void stop(Reason reason);
    void limit(Metres distance, Reason reason);
    /// A planned run: however short, it is one. Needs: a time, a distance or both.
    void limit(const Session& run, Reason reason);
    void unknown(std::string what);
    void advise(Reason reason);

    [[nodiscard]] bool stopped() const { return !stops_.empty(); }

    /// Gives: reasons with those that stop first, then those that limit, least first.
    [[nodiscard]] Guard take(const std::optional<MetresPerSecond>& speed) &&;

private:
    enum class Planned : std::uint8_t { no, yes };

    struct Limited {
        Metres distance;
        Reason reason;
        Planned planned = Planned::no;
    };

    /// The distance of what only has a time; infinitely far while no speed is known.
    void measure_times(const std::optional<MetresPerSecond>& speed);

    std::vector<Reason> stops_;
    std::vector<Limited> limits_;
    std::vector<std::pair<Seconds, Limited>> times_;
    Guard guard_;
};

}  // namespace footsure::advice
