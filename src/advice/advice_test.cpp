// SPDX-License-Identifier: Apache-2.0
#include "advice/advice_text_test.hpp"
#include "advice/small_knowledge_test.hpp"

using namespace footsure;
using namespace footsure::advice::testing;

namespace {

Advice ask(const CaseFile& file) {
    static const Knowledge knowledge = small_knowledge();
    return advice::advise(file, knowledge, kNow);
}

UrgencyLevel level_of(const CaseFile& file) {
    return ask(file).urgency.level();
}

std::string asked(const EpisodeAdvice& episode) {
    std::string all;
    for (const auto& next : episode.ask_next) {
        all += next.question.text() + " ";
    }
    return all;
}

bool fired(const EpisodeAdvice& episode, std::string_view rule) {
    return std::ranges::any_of(episode.triage.rules,
                               [&](const auto& one) { return one.id.text() == rule; });
}

}  // namespace

TEST_CASE("an advice names its runner, time and knowledge and passes on the problems") {
    CaseFile file = case_of({mild("e1")});
    file.problems = {{"runner.age_years", "out_of_range", "text"}};
    const Advice advice = ask(file);
    CHECK(advice.runner == RunnerId("me"));
    CHECK(advice.at.at == kNow.at);
    CHECK(advice.knowledge_version == "7");
    CHECK(advice.knowledge_hash == "abc");
    REQUIRE(advice.problems.size() == 1);
    CHECK(advice.problems[0].path == "runner.age_years");
}

TEST_CASE("a mild episode with everything answered is for self-care, with its causes and card") {
    CaseFile file = case_of({mild("e1")});
    file.episodes[0].started_on = day_of(kNow.at, kNow.offset);
    const Advice advice = ask(file);
    REQUIRE(advice.episodes.size() == 1);
    CHECK(advice.urgency.level() == UrgencyLevel::self_care);
    CHECK_FALSE(advice.provisional);
    CHECK(advice.episodes[0].differential[0].condition == ConditionId("tendon"));
    REQUIRE(std::holds_alternative<SelfCareHelp>(advice.episodes[0].help));
    CHECK(std::get<SelfCareHelp>(advice.episodes[0].help).care->lines.size() == 1);
}

TEST_CASE("the worse of two episodes leads, each keeps its own level") {
    Episode bad = mild("bad");
    bad.answers.push_back(danger({"snap"}));
    for (const auto& episodes : {std::vector{mild("good"), bad}, std::vector{bad, mild("good")}}) {
        const Advice advice = ask(case_of(episodes));
        CHECK(advice.urgency.level() == UrgencyLevel::same_day);
        for (const auto& episode : advice.episodes) {
            const bool is_bad = episode.id == EpisodeId("bad");
            CHECK(fired(episode, "R-020") == is_bad);
            CHECK(std::holds_alternative<UrgentHelp>(episode.help) == is_bad);
            CHECK((episode.triage.urgency.level() == UrgencyLevel::self_care) == !is_bad);
        }
        CHECK(advice.guard.verdict == GuardVerdict::no_run);
    }
}

TEST_CASE("without an episode the person's answers are judged as one") {
    CaseFile file = case_of({});
    file.answers.push_back(danger({"snap"}));
    const Advice advice = ask(file);
    REQUIRE(advice.episodes.size() == 1);
    CHECK(advice.episodes[0].id == EpisodeId("person"));
    CHECK(advice.episodes[0].side == Side::unknown);
    CHECK(advice.urgency.level() == UrgencyLevel::same_day);
    CHECK(fired(advice.episodes[0], "R-020"));
}

TEST_CASE("an answer about the person counts in every episode, one about an episode only there") {
    CaseFile file = case_of({mild("a"), mild("b")});
    file.answers.push_back(pain(8));
    CHECK(ask(file).episodes[0].triage.urgency.level() == UrgencyLevel::self_care);
    for (auto& episode : file.episodes) {
        std::erase_if(episode.answers,
                      [](const Answer& a) { return a.question == QuestionId("pain_now"); });
    }
    const Advice advice = ask(file);
    CHECK(fired(advice.episodes[0], "R-040"));
    CHECK(fired(advice.episodes[1], "R-040"));
}

