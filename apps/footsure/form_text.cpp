// SPDX-License-Identifier: Apache-2.0
#include "footsure/form_text.hpp"

#include "footsure/paragraph.hpp"

#include <string_view>

namespace footsure::app {

namespace {

std::string_view title(FormTopic topic) {
    switch (topic) {
    case FormTopic::cadence: return "Step rate";
    case FormTopic::stance_time: return "Ground contact";
    case FormTopic::balance: return "Left and right";
    case FormTopic::vertical_oscillation: return "Up and down";
    case FormTopic::drift: return "Late in the run";
    case FormTopic::sensor_check: break;
    }
    return "Check of the watch";
}

/// Only what was read in a study or derived from data goes without a word.
std::string_view caution(Certainty certainty) {
    switch (certainty) {
    case Certainty::expert_estimate: return " (Our estimate.)";
    case Certainty::general: return " (General knowledge.)";
    case Certainty::secondary: return " (From a summary, not from the study itself.)";
    case Certainty::read:
    case Certainty::derived: break;
    }
    return "";
}

}  // namespace

std::string form_text(const std::vector<FormFinding>& form) {
    if (form.empty()) {
        return {};
    }
    std::string text = "What your watch shows of your form\n";
    for (const FormFinding& one : form) {
        text += paragraph(one.notable ? "  ! " : "  - ",
                          std::string(title(one.topic)) + ": " + one.text);
        text +=
            paragraph("    ", "How sure: " + one.evidence + std::string(caution(one.certainty)));
    }
    return text;
}

}  // namespace footsure::app
