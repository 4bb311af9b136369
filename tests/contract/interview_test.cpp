// SPDX-License-Identifier: Apache-2.0
#include "footsure/embedded_knowledge.hpp"
#include "footsure/interview_sitting.hpp"
#include "footsure/paragraph.hpp"
#include "tests/contract/store_place.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <sstream>

namespace footsure::app {

namespace {

const LocalInstant kEvening = *parse_instant("2026-03-01T18:00:00+01:00");
const RunnerId kRunner("me");

const Knowledge& knowledge() {
    static const Knowledge embedded = embedded_knowledge();
    return embedded;
}

struct Talk {
    Ending ending = Ending::left;
    std::string words;

    [[nodiscard]] bool has(std::string_view text) const {
        return words.find(text) != std::string::npos;
    }
};

/// The interview on facts in memory, or in a file where one is named.
class Desk {
public:
    explicit Desk(const store::StoreLocation& location = store::InMemory{})
        : service_(*service::Service::open(location, knowledge())) {}

    Talk talk(const std::string& lines, InterviewStart start = InterviewStart::resume,
              LocalInstant at = kEvening) {
        std::istringstream in(lines);
        std::ostringstream out;
        InterviewSitting sitting(service_, knowledge(), InterviewVoice(in, out),
                                 {.runner = kRunner, .at = at, .start = start});
        const auto ending = sitting.run();
        REQUIRE(ending.has_value());
        return {*ending, out.str()};
    }

    CaseFile facts() { return *service_.case_file(kRunner, kEvening); }

    Advice advice() { return *service_.advise(kRunner, kEvening); }

