// SPDX-License-Identifier: Apache-2.0
#include "episode.hpp"

#include <algorithm>
#include <vector>

namespace footsure::simulation {

namespace {

/// A run of half an hour without walking counts when it hurt no more than this.
constexpr double kHalfHour = 30;
constexpr double kWentWell = 2.5;
/// Two weeks in which so much of the usual minutes was run, as far as she keeps runs at all, and
/// one run of almost usual length.
constexpr int kUsualDays = 14;
constexpr double kUsualShare = 0.75;
constexpr double kUsualLength = 0.9;
/// A clinician finds bone healed below this damage, give or take what an examination misses.
constexpr double kHealed = 0.16;
constexpr double kExaminationError = 0.06;
constexpr int kSeenAgainAfter = 14;

/// Watches the truth for the two ways of being back.
class Returns {
public:
    explicit Returns(const Person& person) : person_(person) {}

    void day(int day, const Done& done, const DayOutcome& outcome, Course& course) {
        minutes_.push_back(done.run ? minutes_of(*done.run) : 0);
        if (outcome.hurt_anew) {
            good_half_hours_ = 0;
            since_ = day + 1;
        }
        const bool whole = done.run && done.run->run_minutes >= kHalfHour;
        const bool well = outcome.pain_during <= kWentWell && !outcome.hurt_anew;
        good_half_hours_ += whole && well ? 1 : 0;
        if (good_half_hours_ == 2 && !course.back_to_half_hour) {
            course.back_to_half_hour = day;
        }
        if (!course.back_to_usual && usual(day)) {
            course.back_to_usual = day;
        }
    }

private:
    [[nodiscard]] bool usual(int day) const {
        if (day - since_ + 1 < kUsualDays) {
            return false;
        }
        const auto from = minutes_.end() - kUsualDays;
        double sum = 0;
        for (auto at = from; at != minutes_.end(); ++at) {
            sum += *at;
        }
        const double usual = person_.facts.usual_minutes * person_.facts.usual_runs_a_week * 2;
        return sum >= kUsualShare * person_.habits.keeps_runs * usual &&
               *std::max_element(from, minutes_.end()) >=
                   kUsualLength * person_.facts.usual_minutes;
    }

    const Person& person_;
    std::vector<double> minutes_;
    int good_half_hours_ = 0;
    int since_ = 0;
};

/// Goes some days after being sent; looks at the truth, not quite sharply.
class Clinician {
public:
    Clinician(int after_days, std::uint32_t seed) : after_days_(after_days), dice_(seed) {}

    std::optional<bool> visit(int day, bool sent, const Body& body) {
        if (sent && !on_) {
            on_ = std::max(day + after_days_, not_before_);
        }
        if (!on_ || day < *on_) {
            return std::nullopt;
        }
        on_.reset();
        not_before_ = day + kSeenAgainAfter;
        const bool bone = body.traits().kind == TissueKind::bone;
        return !bone || body.damage() + kExaminationError * dice_.normal() < kHealed;
    }

private:
    int after_days_;
    Dice dice_;
    std::optional<int> on_;
    int not_before_ = 0;
};

}  // namespace

Person draw_person(Trouble trouble, std::uint32_t seed) {
    Dice dice(seed);
    Person person{.seed = seed};
    person.traits = draw_traits(trouble, dice);
    person.habits = draw_habits(dice);
    person.facts = draw_facts(person.traits, dice);
    return person;
}

Course live(const Person& person, Policy& policy, int days) {
    Body body(person.traits, person.seed + 1);
    VirtualRunner runner(person.habits, person.facts, person.seed + 2);
    Clinician clinician(person.habits.clinician_after_days, person.seed + 3);
    Returns returns(person);
    History history{.facts = person.facts};
    Course course;
    bool sent = false;
    for (int day = 0; day < days; ++day) {
        const Morning morning = body.wake();
        DayTold told{.morning = runner.tell(morning)};
        told.clinician_clears = clinician.visit(day, sent, body);
        history.days.push_back(told);
        const Offer offer = policy.today(history);
        sent = offer.see_clinician;
        const Done done = runner.act(offer, morning);
        const DayOutcome outcome = body.live(done.load);
        std::optional<Measures> measured;
        if (offer.measure && runner.measures_today()) {
            measured = body.measure();
        }
        DayTold& today = history.days.back();
        today.evening = runner.tell(done, outcome, measured);
        if (done.logged) {
            today.run =
                RunLogged{*done.run, minutes_of(*done.run) * person.facts.kilometres_a_minute};
        }
        course.runs += done.run ? 1 : 0;
        course.times_hurt_anew += outcome.hurt_anew ? 1 : 0;
        course.days_above_capacity += done.run && outcome.over_capacity > 0 ? 1 : 0;
        returns.day(day, done, outcome, course);
    }
    course.last_damage = body.damage();
    return course;
}

}  // namespace footsure::simulation
