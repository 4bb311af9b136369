// SPDX-License-Identifier: Apache-2.0
#include "rehab/clinician_limits.hpp"
#include "rehab/small_rehab_test.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace footsure;
using namespace footsure::rehab;
using namespace footsure::rehab::small;

namespace {

Seen visit(int day, std::vector<std::string> limits, const std::vector<std::string>& clears = {}) {
    Seen seen{.on = kStart + days(day), .by = SeenBy::doctor, .limits = std::move(limits)};
    for (const auto& word : clears) {
        seen.clears.emplace_back(word);
    }
    return seen;
}

bool has_reason(const Restrictions& restrictions, const std::string& rule) {
    return std::ranges::any_of(restrictions.because,
                               [&](const Reason& reason) { return reason.rule == rule; });
}

}  // namespace

TEST_CASE("a cause counts from an upper probability of 0.10, or when a clinician names it") {
    Story story;
    CHECK(!forbids(story.restrictions(), Strain::running));
    CHECK(story.restrictions().pain.id == "tendon");
    story.rank("navicular", 0.09);
    CHECK(!forbids(story.restrictions(), Strain::running));
    CHECK(!story.restrictions().bone);
    story.rank("navicular", 0.10);
    const auto held = story.restrictions();
    CHECK(forbids(held, Strain::running));
    CHECK(forbids(held, Strain::impact));
    CHECK(!forbids(held, Strain::stretch));
    CHECK(held.bone);
    CHECK(held.pain.progress_during.value == 0);
    REQUIRE(has_reason(held, "bone"));
    CHECK(held.because[0].text == "No running while bone may be hurt. (possible: navicular)");
    story.rank("navicular", 0.01);
    story.ranked.back().named_by_clinician = true;
    CHECK(forbids(story.restrictions(), Strain::running));
}

TEST_CASE("the Runner's own state: yes, and open where that counts") {
    Story story;
    CHECK(!forbids(story.restrictions(), Strain::impact));
    story.findings.values[0].truth = Truth::not_asked;
    CHECK(!forbids(story.restrictions(), Strain::impact));
    story.knowledge.rehab.exclusions[0].open_counts = true;
    CHECK(forbids(story.restrictions(), Strain::impact));
    CHECK(story.restrictions().because[0].text ==
          "No hops. It is not known yet whether this is so.");
    story.findings.values[0].truth = Truth::yes;
    CHECK(story.restrictions().because[0].text == "No hops.");
}

TEST_CASE("what clinicians write") {
    CHECK(read_limit("no_running").kind == LimitKind::no_running);
    CHECK(!read_limit("no_running").until);
    CHECK(read_limit("No_Running until 2026-04-01").until == parse_day("2026-04-01"));
    CHECK(read_limit("no_impact").kind == LimitKind::no_impact);
    CHECK(read_limit("no_weight_bearing").kind == LimitKind::no_weight_bearing);
    CHECK(read_limit("no_exercises").kind == LimitKind::no_exercises);
    CHECK(read_limit("no_stretching").kind == LimitKind::no_stretching);
    const auto most = read_limit("running_at_most_min 20 until 2026-04-01");
    CHECK(most.kind == LimitKind::running_at_most);
    CHECK(most.most == Seconds(1200));
    CHECK(most.until == parse_day("2026-04-01"));
    CHECK(read_limit("running_at_most_min 0").kind == LimitKind::no_running);
    for (const auto* text : {"Only easy jogging", "no hopping", "no_running till April",
                             "running_at_most_min many", "no_running until 2026-13-01"}) {
        INFO(text);
        CHECK(read_limit(text).kind == LimitKind::no_running);
        CHECK(read_limit(text).read_safer);
        CHECK(!read_limit(text).until);
    }
    CHECK(read_limit("wear the brace").kind == LimitKind::shown);
    CHECK(read_limit("").kind == LimitKind::shown);
}

TEST_CASE("a clinician's limit holds from the visit up to its last day") {
    Story story;
    story.episode.seen = {visit(3, {"no_running until 2026-03-10"})};  // day 8
    story.today = 2;
    CHECK(!forbids(story.restrictions(), Strain::running));
    story.today = 8;
    CHECK(forbids(story.restrictions(), Strain::running));
    CHECK(story.restrictions().because[0].text ==
          "The doctor on 2026-03-05: no_running until 2026-03-10");
    story.today = 9;
    CHECK(!forbids(story.restrictions(), Strain::running));
}

