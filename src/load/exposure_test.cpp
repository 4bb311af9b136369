// SPDX-License-Identifier: Apache-2.0
#include "load/load.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

using namespace footsure;

namespace {

std::vector<Exposure> states(std::vector<ActivitySummary> activities, Instant now) {
    return load::exposures(CaseFile{.activities = std::move(activities)}, now);
}

constexpr Instant kStart{std::chrono::sys_days(std::chrono::year(2025) / 1 / 6)};
constexpr std::array<double, 7> kWeek{8, 0, 10, 0, 8, 0, 16};

ActivitySummary run_of(Instant at, double easy_km) {
    ActivitySummary run;
    run.started_at = at;
    run.sport = "running";
    for (std::size_t i = 0; i < kTissues.size(); ++i) {
        run.doses[i] = {kTissues[i], EasyKm(easy_km), EasyKm(easy_km), EasyKm(easy_km)};
    }
    return run;
}

/// Runs of the week pattern; week w is scaled by `factor(w)`.
template <class Factor>
std::vector<ActivitySummary> weeks(int count, Factor factor) {
    std::vector<ActivitySummary> runs;
    for (int day = 0; day < 7 * count; ++day) {
        const double dose = kWeek.at(static_cast<std::size_t>(day % 7)) * factor(day / 7);
        if (dose > 0) {
            runs.push_back(run_of(kStart + std::chrono::days(day), dose));
        }
    }
    return runs;
}

/// Utilisation at the end of each day, from runs known by then and the first day on.
std::vector<double> daily(const std::vector<ActivitySummary>& runs, int days, Tissue tissue) {
    std::vector<double> found;
    for (int day = 0; day < days; ++day) {
        const auto all = states(runs, kStart + std::chrono::days(day));
        found.push_back(all.at(static_cast<std::size_t>(tissue)).utilisation);
    }
    return found;
}

double peak(const std::vector<double>& values, std::size_t from) {
    return *std::max_element(values.begin() + static_cast<std::ptrdiff_t>(from), values.end());
}

double mean(const std::vector<double>& values, std::size_t from) {
    double sum = 0;
    for (std::size_t i = from; i < values.size(); ++i) {
        sum += values[i];
    }
    return sum / static_cast<double>(values.size() - from);
}

/// The state starts from the first four weeks, so days before those are known say less.
constexpr std::size_t kSettled = 28;

}  // namespace

TEST_CASE("exposure: twelve steady weeks") {
    const auto runs = weeks(12, [](int) { return 1.0; });
    const auto tendon = daily(runs, 84, Tissue::achilles);
    const auto bone = daily(runs, 84, Tissue::tibia);
    CHECK(std::abs(mean(tendon, kSettled) - 0.79) < 0.005);
    CHECK(std::abs(mean(bone, kSettled) - 0.79) < 0.005);
    CHECK(std::abs(peak(tendon, kSettled) - 1.10) < 0.005);
    CHECK(std::abs(peak(bone, kSettled) - 0.81) < 0.005);
}

TEST_CASE("exposure: one week of 60 % more after twelve steady ones") {
    const auto runs = weeks(13, [](int week) { return week == 12 ? 1.6 : 1.0; });
    CHECK(std::abs(peak(daily(runs, 91, Tissue::achilles), 84) - 1.64) < 0.005);
    CHECK(std::abs(peak(daily(runs, 91, Tissue::tibia), 84) - 0.87) < 0.005);
}

TEST_CASE("exposure: ten per cent more each of twelve weeks") {
    const auto runs = weeks(12, [](int week) { return std::pow(1.1, week); });
    CHECK(std::abs(peak(daily(runs, 84, Tissue::achilles), 77) - 1.84) < 0.005);
    CHECK(std::abs(peak(daily(runs, 84, Tissue::tibia), 77) - 1.11) < 0.005);
}