TEST_CASE("a danger sign once told stays until a visit clears it") {
    CaseFile file = case_of({mild("e1")});
    auto& episode = file.episodes[0];
    episode.answers.insert(episode.answers.begin(), danger({"snap"}, kNow.at - days(2)));
    CHECK(level_of(file) == UrgencyLevel::same_day);
    Seen visit{.on = day_of(kNow.at, kNow.offset) - days(1), .by = SeenBy::doctor};
    episode.seen = {visit};
    CHECK(level_of(file) == UrgencyLevel::same_day);
    episode.seen[0].clears = {RuleId("R-020")};
    CHECK(level_of(file) == UrgencyLevel::self_care);
    CHECK(has_limit(ask(file).episodes[0].triage.limits, "cleared"));
    episode.answers.push_back(danger({"snap"}));
    CHECK(level_of(file) == UrgencyLevel::same_day);
}

TEST_CASE("a danger sign corrected as a mistake no longer counts") {
    CaseFile file = case_of({mild("e1")});
    auto& answers = file.episodes[0].answers;
    answers.insert(answers.begin(), danger({"snap"}, kNow.at - hours(2)));
    Answer correction = danger({}, kNow.at - hours(1));
    correction.corrects = true;
    answers.push_back(correction);
    CHECK(level_of(file) == UrgencyLevel::self_care);
}

TEST_CASE("silence about danger counts in an acute situation and is asked for first") {
    CaseFile file = case_of({mild("e1")});
    auto& answers = file.episodes[0].answers;
    answers = {said("acute", Said::yes), pain(2)};
    const Advice advice = ask(file);
    CHECK(advice.urgency.level() == UrgencyLevel::same_day);
    CHECK(asked(advice.episodes[0]).starts_with("danger "));
    answers.push_back(danger({}));
    CHECK(level_of(file) < UrgencyLevel::within_days);
}

TEST_CASE("open danger makes the advice provisional") {
    CaseFile file = case_of({mild("a"), mild("b")});
    CHECK_FALSE(ask(file).provisional);
    file.episodes[1].answers = {said("acute", Said::no), pain(2)};
    CHECK(ask(file).provisional);
}

TEST_CASE("danger words against an answer raise, are named and asked again") {
    CaseFile file = case_of({mild("e1")});
    file.episodes[0].notes = "I heard a pop.";
    const Advice advice = ask(file);
    CHECK(advice.urgency.level() == UrgencyLevel::same_day);
    CHECK(has_limit(advice.episodes[0].triage.limits, "contradiction"));
    CHECK(asked(advice.episodes[0]).starts_with("danger "));
}

TEST_CASE("what a visit found leads, what it limits is said") {
    CaseFile file = case_of({mild("e1")});
    Seen visit{.on = day_of(kNow.at, kNow.offset), .by = SeenBy::doctor};
    visit.finding = ConditionId("sprain");
    visit.limits = {"no jumping"};
    file.episodes[0].seen = {visit};
    const Advice advice = ask(file);
    CHECK(advice.episodes[0].differential[0].condition == ConditionId("sprain"));
    CHECK(has_limit(advice.episodes[0].triage.limits, "clinician"));
}

TEST_CASE("missing runs and age are limits, and the disclaimer always stands") {
    CaseFile file = case_of({mild("e1")});
    CHECK(has_limit(ask(file).limits, "no_activities"));
    CHECK_FALSE(has_limit(ask(file).limits, "no_age"));
    CHECK(has_limit(ask(file).limits, "not_a_medical_device"));
    file.activities = {run(5, kNow.at - days(2))};
    file.runner.age_years.reset();
    CHECK_FALSE(has_limit(ask(file).limits, "no_activities"));
    CHECK(has_limit(ask(file).limits, "no_age"));
    CHECK(has_limit(ask(file).limits, "not_a_medical_device"));
}

TEST_CASE("an all-clear that is too old is asked again") {
    CaseFile file = case_of({mild("e1")});
    auto& answers = file.episodes[0].answers;
    answers[0] = danger({}, kNow.at - days(8));
    const Advice old = ask(file);
    CHECK(has_limit(old.episodes[0].triage.limits, "expired"));
    CHECK(asked(old.episodes[0]).starts_with("danger "));
    answers[0] = danger({}, kNow.at - days(6));
    CHECK(asked(ask(file).episodes[0]).find("danger") == std::string::npos);
}

TEST_CASE("an all-clear given anew is not asked again") {
    CaseFile file = case_of({mild("e1")});
    file.episodes[0].answers.insert(file.episodes[0].answers.begin(),
                                    danger({}, kNow.at - days(8)));
    const Advice advice = ask(file);
    CHECK_FALSE(has_limit(advice.episodes[0].triage.limits, "expired"));
    CHECK(asked(advice.episodes[0]).find("danger") == std::string::npos);
}