TEST_CASE("only a later visit that allows it ends a limit without an end") {
    Story story;
    story.today = 30;
    story.episode.seen = {visit(3, {"no_running", "running_at_most_min 20"}, {"running"})};
    CHECK(forbids(story.restrictions(), Strain::running));
    story.episode.seen.push_back(visit(5, {}, {"impact"}));
    CHECK(forbids(story.restrictions(), Strain::running));
    CHECK(story.restrictions().most_running == Seconds(1200));
    story.episode.seen.push_back(visit(7, {}, {"running"}));
    CHECK(!forbids(story.restrictions(), Strain::running));
    CHECK(!story.restrictions().most_running);
    story.episode.seen.push_back(visit(6, {"running_at_most_min 30"}));
    story.episode.seen.push_back(visit(9, {"running_at_most_min 15", "running_at_most_min 40"}));
    CHECK(story.restrictions().most_running == Seconds(900));
}

TEST_CASE("words that are not understood are shown, with how to word them") {
    Story story;
    story.today = 30;
    story.episode.seen = {visit(3, {"wear the brace", "go easy on running"})};
    const auto held = story.restrictions();
    CHECK(forbids(held, Strain::running));
    REQUIRE(held.notes.size() == 2);
    CHECK(held.notes[0].find("running_at_most_min") != std::string::npos);
    CHECK(held.notes[1] == "The doctor on 2026-03-05: wear the brace");
}

TEST_CASE("who may not bear weight may not run or hop; everything is everything") {
    Story story;
    story.today = 30;
    story.episode.seen = {visit(3, {"no_weight_bearing"})};
    CHECK(forbids(story.restrictions(), Strain::running));
    CHECK(forbids(story.restrictions(), Strain::impact));
    CHECK(!forbids(story.restrictions(), Strain::stretch));
    const ExerciseDefinition stretch{.strains = {Strain::stretch}};
    const ExerciseDefinition hop{.impact = Impact::hop};
    const ExerciseDefinition plain{};
    CHECK(!forbids(story.restrictions(), stretch));
    CHECK(forbids(story.restrictions(), hop));
    story.episode.seen = {visit(3, {"no_exercises"})};
    CHECK(forbids(story.restrictions(), stretch));
    CHECK(forbids(story.restrictions(), plain));
}

TEST_CASE(
    "a clinician can open running for low-risk bone, not where a high-risk bone may be hurt") {
    Story story;
    story.today = 30;
    story.rank("fibula", 0.9);
    story.rank("sprain", 0.05);
    CHECK(forbids(story.restrictions(), Strain::running));
    story.episode.seen = {visit(3, {}, {"impact"})};
    CHECK(forbids(story.restrictions(), Strain::running));
    CHECK(!forbids(story.restrictions(), Strain::impact));
    story.episode.seen = {visit(3, {}, {"running"})};
    CHECK(!forbids(story.restrictions(), Strain::running));
    CHECK(!forbids(story.restrictions(), Strain::impact));
    CHECK(story.restrictions().bone);
    CHECK(story.restrictions().pain.id == "bone");
    story.today = 2;
    CHECK(forbids(story.restrictions(), Strain::running));
    story.today = 30;
    story.rank("navicular", 0.2);
    CHECK(forbids(story.restrictions(), Strain::running));
    story.rank("navicular", 0.01);
    story.episode.started_on = kStart + days(4);
    CHECK(forbids(story.restrictions(), Strain::running));
}

TEST_CASE("a clinician's word opens nothing where the protocol is of something else") {
    Story story;
    story.today = 30;
    story.rank("fibula", 0.3);
    story.episode.seen = {visit(3, {}, {"running"})};
    CHECK(forbids(story.restrictions(), Strain::running));
}

namespace {

/// A sprain first; a sign speaks for the other cause, told or not.
struct TwoCauses : Story {
    TwoCauses() {
        today = 30;
        knowledge.findings.push_back({.id = FindingId("sign")});
        findings.values.push_back({.truth = Truth::no});
        for (Condition& condition : knowledge.conditions) {
            if (condition.id.text() != "sprain") {
                condition.likelihoods = {{1, Figure{3, 3, 3}, {}}};
            }
        }
    }

