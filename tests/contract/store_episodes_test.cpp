// SPDX-License-Identifier: Apache-2.0
#include "store_facts.hpp"
#include "store_place.hpp"

#include <doctest/doctest.h>

namespace footsure::contract {

namespace {

using Words = std::vector<std::string>;

const EpisodeId kHeel{"heel"};
const std::string kEvening = "2026-03-01T18:00:00Z";
const std::string kLater = "2026-03-09T18:00:00Z";

Seen visit(std::string_view day) {
    return {.on = on(day),
            .by = SeenBy::doctor,
            .clears = {RuleId("R-020"), RuleId("R-021")},
            .finding = ConditionId("lateral_sprain_grade_2"),
            .limits = {"no impact, 2 weeks", "yes"}};
}

CheckIn check_in(const EpisodeId& episode, std::string_view instant) {
    CheckIn result;
    result.at = at(instant);
    result.episode = episode;
    result.pain_during = PainScore::of(2.5);
    result.pain_morning = PainScore::of(0);
    result.stiffness_minutes = 5;
    result.answers = {said("swelling", Said::no, instant)};
    return result;
}

}  // namespace

TEST_CASE("a runner reads back as told, and what was not told stays unknown") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        Runner anna;
        anna.id = kAnna;
        anna.age_years = 38.5;
        anna.sex = Sex::female;
        anna.body_mass = Kilograms(61.2);
        good(store.put_runner(anna));
        place.reopen(store);
        auto read = good(store.runner(kAnna));
        CHECK(read.id == kAnna);
        CHECK(read.age_years == 38.5);
        CHECK(read.sex == Sex::female);
        CHECK(read.body_mass == Kilograms(61.2));
        CHECK_FALSE(read.height.has_value());
        anna.sex = Sex::male;
        anna.body_mass.reset();
        anna.height = Metres(1.68);
        good(store.put_runner(anna));
        read = good(store.runner(kAnna));
        CHECK(read.sex == Sex::male);
        CHECK_FALSE(read.body_mass.has_value());
        CHECK(read.height == Metres(1.68));
        CHECK(error_of(store.runner(kBen)) == "not_found");
        CHECK(error_of(store.case_file(kBen, local(kEvening))) == "not_found");
    });
}

TEST_CASE("an episode with all that was said about it") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        Episode told = episode_of(kAnkle, "2026-02-20");
        told.answers = {said("weight_bearing", Said::unknown, "2026-02-20T10:00:00.000001Z"),
                        said("places", Words{"atfl", "yes"}, kEvening),
                        said("none", Words{}, kEvening), said("pain_rest", 4.25, kEvening)};
        told.answers[1].corrects = true;
        told.seen = {visit("2026-02-21")};
        good(store.put_episode(kAnna, told, at(kEvening)));
        good(store.add_check_in(kAnna, check_in(kAnkle, kEvening), at(kEvening)));
        good(
            store.add_answer(kAnna, std::nullopt, said("fever", Said::no, kEvening), at(kEvening)));
        place.reopen(store);

        const CaseFile file = good(store.case_file(kAnna, local(kLater)));
        CHECK(file.at.at == at(kLater));
        CHECK(questions_of(file.answers) == Words{"fever"});
        REQUIRE(file.episodes.size() == 1);
        const Episode& read = file.episodes[0];
        CHECK(read.id == kAnkle);
        CHECK(read.side == Side::right);
        CHECK(read.started_on == on("2026-02-20"));
        CHECK(read.notes == "rolled it on a root");
        REQUIRE(read.answers.size() == 4);
        for (std::size_t i = 0; i < 4; ++i) {
            CAPTURE(i);
            CHECK(read.answers[i].question == told.answers[i].question);
            CHECK(read.answers[i].value == told.answers[i].value);
            CHECK(read.answers[i].at == told.answers[i].at);
            CHECK(read.answers[i].corrects == told.answers[i].corrects);
        }
        REQUIRE(read.seen.size() == 1);
        CHECK(read.seen[0].on == on("2026-02-21"));
        CHECK(read.seen[0].by == SeenBy::doctor);
        CHECK(read.seen[0].clears == visit("2026-02-21").clears);
        CHECK(read.seen[0].finding == ConditionId("lateral_sprain_grade_2"));
        CHECK(read.seen[0].limits == Words{"no impact, 2 weeks", "yes"});
        REQUIRE(file.check_ins.size() == 1);
        CHECK(file.check_ins[0].episode == kAnkle);
        CHECK(file.check_ins[0].pain_during == PainScore::of(2.5));
        CHECK_FALSE(file.check_ins[0].pain_after.has_value());
        CHECK(file.check_ins[0].pain_morning == PainScore::of(0));
        CHECK(file.check_ins[0].stiffness_minutes == 5);
        CHECK(questions_of(file.check_ins[0].answers) == Words{"swelling"});
    });
}

