// SPDX-License-Identifier: Apache-2.0
#include "load/sore_days.hpp"

#include "load/known_value.hpp"
#include "load/outing.hpp"
#include "load/share_interval.hpp"
#include "model/median.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <tuple>

namespace footsure::load {

namespace {

/// From here a morning counts as sore. Source: EE; the pain rules call 3 of 10 the most that may be
/// accepted. A fixed line asks nothing of later mornings and is the same for every comparison,
/// which a line at the own median would not be.
constexpr double kSoreFrom = 3;
/// Fewer days with or without are not compared. Source: EE, issue of this report.
constexpr int kLeastDays = 5;
/// Chance that any of the intervals leaves out the truth. Source: convention (95 %).
constexpr double kOutside = 0.05;
constexpr std::chrono::days kOneDay{1};
constexpr double kPoints = 100;

/// What was run on one day.
struct RunDay {
    std::set<std::string> shoes;  ///< an empty name: a run that names none
    std::set<std::string> grounds;
    std::optional<double> fast_speed;
    std::optional<double> mean_speed;
    bool sore = false;  ///< the morning after
};

/// What was said of a morning; soreness goes before pain.
struct Morning {
    std::optional<double> soreness;
    std::optional<double> pain;

    [[nodiscard]] std::optional<double> told() const { return soreness ? soreness : pain; }
};

void raise(std::optional<double>& worst, const std::optional<PainScore>& told) {
    if (told) {
        worst = std::max(worst.value_or(0), told->value());
    }
}

void raise(std::optional<double>& fastest, double speed) {
    if (speed > 0) {
        fastest = std::max(fastest.value_or(0), speed);
    }
}

std::map<Day, Morning> mornings_of(const CaseFile& case_file, LocalInstant now) {
    std::map<Day, Morning> mornings;
    for (const CheckIn& check_in : case_file.check_ins) {
        if (check_in.at <= now.at) {
            Morning& morning = mornings[day_of(check_in.at, now.offset)];
            raise(morning.soreness, check_in.soreness);
            raise(morning.pain, check_in.pain_morning);
        }
    }
    return mornings;
}

std::string ground_of(const ActivitySummary& run) {
    const Terrain ground = run.terrain.ground;
    return ground == Terrain::unknown ? std::string() : std::string(word(ground));
}

void add(RunDay& day, const ActivitySummary& run) {
    day.shoes.insert(run.shoe);
    day.grounds.insert(ground_of(run));
    raise(day.fast_speed, known_or_zero(run.fast_speed));
    const double distance = known_or_zero(run.distance.value());
    const double time = running_time(run).value();
    raise(day.mean_speed, time > 0 ? distance / time : 0);
}

/// The days with a run whose next morning was told.
std::vector<RunDay> run_days(const CaseFile& case_file, LocalInstant now) {
    const std::map<Day, Morning> mornings = mornings_of(case_file, now);
    std::map<Day, RunDay> days;
    for (const ActivitySummary* run : runs_until(case_file.activities, now.at)) {
        const Day day = day_of(run->started_at, now.offset);
        const auto next = mornings.find(day + kOneDay);
        const auto told = next == mornings.end() ? std::nullopt : next->second.told();
        if (told) {
            days[day].sore = *told >= kSoreFrom;
            add(days[day], *run);
        }
    }
    std::vector<RunDay> all;
    all.reserve(days.size());
    for (const auto& [day, run_day] : days) {
        all.push_back(run_day);
    }
    return all;
}

enum class Had : std::uint8_t { without, with };

/// One thing that days had or had not, day by day.
struct Comparison {
    Companion companion{};
    std::string name;
    std::vector<double> had;   ///< 1 or 0
    std::vector<double> sore;  ///< 1 or 0, the morning after

    void add(const RunDay& day, Had with) {
        had.push_back(static_cast<double>(with));
        sore.push_back(day.sore ? 1 : 0);
    }

    [[nodiscard]] SoreCount count(Had with) const {
        SoreCount counts;
        for (std::size_t i = 0; i < had.size(); ++i) {
            if (had[i] == static_cast<double>(with)) {
                ++counts.mornings;
                counts.sore += sore[i] > 0 ? 1 : 0;
            }
        }
        return counts;
    }

