// SPDX-License-Identifier: Apache-2.0
#include "advice/advice_text_test.hpp"
#include "advice/small_knowledge_test.hpp"

#include <rapidcheck.h>

using namespace footsure;
using namespace footsure::advice::testing;

namespace {

/// Up to three weeks ago, now and then in two days.
Instant any_time() {
    return kNow.at - hours(*rc::gen::inRange(-48, 24 * 21));
}

Answer any_answer() {
    const Instant at = any_time();
    const auto said_any = *rc::gen::element(Said::yes, Said::no, Said::unknown);
    Answer answer;
    switch (*rc::gen::inRange(0, 5)) {
    case 0: answer = danger({"snap"}, at); break;
    case 1: answer = danger({}, at); break;
    case 2: answer = pain(*rc::gen::inRange(0, 11), at); break;
    case 3: answer = said("morning", said_any, at); break;
    default: answer = said("acute", said_any, at); break;
    }
    answer.dated = *rc::gen::arbitrary<bool>();
    answer.corrects = *rc::gen::inRange(0, 5) == 0;
    return answer;
}

std::vector<Answer> any_answers() {
    std::vector<Answer> answers;
    for (int i = *rc::gen::inRange(0, 6); i > 0; --i) {
        answers.push_back(any_answer());
    }
    return answers;
}

Episode any_episode(const char* id) {
    Episode episode{.id = EpisodeId(id)};
    episode.side = *rc::gen::element(Side::left, Side::right, Side::both, Side::unknown);
    if (*rc::gen::arbitrary<bool>()) {
        episode.started_on = day_of(any_time(), kNow.offset);
    }
    episode.answers = any_answers();
    episode.notes = *rc::gen::element("", "I heard a pop", "I never heard a pop");
    if (*rc::gen::inRange(0, 3) == 0) {
        Seen seen{.on = day_of(any_time(), kNow.offset), .by = SeenBy::doctor};
        seen.clears = {RuleId("R-020")};
        episode.seen.push_back(seen);
    }
    return episode;
}

CaseFile any_case(std::size_t episodes) {
    CaseFile file = case_of({any_episode("a"), any_episode("b")});
    file.episodes.resize(episodes);
    file.answers = any_answers();
    if (*rc::gen::arbitrary<bool>()) {
        file.answers.push_back(said("fever", *rc::gen::element(Said::yes, Said::no), any_time()));
    }
    for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
        file.activities.push_back(run(*rc::gen::inRange(1, 30), any_time()));
    }
    if (*rc::gen::arbitrary<bool>()) {
        const Instant at = any_time();
        file.check_ins.push_back({.at = at,
                                  .episode = EpisodeId("a"),
                                  .pain_during = PainScore::of(*rc::gen::inRange(0, 11))});
    }
    return file;
}

CaseFile any_case() {
    return any_case(*rc::gen::element<std::size_t>(0, 1, 2));
}

void shift(std::vector<Answer>& answers, days by) {
    for (auto& answer : answers) {
        answer.at += by;
    }
}

CaseFile shifted(CaseFile file, days by) {
    file.at.at += by;
    shift(file.answers, by);
    for (auto& episode : file.episodes) {
        shift(episode.answers, by);
        if (episode.started_on) {
            *episode.started_on += by;
        }
        for (auto& seen : episode.seen) {
            seen.on += by;
        }
    }
    for (auto& check_in : file.check_ins) {
        check_in.at += by;
        shift(check_in.answers, by);
    }
    for (auto& activity : file.activities) {
        activity.started_at += by;
    }
    return file;
}

Advice ask(const CaseFile& file, LocalInstant now = kNow) {
    static const Knowledge knowledge = small_knowledge();
    return advice::advise(file, knowledge, now);
}

}  // namespace

TEST_CASE("the same facts give the same advice") {
    CHECK(rc::check([] {
        const CaseFile file = any_case();
        RC_ASSERT(AdviceText::of(ask(file)) == AdviceText::of(ask(file)));
    }));
}

TEST_CASE("the advice does not depend on the date") {
    CHECK(rc::check([] {
        const CaseFile file = any_case();
        const days by(*rc::gen::inRange(-9000, 9000));
        const LocalInstant then{kNow.at + by, kNow.offset};
        RC_ASSERT(AdviceText::of(ask(shifted(file, by), then)) == AdviceText::of(ask(file)));
    }));
}

TEST_CASE("changing the sides of two episodes changes the sides of the answer and nothing else") {
    CHECK(rc::check([] {
        CaseFile file = any_case(2);
        const Advice before = ask(file);
        std::swap(file.episodes[0].side, file.episodes[1].side);
        Advice after = ask(file);
        RC_ASSERT(after.episodes[0].side == before.episodes[1].side);
        RC_ASSERT(after.episodes[1].side == before.episodes[0].side);
        std::swap(after.episodes[0].side, after.episodes[1].side);
        RC_ASSERT(AdviceText::of(after) == AdviceText::of(before));
    }));
}

TEST_CASE("the order of episodes is the order of the answer, the level stays") {
    CHECK(rc::check([] {
        CaseFile file = any_case(2);
        const Advice before = ask(file);
        std::swap(file.episodes[0], file.episodes[1]);
        const Advice after = ask(file);
        RC_ASSERT(after.urgency.level() == before.urgency.level());
        RC_ASSERT(after.provisional == before.provisional);
        for (const std::size_t i : {0U, 1U}) {
            RC_ASSERT(AdviceText::of(after.episodes[i], kNow.at) ==
                      AdviceText::of(before.episodes[1 - i], kNow.at));
        }
    }));
}

TEST_CASE("a further danger sign never lowers the level") {
    CHECK(rc::check([] {
        CaseFile file = any_case(*rc::gen::element<std::size_t>(1, 2));
        for (auto& episode : file.episodes) {
            episode.seen.clear();
        }
        const auto before = ask(file).urgency.level();
        file.episodes[0].answers.push_back(danger({"snap"}));
        RC_ASSERT(ask(file).urgency.level() >= before);
    }));
}

TEST_CASE("each level holds its own help and no run is allowed from within days on") {
    CHECK(rc::check([] {
        const Advice advice = ask(any_case());
        for (const auto& episode : advice.episodes) {
            const auto level = episode.triage.urgency.level();
            RC_ASSERT(std::holds_alternative<UrgentHelp>(episode.help) ==
                      (level >= UrgencyLevel::same_day));
            RC_ASSERT(std::holds_alternative<ProtectedWait>(episode.help) ==
                      (level == UrgencyLevel::within_days));
            RC_ASSERT(level <= advice.urgency.level());
        }
        if (advice.urgency.level() >= UrgencyLevel::within_days) {
            RC_ASSERT(advice.guard.verdict == GuardVerdict::no_run);
            RC_ASSERT(advice.guard.ceiling_distance == Metres(0));
        }
    }));
}