TEST_CASE("answers stand in the order they were told, whatever moment they speak of") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        good(store.put_episode(kAnna, episode_of(kAnkle, "2026-02-20"), at(kEvening)));
        Words expected;
        for (int i = 0; i < 12; ++i) {
            const std::string question = "q" + std::to_string(i);
            const std::string day = "2026-02-" + std::to_string(28 - i);
            good(store.add_answer(kAnna, kAnkle, said(question, Said::yes, day + "T08:00:00Z"),
                                  at(kEvening)));
            expected.push_back(question);
        }
        good(store.add_answer(kAnna, kAnkle, said("q0", Said::no, kEvening), at(kEvening)));
        expected.emplace_back("q0");
        place.reopen(store);
        const auto file = good(store.case_file(kAnna, local(kLater)));
        CHECK(questions_of(file.episodes.at(0).answers) == expected);
    });
}

TEST_CASE("editing an episode keeps what was said about it") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        Episode ankle = episode_of(kAnkle, "2026-02-20");
        ankle.answers = {said("snap", Said::yes, kEvening)};
        good(store.put_episode(kAnna, ankle, at(kEvening)));
        good(store.put_episode(kAnna, episode_of(kHeel, "2026-02-10"), at(kEvening)));
        ankle.answers = {said("snap", Said::no, kLater)};
        ankle.side = Side::left;
        ankle.started_on.reset();
        ankle.notes = "";
        good(store.put_episode(kAnna, ankle, at(kLater)));
        place.reopen(store);
        const auto file = good(store.case_file(kAnna, local(kLater)));
        REQUIRE(file.episodes.size() == 2);
        CHECK(file.episodes[0].id == kAnkle);
        CHECK(file.episodes[0].side == Side::left);
        CHECK_FALSE(file.episodes[0].started_on.has_value());
        CHECK(file.episodes[0].notes.empty());
        CHECK(questions_of(file.episodes[0].answers) == Words{"snap", "snap"});
    });
}

TEST_CASE("facts after the moment asked for are left out") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        const auto now = at(kLater);
        good(store.put_episode(kAnna, episode_of(kAnkle, "2026-02-20"), now));
        good(store.put_episode(kAnna, episode_of(kHeel, "2026-03-02"), now));
        for (const char* instant : {"2026-03-01T18:00:00Z", "2026-03-01T18:00:00.000001Z"}) {
            const auto bytes = bytes_of(instant);
            good(put_run(store, kAnna, run_of(bytes, instant)));
            good(store.add_answer(kAnna, std::nullopt, said("fever", Said::no, instant), now));
            good(store.add_answer(kAnna, kAnkle, said("snap", Said::no, instant), now));
            good(store.add_check_in(kAnna, check_in(kAnkle, instant), now));
        }
        good(store.add_seen(kAnna, kAnkle, visit("2026-03-01"), now));
        good(store.add_seen(kAnna, kAnkle, visit("2026-03-02"), now));
        place.reopen(store);

        const auto then = good(store.case_file(kAnna, local("2026-03-01T18:00:00Z")));
        CHECK(then.activities.size() == 1);
        CHECK(then.answers.size() == 1);
        CHECK(then.check_ins.size() == 1);
        REQUIRE(then.episodes.size() == 1);
        CHECK(then.episodes[0].answers.size() == 1);
        CHECK(then.episodes[0].seen.size() == 1);
        // The same moment where it is already the next day.
        const auto east = good(store.case_file(kAnna, local("2026-03-02T06:00:00+12:00")));
        CHECK(east.episodes.size() == 2);
        CHECK(east.episodes.at(0).seen.size() == 2);
        CHECK(east.answers.size() == 1);
    });
}

TEST_CASE("an ended episode leaves the case with all that belongs to it, from that day on") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        Episode ankle = episode_of(kAnkle, "2026-02-20");
        ankle.answers = {said("snap", Said::yes, kEvening)};
        ankle.seen = {visit("2026-02-21")};
        good(store.put_episode(kAnna, ankle, at(kEvening)));
        good(store.put_episode(kAnna, episode_of(kHeel, "2026-02-10"), at(kEvening)));
        good(store.add_check_in(kAnna, check_in(kAnkle, kEvening), at(kEvening)));
        good(store.end_episode(kAnna, kAnkle, on("2026-03-05")));
        place.reopen(store);
        CHECK(good(store.open_episode_ids(kAnna, on("2026-02-09"))).empty());
        CHECK(good(store.open_episode_ids(kAnna, on("2026-03-04"))) ==
              std::vector<EpisodeId>{kAnkle, kHeel});
        CHECK(good(store.open_episode_ids(kAnna, on("2026-03-05"))) ==
              std::vector<EpisodeId>{kHeel});
        const auto after = good(store.case_file(kAnna, local("2026-03-05T00:00:00Z")));
        CHECK(after.check_ins.empty());
        CHECK(after.answers.empty());
        REQUIRE(after.episodes.size() == 1);
        CHECK(after.episodes[0].answers.empty());
        CHECK(after.episodes[0].seen.empty());
        const auto before = good(store.case_file(kAnna, local("2026-03-04T23:59:59Z")));
        CHECK(before.episodes.size() == 2);
        CHECK(before.check_ins.size() == 1);
        CHECK(error_of(store.end_episode(kAnna, EpisodeId("none"), on("2026-03-05"))) ==
              "not_found");
    });
}

