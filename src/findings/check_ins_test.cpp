// SPDX-License-Identifier: Apache-2.0
#include "findings/small_case_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using findings::at_hour;
using findings::SmallCase;

namespace {

constexpr int kDay = 24;
const EpisodeId kOne{"e1"};

SmallCase with_signs() {
    SmallCase one;
    one.ask("walk_normally");
    one.ask_choices("trend", {"trend_improving", "trend_same", "trend_worsening"});
    one.ask_choices("past_problems", {"giving_way"});
    one.ask_choices("pain_character", {"pain_point", "pain_burning"});
    one.ask_number("cait_score");
    return one;
}

CheckIn in(int hours) {
    return {.at = at_hour(hours), .episode = kOne};
}

CheckIn pain(int days_before, double nrs) {
    CheckIn check_in = in(10 - days_before * kDay);
    check_in.pain_after = PainScore::of(nrs);
    return check_in;
}

CheckIn limping(int hours, Said said) {
    CheckIn check_in = in(hours);
    check_in.limp = said;
    return check_in;
}

CheckIn giving_way(int days_before) {
    CheckIn check_in = in(10 - days_before * kDay);
    check_in.gave_way = Said::yes;
    return check_in;
}

CheckIn scored(int hours, double cait) {
    CheckIn check_in = in(hours);
    check_in.measures = {{MeasureKind::cait, Side::unknown, cait}};
    return check_in;
}

}  // namespace

TEST_CASE("a limp is not walking normally; that there is none says nothing") {
    auto one = with_signs();
    one.file.check_ins = {limping(9, Said::no)};
    CHECK(one.truth("walk_normally") == Truth::not_asked);
    one.file.check_ins = {limping(9, Said::unknown)};
    CHECK(one.truth("walk_normally") == Truth::not_asked);
    one.file.check_ins = {limping(9, Said::yes)};
    CHECK(one.truth("walk_normally") == Truth::no);
    CHECK(one.find("walk_normally").from == "checkins");
    CHECK(one.find("walk_normally").at == at_hour(9));
}

TEST_CASE("between a limp and an answer the later one counts, an undated one never clears") {
    auto one = with_signs();
    one.file.check_ins = {limping(9, Said::yes)};
    one.answer("walk_normally", Said::yes, at_hour(8));
    CHECK(one.truth("walk_normally") == Truth::no);
    one.answer("walk_normally", Said::yes, at_hour(10));
    CHECK(one.truth("walk_normally") == Truth::yes);
    one.episode().answers.clear();
    one.answer("walk_normally", Said::yes, at_hour(12)).dated = false;
    CHECK(one.truth("walk_normally") == Truth::no);
}

TEST_CASE("no limp in a later check-in leaves the answer as it was, in any order") {
    auto one = with_signs();
    one.answer("walk_normally", Said::no, at_hour(7));
    one.file.check_ins = {limping(11, Said::no), limping(9, Said::yes)};
    CHECK(one.truth("walk_normally") == Truth::no);
    one.episode().answers.clear();
    CHECK(one.truth("walk_normally") == Truth::not_asked);
}

TEST_CASE("signs of another episode or of later are ignored, those of the person count") {
    auto one = with_signs();
    CheckIn other = limping(9, Said::yes);
    other.episode = EpisodeId("e2");
    one.file.check_ins = {other, limping(13, Said::yes)};
    CHECK(one.truth("walk_normally") == Truth::not_asked);
    other.episode = EpisodeId();
    one.file.check_ins.push_back(other);
    CHECK(one.truth("walk_normally") == Truth::no);
}

TEST_CASE("giving way counts from the second time within six months") {
    auto one = with_signs();
    one.file.check_ins = {giving_way(1)};
    CHECK(one.truth("giving_way") == Truth::not_asked);
    one.file.check_ins = {giving_way(1), giving_way(200)};
    CHECK(one.truth("giving_way") == Truth::not_asked);
    one.file.check_ins = {giving_way(1), giving_way(100)};
    CHECK(one.truth("giving_way") == Truth::yes);
    one.answer("past_problems", std::vector<std::string>{}, at_hour(-kDay * 30));
    CHECK(one.truth("giving_way") == Truth::yes);
}

TEST_CASE("an ache on one point of a bone is pain on one point and nothing else") {
    auto one = with_signs();
    one.answer("pain_character", std::vector<std::string>{"pain_burning"}, at_hour(1));
    CheckIn ache = in(9);
    ache.focal_ache = Said::yes;
    one.file.check_ins = {ache};
    CHECK(one.truth("pain_point") == Truth::yes);
    CHECK(one.truth("pain_burning") == Truth::yes);
    one.file.check_ins[0].focal_ache = Said::no;
    CHECK(one.truth("pain_point") == Truth::no);
}

TEST_CASE("pain that rises two weeks in a row is getting worse, whatever was said before") {
    auto one = with_signs();
    one.answer("trend", std::vector<std::string>{"trend_improving"}, at_hour(-kDay * 20));
    one.file.check_ins = {pain(16, 1), pain(9, 2), pain(2, 3)};
    CHECK(one.truth("trend_worsening") == Truth::yes);
    CHECK(one.truth("trend_improving") == Truth::no);
    one.answer("trend", std::vector<std::string>{"trend_same"}, at_hour(11));
    CHECK(one.truth("trend_worsening") == Truth::no);
    CHECK(one.truth("trend_same") == Truth::yes);
}

TEST_CASE("one bad day, one bad week or a week without a word is no trend") {
    auto one = with_signs();
    one.file.check_ins = {pain(16, 1), pain(9, 2), pain(4, 1), pain(3, 2), pain(2, 9)};
    CHECK(one.truth("trend_worsening") == Truth::not_asked);
    one.file.check_ins = {pain(16, 3), pain(9, 3), pain(2, 5)};
    CHECK(one.truth("trend_worsening") == Truth::not_asked);
    one.file.check_ins = {pain(16, 1), pain(2, 5)};
    CHECK(one.truth("trend_worsening") == Truth::not_asked);
    one.file.check_ins = {pain(23, 1), pain(16, 5), pain(9, 4), pain(2, 3)};
    CHECK(one.truth("trend_worsening") == Truth::not_asked);
}

TEST_CASE("check-ins after now make no trend") {
    auto one = with_signs();
    one.file.check_ins = {pain(9, 1), pain(2, 2), pain(-5, 9)};
    CHECK(one.truth("trend_worsening") == Truth::not_asked);
}

TEST_CASE("a CAIT score of a check-in is that question's answer; the latest one holds") {
    auto one = with_signs();
    one.file.check_ins = {scored(9, 22), scored(8, 29)};
    CHECK(one.find("cait_score").number == 22);
    one.answer("cait_score", 27.0, at_hour(8));
    CHECK(one.find("cait_score").number == 22);
    one.answer("cait_score", 26.0, at_hour(10));
    CHECK(one.find("cait_score").number == 26);
}
