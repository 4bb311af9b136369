// SPDX-License-Identifier: Apache-2.0
#include "footsure/commands.hpp"
#include "footsure/embedded_knowledge.hpp"
#include "footsure/exit_code.hpp"
#include "heard.hpp"
#include "import_ground.hpp"

#include <doctest/doctest.h>

namespace footsure::contract {

namespace {

const std::string kMorning = "2026-03-01T07:00:00+01:00";

/// Anna's data with so many open problems.
struct Morning {
    TemporaryFolder folder;
    Knowledge knowledge = app::embedded_knowledge();
    app::DataOptions options{.data = folder.path().string(), .runner = "anna", .at = kMorning};

    explicit Morning(int problems) {
        auto service = open();
        CaseFile file{.at = local("2026-02-28T07:00:00+01:00"), .runner = {.id = kAnna}};
        for (int i = 1; i <= problems; ++i) {
            file.episodes.push_back({.id = EpisodeId("e" + std::to_string(i)),
                                     .side = Side::left,
                                     .started_on = on("2026-02-20")});
        }
        good(service.put_case(file));
    }

    service::Service open() const {
        return open_for_anna(store::SqliteFile{folder.path() / "footsure.sqlite"}, knowledge);
    }

    Heard check_in(const app::TypedCheckIn& typed) const {
        return hear([&] { return app::run_check_in(typed, options); });
    }

    std::vector<CheckIn> stored() const {
        auto service = open();
        return good(service.case_file(kAnna, local(kMorning))).check_ins;
    }
};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("soreness alone is of the whole person; each open problem is judged again") {
    const Morning morning(2);
    const Heard heard = morning.check_in({.soreness = "3"});
    CHECK(heard.code == app::kFine);
    CHECK(has(heard.said, "Stored for 2026-03-01T07:00: soreness 3 of 10.\n"));
    CHECK(has(heard.said, "Problem e1 now: "));
    CHECK(has(heard.said, "Problem e2 now: "));
    const auto stored = morning.stored();
    REQUIRE(stored.size() == 1);
    CHECK(stored[0].episode.empty());
    CHECK(stored[0].soreness == PainScore::of(3));
}

TEST_CASE("pain is of the one open problem; of several one must be named") {
    const Morning one(1);
    CHECK(one.check_in({.pain_during = "2.5", .stiffness = "15"}).code == app::kFine);
    const auto stored = one.stored();
    REQUIRE(stored.size() == 1);
    CHECK(stored[0].episode == EpisodeId("e1"));
    CHECK(stored[0].pain_during == PainScore::of(2.5));
    CHECK(stored[0].stiffness_minutes == 15);
    const Morning two(2);
    const Heard unclear = two.check_in({.pain_after = "2"});
    CHECK(unclear.code == app::kUsage);
    CHECK(has(unclear.mentioned, "e1, e2"));
    CHECK(two.stored().empty());
    CHECK(two.check_in({.episode = "e2", .pain_after = "2"}).code == app::kFine);
    REQUIRE(two.stored().size() == 1);
    CHECK(two.stored()[0].episode == EpisodeId("e2"));
}

TEST_CASE("without an open problem pain is of the whole person, and none can be named") {
    const Morning none(0);
    CHECK(none.check_in({.pain_morning = "1"}).code == app::kFine);
    REQUIRE(none.stored().size() == 1);
    CHECK(none.stored()[0].episode.empty());
    for (const std::string& id : {std::string("e1"), std::string(10'000, 'x'),
                                  std::string("'; drop table episodes; --\n")}) {
        CHECK(none.check_in({.episode = id, .pain_morning = "1"}).code == app::kNothingFound);
    }
    CHECK(none.stored().size() == 1);
}

TEST_CASE("a number outside its range is refused with the range, and nothing is stored") {
    const Morning morning(1);
    for (const char* wrong : {"11", "-1", "x", "3 ", "nan", "1e9"}) {
        CAPTURE(wrong);
        for (const auto& typed :
             {app::TypedCheckIn{.soreness = wrong}, app::TypedCheckIn{.pain_during = wrong},
              app::TypedCheckIn{.pain_after = wrong}, app::TypedCheckIn{.pain_morning = wrong}}) {
            const Heard heard = morning.check_in(typed);
            CHECK(heard.code == app::kUsage);
            CHECK(has(heard.mentioned, "0 to 10"));
        }
    }
    CHECK(has(morning.check_in({.stiffness = "1441"}).mentioned, "0 to 1440"));
    CHECK(morning.check_in({}).code == app::kUsage);
    CHECK(morning.check_in({.episode = "e1"}).code == app::kUsage);
    CHECK(morning.stored().empty());
}

TEST_CASE("strong pain told in a check-in is heard: the level rises") {
    Morning morning(1);
    {
        auto service = morning.open();
        good(service.add_answer(kAnna, EpisodeId("e1"),
                                said("danger_pain", std::vector<std::string>{"pain_unrelieved"},
                                     "2026-03-01T05:00:00Z")));
    }
    morning.options.output = app::Output::json;
    const Heard before = morning.check_in({.pain_during = "0"});
    CHECK(has(before.said, R"("pain_during": 0.0)"));
    CHECK_FALSE(has(before.said, R"("level": "same_day")"));
    morning.options.at = "2026-03-01T08:00:00+01:00";
    const Heard after = morning.check_in({.pain_during = "9"});
    CHECK(after.code == app::kFine);
    CHECK(has(after.said, R"("level": "same_day")"));
}

}  // namespace footsure::contract
