// SPDX-License-Identifier: Apache-2.0
#include "differential/random_world_test.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace footsure::differential::testing {

double between(double low, double high) {
    return low + (high - low) * *rc::gen::inRange(0, 10001) / 10000.0;
}

namespace {

/// A positive figure with a range around it, spread evenly over its logarithm.
Figure any_figure(double lowest, double highest) {
    const double value = std::exp(between(std::log(lowest), std::log(highest)));
    const double spread = between(1, 4);
    return {.value = value, .low = value / spread, .high = value * spread};
}

std::optional<Figure> maybe_figure() {
    return *rc::gen::inRange(0, 4) == 0 ? std::nullopt : std::optional(any_figure(0.02, 60));
}

std::string any_name(std::size_t count) {
    return "f" + std::to_string(*rc::gen::inRange(0, static_cast<int>(count)));
}

std::string any_expression(std::size_t count) {
    return any_name(count) + *rc::gen::element(" and ", " or ", " and not ") + any_name(count);
}

void add_modifiers(World& world, Condition& condition) {
    const auto count = world.made.knowledge().findings.size();
    for (int m = *rc::gen::inRange(0, 3); m > 0; --m) {
        WeightModifier modifier{.when = world.made.when(any_expression(count)),
                                .factor = any_figure(0.2, 6),
                                .text = "m"};
        if (*rc::gen::inRange(0, 3) == 0) {
            modifier.factor = exact(1);
            modifier.weight = any_figure(1, 300);
        }
        condition.modifiers.push_back(std::move(modifier));
    }
}

void add_condition(World& world, int number) {
    const bool never = number > 0 && *rc::gen::inRange(0, 6) == 0;
    auto& condition =
        world.made.condition("c" + std::to_string(number), never ? exact(0) : any_figure(0.5, 200));
    condition.family = *rc::gen::element("", "", "sprain", "tendon");
    add_modifiers(world, condition);
    for (std::uint32_t f = 0; f < world.made.knowledge().findings.size(); ++f) {
        if (*rc::gen::inRange(0, 3) > 0) {
            condition.likelihoods.push_back({f, maybe_figure(), maybe_figure()});
        }
    }
}

void add_questions(World& world) {
    std::vector<std::uint32_t> options;
    for (std::uint32_t f = 0; f < world.asked; ++f) {
        options.push_back(f);
        const bool ends = f + 1 == world.asked || *rc::gen::inRange(0, 2) == 0;
        if (ends) {
            const auto kind = *rc::gen::element(QuestionKind::yes_no, QuestionKind::choice,
                                                QuestionKind::choices, QuestionKind::region);
            world.made.question(kind, std::exchange(options, {}));
        }
    }
}

}  // namespace

World any_world() {
    World world;
    world.asked = static_cast<std::size_t>(*rc::gen::inRange(1, 10));
    const int derived = *rc::gen::inRange(0, 3);
    for (std::size_t f = 0; f < world.asked + static_cast<std::size_t>(derived); ++f) {
        world.made.finding("f" + std::to_string(f), *rc::gen::element("", "", "place", "onset"));
        auto& definition = world.made.knowledge().findings.back();
        definition.share = between(0.02, 0.9);
        definition.otherwise = any_figure(0.1, 2);
        if (f >= world.asked) {
            definition.when = world.made.when(any_expression(f));
        }
    }
    add_questions(world);
    const int conditions = *rc::gen::inRange(1, 7);
    for (int c = 0; c < conditions; ++c) {
        add_condition(world, c);
    }
    world.findings = world.made.silence();
    for (std::size_t f = 0; f < world.asked; ++f) {
        world.findings.values[f].truth =
            *rc::gen::element(Truth::yes, Truth::no, Truth::unknown, Truth::not_asked);
        if (world.findings.values[f].truth != Truth::not_asked) {
            world.findings.values[f].from = "q";
        }
    }
    return world;
}

void World::forget_expressions() {
    for (auto& condition : made.knowledge().conditions) {
        condition.modifiers.clear();
        condition.weight = condition.weight.value > 0 ? condition.weight : exact(1);
    }
    for (auto& definition : made.knowledge().findings) {
        definition.when.reset();
    }
}

void World::turn_round() {
    auto& knowledge = made.knowledge();
    const auto turned = [&](std::uint32_t finding) {
        return static_cast<std::uint32_t>(knowledge.findings.size() - 1 - finding);
    };
    for (auto& question : knowledge.questions) {
        for (auto& option : question.options) {
            option.finding = turned(*option.finding);
        }
    }
    for (auto& condition : knowledge.conditions) {
        for (auto& likelihood : condition.likelihoods) {
            likelihood.finding = turned(likelihood.finding);
        }
        const auto likelihoods = condition.likelihoods;
        condition.likelihoods.assign(likelihoods.rbegin(), likelihoods.rend());
    }
    std::ranges::reverse(knowledge.findings);
    std::ranges::reverse(knowledge.conditions);
    std::ranges::reverse(findings.values);
}

}  // namespace footsure::differential::testing
