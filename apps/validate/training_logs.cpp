// SPDX-License-Identifier: Apache-2.0
#include "validate/training_logs.hpp"

#include "validate/table_file.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <limits>

namespace footsure::validate {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
/// A week below it gives wild ratios. Source: training-load-risk section 2, week step.
constexpr double kLeastWeek = 20;
constexpr std::size_t kWeeks = 3;

/// The three weeks before a day, most recent first, in km.
struct LogRow {
    std::array<double, kWeeks> distance{};
    std::array<double, kWeeks> hard{};     ///< above the aerobic threshold
    std::array<double, kWeeks> longest{};  ///< of one day; the file has none for the last week
    Outcome injury = Outcome::no;
    int athlete = 0;

    [[nodiscard]] double all() const { return distance[0] + distance[1] + distance[2]; }
};

double over(double value, double by, double least) {
    return by >= least && by > 0 ? value / by : kNone;
}

/// State of a tissue as `load` keeps it, from weeks spread evenly over their days, starting as one
/// who is used to the mean day of the three weeks.
/// Source: tissue-load-model section 6.
double utilisation(const LogRow& row, double clearing, double adaptation) {
    constexpr int kDays = 7;
    constexpr double kAtRest = 1;
    constexpr double kPerAccustomed = 1.1;
    const double kept = std::exp(-1 / clearing);
    const double used = std::exp(-1 / adaptation);
    double accustomed = row.all() / (kWeeks * kDays);
    double unresolved = accustomed / (1 - kept);
    for (std::size_t week = kWeeks; week-- > 0;) {
        for (int day = 0; day < kDays; ++day) {
            const double dose = row.distance.at(week) / kDays;
            unresolved = unresolved * kept + dose;
            accustomed = accustomed * used + (1 - used) * dose;
        }
    }
    return unresolved * (1 - kept) / (kAtRest + kPerAccustomed * accustomed);
}

struct Score {
    const char* name;
    double published;  ///< single-feature AUC of training-load-risk section 3
    double (*of)(const LogRow&);
};

constexpr std::array kScores{
    Score{"last week's km", 0.525, [](const LogRow& r) { return r.distance[0]; }},
    Score{"acute:chronic ratio, coupled", 0.502,
          [](const LogRow& r) { return over(kWeeks * r.distance[0], r.all(), 0); }},
    Score{
        "acute:chronic ratio, uncoupled", 0.510,
        [](const LogRow& r) { return over(2 * r.distance[0], r.distance[1] + r.distance[2], 0); }},
    Score{"week step (from 20 km)", 0.506,
          [](const LogRow& r) { return over(r.distance[0], r.distance[1], kLeastWeek); }},
    Score{"week step a week ago (from 20 km)", 0.517,
          [](const LogRow& r) { return over(r.distance[1], r.distance[2], kLeastWeek); }},
    Score{"longest day over the week before's", 0.522,
          [](const LogRow& r) { return over(r.longest[1], r.longest[2], 0); }},
    Score{"hard km last week", 0.582, [](const LogRow& r) { return r.hard[0]; }},
    Score{"intensity share of 21 days", 0.585,
          [](const LogRow& r) { return over(r.hard[0] + r.hard[1] + r.hard[2], r.all(), 0); }},
    Score{"use of tolerance, Achilles tendon", kNone,
          [](const LogRow& r) { return utilisation(r, 2, 60); }},
    Score{"use of tolerance, tibia", kNone, [](const LogRow& r) { return utilisation(r, 30, 90); }},
};

/// Week-file columns: no suffix is the most recent week.
constexpr std::array<const char*, kWeeks> kDistance{"total kms", "total kms.1", "total kms.2"};
constexpr std::array<const char*, kWeeks> kHard{
    "total km Z3-Z4-Z5-T1-T2", "total km Z3-Z4-Z5-T1-T2.1", "total km Z3-Z4-Z5-T1-T2.2"};
constexpr std::array<const char*, kWeeks> kLongest{"", "max km one day.1", "max km one day.2"};

LogRow row_of(const TableFile& table, std::size_t i) {
    LogRow row;
    for (std::size_t week = 0; week < kWeeks; ++week) {
        row.distance.at(week) = table.number(i, kDistance.at(week));
        row.hard.at(week) = table.number(i, kHard.at(week));
        row.longest.at(week) = week == 0 ? kNone : table.number(i, kLongest.at(week));
    }
    row.injury = table.number(i, "injury") > 0 ? Outcome::yes : Outcome::no;
    const double athlete = table.number(i, "athlete");
    row.athlete = athlete < 0 ? -1 - static_cast<int>(i) : static_cast<int>(athlete);
    return row;
}

LogScore judged(const Score& score, const std::vector<LogRow>& rows) {
    LogScore found;
    found.of = score.name;
    found.published = score.published;
    std::vector<Scored> scored;
    for (const LogRow& row : rows) {
        if (const double value = score.of(row); std::isfinite(value)) {
            scored.push_back({value, row.injury, row.athlete, row.distance[0]});
            found.injuries += row.injury == Outcome::yes ? 1 : 0;
        }
    }
    found.rows = static_cast<int>(scored.size());
    found.auc = auc(scored);
    found.interval = over_persons(scored, auc);
    found.gain = auc_gain(scored);
    found.gain_interval = over_persons(scored, auc_gain);
    return found;
}

std::string verdict(const std::vector<LogScore>& scores) {
    std::string names;
    for (const LogScore& score : scores) {
        if (score.gain_interval.low > 0) {
            names += (names.empty() ? "" : ", ") + score.of;
        }
    }
    return names.empty()
               ? "No score beats last week's km.\n"
               : fmt::format("Beats last week's km with its whole interval: {}.\n", names);
}

}  // namespace

