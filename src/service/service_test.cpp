// SPDX-License-Identifier: Apache-2.0
#include "advice/advice.hpp"
#include "service/small_knowledge_test.hpp"

using namespace footsure;
using namespace footsure::service::testing;

namespace {

std::string text_of(const EpisodeAdvice& episode) {
    std::string all = episode.id.text() + " " + std::string(word(episode.side)) + " " +
                      std::string(word(episode.triage.urgency.level())) +
                      (episode.triage.provisional ? " provisional" : "");
    for (const auto& rule : episode.triage.rules) {
        all += " " + rule.id.text() + " " +
               (rule.be_seen_by ? format_instant(*rule.be_seen_by) : std::string("-"));
    }
    for (const auto& cause : episode.differential) {
        all += " " + cause.condition.text() + " " + std::to_string(cause.probability.value());
    }
    for (const auto& next : episode.ask_next) {
        all += " " + next.question.text();
    }
    for (const auto& limit : episode.triage.limits) {
        all += " " + limit.code;
    }
    return all + " help " + std::to_string(episode.help.index()) + "\n";
}

std::string text_of(const Advice& advice) {
    std::string all = advice.runner.text() + "\n";
    for (const auto& episode : advice.episodes) {
        all += text_of(episode);
    }
    all += word(advice.guard.verdict);
    for (const auto& reason : advice.guard.because) {
        all += " " + reason.text + " " + reason.from;
    }
    for (const auto& exposure : advice.exposures) {
        all += " " + std::to_string(exposure.unresolved.value());
    }
    for (const auto& limit : advice.limits) {
        all += " " + limit.code;
    }
    return all;
}

/// What the same facts give straight from the case and by way of the store.
struct BothWays {
    std::string direct;
    std::string stored;
};

BothWays both_ways(Desk& desk, CaseFile file) {
    good(desk->put_case(file));
    file.activities = good(desk->activities(file.runner.id, kNow));
    return {text_of(advice::advise(file, desk.knowledge(), kNow)),
            text_of(good(desk->advise(file.runner.id, kNow)))};
}

CaseFile rich_case(const RunnerId& runner) {
    CaseFile file = case_of(runner);
    file.answers = {pain(3, kNow.at - days(2))};
    auto& episode = file.episodes[0];
    episode.notes = "after a long run";
    episode.answers = {danger({"snap"}, kNow.at - days(9)), danger({}, kNow.at - hours(3)),
                       pain(2, kNow.at)};
    episode.seen = {{.on = day_of(kNow.at, kNow.offset) - days(8),
                     .by = SeenBy::doctor,
                     .clears = {RuleId("R-020")},
                     .finding = ConditionId("tendon"),
                     .limits = {"no jumping"}}};
    file.episodes.push_back({.id = EpisodeId("e2"), .side = Side::right});
    file.check_ins = {{.at = kNow.at - hours(2),
                       .episode = EpisodeId("e2"),
                       .pain_during = PainScore::of(8),
                       .stiffness_minutes = 5,
                       .answers = {danger({}, kNow.at - hours(2))}}};
    return file;
}

}  // namespace

TEST_CASE("the store gives the advice that the case gives") {
    Desk desk;
    desk.import(desk.anna, tcx("Running", "2026-02-18", 10000));
    desk.import(desk.anna, tcx("Running", "2026-02-20", 6000));
    const auto [direct, stored] = both_ways(desk, rich_case(desk.anna));
    CHECK(stored == direct);
    CHECK(direct.find("R-040") != std::string::npos);
    CHECK(direct.find("cleared") != std::string::npos);
}

TEST_CASE("a case is stored whole or not at all") {
    Desk desk;
    CaseFile file = rich_case(RunnerId("carla"));
    file.check_ins.push_back({.at = kNow.at, .episode = EpisodeId("no such episode")});
    CHECK_FALSE(desk->put_case(file));
    const auto nothing = desk->advise(RunnerId("carla"), kNow);
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().code == store::StoreErrorCode::not_found);

    const std::string before = text_of(good(desk->advise(desk.anna, kNow)));
    file.runner.id = desk.anna;
    CHECK_FALSE(desk->put_case(file));
    CHECK(text_of(good(desk->advise(desk.anna, kNow))) == before);
    file.check_ins.pop_back();
    good(desk->put_case(file));
    CHECK(text_of(good(desk->advise(desk.anna, kNow))) != before);
}

