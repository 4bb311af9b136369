// SPDX-License-Identifier: Apache-2.0
#include "typical_patient.hpp"

#include "wire/wire.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

namespace footsure::simulation {

namespace {

using Json = nlohmann::ordered_json;
using std::chrono::days;
using std::chrono::hours;

constexpr Instant kInterview = kFirstMorning.at - hours(14);
constexpr int kWeeksOfRuns = 12;
/// Runs went on until it became too much; after an injury there was none.
constexpr days kLatestRunBefore{3};

const Json& patients() {
    static const Json all = [] {
        const std::filesystem::path folder(FOOTSURE_SOURCE_DIR "/tests/golden");
        Json read = Json::object();
        for (const char* name :
             {"each_condition_1.json", "each_condition_2.json", "each_condition_3.json"}) {
            std::ifstream file(folder / name);
            expects(file.good(), "the golden patients can be read");
            read.update(Json::parse(file));
        }
        return read;
    }();
    return all;
}

Json case_of(const Json& patient) {
    const std::string side = patient.at("side");
    const Json episode{{"id", "e1"},
                       {"side", side == "right" ? "right" : "left"},
                       {"started_on", patient.at("started_on")},
                       {"answers", patient.at("episode")}};
    return Json{{"schema", "footsure.case/1"},
                {"at", format_local({kInterview, kFirstMorning.offset})},
                {"runner", patient.value("runner", Json::object())},
                {"answers", patient.value("person", Json::object())},
                {"episodes", Json::array({episode})}};
}

/// The value that means no danger.
Answer harmless(const Question& question, Instant at) {
    Answer answer{.question = question.id, .value = Said::no, .at = at, .dated = true};
    switch (question.kind) {
    case QuestionKind::yes_no:
        answer.value = question.danger_answer == Truth::yes ? Said::no : Said::yes;
        break;
    case QuestionKind::number: answer.value = question.min.value_or(0); break;
    case QuestionKind::choice:
        for (const QuestionOption& option : question.options) {
            if (!option.finding) {
                answer.value = std::vector<std::string>{option.id};
            }
        }
        break;
    case QuestionKind::choices:
    case QuestionKind::region: answer.value = std::vector<std::string>(); break;
    }
    return answer;
}

void answer_the_rest(std::vector<Answer>& answers, QuestionScope scope,
                     const Knowledge& knowledge) {
    const auto is_answered = [&](const QuestionId& id) {
        return std::ranges::find(answers, id, &Answer::question) != answers.end();
    };
    for (Answer& answer : no_danger(knowledge, scope, kInterview)) {
        if (!is_answered(answer.question)) {
            answers.push_back(std::move(answer));
        }
    }
    for (const char* screen : {"medical_history", "medicines", "past_problems"}) {
        const auto question =
            std::ranges::find(knowledge.questions, QuestionId(screen), &Question::id);
        const bool fits = question != knowledge.questions.end() && question->scope == scope &&
                          question->kind == QuestionKind::choices;
        if (fits && !is_answered(question->id)) {
            answers.push_back(harmless(*question, kInterview));
        }
    }
}

/// Evenly spread over the weeks before it became too much.
void add_runs(CaseFile& file, const RunnerFacts& facts) {
    const Day interview = day_of(kInterview, kFirstMorning.offset);
    const Day started = file.episodes.front().started_on.value_or(interview);
    const bool sudden = interview - started < days(14);
    const Day last = sudden ? started - days(1) : interview - kLatestRunBefore;
    const int runs = kWeeksOfRuns * facts.usual_runs_a_week;
    for (int run = 0; run < runs; ++run) {
        const int back = run * 7 / facts.usual_runs_a_week;
        file.activities.push_back(run_summary(Instant(last - days(back)) + hours(17),
                                              facts.usual_minutes,
                                              facts.usual_minutes * facts.kilometres_a_minute, 0));
    }
    file.wishes.days_a_week = std::min(6, facts.usual_runs_a_week + 2);
    file.wishes.time_a_day = Seconds(60 * (facts.usual_minutes + 40));
    file.wishes.equipment = std::vector{Equipment::band, Equipment::weight, Equipment::step};
    file.wishes.ground = Terrain::road;
    file.wishes.usual_week =
        Metres(1000 * facts.usual_runs_a_week * facts.usual_minutes * facts.kilometres_a_minute);
}

}  // namespace

ConditionId condition_of(Trouble trouble) {
    static const std::map<Trouble, const char*> ids{
        {Trouble::achilles_midportion, "achilles_tendinopathy_midportion"},
        {Trouble::achilles_insertional, "achilles_tendinopathy_insertional"},
        {Trouble::sprain_mild, "lateral_sprain_grade_1"},
        {Trouble::sprain_moderate, "lateral_sprain_grade_2"},
        {Trouble::calf_strain, "calf_strain"},
        {Trouble::plantar_heel, "plantar_fasciopathy"},
        {Trouble::peroneal, "peroneal_tendinopathy"},
        {Trouble::tibialis_posterior, "tibialis_posterior_tendinopathy"},
        {Trouble::bone_stress, "bone_stress_fibula"},
        {Trouble::soreness, "overuse_soreness"},
        {Trouble::tibialis_anterior, "tibialis_anterior_tendinopathy"},
        {Trouble::impingement, "anterior_ankle_impingement"}};
    return ConditionId(ids.at(trouble));
}

std::vector<Answer> no_danger(const Knowledge& knowledge, QuestionScope scope, Instant at) {
    std::vector<Answer> answers;
    for (const Question& question : knowledge.questions) {
        if (question.red_flag && question.scope == scope) {
            answers.push_back(harmless(question, at));
        }
    }
    return answers;
}

ActivitySummary run_summary(Instant started_at, double minutes, double kilometres,
                            double walked_minutes) {
    ActivitySummary run{.id = ActivityId("run-" + format_instant(started_at)),
                        .from = "run of " + format_instant(started_at),
                        .started_at = started_at,
                        .offset = kFirstMorning.offset,
                        .sport = "running",
                        .distance = Metres(1000 * kilometres)};
    run.timer = Seconds(60 * (minutes + walked_minutes));
    run.elapsed = run.timer;
    run.ran_for = Seconds(60 * minutes);
    return run;
}

CaseFile typical_patient(const RunnerFacts& facts, const Knowledge& knowledge) {
    const Json& patient = patients().at(condition_of(facts.trouble).text());
    auto reading =
        wire::read_case(case_of(patient).dump(), knowledge, {kInterview, kFirstMorning.offset});
    expects(reading.has_value(), "a golden patient is a case");
    CaseFile file = std::move(reading->case_file);
    answer_the_rest(file.answers, QuestionScope::person, knowledge);
    answer_the_rest(file.episodes.front().answers, QuestionScope::episode, knowledge);
    for (Answer& answer : file.answers) {
        answer.dated = true;
    }
    for (Answer& answer : file.episodes.front().answers) {
        answer.dated = true;
    }
    add_runs(file, facts);
    return file;
}

}  // namespace footsure::simulation
