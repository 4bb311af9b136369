// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "load/step_dose.hpp"
#include "model/tissue.hpp"

namespace footsure::load {

struct TissueTimes {
    double clearing;    ///< days until a dose has fallen to 1/e
    double adaptation;  ///< days until the accustomed dose has moved by 1 - 1/e
    double kept;        ///< a day without load counts as so much of one in a long pause
};

[[nodiscard]] const TissueTimes& times_of(Tissue tissue);

[[nodiscard]] double days_between(Instant from, Instant to);

/// D and A of tissue-load-model section 6 for one leg's Tissue; one update costs two exponentials,
/// however long the history.
class RunningState {
public:
    /// Used to `accustomed` a day, with what such a life leaves unresolved.
    RunningState(Tissue tissue, EasyKm accustomed, Instant at);

    /// Needs: not before the last instant.
    void advance(Instant to);
    /// A session that ends now.
    void add(EasyKm dose, double log_sd);

    [[nodiscard]] TissueState state() const;
    /// Of the unresolved dose.
    [[nodiscard]] double log_sd() const;
    /// The unresolved dose at which rho would be this.
    [[nodiscard]] EasyKm unresolved_at(double utilisation) const;

private:
    const TissueTimes* times_;
    EasyKm accustomed_;
    EasyKm unresolved_;
    EasyKm spread_;  ///< unresolved doses, each times its own spread
    Instant at_;
    Instant last_session_;
};

}  // namespace footsure::load
