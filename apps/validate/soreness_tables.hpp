// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/soreness.hpp"
#include "validate/sore_people.hpp"
#include "validate/statistics.hpp"

namespace footsure::validate {

/// Mean within-person correlation of the morning's own scale (low = sore) with a load before it.
struct LoadCorrelation {
    std::string of;  ///< `moving average, tau 2 d`, …
    double mean = 0;
    Interval interval;
    int persons = 0;
    double published = 0;
};

[[nodiscard]] std::vector<LoadCorrelation> load_correlations(const std::vector<SorePerson>& people);
[[nodiscard]] std::string text_of(const std::vector<LoadCorrelation>& correlations);

/// What Footsure says of each person at the end of the data.
struct PersonLink {
    std::string name;
    SorenessLink link;
};

[[nodiscard]] std::vector<PersonLink> person_links(const std::vector<SorePerson>& people);
[[nodiscard]] std::string text_of(const std::vector<PersonLink>& links);

/// How well a score of the evening before tells sore mornings apart.
struct SoreScore {
    std::string of;
    int mornings = 0;
    int sore = 0;
    int persons = 0;
    double pooled = 0;  ///< AUC over persons: each is unseen, nothing was fitted to others
    Interval pooled_interval;
    double within = 0;  ///< AUC of pairs within a person
    Interval within_interval;
};

/// By how much the AUC over persons of the expected soreness lies above that of a simple score.
struct SoreGain {
    std::string over;
    double gain = 0;
    Interval interval;
};

struct SoreScores {
    std::vector<SoreScore> all;     ///< mornings with all simple scores known
    std::vector<SoreScore> spoken;  ///< of them those on which Footsure gave an expectation
    std::vector<SoreGain> gains;    ///< on those
};

[[nodiscard]] SoreScores sore_scores(const std::vector<SorePerson>& people);
[[nodiscard]] std::string text_of(const SoreScores& scores);

}  // namespace footsure::validate
