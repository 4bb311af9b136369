// SPDX-License-Identifier: Apache-2.0
// Ceilings, the last days, week ratios, and devices brought to one scale.
#include "load/anchoring.hpp"
#include "load/load.hpp"
#include "load/step_peaks.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>

using namespace footsure;
using std::chrono::days;
using std::chrono::hours;

namespace {

constexpr Instant kNow{std::chrono::sys_days(std::chrono::year(2026) / 6 / 1) + hours(10)};
constexpr LocalInstant kHere{kNow, std::chrono::hours(2)};

ActivitySummary run(double kilometres, Instant at) {
    ActivitySummary run;
    run.from = "run";
    run.sport = "running";
    run.started_at = at;
    run.distance = Metres(1000 * kilometres);
    run.timer = Seconds(360 * kilometres);
    run.elapsed = run.timer;
    load::dose_from_totals(run, {});
    return run;
}

/// Sixteen weeks of 6, 8 and 12 km.
CaseFile steady() {
    CaseFile file;
    for (int week = 1; week <= 16; ++week) {
        file.activities.push_back(run(6, kNow - days(7 * week - 1)));
        file.activities.push_back(run(8, kNow - days(7 * week - 3)));
        file.activities.push_back(run(12, kNow - days(7 * week - 5)));
    }
    return file;
}

LoadCeilings ceilings_of(const CaseFile& file, double factor = 1) {
    return load::load_ceilings(file, load::exposures(file, kNow), kHere, factor);
}

/// A run whose level running was measured with this stance time.
ActivitySummary measured(Instant at, const char* device, double stance) {
    ActivitySummary run;
    run.sport = "running";
    run.started_at = at;
    run.quality = DoseQuality::speed_cadence_stance;
    run.form = {.measured = Seconds(1000),
                .speed = MetresPerSecond(3),
                .cadence = Cadence(168),
                .stance_time = Seconds(stance),
                .device = device};
    return run;
}

std::vector<double> anchors_of(const std::vector<ActivitySummary>& runs) {
    std::vector<const ActivitySummary*> pointers;
    for (const auto& one : runs) {
        pointers.push_back(&one);
    }
    return load::anchors(pointers);
}

}  // namespace

TEST_CASE("ceilings: a ceiling's kilometres cost exactly its room") {
    const CaseFile file = steady();
    const auto exposed = load::exposures(file, kNow);
    const auto found = ceilings_of(file);
    REQUIRE(found.tissues.size() == kTissues.size() - 1);
    CHECK(found.runs_a_week == 3);
    // All runs are alike, so a kilometre costs what it always did.
    const double per_metre = file.activities[0].doses[0].dose / EasyKm(6000);
    for (const auto& ceiling : found.tissues) {
        CHECK(ceiling.tissue != Tissue::lateral_ligaments);
        if (ceiling.tissue == Tissue::achilles) {
            CHECK(ceiling.today.value() * per_metre ==
                  doctest::Approx(exposed[0].room->value()).epsilon(1e-6));
        }
    }
    CHECK(*found.achilles_per_distance == doctest::Approx(per_metre));
}

TEST_CASE("ceilings: a narrower factor narrows, and the ligaments have none") {
    const CaseFile file = steady();
    const auto full = ceilings_of(file);
    const auto narrow = ceilings_of(file, 0.9);
    CHECK(narrow.tissues.front().today < full.tissues.front().today);
    CHECK(*narrow.week <= *full.week);
}

TEST_CASE("ceilings: rough ground leaves the peroneals less room") {
    CaseFile file = steady();
    file.activities.push_back(run(10, kNow - hours(20)));
    const auto of = [](const LoadCeilings& found, Tissue tissue) {
        for (const auto& ceiling : found.tissues) {
            if (ceiling.tissue == tissue) {
                return ceiling.today;
            }
        }
        return Metres(-1);
    };
    const auto usual = ceilings_of(file);
    file.intended.ground = Terrain::trail;
    const auto trail = ceilings_of(file);
    CHECK(of(trail, Tissue::peroneals) < of(usual, Tissue::peroneals) * 0.5);
    CHECK(of(trail, Tissue::tibia).value() ==
          doctest::Approx(of(usual, Tissue::tibia).value()).epsilon(1e-9));
    CHECK(trail.ground == Terrain::trail);
}