TEST_CASE("no runner sees another runner's case, even under the same episode id") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        Episode annas = episode_of(kAnkle, "2026-02-20");
        annas.answers = {said("snap", Said::yes, kEvening)};
        annas.seen = {visit("2026-02-21")};
        good(store.put_episode(kAnna, annas, at(kEvening)));
        good(store.add_check_in(kAnna, check_in(kAnkle, kEvening), at(kEvening)));
        good(store.add_answer(kAnna, std::nullopt, said("fever", Said::yes, kEvening),
                              at(kEvening)));
        const auto nothing = good(store.case_file(kBen, local(kLater)));
        CHECK(nothing.runner.id == kBen);
        CHECK(nothing.episodes.empty());
        CHECK(nothing.answers.empty());
        CHECK(nothing.check_ins.empty());
        CHECK(good(store.open_episode_ids(kBen, on("2026-03-01"))).empty());
        CHECK(error_of(store.end_episode(kBen, kAnkle, on("2026-03-01"))) == "not_found");
        // Ben cannot speak about an episode of Anna's …
        const auto answer = said("snap", Said::no, kEvening);
        CHECK(error_of(store.add_answer(kBen, kAnkle, answer, at(kEvening))) == "constraint");
        CHECK(error_of(store.add_seen(kBen, kAnkle, visit("2026-02-21"), at(kEvening))) ==
              "constraint");
        CHECK(error_of(store.add_check_in(kBen, check_in(kAnkle, kEvening), at(kEvening))) ==
              "constraint");
        // … but have one of his own with that id.
        Episode bens = episode_of(kAnkle, "2026-02-25");
        bens.side = Side::both;
        good(store.put_episode(kBen, bens, at(kEvening)));
        good(store.end_episode(kBen, kAnkle, on("2026-03-02")));
        place.reopen(store);
        const auto file = good(store.case_file(kAnna, local(kLater)));
        REQUIRE(file.episodes.size() == 1);
        CHECK(file.episodes[0].side == Side::right);
        CHECK(questions_of(file.episodes[0].answers) == Words{"snap"});
        CHECK(file.episodes[0].seen.size() == 1);
        CHECK(file.check_ins.size() == 1);
        const auto bens_file = good(store.case_file(kBen, local("2026-03-01T18:00:00Z")));
        REQUIRE(bens_file.episodes.size() == 1);
        CHECK(bens_file.episodes[0].side == Side::both);
        CHECK(bens_file.episodes[0].answers.empty());
        CHECK(bens_file.episodes[0].seen.empty());
        CHECK(bens_file.check_ins.empty());
        CHECK(bens_file.answers.empty());
    });
}

TEST_CASE("a fact about a runner or episode that is not there is refused") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        const auto bytes = bytes_of("run");
        const auto answer = said("fever", Said::no, kEvening);
        CHECK(error_of(put_run(store, kAnna, run_of(bytes, kEvening))) == "constraint");
        CHECK(error_of(store.add_answer(kAnna, std::nullopt, answer, at(kEvening))) ==
              "constraint");
        CHECK(error_of(store.put_episode(kAnna, episode_of(kAnkle, "2026-02-20"), at(kEvening))) ==
              "constraint");
        put_both(store);
        CHECK(error_of(store.add_answer(kAnna, kAnkle, answer, at(kEvening))) == "constraint");
        CHECK(error_of(store.put_runner(Runner{})) == "constraint");
    });
}

TEST_CASE("both databases refuse the same values and keep the same text") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        Episode odd = episode_of(kAnkle, "2026-02-20");
        for (const std::string& bad :
             {std::string("a\0b", 3), std::string("\xC0\xAF"), std::string("\xED\xA0\x80"),
              std::string("\xF4\x90\x80\x80"), std::string("cut \xE2\x82")}) {
            odd.notes = bad;
            CHECK(error_of(store.put_episode(kAnna, odd, at(kEvening))) == "constraint");
        }
        Runner heavy;
        heavy.id = kAnna;
        heavy.body_mass = Kilograms(std::numeric_limits<double>::quiet_NaN());
        CHECK(error_of(store.put_runner(heavy)) == "constraint");
        odd.notes = "'); drop table answers; -- $1 \\ \" \u20ac \U0001F9B6\n";
        good(store.put_episode(kAnna, odd, at(kEvening)));
        place.reopen(store);
        const auto file = good(store.case_file(kAnna, local(kLater)));
        CHECK(file.episodes.at(0).notes == odd.notes);
    });
}

}  // namespace footsure::contract
