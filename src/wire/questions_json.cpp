// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/wire.hpp"

namespace footsure::wire {

std::string write_questions(const Knowledge& knowledge) {
    Json questions = Json::array();
    for (const auto& q : knowledge.questions) {
        Json options = Json::array();
        for (const auto& option : q.options) {
            options.push_back({{"id", option.id}, {"text", option.text}});
        }
        questions.push_back(
            {{"id", q.id.text()},
             {"text", q.text},
             {"why", q.why},
             {"kind", word(q.kind)},
             {"options", std::move(options)},
             {"unit", q.unit.empty() ? Json(nullptr) : Json(q.unit)},
             {"min", q.min ? Json(*q.min) : Json(nullptr)},
             {"max", q.max ? Json(*q.max) : Json(nullptr)},
             {"scope", word(q.scope)},
             {"applies_when", q.applies_text.empty() ? Json(nullptr) : Json(q.applies_text)},
             {"red_flag", q.red_flag}});
    }
    return dump(Json{{"questions", std::move(questions)}}, 2);
}

}  // namespace footsure::wire
