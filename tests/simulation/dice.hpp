// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>

namespace footsure::simulation {

/// Random numbers that are the same with every standard library: mt19937 and own distributions.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : random_(seed) {}

    [[nodiscard]] double uniform() {
        return (static_cast<double>(random_()) + 0.5) / 4294967296.0;  // 2^32
    }

    [[nodiscard]] double between(double low, double high) { return low + (high - low) * uniform(); }

    /// Every factor between is as likely as every other.
    [[nodiscard]] double by_factor(double low, double high) {
        return low * std::pow(high / low, uniform());
    }

    [[nodiscard]] double normal() {
        const double radius = std::sqrt(-2 * std::log(uniform()));
        return radius * std::cos(2 * std::numbers::pi * uniform());
    }

    [[nodiscard]] bool happens(double probability) { return uniform() < probability; }

private:
    std::mt19937 random_;
};

}  // namespace footsure::simulation