    [[nodiscard]] bool enough() const {
        return count(Had::with).mornings >= kLeastDays &&
               count(Had::without).mornings >= kLeastDays;
    }
};

/// A day on which a run does not say what it was run in or on is no day without.
Comparison compare_names(Companion companion, const std::string& name, std::span<const RunDay> days,
                         std::set<std::string> RunDay::* names) {
    Comparison comparison{.companion = companion, .name = name};
    for (const RunDay& day : days) {
        if ((day.*names).contains(name)) {
            comparison.add(day, Had::with);
        } else if (!(day.*names).contains("")) {
            comparison.add(day, Had::without);
        }
    }
    return comparison;
}

void compare_all(Companion companion, std::span<const RunDay> days,
                 std::set<std::string> RunDay::* names, std::vector<Comparison>& comparisons) {
    std::set<std::string> all;
    for (const RunDay& day : days) {
        all.insert((day.*names).begin(), (day.*names).end());
    }
    all.erase("");
    for (const std::string& name : all) {
        comparisons.push_back(compare_names(companion, name, days, names));
    }
}

std::vector<double> speeds_of(std::span<const RunDay> days, std::optional<double> RunDay::* speed) {
    std::vector<double> speeds;
    for (const RunDay& day : days) {
        if (const auto& reached = day.*speed) {
            speeds.push_back(*reached);
        }
    }
    std::ranges::sort(speeds);
    return speeds;
}

/// Fast is a day whose fastest run was above the own median of these days; by the fastest tenth of
/// the running where at least half of the days know it, else by the mean speed.
void compare_pace(std::span<const RunDay> days, std::vector<Comparison>& comparisons) {
    const bool tenths = speeds_of(days, &RunDay::fast_speed).size() * 2 >= days.size();
    const auto speed = tenths ? &RunDay::fast_speed : &RunDay::mean_speed;
    const std::vector<double> speeds = speeds_of(days, speed);
    if (speeds.empty()) {
        return;
    }
    const double median = median_of(speeds);
    Comparison comparison{.companion = Companion::pace, .name = "fast"};
    for (const RunDay& day : days) {
        if (const auto& reached = day.*speed) {
            comparison.add(day, *reached > median ? Had::with : Had::without);
        }
    }
    if (comparison.count(Had::with).mornings > 0) {
        comparisons.push_back(comparison);
    }
}

std::string after_runs(const Comparison& comparison) {
    switch (comparison.companion) {
    case Companion::shoe: return "runs in " + comparison.name;
    case Companion::ground: {
        std::string ground = comparison.name;
        std::ranges::replace(ground, '_', ' ');
        return "runs on " + ground;
    }
    case Companion::pace: break;
    }
    return "days faster than your usual";
}

std::string of_mornings(SoreCount counts) {
    return std::to_string(counts.sore) + " of " + std::to_string(counts.mornings);
}

std::string points(double share) {
    const long whole = std::lround(share * kPoints);
    return (whole > 0 ? "+" : whole < 0 ? "\u2212" : "") + std::to_string(std::abs(whole));
}

std::string too_few(const Comparison& comparison) {
    return "Not enough runs: " + std::to_string(comparison.count(Had::with).mornings) +
           " mornings after " + after_runs(comparison) + " and " +
           std::to_string(comparison.count(Had::without).mornings) +
           " after others are known; at least " + std::to_string(kLeastDays) +
           " of each are needed.";
}

bool without_zero(const SoreDays& days) {
    return days.difference && (days.low > 0 || days.high < 0);
}

std::string sentence(const Comparison& comparison, const SoreDays& days) {
    const std::string text = of_mornings(comparison.count(Had::with)) + " mornings after " +
                             after_runs(comparison) + " were sore (3 of 10 or more), " +
                             of_mornings(comparison.count(Had::without)) +
                             " after others; the interval of the " + "difference, " +
                             points(days.low) + " to " + points(days.high) + " points, ";
    return text + (without_zero(days)
                       ? "does not cover zero, with every comparison of this list allowed for. "
                         "The two go together; that does not say that one brings the other."
                       : "covers zero: chance may explain it.");
}

SoreDays judged(const Comparison& comparison, double deviations) {
    SoreDays days;
    days.companion = comparison.companion;
    days.name = comparison.name;
    const SoreCount with = comparison.count(Had::with);
    days.exposures = with.mornings;
    days.sore = with.sore;
    if (!comparison.enough()) {
        days.text = too_few(comparison);
        return days;
    }
    const ShareDifference difference =
        difference_of(with, comparison.count(Had::without),
                      deviations * widening_by_streaks(comparison.sore, comparison.had));
    days.difference = difference.value;
    days.low = difference.low;
    days.high = difference.high;
    days.text = sentence(comparison, days);
    return days;
}

/// Whether one tells the same as the other with its sides exchanged, as with two pairs that share
/// all days between them.
bool is_mirror(const Comparison& a, const Comparison& b) {
    return a.companion == b.companion && a.sore == b.sore &&
           std::ranges::equal(a.had, b.had, std::ranges::not_equal_to());
}

/// How many comparisons may fail on their own; a mirrored one fails with its other.
int independent(std::span<const Comparison> comparisons) {
    int count = 0;
    for (std::size_t i = 0; i < comparisons.size(); ++i) {
        const bool mirrored = std::ranges::any_of(comparisons.first(i), [&](const Comparison& c) {
            return is_mirror(c, comparisons[i]);
        });
        count += comparisons[i].enough() && !mirrored ? 1 : 0;
    }
    return count;
}

/// Evidence first, then size; what cannot be compared has neither and stands by name.
auto rank(const SoreDays& days) {
    return std::tuple(!days.difference, !without_zero(days), -std::abs(days.difference.value_or(0)),
                      days.companion, std::string_view(days.name));
}

}  // namespace

SoreDayReport sore_day_report(const CaseFile& case_file, LocalInstant now) {
    const std::vector<RunDay> days = run_days(case_file, now);
    std::vector<Comparison> comparisons;
    compare_all(Companion::shoe, days, &RunDay::shoes, comparisons);
    compare_all(Companion::ground, days, &RunDay::grounds, comparisons);
    compare_pace(days, comparisons);
    const int compared = independent(comparisons);
    // Bonferroni: each of the intervals may fail with its part of the whole chance.
    const double deviations = compared > 0 ? deviations_for(kOutside / compared) : 0;
    SoreDayReport report;
    report.mornings = static_cast<int>(days.size());
    for (const Comparison& comparison : comparisons) {
        report.companions.push_back(judged(comparison, deviations));
    }
    std::ranges::sort(report.companions,
                      [](const SoreDays& a, const SoreDays& b) { return rank(a) < rank(b); });
    return report;
}

}  // namespace footsure::load