TEST_CASE("exposure: nothing run is nothing unresolved") {
    const auto all = states({}, kStart);
    REQUIRE(all.size() == kTissues.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        CHECK(all[i].tissue == kTissues.at(i));
        CHECK(all[i].unresolved.value() == 0);
        CHECK(all[i].tolerated.value() == 1);
        CHECK(all[i].utilisation == 0);
        CHECK(all[i].history_days == 0);
    }
}

TEST_CASE("exposure: one run, by hand") {
    const std::vector runs{run_of(kStart, 14)};
    const double first = 14.0 / 28;
    const double start = first / (1 - std::exp(-0.5));
    const auto now = states(runs, kStart + std::chrono::hours(36));
    const double day_one = start * std::exp(-0.5) + 14;
    CHECK(now[0].unresolved.value() == doctest::Approx(day_one * std::exp(-0.75)));
    const double accustomed = first * std::exp(-1.0 / 60) + 14 * (1 - std::exp(-1.0 / 60));
    CHECK(now[0].accustomed.value() == doctest::Approx(accustomed * std::exp(-1.5 / 60)));
    CHECK(now[0].tolerated.value() == doctest::Approx(1 + 1.1 * now[0].accustomed.value()));
    CHECK(now[0].history_days == 1);
}

TEST_CASE("exposure: what loads the leg counts whatever the sport, runs to come do not") {
    std::vector runs{run_of(kStart, 5), run_of(kStart + std::chrono::days(3), 5)};
    const Instant now = kStart + std::chrono::days(2);
    const auto before = states(runs, now);
    CHECK(states({runs.front()}, now)[0].unresolved == before[0].unresolved);
    runs.push_back(run_of(kStart + std::chrono::days(1), 0));
    runs.back().sport = "cycling";
    CHECK(states(runs, now)[0].unresolved.value() == doctest::Approx(before[0].unresolved.value()));
    runs.back() = run_of(kStart + std::chrono::days(1), 2);
    runs.back().sport = "tennis";
    CHECK(states(runs, now)[0].unresolved.value() > before[0].unresolved.value() + 1);
    CHECK(states(runs, now)[0].history_days == 2);
}

TEST_CASE("exposure: a dose that is not known is left out, the rest counts") {
    std::vector runs{run_of(kStart, 5), run_of(kStart + std::chrono::days(1), 5)};
    const Instant now = kStart + std::chrono::days(2);
    const auto alone = states({runs.front()}, now);
    runs.back().doses[0].dose = EasyKm(std::nan(""));
    const auto both = states(runs, now);
    CHECK(both[0].unresolved.value() == doctest::Approx(alone[0].unresolved.value()));
    CHECK(both[1].unresolved.value() > alone[1].unresolved.value() + 4);
}

TEST_CASE("exposure: each leg has its own state, and the more loaded one leads") {
    auto runs = weeks(10, [](int) { return 1.0; });
    for (auto& run : runs) {
        run.doses[0].left_share = Share(0.6);
    }
    const Instant now = kStart + std::chrono::days(70);
    const auto tilted = states(runs, now);
    CHECK(tilted[0].left.unresolved / tilted[0].right.unresolved == doctest::Approx(1.5));
    CHECK(tilted[0].unresolved == tilted[0].left.unresolved);
    for (auto& run : runs) {
        run.doses[0].left_share = Share(0.4);
    }
    const auto swapped = states(runs, now);
    CHECK(swapped[0].right.unresolved.value() ==
          doctest::Approx(tilted[0].left.unresolved.value()));
    CHECK(swapped[0].utilisation == doctest::Approx(tilted[0].utilisation));
    CHECK(swapped[0].room->value() == doctest::Approx(tilted[0].room->value()));
}

