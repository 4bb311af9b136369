// SPDX-License-Identifier: Apache-2.0
#include "differential/random_world_test.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace footsure;
using namespace footsure::differential::testing;
using differential::rank;

TEST_CASE("the ranking agrees with plain enumeration of single causes and pairs") {
    CHECK(rc::check([] {
        const World world = any_world();
        const auto expected = enumerate(world);
        const auto result = rank(world.findings, {}, world.made.knowledge());
        RC_ASSERT(result.size() == expected.size());
        for (const auto& one : result) {
            const auto& wanted = expected.at(one.condition.text());
            RC_ASSERT(std::abs(one.probability.value() - wanted.probability) < 1e-9);
            if (wanted.margin > 1e-6) {
                RC_ASSERT((one.together_with ? one.together_with->text() : "") == wanted.partner);
            }
        }
    }));
}

TEST_CASE("a belief agrees with plain enumeration of single causes, before and after an answer") {
    CHECK(rc::check([] {
        World world = any_world();
        const auto& knowledge = world.made.knowledge();
        const auto belief = differential::believe(world.findings, knowledge);
        const auto agrees = [&](std::span<const double> probabilities) {
            const auto expected = enumerate_singles(world);
            for (std::size_t c = 0; c < probabilities.size(); ++c) {
                const auto& id = knowledge.conditions[c].id.text();
                RC_ASSERT(std::abs(probabilities[c] - expected.at(id)) < 1e-9);
            }
        };
        agrees(belief.probabilities());
        const auto finding =
            static_cast<std::uint32_t>(*rc::gen::inRange(0, static_cast<int>(world.asked)));
        RC_PRE(!belief.is_known(finding));
        const auto truth = *rc::gen::element(Truth::yes, Truth::no);
        std::vector<double> after(knowledge.conditions.size());
        belief.after(finding, truth, after);
        world.findings.values[finding] = said(truth);
        agrees(after);
    }));
}

TEST_CASE("what an answer would tell is never negative and nothing without a second cause") {
    CHECK(rc::check([] {
        const World world = any_world();
        const auto& knowledge = world.made.knowledge();
        const auto belief = differential::believe(world.findings, knowledge);
        for (const auto& question : knowledge.questions) {
            const double bits = belief.information(question);
            RC_ASSERT(bits >= 0);
            RC_ASSERT(std::isfinite(bits));
            RC_ASSERT((knowledge.conditions.size() > 1 || bits < 1e-9));
        }
        for (std::uint32_t f = 0; f < knowledge.findings.size(); ++f) {
            RC_ASSERT((belief.share_yes(f) >= 0 && belief.share_yes(f) <= 1));
        }
    }));
}

TEST_CASE("probabilities fall in order, lie in their intervals and count pairs twice") {
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
        RC_ASSERT(sum > 1 - 1e-9);
        RC_ASSERT(sum < 2 + 1e-9);
    }));
}

TEST_CASE("the order of findings, likelihoods and conditions does not matter") {
    CHECK(rc::check([] {
        World plain = any_world();
        plain.forget_expressions();
        World turned = plain;
        turned.turn_round();
        const auto before = rank(plain.findings, {}, plain.made.knowledge());
        const auto after = rank(turned.findings, {}, turned.made.knowledge());
        for (const auto& one : before) {
            const auto& same = ranked(after, one.condition.text());
            RC_ASSERT(std::abs(one.probability.value() - same.probability.value()) < 1e-9);
            RC_ASSERT(std::abs(one.high.value() - same.high.value()) < 1e-9);
            RC_ASSERT(one.supporting.size() == same.supporting.size());
        }
    }));
}

TEST_CASE("what nobody said changes nothing, whatever is presumed of it") {
    CHECK(rc::check([] {
        World world = any_world();
        const auto before = rank(world.findings, {}, world.made.knowledge());
        for (std::size_t f = 0; f < world.asked; ++f) {
            auto& value = world.findings.values[f];
            if (value.truth == Truth::not_asked) {
                value =
                    *rc::gen::element(Finding{.truth = Truth::unknown, .from = "q"},
                                      Finding{.truth = Truth::no}, Finding{.truth = Truth::yes});
            }
        }
        const auto after = rank(world.findings, {}, world.made.knowledge());
        for (std::size_t i = 0; i < before.size(); ++i) {
            RC_ASSERT(before[i].condition == after[i].condition);
            RC_ASSERT(before[i].probability == after[i].probability);
            RC_ASSERT(before[i].low == after[i].low);
            RC_ASSERT(before[i].supporting.size() == after[i].supporting.size());
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
