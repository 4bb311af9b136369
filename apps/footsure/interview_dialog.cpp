// SPDX-License-Identifier: Apache-2.0
#include "footsure/interview_dialog.hpp"

#include "footsure/paragraph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <istream>
#include <optional>

namespace footsure::app {

namespace {

constexpr double kOldest = 120;
constexpr int kMostDaysAgo = 36'500;
constexpr std::string_view kSelfTestGroup = "test";

using Failed = Failure<std::string>;

bool takes_several(const Question& question) {
    return question.kind == QuestionKind::choices || question.kind == QuestionKind::region;
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return result;
}

/// The unit as a runner reads it; a score from 0 to 10 needs none.
std::string unit_words(std::string_view unit) {
    return unit.empty() || unit == "nrs" ? std::string() : " " + std::string(unit);
}

std::string range_words(const Question& question) {
    const auto unit = unit_words(question.unit);
    if (question.min && question.max) {
        return fmt::format("a number from {} to {}{}", *question.min, *question.max, unit);
    }
    return "a number" + (unit.empty() ? unit : " of" + unit);
}

std::string how_to_answer(const Question& question) {
    switch (question.kind) {
    case QuestionKind::yes_no: return "y = yes, n = no";
    case QuestionKind::choice: return "one number";
    case QuestionKind::number: return range_words(question);
    case QuestionKind::choices:
    case QuestionKind::region: break;
    }
    return "several, comma separated; 0 = none of these";
}

std::optional<Move> read_move(std::string_view word) {
    if (word == "u") {
        return Move::unknown;
    }
    if (word == "?") {
        return Move::why;
    }
    if (word == "b") {
        return Move::back;
    }
    return word == "q" ? std::optional(Move::leave) : std::nullopt;
}

/// A whole number and what stands behind it.
struct Counted {
    int number = 0;
    std::string_view rest;
};

std::optional<Counted> read_count(std::string_view text) {
    Counted counted;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, counted.number);
    if (error != std::errc() || counted.number < 0) {
        return std::nullopt;
    }
    counted.rest = trimmed(std::string_view(stop, static_cast<std::size_t>(end - stop)));
    return counted;
}

Result<Reply, std::string> read_yes_no(std::string_view word) {
    if (word == "y" || word == "yes") {
        return Reply(AnswerValue(Said::yes));
    }
    if (word == "n" || word == "no") {
        return Reply(AnswerValue(Said::no));
    }
    return Failed("Please answer y or n, or u if you cannot say.");
}

Result<Reply, std::string> read_number(std::string_view word, const Question& question) {
    double number = 0;
    const auto* end = word.data() + word.size();
    const auto [stop, error] = std::from_chars(word.data(), end, number);
    if (error != std::errc() || stop != end || !std::isfinite(number) ||
        number < question.min.value_or(number) || number > question.max.value_or(number)) {
        return Failed("Please answer with " + range_words(question) + ", or u if you cannot say.");
    }
    return Reply(AnswerValue(number));
}

/// The numbers of a list such as "1, 3"; nothing when anything in it is no number up to `most`.
std::optional<std::vector<std::size_t>> read_list(std::string_view text, std::size_t most) {
    std::vector<std::size_t> numbers;
    while (true) {
        const auto counted = read_count(text);
        if (!counted || static_cast<std::size_t>(counted->number) > most) {
            return std::nullopt;
        }
        numbers.push_back(static_cast<std::size_t>(counted->number));
        if (counted->rest.empty()) {
            return numbers;
        }
        const bool comma = counted->rest.starts_with(',');
        text = comma ? trimmed(counted->rest.substr(1)) : counted->rest;
    }
}

Result<Reply, std::string> read_options(std::string_view word, const Question& question) {
    const std::size_t most = question.options.size();
    const auto numbers = read_list(word, most);
    const bool several = takes_several(question);
    const bool none = numbers && std::ranges::find(*numbers, 0U) != numbers->end();
    if (!numbers || (none && (!several || numbers->size() > 1))) {
        return Failed(several ? fmt::format("Please answer with numbers from 1 to {}, such as "
                                            "\"1, 2\", or 0 alone for none of these.",
                                            most)
                              : fmt::format("Please answer with one number from 1 to {}.", most));
    }
    if (!several && numbers->size() > 1) {
        return Failed("Please choose one only, the one that fits best.");
    }
    std::vector<std::string> chosen;
    for (std::size_t i = 0; i < most && !none; ++i) {
        if (std::ranges::find(*numbers, i + 1) != numbers->end()) {
            chosen.push_back(question.options[i].id);
        }
    }
    return Reply(AnswerValue(chosen));
}

/// The length of the UTF-8 character at the start; 0 when there is none that is well formed.
std::size_t character_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    const std::size_t length = first < 0x80                    ? 1
                               : first >= 0xC2 && first < 0xE0 ? 2
                               : first >= 0xE0 && first < 0xF0 ? 3
                               : first >= 0xF0 && first < 0xF5 ? 4
                                                               : 0;
    if (length == 0 || length > text.size()) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) {
            return 0;
        }
    }
    const bool beyond =
        length > 2 && ((first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) >= 0xA0) ||
                       (first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) >= 0x90));
    return beyond ? 0 : length;
}

/// Controls, and the marks that turn the direction of the text around.
bool steers_a_terminal(std::string_view character) {
    const auto first = static_cast<unsigned char>(character[0]);
    if (character.size() == 1) {
        return first < 0x20 || first == 0x7F;
    }
    const auto second = static_cast<unsigned char>(character[1]);
    if (character.size() == 2) {
        return first == 0xC2 && second < 0xA0;
    }
    const auto third = static_cast<unsigned char>(character[2]);
    const bool embedding = second == 0x80 && third >= 0xA8 && third <= 0xAE;
    const bool isolate = second == 0x81 && third >= 0xA6 && third <= 0xA9;
    return first == 0xE2 && (embedding || isolate);
}

}  // namespace

