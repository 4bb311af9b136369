// SPDX-License-Identifier: Apache-2.0
#include "knowledge/small_rehab_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using knowledge::figure;
using knowledge::protocol_text;
using knowledge::small_rehab;

namespace {

/// The errors after one part of one of the small folder's files was exchanged.
std::string errors_with(const std::string& path, const std::string& part,
                        const std::string& instead) {
    auto folder = small_rehab();
    auto text = folder.text(path);
    const auto at = text.find(part);
    REQUIRE(at != std::string::npos);
    text.replace(at, part.size(), instead);
    return folder.put(path, text).errors();
}

std::string in_protocol(const std::string& part, const std::string& instead) {
    return errors_with("rehab/protocols/one.toml", part, instead);
}

std::string in_track(const std::string& part, const std::string& instead) {
    return errors_with("rehab/tracks.toml", part, instead);
}

}  // namespace

TEST_CASE("what a plan is made from is read whole") {
    const auto compiled = knowledge::compile(small_rehab().files());
    REQUIRE(compiled);
    const auto& rehab = compiled->rehab;
    REQUIRE(rehab.protocols.size() == 1);
    const auto& one = rehab.protocols[0];
    CHECK(one.needs == std::vector{Equipment::band, Equipment::weight});
    CHECK(one.tissue == Tissue::lateral_ligaments);
    CHECK(one.scores == std::vector{MeasureKind::cait});
    REQUIRE(one.phases.size() == 2);
    const auto& first = one.phases[0];
    REQUIRE(first.exercises.size() == 1);
    CHECK(first.exercises[0].dose.hold == Seconds(30));
    CHECK(first.exercises[0].dose.a_day == 2);
    CHECK(first.exercises[0].only_when);
    CHECK(first.cross_training == Seconds(1200));
    CHECK(one.phases[1].gates[0].either == "raises");
    CHECK_FALSE(one.phases[1].gates[0].asks_other_leg);
    CHECK(one.phases[1].gates[1].asks_other_leg);
    CHECK(one.phases[1].gates[1].needed.value == 0.85);
    CHECK(one.phases[1].gates[1].needed.certainty == Certainty::read);
    REQUIRE(rehab.tracks.size() == 1);
    CHECK(rehab.tracks[0].warm_up == Seconds(300));
    CHECK(rehab.tracks[0].support);
    CHECK(rehab.tracks[0].steps[0].walk == Seconds(240));
    CHECK(rehab.tracks[0].steps[1].hills);
    REQUIRE(rehab.pain_rules.size() == 1);
    CHECK(rehab.pain_rules[0].rest_hours.high == 72);
    CHECK(rehab.may_not[0].forbids == std::vector{Strain::running, Strain::impact});
    CHECK(rehab.exclusions[0].open_counts);
    CHECK(rehab.recovery[0].weeks.low == 2);
    CHECK(rehab.heel_raise_norms[1].female == 27);
    CHECK(rehab.norm_sources == std::vector{SourceId("book")});
    CHECK(rehab.prevention[0].time == Seconds(600));
    CHECK(rehab.prevention[0].only_when);
}

TEST_CASE("an unknown name in a protocol is said with its place") {
    const std::string file = "rehab/protocols/one.toml:";
    CHECK(in_protocol("[\"sprain\"]", "[\"strain\"]") == file + "3:15: unknown condition 'strain'");
    CHECK(in_protocol("\"band\"", "\"rubber\"") == file + "4:10: unknown equipment 'rubber'");
    CHECK(in_protocol("\"tendon\"", "\"sinew\"") == file + "1:1: unknown pain rule 'sinew'");
    CHECK(in_protocol("track = \"R\"", "track = \"Z\"") == file + "1:1: unknown track 'Z'");
    CHECK(in_protocol("lateral_ligaments", "bone") == file + "1:1: unknown tissue 'bone'");
    CHECK(in_protocol("\"walk_time\"", "\"walks\"") == file + "10:28: unknown measure 'walks'");
    CHECK(in_protocol("\"book\"", "\"film\"") == file + "13:12: unknown source 'film'");
    CHECK(in_protocol("\"walk\"", "\"hop\"") == file + "18:10: unknown gate 'hop'");
    CHECK(in_protocol("EX-49", "EX-99") == file + "20:3: unknown exercise 'EX-99'");
    CHECK(in_protocol("not fever", "not feverish").starts_with(file + "20:"));
    CHECK(in_protocol("title = ", "titel = ").starts_with(file));
}

