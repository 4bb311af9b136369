// SPDX-License-Identifier: Apache-2.0
#include "rehab/danger_line.hpp"
#include "rehab/small_rehab_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using namespace footsure::rehab;
using namespace footsure::rehab::small;

namespace {

Question screen(const char* id) {
    Question question{.id = QuestionId(id), .kind = QuestionKind::choices, .red_flag = true};
    question.lone_sign = UrgencyLevel::within_days;
    return question;
}

Answer none_of(const char* id, Instant at) {
    return {.question = QuestionId(id), .value = std::vector<std::string>(), .at = at};
}

/// Two screens, one for the person; answers are told by a check-in on day 10 at noon.
struct Asked {
    Asked() {
        knowledge.questions = {screen("limb"), screen("body")};
        knowledge.policy.expires_early_hours = 24;
        knowledge.policy.early_phase_hours = 72;
        knowledge.policy.expires_late_hours = 168;
        episode.started_on = kStart;
        facts.check_ins = {{.at = at(10, 12), .episode = episode.id}};
        facts.check_ins[0].answers = {none_of("limb", at(10, 12))};
        facts.answers = {none_of("body", at(9, 12))};
    }

    [[nodiscard]] bool at_moment(Instant moment, Instant now) const {
        const Findings findings;
        const TriageDecision decision;
        const Differential ranked;
        const EpisodeFacts one{episode, findings, decision, ranked, {}};
        const PlanFacts plan{facts, knowledge, {now, kEast}, {}, {}};
        return DangerLine(one, plan).is_answered(moment);
    }

    [[nodiscard]] bool on(int day) const { return at_moment(at(day, 12), at(60, 12)); }

    Knowledge knowledge;
    CaseFile facts;
    Episode episode{.id = EpisodeId("e1")};
};

}  // namespace

TEST_CASE("the danger line holds a week from the screen that was answered first") {
    const Asked asked;
    CHECK_FALSE(asked.on(9));
    CHECK(asked.on(10));
    CHECK(asked.on(16));
    CHECK_FALSE(asked.on(17));
}

TEST_CASE("in the first three days the danger line holds a day") {
    Asked asked;
    asked.facts.answers = {none_of("body", at(0, 12)), none_of("limb", at(0, 12))};
    asked.facts.check_ins.clear();
    CHECK(asked.on(1));
    CHECK_FALSE(asked.on(2));
    CHECK(asked.on(4));
}

TEST_CASE("unknown, a part of the list, another problem's answers and later ones do not count") {
    Asked asked;
    asked.facts.check_ins[0].answers[0].value = Said::unknown;
    CHECK_FALSE(asked.on(10));
    asked = Asked();
    asked.facts.check_ins[0].answers[0].incomplete = true;
    CHECK_FALSE(asked.on(10));
    asked = Asked();
    asked.facts.check_ins[0].episode = EpisodeId("e2");
    CHECK_FALSE(asked.on(10));
    asked = Asked();
    CHECK_FALSE(asked.at_moment(at(10, 11), at(60, 12)));
    CHECK_FALSE(asked.at_moment(at(10, 12), at(10, 11)));
}
