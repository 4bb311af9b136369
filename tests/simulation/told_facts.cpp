// SPDX-License-Identifier: Apache-2.0
#include "told_facts.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::simulation {

namespace {

PainScore score(int pain) {
    return PainScore::of(std::clamp(pain, 0, 10));
}

/// Puts measures of legs and of the person into the planner's words.
class Sheet {
public:
    explicit Sheet(Side hurt) : hurt_(hurt) {}

    void leg(MeasureKind kind, double hurt, double other) {
        if (!is_of_a_leg(kind)) {
            person(kind, hurt);
            return;
        }
        lines_.push_back({kind, hurt_, hurt});
        lines_.push_back({kind, hurt_ == Side::left ? Side::right : Side::left, other});
    }

    void person(MeasureKind kind, double value) {
        lines_.push_back({kind, is_of_a_leg(kind) ? hurt_ : Side::unknown, value});
    }

    [[nodiscard]] std::vector<Measured> take() && { return std::move(lines_); }

private:
    Side hurt_;
    std::vector<Measured> lines_;
};

/// Scores of questionnaires follow one and the same function, on each one's scale.
void add_scores(Sheet& sheet, double function) {
    sheet.person(MeasureKind::weekly_score, 100 * (1 - function));
    sheet.person(MeasureKind::visa_a, 100 * function);
    sheet.person(MeasureKind::cait, 30 * function);
    sheet.person(MeasureKind::idfai, 37 * (1 - function));
    sheet.person(MeasureKind::faam_adl, 60 + 40 * function);
    sheet.person(MeasureKind::faam_sport, 100 * function);
    sheet.person(MeasureKind::uwri, 36 * function);
}

std::vector<Measured> sheet_of(const Measures& m, Side hurt) {
    Sheet sheet(hurt);
    sheet.leg(MeasureKind::heel_raises, m.heel_raises, m.other_heel_raises);
    sheet.leg(MeasureKind::heel_raise_height, 6 + 4 * m.function, 10);
    sheet.leg(MeasureKind::knee_to_wall, m.knee_to_wall, m.other_knee_to_wall);
    sheet.leg(MeasureKind::balance_open, m.balance, m.other_balance);
    sheet.leg(MeasureKind::balance_closed, m.balance / 2, m.other_balance / 2);
    sheet.leg(MeasureKind::reach_anterior, m.reach, m.other_reach);
    sheet.leg(MeasureKind::pogos, m.pogos, m.other_pogos);
    sheet.leg(MeasureKind::forward_hops, m.forward_hops, m.other_forward_hops);
    sheet.leg(MeasureKind::hop_distance, m.hop_distance, m.other_hop_distance);
    sheet.leg(MeasureKind::squat_control, m.squat_control ? 1 : 0, 1);
    sheet.person(MeasureKind::hop_pain, std::round(m.hop_pain));  // people say whole numbers
    sheet.person(MeasureKind::double_heel_raises, m.double_heel_raises);
    sheet.person(MeasureKind::walk_time, m.walk_minutes);
    sheet.person(MeasureKind::walking_pain, std::round(m.walking_pain));
    sheet.person(MeasureKind::full_day_unaided, m.full_day ? 1 : 0);
    sheet.person(MeasureKind::bone_press_painless, m.press_painless ? 1 : 0);
    sheet.person(MeasureKind::causes_fixed, 1);
    sheet.person(MeasureKind::confidence, m.confidence);
    sheet.person(MeasureKind::stability, m.confidence);
    add_scores(sheet, m.function);
    return std::move(sheet).take();
}

}  // namespace

CheckIn check_in_of(const MorningTold& told, TissueKind kind, Instant at) {
    CheckIn check_in{.at = at, .episode = EpisodeId("e1"), .pain_morning = score(told.pain)};
    check_in.limp = told.limps ? Said::yes : Said::no;
    if (kind == TissueKind::tendon || kind == TissueKind::joint) {
        check_in.stiffness_minutes = told.stiffness_minutes;
    }
    if (kind == TissueKind::ligament || kind == TissueKind::joint) {
        check_in.swelling = told.swollen_more ? SwellingTrend::more : SwellingTrend::same;
    }
    if (kind == TissueKind::bone) {
        check_in.focal_ache = told.aches_on_bone ? Said::yes : Said::no;
    }
    return check_in;
}

CheckIn check_in_of(const EveningTold& told, Side side, Instant at) {
    CheckIn check_in{.at = at, .episode = EpisodeId("e1")};
    if (told.pain_during) {
        check_in.pain_during = score(*told.pain_during);
    }
    if (told.pain_after) {
        check_in.pain_after = score(*told.pain_after);
    }
    check_in.gave_way = told.gave_way ? Said::yes : Said::no;
    if (told.measures) {
        check_in.measures = sheet_of(*told.measures, side);
    }
    return check_in;
}

}  // namespace footsure::simulation
