// SPDX-License-Identifier: Apache-2.0
#include "differential/small_knowledge_test.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

using namespace footsure;
using namespace footsure::differential::testing;
using differential::rank;

namespace {

double between(double low, double high) {
    return low + (high - low) * *rc::gen::inRange(0, 10001) / 10000.0;
}

/// A positive figure with a range around it, spread evenly over its logarithm.
Figure any_figure(double lowest, double highest) {
    const double value = std::exp(between(std::log(lowest), std::log(highest)));
    const double spread = between(1, 4);
    return {.value = value, .low = value / spread, .high = value * spread};
}

std::optional<Figure> maybe_figure() {
    return *rc::gen::inRange(0, 4) == 0 ? std::nullopt : std::optional(any_figure(0.02, 60));
}

Truth any_truth() {
    return *rc::gen::element(Truth::yes, Truth::no, Truth::unknown, Truth::not_asked);
}

struct World {
    KnowledgeBuilder made;
    Findings findings;
};

void add_condition(World& world, int number) {
    const auto count = static_cast<int>(world.made.knowledge().findings.size());
    const auto any_finding = [&] {
        return static_cast<std::uint32_t>(*rc::gen::inRange(0, count));
    };
    auto& condition = world.made.condition("c" + std::to_string(number), any_figure(0.5, 200));
    for (int m = *rc::gen::inRange(0, 3); m > 0; --m) {
        const std::string first = "f" + std::to_string(any_finding());
        const std::string second = "f" + std::to_string(any_finding());
        const auto* form = *rc::gen::element(" and ", " or ", " and not ");
        condition.modifiers.push_back(
            {world.made.when(first + form + second), any_figure(0.2, 6), "m"});
    }
    for (int f = 0; f < count; ++f) {
        if (*rc::gen::inRange(0, 3) > 0) {
            condition.likelihoods.push_back(
                {static_cast<std::uint32_t>(f), maybe_figure(), maybe_figure()});
        }
    }
}

World any_world() {
    World world;
    const int findings = *rc::gen::inRange(1, 9);
    for (int f = 0; f < findings; ++f) {
        const auto* group = *rc::gen::element("", "", "place", "onset");
        world.made.finding("f" + std::to_string(f), group);
    }
    const int conditions = *rc::gen::inRange(1, 7);
    for (int c = 0; c < conditions; ++c) {
        add_condition(world, c);
    }
    world.findings = world.made.silence();
    for (auto& value : world.findings.values) {
        value.truth = any_truth();
    }
    return world;
}

/// The value of a modifier's expression, read straight from its shape.
bool holds(const Expression& e, const Findings& findings, Truth wanted) {
    const auto part = [&](Truth truth) {
        return [&findings, truth](const Expression& p) { return holds(p, findings, truth); };
    };
    const Truth other = wanted == Truth::yes ? Truth::no : Truth::yes;
    switch (e.kind) {
    case ExpressionKind::negation: return holds(e.parts[0], findings, other);
    case ExpressionKind::all:
        return wanted == Truth::yes ? std::ranges::all_of(e.parts, part(wanted))
                                    : std::ranges::any_of(e.parts, part(wanted));
    case ExpressionKind::any:
        return wanted == Truth::yes ? std::ranges::any_of(e.parts, part(wanted))
                                    : std::ranges::all_of(e.parts, part(wanted));
    default: break;
    }
    return findings.values[e.finding].truth == wanted;
}

/// The same ranking by plain multiplication: the product of each group, cut at fifty either way,
/// to the power of the share that counts.
std::map<std::string, double> enumerate(const World& world) {
    std::map<std::string, double> weights;
    double total = 0;
    for (const auto& condition : world.made.knowledge().conditions) {
        double weight = condition.weight.value;
        for (const auto& modifier : condition.modifiers) {
            weight *= holds(modifier.when, world.findings, Truth::yes) ? modifier.factor.value : 1;
        }
        std::map<std::string, double> groups;
        for (const auto& likelihood : condition.likelihoods) {
            const auto& definition = world.made.knowledge().findings[likelihood.finding];
            const auto& group = definition.group.empty() ? definition.id.text() : definition.group;
            const Truth truth = world.findings.values[likelihood.finding].truth;
            double& product = groups.try_emplace(group, 1).first->second;
            if (truth == Truth::yes && likelihood.present) {
                product *= likelihood.present->value;
            } else if (truth == Truth::no && likelihood.absent) {
                product *= likelihood.absent->value;
            }
        }
        double evidence = 1;
        for (const auto& [group, product] : groups) {
            evidence *= std::min(50.0, std::max(1 / 50.0, product));
        }
        weight *= std::pow(evidence, 0.6);
        weights[condition.id.text()] = weight;
        total += weight;
    }
    for (auto& [id, weight] : weights) {
        weight /= total;
    }
    return weights;
}

}  // namespace

