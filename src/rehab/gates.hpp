// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/care_plan.hpp"
#include "model/case_file.hpp"
#include "model/knowledge.hpp"

#include <optional>
#include <vector>

namespace footsure::rehab {

/// A Measure as it was last taken.
struct LastMeasured {
    double value = 0;
    Day on;
};

/// The last value of each Measure of each leg; grows day by day.
class MeasureBook {
public:
    /// Needs: added in the order of `at`. Of two in one moment the less favourable counts.
    void add(const Measured& measured, Instant at, Day on, Side hurt);
    /// Nothing where it was never taken, or is too old on that day.
    [[nodiscard]] std::optional<LastMeasured> latest(MeasureKind kind, Side side, Day on) const;

    /// What was taken up to that day does not count any more: the body has shown otherwise.
    void forget_up_to(Day day) { forgotten_ = day; }

private:
    struct Entry {
        Instant at;
        LastMeasured last;
    };

    /// The whole person counts as hurt.
    enum class Part : std::uint8_t { hurt, sound };

    using Row = std::array<std::optional<Entry>, kMeasureKinds>;

    void put(Row& row, const Measured& measured, const Entry& entry, Part part);

    Row left_;
    Row right_;
    Row person_;
    std::optional<Day> forgotten_;
};

/// Who and when a Gate is judged for.
struct GateFacts {
    const MeasureBook& measures;
    Day on;
    Side side = Side::unknown;  ///< hurt; both or unknown: both legs must meet it
    const Runner& runner;
    const RehabKnowledge& knowledge;
};

/// Not known is not met.
[[nodiscard]] Gate gate_of(const GateDefinition& definition, const GateFacts& facts);
[[nodiscard]] std::vector<Gate> gates_of(const PhaseDefinition& phase, const GateFacts& facts);
/// Each met, or of those that share `either` one.
[[nodiscard]] bool all_met(const std::vector<Gate>& gates);

}  // namespace footsure::rehab
