// SPDX-License-Identifier: Apache-2.0
#include "model/measure.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <vector>

using namespace footsure;

namespace {

constexpr double kNotApplicable = std::numeric_limits<double>::quiet_NaN();

double score(MeasureKind kind, const std::vector<double>& items) {
    const auto made = score_of(kind, items);
    CAPTURE(word(kind));
    REQUIRE_MESSAGE(made.has_value(), (made ? "" : made.error()));
    return *made;
}

std::string refused(MeasureKind kind, const std::vector<double>& items) {
    const auto made = score_of(kind, items);
    return made ? "score " + std::to_string(*made) : made.error();
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::vector<double> all(std::size_t count, double value) {
    return std::vector<double>(count, value);
}

}  // namespace

TEST_CASE("each form's best and worst answers give the ends of its published range") {
    CHECK(score(MeasureKind::visa_a, {10, 10, 10, 10, 10, 10, 10, 30}) == 100);
    CHECK(score(MeasureKind::visa_a, all(8, 0)) == 0);
    CHECK(score(MeasureKind::cait, {5, 4, 3, 3, 2, 3, 4, 3, 3}) == 30);
    CHECK(score(MeasureKind::cait, all(9, 0)) == 0);
    CHECK(score(MeasureKind::uwri, all(9, 4)) == 36);
    CHECK(score(MeasureKind::faam_adl, all(21, 4)) == 100);
    CHECK(score(MeasureKind::faam_sport, all(8, 4)) == 100);
    CHECK(score(MeasureKind::faam_sport, all(8, 0)) == 0);
    CHECK(score(MeasureKind::weekly_score, all(4, 3)) == 100);
    CHECK(score(MeasureKind::weekly_score, all(4, 0)) == 0);
}

TEST_CASE("sums stand at the published cut-offs") {
    // CAIT 25 is the recalibrated cut, IdFAI 11 the cut, UWRI 30 the gate.
    CHECK(score(MeasureKind::cait, {4, 3, 3, 2, 2, 2, 3, 3, 3}) == 25);
    CHECK(score(MeasureKind::idfai, {2, 1, 1, 1, 1, 1, 1, 1, 1, 1}) == 11);
    CHECK(score(MeasureKind::uwri, {4, 4, 4, 3, 3, 3, 3, 3, 3}) == 30);
    // A mean pre-surgical VISA-A of 44.
    CHECK(score(MeasureKind::visa_a, {6, 6, 6, 6, 5, 5, 3, 7}) == 44);
}

TEST_CASE("FAAM is the share of the answered items; too few make no score") {
    auto items = all(21, 3);
    CHECK(score(MeasureKind::faam_adl, items) == 75);
    items[0] = items[20] = kNotApplicable;
    CHECK(score(MeasureKind::faam_adl, items) == 75);
    items[5] = 1;
    CHECK(score(MeasureKind::faam_adl, items) == doctest::Approx(100.0 * 55 / 76));
    items[1] = kNotApplicable;
    CHECK(has(refused(MeasureKind::faam_adl, items), "at least 19 of 21"));
    auto sport = all(8, 2);
    sport[3] = kNotApplicable;
    CHECK(score(MeasureKind::faam_sport, sport) == 50);
    sport[4] = kNotApplicable;
    CHECK(has(refused(MeasureKind::faam_sport, sport), "at least 7 of 8"));
}

TEST_CASE("the weekly score adds 0, 8, 17 and 25, behind the gate of its first answer") {
    CHECK(score(MeasureKind::weekly_score, {1, 1, 1, 1}) == 32);
    CHECK(score(MeasureKind::weekly_score, {2, 1, 0, 2}) == 17 + 8 + 0 + 17);
    CHECK(score(MeasureKind::weekly_score, {1, 3, 2, 0}) == 8 + 25 + 17 + 0);
    CHECK(score(MeasureKind::weekly_score, {3, 0, 0, 0}) == 100);
    CHECK(score(MeasureKind::weekly_score, {3, kNotApplicable, kNotApplicable, kNotApplicable}) ==
          100);
    CHECK(score(MeasureKind::weekly_score, {0, kNotApplicable, kNotApplicable, kNotApplicable}) ==
          0);
    CHECK(has(refused(MeasureKind::weekly_score, {0, 0, 2, 0}), "otherwise"));
    CHECK(has(refused(MeasureKind::weekly_score, {1, 1, kNotApplicable, 1}), "every question"));
    CHECK(has(refused(MeasureKind::weekly_score, {kNotApplicable, 1, 1, 1}), "first question"));
}

TEST_CASE("what cannot be an answer is named with its item") {
    CHECK(has(refused(MeasureKind::visa_a, {10, 10, 10, 10, 10, 10, 11, 30}), "item 7"));
    CHECK(has(refused(MeasureKind::visa_a, {10, 10, 10, 10, 10, 10, 10, 31}), "0 to 30"));
    CHECK(has(refused(MeasureKind::visa_a, {10, 10, 10, 10, 10, 10, 10, -1}), "item 8"));
    CHECK(has(refused(MeasureKind::cait, {5, 4, 3, 3, 3, 3, 4, 3, 3}), "item 5"));
    CHECK(has(refused(MeasureKind::uwri, {4, 4, 4, 2.5, 3, 3, 3, 3, 3}), "whole number"));
    CHECK(has(refused(MeasureKind::weekly_score, {4, 0, 0, 0}), "0 to 3"));
    CHECK(
        has(refused(MeasureKind::uwri, all(9, std::numeric_limits<double>::infinity())), "item 1"));
    CHECK(has(refused(MeasureKind::idfai, all(10, 4)), "between 0 and 37"));
}

TEST_CASE("a form that is not whole is refused with the number of its items") {
    CHECK(has(refused(MeasureKind::visa_a, all(7, 1)), "8 items, 7"));
    CHECK(has(refused(MeasureKind::cait, {}), "9 items, 0"));
    CHECK(has(refused(MeasureKind::weekly_score, all(5, 1)), "4 items, 5"));
    for (const auto kind : {MeasureKind::visa_a, MeasureKind::cait, MeasureKind::uwri}) {
        auto items = all(kind == MeasureKind::visa_a ? 8 : 9, 1);
        items.back() = kNotApplicable;
        CHECK(has(refused(kind, items), "every item must be answered"));
    }
}

TEST_CASE("one number is the total of the form, inside its range") {
    CHECK(score(MeasureKind::visa_a, {72.5}) == 72.5);
    CHECK(score(MeasureKind::faam_adl, {100}) == 100);
    CHECK(score(MeasureKind::weekly_score, {41}) == 41);
    CHECK(has(refused(MeasureKind::cait, {31}), "between 0 and 30"));
    CHECK(has(refused(MeasureKind::uwri, {-1}), "between 0 and 36"));
    CHECK(has(refused(MeasureKind::idfai, {kNotApplicable}), "between 0 and 37"));
}

TEST_CASE("what is counted or measured is no score") {
    CHECK(has(refused(MeasureKind::heel_raises, {20}), "no score"));
    CHECK(has(refused(MeasureKind::confidence, all(4, 1)), "no score"));
}
