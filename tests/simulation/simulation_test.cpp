// SPDX-License-Identifier: Apache-2.0
// Invented episodes of up to three weeks: random answers, check-ins and visits, judged every day.
// What may never happen is asserted on each of those days.

#include "advice/advice.hpp"
#include "footsure/embedded_knowledge.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <set>
#include <string>

using namespace footsure;

namespace {

constexpr int kDefaultEpisodes = 200;
constexpr int kDays = 21;

int episodes_wanted() {
    const char* named = std::getenv("FOOTSURE_EPISODES");
    return named == nullptr ? kDefaultEpisodes : std::max(1, std::atoi(named));
}

const Knowledge& knowledge() {
    static const Knowledge embedded = app::embedded_knowledge();
    return embedded;
}

/// One invented person. mt19937's sequence is fixed by the standard; no distribution is used.
class Person {
public:
    explicit Person(unsigned seed) : random_(seed) {}

    [[nodiscard]] bool happens(unsigned percent) { return random_() % 100 < percent; }

    [[nodiscard]] std::size_t below(std::size_t count) { return random_() % count; }

    /// Danger signs are rare, everything else is not.
    Answer answer(const Question& question, Instant at) {
        Answer answer{.question = question.id, .value = Said::unknown, .at = at, .dated = true};
        const unsigned sign = question.red_flag ? 3 : 20;
        if (happens(3)) {
            return answer;
        }
        switch (question.kind) {
        case QuestionKind::yes_no: {
            const bool danger = happens(sign);
            const bool yes = danger == (question.danger_answer == Truth::yes);
            answer.value = yes ? Said::yes : Said::no;
            break;
        }
        case QuestionKind::number:
            answer.value = *question.min + static_cast<double>(below(11));
            break;
        case QuestionKind::choice:
            answer.value =
                std::vector<std::string>{question.options[below(question.options.size())].id};
            break;
        case QuestionKind::choices:
        case QuestionKind::region: {
            std::vector<std::string> chosen;
            for (const auto& option : question.options) {
                if (happens(sign)) {
                    chosen.push_back(option.id);
                }
            }
            answer.value = std::move(chosen);
            break;
        }
        }
        return answer;
    }

private:
    std::mt19937 random_;
};

CaseFile first_day(Person& person, LocalInstant start) {
    CaseFile file{.at = start};
    file.runner.id = RunnerId("r");
    file.runner.age_years = static_cast<double>(10 + person.below(70));
    file.runner.sex = person.happens(50) ? Sex::female : Sex::male;
    Episode episode{
        .id = EpisodeId("e1"), .side = Side::left, .started_on = day_of(start.at, start.offset)};
    for (const auto& question : knowledge().questions) {
        if (person.happens(70)) {
            auto& answers =
                question.scope == QuestionScope::person ? file.answers : episode.answers;
            answers.push_back(person.answer(question, start.at));
        }
    }
    file.episodes.push_back(std::move(episode));
    return file;
}

void next_day(Person& person, CaseFile& file) {
    file.at.at += std::chrono::hours(24);
    if (person.happens(60)) {
        CheckIn check_in{.at = file.at.at,
                         .episode = EpisodeId("e1"),
                         .pain_during = PainScore::of(static_cast<double>(person.below(11)))};
        for (const auto& question : knowledge().questions) {
            if (question.red_flag && person.happens(50)) {
                check_in.answers.push_back(person.answer(question, file.at.at));
            }
        }
        file.check_ins.push_back(std::move(check_in));
    }
}

std::set<std::string> fired(const Advice& advice) {
    std::set<std::string> ids;
    for (const auto& rule : advice.episodes.front().triage.rules) {
        if (rule.id.text().starts_with("R-")) {
            ids.insert(rule.id.text());
        }
    }
    return ids;
}

/// A visit that clears everything that has fired.
void visit(CaseFile& file, const Advice& advice) {
    Seen seen{.on = day_of(file.at.at, file.at.offset), .by = SeenBy::emergency};
    for (const auto& id : fired(advice)) {
        seen.clears.emplace_back(id);
    }
    file.episodes.front().seen.push_back(std::move(seen));
}

void check_day(const Advice& advice) {
    const auto& episode = advice.episodes.front();
    const auto level = episode.triage.urgency.level();
    for (const auto& rule : episode.triage.rules) {
        CHECK(level >= rule.level);
    }
    CHECK(std::holds_alternative<UrgentHelp>(episode.help) == (level >= UrgencyLevel::same_day));
    CHECK(std::holds_alternative<SelfCareHelp>(episode.help) == (level == UrgencyLevel::self_care));
    CHECK(advice.guard.ceiling_distance == Metres(0));
    CHECK((level != UrgencyLevel::emergency || episode.ask_next.empty()));
    double sum = 0;
    for (const auto& cause : episode.differential) {
        CHECK(cause.low <= cause.probability);
        CHECK(cause.probability <= cause.high);
        sum += cause.probability.value();
    }
    CHECK(sum > 1 - 1e-9);  // a cause counts alone and beside another
    CHECK(sum < 2 + 1e-9);
}

void live(unsigned seed) {
    Person person(seed);
    CaseFile file = first_day(person, *parse_instant("2026-03-01T18:00:00+01:00"));
    std::set<std::string> before;
    for (int day = 0; day < kDays; ++day) {
        CAPTURE(seed);
        CAPTURE(day);
        const auto advice = advice::advise(file, knowledge(), file.at);
        check_day(advice);
        const auto now = fired(advice);
        std::string lost;
        for (const auto& id : before) {
            lost += now.contains(id) ? "" : id + " ";
        }
        CHECK(lost == "");
        // A rule that fires only because an answer has grown old goes when it is given anew.
        const bool told_today =
            day == 0 || (!file.check_ins.empty() && file.check_ins.back().at == file.at.at);
        if (told_today) {
            before = now;
        }
        if (!now.empty() && person.happens(10)) {
            visit(file, advice);
            const auto cleared = fired(advice::advise(file, knowledge(), file.at));
            CHECK(cleared.empty());
            before.clear();
        }
        next_day(person, file);
    }
}

}  // namespace

TEST_CASE("three weeks of invented episodes never break a promise") {
    const int wanted = episodes_wanted();
    for (int seed = 1; seed <= wanted; ++seed) {
        live(static_cast<unsigned>(seed));
    }
    MESSAGE("simulated episodes: " << wanted);
}