Result<std::vector<LogScore>, std::string> log_scores(const std::filesystem::path& lovdal) {
    std::vector<std::string> needed{"sample", "injury", "athlete"};
    for (std::size_t week = 0; week < kWeeks; ++week) {
        needed.emplace_back(kDistance.at(week));
        needed.emplace_back(kHard.at(week));
        if (week > 0) {
            needed.emplace_back(kLongest.at(week));
        }
    }
    const auto table = TableFile::read(lovdal / "week_case_control_dev.csv.gz", needed);
    if (!table) {
        return Failure<std::string>(table.error());
    }
    std::vector<LogRow> rows;
    for (std::size_t i = 0; i < table->size(); ++i) {
        if (table->text(i, "sample") == "random") {
            rows.push_back(row_of(*table, i));
        }
    }
    std::vector<LogScore> scores;
    for (const Score& score : kScores) {
        scores.push_back(judged(score, rows));
    }
    return scores;
}

std::string text_of(const std::vector<LogScore>& scores) {
    std::string text =
        "Competitive runners' logs (Lovdal 2021, week rows of the unbiased random sample): AUC of "
        "an injury day.\nAthletes are drawn for the intervals, an unknown one is one of its own. "
        "Traps kept out: nothing outside a row's\nown 21 days, no dates, no gaps between rows "
        "(the gap alone reaches 0.98), no rows of the selected sample.\n\n";
    text += fmt::format("{:<36}{:>6}{:>10}{:>7}{:>17}{:>11}{:>10}{:>19}\n", "", "rows", "injuries",
                        "AUC", "95 %", "published", "gain", "95 %");
    for (const LogScore& score : scores) {
        text += fmt::format(
            "{:<36}{:>6}{:>10}{:>7.3f}{:>17}{:>11}{:>+10.3f}{:>19}\n", score.of, score.rows,
            score.injuries, score.auc,
            fmt::format("({:.2f} to {:.2f})", score.interval.low, score.interval.high),
            std::isnan(score.published) ? std::string("-") : fmt::format("{:.3f}", score.published),
            score.gain,
            fmt::format("({:+.2f} to {:+.2f})", score.gain_interval.low, score.gain_interval.high));
    }
    return text + "\ngain: AUC less that of last week's km on the same rows. " + verdict(scores);
}

}  // namespace footsure::validate
