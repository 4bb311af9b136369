// SPDX-License-Identifier: Apache-2.0
#include "policy_footsure.hpp"

#include "advice/advice.hpp"
#include "told_facts.hpp"
#include "typical_patient.hpp"

#include <algorithm>

namespace footsure::simulation {

namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr days kOldestAnswer{2};
/// Danger screens come with the check-ins: daily at first, then before they are too old to count.
constexpr int kFirstDays = 4;
constexpr int kScreenEvery = 5;
/// A routine level says 1 to 3 weeks.
constexpr int kAppointmentAfter = 7;

HurtPart part_of(TissueKind kind) {
    if (kind == TissueKind::bone) {
        return HurtPart::bone;
    }
    return kind == TissueKind::joint ? HurtPart::joint : HurtPart::soft;
}

class FootsurePolicy : public Policy {
public:
    FootsurePolicy(const RunnerFacts& facts, const Knowledge& knowledge, FootsureTally& tally)
        : facts_(facts), knowledge_(knowledge), tally_(tally),
          file_(typical_patient(facts, knowledge)),
          laws_(knowledge.rehab,
                {.name = std::string(name_of(facts.trouble)),
                 .part = part_of(kind_of(facts.trouble)),
                 .side = file_.episodes.front().side,
                 .age_years = file_.runner.age_years,
                 .sex = file_.runner.sex},
                tally.laws) {
        for (const ActivitySummary& run : file_.activities) {
            laws_.ran(day_of(run.started_at, run.offset), run.distance);
        }
    }

    Offer today(const History& history) override {
        const int day = history.today();
        const bool news = take_news(history, day);
        file_.at = morning_of(day);
        tally_.days += 1;
        const bool stale = !advice_ || file_.at.at - advice_->at.at >= kOldestAnswer;
        if (news || stale || offer_of(day).run) {
            ask(day);
        }
        return offer_of(day);
    }

private:
    [[nodiscard]] static LocalInstant morning_of(int day) {
        return {kFirstMorning.at + days(day), kFirstMorning.offset};
    }

    [[nodiscard]] static Day day_on(int day) {
        return day_of(morning_of(day).at, kFirstMorning.offset);
    }

    /// Gives: whether it is worth asking anew today.
    bool take_news(const History& history, int day) {
        bool news = false;
        if (day > 0) {
            news = take_evening(history.days[static_cast<std::size_t>(day) - 1], day - 1);
        }
        const DayTold& now = history.days.back();
        if (now.morning) {
            add(check_in_of(*now.morning, kind_of(facts_.trouble), morning_of(day).at - hours(1)),
                day);
        }
        if (now.clinician_clears) {
            take_visit(*now.clinician_clears, day);
            news = true;
        }
        return news;
    }

    bool take_evening(const DayTold& told, int day) {
        if (told.run) {
            const auto& run = told.run->run;
            file_.activities.push_back(run_summary(morning_of(day).at + hours(9), minutes_of(run),
                                                   told.run->kilometres,
                                                   run.repeats * run.walk_minutes));
            laws_.ran(day_on(day), Metres(1000 * told.run->kilometres));
        }
        if (told.evening) {
            add(check_in_of(*told.evening, file_.episodes.front().side,
                            morning_of(day).at + hours(12)),
                day);
        }
        const bool told_of_run =
            told.evening && (told.evening->pain_during || told.evening->measures);
        return told.run || told_of_run;
    }

    void add(CheckIn check_in, int day) {
        if (day < kFirstDays || day - screened_on_ >= kScreenEvery) {
            check_in.answers = no_danger(knowledge_, QuestionScope::episode, check_in.at);
            for (Answer& answer : no_danger(knowledge_, QuestionScope::person, check_in.at)) {
                check_in.answers.push_back(std::move(answer));
            }
            screened_on_ = day;
        }
        laws_.told(check_in, day_on(day));
        file_.check_ins.push_back(std::move(check_in));
    }

