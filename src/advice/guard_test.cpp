// SPDX-License-Identifier: Apache-2.0
#include "advice/small_knowledge_test.hpp"

using namespace footsure;
using namespace footsure::advice::testing;

namespace {

Guard guard_of(const CaseFile& file) {
    return advice::advise(file, small_knowledge(), kNow).guard;
}

/// Nobody hurts; ten kilometres were run in an hour ten days ago.
CaseFile healthy() {
    CaseFile file = case_of({});
    file.answers = {said("fever", Said::no), danger({}), said("acute", Said::no), pain(0)};
    file.activities = {run(10, kNow.at - days(10)), run(5, kNow.at - days(2))};
    return file;
}

void check_no_run(const Guard& guard) {
    CHECK(guard.verdict == GuardVerdict::no_run);
    CHECK(guard.ceiling_distance == Metres(0));
    CHECK(guard.ceiling_duration == Seconds(0));
}

bool because(const Guard& guard, std::string_view words) {
    return std::ranges::any_of(guard.because, [&](const Reason& reason) {
        return reason.text.find(words) != std::string::npos;
    });
}

}  // namespace

TEST_CASE("the longest run of thirty days and a tenth is the ceiling") {
    const Guard guard = guard_of(healthy());
    CHECK(guard.verdict == GuardVerdict::limited);
    CHECK(guard.ceiling_distance->value() == doctest::Approx(11000));
    CHECK(guard.ceiling_duration->value() == doctest::Approx(3960));
    REQUIRE(guard.because.size() == 1);
    CHECK(guard.because[0].from == "run.fit");
    CHECK(guard.because[0].sources == std::vector{SourceId("frandsen2025")});
    CHECK(because(guard, "10.0 km"));
    CHECK(because(guard, "11.0 km"));
}

TEST_CASE("runs longer ago than thirty days do not count") {
    CaseFile file = healthy();
    file.activities[0].started_at = kNow.at - days(31);
    CHECK(guard_of(file).ceiling_distance->value() == doctest::Approx(5500));
}

TEST_CASE("without a run the guard says that it does not know") {
    CaseFile file = healthy();
    file.activities.clear();
    const Guard guard = guard_of(file);
    CHECK(guard.verdict == GuardVerdict::unknown);
    CHECK_FALSE(guard.ceiling_distance);
    CHECK_FALSE(guard.ceiling_duration);
    CHECK(guard.unknown.size() == 2);
    file.activities = {run(40, kNow.at - days(2))};
    file.activities[0].sport = "cycling";
    CHECK(guard_of(file).verdict == GuardVerdict::unknown);
}

TEST_CASE("fever stops, whatever the longest run was") {
    CaseFile file = healthy();
    file.answers[0] = said("fever", Said::yes);
    const Guard guard = guard_of(file);
    check_no_run(guard);
    CHECK(because(guard, "fever"));
    CHECK(because(guard, "11.0 km"));
    file.answers[0] = said("fever", Said::unknown);
    CHECK(guard_of(file).verdict == GuardVerdict::limited);
}

TEST_CASE("a level from within days on stops and names its rule") {
    CaseFile file = healthy();
    file.answers[3] = pain(7);
    const Guard strong = guard_of(file);
    check_no_run(strong);
    CHECK(strong.because[0].rule == "R-040");
    file.answers[1] = danger({"snap"});
    const Guard snapped = guard_of(file);
    check_no_run(snapped);
    CHECK(snapped.because[0].rule == "R-020");
    file.answers[1] = danger({});
    file.answers[3] = pain(6);
    CHECK(guard_of(file).verdict == GuardVerdict::limited);
}

TEST_CASE("an open episode without a plan stops") {
    CaseFile file = healthy();
    file.episodes = {mild("e1")};
    const Guard guard = guard_of(file);
    check_no_run(guard);
    CHECK(because(guard, "no plan"));
    file.activities.clear();
    check_no_run(guard_of(file));
}
