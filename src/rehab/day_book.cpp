// SPDX-License-Identifier: Apache-2.0
#include "rehab/day_book.hpp"

#include "model/median.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>

namespace footsure::rehab {

namespace {

/// A mean at least so fast has no walking in it. Source: EE, a slow jog.
constexpr MetresPerSecond kAllRunning{2.2};
/// Source: EE, brisk walking between repeats; a stroll would be 1.4.
constexpr MetresPerSecond kWalking{1.5};
/// Where the Runner's own is not known. Source: EE, an easy run after a pause.
constexpr MetresPerSecond kEasyRunning{2.6};
/// Runs less than that apart are one outing. Source: the project's definition of an outing (EE).
constexpr std::chrono::minutes kOneOuting{60};
/// The usual morning is that of the days before. Source: EE, one week.
constexpr int kUsualDays = 7;
/// Source: the calendar.
constexpr int kWeekDays = 7;
/// Fewer mornings say nothing of a week. Source: EE.
constexpr std::size_t kLeastMornings = 3;
/// Days before the begin count too. Source: EE, as long as the longest run is looked back for.
constexpr std::chrono::days kBefore{30};
/// Source: training-load-risk, longest run of the last 30 days (frandsen2025).
constexpr int kLongestDays = 30;

void keep_worst(std::optional<double>& held, const std::optional<double>& told) {
    if (told && std::isfinite(*told)) {
        held = std::max(held.value_or(*told), *told);
    }
}

void keep_worst(std::optional<double>& held, const std::optional<PainScore>& told) {
    if (told) {
        keep_worst(held, std::optional(told->value()));
    }
}

bool is_yes(const std::optional<Said>& said) {
    return said == Said::yes;
}

void add_to(DayRecord& day, const CheckIn& check_in) {
    day.told_at = day.told ? std::max(day.told_at, check_in.at) : check_in.at;
    day.told = true;
    keep_worst(day.during, check_in.pain_during);
    keep_worst(day.after, check_in.pain_after);
    keep_worst(day.morning, check_in.pain_morning);
    keep_worst(day.stiffness, check_in.stiffness_minutes);
    if (check_in.swelling) {
        day.swelling = std::max(day.swelling.value_or(*check_in.swelling), *check_in.swelling);
    }
    day.limp |= is_yes(check_in.limp);
    day.gave_way |= is_yes(check_in.gave_way);
    day.focal_ache |= is_yes(check_in.focal_ache);
    day.painkiller |= is_yes(check_in.painkiller);
    if (check_in.skipped) {
        day.skipped = std::min(day.skipped.value_or(*check_in.skipped), *check_in.skipped);
    }
}

bool same_run(const ActivitySummary& a, const ActivitySummary& b) {
    const bool same_id = !a.id.empty() && a.id == b.id;
    return same_id || (a.started_at == b.started_at && a.distance == b.distance);
}

Seconds length_of(const ActivitySummary& run) {
    return std::max(run.elapsed, run.timer);
}

Instant end_of(const ActivitySummary& run) {
    const double length = std::max(0.0, length_of(run).value());
    return run.started_at +
           std::chrono::duration_cast<Instant::duration>(std::chrono::duration<double>(length));
}

std::vector<const ActivitySummary*> runs_between(const PlanFacts& plan, Day first) {
    std::vector<const ActivitySummary*> runs;
    for (const auto& activity : plan.case_file.activities) {
        if (activity.sport == "running" && activity.started_at <= plan.now.at &&
            day_of(activity.started_at, plan.now.offset) >= first) {
            runs.push_back(&activity);
        }
    }
    std::ranges::sort(runs, [](const auto* a, const auto* b) {
        return std::tie(a->started_at, a->distance, a->id) <
               std::tie(b->started_at, b->distance, b->id);
    });
    const auto doubled =
        std::ranges::unique(runs, [](const auto* a, const auto* b) { return same_run(*a, *b); });
    runs.erase(doubled.begin(), doubled.end());
    return runs;
}

bool known(double value) {
    return std::isfinite(value) && value > 0;
}

std::optional<double> usual_of(std::vector<double> told) {
    return told.empty() ? std::nullopt : std::optional(median_of(std::move(told)));
}

std::vector<DatedMeasure> measures_of(const CheckIn& check_in, Day day) {
    std::vector<DatedMeasure> measures;
    for (const auto& measured : check_in.measures) {
        if (std::isfinite(measured.value)) {
            measures.push_back({check_in.at, day, measured});
        }
    }
    return measures;
}

void add_to(DayRun& sum, const ActivitySummary& run, std::optional<MetresPerSecond> easy_speed) {
    if (sum.outings == 0) {
        sum.at = run.started_at;
        sum.from = run.from.empty() ? run.id.text() : run.from;
    }
    sum.distance += known(run.distance.value()) ? run.distance : Metres(0);
    sum.ran_for += running_part(run, easy_speed);
}

}  // namespace

Seconds running_part(const ActivitySummary& run, std::optional<MetresPerSecond> easy_speed) {
    if (run.ran_for) {
        return *run.ran_for;
    }
    const Seconds time = known(run.timer.value()) ? run.timer : run.elapsed;
    if (!known(time.value())) {
        return known(run.distance.value())
                   ? Seconds(run.distance.value() / easy_speed.value_or(kEasyRunning).value())
                   : Seconds(0);
    }
    if (!known(run.distance.value()) || run.distance / time >= kAllRunning) {
        return time;
    }
    const MetresPerSecond easy = std::max(easy_speed.value_or(kEasyRunning), kAllRunning);
    const double ran = (run.distance - kWalking * time).value() / (easy - kWalking).value();
    return Seconds(std::clamp(ran, 0.0, time.value()));
}

DayBook::DayBook(const EpisodeFacts& facts, const PlanFacts& plan, Begin begin)
    : first_(begin.on - kBefore), begin_(begin) {
    const Day today = day_of(plan.now.at, plan.now.offset);
    days_.resize(static_cast<std::size_t>(std::max<long>(0, (today - first_).count() + 1)));
    add_check_ins(facts, plan);
    add_runs(plan);
}

DayRecord* DayBook::at(Day day) {
    const auto index = (day - first_).count();
    return index < 0 || static_cast<std::size_t>(index) >= days_.size()
               ? nullptr
               : &days_[static_cast<std::size_t>(index)];
}

const DayRecord& DayBook::on(Day day) const {
    const auto index = (day - first_).count();
    return index < 0 || static_cast<std::size_t>(index) >= days_.size()
               ? none_
               : days_[static_cast<std::size_t>(index)];
}

void DayBook::add_check_ins(const EpisodeFacts& facts, const PlanFacts& plan) {
    for (const auto& check_in : plan.case_file.check_ins) {
        const bool counts = check_in.at <= plan.now.at &&
                            (check_in.episode == facts.episode.id || check_in.episode.empty());
        const Day day = day_of(check_in.at, plan.now.offset);
        DayRecord* record = counts ? at(day) : nullptr;
        if (record == nullptr) {
            continue;
        }
        add_to(*record, check_in);
        if (record->morning && (!first_morning_ || day < *first_morning_)) {
            first_morning_ = day;
        }
        std::ranges::copy(measures_of(check_in, day), std::back_inserter(measures_));
    }
    std::ranges::sort(measures_, [](const DatedMeasure& a, const DatedMeasure& b) {
        return std::tuple(a.at, a.measured.kind, a.measured.side, a.measured.value) <
               std::tuple(b.at, b.measured.kind, b.measured.side, b.measured.value);
    });
}

void DayBook::add_runs(const PlanFacts& plan) {
    std::optional<Instant> ended;
    for (const auto* run : runs_between(plan, first_)) {
        const Day day = day_of(run->started_at, plan.now.offset);
        if (day == begin_.on && run->started_at < begin_.at) {
            continue;  // the run that hurt is none of the plan
        }
        DayRun& sum = at(day)->run;
        const bool another = !ended || run->started_at - *ended >= kOneOuting;
        ended = ended ? std::max(*ended, end_of(*run)) : end_of(*run);
        add_to(sum, *run, plan.limits.easy_speed);
        sum.outings += another || sum.outings == 0 ? 1 : 0;
    }
}

std::optional<double> DayBook::usual_morning(Day day) const {
    std::vector<double> mornings;
    for (int back = 0; back < kUsualDays; ++back) {
        if (const auto& told = on(day - std::chrono::days(back)).morning) {
            mornings.push_back(*told);
        }
    }
    if (mornings.empty() && first_morning_ && *first_morning_ <= day) {
        return on(*first_morning_).morning;
    }
    return usual_of(std::move(mornings));
}

std::optional<double> DayBook::usual_stiffness(Day day) const {
    std::vector<double> minutes;
    for (int back = 0; back < kUsualDays; ++back) {
        if (const auto& told = on(day - std::chrono::days(back)).stiffness) {
            minutes.push_back(*told);
        }
    }
    return usual_of(std::move(minutes));
}

std::optional<double> DayBook::week_median(Day from) const {
    std::vector<double> mornings;
    for (int ahead = 0; ahead < kWeekDays; ++ahead) {
        if (const auto& told = on(from + std::chrono::days(ahead)).morning) {
            mornings.push_back(*told);
        }
    }
    return mornings.size() < kLeastMornings ? std::nullopt
                                            : std::optional(median_of(std::move(mornings)));
}

Metres DayBook::longest_before(Day day) const {
    Metres longest;
    for (int back = 1; back <= kLongestDays; ++back) {
        longest = std::max(longest, on(day - std::chrono::days(back)).run.distance);
    }
    return longest;
}

}  // namespace footsure::rehab