TEST_CASE("ceilings: without history there is none") {
    CaseFile file;
    file.activities.push_back(run(10, kNow - days(3)));
    CHECK(ceilings_of(file).tissues.empty());
    CHECK_FALSE(ceilings_of(file).week);
    CHECK(ceilings_of(CaseFile{}).tissues.empty());
}

TEST_CASE("recent days: counted in the runner's calendar") {
    CaseFile file;
    // 23:30 in the runner's night of 30 May is 21:30 UTC.
    const Instant late{std::chrono::sys_days(std::chrono::year(2026) / 5 / 30) + hours(21) +
                       std::chrono::minutes(30)};
    file.activities.push_back(run(5, late));
    file.activities.push_back(run(7, kNow - hours(24)));
    const auto found = load::recent_days(file, kHere);
    CHECK(found.days_since_last == 1);
    CHECK(found.days_in_row == 2);
    CHECK(*found.usual_run == Metres(6000));
    CHECK_FALSE(found.hard_at);
    CHECK_FALSE(load::recent_days(CaseFile{}, kHere).days_since_last);
}

TEST_CASE("recent days: hard is felt, or well over the own usual") {
    CaseFile file = steady();
    for (auto& activity : file.activities) {
        activity.started_at -= days(3);
    }
    CHECK_FALSE(load::recent_days(file, kHere).hard_at);
    file.activities.push_back(run(14, kNow - hours(30)));
    CHECK(load::recent_days(file, kHere).hard_at);
    file.activities.back() = run(5, kNow - hours(30));
    CHECK_FALSE(load::recent_days(file, kHere).hard_at);
    file.activities.back().perceived_exertion = 7;
    CHECK(load::recent_days(file, kHere).hard_at);
    file.activities.back().started_at = kNow - hours(80);
    CHECK_FALSE(load::recent_days(file, kHere).hard_at);
    file.activities.back().started_at = kNow + hours(1);
    CHECK_FALSE(load::recent_days(file, kHere).hard_at);
}

TEST_CASE("week ratios: known weeks, and none from small ones") {
    CaseFile file;
    for (const auto& [week, kilometres] : {std::pair{1, 30}, {2, 20}, {3, 25}, {4, 15}}) {
        file.activities.push_back(run(kilometres, kNow - days(7 * week - 2)));
    }
    const auto ratios = load::week_ratios(file, kHere);
    CHECK(*ratios.acute_chronic == doctest::Approx(4 * 30.0 / 90));
    CHECK(*ratios.acute_chronic_uncoupled == doctest::Approx(3 * 30.0 / 60));
    CHECK(*ratios.week_step == doctest::Approx(0.5));
    file.activities[1] = run(19.9, kNow - days(12));
    CHECK_FALSE(load::week_ratios(file, kHere).week_step);
    CHECK_FALSE(load::week_ratios(file, kHere).acute_chronic);
}

TEST_CASE("anchoring: one device keeps its own scale") {
    const std::vector runs{measured(kNow - days(3), "a", 0.22),
                           measured(kNow - days(2), "a", 0.23)};
    for (const double factor : anchors_of(runs)) {
        CHECK(factor == 1);
    }
}

TEST_CASE("anchoring: a second watch that reads shorter does not make the runs harder") {
    std::vector<ActivitySummary> runs;
    for (int day = 40; day > 20; --day) {
        runs.push_back(measured(kNow - days(day), "old", 0.250));
    }
    for (int day = 20; day > 0; --day) {
        runs.push_back(measured(kNow - days(day), "new", 0.225));
    }
    const auto factors = anchors_of(runs);
    const auto force = [&](std::size_t i) {
        const auto& form = runs[i].form;
        return load::force_of_timing(form.speed, Degrees(0), *form.cadence, *form.stance_time)
                   .value() *
               factors[i];
    };
    CHECK(force(0) == doctest::Approx(force(39)).epsilon(1e-9));
    CHECK(force(0) == doctest::Approx(load::force_of_population(MetresPerSecond(3)).value()));
}

TEST_CASE(
    "anchoring: runs without stance time stay as they are, absurd stance times anchor nothing") {
    std::vector<ActivitySummary> runs{measured(kNow - days(3), "a", 0.225),
                                      measured(kNow - days(2), "a", 0.16)};
    runs.push_back(run(8, kNow - days(1)));
    const auto factors = anchors_of(runs);
    CHECK(factors[0] == doctest::Approx(factors[1]));
    CHECK(factors[0] < 1);
    CHECK(factors[2] == 1);
}
