// SPDX-License-Identifier: Apache-2.0
#include "findings/small_case_test.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace footsure;
using namespace std::chrono_literals;
using findings::at_hour;
using findings::SmallCase;

namespace {

using Options = std::vector<std::string>;

/// A danger question answered so long before now, with the Episode's start so many days ago.
Truth danger_after(Said said, std::chrono::microseconds age, int started_days_ago,
                   Truth danger_answer = Truth::yes) {
    SmallCase one;
    one.ask_danger("sign").danger_answer = danger_answer;
    one.episode().started_on =
        day_of(one.file.at.at, one.file.at.offset) - std::chrono::days(started_days_ago);
    one.answer("sign", said, one.file.at.at - age);
    return one.truth("sign");
}

constexpr std::chrono::microseconds kDay = 24h;
constexpr std::chrono::microseconds kWeek = 7 * 24h;

}  // namespace

TEST_CASE("the latest answer wins, whatever the order in which they stand") {
    SmallCase one;
    one.ask("limp");
    one.answer("limp", Said::no, at_hour(11));
    one.answer("limp", Said::yes, at_hour(9));
    CHECK(one.truth("limp") == Truth::no);
    CHECK(one.find("limp").at == at_hour(11));
    one.answer("limp", Said::unknown, at_hour(12));
    CHECK(one.truth("limp") == Truth::unknown);
}

TEST_CASE("an answer says where it came from, and when only if it was dated") {
    SmallCase one;
    one.ask("limp");
    one.answer("limp", Said::yes, at_hour(11)).dated = false;
    CHECK(one.find("limp").from == "limp");
    CHECK_FALSE(one.find("limp").at);
}

TEST_CASE("facts after now are ignored, at now they count") {
    SmallCase one;
    one.ask("limp");
    one.answer("limp", Said::yes, at_hour(12) + 1us);
    CHECK(one.truth("limp") == Truth::not_asked);
    one.answer("limp", Said::no, at_hour(12));
    CHECK(one.truth("limp") == Truth::no);
}

TEST_CASE("the person's answers and those of the episode's check-ins count, others do not") {
    SmallCase one;
    for (const auto* id :
         {"of_person", "of_check_in", "of_any_check_in", "of_other", "of_future"}) {
        one.ask(id);
    }
    const auto yes = [&](const std::string& id) {
        return Answer{QuestionId(id), Said::yes, at_hour(10), true};
    };
    one.file.answers = {yes("of_person")};
    one.file.check_ins = {
        {.at = at_hour(10), .episode = EpisodeId("e1"), .answers = {yes("of_check_in")}},
        {.at = at_hour(10), .answers = {yes("of_any_check_in")}},
        {.at = at_hour(10), .episode = EpisodeId("e2"), .answers = {yes("of_other")}},
        {.at = at_hour(13), .episode = EpisodeId("e1"), .answers = {yes("of_future")}}};
    CHECK(one.truth("of_person") == Truth::yes);
    CHECK(one.truth("of_check_in") == Truth::yes);
    CHECK(one.truth("of_any_check_in") == Truth::yes);
    CHECK(one.truth("of_other") == Truth::not_asked);
    CHECK(one.truth("of_future") == Truth::not_asked);
}

TEST_CASE("in the first 72 hours the no to a danger sign holds for 24 hours") {
    CHECK(danger_after(Said::no, kDay, 2) == Truth::no);
    CHECK(danger_after(Said::no, kDay + 1us, 2) == Truth::not_asked);
    CHECK(danger_after(Said::unknown, kDay + 1us, 2) == Truth::not_asked);
}

TEST_CASE("later on the no to a danger sign holds for 7 days") {
    CHECK(danger_after(Said::no, kDay + 1us, 20) == Truth::no);
    CHECK(danger_after(Said::no, kWeek, 20) == Truth::no);
    CHECK(danger_after(Said::no, kWeek + 1us, 20) == Truth::not_asked);
}

TEST_CASE(
    "the first 72 hours end 72 hours after the day of the start began, on the runner's clock") {
    SmallCase one;
    one.ask_danger("sign");
    one.answer("sign", Said::no, at_hour(-72));
    one.episode().started_on = parse_day("2026-03-07");
    one.file.at = {at_hour(0), UtcOffset(0)};
    CHECK(one.truth("sign") == Truth::no);
    one.file.at = {at_hour(0) - 1us, UtcOffset(0)};
    CHECK(one.truth("sign") == Truth::not_asked);
    one.file.at = {at_hour(0), UtcOffset(-1h)};
    CHECK(one.truth("sign") == Truth::not_asked);
    one.file.at = {at_hour(1), UtcOffset(-1h)};
    CHECK(one.truth("sign") == Truth::no);
    one.file.at = {at_hour(-1), UtcOffset(1h)};
    CHECK(one.truth("sign") == Truth::no);
}

TEST_CASE("the yes to a danger sign does not expire") {
    CHECK(danger_after(Said::yes, kDay + 1h, 2) == Truth::yes);
    CHECK(danger_after(Said::yes, 10 * kWeek, 90) == Truth::yes);
}

