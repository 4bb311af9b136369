// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "history.hpp"

namespace footsure::simulation {

/// How a virtual runner behaves; drawn once.
struct Habits {
    double keeps_runs = 1;  ///< share of the offered runs she does
    double keeps_exercises = 1;
    double checks_in = 1;    ///< share of the mornings and evenings she tells
    double overruns = 0;     ///< chance, when it felt good
    double overruns_by = 1;  ///< factor
    double adds_runs = 0;    ///< chance on a day without a run, when it felt good
    double hides_pain = 0;   ///< points told less than felt
    double logs_runs = 1;    ///< share of the runs that are logged: a watch logs all
    double measures = 1;     ///< share of the tests asked for that she does
    int clinician_after_days = 3;
};

[[nodiscard]] Habits draw_habits(Dice& dice);
[[nodiscard]] RunnerFacts draw_facts(const Traits& traits, Dice& dice);

/// What the runner makes of an offer.
struct Done {
    std::optional<RunOffer> run;
    bool beyond_offer = false;
    bool logged = false;
    DayLoad load;
};

/// Someone with a body and habits. Tells what she felt, a little less and not always.
class VirtualRunner {
public:
    VirtualRunner(const Habits& habits, const RunnerFacts& facts, std::uint32_t seed)
        : habits_(habits), facts_(facts), dice_(seed) {}

    [[nodiscard]] std::optional<MorningTold> tell(const Morning& felt);
    [[nodiscard]] Done act(const Offer& offer, const Morning& felt);
    [[nodiscard]] std::optional<EveningTold> tell(const Done& done, const DayOutcome& felt,
                                                  const std::optional<Measures>& measured);

    [[nodiscard]] bool measures_today() { return dice_.happens(habits_.measures); }

    [[nodiscard]] const Habits& habits() const { return habits_; }

private:
    [[nodiscard]] int told(double pain);
    [[nodiscard]] std::optional<RunOffer> run_done(const Offer& offer, const Morning& felt,
                                                   bool& beyond);

    Habits habits_;
    RunnerFacts facts_;
    Dice dice_;
};

}  // namespace footsure::simulation