std::string question_text(const Question& question) {
    std::string text = paragraph("", question.text);
    for (std::size_t i = 0; i < question.options.size(); ++i) {
        text += paragraph(fmt::format("  {:>2}  ", i + 1), question.options[i].text);
    }
    return text + paragraph("  ", "(" + how_to_answer(question) + ")");
}

std::string answer_words(const AnswerValue& value, const Question& question) {
    if (const auto* said = std::get_if<Said>(&value)) {
        return *said == Said::unknown ? "cannot say" : std::string(word(*said));
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return fmt::format("{}{}", *number, unit_words(question.unit));
    }
    std::string all;
    for (const auto& id : std::get<std::vector<std::string>>(value)) {
        const auto option = std::ranges::find(question.options, id, &QuestionOption::id);
        if (option != question.options.end()) {
            all += (all.empty() ? "" : "; ") + option->text;
        }
    }
    return all.empty() ? "none of these" : all;
}

Result<Reply, std::string> read_reply(std::string_view line, const Question& question) {
    const auto lowered = lower(line);
    const auto word = trimmed(lowered);
    if (word.empty()) {
        return Failed("Please answer, or type u if you cannot say.");
    }
    if (const auto move = read_move(word)) {
        return Reply(*move);
    }
    switch (question.kind) {
    case QuestionKind::yes_no: return read_yes_no(word);
    case QuestionKind::number: return read_number(word, question);
    case QuestionKind::choice:
    case QuestionKind::choices:
    case QuestionKind::region: break;
    }
    return read_options(word, question);
}

Result<Reply, std::string> read_start(std::string_view line, Day today) {
    const auto lowered = lower(line);
    const auto text = trimmed(lowered);
    if (const auto move = read_move(text)) {
        return Reply(*move);
    }
    if (text == "today" || text == "yesterday") {
        return Reply(AnswerValue(text == "today" ? 0.0 : 1.0));
    }
    std::optional<std::int64_t> ago;
    if (const auto day = parse_day(text)) {
        ago = (today - *day).count();
    } else if (const auto counted = read_count(text)) {
        const auto& rest = counted->rest;
        if (rest.empty() || rest == "day" || rest == "days" || rest == "day ago" ||
            rest == "days ago") {
            ago = counted->number;
        }
    }
    if (!ago || *ago > kMostDaysAgo) {
        return Failed("Please answer with a date such as " + format_day(today) +
                      ", a number of days such as 3, or u if you cannot say.");
    }
    if (*ago < 0) {
        return Failed("That day is still to come; please answer with the day it began.");
    }
    return Reply(AnswerValue(static_cast<double>(*ago)));
}

Question age_question() {
    return {.id = QuestionId("age"),
            .text = "How old are you?",
            .why = "Growing bones and older bones break in other places and at smaller loads.",
            .kind = QuestionKind::number,
            .unit = "years",
            .min = 1,
            .max = kOldest};
}

Question sex_question() {
    return {.id = QuestionId("sex"),
            .text = "Your sex?",
            .why = "Some causes, above all tired bone, are more common in women, others in men.",
            .kind = QuestionKind::choice,
            .options = {{"female", "female", {}}, {"male", "male", {}}}};
}

Question side_question() {
    return {.id = QuestionId("side"),
            .text = "Which side hurts?",
            .why = "Each problem is kept for its own leg, and runs are counted for both.",
            .kind = QuestionKind::choice,
            .options = {{"left", "left", {}}, {"right", "right", {}}, {"both", "both", {}}}};
}

Question start_question() {
    return {.id = QuestionId("start"),
            .text = "When did it begin? A date such as 2026-02-20, or how many days ago.",
            .why = "What to do, and how long an all-clear counts, depends on the hours since.",
            .kind = QuestionKind::number,
            .unit = "days ago",
            .min = 0,
            .max = kMostDaysAgo};
}

Question mistake_question() {
    return {.id = QuestionId("mistake"),
            .text = "You answered this differently on an earlier occasion. Which is true?",
            .why = "A sign that was there still counts until somebody has looked at it; a slip "
                   "of the finger does not.",
            .kind = QuestionKind::choice,
            .options = {{"changed", "It was right then, and it has changed", {}},
                        {"mistake", "The earlier answer was a mistake", {}}}};
}

Question another_question() {
    return {.id = QuestionId("another"),
            .text = "Does anything else hurt that is a problem of its own?",
            .why = "Two problems are judged apart, so that one cannot hide the other."};
}

bool is_self_test(const Question& question, const Knowledge& knowledge) {
    return std::ranges::any_of(question.options, [&](const QuestionOption& option) {
        return option.finding && knowledge.findings[*option.finding].group == kSelfTestGroup;
    });
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r\n";
    const auto first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string printable(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const std::size_t length = character_length(text);
        const auto character = text.substr(0, std::max<std::size_t>(length, 1));
        if (length == 0 || steers_a_terminal(character)) {
            result += ' ';
        } else {
            result += character;
        }
        text.remove_prefix(character.size());
    }
    return std::string(trimmed(result));
}

Line read_line(std::istream& in) {
    Line line{LineEnd::whole, {}};
    char c = 0;
    bool any = false;
    while (in.get(c)) {
        any = true;
        if (c == '\n') {
            return line;
        }
        if (line.text.size() == kLongestLine) {
            line.end = LineEnd::too_long;  // read on to its end, so that its rest is no answer
        } else {
            line.text += c;
        }
    }
    if (!any) {
        line.end = LineEnd::no_more;
    }
    return line;
}

}  // namespace footsure::app
