// SPDX-License-Identifier: Apache-2.0
// One run file and five answers through every layer: decode, load, store, findings, triage,
// differential, guard.

#include "encode/encode.hpp"
#include "footsure/embedded_knowledge.hpp"
#include "footsure/sample_runner.hpp"
#include "service/service.hpp"
#include "wire/wire.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace footsure;

namespace {

std::vector<std::byte> read_bytes(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    const auto* begin = reinterpret_cast<const std::byte*>(text.data());
    return {begin, begin + text.size()};
}

std::filesystem::path shared() {
    const char* named = std::getenv("FOOTSURE_SHARED");
    return named != nullptr ? std::filesystem::path(named)
                            : std::filesystem::path(FOOTSURE_SOURCE_DIR) / ".." / "shared";
}

/// A case with five answers, two days after the run.
std::string five_answers(Instant run) {
    const auto at = format_instant(run + std::chrono::hours(48));
    return R"({"schema":"footsure.case/1","runner_id":"r1","at":")" + at +
           R"(","episodes":[{"id":"e1","side":"left","answers":{
             "onset":"onset_gradual","place":["place_achilles_midportion"],
             "morning_stiffness":15,"pain_now":3,"walk_normally":"yes"}}]})";
}

Advice answer_for(const std::vector<std::byte>& fit, const Knowledge& knowledge) {
    auto service = service::Service::open(store::InMemory{}, knowledge);
    REQUIRE(service.has_value());
    const RunnerId runner("r1");
    REQUIRE(service->ensure_runner(runner).has_value());
    const auto imported = service->import_file(runner, fit, "run.fit", Instant());
    REQUIRE(imported.has_value());
    REQUIRE(imported->outcome == FileOutcome::imported);
    const auto runs = service->runs(runner);
    REQUIRE(runs.has_value());
    REQUIRE(runs->size() == 1);
    const auto run = runs->front().summary.started_at;
    const auto reading =
        wire::read_case(five_answers(run), knowledge, LocalInstant{run, UtcOffset(0)});
    REQUIRE(reading.has_value());
    REQUIRE(reading->case_file.problems.empty());
    REQUIRE(service->put_case(reading->case_file).has_value());
    const auto advice = service->advise(runner, reading->case_file.at);
    REQUIRE(advice.has_value());
    return *advice;
}

void check_answer(const Advice& advice) {
    REQUIRE(advice.episodes.size() == 1);
    const auto& episode = advice.episodes.front();
    CHECK(word(episode.triage.urgency.level()) == "routine");
    CHECK(episode.triage.provisional);
    REQUIRE(!episode.differential.empty());
    CHECK(episode.differential.front().condition.text() == "achilles_tendinopathy_midportion");
    CHECK(!episode.differential.front().supporting.empty());
    CHECK(!episode.ask_next.empty());
    REQUIRE(advice.guard.ceiling_distance.has_value());
    CHECK(advice.guard.ceiling_distance->value() == 0);
    REQUIRE(!advice.guard.because.empty());
    CHECK(advice.guard.because.front().text.starts_with("Your plan has no run today."));
    const CarePlan* plan = plan_in(episode.help);
    REQUIRE(plan != nullptr);
    CHECK(plan->phase.number == 1);
    CHECK(plan->days.size() == 14);
}

}  // namespace

TEST_CASE("a real FIT file and five answers give a level, a cause with reasons and a ceiling") {
    const auto file = shared() / "data/activities/fit/runalyze-Standard.fit";
    if (!std::filesystem::exists(file)) {
        MESSAGE("skipped: no shared data");
        return;
    }
    check_answer(answer_for(read_bytes(file), app::embedded_knowledge()));
}

TEST_CASE("a generated run goes the same way") {
    const auto last_day = *parse_day("2026-03-01");
    const auto fit = encode::fit_activity(app::sample_year(last_day).back());
    check_answer(answer_for(fit, app::embedded_knowledge()));
}
