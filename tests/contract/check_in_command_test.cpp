// SPDX-License-Identifier: Apache-2.0
#include "desk.hpp"
#include "footsure/exit_code.hpp"

#include <doctest/doctest.h>

namespace footsure::contract {

TEST_CASE("soreness alone is of the whole person; each open problem is judged again") {
    const Desk desk(2);
    const Heard heard = desk.check_in({.soreness = "3"});
    CHECK(heard.code == app::kFine);
    CHECK(has(heard.said, "Stored for 2026-03-01T07:00: soreness 3 of 10.\n"));
    CHECK(has(heard.said, "Problem e1 now: "));
    CHECK(has(heard.said, "Problem e2 now: "));
    const auto stored = desk.facts().check_ins;
    REQUIRE(stored.size() == 1);
    CHECK(stored[0].episode.empty());
    CHECK(stored[0].soreness == PainScore::of(3));
}

TEST_CASE("pain is of the one open problem; of several one must be named") {
    const Desk one(1);
    CHECK(one.check_in({.pain_during = "2.5", .stiffness = "15"}).code == app::kFine);
    const auto stored = one.facts().check_ins;
    REQUIRE(stored.size() == 1);
    CHECK(stored[0].episode == EpisodeId("e1"));
    CHECK(stored[0].pain_during == PainScore::of(2.5));
    CHECK(stored[0].stiffness_minutes == 15);
    const Desk two(2);
    const Heard unclear = two.check_in({.pain_after = "2"});
    CHECK(unclear.code == app::kUsage);
    CHECK(has(unclear.mentioned, "e1, e2"));
    CHECK(two.facts().check_ins.empty());
    CHECK(two.check_in({.episode = "e2", .pain_after = "2"}).code == app::kFine);
    REQUIRE(two.facts().check_ins.size() == 1);
    CHECK(two.facts().check_ins[0].episode == EpisodeId("e2"));
}

TEST_CASE("without an open problem pain is of the whole person, and none can be named") {
    const Desk none(0);
    CHECK(none.check_in({.pain_morning = "1"}).code == app::kFine);
    REQUIRE(none.facts().check_ins.size() == 1);
    CHECK(none.facts().check_ins[0].episode.empty());
    for (const std::string& id : {std::string("e1"), std::string(10'000, 'x'),
                                  std::string("'; drop table episodes; --\n")}) {
        CHECK(none.check_in({.episode = id, .pain_morning = "1"}).code == app::kNothingFound);
    }
    CHECK(none.facts().check_ins.size() == 1);
}

TEST_CASE("a number outside its range is refused with the range, and nothing is stored") {
    const Desk desk(1);
    for (const char* wrong : {"11", "-1", "x", "3 ", "nan", "1e9"}) {
        CAPTURE(wrong);
        for (const auto& typed :
             {app::TypedCheckIn{.soreness = wrong}, app::TypedCheckIn{.pain_during = wrong},
              app::TypedCheckIn{.pain_after = wrong}, app::TypedCheckIn{.pain_morning = wrong}}) {
            const Heard heard = desk.check_in(typed);
            CHECK(heard.code == app::kUsage);
            CHECK(has(heard.mentioned, "0 to 10"));
        }
    }
    CHECK(has(desk.check_in({.stiffness = "1441"}).mentioned, "0 to 1440"));
    CHECK(desk.check_in({}).code == app::kUsage);
    CHECK(desk.check_in({.episode = "e1"}).code == app::kUsage);
    CHECK(desk.facts().check_ins.empty());
}

TEST_CASE("strong pain told in a check-in is heard: the level rises") {
    Desk desk(1);
    {
        auto service = desk.open();
        good(service.add_answer(kAnna, EpisodeId("e1"),
                                said("danger_pain", std::vector<std::string>{"pain_unrelieved"},
                                     "2026-03-01T05:00:00Z")));
    }
    desk.options.output = app::Output::json;
    const Heard before = desk.check_in({.pain_during = "0"});
    CHECK(has(before.said, R"("pain_during": 0.0)"));
    CHECK_FALSE(has(before.said, R"("level": "same_day")"));
    desk.options.at = "2026-03-01T08:00:00+01:00";
    const Heard after = desk.check_in({.pain_during = "9"});
    CHECK(after.code == app::kFine);
    CHECK(has(after.said, R"("level": "same_day")"));
}

}  // namespace footsure::contract