TEST_CASE("exposure: the usual height is the 90th percentile of the days of 12 weeks") {
    const auto runs = weeks(14, [](int) { return 1.0; });
    const Instant now = kStart + std::chrono::days(97) + std::chrono::hours(1);
    const auto all = states(runs, now);
    REQUIRE(all[0].usual_high);
    // Of seven days the long run's is the highest, so nine tenths reach into it.
    const auto peaks = daily(runs, 98, Tissue::achilles);
    CHECK(*all[0].usual_high == doctest::Approx(peak(peaks, 50)).epsilon(0.02));
    CHECK(all[0].ceiling->value() ==
          doctest::Approx(1.1 * *all[0].usual_high * all[0].tolerated.value() /
                          (1 - std::exp(-0.5))));
    CHECK(all[0].room->value() ==
          doctest::Approx(all[0].ceiling->value() - all[0].unresolved.value()));
}

TEST_CASE("exposure: a short or thin history has no ceiling") {
    const auto runs = weeks(8, [](int) { return 1.0; });
    CHECK_FALSE(states(runs, kStart + std::chrono::days(55))[0].room);
    CHECK(states(runs, kStart + std::chrono::days(56))[0].room);
    const std::vector thin(runs.begin(), runs.begin() + 8);
    CHECK_FALSE(states(thin, kStart + std::chrono::days(60))[0].room);
    // After a year without running the old habit is no measure.
    CHECK_FALSE(states(runs, kStart + std::chrono::days(420))[0].room);
}

TEST_CASE("exposure: in a long pause bone forgets half as fast") {
    const auto runs = weeks(12, [](int) { return 1.0; });
    const Instant end = kStart + std::chrono::days(83);
    const auto before = states(runs, end);
    const auto after = states(runs, end + std::chrono::days(67));
    CHECK(after[1].accustomed / before[1].accustomed ==
          doctest::Approx(std::exp(-(7 + 30) / 90.0)).epsilon(0.01));
    CHECK(after[0].accustomed / before[0].accustomed ==
          doctest::Approx(std::exp(-67 / 60.0)).epsilon(0.01));
}

TEST_CASE("exposure: the band of the sessions is the band of what is unresolved") {
    auto runs = weeks(2, [](int) { return 1.0; });
    for (auto& run : runs) {
        run.doses[0].high = run.doses[0].dose * std::exp(0.3);
    }
    const auto now = states(runs, kStart + std::chrono::days(14));
    CHECK(now[0].log_sd > 0.2);
    CHECK(now[0].log_sd <= 0.3);
    CHECK(now[1].log_sd == 0);
}

TEST_CASE("exposure: order does not matter, and a day off lets the tendon clear first") {
    auto runs = weeks(6, [](int) { return 1.0; });
    const Instant now = kStart + std::chrono::days(43);
    const auto forward = states(runs, now);
    std::ranges::reverse(runs);
    const auto backward = states(runs, now);
    CHECK(forward[0].unresolved == backward[0].unresolved);
    CHECK(forward[1].accustomed == backward[1].accustomed);
    const auto later = states(runs, now + std::chrono::days(7));
    CHECK(later[0].utilisation < 0.1 * forward[0].utilisation);
    CHECK(later[1].utilisation > 0.7 * forward[1].utilisation);
}

TEST_CASE(
    "exposure: a minimal shoe loads the tendon more and widens its band, the tibia keeps its") {
    CaseFile file{.activities = weeks(10, [](int) { return 1.0; })};
    const Instant now = kStart + std::chrono::days(70);
    const auto plain = load::exposures(file, now);
    for (auto& run : file.activities) {
        run.shoe = "thin";
    }
    CHECK(load::exposures(file, now)[0].unresolved == plain[0].unresolved);
    file.shoes = {{.name = "thin", .kind = ShoeKind::minimal}};
    const auto shod = load::exposures(file, now);
    CHECK(shod[0].unresolved / plain[0].unresolved == doctest::Approx(std::pow(1.1, 7)));
    CHECK(shod[0].log_sd > plain[0].log_sd + 0.3);
    CHECK(shod[1].unresolved.value() == doctest::Approx(plain[1].unresolved.value()));
}