    /// What is known from that day on.
    void know(int day, Truth sign, const std::string& cause, double probability) {
        rank(cause, probability);
        findings.values[1].truth = sign;
        earlier.push_back({at(day, 8), ranked, findings});
    }
};

}  // namespace

TEST_CASE("a clinician's word opens nothing that new signs brought after the visit") {
    TwoCauses story;
    story.episode.seen = {visit(3, {}, {"running"})};
    story.rank("sprain", 0.05);
    story.know(2, Truth::yes, "fibula", 0.9);
    CHECK(!forbids(story.restrictions(), Strain::running));

    story.earlier.clear();
    story.know(2, Truth::no, "fibula", 0.05);
    story.know(9, Truth::yes, "fibula", 0.9);
    CHECK(forbids(story.restrictions(), Strain::running));
    story.episode.seen[0].finding = ConditionId("fibula");
    CHECK(!forbids(story.restrictions(), Strain::running));
    story.episode.seen[0].finding.reset();
    story.episode.seen.push_back(visit(10, {}, {"running"}));
    CHECK(!forbids(story.restrictions(), Strain::running));
}

TEST_CASE("a cause that only wavers over the threshold stays open") {
    TwoCauses story;
    story.episode.seen = {visit(3, {}, {"running"})};
    story.episode.seen[0].finding = ConditionId("sprain");
    story.know(2, Truth::yes, "fibula", 0.09);
    story.know(9, Truth::yes, "fibula", 0.11);
    CHECK(!forbids(story.restrictions(), Strain::running));
    story.earlier[0].findings.values[1].truth = Truth::no;
    CHECK(forbids(story.restrictions(), Strain::running));
}

TEST_CASE("a sprain found by a doctor does not clear the clot that shows a week later") {
    TwoCauses story;
    story.knowledge.rehab.may_not.push_back({.id = "clot",
                                             .conditions = {ConditionId("gout")},
                                             .forbids = {Strain::everything},
                                             .text = "Nothing."});
    story.episode.seen = {visit(3, {}, {"running"})};
    story.episode.seen[0].finding = ConditionId("sprain");
    story.know(0, Truth::yes, "gout", 0.3);
    CHECK(!forbids(story.restrictions(), Strain::running));  // the doctor had it in view
    story.earlier.clear();
    story.know(0, Truth::no, "gout", 0.02);
    story.know(10, Truth::yes, "gout", 0.3);
    CHECK(forbids(story.restrictions(), Strain::everything));
    CHECK(forbids(story.restrictions(), Strain::running));
}

TEST_CASE("another cause or fact only adds restrictions") {
    CHECK(rc::check([] {
        Story story;
        story.today = 20;
        const auto add_some = [&] {
            const std::vector<std::string> words{"no_running", "no_impact until 2026-03-30",
                                                 "running_at_most_min 20", "no_stretching",
                                                 "keep warm"};
            switch (*rc::gen::inRange(0, 4)) {
            case 0: story.rank("navicular", *rc::gen::inRange(5, 30) / 100.0); break;
            case 1: story.rank("gout", 0.2); break;
            case 2: story.findings.values[0].truth = Truth::yes; break;
            default:
                story.episode.seen.push_back(
                    visit(*rc::gen::inRange(0, 20), {*rc::gen::elementOf(words)}));
            }
        };
        for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
            add_some();
        }
        const auto before_rank = story.ranked;
        const auto before = story.restrictions();
        add_some();
        for (const auto& was : before_rank) {  // a cause that is there stays at least as likely
            for (auto& now : story.ranked) {
                if (now.condition == was.condition) {
                    now.high = std::max(now.high, was.high);
                }
            }
        }
        const auto after = story.restrictions();
        RC_ASSERT(std::ranges::includes(after.forbids, before.forbids));
        RC_ASSERT(!before.most_running || after.most_running <= before.most_running);
        RC_ASSERT(!before.most_running || after.most_running.has_value());
        RC_ASSERT(after.pain.hold_during.value <= before.pain.hold_during.value);
        RC_ASSERT(after.pain.steps_back.value >= before.pain.steps_back.value);
        RC_ASSERT(after.bone >= before.bone);
        RC_ASSERT(after.because.size() >= before.because.size());
    }));
}
