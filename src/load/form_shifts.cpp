// SPDX-License-Identifier: Apache-2.0
#include "load/change_words.hpp"
#include "load/form_topics.hpp"
#include "load/form_words.hpp"
#include "load/mean.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::load {

namespace {

/// A shift from the own baseline for a week. Source: tissue-load-model section 6, left/right.
constexpr Share kNotableBalance{0.02};
/// Source: EE; two to three times the scatter between a runner's runs (section 5: 1.5 to 1.7 %
/// within a run, section 8: 2 % of the watch), and never less than twice the own scatter.
constexpr double kNotableStance = 0.05;
constexpr double kScatters = 2;

/// Contact length over speed; its ratio at two speeds is that of the stance times.
/// Source: tissue-load-model section 2: v·tc = 0.432 + 0.0985·v m [D].
constexpr double kContactLength = 0.432;
constexpr double kContactTime = 0.0985;
/// From so many runs on, over so much spread of speed, the own relation of stance time to speed is
/// taken, within what people show. Source: EE; the population's exponent is about -0.6.
constexpr std::size_t kLeastForOwnLaw = 8;
constexpr double kLeastSpread = 0.05;
constexpr double kSteepestLaw = -0.9;
constexpr double kFlattestLaw = -0.2;
/// Runs faster or slower than all before by more than this are not compared. Source: EE.
constexpr double kBeyondRange = 1.1;

constexpr double kPoints = 100;  // Source: percentage points

constexpr std::string_view kNotYet = " It has not been so in every run of a week: wait and see.";

/// A run with the logarithms of its speed and stance time.
struct StanceRun {
    const ActivitySummary* run = nullptr;
    double speed = 0;
    double stance_time = 0;
};

/// Which part of the logarithm of the stance time the speed explains.
class SpeedLaw {
public:
    explicit SpeedLaw(const std::vector<StanceRun>& before) {
        if (before.size() < kLeastForOwnLaw) {
            return;
        }
        Mean speeds;
        Mean stances;
        for (const StanceRun& one : before) {
            speeds.add(one.speed, 1);
            stances.add(one.stance_time, 1);
        }
        double squares = 0;
        double products = 0;
        for (const StanceRun& one : before) {
            const double speed = one.speed - speeds.value();
            squares += speed * speed;
            products += speed * (one.stance_time - stances.value());
        }
        if (std::sqrt(squares / speeds.weight()) >= kLeastSpread) {
            exponent_ = std::clamp(products / squares, kSteepestLaw, kFlattestLaw);
        }
    }

