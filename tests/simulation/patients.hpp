// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/finding.hpp"
#include "model/knowledge.hpp"

#include <cstdint>
#include <random>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace footsure::simulation {

/// Random numbers that are the same with every standard library: mt19937 and own distributions.
class Chance {
public:
    explicit Chance(unsigned seed) : random_(seed) {}

    [[nodiscard]] double uniform();
    [[nodiscard]] double normal();

    [[nodiscard]] bool happens(double probability) { return uniform() < probability; }

    [[nodiscard]] std::size_t below(std::size_t count) { return random_() % count; }

    /// An index, in proportion to the weights; the last one when all are 0.
    [[nodiscard]] std::size_t pick(std::span<const double> weights);

private:
    std::mt19937 random_;
};

/// The knowledge as patients are drawn from it: a derived Finding that a Condition names is asked
/// by itself, because its parts could not be drawn to fit it.
[[nodiscard]] Knowledge drawable(Knowledge knowledge);

/// The same with every weight and ratio multiplied by exp(N(0, spread)); half of the variance of a
/// ratio is common to the FindingGroup of its Condition.
[[nodiscard]] Knowledge perturbed(const Knowledge& knowledge, double spread, Chance& chance);

struct Patient {
    std::set<std::string> causes;  ///< one, seldom two
    Findings findings;
};

/// How patients are drawn and what they answer.
struct Drawing {
    double answered = 0.5;     ///< share of the questions
    double two_causes = 0.05;  ///< share of the patients
    double clustering = 0;     ///< how much answers of one group lean the same way, as a spread
};

class PatientMaker {
public:
    PatientMaker(const Knowledge& knowledge, const Drawing& drawing, Chance& chance);

    [[nodiscard]] Patient make();

    /// The same, but only these questions are answered, if they apply.
    [[nodiscard]] Patient make(std::span<const Question* const> answered);

private:
    void draw_person(Patient& patient);
    void draw_causes(Patient& patient);
    void answer(const Question& question, Patient& patient);
    void answer_one(const Question& question, Patient& patient, std::size_t most);
    void say(std::uint32_t finding, Truth truth, Patient& patient);
    [[nodiscard]] double reported(std::uint32_t finding);

    const Knowledge& knowledge_;
    Drawing drawing_;
    Chance& chance_;
    std::vector<std::uint32_t> risks_;  ///< Findings that modifiers rest on
    std::vector<const Condition*> causes_;
    std::vector<double> lean_;    ///< by Finding: common to its group
    std::vector<Finding> state_;  ///< how the person really is, risks only
};

}  // namespace footsure::simulation
