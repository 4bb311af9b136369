// SPDX-License-Identifier: Apache-2.0
#include "policy.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::simulation {

namespace {

constexpr int kWeek = 7;

/// Whether this day of a week with so many runs, evenly spread, has one.
bool is_run_day(int day, int runs_a_week) {
    const int in_week = day % kWeek;
    return (in_week + 1) * runs_a_week / kWeek > in_week * runs_a_week / kWeek;
}

/// The last pain told, of a morning or a run; 10 while nobody has told any.
int last_pain(const History& history) {
    for (auto day = history.days.rbegin(); day != history.days.rend(); ++day) {
        int worst = -1;
        if (day->morning) {
            worst = day->morning->pain;
        }
        if (day->evening && day->evening->pain_during) {
            worst =
                std::max({worst, *day->evening->pain_during, day->evening->pain_after.value_or(0)});
        }
        if (worst >= 0) {
            return worst;
        }
    }
    return 10;
}

Offer continuous(double minutes) {
    Offer offer;
    offer.run = RunOffer{.repeats = 1, .run_minutes = minutes};
    return offer;
}

class CalendarPolicy : public Policy {
public:
    Offer today(const History& history) override {
        const int day = history.today();
        const int whole = kWeek * weeks_for(history.facts.trouble);
        const int rest = whole / 3;
        Offer offer;
        const int runs = std::min(3, history.facts.usual_runs_a_week);
        if (day >= whole && is_run_day(day, history.facts.usual_runs_a_week)) {
            offer = continuous(history.facts.usual_minutes);
        } else if (day >= rest && day < whole && is_run_day(day, runs)) {
            const double part = static_cast<double>(day - rest) / (whole - rest);
            offer = continuous(std::max(5.0, std::floor(history.facts.usual_minutes * part)));
        } else if (day % 2 == 0) {
            offer.exercise = ExerciseClass::strength;
        }
        return offer;
    }

private:
    static int weeks_for(Trouble trouble) {
        switch (trouble) {
        case Trouble::soreness: return 1;
        case Trouble::sprain_mild: return 3;
        case Trouble::sprain_moderate:
        case Trouble::calf_strain:
        case Trouble::tibialis_anterior: return 6;
        case Trouble::peroneal:
        case Trouble::impingement:
        case Trouble::bone_stress: return 8;
        default: return 12;
        }
    }
};

class TenPercentPolicy : public Policy {
public:
    Offer today(const History& history) override {
        const int day = history.today();
        if (!begun_on_ && last_pain(history) <= 2) {
            begun_on_ = day;
            share_ = 0.5;
        }
        if (!begun_on_) {
            return {};
        }
        if (day > *begun_on_ && (day - *begun_on_) % kWeek == 0) {
            const bool strong = strong_pain(history);
            share_ = strong ? share_ : std::min(1.0, share_ * 1.1);
        }
        if (is_run_day(day, history.facts.usual_runs_a_week)) {
            return continuous(std::round(history.facts.usual_minutes * share_));
        }
        return {};
    }

private:
    /// Of the last week: above 5.
    static bool strong_pain(const History& history) {
        const auto days = std::min<std::size_t>(history.days.size(), kWeek);
        return std::any_of(history.days.end() - static_cast<std::ptrdiff_t>(days),
                           history.days.end(), [](const DayTold& told) {
                               return told.evening && told.evening->pain_during.value_or(0) > 5;
                           });
    }

    std::optional<int> begun_on_;
    double share_ = 0;
};

class FeelsFinePolicy : public Policy {
public:
    Offer today(const History& history) override {
        const bool fine = last_pain(history) <= 1;
        if (fine && is_run_day(history.today(), history.facts.usual_runs_a_week)) {
            return continuous(history.facts.usual_minutes);
        }
        return {};
    }
};

}  // namespace

std::unique_ptr<Policy> calendar_policy() {
    return std::make_unique<CalendarPolicy>();
}

std::unique_ptr<Policy> ten_percent_policy() {
    return std::make_unique<TenPercentPolicy>();
}

std::unique_ptr<Policy> feels_fine_policy() {
    return std::make_unique<FeelsFinePolicy>();
}

}  // namespace footsure::simulation