    [[nodiscard]] double at(MetresPerSecond speed) const {
        return exponent_ ? *exponent_ * std::log(speed.value())
                         : std::log(kContactLength / speed.value() + kContactTime);
    }

private:
    std::optional<double> exponent_;
};

FormFinding finding_of(FormTopic topic, const std::vector<FormValue>& values) {
    FormFinding finding{.topic = topic};
    finding.from = values.back().run->from;
    finding.runs = static_cast<int>(values.size());
    return finding;
}

std::string device_words(const FormHistory& history) {
    if (!history.device_since) {
        return {};
    }
    const std::string before =
        history.device_before.empty() ? "another device" : history.device_before;
    return " Your watch changed: what is usual starts anew on " +
           format_day(*history.device_since) + " with " + history.device + ", because " + before +
           " and it cannot be compared.";
}

std::string too_few(const FormHistory& history, const std::string& what) {
    return "There are not enough runs with " + history.device + " to know your usual " + what +
           ": at least " + std::to_string(kLeastBefore) + " are needed, and then " +
           std::to_string(kLeastNow) + " of the last four weeks that fill a week." +
           device_words(history);
}

std::string compared(const FormShift& shift) {
    return " (" + count_of(shift.runs_now, "run") + " of late against " +
           std::to_string(shift.runs_before) + " before)";
}

std::vector<StanceRun> with_stance(const FormHistory& history) {
    std::vector<StanceRun> runs;
    for (const ActivitySummary* run : history.own) {
        if (const auto& stance = run->form.stance_time; stance && run->form.speed.value() > 0) {
            runs.push_back({run, std::log(run->form.speed.value()), std::log(stance->value())});
        }
    }
    return runs;
}

/// Stance times without what the speed explains; of late only at speeds that were run before.
std::vector<FormValue> at_like_speed(const FormHistory& history, const std::vector<StanceRun>& runs,
                                     const std::vector<StanceRun>& before, const SpeedLaw& law) {
    const auto [slowest, fastest] = std::ranges::minmax_element(before, {}, &StanceRun::speed);
    const double margin = std::log(kBeyondRange);
    std::vector<FormValue> values;
    for (const StanceRun& one : runs) {
        const bool beyond =
            !before.empty() && history.is_recent(*one.run) &&
            (one.speed > fastest->speed + margin || one.speed < slowest->speed - margin);
        if (!beyond) {
            values.push_back({one.run, one.stance_time - law.at(one.run->form.speed)});
        }
    }
    return values;
}

void say_stance(const FormShift& shift, const SpeedLaw& law, FormFinding& finding) {
    const MetresPerSecond speed = shift.latest->form.speed;
    const Seconds usual(std::exp(shift.usual + law.at(speed)));
    const Seconds now(std::exp(shift.now + law.at(speed)));
    const double change = now / usual - 1;
    finding.notable = shift.lasts && std::abs(shift.now - shift.usual) > kScatters * shift.usual_sd;
    finding.text = std::string("Each foot stays on the ground for ") + milliseconds(now) + " at " +
                   as_pace(speed) + ", " + percent(change) + (change < 0 ? " shorter" : " longer") +
                   " than your usual " + milliseconds(usual) + compared(shift) + ".";
    if (finding.notable && shift.since) {
        finding.since = shift.since;
        finding.text += " That has been so since " + format_day(*shift.since) + ".";
    } else {
        finding.text += std::abs(change) < kNotableStance
                            ? std::string_view(" That is normal scatter.")
                            : kNotYet;
    }
}

void say_balance(const FormShift& shift, FormFinding& finding) {
    const auto left = [](double share) { return one_decimal(share * kPoints) + " % left"; };
    const double points = (shift.now - shift.usual) * kPoints;
    finding.notable = shift.lasts && shift.since;
    finding.text = "Your ground contact is split " + left(shift.now) + "; your usual is " +
                   left(shift.usual) + compared(shift) + ".";
    if (!finding.notable) {
        finding.text +=
            std::abs(points) < kNotableBalance.value() * kPoints
                ? std::string_view(
                      " Less than 2 points is normal scatter, and 51 to 49 is no fault.")
                : kNotYet;
        return;
    }
    const std::string side = points > 0 ? "left" : "right";
    finding.finding = "contact_shifted_to_" + side;
    finding.since = shift.since;
    finding.text += " Since " + format_day(*shift.since) + " your " + side +
                    " foot has stayed longer on the ground, by " + one_decimal(points) +
                    " points: you may be sparing the other leg.";
}

}  // namespace

std::optional<FormFinding> stance_finding(const FormHistory& history) {
    const auto runs = with_stance(history);
    if (runs.empty() || !history.is_recent(*runs.back().run)) {
        return std::nullopt;
    }
    std::vector<StanceRun> before;
    std::ranges::copy_if(runs, std::back_inserter(before),
                         [&](const StanceRun& one) { return !history.is_recent(*one.run); });
    const SpeedLaw law(before);
    const auto values = at_like_speed(history, runs, before, law);
    if (values.empty()) {
        return std::nullopt;
    }
    FormFinding finding = finding_of(FormTopic::stance_time, values);
    finding.evidence =
        "No study links a change of contact time by itself to injury. It follows "
        "tiredness, shoes, ground and sparing a leg, and it changes the load that is "
        "computed. Only the same device at like speed is compared.";
    finding.certainty = Certainty::expert_estimate;
    finding.sources = {SourceId("evidence_load")};
    if (const auto shift = shift_of(history, values, kNotableStance)) {
        say_stance(*shift, law, finding);
        finding.text += device_words(history);
    } else {
        finding.text = too_few(history, "contact time");
    }
    return finding;
}

/// Laps of a track all turn one way, which shifts the balance by itself.
std::optional<FormFinding> balance_finding(const FormHistory& history) {
    std::vector<FormValue> values;
    for (const ActivitySummary* run : history.own) {
        if (run->form.balance && run->terrain.ground != Terrain::track) {
            values.push_back({run, run->form.balance->value()});
        }
    }
    if (values.empty() || !history.is_recent(*values.back().run)) {
        return std::nullopt;
    }
    FormFinding finding = finding_of(FormTopic::balance, values);
    finding.evidence =
        "No study says that the split predicts injury. A shift from your own usual is "
        "worth following, for example after a sprain.";
    finding.sources = {SourceId("evidence_load")};
    if (const auto shift = shift_of(history, values, kNotableBalance.value())) {
        say_balance(*shift, finding);
        finding.text += device_words(history);
    } else {
        finding.text = too_few(history, "left and right split");
    }
    return finding;
}

}  // namespace footsure::load
