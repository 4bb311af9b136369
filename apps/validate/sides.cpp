// SPDX-License-Identifier: Apache-2.0
#include "validate/sides.hpp"

#include "validate/statistics.hpp"
#include "validate/table_file.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>

namespace footsure::validate {

namespace {

constexpr double kPercent = 100;

struct Foot {
    std::vector<double> stance;
    std::vector<double> force;
};

struct Feet {
    Foot left;
    Foot right;
};

}  // namespace

Result<SideRatios, std::string> side_ratios(const std::filesystem::path& biomech) {
    const auto table = TableFile::read(biomech / "rbds_steps.csv",
                                       {"subject", "speed_ms", "side", "stance_s", "vgrf_peak_bw"});
    if (!table) {
        return Failure<std::string>(table.error());
    }
    std::map<std::string, Feet> runners;
    for (std::size_t i = 0; i < table->size(); ++i) {
        Feet& feet = runners[table->text(i, "subject") + " " + table->text(i, "speed_ms")];
        Foot& foot = table->text(i, "side") == "R" ? feet.right : feet.left;
        foot.stance.push_back(table->number(i, "stance_s"));
        foot.force.push_back(table->number(i, "vgrf_peak_bw"));
    }
    std::vector<double> measured;
    std::vector<double> predicted;
    std::vector<double> errors;
    std::vector<double> unchanged;
    for (const auto& [key, feet] : runners) {
        const double force = std::log(median(feet.right.force) / median(feet.left.force));
        const double stance = std::log(median(feet.left.stance) / median(feet.right.stance));
        measured.push_back(force);
        predicted.push_back(stance);
        errors.push_back(kPercent * std::abs(std::expm1(stance - force)));
        unchanged.push_back(kPercent * std::abs(std::expm1(-force)));
    }
    const double together = correlation(predicted, measured);
    SideRatios ratios;
    ratios.pairs = static_cast<int>(measured.size());
    ratios.correlation = together;
    ratios.slope = together * standard_deviation(measured) / standard_deviation(predicted);
    ratios.error = median(errors);
    ratios.no_model = median(unchanged);
    ratios.spread = kPercent * standard_deviation(measured);
    return ratios;
}

std::string text_of(const SideRatios& ratios) {
    return fmt::format(
        "Right over left in {} runner-speeds (medians of steps): measured peak force against one "
        "over stance time.\nCorrelation {:.2f}, slope {:.2f} (1 = the rule); median error {:.1f} "
        "%, of \"both sides alike\" "
        "{:.1f} %; the measured ratios spread by {:.1f} % (SD).\n",
        ratios.pairs, ratios.correlation, ratios.slope, ratios.error, ratios.no_model,
        ratios.spread);
}

}  // namespace footsure::validate
