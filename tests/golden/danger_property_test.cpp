// SPDX-License-Identifier: Apache-2.0
// How the answer must change, tried on every golden case and every danger sign.

#include "golden/golden_case.hpp"
#include "wire/wire.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace footsure;
using namespace footsure::golden;

namespace {

Answer* find_answer(std::vector<Answer>& answers, const QuestionId& question) {
    const auto it = std::ranges::find(answers, question, &Answer::question);
    return it == answers.end() ? nullptr : &*it;
}

/// The case with one more answer, as a person would give it: a sign is added to the screen's list.
CaseFile with_value(const CaseFile& from, const Question& question,
                    const decltype(Answer::value)& value, std::size_t episode) {
    CaseFile result = from;
    auto& answers = question.scope == QuestionScope::person || result.episodes.empty()
                        ? result.answers
                        : result.episodes[episode].answers;
    Answer* known = find_answer(answers, question.id);
    if (known == nullptr) {
        answers.push_back({.question = question.id, .value = value, .at = from.at.at});
        return result;
    }
    auto* list = std::get_if<std::vector<std::string>>(&known->value);
    const auto* added = std::get_if<std::vector<std::string>>(&value);
    if (list != nullptr && added != nullptr && question.kind != QuestionKind::choice) {
        list->insert(list->end(), added->begin(), added->end());
    } else {
        known->value = value;
    }
    return result;
}

/// Calls `check` with the case after each single danger sign.
template <class Check>
void for_each_sign(const GoldenCase& one, Check check) {
    for (const auto& question : knowledge().questions) {
        if (!question.red_flag) {
            continue;
        }
        for (std::size_t e = 0; e < std::max<std::size_t>(1, one.case_file.episodes.size()); ++e) {
            if (question.kind == QuestionKind::yes_no) {
                const auto said = question.danger_answer == Truth::no ? Said::no : Said::yes;
                check(question.id.text(), with_value(one.case_file, question, said, e));
            }
            for (const auto& option : question.options) {
                if (option.finding) {
                    check(option.id, with_value(one.case_file, question,
                                                std::vector<std::string>{option.id}, e));
                }
            }
            if (question.kind == QuestionKind::number) {
                check(question.id.text(), with_value(one.case_file, question, *question.max, e));
            }
        }
    }
}

}  // namespace

TEST_CASE("adding any danger sign to any case never lowers its level") {
    std::size_t tried = 0;
    for (const auto& one : all_cases()) {
        const auto before = answer(one.case_file).urgency.level();
        for_each_sign(one, [&](const std::string& sign, const CaseFile& changed) {
            ++tried;
            const auto after = answer(changed).urgency.level();
            if (after < before) {
                CAPTURE(one.name);
                CAPTURE(sign);
                CHECK(word(after) == word(before));
            }
        });
    }
    CHECK(tried > 2000);
}

TEST_CASE("an answer of unknown is never milder than no") {
    for (const auto& one : all_cases()) {
        for (const auto& question : knowledge().questions) {
            if (!question.red_flag || question.danger_answer == Truth::no) {
                continue;
            }
            const decltype(Answer::value) none = question.kind == QuestionKind::yes_no
                                                     ? decltype(Answer::value)(Said::no)
                                                     : std::vector<std::string>{};
            if (question.kind != QuestionKind::yes_no && question.kind != QuestionKind::choices) {
                continue;
            }
            CaseFile without = one.case_file;
            for (auto& episode : without.episodes) {
                std::erase_if(episode.answers,
                              [&](const Answer& a) { return a.question == question.id; });
            }
            std::erase_if(without.answers,
                          [&](const Answer& a) { return a.question == question.id; });
            CAPTURE(one.name);
            CAPTURE(question.id.text());
            const auto unknown = answer(with_value(without, question, Said::unknown, 0));
            const auto no = answer(with_value(without, question, none, 0));
            CHECK(unknown.urgency.level() >= no.urgency.level());
        }
    }
}

TEST_CASE("swapping the sides swaps the answer and nothing else") {
    for (const auto& one : all_cases()) {
        CaseFile mirrored = one.case_file;
        for (auto& episode : mirrored.episodes) {
            episode.side = episode.side == Side::left    ? Side::right
                           : episode.side == Side::right ? Side::left
                                                         : episode.side;
        }
        auto expected = answer(one.case_file);
        const auto swapped = answer(mirrored);
        REQUIRE(swapped.episodes.size() == expected.episodes.size());
        CAPTURE(one.name);
        CHECK(swapped.urgency.level() == expected.urgency.level());
        for (std::size_t i = 0; i < expected.episodes.size(); ++i) {
            const auto was = expected.episodes[i].side;
            const auto is = swapped.episodes[i].side;
            CHECK((was == Side::left) == (is == Side::right));
            CHECK((was == Side::right) == (is == Side::left));
            REQUIRE(swapped.episodes[i].differential.size() ==
                    expected.episodes[i].differential.size());
            CHECK(swapped.episodes[i].differential.front().condition ==
                  expected.episodes[i].differential.front().condition);
        }
    }
}

TEST_CASE("the order of answers and of episodes does not matter") {
    for (const auto& one : all_cases()) {
        CaseFile turned = one.case_file;
        std::ranges::reverse(turned.answers);
        for (auto& episode : turned.episodes) {
            std::ranges::reverse(episode.answers);
        }
        CAPTURE(one.name);
        CHECK(answer_text(turned) == answer_text(one.case_file));
        std::ranges::reverse(turned.episodes);
        CHECK(answer(turned).urgency.level() == answer(one.case_file).urgency.level());
    }
}

TEST_CASE("a danger sign in a check-in that names no known episode still acts") {
    const auto now = *parse_instant("2026-03-01T18:00:00+01:00");
    const auto reading = wire::read_case(
        R"({"schema":"footsure.case/1","at":"2026-03-01T18:00:00+01:00",
            "episodes":[{"id":"e1","answers":{}}],
            "checkins":[{"at":"2026-03-01T17:00:00+01:00","episode":"e9",
                         "answers":{"danger_limb":["foot_cold_or_pale"]}}]})",
        knowledge(), now);
    REQUIRE(reading.has_value());
    REQUIRE(reading->case_file.problems.size() == 1);
    CHECK(reading->case_file.problems.front().path == "checkins[0].episode");
    CHECK(answer(reading->case_file).urgency.level() == UrgencyLevel::emergency);
}
