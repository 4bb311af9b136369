// SPDX-License-Identifier: Apache-2.0
#include "validate/measured.hpp"

#include "validate/statistics.hpp"
#include "validate/table_file.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace footsure::validate {

namespace {

constexpr std::array kSpeeds{2.5, 3.5, 4.5};
constexpr double kPercent = 100;
/// A session against the own easy run on the level: the watch's stance time and the model's shape.
/// Source: tissue-load-model section 8.
constexpr double kWatchSd = 0.02;
constexpr double kShapeSd = 0.03;

double strike_of(const std::string& word) {
    if (word == "Rearfoot") {
        return 0;
    }
    return word == "Midfoot" ? 0.5 : 1;
}

/// Fails: where the model refuses what was measured.
Result<void, std::string> model(MeasuredRunner& runner) {
    load::StepInput step;
    step.speed = MetresPerSecond(runner.speed);
    step.cadence = Cadence(runner.cadence);
    step.stance_time = Seconds(runner.stance);
    step.slope = Degrees(0);
    step.forefoot_strike = Share(runner.strike);
    step.height = Metres(runner.height);
    const auto full = load::step_load(step);
    step.stance_time.reset();
    const auto with_cadence = load::step_load(step);
    step.cadence.reset();
    const auto with_height = load::step_load(step);
    if (!full || !with_cadence || !with_height) {
        return Failure<std::string>("the model refuses subject " + runner.subject);
    }
    runner.model = *full;
    runner.model_stance = with_cadence->stance_time.value();
    runner.model_cadence = with_height->cadence.value();
    return {};
}

struct Quantity {
    const char* name;
    double (*measured)(const MeasuredRunner&);
    double (*modelled)(const MeasuredRunner&);
};

constexpr std::array kQuantities{
    Quantity{"peak force", [](const MeasuredRunner& r) { return r.force; },
             [](const MeasuredRunner& r) { return r.model.vertical_force.value.value(); }},
    Quantity{"ankle moment", [](const MeasuredRunner& r) { return r.moment; },
             [](const MeasuredRunner& r) { return r.model.ankle_moment.value.value(); }},
    Quantity{"oscillation", [](const MeasuredRunner& r) { return r.rise; },
             [](const MeasuredRunner& r) { return r.model.vertical_oscillation->value.value(); }},
};

/// `speed` 0 takes all.
ModelError error_of(const Quantity& quantity, const std::vector<MeasuredRunner>& runners,
                    double speed) {
    std::vector<double> errors;
    for (const MeasuredRunner& runner : runners) {
        if (speed == 0 || runner.speed == speed) {
            errors.push_back(kPercent *
                             (quantity.modelled(runner) / quantity.measured(runner) - 1));
        }
    }
    return {quantity.name, speed, static_cast<int>(errors.size()), mean(errors),
            standard_deviation(errors)};
}

const MeasuredRunner* at_speed(const std::vector<MeasuredRunner>& runners,
                               const std::string& subject, double speed) {
    for (const MeasuredRunner& runner : runners) {
        if (runner.subject == subject && runner.speed == speed) {
            return &runner;
        }
    }
    return nullptr;
}

RatioShare share_of(const Quantity& quantity, const std::vector<MeasuredRunner>& runners,
                    double faster, double slower) {
    RatioShare share{quantity.name, faster, slower};
    const double band = 2 * std::hypot(kWatchSd, kShapeSd);
    std::vector<double> errors;
    for (const MeasuredRunner& fast : runners) {
        const MeasuredRunner* slow = at_speed(runners, fast.subject, slower);
        if (fast.speed != faster || slow == nullptr) {
            continue;
        }
        const double measured = quantity.measured(fast) / quantity.measured(*slow);
        const double error = quantity.modelled(fast) / quantity.modelled(*slow) / measured - 1;
        share.inside += std::abs(error) <= band ? 1 : 0;
        errors.push_back(kPercent * error);
    }
    share.runners = static_cast<int>(errors.size());
    share.bias = mean(errors);
    share.spread = standard_deviation(errors);
    return share;
}

}  // namespace

