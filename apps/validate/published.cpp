// SPDX-License-Identifier: Apache-2.0
#include "validate/published.hpp"

#include "validate/table_file.hpp"

#include <array>
#include <cmath>

namespace footsure::validate {

namespace {

constexpr double kKilometresPerHour = 1 / 3.6;
constexpr double kEasySpeed = 3.0;

load::StepInput at_speed(double speed) {
    load::StepInput step;
    step.speed = MetresPerSecond(speed);
    return step;
}

load::StepInput on_slope(double degrees) {
    load::StepInput step = at_speed(kEasySpeed);
    step.slope = Degrees(degrees);
    return step;
}

load::StepLoad load_of(const load::StepInput& step) {
    const auto load = load::step_load(step);
    expects(load.has_value(), "the conditions of the check table lie inside the model's range");
    return *load;
}

double achilles(const load::StepInput& step) {
    return load_of(step).achilles.value.value();
}

double tibia(const load::StepInput& step) {
    return load_of(step).tibia.value.value();
}

/// Force times stance time times steps, up to a factor that every condition shares.
double per_distance(const load::StepInput& step, double (*force)(const load::StepInput&)) {
    const load::StepLoad load = load_of(step);
    return force(step) * load.stance_time.value() * load.cadence.value();
}

double per_distance_ratio(double degrees, double (*force)(const load::StepInput&)) {
    return per_distance(on_slope(degrees), force) / per_distance(on_slope(0), force);
}

double degrees_of_grade(double grade) {
    constexpr double kHalfTurn = 180;
    return std::atan(grade) * kHalfTurn / std::acos(-1.0);
}

/// F_imp over its level value; a StepLoad has no impact of its own.
/// Source: tissue-load-model section 3.8.
double impact_ratio(double degrees) {
    constexpr double kImpactPerDegree = -0.05;
    return std::exp(kImpactPerDegree * degrees);
}

/// Impulse per Step of runners who mostly land on the forefoot over rear-foot runners.
/// Source: tissue-load-model section 3.2, impulse; row 30 takes 0.8 for "not rear-foot".
double strike_impulse_ratio() {
    constexpr double kShape = 0.505;
    constexpr double kShapePerStrike = 0.05;
    constexpr double kNotRearFoot = 0.8;
    load::StepInput rear = at_speed(kEasySpeed);
    rear.forefoot_strike = Share(0);
    load::StepInput other = rear;
    other.forefoot_strike = Share(kNotRearFoot);
    return achilles(other) / achilles(rear) * (kShape + kShapePerStrike * kNotRearFoot) / kShape;
}

/// From the doses of the same run on both grounds, back to the force.
double treadmill_ratio() {
    constexpr double kAchillesExponent = 7;
    ActivitySummary road;
    road.sport = "running";
    road.distance = Metres(6000);
    road.timer = Seconds(2000);
    road.terrain.ground = Terrain::road;
    ActivitySummary treadmill = road;
    treadmill.terrain.ground = Terrain::treadmill;
    load::dose_from_totals(road, {});
    load::dose_from_totals(treadmill, {});
    const std::size_t tendon = index_of(Tissue::achilles);
    return std::pow(treadmill.doses.at(tendon).dose / road.doses.at(tendon).dose,
                    1 / kAchillesExponent);
}

constexpr double kStudyCadence = 164;  ///< rows 33 and 34: of the 860 runners
constexpr double kStudyDuty = 0.39;
constexpr double kStudySpeed = 9.9 * kKilometresPerHour;

/// A stance lasts duty × stride, and a stride is two steps.
double oscillation_of_study() {
    load::StepInput step = at_speed(kStudySpeed);
    step.cadence = Cadence(kStudyCadence);
    step.stance_time = Seconds(kStudyDuty * 2 * 60 / kStudyCadence);
    const auto rise = load_of(step).vertical_oscillation;
    return rise ? rise->value.value() : std::nan("");
}

double duty_of_study() {
    load::StepInput step = at_speed(kStudySpeed);
    step.cadence = Cadence(kStudyCadence);
    return load_of(step).stance_time.value() * kStudyCadence / (2 * 60);
}

double stance_at_cadence(double speed, double cadence) {
    load::StepInput step = at_speed(speed);
    step.cadence = Cadence(cadence);
    return load_of(step).stance_time.value();
}

double step_rate(double speed) {
    return load_of(at_speed(speed)).cadence.value() / 60;
}

double level_force_ratio(double degrees) {
    return load_of(on_slope(degrees)).vertical_force.value /
           load_of(on_slope(0)).vertical_force.value;
}

/// The model's side of each published condition, in the file's order.
std::array<double, 22> modelled() {
    return {
        achilles(at_speed(5.6)) / achilles(at_speed(3.3)),
        achilles(at_speed(3.5)) / achilles(at_speed(2.5)),
        achilles(at_speed(12 * kKilometresPerHour)) / achilles(at_speed(10 * kKilometresPerHour)),
        tibia(at_speed(4.33)) / tibia(at_speed(3.33)),
        tibia(at_speed(3.5)) / tibia(at_speed(2.5)),
        tibia(on_slope(degrees_of_grade(-0.10))) / tibia(on_slope(0)),
        tibia(on_slope(degrees_of_grade(0.05))) / tibia(on_slope(0)),
        tibia(on_slope(5)) / tibia(on_slope(0)),
        per_distance_ratio(-6, achilles),
        per_distance_ratio(3, achilles),
        per_distance_ratio(-6, tibia),
        per_distance_ratio(3, tibia),
        level_force_ratio(9),
        impact_ratio(-9),
        strike_impulse_ratio(),
        treadmill_ratio(),
        step_rate(kStudySpeed) * 60,
        oscillation_of_study(),
        duty_of_study(),
        step_rate(3.0),
        stance_at_cadence(3.0, 168),
        step_rate(4.6) * 60,
    };
}

CheckUse use_of(int number) {
    switch (number) {
    case 24:
    case 25: return CheckUse::in_sample;
    case 28:
    case 31: return CheckUse::rule;
    default: return CheckUse::check;
    }
}

}  // namespace

Result<std::vector<CheckRow>, std::string> published_rows(const std::filesystem::path& biomech) {
    const auto path = biomech / "published_conditions.csv";
    const auto table = TableFile::read(path, {"condition", "value", "unit", "source"});
    if (!table) {
        return Failure<std::string>(table.error());
    }
    constexpr int kFirst = 16;
    const auto model = modelled();
    if (table->size() != model.size()) {
        return Failure<std::string>(path.string() + " no longer holds the 22 known conditions");
    }
    std::vector<CheckRow> rows;
    for (std::size_t i = 0; i < model.size(); ++i) {
        const int number = kFirst + static_cast<int>(i);
        rows.push_back({number, table->text(i, "condition"), table->number(i, "value"), model.at(i),
                        table->text(i, "unit"), table->text(i, "source"), use_of(number)});
    }
    return rows;
}

}  // namespace footsure::validate
