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

std::string mark(Certainty certainty) {
    if (certainty == Certainty::read || certainty == Certainty::derived) {
        return {};
    }
    return certainty == Certainty::expert_estimate ? " [expert estimate]"
                                                   : " [" + std::string(word(certainty)) + "]";
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
        text += paragraph("    ", "How sure: " + one.evidence + mark(one.certainty));
    }
    return text;
}

}  // namespace footsure::app
