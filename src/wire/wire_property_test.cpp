// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/small_knowledge_test.hpp"

#include <rapidcheck.h>

#include <cmath>

using namespace footsure;
using namespace footsure::wire::testing;
using wire::Json;

namespace {

/// Any JSON value, a few levels deep, of the words a case is made of and of others.
Json any_value(int depth) {
    const auto kind = *rc::gen::inRange(0, depth > 0 ? 9 : 6);
    switch (kind) {
    case 0: return nullptr;
    case 1: return *rc::gen::arbitrary<bool>();
    case 2: return *rc::gen::arbitrary<int>();
    case 3: return *rc::gen::arbitrary<double>();
    case 4:
        return *rc::gen::element<std::string>("yes", "no", "unknown", "snap", "sudden", "heel",
                                              "2026-02-20", "2026-02-20T10:00:00Z", "left");
    case 5: return *rc::gen::string<std::string>();
    case 6: {
        Json list = Json::array();
        for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
            list.push_back(any_value(depth - 1));
        }
        return list;
    }
    default: break;
    }
    Json object = Json::object();
    for (int i = *rc::gen::inRange(0, 6); i > 0; --i) {
        const auto key = *rc::gen::element<std::string>(
            "id", "side", "started_on", "answers", "notes", "seen", "on", "by", "clears", "finding",
            "limits", "file", "started_at", "distance_m", "at", "episode", "pain_during", "value",
            "fever", "danger", "pain_now", "onset", "place", "age_years", "corrects");
        object[key] = any_value(depth - 1);
    }
    return object;
}

Json any_case() {
    Json json{{"schema", "footsure.case/1"}};
    for (const auto* key :
         {"runner_id", "at", "runner", "answers", "episodes", "activities", "checkins"}) {
        if (*rc::gen::inRange(0, 3) > 0) {
            json[key] = any_value(4);
        }
    }
    return json;
}

bool is_sound(const Answer& answer) {
    const Knowledge k = small_knowledge();
    const Question* question = find_question(k, answer.question.text());
    if (question == nullptr) {
        return false;
    }
    if (const auto* number = std::get_if<double>(&answer.value)) {
        return question->kind == QuestionKind::number && *number >= 0 && *number <= 10;
    }
    if (const auto* chosen = std::get_if<std::vector<std::string>>(&answer.value)) {
        return std::ranges::all_of(*chosen, [&](const std::string& id) {
            return std::ranges::any_of(question->options,
                                       [&](const auto& option) { return option.id == id; });
        });
    }
    return std::get<Said>(answer.value) == Said::unknown || question->kind == QuestionKind::yes_no;
}

bool all_sound(const std::vector<Answer>& answers) {
    return std::ranges::all_of(answers, is_sound);
}

}  // namespace

TEST_CASE("whatever stands in a case, what is read is sound") {
    const Knowledge k = small_knowledge();
    CHECK(rc::check([&] {
        const auto reading = wire::read_case(wire::dump(any_case(), -1), k, kNow);
        RC_ASSERT(reading.has_value());
        const CaseFile& file = reading->case_file;
        RC_ASSERT(all_sound(file.answers));
        for (const auto& episode : file.episodes) {
            RC_ASSERT(all_sound(episode.answers));
        }
        for (const auto& check_in : file.check_ins) {
            RC_ASSERT(all_sound(check_in.answers));
        }
        for (const auto& activity : file.activities) {
            RC_ASSERT(std::isfinite(activity.distance.value()) && activity.distance.value() >= 0);
        }
        for (const auto& asked : reading->files) {
            RC_ASSERT(asked.index < file.activities.size());
        }
        for (const auto& problem : file.problems) {
            RC_ASSERT(!problem.path.empty() && !problem.code.empty());
        }
    }));
}

TEST_CASE("whatever bytes are given, a case is read or refused") {
    const Knowledge k = small_knowledge();
    const std::string whole = case_with(
        R"("answers":{"danger":["snap"]},"episodes":[{"id":"e","answers":{"pain_now":3}}])");
    CHECK(rc::check([&](const std::vector<std::pair<std::size_t, char>>& changes) {
        std::string text = whole;
        for (const auto& [place, value] : changes) {
            text[place % text.size()] = value;
        }
        const auto reading = wire::read_case(text, k, kNow);
        RC_ASSERT(reading || !reading.error().code.empty());
    }));
}

TEST_CASE("an answer value comes back as it was") {
    CHECK(rc::check([](double number, const std::vector<unsigned>& picks) {
        RC_PRE(std::isfinite(number));
        const auto back = wire::read_answer_value(wire::write_answer_value({.value = number}));
        RC_ASSERT(back.has_value());
        RC_ASSERT(std::get<double>(back->value) == number);
        std::vector<std::string> options;
        for (const auto pick : picks) {
            options.push_back("option \"" + std::to_string(pick));
        }
        const auto list = wire::read_answer_value(wire::write_answer_value({.value = options}));
        RC_ASSERT(list.has_value());
        RC_ASSERT(std::get<std::vector<std::string>>(list->value) == options);
    }));
}

TEST_CASE("any bytes in an advice are written as valid JSON") {
    CHECK(rc::check([](const std::string& bytes) {
        Advice advice{.runner = RunnerId(bytes), .at = kNow};
        advice.problems = {{bytes, bytes, bytes}};
        const std::string text = wire::write_advice(advice, small_knowledge());
        RC_ASSERT(Json::accept(text));
    }));
}
