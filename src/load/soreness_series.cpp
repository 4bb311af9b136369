// SPDX-License-Identifier: Apache-2.0
#include "load/soreness_series.hpp"

#include "load/known_value.hpp"
#include "load/outing.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

namespace footsure::load {

namespace {

using std::chrono::days;

/// Time constant of the moving average in days. Source: training-load-risk section 3, load and
/// soreness: the correlation is largest for 1 to 2 days [R]; section 2 names 2 to 3.
constexpr double kTimeConstant = 2;
/// How far back mornings count. Source: EE; the link was measured over five months.
constexpr days kWindow{182};
/// Before the window the moving average runs warm. Source: EE; 15 time constants.
constexpr days kWarmUp{30};
/// The part of a moving average that may rest on days of unknown load. Source: EE.
constexpr double kMostUnknown = 0.1;
/// Load that came so long before the first morning still shows in it. Source: EE; what unknown
/// load takes to fall below the part above.
constexpr days kLasting{5};
/// Sessions that must have an exertion before exertion is used. Source: EE.
constexpr double kEnoughExertion = 0.8;
/// Runs that must have both exertion and dose before one is turned into the other. Source: EE.
constexpr int kEnoughRuns = 5;
/// Source: SI.
constexpr double kSecondsPerMinute = 60;
constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

/// What the load of a day is made of.
enum class LoadKind : std::uint8_t { exertion, dose };

/// One Activity as this link sees it; NaN = unknown.
struct Effort {
    Day day;
    double minutes = kUnknown;
    double exertion = kUnknown;
    double dose = kUnknown;
};

/// A total order also where numbers are unknown, so that sums do not depend on the order of facts.
bool before(const Effort& a, const Effort& b) {
    const auto rank = [](double value) { return std::isnan(value) ? -1.0 : value; };
    const auto key = [&](const Effort& e) {
        return std::tuple(e.day, rank(e.minutes), rank(e.exertion), rank(e.dose));
    };
    return key(a) < key(b);
}

Effort effort_of(const ActivitySummary& activity, UtcOffset offset) {
    Effort effort;
    effort.day = day_of(activity.started_at, offset);
    if (const double seconds = running_time(activity).value(); seconds > 0) {
        effort.minutes = seconds / kSecondsPerMinute;
    }
    if (activity.perceived_exertion && std::isfinite(*activity.perceived_exertion)) {
        effort.exertion = std::max(0.0, *activity.perceived_exertion);
    }
    if (const double dose = activity.doses[index_of(Tissue::achilles)].dose.value();
        std::isfinite(dose)) {
        effort.dose = std::max(0.0, dose);
    }
    return effort;
}

std::vector<Effort> efforts_until(const CaseFile& case_file, LocalInstant now) {
    std::vector<Effort> efforts;
    for (const ActivitySummary& activity : case_file.activities) {
        if (activity.started_at <= now.at) {
            efforts.push_back(effort_of(activity, now.offset));
        }
    }
    std::ranges::sort(efforts, before);
    return efforts;
}

/// Of two told at the same moment the sorer comes first.
struct Told {
    Instant at;
    double soreness = 0;

