// SPDX-License-Identifier: Apache-2.0
#include "validate/check_table.hpp"

#include "validate/published.hpp"
#include "validate/statistics.hpp"
#include "validate/table_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace footsure::validate {

namespace {

constexpr double kPercent = 100;

struct Measure {
    const char* name;
    const char* unit;
    double (*measured)(const MeasuredRunner&);
    double (*modelled)(const MeasuredRunner&);
};

constexpr std::array kMeasures{
    Measure{"peak force from cadence and stance", "BW",
            [](const MeasuredRunner& r) { return r.force; },
            [](const MeasuredRunner& r) { return r.model.vertical_force.value.value(); }},
    Measure{"peak ankle moment", "Nm/kg", [](const MeasuredRunner& r) { return r.moment; },
            [](const MeasuredRunner& r) { return r.model.ankle_moment.value.value(); }},
    Measure{"oscillation from cadence and stance", "m",
            [](const MeasuredRunner& r) { return r.rise; },
            [](const MeasuredRunner& r) { return r.model.vertical_oscillation->value.value(); }},
    Measure{"stance time from speed and cadence", "s",
            [](const MeasuredRunner& r) { return r.stance; },
            [](const MeasuredRunner& r) { return r.model_stance; }},
    Measure{"cadence from speed and height", "spm",
            [](const MeasuredRunner& r) { return r.cadence; },
            [](const MeasuredRunner& r) { return r.model_cadence; }},
};

/// The mean over the 18 measured runners at one speed.
CheckRow runner_row(const std::vector<MeasuredRunner>& runners, double speed,
                    const Measure& measure) {
    std::vector<double> measured;
    std::vector<double> modelled;
    for (const MeasuredRunner& runner : runners) {
        if (runner.speed == speed) {
            measured.push_back(measure.measured(runner));
            modelled.push_back(measure.modelled(runner));
        }
    }
    return {0,
            fmt::format("{}, {:.1f} m/s, n={}", measure.name, speed, measured.size()),
            mean(measured),
            mean(modelled),
            measure.unit,
            "Fukuchi 2017",
            CheckUse::in_sample};
}

/// Rows 1 to 15.
std::vector<CheckRow> runner_rows(const std::vector<MeasuredRunner>& runners) {
    std::vector<CheckRow> rows;
    for (const double speed : {2.5, 3.5, 4.5}) {
        for (const Measure& measure : kMeasures) {
            rows.push_back(runner_row(runners, speed, measure));
            rows.back().number = static_cast<int>(rows.size());
        }
    }
    return rows;
}

/// The downhill correction of the force was chosen with this runner.
Result<CheckRow, std::string> slope_row(const TableFile& table, double speed, double slope) {
    std::vector<double> measured;
    std::vector<double> modelled;
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table.number(i, "speed_ms") != speed || table.number(i, "slope_deg") != slope) {
            continue;
        }
        load::StepInput step;
        step.speed = MetresPerSecond(speed);
        step.slope = Degrees(slope);
        step.cadence = Cadence(table.number(i, "cadence_spm"));
        step.stance_time = Seconds(table.number(i, "stance_s"));
        const auto load = load::step_load(step);
        if (!load) {
            return Failure<std::string>("the model refuses a trial of the slope table");
        }
        measured.push_back(table.number(i, "normal_active_peak_bw"));
        modelled.push_back(load->vertical_force.value.value());
    }
    return CheckRow{0,
                    fmt::format("one runner, peak force, {} m/s, {:+.0f} deg ({} trials)", speed,
                                slope, measured.size()),
                    median(measured),
                    median(modelled),
                    "BW",
                    "Alcantara 2022",
                    slope < 0 ? CheckUse::in_sample : CheckUse::check};
}

/// Rows 38 to 45.
Result<std::vector<CheckRow>, std::string> slope_rows(const std::filesystem::path& biomech) {
    const auto table =
        TableFile::read(biomech / "slope_one_runner.csv", {"speed_ms", "slope_deg", "cadence_spm",
                                                           "stance_s", "normal_active_peak_bw"});
    if (!table) {
        return Failure<std::string>(table.error());
    }
    constexpr int kFirst = 38;
    std::vector<CheckRow> rows;
    for (const double speed : {2.5, 3.33}) {
        for (const double slope : {-10.0, 0.0, 5.0, 10.0}) {
            auto row = slope_row(*table, speed, slope);
            if (!row) {
                return Failure<std::string>(row.error());
            }
            row->number = kFirst + static_cast<int>(rows.size());
            rows.push_back(std::move(*row));
        }
    }
    return rows;
}

const char* word(CheckUse use) {
    switch (use) {
    case CheckUse::in_sample: return "chosen with it";
    case CheckUse::rule: return "adopted";
    case CheckUse::check: break;
    }
    return "";
}

std::vector<double> sizes(const std::vector<CheckRow>& rows) {
    std::vector<double> errors;
    std::ranges::transform(rows, std::back_inserter(errors),
                           [](const CheckRow& row) { return std::abs(row.error()); });
    return errors;
}

}  // namespace

double CheckRow::error() const {
    return kPercent * (model / published - 1);
}

Result<std::vector<CheckRow>, std::string> check_table(const std::filesystem::path& biomech,
                                                       const std::vector<MeasuredRunner>& runners) {
    std::vector<CheckRow> rows = runner_rows(runners);
    for (const auto& part : {published_rows(biomech), slope_rows(biomech)}) {
        if (!part) {
            return Failure<std::string>(part.error());
        }
        std::ranges::copy(*part, std::back_inserter(rows));
    }
    return rows;
}

double mean_error(const std::vector<CheckRow>& rows) {
    return mean(sizes(rows));
}

double largest_error(const std::vector<CheckRow>& rows) {
    return std::ranges::max(sizes(rows));
}

std::string text_of(const std::vector<CheckRow>& rows) {
    std::string text =
        "Published or measured against the model (tissue-load-model, section 12)\n\n";
    text += fmt::format("{:>2}  {:<62}{:>10}{:>9}{:>8}  {}\n", "", "condition", "published",
                        "model", "error %", "unit, source");
    std::vector<CheckRow> unused;
    for (const CheckRow& row : rows) {
        const std::string note =
            row.use == CheckUse::check ? "" : fmt::format(" [{}]", word(row.use));
        text += fmt::format("{:>2}  {:<62}{:>10.4g}{:>9.4g}{:>+8.1f}  {}, {}{}\n", row.number,
                            row.condition, row.published, row.model, row.error(), row.unit,
                            row.source, note);
        if (row.use == CheckUse::check) {
            unused.push_back(row);
        }
    }
    text += fmt::format("\nmean |error| {:.2f} %, median {:.1f} %, largest {:.1f} %, n={}; of the "
                        "{} rows that chose no constant: mean {:.2f} %\n",
                        mean_error(rows), median(sizes(rows)), largest_error(rows), rows.size(),
                        unused.size(), mean_error(unused));
    return text;
}

}  // namespace footsure::validate
