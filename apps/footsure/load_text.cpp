// SPDX-License-Identifier: Apache-2.0
#include "footsure/load_text.hpp"

#include "footsure/paragraph.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <iterator>
#include <span>
#include <string_view>

namespace footsure::app {

namespace {

constexpr std::size_t kRunsShown = 20;
constexpr double kMetresPerKilometre = 1000;
constexpr int kSecondsPerMinute = 60;
/// What the tissues are used to is assumed from the first weeks until then.
/// Source: tissue-load-model section 6, new user: 4 weeks.
constexpr int kFirstDays = 28;
/// Legs that differ by less are called even.
constexpr double kEven = 0.02;

std::string dose_words(const TissueDose& dose) {
    return std::isfinite(dose.dose.value())
               ? fmt::format("{:>6.1f} ({:>5.1f} to {:>5.1f})", dose.dose.value(), dose.low.value(),
                             dose.high.value())
               : fmt::format("{:>23}", "not known");
}

std::string pace_words(const ActivitySummary& run) {
    if (!(run.distance.value() > 0) || !(run.timer.value() > 0)) {
        return "-";
    }
    const auto pace = std::lround(run.timer.value() / run.distance.value() * kMetresPerKilometre);
    return fmt::format("{}:{:02}", pace / kSecondsPerMinute, pace % kSecondsPerMinute);
}

std::span<const ActivitySummary> last_runs(const wire::Ledger& ledger) {
    const std::span<const ActivitySummary> all(ledger.activities);
    return all.last(std::min(all.size(), kRunsShown));
}

void write_runs(const wire::Ledger& ledger, std::optional<Tissue> tissue, std::string& text) {
    auto out = std::back_inserter(text);
    if (tissue) {
        fmt::format_to(out, "{:<10}  {:>6}  {:>5}  {:>24}  {:>7}  {:>7}\n", "day", "km", "pace",
                       name_of(*tissue), "left", "right");
    } else {
        fmt::format_to(out, "{:<10}  {:>6}  {:>5}  {:>23}  {:>23}\n", "day", "km", "pace",
                       name_of(Tissue::achilles), name_of(Tissue::tibia));
    }
    for (const ActivitySummary& run : last_runs(ledger)) {
        fmt::format_to(out, "{:<10}  {:>6.1f}  {:>5}",
                       format_day(day_of(run.started_at, run.offset)),
                       run.distance.value() / kMetresPerKilometre, pace_words(run));
        if (tissue) {
            const TissueDose& dose = run.doses.at(index_of(*tissue));
            fmt::format_to(out, "  {:>24}  {:>7.1f}  {:>7.1f}\n", dose_words(dose),
                           dose.of(Side::left).value(), dose.of(Side::right).value());
        } else {
            fmt::format_to(out, "  {}  {}\n", dose_words(run.doses[0]), dose_words(run.doses[1]));
        }
    }
    if (ledger.activities.size() > kRunsShown) {
        fmt::format_to(out, "({} earlier ones with --json)\n",
                       ledger.activities.size() - kRunsShown);
    }
}

std::string legs_words(const Exposure& exposure) {
    const double left = exposure.left.unresolved.value();
    const double right = exposure.right.unresolved.value();
    if (!(left + right > 0) || std::abs(left - right) < kEven * (left + right) / 2) {
        return "even";
    }
    const double more = 100 * (std::max(left, right) / std::min(left, right) - 1);
    return fmt::format("{} +{:.0f} %", left > right ? "left" : "right", more);
}

std::string with_band(double value, double log_sd) {
    return fmt::format("{:.2f} ({:.2f} to {:.2f})", value, value * std::exp(-log_sd),
                       value * std::exp(log_sd));
}

std::string or_dash(const std::optional<double>& value, int decimals) {
    return value ? fmt::format("{:.{}f}", *value, decimals) : "-";
}

void write_states(const wire::Ledger& ledger, std::string& text) {
    auto out = std::back_inserter(text);
    if (ledger.exposures.front().history_days < kFirstDays) {
        text +=
            "\n" + paragraph("", "What your legs still carry is not shown yet: it needs four weeks "
                                 "of runs to know what they are used to, and 8 weeks for a "
                                 "ceiling.");
        return;
    }
    fmt::format_to(out, "\n{:<21} {:>20} {:>10} {:>8}  {}\n", "Carried today", "of tolerance",
                   "usual high", "room", "legs");
    bool short_history = false;
    for (const Exposure& exposure : ledger.exposures) {
        std::optional<double> room;
        if (exposure.room && exposure.tissue != Tissue::lateral_ligaments) {
            room = std::max(exposure.room->value(), 0.0);
        }
        short_history = short_history || !exposure.usual_high;
        fmt::format_to(out, "{:<21} {:>20} {:>10} {:>8}  {}\n", name_of(exposure.tissue),
                       with_band(exposure.utilisation, exposure.log_sd),
                       or_dash(exposure.usual_high, 2), or_dash(room, 1), legs_words(exposure));
    }
    text += paragraph(
        "", "Of tolerance: 1 would be the load of a life at exactly what the tissue "
            "is used to, in brackets what its runs' bands leave open; compare a tissue with "
            "itself only. Usual high: nine days in "
            "ten of your last 12 weeks lay below it. Room: easy-km that one leg may take "
            "today before it is 10 % over that, a convention of ours. The outer "
            "ligaments count how often the foot may turn, so they have no room. Legs: from "
            "their contact times, which in 18 measured runners said little about the "
            "force of each; only a change over weeks means something.");
    if (short_history) {
        text += paragraph("", "Usual high is known after 8 weeks of runs with at least 12 in the "
                              "last 12 weeks.");
    }
}

struct CleanedWords {
    std::uint32_t Cleaned::* count;
    std::string_view words;
};

/// `3 gaps bridged, 2 …`; empty when every count is zero.
class Counted {
public:
    void add(std::uint64_t count, std::string_view words) {
        if (count > 0) {
            text_ += fmt::format("{}{} {}", text_.empty() ? "" : ", ", count, words);
        }
    }

    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

std::string inputs_words(std::span<const ActivitySummary> runs) {
    constexpr std::array<std::string_view, 5> kWords{"with stance time", "with cadence",
                                                     "with speed only", "from distance and time",
                                                     "without anything to compute a load from"};
    std::array<std::uint64_t, kWords.size()> counts{};
    for (const ActivitySummary& run : runs) {
        ++counts.at(static_cast<std::size_t>(run.quality));
    }
    Counted made;
    for (std::size_t i = 0; i < kWords.size(); ++i) {
        made.add(counts.at(i), kWords.at(i));
    }
    return made.text();
}

std::string cleaned_words(std::span<const ActivitySummary> runs) {
    constexpr std::array kWords{
        CleanedWords{&Cleaned::stance_out_of_range, "stance times outside 150 to 400 ms"},
        CleanedWords{&Cleaned::stance_not_credible, "stance times against the watch's own rise and "
                                                    "fall"},
        CleanedWords{&Cleaned::cadence_doubled, "step counts of one foot doubled"},
        CleanedWords{&Cleaned::cadence_out_of_range, "cadences outside 130 to 230"},
        CleanedWords{&Cleaned::grade_limited, "grades beyond 25 % limited"},
        CleanedWords{&Cleaned::speed_spikes, "speeds nobody runs"},
        CleanedWords{&Cleaned::speed_limited, "speeds over 6.5 m/s limited"},
        CleanedWords{&Cleaned::gaps, "gaps bridged"},
    };
    Counted cleaned;
    for (const CleanedWords& entry : kWords) {
        std::uint64_t count = 0;
        for (const ActivitySummary& run : runs) {
            count += run.cleaned.*entry.count;
        }
        cleaned.add(count, entry.words);
    }
    return cleaned.text();
}

/// Which inputs the shown doses rest on, and what was not used as it came.
void write_quality(const wire::Ledger& ledger, std::string& text) {
    const auto runs = last_runs(ledger);
    text += paragraph("", "Made from: " + inputs_words(runs) + ".");
    const std::string cleaned = cleaned_words(runs);
    text +=
        paragraph("", cleaned.empty() ? "Nothing had to be cleaned." : "Cleaned: " + cleaned + ".");
}

void write_ratios(const WeekRatios& ratios, std::string& text) {
    text +=
        fmt::format("\nLast week over the mean of four: {}; over the three before: {}; change "
                    "from the week before: {}\n",
                    or_dash(ratios.acute_chronic, 2), or_dash(ratios.acute_chronic_uncoupled, 2),
                    ratios.week_step ? fmt::format("{:+.0f} %", 100 * *ratios.week_step) : "-");
    text += paragraph("", why_ratios_are_not_used());
}

}  // namespace

std::string load_text(const wire::Ledger& ledger, std::optional<Tissue> tissue) {
    std::string text =
        paragraph("", "Dose of one leg in easy-km: 1 = a kilometre at 3.0 m/s on level road. In "
                      "brackets one standard deviation either way. Compare your own runs only.") +
        "\n";
    write_runs(ledger, tissue, text);
    write_quality(ledger, text);
    write_states(ledger, text);
    if (ledger.ratios) {
        write_ratios(*ledger.ratios, text);
    }
    return text;
}

}  // namespace footsure::app