    [[nodiscard]] bool before(const Told& other) const {
        return at != other.at ? at < other.at : soreness > other.soreness;
    }
};

std::vector<Morning> mornings_until(const CaseFile& case_file, LocalInstant now) {
    const Day today = day_of(now.at, now.offset);
    std::map<Day, Told> first;
    for (const CheckIn& check_in : case_file.check_ins) {
        const Day day = day_of(check_in.at, now.offset);
        if (!check_in.soreness || check_in.at > now.at || day < today - kWindow) {
            continue;
        }
        const Told told{check_in.at, check_in.soreness->value()};
        Told& kept = first.try_emplace(day, told).first->second;
        kept = told.before(kept) ? told : kept;
    }
    std::vector<Morning> mornings;
    for (const auto& [day, told] : first) {
        mornings.push_back({day, told.soreness, std::nullopt});
    }
    return mornings;
}

bool has_exertion(const Effort& effort) {
    return std::isfinite(effort.exertion) && std::isfinite(effort.minutes);
}

LoadKind kind_of(std::span<const Effort> efforts, Day since) {
    double all = 0;
    double told = 0;
    for (const Effort& effort : efforts) {
        all += effort.day >= since ? 1 : 0;
        told += effort.day >= since && has_exertion(effort) ? 1 : 0;
    }
    return all > 0 && told >= kEnoughExertion * all ? LoadKind::exertion : LoadKind::dose;
}

/// Own middle exertion, for the few sessions without one.
double usual_exertion(std::span<const Effort> efforts) {
    std::vector<double> told;
    for (const Effort& effort : efforts) {
        if (has_exertion(effort)) {
            told.push_back(effort.exertion);
        }
    }
    const auto middle = told.begin() + static_cast<std::ptrdiff_t>(told.size() / 2);
    std::ranges::nth_element(told, middle);
    return *middle;
}

/// Load of each day; NaN for a day with a session whose load is unknown.
std::map<Day, double> daily_load(std::span<const Effort> efforts, LoadKind kind) {
    const double usual = kind == LoadKind::exertion ? usual_exertion(efforts) : kUnknown;
    std::map<Day, double> loads;
    for (const Effort& effort : efforts) {
        const double exertion = std::isnan(effort.exertion) ? usual : effort.exertion;
        loads[effort.day] += kind == LoadKind::exertion ? exertion * effort.minutes : effort.dose;
    }
    return loads;
}

/// e + (1 - exp(-1/tau)) (x - e) day by day, beside the part of it that rests on unknown load.
/// Source: training-load-risk section 2, EWMA.
class MovingAverage {
public:
    [[nodiscard]] static double weight() { return 1 - std::exp(-1 / kTimeConstant); }

    void add(double load) {
        const bool known = std::isfinite(load);
        value_ += weight() * ((known ? load : value_) - value_);
        unknown_ += weight() * ((known ? 0 : 1) - unknown_);
    }

    [[nodiscard]] std::optional<double> value() const {
        return unknown_ <= kMostUnknown ? std::optional(value_) : std::nullopt;
    }

private:
    double value_ = 0;
    double unknown_ = 1;  ///< of what came before the first session nothing is known
};

/// Gives the average over the days before each morning, and the one of tomorrow's morning.
void average_over_days(const std::map<Day, double>& loads, Day today, SorenessSeries& series) {
    MovingAverage average;
    auto morning = series.mornings.begin();
    for (Day day = std::max(loads.begin()->first, today - kWindow - kWarmUp); day <= today;
         day += days(1)) {
        while (morning != series.mornings.end() && morning->day < day) {
            ++morning;
        }
        if (morning != series.mornings.end() && morning->day == day) {
            morning->load = average.value();
        }
        const auto load = loads.find(day);
        average.add(load == loads.end() ? 0 : load->second);
    }
    series.tomorrow = average.value();
    series.tomorrow_per_load = MovingAverage::weight();
}

std::optional<double> load_per_dose(std::span<const Effort> efforts, LoadKind kind) {
    if (kind == LoadKind::dose) {
        return 1;
    }
    int runs = 0;
    double load = 0;
    double dose = 0;
    for (const Effort& effort : efforts) {
        if (has_exertion(effort) && effort.dose > 0) {
            ++runs;
            load += effort.exertion * effort.minutes;
            dose += effort.dose;
        }
    }
    return runs >= kEnoughRuns ? std::optional(load / dose) : std::nullopt;
}

}  // namespace

SorenessSeries soreness_series(const CaseFile& case_file, LocalInstant now) {
    SorenessSeries series;
    series.mornings = mornings_until(case_file, now);
    const std::vector<Effort> efforts = efforts_until(case_file, now);
    if (series.mornings.empty() || efforts.empty()) {
        return series;
    }
    const Day first = series.mornings.front().day;
    const LoadKind kind = kind_of(efforts, first);
    const std::map<Day, double> loads = daily_load(efforts, kind);
    average_over_days(loads, day_of(now.at, now.offset), series);
    series.load_per_dose = load_per_dose(efforts, kind);
    for (const auto& [day, load] : loads) {
        series.loaded_days += day >= first - kLasting && load > 0 ? 1 : 0;
    }
    return series;
}

}  // namespace footsure::load
