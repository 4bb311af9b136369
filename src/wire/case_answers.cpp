// SPDX-License-Identifier: Apache-2.0
#include "wire/case_reader.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::wire {

namespace {

using Value = decltype(Answer::value);

std::optional<Said> read_said(const Json& value) {
    if (!value.is_string()) {
        return std::nullopt;
    }
    const auto& text = value.get_ref<const std::string&>();
    if (text == "yes") {
        return Said::yes;
    }
    if (text == "no") {
        return Said::no;
    }
    return text == "unknown" ? std::optional(Said::unknown) : std::nullopt;
}

bool has_option(const Question& question, const std::string& id) {
    return std::ranges::any_of(question.options, [&](const auto& o) { return o.id == id; });
}

std::string option_words(const Question& question) {
    std::string all;
    for (const auto& option : question.options) {
        all += (all.empty() ? "" : ", ") + option.id;
    }
    return all;
}

/// The usable options of a list; what is not usable is a problem and makes the answer incomplete.
std::optional<Value> read_options(const Json& value, const Question& question, Answer& answer,
                                  const Place& place) {
    std::vector<std::string> chosen;
    const Json list = value.is_array() ? value : Json::array({value});
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (!list[i].is_string() || !has_option(question, list[i].get<std::string>())) {
            place.at(i).problem("unknown_option", "this must be one of: " + option_words(question));
            answer.incomplete = true;
        } else {
            chosen.push_back(list[i].get<std::string>());
        }
    }
    if (chosen.empty() && answer.incomplete) {
        return std::nullopt;
    }
    return chosen;
}

std::optional<Value> read_choice(const Json& value, const Question& question, const Place& place) {
    if (value.is_string() && has_option(question, value.get<std::string>())) {
        return std::vector<std::string>{value.get<std::string>()};
    }
    place.problem(value.is_string() ? "unknown_option" : "wrong_type",
                  "this must be one of: " + option_words(question) + ", or unknown");
    return std::nullopt;
}

std::optional<Value> read_number_answer(const Json& value, const Question& question,
                                        const Place& place) {
    if (!value.is_number()) {
        place.problem("wrong_type", "this must be a number or \"unknown\"");
        return std::nullopt;
    }
    const double number = value.get<double>();
    if (!std::isfinite(number) || number < question.min.value_or(number) ||
        number > question.max.value_or(number)) {
        place.problem("out_of_range", "this must lie between " +
                                          dump(Json(question.min.value_or(0)), -1) + " and " +
                                          dump(Json(question.max.value_or(0)), -1));
        return std::nullopt;
    }
    return number;
}

std::optional<Value> read_value(const Json& value, const Question& question, Answer& answer,
                                const Place& place) {
    const auto said = read_said(value);
    if (said == Said::unknown) {
        return *said;
    }
    switch (question.kind) {
    case QuestionKind::yes_no:
        if (!said) {
            place.problem("wrong_type", "this must be \"yes\", \"no\" or \"unknown\"");
            return std::nullopt;
        }
        return *said;
    case QuestionKind::choice: return read_choice(value, question, place);
    case QuestionKind::number: return read_number_answer(value, question, place);
    case QuestionKind::choices:
    case QuestionKind::region: break;
    }
    return read_options(value, question, answer, place);
}

/// One entry: VALUE, or { "value": VALUE, "at": …, "corrects": true }.
void read_answer(const Json& entry, const Question& question, Answer answer, const Place& place,
                 std::vector<Answer>& answers) {
    answer.question = question.id;
    const Json* value = &entry;
    if (entry.is_object()) {
        report_unknown_keys(entry, {"value", "at", "corrects"}, place);
        if (entry.contains("at")) {
            const auto at = read_instant(entry, "at", place);
            if (at) {
                answer.at = at->at;
                answer.dated = true;
            }
        }
        if (const auto it = entry.find("corrects"); it != entry.end()) {
            answer.corrects = it->is_boolean() && it->get<bool>();
            if (!it->is_boolean()) {
                place.at("corrects").problem("wrong_type", "this must be true or false");
            }
        }
        const auto it = entry.find("value");
        if (it == entry.end()) {
            place.problem("missing", "an answer needs a 'value'");
            return;
        }
        value = &*it;
    }
    if (auto read = read_value(*value, question, answer, place)) {
        answer.value = std::move(*read);
        answers.push_back(std::move(answer));
    }
}

}  // namespace

std::vector<Answer> read_answers(const Json& object, const Knowledge& knowledge,
                                 const SaidAt& said_at, const Place& place) {
    std::vector<Answer> answers;
    const auto it = object.find("answers");
    if (it == object.end()) {
        return answers;
    }
    const Place here = place.at("answers");
    if (!it->is_object()) {
        here.problem("wrong_type", "answers must be an object of question ids");
        return answers;
    }
    for (const auto& [id, value] : it->items()) {
        const Question* question = find_question(knowledge, id);
        if (question == nullptr) {
            here.at(id).problem("unknown_question", "there is no question '" + id + "'");
            continue;
        }
        read_answer(value, *question, Answer{.at = said_at.at, .dated = said_at.dated}, here.at(id),
                    answers);
    }
    return answers;
}

std::string write_answer_value(const Answer& answer) {
    if (const auto* said = std::get_if<Said>(&answer.value)) {
        return dump(Json(word(*said)), -1);
    }
    if (const auto* options = std::get_if<std::vector<std::string>>(&answer.value)) {
        return dump(Json(*options), -1);
    }
    return dump(Json(std::get<double>(answer.value)), -1);
}

Result<Answer, std::string> read_answer_value(std::string_view json) {
    const auto value = parse_json(json);
    Answer answer;
    const auto said = value ? read_said(*value) : std::nullopt;
    if (said) {
        answer.value = *said;
    } else if (value && value->is_number()) {
        answer.value = value->get<double>();
    } else if (value && value->is_array() &&
               std::ranges::all_of(*value, [](const Json& item) { return item.is_string(); })) {
        answer.value = value->get<std::vector<std::string>>();
    } else {
        return Failure<std::string>("this is no answer value");
    }
    return answer;
}

}  // namespace footsure::wire
