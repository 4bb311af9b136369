// SPDX-License-Identifier: Apache-2.0
// How many questions the interview asks the people of the stories: what a story tells is answered
// so; of a list that it does not touch, nothing applies; without a moment it began slowly;
// everything else is "cannot say".

#include "golden/golden_case.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <set>
#include <string>

using namespace footsure;
using namespace footsure::golden;

namespace {

const Answer* told(const CaseFile& story, const QuestionId& question) {
    const auto& episode = story.episodes.front();
    for (const auto* answers : {&episode.answers, &story.answers}) {
        const auto it = std::ranges::find(*answers, question, &Answer::question);
        if (it != answers->end()) {
            return &*it;
        }
    }
    return nullptr;
}

/// What somebody says whose story does not tell it.
Answer untold(const Question& question, Instant at) {
    Answer answer{.question = question.id, .value = Said::unknown, .at = at};
    if (question.id.text() == "onset") {  // a story that names no moment had none
        answer.value = std::vector<std::string>{"onset_gradual"};
        return answer;
    }
    if (question.kind == QuestionKind::choices) {
        answer.value = std::vector<std::string>{};
    } else if (question.red_flag && question.kind == QuestionKind::yes_no) {
        answer.value = question.danger_answer == Truth::no ? Said::yes : Said::no;
    }
    return answer;
}

CaseFile nothing_told(const CaseFile& story) {
    CaseFile asked = story;
    asked.answers.clear();
    asked.episodes.resize(1);
    asked.episodes.front().answers.clear();
    return asked;
}

/// The questions in the order asked; stops when nothing is asked any more.
std::vector<std::string> interview(const CaseFile& story) {
    CaseFile asked = nothing_told(story);
    std::vector<std::string> order;
    std::set<std::string> seen;
    for (;;) {
        const auto next = answer(asked).episodes.front().ask_next;
        const auto fresh = std::ranges::find_if(
            next, [&](const NextQuestion& one) { return !seen.contains(one.question.text()); });
        if (fresh == next.end()) {
            return order;
        }
        const auto* question = find_question(knowledge(), fresh->question.text());
        REQUIRE(question != nullptr);
        const Answer* known = told(story, question->id);
        const auto said = known != nullptr ? *known : untold(*question, asked.at.at);
        auto& to = question->scope == QuestionScope::person ? asked.answers
                                                            : asked.episodes.front().answers;
        to.push_back(said);
        order.push_back(question->id.text());
        seen.insert(question->id.text());
    }
}

}  // namespace

TEST_CASE("an interview is short, and never longer than 25 questions") {
    std::vector<std::size_t> lengths;
    for (const auto& one : all_cases()) {
        if (!one.expected.is_story) {
            continue;
        }
        const auto order = interview(one.case_file);
        std::string line;
        for (const auto& question : order) {
            line += " " + question;
        }
        std::printf("%s asked %zu:%s\n", one.name.c_str(), order.size(), line.c_str());
        lengths.push_back(order.size());
    }
    std::ranges::sort(lengths);
    REQUIRE_FALSE(lengths.empty());
    std::printf("questions asked: shortest %zu, median %zu, longest %zu\n", lengths.front(),
                lengths[lengths.size() / 2], lengths.back());
    CHECK(lengths.back() <= 25);
    CHECK(lengths[lengths.size() / 2] <= 19);  // reached so far; the aim is 15
}
