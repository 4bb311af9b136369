// SPDX-License-Identifier: Apache-2.0
#include "store_facts.hpp"
#include "store_place.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace footsure::contract {

namespace {

const std::string kEvening = "2026-03-01T18:00:00Z";
const std::string kLater = "2026-03-09T18:00:00Z";

CheckIn with_signs(const EpisodeId& episode) {
    return {.at = at(kEvening),
            .episode = episode,
            .swelling = SwellingTrend::less,
            .limp = Said::no,
            .gave_way = Said::yes,
            .painkiller = Said::unknown,
            .focal_ache = Said::yes,
            .skipped = SkipReason::no_wish,
            .measures = {{MeasureKind::heel_raises, Side::left, 20},
                         {MeasureKind::sleep, Side::unknown, 7.25}}};
}

void check_signs(const CheckIn& read) {
    CHECK(read.swelling == SwellingTrend::less);
    CHECK(read.limp == Said::no);
    CHECK(read.gave_way == Said::yes);
    CHECK(read.painkiller == Said::unknown);
    CHECK(read.focal_ache == Said::yes);
    CHECK(read.skipped == SkipReason::no_wish);
    REQUIRE(read.measures.size() == 2);
    CHECK(read.measures[0].kind == MeasureKind::heel_raises);
    CHECK(read.measures[0].side == Side::left);
    CHECK(read.measures[0].value == 20);
    CHECK(read.measures[1].side == Side::unknown);
    CHECK(read.measures[1].value == 7.25);
}

store::NewWishes wish(const Wishes& wishes, std::string_view instant,
                      store::WishesStart start = store::WishesStart::on_top) {
    return {wishes, start, at(instant)};
}

void turn_into_third(Place& place) {
    for (const auto* table : {"check_ins", "person_check_ins"}) {
        for (const auto* column :
             {"swelling", "limp", "gave_way", "painkiller", "focal_ache", "skipped", "measures"}) {
            place.tamper(std::string("alter table ") + table + " drop column " + column);
        }
    }
    place.tamper("drop table wishes");
    place.tamper("drop table calendar_entries");
    place.tamper("update schema_version set version = 3");
}

}  // namespace

TEST_CASE("the signs and measures of a check-in come back, of a problem and of the person") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        good(store.put_episode(kAnna, episode_of(kAnkle, "2026-02-20"), at(kEvening)));
        good(store.add_check_in(kAnna, with_signs(kAnkle), at(kEvening)));
        good(store.add_check_in(kAnna, with_signs(EpisodeId()), at(kEvening)));
        good(store.add_check_in(kAnna, {.at = at(kEvening), .pain_after = PainScore::of(1)},
                                at(kEvening)));
        place.reopen(store);
        const auto file = good(store.case_file(kAnna, local(kLater)));
        REQUIRE(file.check_ins.size() == 3);
        check_signs(file.check_ins[0]);
        CHECK(file.check_ins[0].episode == kAnkle);
        check_signs(file.check_ins[1]);
        CHECK(file.check_ins[1].episode.empty());
        CHECK_FALSE(file.check_ins[2].limp);
        CHECK_FALSE(file.check_ins[2].swelling);
        CHECK_FALSE(file.check_ins[2].skipped);
        CHECK(file.check_ins[2].measures.empty());
    });
}

TEST_CASE("what was never stored as a sign or a measure is corrupt") {
    in_each_place([](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        store::Store store = place.open();
        put_both(store);
        good(store.add_check_in(kAnna, with_signs(EpisodeId()), at(kEvening)));
        for (const auto* column : {"swelling", "limp", "skipped", "measures"}) {
            CAPTURE(column);
            const std::string set = std::string("update person_check_ins set ") + column;
            place.tamper(set + " = '{'");
            CHECK(error_of(store.case_file(kAnna, local(kLater))) == "corrupt");
            place.tamper(set + " = null");
            good(store.case_file(kAnna, local(kLater)));
        }
    });
}