    /// The first visit answers the signs that sent her; only one that finds it healed lets her run.
    void take_visit(bool clears, int day) {
        Seen seen{.on = day_on(day), .by = SeenBy::doctor};
        for (const FiredRule& rule : advice_->episodes.front().triage.rules) {
            seen.clears.push_back(rule.id);
        }
        seen.finding = condition_of(facts_.trouble);
        const bool bone = kind_of(facts_.trouble) == TissueKind::bone;
        if (bone && clears) {
            seen.clears.emplace_back("running");
            laws_.clinician_allows();
            allowed_ = true;
        } else if (bone) {
            seen.limits.emplace_back("no_running");
        } else {
            seen.clears.emplace_back("running");  // found to be of soft tissue or of the joint
        }
        file_.episodes.front().seen.push_back(std::move(seen));
    }

    void ask(int day) {
        advice_ = advice::advise(file_, knowledge_, file_.at);
        const EpisodeAdvice& episode = advice_->episodes.front();
        plan_ = plan_in(episode.help);
        tally_.asked += 1;
        tally_.with_plan += plan_ != nullptr ? 1 : 0;
        const UrgencyLevel level = episode.triage.urgency.level();
        tally_.too_urgent += level >= UrgencyLevel::within_days ? 1 : 0;
        laws_.check({day_on(day), level, plan_});
    }

    [[nodiscard]] Offer offer_of(int day) const {
        Offer offer;
        const UrgencyLevel level = advice_->episodes.front().triage.urgency.level();
        const bool bone = kind_of(facts_.trouble) == TissueKind::bone;
        const bool appointment = level == UrgencyLevel::routine &&
                                 file_.episodes.front().seen.empty() && day >= kAppointmentAfter;
        offer.see_clinician =
            level >= UrgencyLevel::within_days || (bone && !allowed_) || appointment;
        if (plan_ == nullptr) {
            return offer;
        }
        offer.see_clinician |= plan_->state == PlanState::stopped;
        offer.measure = std::ranges::any_of(
            plan_->due, [&](const DueMeasure& due) { return due.due_on <= day_on(day); });
        const auto planned = std::ranges::find(plan_->days, day_on(day), &PlannedDay::on);
        if (planned != plan_->days.end()) {
            for (const Session& session : planned->sessions) {
                add(session, offer);
            }
        }
        return offer;
    }

    void add(const Session& session, Offer& offer) const {
        switch (session.kind) {
        case SessionKind::run:
        case SessionKind::walk_run: offer.run = run_of(session); break;
        case SessionKind::strength: {
            const bool hops = std::ranges::any_of(session.exercises, [&](const auto& one) {
                const auto known =
                    std::ranges::find(knowledge_.exercises, one.exercise, &ExerciseDefinition::id);
                return known != knowledge_.exercises.end() &&
                       std::ranges::find(known->strains, Strain::impact) != known->strains.end();
            });
            offer.exercise =
                std::max(offer.exercise, hops ? ExerciseClass::impact : ExerciseClass::strength);
            break;
        }
        case SessionKind::balance: offer.balance = true; break;
        case SessionKind::mobility:
            offer.exercise = std::max(offer.exercise, ExerciseClass::mobility);
            break;
        case SessionKind::cross_train:
        case SessionKind::rest: break;
        }
    }

    /// The least of what the Session names, in minutes.
    [[nodiscard]] std::optional<RunOffer> run_of(const Session& session) const {
        RunOffer run;
        if (session.intervals) {
            run.repeats = session.intervals->repeats;
            run.run_minutes = session.intervals->run.value() / 60;
            run.walk_minutes = session.intervals->walk.value() / 60;
        } else if (session.max_duration) {
            run.run_minutes = session.max_duration->value() / 60;
        }
        if (session.max_distance) {
            const double by_distance =
                session.max_distance->value() / 1000 / facts_.kilometres_a_minute;
            run.run_minutes = run.run_minutes > 0
                                  ? std::min(run.run_minutes, by_distance / run.repeats)
                                  : by_distance;
        }
        return run.run_minutes > 0 ? std::optional(run) : std::nullopt;
    }

    RunnerFacts facts_;
    const Knowledge& knowledge_;
    FootsureTally& tally_;
    CaseFile file_;
    PlanLaws laws_;
    std::optional<Advice> advice_;
    const CarePlan* plan_ = nullptr;
    int screened_on_ = 0;
    bool allowed_ = false;
};

}  // namespace

std::unique_ptr<Policy> footsure_policy(const RunnerFacts& facts, const Knowledge& knowledge,
                                        FootsureTally& tally) {
    return std::make_unique<FootsurePolicy>(facts, knowledge, tally);
}

}  // namespace footsure::simulation
