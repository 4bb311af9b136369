// SPDX-License-Identifier: Apache-2.0
#include "findings/notes.hpp"
#include "findings/small_case_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using findings::at_hour;
using findings::SmallCase;

namespace {

/// One danger sign with a few phrases, and one whose words mean "no".
SmallCase with_notes(std::string notes) {
    SmallCase one;
    const auto cold = *one.ask("cold").finding;
    const auto steps = *one.ask("four_steps").finding;
    const auto numb = *one.ask("numb").finding;
    one.knowledge.danger_words = {
        {.finding = cold, .phrases = {"foot is cold", "white toes"}},
        {.finding = steps, .meaning = Truth::no, .phrases = {"can't walk", "cannot walk"}},
        {.finding = numb, .phrases = {"no feeling", "numb"}}};
    one.episode().notes = std::move(notes);
    return one;
}

bool said(std::string notes) {
    return with_notes(std::move(notes)).truth("cold") == Truth::yes;
}

bool asked(std::string notes) {
    const auto one = with_notes(std::move(notes));
    return one.truth("cold") == Truth::not_asked &&
           one.find().asked_by_notes == std::vector<std::uint32_t>{0};
}

bool missed(std::string notes) {
    const auto one = with_notes(std::move(notes));
    return one.truth("cold") == Truth::not_asked && one.find().asked_by_notes.empty();
}

}  // namespace

TEST_CASE("a danger phrase raises, in any case and between any signs") {
    CHECK(said("foot is cold"));
    CHECK(said("My FOOT  is\tCold!!"));
    CHECK(said("it hurts... (foot is cold)"));
    CHECK(said("foot-is-cold"));
    CHECK(with_notes("foot is cold").find("cold").from == "notes");
}

TEST_CASE("only whole words in sequence within a clause are a hit") {
    CHECK(missed("foot is colder than usual"));
    CHECK(missed("barefoot is cold"));
    CHECK(missed("foot is very cold"));
    CHECK(missed("foot is. Cold"));
    CHECK(missed("cold is foot"));
    CHECK(missed("foot is"));
    CHECK(missed(""));
    CHECK(missed("foot is cold\xC3\xA9"));
}

TEST_CASE("negated in its own clause it only asks") {
    CHECK(asked("I would not say my foot is cold"));
    CHECK(asked("never white toes"));
    CHECK(asked("Without white toes"));
    CHECK(asked("no white toes"));
    CHECK(asked("It isn't that the foot is cold"));
    CHECK(asked("I didn't notice white toes"));
}

TEST_CASE("a negation does not reach over the end of its clause") {
    for (const auto* notes :
         {"I did not fall, foot is cold", "not swollen. foot is cold", "no wound; foot is cold",
          "not sure why: foot is cold", "no idea!foot is cold", "why not? foot is cold",
          "no fever\nfoot is cold", "(no fever) foot is cold", "foot is cold, not swollen"}) {
        CAPTURE(notes);
        CHECK(said(notes));
    }
}

TEST_CASE("a negation does not reach over but, however or although") {
    CHECK(said("it does not hurt but foot is cold"));
    CHECK(said("no swelling BUT foot is cold"));
    CHECK(said("never hurt however foot is cold"));
    CHECK(said("not swollen although foot is cold"));
    CHECK(asked("not hurt, but not that the foot is cold"));
    CHECK(asked("butter is no reason foot is cold"));
}

TEST_CASE("a negation after the phrase, or inside another word, does not count") {
    CHECK(said("foot is cold and not only today"));
    CHECK(said("nothing but knots, another foot is cold"));
    CHECK(said("noticed foot is cold"));
}

TEST_CASE("said once without a negation is said") {
    CHECK(said("not white toes, yet white toes at night"));
    CHECK(said("white toes, not white toes"));
    CHECK(said("white toes are not always white toes"));
}

TEST_CASE("typographic apostrophes are apostrophes") {
    CHECK(with_notes("I can\xE2\x80\x99t walk").truth("four_steps") == Truth::no);
    CHECK(with_notes("I can't walk").truth("four_steps") == Truth::no);
    CHECK(asked("It isn\xE2\x80\x99t that the foot is cold"));
    CHECK(asked("I don\xE2\x80\x99t have white toes"));
}

TEST_CASE("a negation that belongs to the phrase does not negate it") {
    CHECK(with_notes("no feeling in the toes").truth("numb") == Truth::yes);
    CHECK(with_notes("there is never no feeling").truth("numb") == Truth::not_asked);
}

TEST_CASE("words that mean no make their finding no") {
    auto one = with_notes("I cannot walk");
    CHECK(one.truth("four_steps") == Truth::no);
    CHECK(one.find().contradictions.empty());
    one.answer("four_steps", Said::yes, at_hour(8));
    CHECK(one.truth("four_steps") == Truth::no);
    CHECK(one.find().contradictions.size() == 1);
}

TEST_CASE("a hit against a structured no is a contradiction, and the safer reading holds") {
    auto one = with_notes("since today my foot is cold");
    one.answer("cold", Said::no, at_hour(8));
    const auto result = one.find();
    CHECK(one.truth("cold") == Truth::yes);
    REQUIRE(result.contradictions.size() == 1);
    CHECK(result.contradictions[0].finding == 0);
    CHECK(result.contradictions[0].question == "cold");
    CHECK(result.contradictions[0].text.find("foot is cold") != std::string::npos);
}

TEST_CASE("a hit that agrees with the answer leaves it and its time alone") {
    auto one = with_notes("foot is cold");
    one.answer("cold", Said::yes, at_hour(8));
    CHECK(one.find().contradictions.empty());
    CHECK(one.find("cold").from == "cold");
    CHECK(one.find("cold").at == at_hour(8));
}

TEST_CASE("a hit turns unknown into yes without a contradiction") {
    auto one = with_notes("foot is cold");
    one.answer("cold", Said::unknown, at_hour(8));
    CHECK(one.truth("cold") == Truth::yes);
    CHECK(one.find().contradictions.empty());
}

TEST_CASE("notes never lower: a negated hit leaves every answer as it was") {
    for (const auto answer : {Said::yes, Said::no, Said::unknown}) {
        auto one = with_notes("no white toes");
        one.answer("cold", answer, at_hour(8));
        auto without = one;
        without.episode().notes.clear();
        CHECK(one.truth("cold") == without.truth("cold"));
        CHECK(one.find().contradictions.empty());
    }
}

TEST_CASE("each danger word is one hit, however often it stands there") {
    const auto one = with_notes("");
    const auto hits =
        findings::search_notes("foot is cold, white toes. White toes, numb", one.knowledge);
    REQUIRE(hits.size() == 2);
    CHECK(hits[0].finding == 0);
    CHECK(hits[0].kind == findings::NoteHitKind::said);
    CHECK(hits[1].finding == 2);
}

TEST_CASE("long and hostile notes are searched to the end") {
    CHECK(said(std::string(1'000'000, ',') + "foot is cold"));
    CHECK(said(std::string(200'000, 'x') + " foot is cold"));
    CHECK(missed(std::string("foot is \xFF\xFE\x00 cold", 15)));
    CHECK(missed("\xE2\x80"));
}
