// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/result.hpp"

#include <cmath>
#include <compare>

namespace footsure {

/// A number with its dimension as type, in SI (or the unit its alias names).
/// Adding two different dimensions does not compile.
template <class Dimension>
class Quantity {
public:
    constexpr Quantity() = default;

    constexpr explicit Quantity(double value) : value_(value) {}

    [[nodiscard]] constexpr double value() const { return value_; }

    constexpr auto operator<=>(const Quantity&) const = default;

    constexpr Quantity operator+(Quantity o) const { return Quantity(value_ + o.value_); }

    constexpr Quantity operator-(Quantity o) const { return Quantity(value_ - o.value_); }

    constexpr Quantity operator-() const { return Quantity(-value_); }

    constexpr Quantity operator*(double f) const { return Quantity(value_ * f); }

    constexpr Quantity operator/(double f) const { return Quantity(value_ / f); }

    constexpr double operator/(Quantity o) const { return value_ / o.value_; }

    constexpr Quantity& operator+=(Quantity o) {
        value_ += o.value_;
        return *this;
    }

private:
    double value_ = 0;
};

using Metres = Quantity<struct LengthDimension>;
using Seconds = Quantity<struct DurationDimension>;
using MetresPerSecond = Quantity<struct SpeedDimension>;
using Kilograms = Quantity<struct MassDimension>;
using Watts = Quantity<struct PowerDimension>;
/// Slope of the ground in degrees, uphill positive.
using Degrees = Quantity<struct AngleDimension>;
/// Latitude or longitude in degrees.
using GeoDegrees = Quantity<struct GeoDimension>;
/// Steps of both feet per minute.
using Cadence = Quantity<struct CadenceDimension>;
using BeatsPerMinute = Quantity<struct HeartRateDimension>;
/// Force divided by the runner's own weight.
using BodyWeights = Quantity<struct BodyWeightDimension>;
/// Plantarflexion moment over body mass, N·m/kg.
using MomentPerMass = Quantity<struct MomentDimension>;
/// A part of a whole, 0 to 1 (the left foot's share of contact time, for example).
using Share = Quantity<struct ShareDimension>;
/// Tissue dose of one kilometre at 3.0 m/s on level road, per leg.
using EasyKm = Quantity<struct EasyKmDimension>;

constexpr MetresPerSecond operator/(Metres d, Seconds t) {
    return MetresPerSecond(d.value() / t.value());
}

constexpr Metres operator*(MetresPerSecond v, Seconds t) {
    return Metres(v.value() * t.value());
}

/// A probability; made only through `of`, which refuses what is not in [0, 1].
class Probability {
public:
    constexpr Probability() = default;

    static Probability of(double p) {
        expects(p >= 0.0 && p <= 1.0, "a probability lies in [0, 1]");
        return Probability(p);
    }

    [[nodiscard]] constexpr double value() const { return value_; }

    constexpr auto operator<=>(const Probability&) const = default;

private:
    constexpr explicit Probability(double p) : value_(p) {}

    double value_ = 0;
};

/// How much more likely a Finding is with a Condition than without; positive.
class LikelihoodRatio {
public:
    constexpr LikelihoodRatio() = default;

    static LikelihoodRatio of(double r) {
        expects(r > 0.0 && std::isfinite(r), "a likelihood ratio is positive");
        return LikelihoodRatio(r);
    }

    [[nodiscard]] constexpr double value() const { return value_; }

    constexpr auto operator<=>(const LikelihoodRatio&) const = default;

private:
    constexpr explicit LikelihoodRatio(double r) : value_(r) {}

    double value_ = 1;
};

/// Pain on the numeric rating scale, 0 (none) to 10 (worst imaginable).
class PainScore {
public:
    constexpr PainScore() = default;

    static PainScore of(double nrs) {
        expects(nrs >= 0.0 && nrs <= 10.0, "a pain score lies in [0, 10]");
        return PainScore(nrs);
    }

    [[nodiscard]] constexpr double value() const { return value_; }

    constexpr auto operator<=>(const PainScore&) const = default;

private:
    constexpr explicit PainScore(double nrs) : value_(nrs) {}

    double value_ = 0;
};

}  // namespace footsure
