// SPDX-License-Identifier: Apache-2.0
#include "footsure/guard_text.hpp"

#include "footsure/amounts.hpp"
#include "footsure/paragraph.hpp"

#include <fmt/format.h>

#include <cmath>

namespace footsure::app {

namespace {

constexpr double kMetresPerKilometre = 1000;
constexpr int kSecondsPerMinute = 60;

std::string for_words(const Guard& guard) {
    std::string words;
    if (guard.speed) {
        const auto pace = std::lround(kMetresPerKilometre / guard.speed->value());
        words +=
            fmt::format(" at {}:{:02} min/km", pace / kSecondsPerMinute, pace % kSecondsPerMinute);
    }
    if (guard.ground != Terrain::unknown) {
        std::string ground(word(guard.ground));
        for (char& letter : ground) {
            letter = letter == '_' ? ' ' : letter;
        }
        words += " on " + ground;
    }
    return words;
}

std::string marked(const Reason& reason) {
    const bool plain = !reason.certainty || *reason.certainty == Certainty::read ||
                       *reason.certainty == Certainty::derived;
    std::string mark(plain ? "" : word(*reason.certainty));
    for (char& letter : mark) {
        letter = letter == '_' ? ' ' : letter;
    }
    return plain ? reason.text : reason.text + " [" + mark + "]";
}

std::string head(const Guard& guard) {
    switch (guard.verdict) {
    case GuardVerdict::no_run: return "Running today: none.";
    case GuardVerdict::unknown: return "Running today: not enough is known.";
    case GuardVerdict::limited: break;
    }
    std::string text =
        "Running today: up to " + distance_words(guard.ceiling_distance.value_or(Metres(0)));
    if (guard.ceiling_duration) {
        text += " or " + time_words(*guard.ceiling_duration);
    }
    return text + for_words(guard) + ".";
}

}  // namespace

std::string guard_text(const Guard& guard) {
    std::string text = head(guard) + "\n";
    if (guard.week_distance) {
        text += "The seven days from today: up to " + distance_words(*guard.week_distance) +
                " in all.\n";
    }
    for (const auto& reason : guard.because) {
        text += paragraph("  - ", marked(reason));
    }
    for (const auto& reason : guard.advice) {
        text += paragraph("  * ", marked(reason));
    }
    for (const auto& unknown : guard.unknown) {
        text += paragraph("  ? ", unknown);
    }
    return text;
}

}  // namespace footsure::app