TEST_CASE("where the danger is a no, it is the yes that expires") {
    CHECK(danger_after(Said::yes, kDay, 2, Truth::no) == Truth::yes);
    CHECK(danger_after(Said::yes, kDay + 1us, 2, Truth::no) == Truth::not_asked);
    CHECK(danger_after(Said::yes, kWeek + 1us, 20, Truth::no) == Truth::not_asked);
    CHECK(danger_after(Said::no, kDay + 1us, 2, Truth::no) == Truth::no);
    CHECK(danger_after(Said::no, 10 * kWeek, 90, Truth::no) == Truth::no);
}

TEST_CASE("an answer that is no danger sign does not expire") {
    SmallCase one;
    one.ask("limp");
    one.episode().started_on = parse_day("2026-03-09");
    one.answer("limp", Said::no, at_hour(-2000));
    CHECK(one.truth("limp") == Truth::no);
    CHECK(one.find().expired.empty());
}

TEST_CASE("what expired is named, so that it can be asked again") {
    SmallCase one;
    one.ask("filler");
    one.ask_danger("sign");
    one.answer("sign", Said::no, at_hour(12) - kWeek - 1us);
    CHECK(one.find().expired == std::vector<std::uint32_t>{1});
    CHECK_FALSE(one.find("sign").at);
}

TEST_CASE("a danger screen expires sign by sign: the chosen one stays") {
    SmallCase one;
    one.ask_choices("screen", {"cold", "numb"}).red_flag = true;
    one.answer("screen", Options{"cold"}, at_hour(12) - kWeek - 1us);
    CHECK(one.truth("cold") == Truth::yes);
    CHECK(one.truth("numb") == Truth::not_asked);
}

TEST_CASE("a correction drops every earlier answer to its question, and only those") {
    SmallCase one;
    one.ask_choices("screen", {"cold", "numb"});
    one.ask("limp");
    one.answer("screen", Options{"cold"}, at_hour(8));
    one.answer("limp", Said::yes, at_hour(8));
    auto& correction = one.answer("screen", Options{}, at_hour(10));
    correction.corrects = true;
    correction.incomplete = true;
    CHECK(one.truth("cold") == Truth::not_asked);
    CHECK(one.truth("limp") == Truth::yes);
    one.answer("screen", Options{"numb"}, at_hour(11));
    CHECK(one.truth("numb") == Truth::yes);
    CHECK(one.truth("cold") == Truth::no);
}

TEST_CASE("a correction that lies in the future corrects nothing yet") {
    SmallCase one;
    one.ask("limp");
    one.answer("limp", Said::yes, at_hour(8));
    one.answer("limp", Said::no, at_hour(13)).corrects = true;
    CHECK(one.truth("limp") == Truth::yes);
}

TEST_CASE("a mistake corrected by now was one at every moment before") {
    SmallCase one;
    one.ask("limp");
    one.answer("limp", Said::yes, at_hour(8));
    one.answer("limp", Said::no, at_hour(10)).corrects = true;
    const LocalInstant between{at_hour(9), UtcOffset(0)};
    CHECK(findings::find(one.file, one.episode(), one.knowledge, between).values[0].truth ==
          Truth::not_asked);
    one.episode().answers.back().corrects = false;
    CHECK(findings::find(one.file, one.episode(), one.knowledge, between).values[0].truth ==
          Truth::yes);
}

TEST_CASE("what an incomplete list leaves out keeps what was said before") {
    SmallCase one;
    one.ask_choices("screen", {"cold", "numb"});
    one.answer("screen", Options{"cold"}, at_hour(8));
    one.answer("screen", Options{"numb"}, at_hour(9)).incomplete = true;
    CHECK(one.truth("cold") == Truth::yes);
    CHECK(one.truth("numb") == Truth::yes);
}

TEST_CASE("a complete list says no to what it leaves out, an incomplete one says nothing of it") {
    SmallCase one;
    one.ask_choices("screen", {"cold", "numb"});
    one.answer("screen", Options{"numb"}, at_hour(8));
    CHECK(one.truth("numb") == Truth::yes);
    CHECK(one.truth("cold") == Truth::no);
    one.episode().answers.back().incomplete = true;
    CHECK(one.truth("numb") == Truth::yes);
    CHECK(one.truth("cold") == Truth::not_asked);
}

TEST_CASE("an empty list means none of these; unknown means none is certain") {
    SmallCase one;
    one.ask_choices("screen", {"cold", "numb"});
    one.answer("screen", Options{}, at_hour(8));
    CHECK(one.truth("cold") == Truth::no);
    one.answer("screen", Said::unknown, at_hour(9));
    CHECK(one.truth("cold") == Truth::unknown);
    CHECK(one.truth("numb") == Truth::unknown);
}

TEST_CASE("an option without a finding, or one the knowledge no longer has, changes nothing") {
    SmallCase one;
    one.ask_choices("screen", {"cold"}).options.push_back({"none", "none", std::nullopt});
    one.answer("screen", Options{"none", "gone"}, at_hour(8));
    one.answer("retired_question", Said::yes, at_hour(8));
    CHECK(one.truth("cold") == Truth::no);
}

TEST_CASE("a number is kept with its finding; a later unknown takes it away") {
    SmallCase one;
    one.ask_number("pain_now");
    one.answer("pain_now", 6.5, at_hour(8));
    CHECK(one.find("pain_now").number == 6.5);
    CHECK(one.truth("pain_now") == Truth::yes);
    one.answer("pain_now", Said::unknown, at_hour(9));
    CHECK(one.truth("pain_now") == Truth::unknown);
    CHECK_FALSE(one.find("pain_now").number);
}
