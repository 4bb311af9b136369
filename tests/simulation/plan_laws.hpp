// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/care_plan.hpp"
#include "model/case_file.hpp"
#include "model/knowledge.hpp"
#include "model/urgency.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace footsure::simulation {

/// What must hold of every plan on every day. Figures are written here anew, from the evidence; the
/// checker asks the planner for nothing but its plan and the criteria that its knowledge states.
enum class Law : std::uint8_t {
    no_unmet_gate_is_passed,
    the_step_is_the_ceiling,
    the_longest_run_rule_after_the_steps,
    no_runs_on_two_days_running_with_bone,
    a_day_between_runs_until_half_an_hour,
    strong_pain_is_answered_within_a_day,
    each_week_has_a_rest_day,
    no_plan_when_someone_must_see_it,
    no_run_before_the_clinician_allows,
    no_run_without_a_place_on_a_track,
};
inline constexpr std::array kLaws{Law::no_unmet_gate_is_passed,
                                  Law::the_step_is_the_ceiling,
                                  Law::the_longest_run_rule_after_the_steps,
                                  Law::no_runs_on_two_days_running_with_bone,
                                  Law::a_day_between_runs_until_half_an_hour,
                                  Law::strong_pain_is_answered_within_a_day,
                                  Law::each_week_has_a_rest_day,
                                  Law::no_plan_when_someone_must_see_it,
                                  Law::no_run_before_the_clinician_allows,
                                  Law::no_run_without_a_place_on_a_track};

[[nodiscard]] std::string_view words(Law law);

struct LawCount {
    long exercised = 0;  ///< times it could have been broken
    long broken = 0;
    std::string first;  ///< how it was broken first
};

class LawBook {
public:
    void exercised(Law law) { of(law).exercised += 1; }

    void broken(Law law, std::string how);
    void add(const LawBook& other);

    [[nodiscard]] const LawCount& count(Law law) const {
        return counts_[static_cast<std::size_t>(law)];
    }

private:
    [[nodiscard]] LawCount& of(Law law) { return counts_[static_cast<std::size_t>(law)]; }

    std::array<LawCount, kLaws.size()> counts_;
};

/// What was answered on a morning.
struct MorningAnswer {
    Day on;
    UrgencyLevel level = UrgencyLevel::self_care;
    const CarePlan* plan = nullptr;
};

enum class HurtPart : std::uint8_t { soft, bone, joint };

/// Whom the plans are for.
struct Watched {
    std::string name;  ///< for reports of broken laws
    HurtPart part = HurtPart::soft;
    Side side = Side::left;
    std::optional<double> age_years;
    std::optional<Sex> sex;
};

/// Follows one episode and reads each plan of it.
class PlanLaws {
public:
    PlanLaws(const RehabKnowledge& knowledge, Watched watched, LawBook& book)
        : knowledge_(knowledge), watched_(std::move(watched)), book_(book) {}

    void told(const CheckIn& check_in, Day on);

    void ran(Day on, Metres distance) { runs_.push_back({on, distance}); }

    void clinician_allows() { allowed_ = true; }

    void check(const MorningAnswer& answer);

private:
    struct Ran {
        Day on;
        Metres distance;
    };

    struct Answered {
        Day on;
        std::string protocol;
        int phase = 0;
        std::optional<TrackPlace> place;
    };

    void check_level(const MorningAnswer& answer);
    void check_gates(const MorningAnswer& answer);
    void check_runs(const MorningAnswer& answer);
    void check_steps(const MorningAnswer& answer, const PlannedDay& day, const Session& run);
    void check_longest(const MorningAnswer& answer, const Session& run);
    void check_spacing(const MorningAnswer& answer);
    void check_rest(const MorningAnswer& answer);
    void check_pain(const MorningAnswer& answer);
    [[nodiscard]] bool pain_is_answered(const MorningAnswer& answer) const;
    [[nodiscard]] bool is_met(const GateDefinition& gate) const;
    [[nodiscard]] std::optional<double> measured(MeasureKind kind, Side side) const;
    void break_law(Law law, Day on, const std::string& how);

    const RehabKnowledge& knowledge_;
    Watched watched_;
    LawBook& book_;
    std::map<std::pair<MeasureKind, Side>, double> measures_;
    std::vector<Ran> runs_;
    std::optional<Day> strong_pain_on_;
    std::optional<Answered> before_;
    bool allowed_ = false;
};

}  // namespace footsure::simulation