    /// What the engine asks now about the last problem.
    const Question& next() {
        const auto told = advice();
        REQUIRE(!told.episodes.back().ask_next.empty());
        return *find_question(knowledge(), told.episodes.back().ask_next.front().question.text());
    }

private:
    service::Service service_;
};

/// The calmest line this question takes: no sign, no pain, the last choice.
std::string calm_line(const Question& question) {
    switch (question.kind) {
    case QuestionKind::yes_no:
        return question.danger_answer == Truth::no || question.id.text() == "walk_normally" ? "y\n"
                                                                                            : "n\n";
    case QuestionKind::number: return "0\n";
    case QuestionKind::choice: return std::to_string(question.options.size()) + "\n";
    case QuestionKind::choices:
    case QuestionKind::region: break;
    }
    return "0\n";
}

constexpr const char* kSetUp = "38\n1\n1\n3 days ago\n";

/// Answers calmly, one sitting for each line, until nothing is asked; gives how often it was left.
int answer_all(Desk& desk) {
    for (int sittings = 0; sittings < 40; ++sittings) {
        const auto told = desk.advice();
        if (told.episodes.back().ask_next.empty()) {
            return sittings;
        }
        static_cast<void>(desk.talk(calm_line(desk.next())));
    }
    return 40;
}

std::size_t answers_in(const CaseFile& facts) {
    std::size_t count = facts.answers.size();
    for (const auto& episode : facts.episodes) {
        count += episode.answers.size();
    }
    return count;
}

}  // namespace

TEST_CASE("the end of the input leaves politely and keeps what was said") {
    Desk desk;
    CHECK(desk.talk("").ending == Ending::left);
    CHECK(desk.talk("38\n1\n2\n3 days ago\n").ending == Ending::left);
    const auto facts = desk.facts();
    REQUIRE(facts.episodes.size() == 1);
    CHECK(facts.runner.age_years == 38);
    CHECK(facts.runner.sex == Sex::female);
    CHECK(facts.episodes[0].side == Side::right);
    CHECK(facts.episodes[0].started_on == parse_day("2026-02-26"));
}

TEST_CASE("an interview is resumed where it was left and asks nothing twice") {
    Desk desk;
    static_cast<void>(desk.talk(kSetUp));
    const auto& first = desk.next();
    const auto left = desk.talk(calm_line(first) + "q\n");
    CHECK(left.ending == Ending::left);
    CHECK_FALSE(left.has("How old are you?"));
    CHECK(answers_in(desk.facts()) == 1);
    const auto resumed = desk.talk("q\n");
    CHECK_FALSE(resumed.has(first.text));
    CHECK(resumed.has(paragraph("", desk.next().text)));
    CHECK(desk.facts().episodes.size() == 1);
}

TEST_CASE("a wrong line is named and changes nothing; why is answered; unknown is kept") {
    Desk desk;
    static_cast<void>(desk.talk(kSetUp));
    const auto& question = desk.next();
    const auto talk = desk.talk("banana\n?\n" + std::string(5000, '1') + "\nu\nq\n");
    CHECK(talk.has("! Please"));
    CHECK(talk.has("  Why: "));
    CHECK(talk.has("too long"));
    const auto facts = desk.facts();
    REQUIRE(answers_in(facts) == 1);
    const auto& answer = facts.answers.empty() ? facts.episodes[0].answers[0] : facts.answers[0];
    CHECK(answer.question == question.id);
    CHECK(answer.value == AnswerValue(Said::unknown));
}

TEST_CASE("back changes the answer before, as a correction that takes the danger sign away") {
    Desk desk;
    static_cast<void>(desk.talk(kSetUp));
    // Answered calmly up to a screen of the leg, where a cold foot is marked by mistake.
    while (desk.next().id.text() != "danger_limb") {
        REQUIRE(answers_in(desk.facts()) < 25);
        static_cast<void>(desk.talk(calm_line(desk.next())));
    }
    const auto talk = desk.talk("6\nb\n0\nq\n");
    CHECK(talk.has("Answered so far: Bad pain in the leg"));
    const auto answers = desk.facts().episodes[0].answers;
    const auto last = answers.back();
    CHECK(last.question == QuestionId("danger_limb"));
    CHECK(last.corrects);
    CHECK(last.at > answers[answers.size() - 2].at);
    const auto sign = *find_finding(knowledge(), "passive_toe_pain");
    for (const auto& rule : desk.advice().episodes[0].triage.rules) {
        for (const auto& reason : rule.because) {
            CHECK(reason.finding != knowledge().findings[sign].id.text());
        }
    }
}

TEST_CASE("an answer of an earlier day is only taken back when it was a mistake") {
    Desk desk;
    static_cast<void>(desk.talk(kSetUp));
    const auto& question = desk.next();
    static_cast<void>(desk.talk("1\nq\n"));
    const auto changed = desk.talk("b\n2\n1\nq\n");
    CHECK(changed.has("has changed"));
    auto facts = desk.facts();
    REQUIRE(answers_in(facts) == 2);
    const auto last = [&](const CaseFile& file) {
        return question.scope == QuestionScope::person ? file.answers.back()
                                                       : file.episodes[0].answers.back();
    };
    CHECK_FALSE(last(facts).corrects);
    static_cast<void>(desk.talk("b\n1\n2\nq\n"));
    CHECK(last(desk.facts()).corrects);
}

TEST_CASE("back before the first question changes the side") {
    Desk desk;
    static_cast<void>(desk.talk(std::string(kSetUp) + "b\n39\n1\n2\n4\n"));
    const auto facts = desk.facts();
    CHECK(facts.runner.age_years == 39);
    REQUIRE(facts.episodes.size() == 1);
    CHECK(facts.episodes[0].side == Side::right);
    CHECK(facts.episodes[0].started_on == parse_day("2026-02-25"));
}

TEST_CASE("an emergency is said at once and nothing more is asked") {
    Desk desk;
    static_cast<void>(desk.talk(kSetUp));
    while (desk.next().id.text() != "danger_body") {
        REQUIRE(answers_in(desk.facts()) < 25);
        static_cast<void>(desk.talk(calm_line(desk.next())));
    }
    const auto talk = desk.talk("5, 6\n");
    CHECK(talk.has("! EMERGENCY"));
    CHECK(talk.ending == Ending::finished);
    CHECK_FALSE(talk.has("anything else"));
    CHECK(desk.advice().urgency.level() == UrgencyLevel::emergency);
}

TEST_CASE("the calm interview ends within its most questions and asks for a second problem") {
    Desk desk;
    static_cast<void>(desk.talk(kSetUp));
    static_cast<void>(answer_all(desk));
    const auto facts = desk.facts();
    const auto danger = std::ranges::count_if(knowledge().questions, &Question::red_flag);
    CHECK(answers_in(facts) <= 25 + static_cast<std::size_t>(danger));
    const auto second = desk.talk("\ny\n2\n1\n");
    CHECK(second.has("anything else"));
    REQUIRE(desk.facts().episodes.size() == 2);
    CHECK(desk.facts().episodes[1].side == Side::right);
    CHECK_FALSE(second.has("How old are you?"));
    CHECK(desk.talk("\nn\n").ending == Ending::left);  // the second still has questions
}

TEST_CASE("hostile notes are kept in one line without what steers a terminal, and still warn") {
    Desk desk;
    static_cast<void>(desk.talk(kSetUp));
    static_cast<void>(answer_all(desk));
    const auto talk = desk.talk("\x1b]0;owned\x07 the foot is ice cold'); drop table answers;--\n");
    const auto notes = desk.facts().episodes[0].notes;
    CHECK(notes == "]0;owned  the foot is ice cold'); drop table answers;--");
    CHECK(talk.words.find('\x1b') == std::string::npos);
    CHECK(answers_in(desk.facts()) > 0);
}

TEST_CASE("answers survive the end of the program") {
    const contract::TemporaryFolder folder;
    const auto location = store::parse_location((folder.path() / "footsure.sqlite").string());
    std::string first;
    {
        Desk desk(location);
        static_cast<void>(desk.talk(kSetUp));
        first = desk.next().text;
        static_cast<void>(desk.talk(calm_line(desk.next())));
    }
    Desk again(location);
    CHECK(answers_in(again.facts()) == 1);
    const auto talk = again.talk("q\n");
    CHECK_FALSE(talk.has(paragraph("", first)));
    CHECK(talk.has("1 answered so far"));
}

}  // namespace footsure::app
