// SPDX-License-Identifier: Apache-2.0
#include "store_facts.hpp"
#include "store_place.hpp"

#include <doctest/doctest.h>

namespace footsure::contract {

namespace {

const std::string kEvening = "2026-03-01T18:00:00Z";
const std::string kLater = "2026-03-09T18:00:00Z";

ShoeEvent told(const std::string& shoe, std::string_view instant, decltype(ShoeEvent::what) what) {
    return {shoe, at(instant), std::move(what)};
}

std::vector<Shoe> shoes_of(store::Store& store, const RunnerId& runner, std::string_view instant) {
    return good(store.case_file(runner, local(instant))).shoes;
}

}  // namespace

TEST_CASE("a pair is what all that was told of it says together, in the order of telling") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        const auto add = [&](decltype(ShoeEvent::what) what) {
            good(store.add_shoe_event(kAnna, told("Ghost", kEvening, std::move(what)),
                                      at(kEvening)));
        };
        add(ShoeDescription{ShoeKind::usual, Metres(0.008), Metres(5000), on("2026-01-01")});
        add(ShoeInspection{on("2026-02-20"), "worn at the heel"});
        add(ShoeRetired{on("2026-02-25")});
        good(store.add_shoe_event(kAnna, told("Old", kEvening, ShoeRetired{on("2026-01-05")}),
                                  at(kEvening)));
        place.reopen(store);
        auto shoes = shoes_of(store, kAnna, kLater);
        REQUIRE(shoes.size() == 2);
        CHECK(shoes[0].name == "Ghost");
        CHECK(shoes[0].kind == ShoeKind::usual);
        REQUIRE(shoes[0].drop);
        CHECK(shoes[0].drop->value() == doctest::Approx(0.008));
        CHECK(shoes[0].distance_before == Metres(5000));
        CHECK(shoes[0].introduced_on == on("2026-01-01"));
        CHECK(shoes[0].retired_on == on("2026-02-25"));
        REQUIRE(shoes[0].inspections.size() == 1);
        CHECK(shoes[0].inspections[0].text == "worn at the heel");
        CHECK(shoes[1].name == "Old");
        CHECK(shoes[1].retired_on == on("2026-01-05"));

        add(ShoeTakenUp{on("2026-02-28")});
        add(ShoeDescription{.kind = ShoeKind::plated});
        add(ShoeInspection{on("2026-02-27"), "torn"});
        shoes = shoes_of(store, kAnna, kLater);
        REQUIRE(shoes.size() == 2);
        CHECK(shoes[0].kind == ShoeKind::plated);
        CHECK_FALSE(shoes[0].drop);
        CHECK_FALSE(shoes[0].introduced_on);
        CHECK_FALSE(shoes[0].retired_on);
        REQUIRE(shoes[0].inspections.size() == 2);
        CHECK(shoes[0].inspections[1].text == "torn");
        CHECK(shoes_of(store, kBen, kLater).empty());
    });
}

TEST_CASE("what is told of a pair for later is left out until then") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        const auto add = [&](std::string_view instant, decltype(ShoeEvent::what) what) {
            good(store.add_shoe_event(kAnna, told("Ghost", instant, std::move(what)), at(kLater)));
        };
        add("2026-02-01T00:00:00Z", ShoeDescription{.kind = ShoeKind::minimal});
        add("2026-02-10T00:00:00Z", ShoeInspection{on("2026-02-10"), "worn"});
        add("2026-02-20T00:00:00Z", ShoeRetired{on("2026-02-20")});
        CHECK(shoes_of(store, kAnna, "2026-01-31T23:59:59Z").empty());
        auto shoes = shoes_of(store, kAnna, "2026-02-09T00:00:00Z");
        REQUIRE(shoes.size() == 1);
        CHECK(shoes[0].kind == ShoeKind::minimal);
        CHECK(shoes[0].inspections.empty());
        CHECK_FALSE(shoes[0].retired_on);
        shoes = shoes_of(store, kAnna, "2026-02-20T00:00:00Z");
        REQUIRE(shoes.size() == 1);
        CHECK(shoes[0].inspections.size() == 1);
        CHECK(shoes[0].retired_on == on("2026-02-20"));
    });
}

