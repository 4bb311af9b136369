// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <optional>

namespace footsure::load {

/// A weighted mean of what is measured; NaN is not.
class Mean {
public:
    void add(double value, double weight) {
        if (!std::isnan(value)) {
            sum_ += value * weight;
            weight_ += weight;
        }
    }

    [[nodiscard]] double weight() const { return weight_; }

    /// Needs: a weight.
    [[nodiscard]] double value() const { return sum_ / weight_; }

    template <class Q>
    [[nodiscard]] std::optional<Q> from(double least_weight) const {
        return weight_ > 0 && weight_ >= least_weight ? std::optional(Q(value())) : std::nullopt;
    }

private:
    double sum_ = 0;
    double weight_ = 0;
};

}  // namespace footsure::load
