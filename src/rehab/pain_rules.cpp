// SPDX-License-Identifier: Apache-2.0
#include "rehab/pain_rules.hpp"

#include "rehab/course_words.hpp"

#include <algorithm>

namespace footsure::rehab {

namespace {

/// A morning that is worse by less is no clear change: it holds, and twice in a row it counts.
/// Source: instruments sections 7 and 11 (smallest change that matters: 2 points).
constexpr double kClearRise = 2;

const Figure& lesser(const Figure& a, const Figure& b) {
    return b.value < a.value ? b : a;
}

/// As `lesser`; a part that a rule does not set says nothing.
const Figure& lesser_set(const Figure& a, const Figure& b) {
    return b.value > 0 && (a.value <= 0 || b.value < a.value) ? b : a;
}

const Figure& greater(const Figure& a, const Figure& b) {
    return b.value > a.value ? b : a;
}

std::string both_words(const std::string& a, const std::string& b, const std::string& between) {
    if (b.empty() || a.find(b) != std::string::npos) {
        return a;
    }
    return a.empty() ? b : a + between + b;
}

class Judge {
public:
    void say(Verdict verdict, const std::string& why) {
        result_.verdict = std::max(result_.verdict, verdict);
        result_.because = joined(result_.because, why);
    }

    void against(const std::optional<double>& pain, double progress, double hold,
                 const std::string& when) {
        if (pain && *pain > progress) {
            say(*pain > hold ? Verdict::back : Verdict::hold,
                "pain " + out_of_ten(*pain) + " " + when + ", at most " +
                    plain(*pain > hold ? hold : progress) + " is fine");
        }
    }

    [[nodiscard]] const Judgement& result() const { return result_; }

private:
    Judgement result_;
};

/// The next morning is to be as usual; where nothing may be felt afterwards, or nothing is known
/// of what is usual, not above what is fine afterwards either.
void judge_morning(const PainReading& reading, const PainRule& rule, Judge& judged) {
    if (!reading.morning) {
        return;
    }
    if (rule.progress_after.value <= 0 || !reading.usual_morning) {
        judged.against(reading.morning, rule.progress_after.value, rule.hold_after.value,
                       "next morning");
    } else if (*reading.morning > rule.hold_after.value) {
        judged.say(Verdict::back, "pain " + out_of_ten(*reading.morning) +
                                      " next morning, at most " + plain(rule.hold_after.value) +
                                      " is fine");
    }
    if (!reading.usual_morning) {
        return;
    }
    const double rise = *reading.morning - *reading.usual_morning;
    if (rise > 0) {
        judged.say(rise >= kClearRise ? Verdict::back : Verdict::hold,
                   out_of_ten(*reading.morning) + " next morning, usual is " +
                       plain(*reading.usual_morning));
    }
}

void judge_signs(const PainReading& reading, const PainRule& rule, Judge& judged) {
    if (reading.gave_way) {
        judged.say(Verdict::stop, "the ankle gave way");
    }
    if (reading.focal_ache) {
        judged.say(Verdict::back, "an ache on one point of a bone");
    }
    if (reading.limp) {
        judged.say(Verdict::back, "a limp");
    }
    if (reading.swelling_more) {
        judged.say(Verdict::back, "more swelling than the day before");
    } else if (reading.swollen && rule.swelling_stops_progress) {
        judged.say(Verdict::hold, "it is still swollen");
    }
}

}  // namespace

const PainRule* find_pain_rule(const RehabKnowledge& knowledge, std::string_view id) {
    const auto found = std::ranges::find(knowledge.pain_rules, id, &PainRule::id);
    return found == knowledge.pain_rules.end() ? nullptr : &*found;
}

PainRule strictest(const PainRule& a, const PainRule& b) {
    return {.id = both_words(a.id, b.id, "+"),
            .text = both_words(a.text, b.text, " "),
            .progress_during = lesser(a.progress_during, b.progress_during),
            .progress_after = lesser(a.progress_after, b.progress_after),
            .hold_during = lesser(a.hold_during, b.hold_during),
            .hold_after = lesser(a.hold_after, b.hold_after),
            .stiffness_rise = lesser_set(a.stiffness_rise, b.stiffness_rise),
            .steps_back = greater(a.steps_back, b.steps_back),
            .rest_hours = greater(a.rest_hours, b.rest_hours),
            .holds = lesser_set(a.holds, b.holds),
            .worse_weeks = lesser_set(a.worse_weeks, b.worse_weeks),
            .swelling_stops_progress = a.swelling_stops_progress || b.swelling_stops_progress};
}

Judgement judge(const PainReading& reading, const PainRule& rule) {
    Judge judged;
    judged.against(reading.during, rule.progress_during.value, rule.hold_during.value, "during");
    judged.against(reading.after, rule.progress_after.value, rule.hold_after.value, "afterwards");
    judge_morning(reading, rule, judged);
    if (reading.stiffness && reading.usual_stiffness && rule.stiffness_rise.value > 0 &&
        *reading.stiffness > *reading.usual_stiffness + rule.stiffness_rise.value) {
        judged.say(Verdict::back, "stiff for " + plain(*reading.stiffness) +
                                      " min in the morning, usual is " +
                                      plain(*reading.usual_stiffness) + " min");
    }
    judge_signs(reading, rule, judged);
    return judged.result();
}

}  // namespace footsure::rehab