TEST_CASE("pairs may be called anything that is text") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        const std::vector<std::string> names{
            "'; drop table runners; --",      "\"quoted\" \\ and $1",   "two\nlines\tand\x1b[31m",
            "l\xC3\xA4ufer \xF0\x9F\x91\x9F", std::string(10'000, 'x'), " "};
        for (const auto& name : names) {
            good(store.add_shoe_event(
                kAnna, told(name, kEvening, ShoeInspection{on("2026-02-01"), name}), at(kEvening)));
        }
        place.reopen(store);
        const auto shoes = shoes_of(store, kAnna, kLater);
        REQUIRE(shoes.size() == names.size());
        for (std::size_t i = 0; i < names.size(); ++i) {
            CHECK(shoes[i].name == names[i]);
            REQUIRE(shoes[i].inspections.size() == 1);
            CHECK(shoes[i].inspections[0].text == names[i]);
        }
        for (const std::string& name :
             {std::string(), std::string("a\0b", 3), std::string("\xE4")}) {
            CHECK(error_of(store.add_shoe_event(kAnna, told(name, kEvening, ShoeDescription{}),
                                                at(kEvening))) == "constraint");
        }
        CHECK(error_of(store.add_shoe_event(RunnerId("nobody"),
                                            told("Ghost", kEvening, ShoeDescription{}),
                                            at(kEvening))) == "constraint");
        CHECK(shoes_of(store, kAnna, kLater).size() == names.size());
    });
}

TEST_CASE("what was never told of a pair is found out") {
    in_each_place([](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        store::Store store = place.open();
        put_both(store);
        good(store.add_shoe_event(kAnna, told("Ghost", kEvening, ShoeDescription{}), at(kEvening)));
        place.tamper("update shoe_events set kind = 'sold'");
        CHECK(error_of(store.case_file(kAnna, local(kLater))) == "corrupt");
        place.tamper("update shoe_events set kind = 'retired', value = '{\"on\":\"soon\"}'");
        CHECK(error_of(store.case_file(kAnna, local(kLater))) == "corrupt");
        CHECK(shoes_of(store, kBen, kLater).empty());
    });
}

TEST_CASE("a check-in of the whole person, between those of an episode, in the order of telling") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        good(store.put_episode(kAnna, episode_of(kAnkle, "2026-02-20"), at(kEvening)));
        CheckIn of_ankle{.at = at(kEvening),
                         .episode = kAnkle,
                         .pain_during = PainScore::of(5),
                         .soreness = PainScore::of(2.5)};
        of_ankle.answers = {said("swelling", Said::no, kEvening)};
        CheckIn of_person{.at = at(kEvening),
                          .pain_during = PainScore::of(1),
                          .pain_after = PainScore::of(2),
                          .pain_morning = PainScore::of(3),
                          .stiffness_minutes = 4,
                          .soreness = PainScore::of(10)};
        of_person.answers = {said("fever", Said::no, kEvening)};
        const CheckIn tomorrow{.at = at("2026-03-10T07:00:00Z"), .soreness = PainScore::of(0)};
        for (const CheckIn& one : {of_ankle, of_person, of_ankle, tomorrow}) {
            good(store.add_check_in(kAnna, one, at(kEvening)));
        }
        place.reopen(store);
        const auto file = good(store.case_file(kAnna, local(kLater)));
        REQUIRE(file.check_ins.size() == 3);
        CHECK(file.check_ins[0].episode == kAnkle);
        CHECK(file.check_ins[0].soreness == PainScore::of(2.5));
        CHECK(questions_of(file.check_ins[0].answers) == std::vector<std::string>{"swelling"});
        const CheckIn& read = file.check_ins[1];
        CHECK(read.episode.empty());
        CHECK(read.at == at(kEvening));
        CHECK(read.pain_during == PainScore::of(1));
        CHECK(read.pain_after == PainScore::of(2));
        CHECK(read.pain_morning == PainScore::of(3));
        CHECK(read.stiffness_minutes == 4);
        CHECK(read.soreness == PainScore::of(10));
        CHECK(file.check_ins[2].episode == kAnkle);
        CHECK(questions_of(file.answers) == std::vector<std::string>{"fever"});
        const auto next = good(store.case_file(kAnna, local("2026-03-11T00:00:00Z")));
        REQUIRE(next.check_ins.size() == 4);
        CHECK(next.check_ins[3].soreness == PainScore::of(0));
        CHECK_FALSE(next.check_ins[3].pain_during);

        // The Episode takes its own check-ins along when it ends; the person's stay, and what was
        // told of both legs.
        good(store.end_episode(kAnna, kAnkle, on("2026-03-05")));
        const auto ended = good(store.case_file(kAnna, local(kLater)));
        REQUIRE(ended.check_ins.size() == 3);
        CHECK(ended.check_ins[0].soreness == PainScore::of(2.5));
        CHECK(ended.check_ins[0].episode.empty());
        CHECK_FALSE(ended.check_ins[0].pain_during);
        CHECK(ended.check_ins[0].answers.empty());
        CHECK(ended.check_ins[1].pain_during == PainScore::of(1));
        CHECK(ended.check_ins[2].soreness == PainScore::of(2.5));
        CHECK(good(store.case_file(kBen, local(kLater))).check_ins.empty());
        CHECK(error_of(store.add_check_in(RunnerId("nobody"), of_person, at(kEvening))) ==
              "constraint");
    });
}

}  // namespace footsure::contract
