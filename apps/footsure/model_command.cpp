// SPDX-License-Identifier: Apache-2.0
#include "footsure/commands.hpp"
#include "footsure/exit_code.hpp"
#include "footsure/files.hpp"
#include "load/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iostream>
#include <iterator>
#include <optional>

namespace footsure::app {

namespace {

constexpr std::array<std::string_view, 7> kColumns{
    "speed_ms", "cadence_spm", "stance_s", "slope_deg", "strike", "mass_kg", "height_cm"};
constexpr std::string_view kResults =
    "vgrf_peak_bw,ankle_pf_moment_nm_kg,achilles_peak_bw,tibia_peak_bw,vo_com_m,stance_s_used,"
    "cadence_spm_used,vgrf_peak_bw_rsd,ankle_pf_moment_nm_kg_rsd,achilles_peak_bw_rsd,"
    "tibia_peak_bw_rsd,vo_com_m_rsd,warning";
constexpr std::string_view kNoResults = ",,,,,,,,,,,,";
constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

std::vector<std::string_view> split(std::string_view line) {
    std::vector<std::string_view> cells;
    while (true) {
        const auto comma = line.find(',');
        auto cell = line.substr(0, comma);
        while (!cell.empty() && cell.front() == ' ') {
            cell.remove_prefix(1);
        }
        while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\r')) {
            cell.remove_suffix(1);
        }
        cells.push_back(cell);
        if (comma == std::string_view::npos) {
            return cells;
        }
        line.remove_prefix(comma + 1);
    }
}

/// One row's cell by our column, whatever the order of the file.
class Row {
public:
    Row(std::vector<std::string_view> cells,
        const std::array<std::size_t, kColumns.size()>& position)
        : cells_(std::move(cells)), position_(position) {}

    std::optional<double> number(std::size_t column) {
        const auto at = position_.at(column);
        if (at == kNoColumn || at >= cells_.size() || cells_[at].empty()) {
            return std::nullopt;
        }
        const auto cell = cells_[at];
        double value = 0;
        const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
        if (error != std::errc{} || end != cell.data() + cell.size()) {
            warning_ = std::string(kColumns.at(column)) + " is no number";
            return std::nullopt;
        }
        return value;
    }

    [[nodiscard]] const std::string& warning() const { return warning_; }

private:
    std::vector<std::string_view> cells_;
    const std::array<std::size_t, kColumns.size()>& position_;
    std::string warning_;
};

template <class Q>
std::optional<Q> as(std::optional<double> number, double scale) {
    return number ? std::optional(Q(*number * scale)) : std::nullopt;
}

std::string results(const load::StepLoad& step) {
    const auto vo = step.vertical_oscillation;
    return fmt::format(
        "{:.6f},{:.6f},{:.6f},{:.6f},{},{:.6f},{:.4f},{:.4f},{:.4f},{:.4f},{:.4f},{},",
        step.vertical_force.value.value(), step.ankle_moment.value.value(),
        step.achilles.value.value(), step.tibia.value.value(),
        vo ? fmt::format("{:.6f}", vo->value.value()) : "", step.stance_time.value(),
        step.cadence.value(), step.vertical_force.relative_sd, step.ankle_moment.relative_sd,
        step.achilles.relative_sd, step.tibia.relative_sd,
        vo ? fmt::format("{:.4f}", vo->relative_sd) : "");
}

std::string evaluate(Row row) {
    load::StepInput input;
    const auto speed = row.number(0);
    input.cadence = as<Cadence>(row.number(1), 1);
    input.stance_time = as<Seconds>(row.number(2), 1);
    input.slope = as<Degrees>(row.number(3), 1);
    input.forefoot_strike = as<Share>(row.number(4), 1);
    input.body_mass = as<Kilograms>(row.number(5), 1);
    input.height = as<Metres>(row.number(6), 0.01);
    if (!row.warning().empty()) {
        return std::string(kNoResults) + row.warning();
    }
    if (!speed) {
        return std::string(kNoResults) + "speed_ms is empty";
    }
    input.speed = MetresPerSecond(*speed);
    const auto step = load::step_load(input);
    return step ? results(*step) : std::string(kNoResults) + std::string(word(step.error()));
}

std::optional<std::array<std::size_t, kColumns.size()>> read_header(std::string_view line) {
    std::array<std::size_t, kColumns.size()> position{};
    position.fill(kNoColumn);
    const auto cells = split(line);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto it = std::ranges::find(kColumns, cells[i]);
        if (it != kColumns.end()) {
            position.at(static_cast<std::size_t>(it - kColumns.begin())) = i;
        }
    }
    return position[0] == kNoColumn ? std::nullopt : std::optional(position);
}

Result<std::string, std::string> read_input(const std::string& csv) {
    if (csv == "-") {
        return std::string(std::istreambuf_iterator<char>(std::cin), {});
    }
    return read_text_file(csv);
}

}  // namespace

int run_model_steps(const std::string& csv) {
    const auto text = read_input(csv);
    if (!text) {
        fmt::print(stderr, "{}\n", text.error());
        return kFailure;
    }
    std::string_view rest = *text;
    std::optional<std::array<std::size_t, kColumns.size()>> position;
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        auto line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (!line.empty() && line.back() == '\r') {
            line.remove_suffix(1);
        }
        if (line.empty()) {
            continue;
        }
        if (position) {
            fmt::print("{},{}\n", line, evaluate(Row(split(line), *position)));
            continue;
        }
        position = read_header(line);
        if (!position) {
            fmt::print(stderr, "the first line must name the columns, speed_ms among them\n");
            return kFailure;
        }
        fmt::print("{},{}\n", line, kResults);
    }
    return position ? kFine : kNothingFound;
}

}  // namespace footsure::app
