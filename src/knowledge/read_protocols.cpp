// SPDX-License-Identifier: Apache-2.0
#include "knowledge/rehab_fields.hpp"
#include "knowledge/sections.hpp"

#include <algorithm>

namespace footsure::knowledge {

namespace {

constexpr int kLastPhase = 7;

bool compares_legs(GateTest test) {
    return test == GateTest::share_at_least || test == GateTest::difference_at_most;
}

void read_measure(Reader& in, GateDefinition& gate) {
    const auto measure = in.text("measure");
    if (measure.empty()) {
        return;
    }
    const auto kind = measure_kind(measure);
    if (!kind) {
        in.fail("unknown measure '" + measure + "'");
        return;
    }
    gate.measure = *kind;
    if (compares_legs(gate.test) && !is_of_a_leg(*kind)) {
        in.fail("'" + measure + "' is not taken of each leg, so its sides cannot be compared");
    }
}

GateDefinition read_gate(Reader& in, const Names& names) {
    GateDefinition gate;
    gate.id = in.text("id");
    gate.text = in.text("text");
    gate.either = in.optional_text("either");
    const auto test = in.one_of("test", {"at_least", "at_most", "share_at_least",
                                         "difference_at_most", "at_least_for_age"});
    gate.test = static_cast<GateTest>(test.value_or(0));
    gate.asks_other_leg = compares_legs(gate.test);
    read_measure(in, gate);
    const auto needed = in.optional_number("needed");
    if (!needed) {
        in.fail("'needed' is missing");
    }
    if (gate.test == GateTest::share_at_least && needed && !(*needed > 0 && *needed <= 1)) {
        in.fail("a share lies between 0 and 1");
    }
    const double value = needed.value_or(0);
    const auto certainty = in.certainty().value_or(Certainty::expert_estimate);
    gate.needed = Figure{value, value, value, certainty, in.sources(names)};
    return gate;
}

/// Gates of which one is enough must be several in their phase.
void check_either(Reader& in, const PhaseDefinition& phase) {
    for (const auto& gate : phase.gates) {
        const auto alike = std::ranges::count(phase.gates, gate.either, &GateDefinition::either);
        if (!gate.either.empty() && alike < 2) {
            in.fail("gate '" + gate.id + "' is the only one of '" + gate.either +
                    "' in this phase: nothing else could stand for it");
        }
    }
}

void read_gates(Reader& in, const Names& names, PhaseDefinition& phase) {
    const Node* list = in.list("gates");
    if (list == nullptr) {
        return;
    }
    for (const auto& item : list->items) {
        const auto gate = std::ranges::find(names.gates, item.text, &GateDefinition::id);
        if (gate == names.gates.end()) {
            in.fail(item, "unknown gate '" + item.text + "'");
        } else {
            phase.gates.push_back(*gate);
        }
    }
    check_either(in, phase);
}

PhaseDefinition read_phase(Reader& in, const Sheet& sheet, const Names& names) {
    PhaseDefinition phase;
    phase.number = count(in, "number");
    phase.name = in.text("name");
    phase.purpose = in.text("purpose");
    if (in.has("least_days")) {
        phase.least_days = in.figure("least_days", names);
    }
    read_gates(in, names, phase);
    phase.exercises = phase_exercises(in, sheet.file, sheet.errors, names);
    phase.cross_training = minutes(in, "cross_training_min");
    phase.cross_training_days = count(in, "cross_training_days");
    if (in.has("notes")) {
        phase.notes = in.texts("notes");
    }
    if (phase.number < 1 || phase.number > kLastPhase) {
        in.fail("'number' of a phase is 1 to 7");
    }
    if ((phase.cross_training.value() > 0) != (phase.cross_training_days > 0)) {
        in.fail("cross training needs both 'cross_training_min' and 'cross_training_days'");
    }
    return phase;
}

void read_track_name(Reader& in, const Knowledge& knowledge, ProtocolDefinition& protocol) {
    protocol.track = in.optional_text("track");
    const auto& tracks = knowledge.rehab.tracks;
    if (!protocol.track.empty() &&
        std::ranges::find(tracks, protocol.track, &TrackDefinition::id) == tracks.end()) {
        in.fail("unknown track '" + protocol.track + "'");
    }
}

void read_tissue(Reader& in, ProtocolDefinition& protocol) {
    const auto named = in.text("tissue");
    const auto* const tissue = std::ranges::find_if(
        kTissues, [&](Tissue t) { return word(t) == std::string_view(named); });
    if (tissue != kTissues.end()) {
        protocol.tissue = *tissue;
    } else if (!named.empty()) {
        in.fail("unknown tissue '" + named + "'");
    }
}

/// Two protocols of one condition that fit the same runners: one would never be chosen.
bool never_chosen_apart(const ProtocolDefinition& one, const ProtocolDefinition& other) {
    const bool meet = std::ranges::any_of(one.conditions, [&](const auto& id) {
        return std::ranges::find(other.conditions, id) != other.conditions.end();
    });
    const bool alike = one.needs == other.needs && one.fits == other.fits &&
                       one.sessions_a_day == other.sessions_a_day;
    return (meet || (one.conditions.empty() && other.conditions.empty())) &&
           (alike || one.order == other.order);
}

void check_others(Reader& in, const ProtocolDefinition& protocol, const Knowledge& knowledge) {
    for (const auto& other : knowledge.rehab.protocols) {
        if (other.id == protocol.id) {
            in.fail("protocol '" + protocol.id + "' is declared twice");
        } else if (never_chosen_apart(protocol, other)) {
            in.fail("'" + other.id +
                    "' is for the same condition: the two need different 'order' " +
                    "and different 'needs', 'fits' or 'sessions_a_day'");
        }
    }
}

void read_choice(Reader& in, ProtocolDefinition& protocol) {
    protocol.needs = equipment(in, "needs");
    protocol.sessions_a_day = in.optional_whole("sessions_a_day").value_or(1);
    if (in.has("fits")) {
        const auto fits = in.one_of("fits", {"any", "calm", "irritable"});
        protocol.fits = static_cast<Irritability>(fits.value_or(0));
    }
    protocol.order = count(in, "order");
    protocol.why = in.text("why");
}

void read_phases(Reader& in, const Sheet& sheet, const Names& names, ProtocolDefinition& protocol) {
    for_each_table(in, "phase", sheet, [&](Reader& entry, const Node& node) {
        auto phase = read_phase(entry, sheet, names);
        if (!protocol.phases.empty() && phase.number <= protocol.phases.back().number) {
            entry.fail(node, "phases stand in ascending order, each once");
        }
        protocol.phases.push_back(std::move(phase));
    });
}

}  // namespace

void declare_gates(const Sheet& sheet, Names& names) {
    Reader file(sheet.file, sheet.root, sheet.errors);
    for_each_table(file, "gate", sheet, [&](Reader& in, const Node&) {
        auto gate = read_gate(in, names);
        if (std::ranges::find(names.gates, gate.id, &GateDefinition::id) != names.gates.end()) {
            in.fail("gate '" + gate.id + "' is declared twice");
        }
        names.gates.push_back(std::move(gate));
    });
    file.done();
}

void read_protocol(const Sheet& sheet, const Names& names, Knowledge& knowledge) {
    Reader in(sheet.file, sheet.root, sheet.errors);
    ProtocolDefinition protocol;
    protocol.id = in.text("id");
    protocol.title = in.text("title");
    protocol.conditions = conditions(in, names, 0);
    read_choice(in, protocol);
    protocol.pain_rule = pain_rule(in, knowledge);
    if (protocol.pain_rule.empty()) {
        in.fail("'pain_rule' is missing");
    }
    read_track_name(in, knowledge, protocol);
    read_tissue(in, protocol);
    protocol.needs_clearance = in.optional_truth("needs_clearance").value_or(false);
    protocol.measures = measures(in, "measures");
    protocol.scores = measures(in, "scores");
    if (in.has("reassess_weeks")) {
        protocol.reassess_weeks = in.figure("reassess_weeks", names);
    }
    protocol.certainty = in.certainty().value_or(Certainty::expert_estimate);
    protocol.sources = in.sources(names);
    read_phases(in, sheet, names, protocol);
    in.done();
    check_others(in, protocol, knowledge);
    knowledge.rehab.protocols.push_back(std::move(protocol));
}

}  // namespace footsure::knowledge
