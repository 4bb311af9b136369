// SPDX-License-Identifier: Apache-2.0
#include "load/soreness_fit.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace footsure::load {

namespace {

/// Source: training-load-risk section 1, rules of evaluation: personal values from at least 20
/// earlier days.
constexpr std::size_t kLeastMornings = 20;
/// A line through fewer loaded days rests on single days. Source: EE.
constexpr int kLeastLoadedDays = 5;
/// What a morning above or below the line leaves of that for the next day.
/// Source: derived [D] from PMData, walk-forward: of 0, 0.3, 0.4, 0.5, 0.6 the one that told sore
/// mornings apart best within a person.
constexpr double kCarriedOver = 0.3;
/// Soreness is told from 0 to 10. Source: numeric rating scale.
constexpr double kMostSoreness = 10;

/// How a ceiling answers, per SD of own soreness beyond what is usual, and its limits.
/// Source: EE; no study tests a ceiling made from soreness, so the step is small, and smaller
/// upward.
constexpr double kNarrowedPerSd = 0.10;
constexpr double kLeastFactor = 0.80;
constexpr double kWidenedPerSd = 0.05;
constexpr double kMostFactor = 1.05;
/// So many SD under the own median is clearly below it. Source: EE.
constexpr double kClearlyBelow = 0.5;
/// Source: arithmetic.
constexpr double kPercent = 100;

/// The mornings apart: what is usual, and the last days.
struct Parted {
    std::vector<LoadedMorning> usual;
    std::vector<Morning> recent;
};

Parted parted(const SorenessSeries& series, Day today) {
    Parted parts;
    for (const Morning& morning : series.mornings) {
        if (morning.day > today - kRecentDays) {
            parts.recent.push_back(morning);
        } else if (morning.load) {
            parts.usual.push_back({morning.day, morning.soreness, *morning.load});
        }
    }
    return parts;
}

/// How far the last morning's distance from the line still reaches into tomorrow's.
double carried_over(const SorenessFit& fit, std::span<const Morning> recent, Day today) {
    for (std::size_t i = recent.size(); i-- > 0;) {
        if (const auto load = recent[i].load) {
            const auto since = static_cast<double>((today - recent[i].day).count() + 1);
            return std::pow(kCarriedOver, since) * (recent[i].soreness - fit.at(*load));
        }
    }
    return 0;
}

void expect_tomorrow(const SorenessFit& fit, const SorenessSeries& series, double carried,
                     std::optional<EasyKm> today, SorenessLink& link) {
    if (!series.tomorrow) {
        return;
    }
    const auto soreness = [&](double load) {
        return std::clamp(fit.at(load) + carried, 0.0, kMostSoreness);
    };
    link.expected = soreness(*series.tomorrow);
    link.expected_sd = fit.residual_sd;
    if (today && series.load_per_dose && std::isfinite(today->value())) {
        const double load = std::max(0.0, today->value()) * *series.load_per_dose;
        link.expected_full = soreness(*series.tomorrow + load * series.tomorrow_per_load);
    }
}

double mean_soreness(std::span<const Morning> mornings) {
    double sum = 0;
    for (const Morning& morning : mornings) {
        sum += morning.soreness;
    }
    return sum / static_cast<double>(mornings.size());
}

/// Falls with what is expected and with how sore the last mornings were, never rises with either.
double ceiling_factor(const SorenessFit& fit, const SorenessLink& link,
                      std::span<const Morning> recent) {
    double highest = link.expected.value_or(0);
    highest = std::max(highest, link.expected_full.value_or(0));
    highest = recent.empty() ? highest : std::max(highest, mean_soreness(recent));
    if (highest > fit.usual_high) {
        const double beyond = (highest - fit.usual_high) / fit.soreness_sd;
        return std::max(kLeastFactor, 1 - kNarrowedPerSd * beyond);
    }
    if (!link.expected_full) {
        return 1;
    }
    const double below = (fit.median - highest) / fit.soreness_sd - kClearlyBelow;
    return std::clamp(1 + kWidenedPerSd * below, 1.0, kMostFactor);
}

std::string whole(double value) {
    return std::to_string(std::lround(value));
}

std::string short_text(std::size_t usable) {
    if (usable < kLeastMornings) {
        return whole(static_cast<double>(usable)) +
               " mornings with soreness and known load lie behind you; at least " +
               whole(static_cast<double>(kLeastMornings)) +
               " are needed before anything is said about how soreness follows your running.";
    }
    return "Your mornings or your running differ too little from day to day to see whether "
           "soreness follows load.";
}

std::string linked_text(const SorenessLink& link) {
    std::string text = "Over " + whole(link.mornings) +
                       " mornings you were, as a rule, sorer after days of more load.";
    if (link.expected) {
        text += " Tomorrow is likely to be near " + whole(*link.expected) +
                " of 10 without more running today";
        if (link.expected_full) {
            text += ", near " + whole(*link.expected_full) + " after a run up to today's limit";
        }
        text += "; " + whole(std::max(1.0, link.expected_sd)) +
                " more or less is common, and it may come otherwise.";
    }
    const double percent = std::round(kPercent * (link.ceiling_factor - 1));
    if (percent < 0) {
        text += " That is sorer than usual for you, so the load limit is " + whole(-percent) +
                " % lower (expert estimate).";
    } else if (percent > 0) {
        text += " That is less sore than usual for you; the load limit is " + whole(percent) +
                " % higher (expert estimate).";
    }
    return text;
}

void say_no_link(SorenessLink& link) {
    link.state = SorenessState::no_link;
    link.text = "Over " + whole(link.mornings) +
                " mornings your soreness did not clearly follow the load of the days before; it "
                "changes nothing here.";
}

}  // namespace

SorenessLink soreness_link(const CaseFile& case_file, LocalInstant now,
                           std::optional<EasyKm> today) {
    SorenessLink link;
    const SorenessSeries series = soreness_series(case_file, now);
    if (series.mornings.empty()) {
        link.text = "No soreness of a morning was told yet, so nothing is known of how yours "
                    "follows your running.";
        return link;
    }
    const Day day = day_of(now.at, now.offset);
    const Parted parts = parted(series, day);
    link.state = SorenessState::short_history;
    link.mornings = static_cast<int>(parts.usual.size());
    link.text = short_text(parts.usual.size());
    if (parts.usual.size() < kLeastMornings || series.loaded_days < kLeastLoadedDays) {
        return link;
    }
    const auto fit = soreness_fit(parts.usual);
    if (!fit) {
        return link;
    }
    link.correlation = fit->correlation;
    link.low = fit->low;
    link.high = fit->high;
    if (fit->low <= 0) {
        say_no_link(link);
        return link;
    }
    link.state = SorenessState::linked;
    expect_tomorrow(*fit, series, carried_over(*fit, parts.recent, day), today, link);
    link.ceiling_factor = ceiling_factor(*fit, link, parts.recent);
    link.text = linked_text(link);
    return link;
}

}  // namespace footsure::load
