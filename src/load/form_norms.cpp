// SPDX-License-Identifier: Apache-2.0
#include "load/change_words.hpp"
#include "load/form_topics.hpp"
#include "load/form_words.hpp"
#include "load/step_peaks.hpp"
#include "model/median.hpp"

#include <array>
#include <cmath>

namespace footsure::load {

namespace {

/// Below the population's cadence for speed and height by this, a cadence is low; and at middle
/// speeds below a plain number. Source: tissue-load-model section 10, low cadence for speed.
constexpr Cadence kCadenceMargin{15};
constexpr Cadence kLowCadence{165};
constexpr Accepted kMiddleSpeed{MetresPerSecond(2.8), MetresPerSecond(3.5)};
constexpr double kMoreSteps = 1.05;
/// Heights the cadence formula may be asked for. Source: EE, as for a Step.
constexpr Accepted kHeight{Metres(1.2), Metres(2.2)};

/// Source: tissue-load-model section 10, large vertical oscillation [D], watch offset section 3.1.
constexpr std::array kNormSpeeds{2.5, 3.5, 4.5};
constexpr std::array kNormOscillations{0.082, 0.083, 0.077};
constexpr Metres kWatchOffset{0.013};
constexpr Metres kLargeOscillation{0.015};

/// Source: tissue-load-model section 10, fatigue drift: stride rate -5 % [A]; EE for stance time.
constexpr double kNotableDrift = 0.05;

/// Source: tissue-load-model section 3.1, check of the watch [D].
constexpr double kSensorDisagreement = 0.25;

struct Reading {
    const ActivitySummary* run = nullptr;
    double speed = 0;
    double value = 0;
    double against = 0;
};

template <class Read>
std::vector<Reading> recent(const FormHistory& history,
                            const std::vector<const ActivitySummary*>& runs, const Read& read) {
    std::vector<Reading> readings;
    for (const ActivitySummary* run : runs) {
        if (!history.is_recent(*run)) {
            continue;
        }
        if (std::optional<Reading> reading = read(run->form)) {
            reading->run = run;
            reading->speed = run->form.speed.value();
            readings.push_back(*reading);
        }
    }
    return readings.size() < static_cast<std::size_t>(kLeastNow) ? std::vector<Reading>()
                                                                 : readings;
}

template <class Of>
double middle(const std::vector<Reading>& readings, const Of& of) {
    std::vector<double> values;
    for (const Reading& reading : readings) {
        values.push_back(of(reading));
    }
    return median_of(std::move(values));
}

double value_of(const Reading& reading) {
    return reading.value;
}

double against_of(const Reading& reading) {
    return reading.against;
}

double difference_of(const Reading& reading) {
    return reading.value - reading.against;
}

std::string pace_of(const std::vector<Reading>& readings) {
    return as_pace(MetresPerSecond(middle(readings, [](const Reading& one) { return one.speed; })));
}

std::string lately(const std::vector<Reading>& readings) {
    return "In " + count_of(static_cast<int>(readings.size()), "run") + " of the last four weeks ";
}

FormFinding finding_of(FormTopic topic, const std::vector<Reading>& readings) {
    FormFinding finding{.topic = topic};
    finding.from = readings.back().run->from;
    finding.runs = static_cast<int>(readings.size());
    return finding;
}

std::string steps(double cadence) {
    return std::to_string(std::lround(cadence)) + " steps a minute";
}

Cadence low_cadence(MetresPerSecond speed, const std::optional<Metres>& height) {
    const Cadence low = population_cadence(speed, height) - kCadenceMargin;
    return kMiddleSpeed.holds(speed) ? std::max(low, kLowCadence) : low;
}

Metres oscillation_norm(double speed) {
    if (speed <= kNormSpeeds.front()) {
        return Metres(kNormOscillations.front()) + kWatchOffset;
    }
    for (std::size_t i = 1; i < kNormSpeeds.size(); ++i) {
        if (speed <= kNormSpeeds[i]) {
            const double part =
                (speed - kNormSpeeds[i - 1]) / (kNormSpeeds[i] - kNormSpeeds[i - 1]);
            return Metres(kNormOscillations[i - 1] +
                          part * (kNormOscillations[i] - kNormOscillations[i - 1])) +
                   kWatchOffset;
        }
    }
    return Metres(kNormOscillations.back()) + kWatchOffset;
}

/// How the oscillation moved against the runs before, at like speed.
std::string oscillation_trend(const FormHistory& history) {
    std::vector<FormValue> values;
    for (const ActivitySummary* run : history.own) {
        if (const auto& watch = run->form.vertical_oscillation) {
            values.push_back({run, (*watch - oscillation_norm(run->form.speed.value())).value()});
        }
    }
    const auto shift = shift_of(history, values, kLargeOscillation.value());
    if (!shift) {
        return " There are too few runs for a trend.";
    }
    const Metres moved(shift->now - shift->usual);
    return " Against your own " + count_of(shift->runs_before, "run") +
           " before, at like speed: " + centimetres(moved) +
           (moved.value() < 0 ? " less." : " more.");
}

std::string change_words(double change) {
    return percent(change) + (change < 0 ? " lower" : " higher");
}

/// The middle of one kind of drift over the runs that have it.
std::optional<double> drift_of(const std::vector<Reading>& readings,
                               std::optional<double> RunForm::* kind) {
    std::vector<double> values;
    for (const Reading& reading : readings) {
        if (const auto& drift = reading.run->form.*kind) {
            values.push_back(*drift);
        }
    }
    return values.size() < static_cast<std::size_t>(kLeastNow)
               ? std::nullopt
               : std::optional(median_of(std::move(values)));
}

}  // namespace

std::optional<FormFinding> cadence_finding(const FormHistory& history) {
    const auto height =
        history.height && kHeight.holds(*history.height) ? history.height : std::nullopt;
    const auto readings = recent(history, history.runs, [&](const RunForm& form) {
        return form.cadence
                   ? std::optional(Reading{.value = form.cadence->value(),
                                           .against = low_cadence(form.speed, height).value()})
                   : std::nullopt;
    });
    if (readings.empty()) {
        return std::nullopt;
    }
    const double cadence = middle(readings, value_of);
    FormFinding finding = finding_of(FormTopic::cadence, readings);
    finding.notable = middle(readings, difference_of) < 0;
    finding.text = lately(readings) + "you took " + steps(cadence) + " at " + pace_of(readings) +
                   (finding.notable ? ". For that speed" : ". That is usual for that speed");
    if (finding.notable) {
        finding.finding = "low_cadence_for_speed";
        finding.text += std::string(height ? " and your height" : "") + ", fewer than about " +
                        steps(middle(readings, against_of)) +
                        " are few. If you want to change it: 5 % more at the same speed (about " +
                        std::to_string(std::lround(cadence * kMoreSteps)) +
                        "), at most 10 %, and not a fixed 180";
    }
    finding.text += ".";
    finding.evidence = "Moderate and from studies that only watched: young runners with few steps "
                       "had more shin trouble, with a very wide margin. In trials a few more steps "
                       "at the same speed load each step less.";
    finding.sources = {SourceId("luedke2016"), SourceId("heiderscheit2011"),
                       SourceId("evidence_load")};
    return finding;
}

std::optional<FormFinding> oscillation_finding(const FormHistory& history) {
    const auto readings = recent(history, history.own, [](const RunForm& form) {
        return form.vertical_oscillation
                   ? std::optional(Reading{.value = form.vertical_oscillation->value(),
                                           .against = oscillation_norm(form.speed.value()).value()})
                   : std::nullopt;
    });
    if (readings.empty()) {
        return std::nullopt;
    }
    const double above = middle(readings, difference_of);
    FormFinding finding = finding_of(FormTopic::vertical_oscillation, readings);
    finding.text = lately(readings) + "you went up and down by " +
                   centimetres(Metres(middle(readings, value_of))) + " a step at " +
                   pace_of(readings) + "; runners of that speed show about " +
                   centimetres(Metres(middle(readings, against_of))) + " on a watch.";
    finding.text += above > kLargeOscillation.value() ? " That is much." : "";
    finding.text += oscillation_trend(history);
    finding.evidence = "Weak: one study of 103 college runners found slightly more bone stress "
                       "injuries with more movement up and down. Only the trend is worth a look.";
    finding.certainty = Certainty::secondary;
    finding.sources = {SourceId("joachim2023"), SourceId("fukuchi2017"), SourceId("evidence_load")};
    return finding;
}

std::optional<FormFinding> drift_finding(const FormHistory& history) {
    const auto readings = recent(history, history.runs, [](const RunForm& form) {
        return form.cadence_drift || form.stance_drift ? std::optional(Reading{}) : std::nullopt;
    });
    const auto cadence = drift_of(readings, &RunForm::cadence_drift);
    const auto stance = drift_of(readings, &RunForm::stance_drift);
    if (!cadence && !stance) {
        return std::nullopt;
    }
    FormFinding finding = finding_of(FormTopic::drift, readings);
    finding.notable =
        (cadence && *cadence <= -kNotableDrift) || (stance && *stance >= kNotableDrift);
    finding.text = lately(readings) +
                   "of half an hour or more, the last third against the first at "
                   "like speed:";
    if (cadence) {
        finding.text += " step rate " + change_words(*cadence);
    }
    if (stance) {
        finding.text += std::string(cadence ? ", ground contact " : " ground contact ") +
                        percent(*stance) + (*stance < 0 ? " shorter" : " longer");
    }
    finding.text += finding.notable
                        ? ". You tire in form: keep rough or steep ground for the first "
                          "part of a run."
                        : ". Your form holds.";
    finding.evidence = "Fourteen runners above their threshold lost 5 % of step rate in 30 minutes "
                       "while the shock at the shin rose by more than half. What a drift means for "
                       "injuries is not known.";
    finding.sources = {SourceId("mizrahi2000"), SourceId("evidence_load")};
    return finding;
}

std::optional<FormFinding> sensor_finding(const FormHistory& history) {
    const auto readings = recent(history, history.own, [](const RunForm& form) {
        if (!form.cadence || !form.stance_time || !form.vertical_oscillation ||
            *form.stance_time >= step_time(*form.cadence)) {
            return std::optional<Reading>();
        }
        return std::optional(
            Reading{.value = (*form.vertical_oscillation - kWatchOffset).value(),
                    .against = vertical_oscillation(*form.cadence, *form.stance_time).value()});
    });
    if (readings.empty()) {
        return std::nullopt;
    }
    const double off = middle(
        readings, [](const Reading& reading) { return reading.value / reading.against - 1; });
    FormFinding finding = finding_of(FormTopic::sensor_check, readings);
    finding.notable = std::abs(off) > kSensorDisagreement;
    finding.text = lately(readings) + "the movement up and down that " + history.device +
                   " shows is " + percent(off) + (off < 0 ? " less" : " more") +
                   " than its step rate and contact time make. ";
    finding.text += finding.notable ? "Its contact time is not to be trusted, so nothing is said "
                                      "about it."
                                    : "The two agree well enough.";
    finding.evidence = "Physics of a bouncing step, checked on 18 measured runners (3 mm); a watch "
                       "reads about 1.3 cm more, which is allowed for.";
    finding.certainty = Certainty::derived;
    finding.sources = {SourceId("morin2005"), SourceId("fukuchi2017"), SourceId("evidence_load")};
    return finding;
}

}  // namespace footsure::load
