// SPDX-License-Identifier: Apache-2.0
#include "desk.hpp"
#include "footsure/danger_line.hpp"
#include "footsure/exit_code.hpp"

#include <doctest/doctest.h>

#include <sstream>

namespace footsure::contract {

namespace {

const Answer* answer_to(const std::vector<Answer>& answers, std::string_view question) {
    for (const Answer& answer : answers) {
        if (answer.question.text() == question) {
            return &answer;
        }
    }
    return nullptr;
}

std::vector<std::string> options_of(const Answer& answer) {
    return std::get<std::vector<std::string>>(answer.value);
}

}  // namespace

TEST_CASE("signs and measures of a check-in are stored and said again") {
    const Desk desk(1);
    const Heard heard = desk.check_in({.pain_after = "2",
                                       .swelling = "less",
                                       .limp = "no",
                                       .gave_way = "yes",
                                       .painkiller = "unknown",
                                       .focal_ache = "no",
                                       .skipped = "no_time",
                                       .heel_raises = "20/25",
                                       .knee_to_wall = "/11",
                                       .measures = {"walking_pain=1", "full_day_unaided=yes"},
                                       .scores = {"visa_a=8,7,9,6,5,7,4,20", "cait=24"},
                                       .danger = "none"});
    REQUIRE(heard.code == app::kFine);
    CHECK(has(heard.said, "single-leg heel raises left 20"));
    CHECK(has(heard.said, "swelling less"));
    const auto facts = desk.facts();
    REQUIRE(facts.check_ins.size() == 1);
    const CheckIn& stored = facts.check_ins[0];
    CHECK(stored.episode == EpisodeId("e1"));
    CHECK(stored.gave_way == Said::yes);
    CHECK(stored.skipped == SkipReason::no_time);
    REQUIRE(stored.measures.size() == 7);
    CHECK(stored.measures[1].value == 25);
    CHECK(stored.measures[2].side == Side::right);
    CHECK(stored.measures[5].value == 66);
}

TEST_CASE("what a check-in cannot tell is refused with what it may be, and nothing is stored") {
    const Desk desk(1);
    const std::vector<std::pair<app::TypedCheckIn, std::string>> wrongs{
        {{.swelling = "huge"}, "none, less, same, more"},
        {{.limp = "perhaps"}, "yes, no, unknown"},
        {{.skipped = "lazy"}, "no_time"},
        {{.heel_raises = "20"}, "of each leg"},
        {{.heel_raises = "/"}, "needs a number"},
        {{.heel_raises = "20/x"}, "0 to 200"},
        {{.measures = {"push_ups=9"}}, "heel_raises, double_heel_raises"},
        {{.measures = {"walking_pain"}}, "needs a value"},
        {{.measures = {"walking_pain="}}, "needs a number"},
        {{.measures = {"walking_pain=11"}}, "0 to 10"},
        {{.measures = {"squat_control=0.5"}}, "yes or no"},
        {{.measures = {"sleep=7", "sleep=8"}}, "told twice"},
        {{.scores = {"visa_a=8,7"}}, "8 items, 2"},
        {{.scores = {"cait=x"}}, "between 0 and 30"},
        {{.pain_after = "1", .danger = "dragons"}, "no danger sign"},
        {{.pain_after = "1", .danger = ","}, "Say none"}};
    for (const auto& [typed, words] : wrongs) {
        CAPTURE(words);
        const Heard heard = desk.check_in(typed);
        CHECK(heard.code == app::kUsage);
        CHECK(has(heard.mentioned, words));
    }
    CHECK(desk.facts().check_ins.empty());
}

TEST_CASE("without the danger line a check-in is stored, and says that nothing progresses") {
    const Desk desk(1);
    const Heard open = desk.check_in({.pain_after = "1"});
    CHECK(open.code == app::kFine);
    CHECK(has(open.said, "danger signs are not answered"));
    REQUIRE(desk.facts().check_ins.size() == 1);
    CHECK(desk.facts().check_ins[0].answers.empty());
    CHECK_FALSE(has(desk.check_in({.pain_after = "1", .danger = "none"}).said, "not answered"));
    const Desk nobody(0);
    CHECK_FALSE(has(nobody.check_in({.pain_after = "1"}).said, "not answered"));
}

TEST_CASE("none answers every danger screen of the person and the problem, and no other question") {
    const Desk desk(1);
    CHECK(desk.check_in({.danger = "none"}).code == app::kFine);
    const auto facts = desk.facts();
    REQUIRE(facts.check_ins.size() == 1);
    const auto& answers = facts.check_ins[0].answers;
    CHECK(answers.size() == 5);
    for (const auto* screen :
         {"danger_limb", "danger_joint", "danger_calf", "danger_nerve", "danger_pain"}) {
        CAPTURE(screen);
        const Answer* answer = answer_to(answers, screen);
        REQUIRE(answer != nullptr);
        CHECK(options_of(*answer).empty());
        CHECK(answer->dated);
    }
    const Answer* body = answer_to(facts.answers, "danger_body");
    REQUIRE(body != nullptr);
    CHECK(options_of(*body).empty());
    CHECK(answer_to(answers, "bone_press") == nullptr);
}

TEST_CASE("a sign raises the level at once, and leaves the rest of another question open") {
    Desk desk(1);
    desk.options.output = app::Output::json;
    const Heard numb = desk.check_in({.danger = "foot_cold_or_pale,snap_at_back"});
    REQUIRE(numb.code == app::kFine);
    CHECK(has(numb.said, R"("danger_line": "answered")"));
    CHECK(has(numb.said, R"("level": "emergency")"));
    const auto facts = desk.facts();
    const auto& answers = facts.check_ins.at(0).answers;
    CHECK(options_of(*answer_to(answers, "danger_limb")) ==
          std::vector<std::string>{"foot_cold_or_pale"});
    CHECK_FALSE(answer_to(answers, "danger_limb")->incomplete);
    const Answer* injury = answer_to(answers, "injury_signs");
    REQUIRE(injury != nullptr);
    CHECK(options_of(*injury) == std::vector<std::string>{"snap_at_back"});
    CHECK(injury->incomplete);
}

TEST_CASE("fever told in one problem's check-in is a fever in the other problem too") {
    Desk desk(2);
    CHECK(desk.check_in({.episode = "e2", .pain_after = "1", .danger = "fever"}).code ==
          app::kFine);
    auto service = desk.open();
    const auto advice = good(service.advise(kAnna, local(kMorning)));
    REQUIRE(advice.episodes.size() == 2);
    CHECK(advice.episodes[0].triage.urgency.level() >= UrgencyLevel::within_days);
    CHECK(advice.episodes[1].triage.urgency.level() >= UrgencyLevel::within_days);
}

TEST_CASE("the danger line is asked until it is answered or left out") {
    const Knowledge knowledge = app::embedded_knowledge();
    std::istringstream in("what\n1, 9\n");
    std::ostringstream out;
    const auto answers =
        app::ask_danger(app::InterviewVoice(in, out), local(kMorning).at, knowledge);
    REQUIRE(answers);
    CHECK(options_of(*answer_to(*answers, "danger_body")) == std::vector<std::string>{"fever"});
    CHECK(options_of(*answer_to(*answers, "danger_limb")) == std::vector<std::string>{"deformity"});
    CHECK(options_of(*answer_to(*answers, "danger_calf")).empty());
    CHECK(has(out.str(), "no danger sign"));
    CHECK(has(out.str(), "1 fever"));
    for (const auto* line : {"s\n", "skip\n", ""}) {
        std::istringstream left(line);
        CHECK_FALSE(app::ask_danger(app::InterviewVoice(left, out), local(kMorning).at, knowledge));
    }
}

TEST_CASE("a problem ends with consent only, and reopening takes it back") {
    const Desk desk(2);
    CHECK(desk.end({.episode = "e1"}).code == app::kUsage);
    CHECK(desk.facts().episodes.size() == 2);
    const Heard ended = desk.end({"e1", "2026-02-28", app::Consent::given});
    CHECK(ended.code == app::kFine);
    CHECK(has(ended.said, "over since 2026-02-28"));
    REQUIRE(desk.facts().ended.size() == 1);
    CHECK(desk.facts().ended[0].ended_on == on("2026-02-28"));
    CHECK(desk.end({"e1", "", app::Consent::given}).code == app::kNothingFound);
    CHECK(desk.end({"e2", "2026-02-19", app::Consent::given}).code == app::kUsage);
    CHECK(desk.end({"e2", "2026-03-02", app::Consent::given}).code == app::kUsage);
    CHECK(desk.end({"e2", "soon", app::Consent::given}).code == app::kUsage);
    const auto reopen = [&](const char* id) {
        return hear([&] { return app::run_episode_reopen(id, desk.options); });
    };
    CHECK(reopen("e2").code == app::kNothingFound);
    CHECK(reopen("e1").code == app::kFine);
    CHECK(desk.facts().episodes.size() == 2);
    CHECK(desk.facts().ended.empty());
}

TEST_CASE("a visit is stored with what it clears, found and forbade") {
    const Desk desk(1);
    const Heard heard = desk.seen({.episode = "e1",
                                   .on = "2026-02-28",
                                   .by = "doctor",
                                   .clears = "R-041,running",
                                   .finding = "achilles_tendinopathy_midportion",
                                   .limits = {"no_running until 2026-04-01"}});
    CAPTURE(heard.mentioned);
    REQUIRE(heard.code == app::kFine);
    const auto facts = desk.facts();
    REQUIRE(facts.episodes.at(0).seen.size() == 1);
    const Seen& seen = facts.episodes[0].seen[0];
    CHECK(seen.by == SeenBy::doctor);
    CHECK(seen.on == on("2026-02-28"));
    REQUIRE(seen.clears.size() == 2);
    CHECK(seen.clears[1] == RuleId("running"));
    CHECK(seen.limits == std::vector<std::string>{"no_running until 2026-04-01"});
}

TEST_CASE("a visit that cannot be is refused, and nothing is stored") {
    const Desk desk(1);
    CHECK(has(desk.seen({.episode = "e1"}).mentioned, "Who saw you"));
    CHECK(has(desk.seen({.episode = "e1", .by = "barber"}).mentioned, "physiotherapist"));
    CHECK(has(desk.seen({.episode = "e1", .by = "doctor", .clears = "R-999"}).mentioned, "R-999"));
    CHECK(has(desk.seen({.episode = "e1", .by = "doctor", .finding = "gout2"}).mentioned,
              "no condition"));
    CHECK(desk.seen({.episode = "e1", .on = "2026-03-02", .by = "doctor"}).code == app::kUsage);
    CHECK(desk.seen({.episode = "e9", .by = "doctor"}).code == app::kNothingFound);
    CHECK(desk.facts().episodes[0].seen.empty());
}

TEST_CASE("problems are listed, open and ended, in words and as JSON") {
    Desk desk(2);
    static_cast<void>(desk.end({"e1", "2026-02-28", app::Consent::given}));
    const auto list = [&] { return hear([&] { return app::run_episode_list(desk.options); }); };
    CHECK(list().code == app::kFine);
    CHECK(has(list().said, "e2  left side, since 2026-02-20"));
    desk.options.output = app::Output::json;
    CHECK(has(list().said, R"("ended_on": "2026-02-28")"));
    const Desk none(0);
    CHECK(hear([&] { return app::run_episode_list(none.options); }).code == app::kNothingFound);
}

TEST_CASE("wishes are shown, changed in part, taken back and forgotten") {
    const Desk desk(0);
    CHECK(desk.wish({}).code == app::kFine);
    const Heard set = desk.wish({.days_a_week = "4",
                                 .days = "mon,wed,sat",
                                 .minutes = "40",
                                 .equipment = "band,step",
                                 .ground = "trail",
                                 .goal = "2026-05-10",
                                 .goal_km = "21.1",
                                 .usual_week_km = "38"});
    CHECK(set.code == app::kFine);
    CHECK(has(set.said, "mon, wed, sat"));
    CHECK(has(set.said, "2026-05-10, 21.1 km"));
    CHECK(desk.wish({.days = "any", .goal = "none"}).code == app::kFine);
    const Wishes changed = desk.facts().wishes;
    CHECK(changed.days_a_week == 4);
    CHECK(changed.days.empty());
    CHECK_FALSE(changed.goal_on);
    CHECK_FALSE(changed.goal_distance);
    CHECK(changed.time_a_day == Seconds(2400));
    CHECK(changed.equipment == std::vector{Equipment::band, Equipment::step});
    CHECK(desk.wish({.before = app::WishesBefore::cleared}).code == app::kFine);
    CHECK_FALSE(desk.facts().wishes.days_a_week);
}

TEST_CASE("a wish that cannot be is refused, and the others stay") {
    const Desk desk(0);
    CHECK(desk.wish({.days_a_week = "3"}).code == app::kFine);
    for (const app::TypedWishes& wrong :
         {app::TypedWishes{.days_a_week = "8"}, app::TypedWishes{.days_a_week = "2.5"},
          app::TypedWishes{.days = "monday"}, app::TypedWishes{.minutes = "x"},
          app::TypedWishes{.equipment = "rocket"}, app::TypedWishes{.ground = "moon"},
          app::TypedWishes{.goal = "soon"}, app::TypedWishes{.goal = "2026-02-28"},
          app::TypedWishes{.goal_km = "-1"}}) {
        const Heard heard = desk.wish(wrong);
        CHECK(heard.code == app::kUsage);
        CHECK_FALSE(heard.mentioned.empty());
    }
    CHECK(desk.facts().wishes.days_a_week == 3);
}

TEST_CASE("a plan of a problem that is not open is not found") {
    const Desk desk(1);
    const Heard heard = hear([&] { return app::run_plan("e9", desk.options); });
    CHECK(heard.code == app::kNothingFound);
    CHECK(has(heard.mentioned, "e9"));
}

}  // namespace footsure::contract
