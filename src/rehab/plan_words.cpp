// SPDX-License-Identifier: Apache-2.0
#include "rehab/plan_words.hpp"

#include "rehab/course_words.hpp"

#include <algorithm>

namespace footsure::rehab {

std::string list_text(const std::vector<std::string>& list) {
    std::string all;
    for (const auto& one : list) {
        all += (all.empty() ? "" : ", ") + one;
    }
    return all;
}

void add_once(std::vector<std::string>& list, const std::string& text) {
    if (!text.empty() && std::ranges::find(list, text) == list.end()) {
        list.push_back(text);
    }
}

void add_once(std::vector<Limit>& limits, const Limit& limit) {
    if (std::ranges::find(limits, limit.code, &Limit::code) == limits.end()) {
        limits.push_back(limit);
    }
}

std::vector<std::string> pain_sentences(const PainRule& rule) {
    if (rule.id.empty()) {
        return {};
    }
    std::vector<std::string> said;
    add_once(said, rule.text);
    // A rule alone says its own figures; where several hold, the strictest of each counts.
    if (!rule.text.empty() && rule.id.find('+') == std::string::npos) {
        return said;
    }
    const auto steps = std::max(1, static_cast<int>(rule.steps_back.value));
    std::string figures = "In figures, the strictest of all that it could be: go on at a pain of "
                          "at most " +
                          out_of_ten(rule.progress_during.value) + " during and " +
                          out_of_ten(rule.progress_after.value) + " after; the same again up to " +
                          out_of_ten(rule.hold_during.value) + " during and " +
                          out_of_ten(rule.hold_after.value) + " after; above it, or with a limp, " +
                          counted(steps, "step") + " back";
    if (rule.rest_hours.value > 0) {
        figures += " and " + plain(rule.rest_hours.value) + " hours without running";
    }
    said.push_back(figures + ".");
    if (rule.stiffness_rise.value > 0) {
        said.push_back("A morning stiffness of more than " + plain(rule.stiffness_rise.value) +
                       " min over your usual one also means back.");
    }
    if (rule.swelling_stops_progress) {
        said.emplace_back("While it swells there is no step forward.");
    }
    if (rule.holds.value > 0) {
        said.push_back("After more than " + plain(rule.holds.value) +
                       " times the same step in a row, have it looked at again.");
    }
    if (rule.worse_weeks.value > 0) {
        said.push_back("Stop and be seen when it gets worse for " +
                       counted(static_cast<int>(rule.worse_weeks.value), "week") + ".");
    }
    return said;
}

}  // namespace footsure::rehab
