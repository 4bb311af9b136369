// SPDX-License-Identifier: Apache-2.0
#include "differential/differential.hpp"
#include "interview/interview.hpp"
#include "logic/logic.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <set>

using namespace footsure;

namespace {

Figure exact(double value) {
    return {.value = value, .low = value, .high = value};
}

struct World {
    Knowledge knowledge;
    Findings findings;
    TriageDecision decision;
};

/// What findings and triage would hand over: only open danger is missing, only asked is
/// contradicted.
World any_world() {
    World world;
    const int count = *rc::gen::inRange(1, 15);
    world.knowledge.conditions = {{.id = ConditionId("first"), .weight = exact(10)},
                                  {.id = ConditionId("second"), .weight = exact(3)}};
    for (int i = 0; i < count; ++i) {
        const auto index = static_cast<std::uint32_t>(i);
        const std::string id = i == 0 ? "onset" : i == 1 ? "place" : "q" + std::to_string(i);
        world.knowledge.findings.push_back({.id = FindingId(id), .text = id, .group = id});
        Question question{.id = QuestionId(id)};
        question.finding = index;
        const bool opens = i <= 1;  // onset and place ask for no danger sign
        question.red_flag = *rc::gen::inRange(0, 3) == 0 && !opens;
        question.lone_sign = UrgencyLevel::within_days;
        world.knowledge.questions.push_back(question);
        const double ratio = *rc::gen::element(1.0, 1.01, 2.0, 9.0);
        world.knowledge.conditions[0].likelihoods.push_back(
            {index, exact(ratio), exact(1 / ratio)});
        const auto truth = *rc::gen::element(Truth::not_asked, Truth::not_asked, Truth::unknown,
                                             Truth::no, Truth::yes);
        world.findings.values.push_back(
            {.truth = truth, .from = logic::is_open(truth) ? std::string() : id});
        if (truth == Truth::not_asked && question.red_flag) {
            world.decision.missing.push_back(index);
        }
        if (truth == Truth::yes && *rc::gen::inRange(0, 4) == 0) {
            world.findings.contradictions.push_back({index, "", id});
        }
    }
    world.decision.urgency.join(*rc::gen::element(UrgencyLevel::self_care, UrgencyLevel::routine,
                                                  UrgencyLevel::within_days,
                                                  UrgencyLevel::same_day));
    return world;
}

std::vector<NextQuestion> ask(const World& world) {
    const auto belief = differential::believe(world.findings, world.knowledge);
    return interview::next_questions({world.findings, world.decision, belief}, world.knowledge);
}

bool is_contradicted(const World& world, std::uint32_t finding) {
    return std::ranges::any_of(world.findings.contradictions,
                               [&](const auto& c) { return c.finding == finding; });
}

}  // namespace

TEST_CASE("only open or contradicted questions, each once, six at most") {
    CHECK(rc::check([] {
        const World world = any_world();
        const auto next = ask(world);
        RC_ASSERT(next.size() <= 6U);
        std::set<std::string> seen;
        for (const auto& one : next) {
            RC_ASSERT(seen.insert(one.question.text()).second);
            const auto finding = *find_question(world.knowledge, one.question.text())->finding;
            RC_ASSERT(world.findings.values[finding].truth == Truth::not_asked ||
                      is_contradicted(world, finding));
        }
    }));
}

TEST_CASE("contradictions stand before danger, danger before everything else") {
    CHECK(rc::check([] {
        const World world = any_world();
        int last = 0;
        for (const auto& one : ask(world)) {
            const auto* question = find_question(world.knowledge, one.question.text());
            const int rank = is_contradicted(world, *question->finding)                         ? 1
                             : question->red_flag                                               ? 2
                             : question->id.text() == "onset" || question->id.text() == "place" ? 3
                                                                                                : 4;
            RC_ASSERT(rank >= last);
            last = rank;
        }
    }));
}

TEST_CASE("answering what is asked comes to an end") {
    CHECK(rc::check([] {
        World world = any_world();
        world.findings.contradictions.clear();
        for (std::size_t turn = 0; turn <= world.knowledge.questions.size(); ++turn) {
            const auto next = ask(world);
            if (next.empty()) {
                return;
            }
            const auto finding = *find_question(world.knowledge, next[0].question.text())->finding;
            world.findings.values[finding] = {
                .truth = *rc::gen::element(Truth::yes, Truth::unknown), .from = "it"};
            std::erase(world.decision.missing, finding);
        }
        RC_FAIL("it still asks");
    }));
}
