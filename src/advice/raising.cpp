// SPDX-License-Identifier: Apache-2.0
#include "advice/raising.hpp"

#include "differential/differential.hpp"

#include <algorithm>

namespace footsure::advice {

namespace {

/// A question that names at least one danger sign that is there.
struct MarkedScreen {
    std::vector<std::uint32_t> lines;  ///< every Finding of the question
    std::vector<std::uint32_t> signs;  ///< those that are there
    Truth danger = Truth::yes;
};

std::vector<MarkedScreen> marked_screens(const Findings& findings, const Knowledge& knowledge) {
    std::vector<MarkedScreen> screens;
    for (const auto& question : knowledge.questions) {
        if (!question.red_flag) {
            continue;
        }
        MarkedScreen screen{.lines = findings_of(question)};
        screen.danger = question.finding ? question.danger_answer : Truth::yes;
        std::ranges::copy_if(screen.lines, std::back_inserter(screen.signs), [&](auto line) {
            return findings.values[line].truth == screen.danger;
        });
        if (!screen.signs.empty()) {
            screens.push_back(std::move(screen));
        }
    }
    return screens;
}

Truth opposite(Truth truth) {
    return truth == Truth::yes ? Truth::no : Truth::yes;
}

}  // namespace

std::vector<Differential> raising_rankings(const Findings& findings, const Knowledge& knowledge) {
    const auto screens = marked_screens(findings, knowledge);
    if (screens.empty()) {
        return {};
    }
    Findings none_marked = findings;
    Findings unasked = findings;
    for (const auto& screen : screens) {
        for (const auto sign : screen.signs) {
            none_marked.values[sign].truth = opposite(screen.danger);
        }
        for (const auto line : screen.lines) {
            unasked.values[line] = {};
        }
    }
    std::vector<Differential> rankings{differential::order(none_marked, knowledge),
                                       differential::order(unasked, knowledge)};
    for (const auto& screen : screens) {
        Findings one = unasked;
        for (const auto line : screen.lines) {
            one.values[line] = none_marked.values[line];
        }
        for (const auto sign : screen.signs) {
            one.values[sign] = findings.values[sign];
            rankings.push_back(differential::order(one, knowledge));
            one.values[sign] = none_marked.values[sign];
        }
    }
    return rankings;
}

}  // namespace footsure::advice