TEST_CASE("a check-in is stored with what was told of the person, or not at all") {
    Desk desk;
    good(desk->put_case(case_of(desk.anna)));
    const std::vector<Answer> of_person{pain(3, kNow.at)};
    const auto answers = [&] { return good(desk->case_file(desk.anna, kNow)).answers.size(); };
    CheckIn check_in{.at = kNow.at, .episode = EpisodeId("no such episode")};
    CHECK_FALSE(desk->add_check_in(desk.anna, check_in, of_person, kNow.at));
    CHECK(answers() == 0);
    check_in.episode = EpisodeId("e1");
    good(desk->add_check_in(desk.anna, check_in, of_person, kNow.at));
    CHECK(answers() == 1);
    CHECK(good(desk->case_file(desk.anna, kNow)).check_ins.size() == 1);
}

TEST_CASE("what one runner tells says nothing about another") {
    Desk desk;
    const std::string before = text_of(good(desk->advise(desk.ben, kNow)));
    const auto bytes = tcx("Running", "2026-02-18", 10000);
    desk.import(desk.anna, bytes);
    good(desk->put_case(rich_case(desk.anna)));
    CHECK(text_of(good(desk->advise(desk.ben, kNow))) == before);
    CHECK(desk.runs(desk.ben) == 0);

    CHECK(desk.import(desk.ben, bytes).outcome == FileOutcome::imported);
    CHECK(desk.runs(desk.ben) == 1);
    CHECK(desk.runs(desk.anna) == 1);
    const CaseFile same_episode_id = case_of(desk.ben);
    good(desk->put_case(same_episode_id));
    CHECK(good(desk->advise(desk.ben, kNow)).urgency.level() < UrgencyLevel::within_days);
    CHECK(good(desk->advise(desk.anna, kNow)).urgency.level() >= UrgencyLevel::within_days);
}

TEST_CASE("a runner is made once and not forgotten when asked for again") {
    Desk desk;
    const RunnerId dora("dora");
    CHECK_FALSE(desk->advise(dora, kNow));
    good(desk->ensure_runner(dora));
    CHECK(good(desk->advise(dora, kNow)).runner == dora);
    good(desk->ensure_runner(desk.anna));
    for (const auto& limit : good(desk->advise(desk.anna, kNow)).limits) {
        CHECK(limit.code != "no_age");
    }
}

TEST_CASE("an advice from the store names the knowledge it was made with") {
    Desk desk;
    const Advice advice = good(desk->advise(desk.anna, kNow));
    CHECK(advice.knowledge_hash == "abc");
    CHECK(advice.episodes.at(0).id == EpisodeId("person"));
}

TEST_CASE("an answer that was not whole is not whole when it comes back") {
    Desk desk;
    CaseFile file = case_of(desk.anna);
    file.episodes[0].answers = {danger({"snap"}, kNow.at)};
    file.episodes[0].answers[0].incomplete = true;
    const auto [direct, stored] = both_ways(desk, file);
    CHECK(stored == direct);
}

TEST_CASE("a sign told after a visit is not cleared by it") {
    Desk desk;
    CaseFile file = case_of(desk.anna);
    file.episodes[0].answers = {danger({"snap"}, kNow.at)};
    file.episodes[0].seen = {{.on = day_of(kNow.at, kNow.offset) - days(8),
                              .by = SeenBy::doctor,
                              .clears = {RuleId("R-020")}}};
    const auto [direct, stored] = both_ways(desk, file);
    CHECK(direct.find("R-020") != std::string::npos);
    CHECK(stored == direct);
}

TEST_CASE("a check-in that names no episode is kept") {
    Desk desk;
    CaseFile file = case_of(desk.anna);
    file.check_ins = {{.at = kNow.at - hours(2), .pain_during = PainScore::of(9)}};
    const auto [direct, stored] = both_ways(desk, file);
    CHECK(direct.find("R-040") != std::string::npos);
    CHECK(stored == direct);
}

TEST_CASE("a danger sign told in a check-in that names no episode counts for each of them") {
    Desk desk;
    CaseFile file = case_of(desk.anna);
    file.episodes.push_back({.id = EpisodeId("e2"), .side = Side::right});
    file.check_ins = {{.at = kNow.at - hours(2),
                       .soreness = PainScore::of(2),
                       .answers = {danger({"snap"}, kNow.at - hours(2))}}};
    good(desk->put_case(file));
    const Advice stored = good(desk->advise(desk.anna, kNow));
    REQUIRE(stored.episodes.size() == 2);
    for (const auto& episode : stored.episodes) {
        CHECK(episode.triage.urgency.level() == UrgencyLevel::same_day);
    }
    CHECK(text_of(stored) == text_of(advice::advise(file, desk.knowledge(), kNow)));
}
