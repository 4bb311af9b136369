// SPDX-License-Identifier: Apache-2.0
#include "rehab/gates.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::rehab {

namespace {

/// Source: the definition of the unit.
constexpr double kPercent = 100;

/// Older than that it says nothing of today. Source: EE, measures are taken every two weeks.
constexpr std::chrono::days kMeasureCounts{14};
/// Of hurt leg over the other. Source: instruments section 9 (cap 120 %).
constexpr double kMostShare = 1.2;

bool more_is_worse(MeasureKind kind) {
    return kind == MeasureKind::hop_pain || kind == MeasureKind::walking_pain ||
           kind == MeasureKind::stress || kind == MeasureKind::weekly_score ||
           kind == MeasureKind::idfai;
}

std::optional<double> median_for(const Runner& runner, const RehabKnowledge& knowledge) {
    if (!runner.age_years || !runner.sex) {
        return std::nullopt;
    }
    std::optional<double> median;
    double from = 0;
    for (const auto& norm : knowledge.heel_raise_norms) {
        if (norm.age_from <= *runner.age_years && (!median || norm.age_from >= from)) {
            median = *runner.sex == Sex::male ? norm.male : norm.female;
            from = norm.age_from;
        }
    }
    return median;
}

bool compares_legs(const GateDefinition& definition) {
    return definition.test == GateTest::share_at_least ||
           definition.test == GateTest::difference_at_most;
}

double needed_of(const GateDefinition& definition, const GateFacts& facts) {
    const double needed = definition.needed.value;
    if (definition.test != GateTest::at_least_for_age) {
        return needed;
    }
    return std::min(needed, median_for(facts.runner, facts.knowledge).value_or(needed));
}

bool meets(GateTest test, double value, double needed) {
    const bool at_most = test == GateTest::at_most || test == GateTest::difference_at_most;
    return at_most ? value <= needed : value >= needed;
}

std::optional<double> compared(GateTest test, double hurt, double other) {
    if (test == GateTest::difference_at_most) {
        return other - hurt;
    }
    return other > 0 ? std::optional(std::min(hurt / other, kMostShare)) : std::nullopt;
}

struct Legs {
    std::optional<LastMeasured> hurt;
    std::optional<LastMeasured> other;
};

void fill_from_one_leg(const GateDefinition& definition, const Legs& legs, Gate& gate) {
    if (!legs.hurt) {
        return;
    }
    if (!legs.other) {
        if (!definition.asks_other_leg && !compares_legs(definition)) {
            gate.value = legs.hurt->value;
            gate.measured_on = legs.hurt->on;
        }
        return;
    }
    const bool compares = compares_legs(definition);
    gate.value = compares ? compared(definition.test, legs.hurt->value, legs.other->value)
                          : legs.hurt->value;
    gate.measured_on = compares ? std::min(legs.hurt->on, legs.other->on) : legs.hurt->on;
}

/// The worse of both legs; two hurt legs cannot be compared with each other.
void fill_from_both(const GateDefinition& definition, const Legs& legs, Gate& gate) {
    if (!legs.hurt || !legs.other || compares_legs(definition)) {
        return;
    }
    const bool first = meets(definition.test, legs.other->value, legs.hurt->value);
    gate.value = first ? legs.hurt->value : legs.other->value;
    gate.measured_on = std::min(legs.hurt->on, legs.other->on);
}

void tell_in_percent(Gate& gate) {
    gate.needed *= kPercent;
    if (gate.value) {
        gate.value = std::round(*gate.value * kPercent);
    }
}

}  // namespace

void MeasureBook::put(Row& row, const Measured& measured, const Entry& entry, Part part) {
    auto& held = row.at(static_cast<std::size_t>(measured.kind));
    const bool lower = held && measured.value < held->last.value;
    // A low value of the sound leg is what makes a comparison easy.
    const bool worse = part == Part::hurt && !more_is_worse(measured.kind) ? lower : !lower;
    if (!held || held->at < entry.at || worse) {
        held = entry;
    }
}

void MeasureBook::add(const Measured& measured, Instant at, Day on, Side hurt) {
    const Entry entry{at, {measured.value, on}};
    if (!is_of_a_leg(measured.kind)) {
        put(person_, measured, entry, Part::hurt);
        return;
    }
    if (measured.side == Side::left || measured.side == Side::both) {
        put(left_, measured, entry, hurt == Side::right ? Part::sound : Part::hurt);
    }
    if (measured.side == Side::right || measured.side == Side::both) {
        put(right_, measured, entry, hurt == Side::left ? Part::sound : Part::hurt);
    }
}

std::optional<LastMeasured> MeasureBook::latest(MeasureKind kind, Side side, Day on) const {
    const Row* row = &person_;
    if (is_of_a_leg(kind)) {
        row = side == Side::left ? &left_ : &right_;
    }
    const auto& held = row->at(static_cast<std::size_t>(kind));
    const bool counts = held && held->last.on + kMeasureCounts >= on &&
                        (!forgotten_ || held->last.on > *forgotten_);
    return counts ? std::optional(held->last) : std::nullopt;
}

Gate gate_of(const GateDefinition& definition, const GateFacts& facts) {
    Gate gate{.id = definition.id,
              .text = definition.text,
              .either = definition.either,
              .needed = needed_of(definition, facts),
              .unit = definition.test == GateTest::share_at_least
                          ? std::string("%")
                          : std::string(unit_of(definition.measure)),
              .certainty = definition.needed.certainty,
              .sources = definition.needed.sources};
    const auto of = [&](Side side) {
        return facts.measures.latest(definition.measure, side, facts.on);
    };
    if (!is_of_a_leg(definition.measure)) {
        if (const auto last = of(Side::unknown); last && !compares_legs(definition)) {
            gate.value = last->value;
            gate.measured_on = last->on;
        }
    } else if (facts.side == Side::left || facts.side == Side::right) {
        const Side other = facts.side == Side::left ? Side::right : Side::left;
        fill_from_one_leg(definition, {of(facts.side), of(other)}, gate);
    } else {
        fill_from_both(definition, {of(Side::left), of(Side::right)}, gate);
    }
    gate.met = gate.value && meets(definition.test, *gate.value, gate.needed);
    if (definition.test == GateTest::share_at_least) {
        tell_in_percent(gate);
    }
    return gate;
}

std::vector<Gate> gates_of(const PhaseDefinition& phase, const GateFacts& facts) {
    std::vector<Gate> gates;
    gates.reserve(phase.gates.size());
    for (const auto& definition : phase.gates) {
        gates.push_back(gate_of(definition, facts));
    }
    return gates;
}

bool all_met(const std::vector<Gate>& gates) {
    return std::ranges::all_of(gates, [&](const Gate& gate) {
        return gate.met ||
               (!gate.either.empty() && std::ranges::any_of(gates, [&](const Gate& other) {
                   return other.met && other.either == gate.either;
               }));
    });
}

}  // namespace footsure::rehab
