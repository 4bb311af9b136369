// SPDX-License-Identifier: Apache-2.0
#include "wire/small_knowledge_test.hpp"

using namespace footsure;
using namespace footsure::wire::testing;

namespace {

const std::vector<SourceId> kSources{SourceId("smith2001")};

Expression finding(std::uint32_t index) {
    return {.kind = ExpressionKind::finding, .finding = index};
}

ExerciseDose dose() {
    return {.sets = 3,
            .repetitions = 12,
            .hold = Seconds(5),
            .a_day = 2,
            .days_a_week = 4,
            .note = "slowly"};
}

ProtocolDefinition protocol() {
    PhaseDefinition phase{.number = 3,
                          .name = "Strengthen",
                          .purpose = "strong",
                          .least_days = figure(42, 14, 63),
                          .gates = {{.id = "raises",
                                     .text = "20 raises",
                                     .either = "raises",
                                     .measure = MeasureKind::heel_raises,
                                     .test = GateTest::share_at_least,
                                     .needed = figure(0.85, 0.85, 0.85),
                                     .asks_other_leg = true}},
                          .exercises = {{ExerciseId("EX-23"), dose(), finding(1)}},
                          .cross_training = Seconds(1800),
                          .cross_training_days = 3,
                          .notes = {"brace", "flat"}};
    return {.id = "p",
            .title = "title",
            .conditions = {ConditionId("sprain")},
            .needs = {Equipment::weight, Equipment::machine},
            .sessions_a_day = 2,
            .fits = Irritability::calm,
            .order = 3,
            .why = "why",
            .pain_rule = "bone",
            .track = "B",
            .tissue = Tissue::calcaneus,
            .needs_clearance = true,
            .measures = {MeasureKind::walk_time},
            .scores = {MeasureKind::uwri},
            .phases = {phase},
            .reassess_weeks = figure(6, 4, 12),
            .certainty = Certainty::general,
            .sources = kSources};
}

/// Every member of every noun set to something that is not its default.
RehabKnowledge full_rehab() {
    RehabKnowledge r;
    const auto part = [](double value) { return figure(value, value, value); };
    r.pain_rules = {{"bone", "text", part(1), part(2), part(3), part(4), part(5), part(6), part(7),
                     part(8), part(9), true}};
    r.tracks = {{.id = "B",
                 .name = "name",
                 .warm_up = Seconds(300),
                 .cool_down = Seconds(240),
                 .steps = {{.id = "B-1",
                            .number = 1,
                            .text = "t",
                            .repeats = 6,
                            .run = Seconds(60),
                            .walk = Seconds(240),
                            .sessions = 3,
                            .days_between = 2,
                            .hills = true,
                            .speed = true}},
                 .free_after = 8,
                 .weeks_before_speed = figure(3, 3, 3),
                 .support = true,
                 .certainty = Certainty::general,
                 .sources = kSources}};
    r.protocols = {protocol()};
    r.may_not = {{"m",
                  {ConditionId("sprain")},
                  {Strain::rotation, Strain::everything},
                  "bone",
                  "text",
                  Certainty::general,
                  kSources}};
    r.exclusions = {
        {"x", finding(2), true, {Strain::resisted_eversion}, "text", Certainty::read, kSources}};
    r.recovery = {{ConditionId("sprain"), figure(4, 2, 6), "text"}};
    r.heel_raise_norms = {{20, 37, 30}};
    r.norm_sources = kSources;
    r.prevention = {{"i",
                     "text",
                     SessionKind::balance,
                     {{ExerciseId("EX-40"), dose()}},
                     3,
                     Seconds(600),
                     finding(0),
                     Certainty::read,
                     kSources}};
    return r;
}

}  // namespace

TEST_CASE("what a plan is made from comes back as it was") {
    Knowledge k = small_knowledge();
    k.rehab = full_rehab();
    k.exercises = {{.id = ExerciseId("EX-23"),
                    .name = "Raise",
                    .tier = LoadTier::tier_3,
                    .one_leg = true,
                    .kind = SessionKind::balance,
                    .how = "how",
                    .stop = "stop",
                    .strains = {Strain::tendon_load},
                    .needs = {Equipment::wall},
                    .dose = dose(),
                    .progression = ExerciseId("EX-24"),
                    .regression = ExerciseId("EX-21")}};
    const auto written = wire::write_knowledge(k);
    const auto read = wire::read_knowledge(written);
    REQUIRE(read);
    CHECK(wire::write_knowledge(*read) == written);
    const auto& one = read->exercises[0];
    CHECK(one.kind == SessionKind::balance);
    CHECK(one.how == "how");
    CHECK(one.stop == "stop");
    CHECK(one.strains == std::vector{Strain::tendon_load});
    CHECK(one.needs == std::vector{Equipment::wall});
    CHECK(one.dose.hold == Seconds(5));
    CHECK(one.dose.note == "slowly");
    CHECK(one.progression == ExerciseId("EX-24"));
    CHECK(one.regression == ExerciseId("EX-21"));
    const auto& r = read->rehab;
    CHECK(r.pain_rules[0].worse_weeks.value == 9);
    CHECK(r.pain_rules[0].swelling_stops_progress);
    CHECK(r.may_not[0].forbids.back() == Strain::everything);
    CHECK(r.may_not[0].pain_rule == "bone");
    CHECK(r.exclusions[0].open_counts);
    CHECK(r.exclusions[0].when.finding == 2);
    CHECK(r.recovery[0].weeks.high == 6);
    CHECK(r.heel_raise_norms[0].female == 30);
    CHECK(r.norm_sources == kSources);
    CHECK(r.prevention[0].only_when);
    CHECK(r.prevention[0].time == Seconds(600));
}

TEST_CASE("tracks and protocols come back as they were") {
    Knowledge k = small_knowledge();
    k.rehab = full_rehab();
    const auto read = wire::read_knowledge(wire::write_knowledge(k));
    REQUIRE(read);
    const auto& track = read->rehab.tracks[0];
    CHECK(track.cool_down == Seconds(240));
    CHECK(track.free_after == 8);
    CHECK(track.support);
    CHECK(track.weeks_before_speed->value == 3);
    CHECK(track.steps[0].walk == Seconds(240));
    CHECK(track.steps[0].days_between == 2);
    CHECK(track.steps[0].speed);
    const auto& one = read->rehab.protocols[0];
    CHECK(one.needs.back() == Equipment::machine);
    CHECK(one.sessions_a_day == 2);
    CHECK(one.fits == Irritability::calm);
    CHECK(one.tissue == Tissue::calcaneus);
    CHECK(one.needs_clearance);
    CHECK(one.scores == std::vector{MeasureKind::uwri});
    CHECK(one.reassess_weeks->high == 12);
    const auto& phase = one.phases[0];
    CHECK(phase.least_days->value == 42);
    CHECK(phase.gates[0].test == GateTest::share_at_least);
    CHECK(phase.gates[0].needed.certainty == Certainty::secondary);
    CHECK(phase.gates[0].asks_other_leg);
    CHECK(phase.exercises[0].only_when->finding == 1);
    CHECK(phase.exercises[0].dose.a_day == 2);
    CHECK(phase.cross_training == Seconds(1800));
    CHECK(phase.notes.size() == 2);
}
