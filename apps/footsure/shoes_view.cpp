// SPDX-License-Identifier: Apache-2.0
#include "footsure/shoes_view.hpp"

#include "footsure/interview_dialog.hpp"
#include "footsure/paragraph.hpp"

#include <fmt/format.h>

#include <cmath>

namespace footsure::app {

namespace {

constexpr double kMillimetresPerMetre = 1000;
constexpr double kMetresPerKilometre = 1000;
constexpr double kPercent = 100;

void write_use(const ShoeUse& use, std::string& text) {
    text += shoe_line(use.shoe) + "\n";
    if (use.runs > 0) {
        text +=
            fmt::format("    {:.1f} km, {} run{} here", use.distance.value() / kMetresPerKilometre,
                        use.runs, use.runs == 1 ? "" : "s");
        if (use.share) {
            text += fmt::format(", {:.0f} % of the last 28 days", use.share->value() * kPercent);
        }
        if (use.last_on) {
            text += ", last on " + format_day(*use.last_on);
        }
        text += "\n";
        text +=
            fmt::format("    load on a leg in it: Achilles tendon {:.1f}, tibia {:.1f} easy-km\n",
                        use.achilles.value(), use.tibia.value());
    }
    for (const auto& inspection : use.shoe.inspections) {
        text += paragraph("    looked at " + format_day(inspection.on) + ": ",
                          printable(inspection.text));
    }
    for (const auto& note : use.notes) {
        text += paragraph("    ", printable(note));
    }
}

}  // namespace

std::string shoe_line(const Shoe& shoe) {
    std::string facts(word(shoe.kind));
    if (shoe.drop) {
        facts += fmt::format(", drop {:g} mm",
                             std::round(shoe.drop->value() * kMillimetresPerMetre * 10) / 10);
    }
    if (shoe.distance_before.value() > 0) {
        facts += fmt::format(", {:g} km before",
                             std::round(shoe.distance_before.value()) / kMetresPerKilometre);
    }
    if (shoe.introduced_on) {
        facts += ", from " + format_day(*shoe.introduced_on);
    }
    if (shoe.retired_on) {
        facts += ", retired " + format_day(*shoe.retired_on);
    }
    return printable(shoe.name) + " (" + facts + ")";
}

std::string shoes_text(const ShoeReport& report) {
    std::string text;
    for (const auto& use : report.shoes) {
        write_use(use, text);
    }
    for (const auto& days : report.sore_days) {
        text += paragraph("", printable(days.text));
    }
    for (const auto& note : report.notes) {
        text += paragraph("", printable(note));
    }
    return text;
}

}  // namespace footsure::app
