// SPDX-License-Identifier: Apache-2.0
#include "load/step_peaks.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <limits>
#include <string>

using namespace footsure;
using load::StepErrorCode;
using load::StepInput;

namespace {

StepInput running(double speed) {
    StepInput step;
    step.speed = MetresPerSecond(speed);
    return step;
}

StepInput measured(double speed, double cadence, double stance) {
    StepInput step = running(speed);
    step.cadence = Cadence(cadence);
    step.stance_time = Seconds(stance);
    return step;
}

struct Vector {
    double speed;
    std::optional<double> cadence;
    std::optional<double> stance;
    double slope;
    double strike;
    double force;
    double achilles;
    double tibia;
    std::optional<double> oscillation;
};

constexpr auto kNone = std::nullopt;

// tissue-load-model section 12, test vectors.
constexpr std::array kVectors{
    Vector{2.5, 160, 0.27, 0, 0, 2.3245, 4.0445, 7.4104, 0.0822},
    Vector{3.0, 168, 0.245, 0, 0.2, 2.4043, 4.3085, 7.7067, 0.0784},
    Vector{3.0, 168, 0.245, 3, 0.2, 2.4043, 4.644, 7.8466, 0.0784},
    Vector{3.0, 168, 0.245, -3, 0.2, 2.3207, 3.7442, 7.3263, 0.0784},
    Vector{3.5, 172, 0.224, 0, 1, 2.5307, 4.9096, 8.141, 0.0796},
    Vector{4.5, 184, 0.194, 0, 0, 2.6499, 4.8229, 8.6138, 0.074},
    Vector{3.0, kNone, kNone, 0, 0.2, 2.412, 4.3223, 7.7295, kNone},
    Vector{3.0, 168, kNone, 0, 0.2, 2.4114, 4.3213, 7.7278, kNone},
    Vector{2.78, 176, 0.255, 0, 0.2, 2.2193, 3.9574, 7.1326, 0.065},
    Vector{3.33, 166, 0.206, -10, 0, 2.5588, 3.1973, 7.7258, 0.0938},
};

/// Half a unit of the fourth decimal, and the last bit of the arithmetic.
constexpr double kPrinted = 0.5001e-4;

StepInput input_of(const Vector& row) {
    StepInput step = running(row.speed);
    if (row.cadence) {
        step.cadence = Cadence(*row.cadence);
    }
    if (row.stance) {
        step.stance_time = Seconds(*row.stance);
    }
    step.slope = Degrees(row.slope);
    step.forefoot_strike = Share(row.strike);
    return step;
}

}  // namespace

TEST_CASE("step: the published vectors to four decimals") {
    for (const Vector& row : kVectors) {
        CAPTURE(row.speed);
        CAPTURE(row.slope);
        const auto load = load::step_load(input_of(row));
        REQUIRE(load);
        CHECK(std::abs(load->vertical_force.value.value() - row.force) < kPrinted);
        CHECK(std::abs(load->achilles.value.value() - row.achilles) < kPrinted);
        CHECK(std::abs(load->tibia.value.value() - row.tibia) < kPrinted);
        REQUIRE(load->vertical_oscillation.has_value() == row.oscillation.has_value());
        if (row.oscillation) {
            const double rise = load->vertical_oscillation->value.value();
            CHECK(std::abs(rise - *row.oscillation) < kPrinted);
        }
    }
}

TEST_CASE("step: an unknown strike is 0.2 and an unknown slope level") {
    StepInput told = measured(3.0, 168, 0.245);
    told.forefoot_strike = Share(0.2);
    told.slope = Degrees(0);
    const auto with = load::step_load(told);
    const auto without = load::step_load(measured(3.0, 168, 0.245));
    REQUIRE(with);
    REQUIRE(without);
    CHECK(with->achilles.value == without->achilles.value);
    CHECK(without->achilles.relative_sd > with->achilles.relative_sd);
    CHECK(without->tibia.relative_sd > with->tibia.relative_sd);
    CHECK(without->vertical_force.relative_sd == with->vertical_force.relative_sd);
}

TEST_CASE("step: missing timing comes from speed, height and slope") {
    StepInput step = running(3.0);
    CHECK(load::step_load(step)->cadence.value() == doctest::Approx(60 * 2.798));
    CHECK(load::step_load(step)->stance_time.value() ==
          doctest::Approx(0.2443 * std::pow(60 * 2.798 / 167, -0.668)));
    step.height = Metres(1.80);
    CHECK(load::step_load(step)->cadence.value() == doctest::Approx(60 * (5.789 - 1.711 * 1.8)));
    step.height.reset();
    const double level = load::step_load(step)->stance_time.value();
    step.slope = Degrees(5);
    CHECK(load::step_load(step)->cadence.value() == doctest::Approx(60 * 2.798 * std::exp(0.035)));
    CHECK(load::step_load(step)->stance_time.value() == doctest::Approx(level));
    step.cadence = Cadence(180);
    CHECK(load::step_load(step)->cadence.value() == 180);
    CHECK(load::step_load(step)->stance_time.value() ==
          doctest::Approx(0.2443 * std::pow(180.0 / 167, -0.668)));
}