TEST_CASE("a protocol that no planner could follow is refused") {
    const std::string file = "rehab/protocols/one.toml:";
    CHECK(in_protocol("number = 3", "number = 1") ==
          file + "25:1: phases stand in ascending order, each once");
    CHECK(in_protocol("number = 3", "number = 8") == file + "25:1: 'number' of a phase is 1 to 7");
    CHECK(in_protocol("\"raises\", \"raises_even\"", "\"raises\"") ==
          file +
              "25:1: gate 'raises' is the only one of 'raises' in this phase: nothing else could "
              "stand for it");
    CHECK(in_protocol("sets = 3, ", "") == file + "20:3: a dose needs 'sets' and 'days_a_week'");
    CHECK(in_protocol("hold_s = 30, ", "") ==
          file + "20:3: a dose needs 'repetitions' or 'hold_s'");
    CHECK(in_protocol("hold_s = 30", "hold_s = 30, repetitions = 2.5") ==
          file + "20:57: 'repetitions' must be a whole number, 0 or more");
    CHECK(in_protocol("days_a_week = 7", "days_a_week = 8") ==
          file + "20:3: 'days_a_week' is at most 7");
    CHECK(in_protocol("cross_training_days = 3\n", "") ==
          file + "14:1: cross training needs both 'cross_training_min' and "
                 "'cross_training_days'");
    CHECK(in_protocol("pain_rule = \"tendon\"\n", "") == file + "1:1: 'pain_rule' is missing");
}

TEST_CASE("two protocols of one condition must differ in what chooses between them") {
    const auto with = [](const std::string& part, const std::string& instead) {
        auto text = protocol_text("two");
        text.replace(text.find(part), part.size(), instead);
        return small_rehab().put("rehab/protocols/two.toml", text).errors();
    };
    const std::string refused =
        "rehab/protocols/two.toml:1:1: 'one' is for the same condition: the "
        "two need different 'order' and different 'needs', 'fits' or "
        "'sessions_a_day'";
    CHECK(with("order = 1", "order = 1") == refused);
    CHECK(with("order = 1", "order = 2") == refused);
    CHECK(with("order = 1", "order = 1\nfits = \"calm\"") == refused);
    CHECK(with("order = 1", "order = 2\nfits = \"calm\"").empty());
    CHECK(with("order = 1", "order = 2\nsessions_a_day = 2").empty());
    CHECK(with("id = \"two\"", "id = \"one\"") ==
          "rehab/protocols/two.toml:1:1: protocol 'one' is declared twice");
}

TEST_CASE("what is wrong with a gate is said with its place") {
    const auto in_gate = [](const std::string& part, const std::string& instead) {
        return errors_with("rehab/gates/1.toml", part, instead);
    };
    CHECK(in_gate("\"walk_time\"", "\"walk_miles\"") ==
          "rehab/gates/1.toml:1:1: unknown measure 'walk_miles'");
    CHECK(in_gate("\"at_least\"", "\"more\"") ==
          "rehab/gates/1.toml:5:8: 'test' must be one of: at_least, at_most, share_at_least, "
          "difference_at_most, at_least_for_age");
    CHECK(in_gate("\"at_least\"", "\"difference_at_most\"") ==
          "rehab/gates/1.toml:1:1: 'walk_time' is not taken of each leg, so its sides cannot be "
          "compared");
    CHECK(in_gate("needed = 20\n", "") == "rehab/gates/1.toml:1:1: 'needed' is missing");
    CHECK(in_gate("0.85", "85") == "rehab/gates/1.toml:18:1: a share lies between 0 and 1");
    CHECK(in_gate("\"book\"", "\"film\"") == "rehab/gates/1.toml:8:12: unknown source 'film'");
    CHECK(in_gate("id = \"raises_even\"", "id = \"raises\"")
              .starts_with("rehab/gates/1.toml:18:1: gate 'raises' is declared twice"));
}

