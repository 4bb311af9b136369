// SPDX-License-Identifier: Apache-2.0
#include "validate/statistics.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace footsure::validate;

namespace {

Scored row(double score, Outcome outcome, int person = 0) {
    return {score, outcome, person, 0};
}

}  // namespace

TEST_CASE("auc: pairs, ties half, nothing without both outcomes") {
    const std::vector<Scored> rows{row(1, Outcome::no), row(2, Outcome::yes), row(3, Outcome::no),
                                   row(4, Outcome::yes)};
    CHECK(auc(rows) == doctest::Approx(0.75));
    const std::vector<Scored> tied{row(1, Outcome::no), row(1, Outcome::yes), row(0, Outcome::no)};
    CHECK(auc(tied) == doctest::Approx(0.75));
    const std::vector<Scored> one{row(1, Outcome::no), row(2, Outcome::no)};
    CHECK(std::isnan(auc(one)));
}

TEST_CASE("auc within a person: a person who always scores high does not help") {
    const std::vector<Scored> rows{row(1, Outcome::yes, 1), row(2, Outcome::no, 1),
                                   row(8, Outcome::yes, 2), row(9, Outcome::no, 2),
                                   row(9, Outcome::yes, 3)};
    CHECK(auc_within(rows) == 0);
    CHECK(auc(rows) == doctest::Approx(2.5 / 6));
}

TEST_CASE("gain: a score against its rival on the same rows") {
    std::vector<Scored> rows{row(1, Outcome::no), row(2, Outcome::yes)};
    CHECK(auc_gain(rows) == 0.5);
    rows[0].rival = 3;
    CHECK(auc_gain(rows) == 1);
}

TEST_CASE("correlation, spread and median") {
    const std::vector<double> x{1, 2, 3, 4};
    const std::vector<double> y{2, 4, 6, 8};
    const std::vector<double> same{5, 5, 5, 5};
    CHECK(correlation(x, y) == doctest::Approx(1));
    CHECK(std::isnan(correlation(x, same)));
    CHECK(standard_deviation(x) == doctest::Approx(std::sqrt(5.0 / 3)));
    CHECK(median({4, 1, 3}) == 3);
    CHECK(median({4, 1, 3, 2}) == 2.5);
}

TEST_CASE("intervals draw persons, are the same each time, and shrink with more persons") {
    std::vector<Scored> few;
    std::vector<Scored> many;
    Generator random(7);
    for (int person = 0; person < 200; ++person) {
        for (int i = 0; i < 4; ++i) {
            const auto outcome = random.below(2) == 0 ? Outcome::no : Outcome::yes;
            const double shift = outcome == Outcome::yes ? 30 : 0;
            many.push_back(row(static_cast<double>(random.below(100)) + shift, outcome, person));
            if (person < 20) {
                few.push_back(many.back());
            }
        }
    }
    const Interval narrow = over_persons(many, auc);
    const Interval wide = over_persons(few, auc);
    CHECK(narrow.low < auc(many));
    CHECK(narrow.high > auc(many));
    CHECK(wide.high - wide.low > narrow.high - narrow.low);
    CHECK(over_persons(many, auc).low == narrow.low);
    // One person only: each draw is that person again.
    const std::vector<Scored> alone{row(1, Outcome::no), row(2, Outcome::yes)};
    CHECK(over_persons(alone, auc).low == 1);
}
