// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/load.hpp"
#include "model/result.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace footsure::validate {

/// One of 18 runners at one of three treadmill speeds, as measured and as the model has it.
struct MeasuredRunner {
    std::string subject;
    double speed = 0;   ///< m/s
    double height = 0;  ///< m
    double cadence = 0;
    double stance = 0;  ///< s
    double strike = 0;  ///< 0 rear, 1 fore, mean of the feet
    double force = 0;   ///< BW
    double moment = 0;  ///< N m/kg
    double rise = 0;    ///< oscillation of the centre of mass in m
    load::StepLoad model;
    double model_stance = 0;   ///< of the population, from speed and cadence
    double model_cadence = 0;  ///< of the population, from speed and height
};

/// Needs: the folder of the biomechanics tables.
[[nodiscard]] Result<std::vector<MeasuredRunner>, std::string>
read_measured_runners(const std::filesystem::path& biomech);

/// Bias and spread of the model's error in percent.
struct ModelError {
    std::string of;    ///< `peak force`, …
    double speed = 0;  ///< m/s; 0: all speeds
    int rows = 0;
    double bias = 0;
    double spread = 0;
};

/// The 54 measured runner-speeds, by speed and over all.
[[nodiscard]] std::vector<ModelError> model_errors(const std::vector<MeasuredRunner>& runners);
[[nodiscard]] std::string text_of(const std::vector<ModelError>& errors);

/// Ratios of one runner's speeds: measured against the model's band.
struct RatioShare {
    std::string of;
    double faster = 0;
    double slower = 0;
    int runners = 0;
    int inside = 0;
    double bias = 0;    ///< mean error of the ratio in percent
    double spread = 0;  ///< its SD in percent
};

[[nodiscard]] std::vector<RatioShare> ratio_shares(const std::vector<MeasuredRunner>& runners);
[[nodiscard]] std::string text_of(const std::vector<RatioShare>& shares);

}  // namespace footsure::validate
