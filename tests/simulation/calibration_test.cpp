// SPDX-License-Identifier: Apache-2.0
// Patients drawn from the model, and from one whose every figure is off: what is said to be 30 %
// likely should be the cause in about 30 of 100.

#include "differential/differential.hpp"
#include "footsure/embedded_knowledge.hpp"
#include "patients.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

using namespace footsure;
using namespace footsure::simulation;

namespace {

constexpr int kDefaultEpisodes = 200;
constexpr int kPatientsPerEpisode = 3;
/// Each so many patients come from figures that are off in another way.
constexpr int kPatientsPerWorld = 20;
constexpr std::size_t kBins = 10;
constexpr std::size_t kFew = 5;
/// Below this a cause is not worth a line in the table of all that were predicted.
constexpr double kLeastPredicted = 0.02;

/// A leading cause above this reads as an answer.
constexpr double kConfident = 0.6;

int patients_wanted() {
    const char* named = std::getenv("FOOTSURE_EPISODES");
    const int episodes = named == nullptr ? kDefaultEpisodes : std::max(1, std::atoi(named));
    return episodes * kPatientsPerEpisode;
}

const Knowledge& model() {
    static const Knowledge made = drawable(app::embedded_knowledge());
    return made;
}

/// Predicted against observed.
class Reliability {
public:
    void add(double predicted, bool happened) {
        auto& bin = bins_[std::min(static_cast<std::size_t>(predicted * kBins), kBins - 1)];
        bin.count += 1;
        bin.predicted += predicted;
        bin.happened += happened ? 1 : 0;
        count_ += 1;
    }

    [[nodiscard]] double expected_calibration_error() const {
        double error = 0;
        for (const auto& bin : bins_) {
            error += std::abs(bin.predicted - bin.happened);
        }
        return count_ > 0 ? error / count_ : 0;
    }

    void print(const std::string& title) const {
        std::printf("%s\n  predicted  observed  count\n", title.c_str());
        for (const auto& bin : bins_) {
            if (bin.count > 0) {
                std::printf("  %9.3f %9.3f %6.0f\n", bin.predicted / bin.count,
                            bin.happened / bin.count, bin.count);
            }
        }
    }

private:
    struct Bin {
        double count = 0;
        double predicted = 0;
        double happened = 0;
    };

    std::array<Bin, kBins> bins_;
    double count_ = 0;
};

struct Score {
    Reliability first;  ///< of the leading cause
    Reliability all;    ///< of every cause worth a line
    double predicted_causes = 0;
    double causes = 0;
    double brier = 0;
    double top_1 = 0;
    double top_3 = 0;
    double patients = 0;
    double two_causes = 0;
    double both_found = 0;  ///< of two_causes: both among the first few

    void add(const Patient& patient, const Differential& ranked) {
        patients += 1;
        causes += static_cast<double>(patient.causes.size());
        for (std::size_t i = 0; i < ranked.size(); ++i) {
            const bool cause = patient.causes.contains(ranked[i].condition.text());
            const double predicted = ranked[i].probability.value();
            predicted_causes += predicted;
            brier += (predicted - (cause ? 1 : 0)) * (predicted - (cause ? 1 : 0));
            top_1 += i == 0 && cause ? 1 : 0;
            if (i == 0) {
                first.add(predicted, cause);
            }
            if (predicted >= kLeastPredicted) {
                all.add(predicted, cause);
            }
        }
        top_3 += found_in_first(3, patient, ranked) > 0 ? 1 : 0;
        if (patient.causes.size() == 2) {
            two_causes += 1;
            both_found += found_in_first(kFew, patient, ranked) == 2 ? 1 : 0;
        }
    }

    static std::ptrdiff_t found_in_first(std::size_t count, const Patient& patient,
                                         const Differential& ranked) {
        const auto end =
            ranked.begin() + static_cast<std::ptrdiff_t>(std::min(count, ranked.size()));
        return std::count_if(ranked.begin(), end, [&](const auto& one) {
            return patient.causes.contains(one.condition.text());
        });
    }

    void print(const std::string& title) const {
        all.print(title);
        std::printf("  Brier %.3f, first right %.3f, in the first three %.3f; calibration error "
                    "of the first %.3f, of all %.3f\n",
                    brier / patients, top_1 / patients, top_3 / patients,
                    first.expected_calibration_error(), all.expected_calibration_error());
        std::printf(
            "  causes for each patient: %.3f predicted, %.3f drawn; of two both in the first "
            "five %.2f\n",
            predicted_causes / patients, causes / patients, both_found / two_causes);
    }
};

Score score(double spread, const Drawing& drawing) {
    Chance chance(20260301);
    Score result;
    for (int left = patients_wanted(); left > 0; left -= kPatientsPerWorld) {
        const Knowledge truth = spread > 0 ? perturbed(model(), spread, chance) : model();
        PatientMaker maker(truth, drawing, chance);
        for (int i = 0; i < std::min(left, kPatientsPerWorld); ++i) {
            const Patient patient = maker.make();
            result.add(patient, differential::rank(patient.findings, {}, model()));
        }
    }
    return result;
}

}  // namespace

TEST_CASE("what is predicted of patients of the model comes true about as often") {
    const Score drawn = score(0, {});
    drawn.print("patients of the model itself");
    CHECK(drawn.first.expected_calibration_error() < 0.12);
    CHECK(drawn.all.expected_calibration_error() < 0.04);
    CHECK(std::abs(drawn.predicted_causes - drawn.causes) < 0.1 * drawn.patients);
}

TEST_CASE("what is predicted comes true about as often when every figure is off") {
    const Score drawn = score(0.7, {.clustering = 0.7});
    drawn.print("patients of a model with every figure off");
    CHECK(drawn.first.expected_calibration_error() < 0.09);
    CHECK(drawn.all.expected_calibration_error() < 0.035);
    CHECK(std::abs(drawn.predicted_causes - drawn.causes) < 0.1 * drawn.patients);
}

TEST_CASE("three answers that are neither a place nor a test seldom make one cause likely") {
    std::vector<const Question*> vague;
    for (const auto& question : model().questions) {
        const bool place = question.kind == QuestionKind::region;
        if (!place && !question.self_test && question.kind != QuestionKind::number) {
            vague.push_back(&question);
        }
    }
    Chance chance(7);
    PatientMaker maker(model(), {}, chance);
    int confident = 0;
    double most = 0;
    const int patients = patients_wanted();
    for (int i = 0; i < patients; ++i) {
        std::vector<const Question*> three;
        for (int q = 0; q < 3; ++q) {
            three.push_back(vague[chance.below(vague.size())]);
        }
        const Patient patient = maker.make(three);
        const auto ranked = differential::rank(patient.findings, {}, model());
        const double leading = ranked.front().probability.value();
        confident += leading > kConfident ? 1 : 0;
        if (leading > most) {
            most = leading;
            std::printf("  %.3f %s after %s, %s, %s\n", leading, ranked.front().name.c_str(),
                        three[0]->id.text().c_str(), three[1]->id.text().c_str(),
                        three[2]->id.text().c_str());
        }
    }
    std::printf("three vague answers: %d of %d above %.1f\n", confident, patients, kConfident);
    CHECK(confident * 50 <= patients);
}
