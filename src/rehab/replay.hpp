// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehab/course.hpp"
#include "rehab/danger_line.hpp"
#include "rehab/day_book.hpp"
#include "rehab/gates.hpp"
#include "rehab/pain_rules.hpp"

#include <optional>
#include <string>
#include <vector>

namespace footsure::rehab {

/// Lives through an Episode day by day and writes down what changes.
class Replay {
public:
    /// Needs: a protocol with phases.
    Replay(const EpisodeFacts& facts, const PlanFacts& plan, const ProtocolDefinition& protocol,
           Begin begin);

    /// Needs: days in order, from the first on.
    void live(Day day);
    /// What today's level says beyond the moments at which something was told.
    void heed_today();
    void fill(Course& course) const;

private:
    struct Place {
        std::size_t phase = 0;
        Day entered_on;
        std::optional<std::size_t> step;
        int done = 0;
        std::optional<Day> free_step_on;  ///< the first day at the step after which running is free
    };

    /// A run that waits for what the next morning says.
    struct Pending {
        Day on;
        bool planned = false;
        std::string over;  ///< how much more than planned; empty: not
    };

    /// Where going back ends.
    enum class Floor : std::uint8_t { first_step, first_phase };

    // What happened (replay.cpp)
    void heed_levels(Instant until);
    void heed_visits(Day day);
    void resume_after(const Seen& seen, Day day);
    void take_measures(Day day);
    void refresh_restrictions(Day day);
    [[nodiscard]] std::string all_reasons() const;
    void rest_of_day(Day day);
    std::string go_back(int steps, Day day, Floor floor);
    void stop(Day day, const std::string& why);
    void note(PlanChange change);
    [[nodiscard]] Instant morning_of(Day day) const;
    [[nodiscard]] Instant moment_of(Day day) const;

    [[nodiscard]] bool is_stopped() const { return stopped_by_level_ || stopped_on_; }

    // Phases (replay_phases.cpp)
    void try_phases(Day day);
    [[nodiscard]] bool may_leave(Day day) const;
    [[nodiscard]] std::string barred_from(const PhaseDefinition& next, Day day) const;
    void enter_next(Day day);
    [[nodiscard]] std::optional<Day> least_time_ends() const;
    [[nodiscard]] bool ran_as_before(Day day) const;
    [[nodiscard]] std::vector<Gate> gates_on(Day day) const;
    [[nodiscard]] bool is_free() const;
    void try_step_up(Day day);
    [[nodiscard]] bool may_step_to(const TrackStep& next, Day day) const;

    // Runs (replay_runs.cpp)
    void take_run(Day day);
    [[nodiscard]] std::string why_unplanned(Day day) const;
    [[nodiscard]] std::string over_by(Day day) const;
    [[nodiscard]] Day next_run_after(Day day) const;
    void set_due(Day from);
    void notice_missed(Day day);
    void notice_break(Day day);
    [[nodiscard]] const TrackStep* step() const;

    // Pain (replay_pain.cpp)
    void judge_now(Day day);
    void judge_morning_after(Day day);
    [[nodiscard]] PainReading reading_of(Day session, Day told) const;
    void settle(const PainReading& reading, Day day);
    void hold(const Pending& session, const std::string& why, Day day);
    void count_session(const Pending& session, const PainReading& reading, Day day);
    [[nodiscard]] int steps_back() const;
    void step_back(const std::string& why, Day day);
    void heed_pain(Day day);
    void heed_focal_ache(Day day);
    void heed_weeks(Day day);
    void try_resume(Day day);

    const EpisodeFacts& facts_;
    const PlanFacts& plan_;
    const ProtocolDefinition& protocol_;
    const TrackDefinition* track_ = nullptr;
    Begin begin_;
    Day today_;
    DayBook book_;
    DangerLine danger_line_;
    MeasureBook measures_;
    std::size_t next_measure_ = 0;
    std::size_t next_level_ = 0;
    std::vector<Day> boundaries_;  ///< days on which what visits say may change
    Restrictions restrictions_;
    Place place_;
    bool stopped_by_level_ = false;
    std::optional<Day> stopped_on_;   ///< by pain or a sign
    std::optional<Day> answered_on_;  ///< a pain or sign has been answered that day
    std::optional<Day> moved_back_on_;
    std::optional<Day> pain_free_since_;  ///< walking
    std::optional<Day> focal_on_;
    std::optional<std::size_t> barred_at_;
    std::optional<Pending> pending_;
    std::optional<Day> run_from_;
    std::optional<Day> due_;
    std::vector<Day> ran_on_;
    bool gap_told_ = false;
    int holds_ = 0;
    int rises_ = 0;
    int bad_days_ = 0;
    std::vector<PlanChange> changes_;
};

}  // namespace footsure::rehab
