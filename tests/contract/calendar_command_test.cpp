// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.hpp"
#include "encode/encode.hpp"
#include "encode/session_facts_test.hpp"
#include "footsure/chosen_session.hpp"
#include "footsure/commands.hpp"
#include "footsure/data_folder.hpp"
#include "footsure/exit_code.hpp"
#include "footsure/files.hpp"
#include "heard.hpp"
#include "store_facts.hpp"
#include "store_place.hpp"

#include <doctest/doctest.h>

#include <filesystem>

namespace footsure::contract {

namespace {

using encode::of_kind;
using encode::strength;
using encode::walk_run;

const std::string kMonday = "2026-03-02T08:00:00+01:00";
const std::string kTuesday = "2026-03-03T08:00:00+01:00";

std::vector<PlannedDay> plan() {
    return {{on("2026-03-02"), {of_kind(SessionKind::rest, "2026-03-02-rest")}},
            {on("2026-03-03"), {strength(), walk_run()}},
            {on("2026-03-04"), {strength(), of_kind(SessionKind::balance, "balance")}}};
}

CarePlan care_plan() {
    CarePlan care;
    care.days = plan();
    return care;
}

std::string refused(const std::string& which) {
    const auto chosen = app::choose_session(plan(), which, on("2026-03-02"));
    return chosen ? "chosen" : chosen.error().sentence;
}

std::string text_of(const std::filesystem::path& path) {
    return app::read_text_file(path).value_or("none");
}

}  // namespace

TEST_CASE("today, a day or an id names a session, and a rest is said to be one") {
    const auto of_day = app::choose_session(plan(), "2026-03-03", on("2026-03-02"));
    REQUIRE(of_day);
    CHECK(of_day->session.id == walk_run().id);
    CHECK(of_day->others == std::vector<std::string>{strength().id});
    const auto today = app::choose_session(plan(), "today", on("2026-03-03"));
    REQUIRE(today);
    CHECK(today->on == on("2026-03-03"));
    const auto by_id = app::choose_session(plan(), "balance", on("2026-03-02"));
    REQUIRE(by_id);
    CHECK(by_id->on == on("2026-03-04"));
    CHECK(refused("today") == "2026-03-02 is a rest day: there is nothing to guide.");
    CHECK(refused("2026-03-04") ==
          "Name one of the sessions of 2026-03-04: 2026-03-06-strength-e1 balance");
    CHECK(refused("2026-03-05") ==
          "Nothing is planned for 2026-03-05; the plan goes from 2026-03-02 to 2026-03-04.");
    CHECK(refused("nonsense\x1B[2J") == "No session 'nonsense [2J' is planned.");
    CHECK(refused("2026-03-02-rest") == "'2026-03-02-rest' is a rest: there is nothing to guide.");
    CHECK(app::choose_session({}, "today", on("2026-03-02")).error().why ==
          app::NoSession::Why::none);
}

TEST_CASE("the days of all plans are one list, each session once") {
    Advice advice;
    advice.episodes.resize(2);
    advice.episodes[0].help = SelfCareHelp{.plan = care_plan()};
    auto other = care_plan();
    other.days.erase(other.days.begin());
    other.days[0].sessions.push_back(of_kind(SessionKind::mobility, "more"));
    other.days.push_back({on("2026-03-01"), {of_kind(SessionKind::run, "early")}});
    advice.episodes[1].help = RoutineHelp{.appointment = {}, .plan = other};
    const auto days = service::planned_days(advice);
    REQUIRE(days.size() == 4);
    CHECK(days[0].on == on("2026-03-01"));
    CHECK(days[2].sessions.size() == 3);
    CHECK(days[3].sessions.size() == 2);
    advice.episodes.clear();
    CHECK(service::planned_days(advice).empty());
    advice.prevention = care_plan();
    CHECK(service::planned_days(advice).size() == 3);
}

TEST_CASE("what was published is remembered for the next time") {
    const TemporaryFolder folder;
    const app::DataOptions options{.data = folder.path().string()};
    const auto knowledge = app::embedded_knowledge();
    auto service = app::open_service(options, knowledge);
    REQUIRE(service);
    good(service->ensure_runner(kAnna));
    const auto full = CalendarDetail::full;
    const auto first = good(service->publish_days(kAnna, plan(), local(kMonday), full));
    CHECK(first.size() == 4);
    CHECK(good(service->publish_days(kAnna, plan(), local(kTuesday), full)) == first);
    auto reopened = app::open_service(options, knowledge);
    REQUIRE(reopened);
    const auto second = good(reopened->publish_days(kAnna, {}, local(kTuesday), full));
    REQUIRE(second.size() == 4);
    CHECK(second[0].status == CalendarStatus::cancelled);
    CHECK(second[0].sequence == 1);
    CHECK(error_of(service->publish_days(kBen, plan(), local(kMonday), full)) == "constraint");
}

TEST_CASE("the calendar is a file or is said, the same both times") {
    const TemporaryFolder folder;
    app::DataOptions options{.data = folder.path().string(), .at = kMonday};
    const auto said = hear([&] { return app::run_calendar({}, options); });
    CHECK(said.code == app::kFine);
    CHECK(said.said.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    const auto file = folder.path() / "plan.ics";
    const auto written = hear([&] { return app::run_calendar({.out = file.string()}, options); });
    CHECK(written.code == app::kFine);
    CHECK(has(written.said, "sessions"));
    CHECK(text_of(file) == said.said);
    options.output = app::Output::json;
    CHECK(hear([&] { return app::run_calendar({}, options); }).code == app::kUsage);
    const auto json = hear([&] { return app::run_calendar({.out = file.string()}, options); });
    CHECK(has(json.said, "\"entries\": ["));
    const auto nowhere =
        hear([&] { return app::run_calendar({.out = "/nowhere/plan.ics"}, options); });
    CHECK(nowhere.code == app::kFailure);
    CHECK(has(nowhere.mentioned, "/nowhere/plan.ics: "));
    options.at = "yesterday";
    CHECK(hear([&] { return app::run_calendar({}, options); }).code == app::kUsage);
}

TEST_CASE("a workout without a session says so and writes nothing") {
    const TemporaryFolder folder;
    const app::DataOptions options{.data = folder.path().string(), .at = kMonday};
    const auto file = folder.path() / "run.fit";
    const auto heard = hear([&] {
        return app::run_workout({.which = "no-such-session", .out = file.string()}, options);
    });
    CHECK(heard.code == app::kNothingFound);
    CHECK_FALSE(heard.mentioned.empty());
    CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("a file is put there whole, and one that is to be kept is kept") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "run.fit";
    const auto put = [&](std::string_view text, app::Existing existing) {
        return app::place_file(file, bytes_of(text), existing).has_value();
    };
    CHECK(put("one", app::Existing::keep));
    CHECK_FALSE(put("two", app::Existing::keep));
    CHECK(text_of(file) == "one");
    CHECK(put("three", app::Existing::replace));
    CHECK(text_of(file) == "three");
    const auto failed = app::place_file("/nowhere/run.fit", bytes_of("x"), app::Existing::replace);
    REQUIRE_FALSE(failed);
    CHECK(failed.error() == "/nowhere/run.fit: No such file or directory");
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        files += entry.is_regular_file() ? 1U : 0U;
    }
    CHECK(files == 1);
}

TEST_CASE("our decoder knows a workout for what it is, whole and without complaint") {
    for (const Session& session : {walk_run(), strength()}) {
        const auto file = decode::decode(encode::fit_workout(session, at(kMonday)));
        CHECK(file.kind == FileKind::workout);
        CHECK(file.integrity == Integrity::ok);
        CHECK_FALSE(file.error);
        CHECK(file.warnings.empty());
        CHECK(file.activity.records.at.empty());
    }
}

}  // namespace footsure::contract