TEST_CASE("an ended problem stands apart with its answers and visits; reopening brings it back") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        Episode ankle = episode_of(kAnkle, "2026-02-20");
        ankle.answers = {said("snap", Said::yes, kEvening)};
        ankle.seen = {{.on = on("2026-02-21"), .finding = ConditionId("sprain")}};
        good(store.put_episode(kAnna, ankle, at(kEvening)));
        good(store.add_check_in(kAnna, with_signs(kAnkle), at(kEvening)));
        good(store.end_episode(kAnna, kAnkle, on("2026-03-05")));
        place.reopen(store);
        const auto after = good(store.case_file(kAnna, local(kLater)));
        CHECK(after.episodes.empty());
        CHECK(after.check_ins.empty());
        REQUIRE(after.ended.size() == 1);
        CHECK(after.ended[0].id == kAnkle);
        CHECK(after.ended[0].side == Side::right);
        CHECK(after.ended[0].started_on == on("2026-02-20"));
        CHECK(after.ended[0].ended_on == on("2026-03-05"));
        CHECK(questions_of(after.ended[0].answers) == std::vector<std::string>{"snap"});
        REQUIRE(after.ended[0].seen.size() == 1);
        CHECK(after.ended[0].seen[0].finding == ConditionId("sprain"));
        // The day before nobody knew that it would end.
        const auto before = good(store.case_file(kAnna, local("2026-03-04T23:59:59Z")));
        CHECK(before.ended.empty());
        REQUIRE(before.episodes.size() == 1);
        CHECK_FALSE(before.episodes[0].ended_on);
        CHECK(good(store.case_file(kBen, local(kLater))).ended.empty());

        good(store.reopen_episode(kAnna, kAnkle));
        const auto again = good(store.case_file(kAnna, local(kLater)));
        CHECK(again.ended.empty());
        REQUIRE(again.episodes.size() == 1);
        CHECK(questions_of(again.episodes[0].answers) == std::vector<std::string>{"snap"});
        CHECK(again.check_ins.size() == 1);
        CHECK(error_of(store.reopen_episode(kBen, kAnkle)) == "not_found");
    });
}

TEST_CASE("wishes replace only what they name, in the order of telling, unless they begin anew") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        const auto wishes = [&](std::string_view instant) {
            return good(store.case_file(kAnna, local(instant))).wishes;
        };
        CHECK_FALSE(wishes(kLater).days_a_week);
        Wishes first{.days_a_week = 4, .time_a_day = Seconds(2400)};
        first.equipment = std::vector{Equipment::band};
        good(store.add_wishes(kAnna, wish(first, kEvening), at(kEvening)));
        Wishes second{.days_a_week = 3};
        second.days = {std::chrono::Monday, std::chrono::Sunday};
        second.goal_on = on("2026-05-10");
        good(store.add_wishes(kAnna, wish(second, "2026-03-05T00:00:00Z"), at(kEvening)));
        place.reopen(store);
        CHECK(wishes(kEvening).days_a_week == 4);
        CHECK_FALSE(wishes(kEvening).goal_on);
        const Wishes both = wishes(kLater);
        CHECK(both.days_a_week == 3);
        CHECK(both.time_a_day == Seconds(2400));
        CHECK(both.days == second.days);
        CHECK(both.equipment == first.equipment);
        CHECK(both.goal_on == on("2026-05-10"));
        Wishes none;
        none.equipment = std::vector<Equipment>{};
        good(store.add_wishes(kAnna, wish(none, kLater, store::WishesStart::anew), at(kLater)));
        CHECK_FALSE(wishes(kLater).days_a_week);
        CHECK(wishes(kLater).equipment == std::vector<Equipment>{});
        CHECK_FALSE(good(store.case_file(kBen, local(kLater))).wishes.equipment);
        CHECK(error_of(store.add_wishes(RunnerId("nobody"), wish(first, kEvening), at(kEvening))) ==
              "constraint");
    });
}

TEST_CASE("data of the third version is taken over with every fact in it") {
    in_each_place([](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        {
            store::Store store = place.open();
            put_both(store);
            good(store.put_episode(kAnna, episode_of(kAnkle, "2026-02-20"), at(kEvening)));
            good(store.add_check_in(
                kAnna, {.at = at(kEvening), .episode = kAnkle, .pain_after = PainScore::of(2)},
                at(kEvening)));
            good(store.add_check_in(kAnna, {.at = at(kEvening), .soreness = PainScore::of(4)},
                                    at(kEvening)));
        }
        turn_into_third(place);
        store::Store store = place.open();
        const auto file = good(store.case_file(kAnna, local(kLater)));
        REQUIRE(file.check_ins.size() == 2);
        CHECK(file.check_ins[0].pain_after == PainScore::of(2));
        CHECK_FALSE(file.check_ins[0].limp);
        CHECK(file.check_ins[1].soreness == PainScore::of(4));
        good(store.add_check_in(kAnna, with_signs(kAnkle), at(kEvening)));
        good(store.add_check_in(kAnna, with_signs(EpisodeId()), at(kEvening)));
        good(store.add_wishes(kAnna, wish({.days_a_week = 2}, kEvening), at(kEvening)));
        place.reopen(store);
        const auto now = good(store.case_file(kAnna, local(kLater)));
        REQUIRE(now.check_ins.size() == 4);
        check_signs(now.check_ins[2]);
        check_signs(now.check_ins[3]);
        CHECK(now.wishes.days_a_week == 2);
    });
}

}  // namespace footsure::contract
