// SPDX-License-Identifier: Apache-2.0
// The model against 18 measured runners (Fukuchi 2017): rows 1 to 15 of the evidence's check table.
#include "load/load.hpp"

#include <doctest/doctest.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>

using namespace footsure;

namespace {

using Row = std::map<std::string, std::string>;

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> found(1);
    for (const char c : line) {
        if (c == ',') {
            found.emplace_back();
        } else if (c != '\r') {
            found.back() += c;
        }
    }
    return found;
}

std::vector<Row> measured_runners() {
    const char* shared = std::getenv("FOOTSURE_SHARED");
    const std::string folder =
        shared != nullptr ? shared : std::string(FOOTSURE_SOURCE_DIR) + "/../shared";
    std::ifstream file(folder + "/data/biomech/rbds_subject_speed.csv");
    std::vector<Row> rows;
    std::string line;
    std::getline(file, line);
    const std::vector<std::string> header = cells(line);
    while (std::getline(file, line)) {
        const std::vector<std::string> values = cells(line);
        Row row;
        for (std::size_t i = 0; i < header.size() && i < values.size(); ++i) {
            row[header[i]] = values[i];
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

double number(const Row& row, const std::string& column) {
    const std::string& text = row.at(column);
    double value = std::nan("");
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

double strike_of(const std::string& word) {
    if (word == "Rearfoot") {
        return 0;
    }
    return word == "Midfoot" ? 0.5 : 1;
}

struct Sums {
    int runners = 0;
    std::array<double, 5> measured{};
    std::array<double, 5> modelled{};

    [[nodiscard]] double error(std::size_t what) const {
        return 100 * (modelled.at(what) / measured.at(what) - 1);
    }
};

/// Force, moment and oscillation from speed, cadence, stance and strike; stance from speed and
/// cadence; cadence from speed and height.
std::array<double, 5> modelled(const Row& row) {
    load::StepInput step;
    step.speed = MetresPerSecond(number(row, "speed_ms"));
    step.cadence = Cadence(number(row, "cadence_spm"));
    step.stance_time = Seconds(number(row, "stance_s"));
    step.slope = Degrees(0);
    step.forefoot_strike =
        Share((strike_of(row.at("strike_right")) + strike_of(row.at("strike_left"))) / 2);
    step.height = Metres(number(row, "height_cm") / 100);
    const auto full = load::step_load(step);
    step.stance_time.reset();
    const double stance = load::step_load(step)->stance_time.value();
    step.cadence.reset();
    const double cadence = load::step_load(step)->cadence.value();
    return {full->vertical_force.value.value(), full->ankle_moment.value.value(),
            full->vertical_oscillation->value.value(), stance, cadence};
}

Sums sums_at(const std::vector<Row>& rows, double speed) {
    constexpr std::array kColumns{"vgrf_peak_bw", "ankle_pf_moment_nm_kg", "vo_com_m", "stance_s",
                                  "cadence_spm"};
    Sums sums;
    for (const Row& row : rows) {
        if (number(row, "speed_ms") != speed) {
            continue;
        }
        ++sums.runners;
        const std::array<double, 5> model = modelled(row);
        for (std::size_t i = 0; i < kColumns.size(); ++i) {
            sums.measured.at(i) += number(row, kColumns.at(i));
            sums.modelled.at(i) += model.at(i);
        }
    }
    return sums;
}

}  // namespace

TEST_CASE("step: group means of 18 measured runners err as the evidence prints") {
    const std::vector<Row> rows = measured_runners();
    if (rows.empty()) {
        MESSAGE("skipped: no shared data");
        return;
    }
    constexpr std::array<double, 3> kSpeeds{2.5, 3.5, 4.5};
    constexpr std::array<std::array<double, 5>, 3> kErrors{{
        {0.1, -0.2, -4.5, -0.5, -0.3},
        {0.1, 0.3, -2.9, 0.3, 0.5},
        {0.1, -0.1, -1.5, -0.5, -0.3},
    }};
    for (std::size_t s = 0; s < kSpeeds.size(); ++s) {
        const Sums sums = sums_at(rows, kSpeeds.at(s));
        REQUIRE(sums.runners == 18);
        for (std::size_t i = 0; i < 5; ++i) {
            CAPTURE(kSpeeds.at(s));
            CAPTURE(i);
            CHECK(std::abs(sums.error(i) - kErrors.at(s).at(i)) < 0.2);
        }
    }
}