TEST_CASE("a track or pain rule that cannot be followed is refused") {
    const std::string file = "rehab/tracks.toml:";
    CHECK(in_track("number = 2", "number = 3")
              .find(file + "12:3: steps are numbered one after the other") != std::string::npos);
    CHECK(in_track("free_after = 2", "free_after = 9") ==
          file + "1:1: 'free_after' names no step of this track");
    CHECK(in_track("sessions = 3, ", "") ==
          file + "12:3: a step needs 'repeats', 'run_s' and 'sessions', each more than 0");
    CHECK(errors_with("rehab/pain_rules.toml", figure("2", "2", "2"), figure("6", "6", "6")) ==
          "rehab/pain_rules.toml:1:1: pain that still lets one progress cannot be more than pain "
          "that holds");
    CHECK(errors_with("rehab/pain_rules.toml", "text = \"text\"\n", "") ==
          "rehab/pain_rules.toml:1:1: 'text' is missing");
}

TEST_CASE("what is wrong with a restraint, a time or a norm is said with its place") {
    CHECK(errors_with("rehab/may_not.toml", "\"impact\"", "\"jumping\"") ==
          "rehab/may_not.toml:4:23: unknown strain 'jumping'");
    CHECK(errors_with("rehab/may_not.toml", "\"impact\"", "\"running\"") ==
          "rehab/may_not.toml:4:23: 'running' stands here twice");
    CHECK(errors_with("rehab/may_not.toml", "\"sprain\"", "\"strain\"") ==
          "rehab/may_not.toml:3:15: unknown condition 'strain'");
    CHECK(errors_with("rehab/may_not.toml", "[\"sprain\"]", "[]") ==
          "rehab/may_not.toml:3:14: at least one condition is needed");
    CHECK(errors_with("rehab/may_not.toml", "\"tendon\"", "\"sinew\"") ==
          "rehab/may_not.toml:1:1: unknown pain rule 'sinew'");
    CHECK(errors_with("rehab/exclusions.toml", "\"fever\"", "\"feverish\"")
              .starts_with("rehab/exclusions.toml:3:9: in 'when': "));
    CHECK(errors_with("rehab/exclusions.toml", "forbids = [\"everything\"]\n", "") ==
          "rehab/exclusions.toml:1:1: 'forbids' is missing or empty: what may not be done");
    CHECK(errors_with("rehab/recovery.toml", "\"sprain\"", "\"strain\"") ==
          "rehab/recovery.toml:1:1: unknown condition 'strain'");
    CHECK(errors_with("rehab/recovery.toml", figure("4", "2", "6"), figure("8", "2", "6")) ==
          "rehab/recovery.toml:3:9: 'weeks' needs low <= value <= high");
    CHECK(errors_with("rehab/heel_raise_norms.toml", "age_from_a = 30", "age_from_a = 20") ==
          "rehab/heel_raise_norms.toml:4:3: norms stand youngest first");
    CHECK(errors_with("rehab/prevention.toml", "EX-49", "EX-50") ==
          "rehab/prevention.toml:6:3: unknown exercise 'EX-50'");
    CHECK(errors_with("rehab/prevention.toml", "days_a_week = 2\ntime", "time") ==
          "rehab/prevention.toml:1:1: a prevention item needs 'days_a_week' and 'exercises'");
}