Result<std::vector<MeasuredRunner>, std::string>
read_measured_runners(const std::filesystem::path& biomech) {
    const auto table = TableFile::read(biomech / "rbds_subject_speed.csv",
                                       {"subject", "speed_ms", "height_cm", "strike_right",
                                        "strike_left", "cadence_spm", "stance_s", "vgrf_peak_bw",
                                        "ankle_pf_moment_nm_kg", "vo_com_m"});
    if (!table) {
        return Failure<std::string>(table.error());
    }
    std::vector<MeasuredRunner> runners;
    for (std::size_t i = 0; i < table->size(); ++i) {
        MeasuredRunner runner;
        runner.subject = table->text(i, "subject");
        runner.speed = table->number(i, "speed_ms");
        runner.height = table->number(i, "height_cm") / 100;
        runner.cadence = table->number(i, "cadence_spm");
        runner.stance = table->number(i, "stance_s");
        runner.strike =
            (strike_of(table->text(i, "strike_right")) + strike_of(table->text(i, "strike_left"))) /
            2;
        runner.force = table->number(i, "vgrf_peak_bw");
        runner.moment = table->number(i, "ankle_pf_moment_nm_kg");
        runner.rise = table->number(i, "vo_com_m");
        if (auto done = model(runner); !done) {
            return Failure<std::string>(done.error());
        }
        runners.push_back(std::move(runner));
    }
    return runners;
}

std::vector<ModelError> model_errors(const std::vector<MeasuredRunner>& runners) {
    std::vector<ModelError> errors;
    for (const Quantity& quantity : kQuantities) {
        for (const double speed : kSpeeds) {
            errors.push_back(error_of(quantity, runners, speed));
        }
        errors.push_back(error_of(quantity, runners, 0));
    }
    return errors;
}

std::string text_of(const std::vector<ModelError>& errors) {
    std::string text = "Measured runner-speeds (18 runners on a treadmill, from speed, cadence, "
                       "stance time and strike).\nThe same runners served to choose constants.\n\n";
    text += fmt::format("{:<14}{:>8}{:>6}{:>9}{:>7}\n", "", "m/s", "rows", "bias %", "SD %");
    for (const ModelError& error : errors) {
        text += fmt::format("{:<14}{:>8}{:>6}{:>+9.1f}{:>7.1f}\n", error.of,
                            error.speed == 0 ? "all" : fmt::format("{:.1f}", error.speed),
                            error.rows, error.bias, error.spread);
    }
    return text;
}

std::vector<RatioShare> ratio_shares(const std::vector<MeasuredRunner>& runners) {
    std::vector<RatioShare> shares;
    for (std::size_t q = 0; q < 2; ++q) {
        for (std::size_t slow = 0; slow < kSpeeds.size(); ++slow) {
            for (std::size_t fast = slow + 1; fast < kSpeeds.size(); ++fast) {
                shares.push_back(
                    share_of(kQuantities.at(q), runners, kSpeeds.at(fast), kSpeeds.at(slow)));
            }
        }
    }
    return shares;
}

std::string text_of(const std::vector<RatioShare>& shares) {
    std::string text = fmt::format(
        "Ratios within one runner against the band of 2 x {:.1f} % (stance time {:.0f} %, shape "
        "{:.0f} %);\nabout 95 % should lie inside.\n\n",
        kPercent * std::hypot(kWatchSd, kShapeSd), kPercent * kWatchSd, kPercent * kShapeSd);
    text += fmt::format("{:<14}{:>10}{:>10}{:>9}{:>8}{:>7}\n", "", "speeds", "inside", "share %",
                        "bias %", "SD %");
    for (const RatioShare& share : shares) {
        text += fmt::format("{:<14}{:>10}{:>10}{:>9.0f}{:>+8.1f}{:>7.1f}\n", share.of,
                            fmt::format("{:.1f}/{:.1f}", share.faster, share.slower),
                            fmt::format("{} of {}", share.inside, share.runners),
                            kPercent * share.inside / share.runners, share.bias, share.spread);
    }
    return text;
}

}  // namespace footsure::validate