TEST_CASE("step: a measured stance time over a guessed cadence uses the sine") {
    StepInput step = running(3.0);
    step.stance_time = Seconds(0.245);
    const auto load = load::step_load(step);
    REQUIRE(load);
    const double step_time = 1 / 2.798;
    CHECK(load->vertical_force.value.value() ==
          doctest::Approx(1.05 * std::acos(-1.0) / 2 * step_time / 0.245));
    CHECK_FALSE(load->vertical_oscillation);
    CHECK(load->vertical_force.relative_sd > 0.06);
}

TEST_CASE("step: relative SDs follow what was measured") {
    StepInput step = measured(3.0, 168, 0.245);
    step.forefoot_strike = Share(0);
    step.slope = Degrees(0);
    const auto full = load::step_load(step);
    CHECK(full->vertical_force.relative_sd == doctest::Approx(0.03));
    CHECK(full->ankle_moment.relative_sd == doctest::Approx(0.085));
    CHECK(full->vertical_oscillation->relative_sd == doctest::Approx(0.003 / 0.0784).epsilon(1e-3));
    step.stance_time.reset();
    const auto no_stance = load::step_load(step);
    CHECK(no_stance->vertical_force.relative_sd == doctest::Approx(0.06));
    CHECK(no_stance->ankle_moment.relative_sd == doctest::Approx(0.10));
    step.cadence.reset();
    const auto speed_only = load::step_load(step);
    CHECK(speed_only->ankle_moment.relative_sd == doctest::Approx(0.105));
    CHECK(speed_only->tibia.relative_sd > full->tibia.relative_sd);
    step.slope = Degrees(5);
    CHECK(load::step_load(step)->achilles.relative_sd == doctest::Approx(std::hypot(0.105, 0.10)));
    step.slope = Degrees(0);
    step.forefoot_strike.reset();
    CHECK(load::step_load(step)->achilles.relative_sd == doctest::Approx(std::hypot(0.105, 0.04)));
}

TEST_CASE("step: what lies outside the model is refused by its code") {
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    const auto code = [](const StepInput& step) { return load::step_load(step).error(); };
    for (const double speed : {1.79, 6.51, -3.0, kNaN}) {
        CHECK(code(running(speed)) == StepErrorCode::speed_out_of_range);
    }
    for (const double cadence : {129.9, 230.1, 84.0, kNaN}) {
        CHECK(code(measured(3, cadence, 0.25)) == StepErrorCode::cadence_out_of_range);
    }
    for (const double stance : {0.149, 0.401, 245.0, kNaN}) {
        CHECK(code(measured(3, 168, stance)) == StepErrorCode::stance_time_out_of_range);
    }
    StepInput step = running(3);
    step.slope = Degrees(14.1);
    CHECK(code(step) == StepErrorCode::slope_out_of_range);
    step.slope = Degrees(-14.0);
    CHECK(load::step_load(step));
    step.forefoot_strike = Share(1.01);
    CHECK(code(step) == StepErrorCode::forefoot_strike_out_of_range);
    step.forefoot_strike = Share(1);
    step.body_mass = Kilograms(34.9);
    CHECK(code(step) == StepErrorCode::body_mass_out_of_range);
    step.body_mass = Kilograms(160);
    step.height = Metres(178);
    CHECK(code(step) == StepErrorCode::height_out_of_range);
    step.height = Metres(1.78);
    CHECK(load::step_load(step));
}

TEST_CASE("step: the edges of the ranges are accepted") {
    CHECK(load::step_load(running(1.8)));
    CHECK(load::step_load(running(6.5)));
    CHECK(load::step_load(measured(3, 130, 0.40)));
    CHECK(load::step_load(measured(3, 230, 0.15)));
}

TEST_CASE("step: hardly any flight is not running") {
    CHECK(load::step_load(measured(2.0, 160, 0.357)).error() == StepErrorCode::not_running);
    CHECK(load::step_load(measured(2.0, 160, 0.356)));
}

TEST_CASE("step: each code has its own word") {
    CHECK(load::word(StepErrorCode::speed_out_of_range) == "speed_out_of_range");
    CHECK(load::word(StepErrorCode::cadence_out_of_range) == "cadence_out_of_range");
    CHECK(load::word(StepErrorCode::stance_time_out_of_range) == "stance_time_out_of_range");
    CHECK(load::word(StepErrorCode::slope_out_of_range) == "slope_out_of_range");
    CHECK(load::word(StepErrorCode::forefoot_strike_out_of_range) ==
          "forefoot_strike_out_of_range");
    CHECK(load::word(StepErrorCode::body_mass_out_of_range) == "body_mass_out_of_range");
    CHECK(load::word(StepErrorCode::height_out_of_range) == "height_out_of_range");
    CHECK(load::word(StepErrorCode::not_running) == "not_running");
}
