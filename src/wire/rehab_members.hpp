// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/knowledge.hpp"

#include <type_traits>

/// The members of the nouns a CarePlan is made from, each listed once, for writing and reading the
/// compiled knowledge.
namespace footsure::wire::compiled {

void members(auto& d, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(d)>, ExerciseDose>
{
    visit(d.sets, d.repetitions, d.hold, d.a_day, d.days_a_week, d.note);
}

void members(auto& e, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(e)>, ExerciseDefinition>
{
    visit(e.id, e.name, e.tier, e.impact, e.one_leg, e.kind, e.how, e.stop, e.strains, e.needs,
          e.dose, e.progression, e.regression, e.certainty, e.sources);
}

void members(auto& g, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(g)>, GateDefinition>
{
    visit(g.id, g.text, g.either, g.measure, g.test, g.needed, g.asks_other_leg);
}

void members(auto& e, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(e)>, PhaseExercise>
{
    visit(e.exercise, e.dose, e.only_when);
}

void members(auto& p, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(p)>, PhaseDefinition>
{
    visit(p.number, p.name, p.purpose, p.least_days, p.gates, p.exercises, p.cross_training,
          p.cross_training_days, p.notes);
}

void members(auto& r, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(r)>, PainRule>
{
    visit(r.id, r.text, r.progress_during, r.progress_after, r.hold_during, r.hold_after,
          r.stiffness_rise, r.steps_back, r.rest_hours, r.holds, r.worse_weeks,
          r.swelling_stops_progress);
}

void members(auto& s, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(s)>, TrackStep>
{
    visit(s.id, s.number, s.text, s.repeats, s.run, s.walk, s.sessions, s.days_between, s.hills,
          s.speed);
}

void members(auto& t, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(t)>, TrackDefinition>
{
    visit(t.id, t.name, t.warm_up, t.cool_down, t.steps, t.free_after, t.weeks_before_speed,
          t.support, t.certainty, t.sources);
}

void members(auto& p, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(p)>, ProtocolDefinition>
{
    visit(p.id, p.title, p.conditions, p.needs, p.sessions_a_day, p.fits, p.order, p.why,
          p.pain_rule, p.track, p.tissue, p.needs_clearance, p.measures, p.scores, p.phases,
          p.reassess_weeks, p.certainty, p.sources);
}

void members(auto& m, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(m)>, MayNot>
{
    visit(m.id, m.conditions, m.forbids, m.pain_rule, m.text, m.certainty, m.sources);
}

void members(auto& e, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(e)>, Exclusion>
{
    visit(e.id, e.when, e.open_counts, e.forbids, e.text, e.certainty, e.sources);
}

void members(auto& r, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(r)>, RecoveryTime>
{
    visit(r.condition, r.weeks, r.text);
}

void members(auto& n, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(n)>, HeelRaiseNorm>
{
    visit(n.age_from, n.male, n.female);
}

void members(auto& i, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(i)>, PreventionItem>
{
    visit(i.id, i.text, i.kind, i.exercises, i.days_a_week, i.time, i.only_when, i.certainty,
          i.sources);
}

void members(auto& r, auto visit)
    requires std::is_same_v<std::remove_cvref_t<decltype(r)>, RehabKnowledge>
{
    visit(r.pain_rules, r.tracks, r.protocols, r.may_not, r.exclusions, r.recovery,
          r.heel_raise_norms, r.norm_sources, r.prevention);
}

}  // namespace footsure::wire::compiled