TEST_CASE("the ranking agrees with plain enumeration") {
    CHECK(rc::check([] {
        const World world = any_world();
        const auto expected = enumerate(world);
        const auto result = rank(world.findings, {}, world.made.knowledge());
        RC_ASSERT(result.size() == expected.size());
        for (const auto& one : result) {
            RC_ASSERT(std::abs(one.probability.value() - expected.at(one.condition.text())) < 1e-9);
        }
    }));
}

TEST_CASE("probabilities sum to one, fall in order and lie in their intervals") {
    CHECK(rc::check([] {
        const World world = any_world();
        const auto result = rank(world.findings, {}, world.made.knowledge());
        double sum = 0;
        for (std::size_t i = 0; i < result.size(); ++i) {
            sum += result[i].probability.value();
            RC_ASSERT((i == 0 || result[i - 1].probability >= result[i].probability));
            RC_ASSERT(result[i].low.value() <= result[i].probability.value() + 1e-12);
            RC_ASSERT(result[i].high.value() >= result[i].probability.value() - 1e-12);
        }
        RC_ASSERT(std::abs(sum - 1) < 1e-9);
    }));
}

TEST_CASE("the order of findings, likelihoods and conditions does not matter") {
    CHECK(rc::check([] {
        const World world = any_world();
        const auto count = world.findings.values.size();
        World turned = world;
        auto& knowledge = turned.made.knowledge();
        const auto findings = std::exchange(knowledge.findings, {});
        knowledge.findings.assign(findings.rbegin(), findings.rend());
        turned.findings.values.assign(world.findings.values.rbegin(), world.findings.values.rend());
        const auto conditions = std::exchange(knowledge.conditions, {});
        knowledge.conditions.assign(conditions.rbegin(), conditions.rend());
        for (auto& condition : knowledge.conditions) {
            condition.modifiers.clear();
            const auto likelihoods = std::exchange(condition.likelihoods, {});
            for (auto it = likelihoods.rbegin(); it != likelihoods.rend(); ++it) {
                condition.likelihoods.push_back(*it);
                condition.likelihoods.back().finding =
                    static_cast<std::uint32_t>(count - 1 - it->finding);
            }
        }
        World plain = world;
        for (auto& condition : plain.made.knowledge().conditions) {
            condition.modifiers.clear();
        }
        const auto before = rank(plain.findings, {}, plain.made.knowledge());
        const auto after = rank(turned.findings, {}, knowledge);
        for (const auto& one : before) {
            const auto& same = ranked(after, one.condition.text());
            RC_ASSERT(std::abs(one.probability.value() - same.probability.value()) < 1e-9);
            RC_ASSERT(std::abs(one.high.value() - same.high.value()) < 1e-9);
            RC_ASSERT(one.supporting.size() == same.supporting.size());
        }
    }));
}

TEST_CASE("an answer that cannot be given changes nothing") {
    CHECK(rc::check([] {
        World world = any_world();
        const auto before = rank(world.findings, {}, world.made.knowledge());
        for (auto& value : world.findings.values) {
            value.truth = value.truth == Truth::not_asked ? Truth::unknown : value.truth;
        }
        const auto after = rank(world.findings, {}, world.made.knowledge());
        for (std::size_t i = 0; i < before.size(); ++i) {
            RC_ASSERT(before[i].condition == after[i].condition);
            RC_ASSERT(before[i].probability == after[i].probability);
            RC_ASSERT(before[i].low == after[i].low);
        }
    }));
}

TEST_CASE("wider figures never narrow an interval") {
    CHECK(rc::check([] {
        const World world = any_world();
        World wider = world;
        const double factor = between(1, 5);
        for (auto& condition : wider.made.knowledge().conditions) {
            condition.weight.low /= factor;
            condition.weight.high *= factor;
        }
        const auto before = rank(world.findings, {}, world.made.knowledge());
        const auto after = rank(wider.findings, {}, wider.made.knowledge());
        for (std::size_t i = 0; i < before.size(); ++i) {
            RC_ASSERT(before[i].probability == after[i].probability);
            RC_ASSERT(after[i].low.value() <= before[i].low.value() + 1e-12);
            RC_ASSERT(after[i].high.value() >= before[i].high.value() - 1e-12);
        }
    }));
}
