// SPDX-License-Identifier: Apache-2.0
#include "footsure/danger_line.hpp"

#include "footsure/paragraph.hpp"
#include "footsure/typed_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace footsure::app {

namespace {

/// The danger screens, and what everybody is asked to choose one of, as which medicine was taken;
/// what is only found by pressing or over weeks is not for a line a day.
bool is_asked_daily(const Question& question) {
    return is_danger_screen(question) ||
           (question.red_flag && !question.applies_when && question.kind == QuestionKind::choice);
}

/// What "none" means: no option, or the one that is no sign where one must be chosen.
std::vector<std::string> none_of(const Question& question) {
    std::vector<std::string> options;
    for (const QuestionOption& option : question.options) {
        if (question.kind == QuestionKind::choice && !option.finding) {
            options.push_back(option.id);
        }
    }
    return options;
}

struct DangerSign {
    const Question* question = nullptr;
    const QuestionOption* option = nullptr;
};

std::vector<DangerSign> signs_of(const Knowledge& knowledge, bool (*wanted)(const Question&)) {
    std::vector<DangerSign> signs;
    for (const Question& question : knowledge.questions) {
        if (!wanted(question)) {
            continue;
        }
        for (const QuestionOption& option : question.options) {
            if (option.finding || question.kind == QuestionKind::choices) {
                signs.push_back({&question, &option});
            }
        }
    }
    return signs;
}

std::string words_of(const DangerSign& sign, const Knowledge& knowledge) {
    const auto& finding = sign.option->finding;
    return finding ? knowledge.findings[*finding].text : sign.option->text;
}

/// By its number among the screens' signs, or its id in any danger question.
std::optional<DangerSign> find_sign(const std::string& name, const Knowledge& knowledge) {
    const auto numbered = signs_of(knowledge, is_asked_daily);
    for (std::size_t i = 0; i < numbered.size(); ++i) {
        if (name == std::to_string(i + 1)) {
            return numbered[i];
        }
    }
    const auto all = signs_of(knowledge, [](const Question& question) {
        return question.red_flag && !question.options.empty();
    });
    const auto found =
        std::ranges::find_if(all, [&](const DangerSign& sign) { return sign.option->id == name; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

using Chosen = std::map<const Question*, std::vector<std::string>>;

/// The signs by their questions. Fails: with a sentence.
Result<Chosen, std::string> choose(const std::vector<std::string>& names,
                                   const Knowledge& knowledge) {
    Chosen chosen;
    for (const std::string& name : names) {
        const auto sign = find_sign(name, knowledge);
        if (!sign) {
            return Failure<std::string>(
                fmt::format("'{}' is no danger sign. Say none, or signs by their numbers or names, "
                            "such as fever,toes_numb. They are listed by 'footsure questions'.",
                            printable(name)));
        }
        auto& options = chosen[sign->question];
        if (std::ranges::find(options, sign->option->id) == options.end()) {
            options.push_back(sign->option->id);
        }
    }
    return chosen;
}

}  // namespace

std::string danger_text(const Knowledge& knowledge) {
    std::string text;
    const Question* screen = nullptr;
    std::string line;
    std::size_t number = 0;
    const auto finish = [&] {
        if (!line.empty()) {
            text += paragraph("  ", line);
        }
        line.clear();
    };
    for (const DangerSign& sign : signs_of(knowledge, is_asked_daily)) {
        if (sign.question != screen) {
            finish();
            screen = sign.question;
        }
        line +=
            fmt::format("{}{} {}", line.empty() ? "" : " · ", ++number, words_of(sign, knowledge));
    }
    finish();
    return text;
}

Result<std::vector<Answer>, std::string> read_danger(const std::string& typed, Instant at,
                                                     const Knowledge& knowledge) {
    auto names = listed(typed);
    const bool none = names.size() == 1 && names.front() == "none";
    if (names.empty()) {
        return Failure<std::string>("Say none, or the signs that are there.");
    }
    if (none) {
        names.clear();
    }
    auto chosen = choose(names, knowledge);
    if (!chosen) {
        return Failure<std::string>(chosen.error());
    }
    std::vector<Answer> answers;
    for (const Question& question : knowledge.questions) {
        const auto found = chosen->find(&question);
        if (is_asked_daily(question) || found != chosen->end()) {
            answers.push_back(
                {.question = question.id,
                 .value = found == chosen->end() ? none_of(question) : std::move(found->second),
                 .at = at,
                 .dated = true,
                 .incomplete = !is_asked_daily(question)});
        }
    }
    return answers;
}

std::optional<std::vector<Answer>> ask_danger(const InterviewVoice& voice, Instant at,
                                              const Knowledge& knowledge) {
    voice.show("Is any of this there now?\n" + danger_text(knowledge) +
               "Type none, or the numbers of those that are (s: skip).\n");
    while (true) {
        const auto line = voice.hear_line("> ");
        const std::string text(trimmed(line.text));
        if (line.end == LineEnd::no_more || text == "s" || text == "skip") {
            return std::nullopt;
        }
        auto answers = read_danger(text, at, knowledge);
        if (answers) {
            return std::move(*answers);
        }
        voice.say("! ", answers.error());
    }
}

}  // namespace footsure::app
