// SPDX-License-Identifier: Apache-2.0
#include "footsure/interview_sitting.hpp"

#include "advice/advice.hpp"
#include "footsure/interview_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace footsure::app {

namespace {

/// The most the interview asks about one problem; danger signs are asked beyond it.
constexpr std::size_t kMostQuestions = 25;
/// Answers told as of a named moment lie this long before it, each later than the one before, so
/// that a later one can correct an earlier one and all of them count at that moment.
constexpr std::chrono::milliseconds kTold{1};

using Failed = Failure<store::StoreError>;

}  // namespace

InterviewSitting::InterviewSitting(service::Service& service, const Knowledge& knowledge,
                                   InterviewVoice voice, SittingPlan plan)
    : service_(service), knowledge_(knowledge), voice_(voice), plan_(std::move(plan)) {}

LocalInstant InterviewSitting::moment() const {
    return plan_.at ? *plan_.at : service::now();
}

store::Stored<Ending> InterviewSitting::run() {
    voice_.say("", "Answer with the number in front. u = cannot say, ? = why do you ask, b = "
                   "back to the answer before, q = leave; everything said so far is kept.");
    while (true) {
        const auto begun = begin();
        if (!begun) {
            return Failed(begun.error());
        }
        const auto ending =
            *begun == Step::leave ? store::Stored<Ending>(Ending::left) : interview();
        if (!ending || *ending == Ending::left) {
            return ending;
        }
        if (memory_.told_level == UrgencyLevel::emergency) {
            return Ending::finished;
        }
        const auto another = voice_.hear(another_question());
        const auto* value = std::get_if<AnswerValue>(&another);
        if (value == nullptr || *value != AnswerValue(Said::yes)) {
            return Ending::finished;
        }
        plan_.start = InterviewStart::anew;
    }
}

store::Stored<InterviewSitting::Step> InterviewSitting::begin() {
    if (const auto known = service_.ensure_runner(plan_.runner); !known) {
        return Failed(known.error());
    }
    const auto at = moment();
    const auto facts = service_.case_file(plan_.runner, at);
    if (!facts) {
        return Failed(facts.error());
    }
    memory_ = {};
    if (plan_.start == InterviewStart::anew || facts->episodes.empty()) {
        episode_ = new_id(*facts);
        return ask_set_up(SetUpScope::missing);
    }
    const auto advice = advice::advise(*facts, knowledge_, at);
    const auto open = std::ranges::find_if(
        advice.episodes, [](const EpisodeAdvice& episode) { return !episode.ask_next.empty(); });
    resume(*facts, open == advice.episodes.end() ? advice.episodes.back().id : open->id);
    return ask_set_up(SetUpScope::missing);
}

void InterviewSitting::resume(const CaseFile& facts, const EpisodeId& episode) {
    episode_ = episode;
    const auto* known = find_episode(facts, episode);
    auto answers = facts.answers;
    answers.insert(answers.end(), known->answers.begin(), known->answers.end());
    std::ranges::stable_sort(answers, {}, &Answer::at);
    for (const auto& answer : answers) {
        std::erase(memory_.history, answer.question);
        memory_.history.push_back(answer.question);
    }
    for (const auto& answer : facts.answers) {
        memory_.personal.insert(answer.question);
    }
    voice_.say("", fmt::format("This goes on where it was left: the {} side, {} answered so far.",
                               word(known->side), memory_.history.size()));
}

/// Named by the moment, so that it never meets the name of an Episode that has ended.
EpisodeId InterviewSitting::new_id(const CaseFile& facts) const {
    const auto at = moment();
    std::string name = "e";
    for (const char c : format_local({at.at, at.offset}).substr(0, 19)) {
        name += c >= '0' && c <= '9' ? std::string(1, c) : std::string();
    }
    EpisodeId id(name);
    for (int i = 2; find_episode(facts, id) != nullptr; ++i) {
        id = EpisodeId(fmt::format("{}-{}", name, i));
    }
    return id;
}

store::Stored<InterviewSitting::Step> InterviewSitting::ask_set_up(SetUpScope scope) {
    const auto end = set_up(service_, voice_, {plan_.runner, episode_, moment(), scope});
    if (!end) {
        return Failed(end.error());
    }
    return *end == SetUpEnd::left ? Step::leave : Step::go_on;
}

store::Stored<Ending> InterviewSitting::interview() {
    while (true) {
        const auto view = look();
        if (!view) {
            return Failed(view.error());
        }
        tell_level(view->advice);
        tell_contradictions(view->advice);
        const auto* returned_to = std::exchange(memory_.returned_to, nullptr);
        const auto* question = returned_to != nullptr ? returned_to : next_question(view->advice);
        if (question == nullptr && memory_.closed) {
            return Ending::finished;
        }
        const auto step = question != nullptr ? ask(*question, *view) : close(*view);
        if (!step) {
            return Failed(step.error());
        }
        if (*step == Step::leave) {
            tell_open(view->advice);
            return Ending::left;
        }
        if (*step == Step::done) {
            return Ending::finished;
        }
    }
}

store::Stored<InterviewSitting::View> InterviewSitting::look() {
    const auto at = moment();
    auto facts = service_.case_file(plan_.runner, at);
    if (!facts) {
        return Failed(facts.error());
    }
    auto advice = advice::advise(*facts, knowledge_, at);
    const auto mine = std::ranges::find(advice.episodes, episode_, &EpisodeAdvice::id);
    if (mine == advice.episodes.end()) {
        return Failed(store::StoreError{store::StoreErrorCode::not_found,
                                        "the problem asked about has been ended"});
    }
    return View{std::move(*facts), std::move(*mine)};
}

const Question* InterviewSitting::next_question(const EpisodeAdvice& advice) const {
    for (const auto& next : advice.ask_next) {
        const auto* question = find_question(knowledge_, next.question.text());
        if (question != nullptr && may_be_asked(*question, advice)) {
            return question;
        }
    }
    return nullptr;
}

/// A question whose answer changed nothing is not asked for ever: once, and once more where two
/// answers contradict each other.
bool InterviewSitting::may_be_asked(const Question& question, const EpisodeAdvice& advice) const {
    const auto found = memory_.answered.find(question.id);
    const int times = found == memory_.answered.end() ? 0 : found->second;
    if (times > (contradicts(advice) ? 1 : 0)) {
        return false;
    }
    if (is_self_test(question, knowledge_) && !self_tests_are_safe(advice.triage)) {
        return false;
    }
    const std::size_t asked = memory_.history.size() - memory_.personal.size();
    return question.red_flag || times > 0 || asked < kMostQuestions;
}

store::Stored<InterviewSitting::Step> InterviewSitting::ask(const Question& question,
                                                            const View& view) {
    if (is_self_test(question, knowledge_)) {
        voice_.say("\n", "Only if you can do it sitting down or holding on to something: try each "
                         "once, slowly, and stop at the first pain. Leave out what you would "
                         "rather not try; u is a good answer.");
    }
    const auto* earlier = latest_answer(view.facts, episode_, question);
    if (earlier != nullptr) {
        voice_.say("\n", "Answered so far: " + answer_words(earlier->value, question));
    }
    const auto heard = voice_.hear(question);
    const auto* move = std::get_if<Move>(&heard);
    if (move == nullptr) {
        return keep(question, std::get<AnswerValue>(heard), view);
    }
    if (*move == Move::unknown) {
        return keep(question, Said::unknown, view);
    }
    return *move == Move::back ? go_back(&question) : store::Stored<Step>(Step::leave);
}

/// Before the first question lies the set-up.
store::Stored<InterviewSitting::Step> InterviewSitting::go_back(const Question* from) {
    auto place = memory_.history.end();
    if (from != nullptr) {
        place = std::ranges::find(memory_.history, from->id);
    }
    memory_.closed = false;
    while (place != memory_.history.begin()) {
        --place;
        memory_.returned_to = find_question(knowledge_, place->text());
        if (memory_.returned_to != nullptr) {
            return Step::go_on;
        }
    }
    return ask_set_up(SetUpScope::everything);
}

store::Stored<InterviewSitting::Step> InterviewSitting::keep(const Question& question,
                                                             AnswerValue value, const View& view) {
    Answer answer{.question = question.id, .value = std::move(value), .at = next_time(view.facts)};
    auto step = Step::go_on;
    if (memory_.answered.contains(question.id)) {
        answer.corrects = true;
    } else if (const auto heard = ask_mistake(question, answer.value, view);
               std::holds_alternative<AnswerValue>(heard)) {
        const AnswerValue mistake(std::vector<std::string>{"mistake"});
        answer.corrects = std::get<AnswerValue>(heard) == mistake;
    } else if (std::get<Move>(heard) == Move::leave) {
        step = Step::leave;
    }
    const bool personal = question.scope == QuestionScope::person;
    const auto kept = service_.add_answer(
        plan_.runner, personal ? std::nullopt : std::optional(episode_), answer);
    if (!kept) {
        return Failed(kept.error());
    }
    ++memory_.answered[question.id];
    if (std::ranges::find(memory_.history, question.id) == memory_.history.end()) {
        memory_.history.push_back(question.id);
    }
    memory_.closed = false;
    return step;
}

/// An answer of an earlier day may have been right then. Whoever cannot say leaves it standing:
/// a danger sign counts until it is seen or was a mistake.
Heard InterviewSitting::ask_mistake(const Question& question, const AnswerValue& value,
                                    const View& view) const {
    const auto* earlier = latest_answer(view.facts, episode_, question);
    const bool too_old = std::ranges::any_of(
        view.advice.triage.limits, [](const Limit& limit) { return limit.code == "expired"; });
    const bool same = earlier != nullptr && earlier->value == value;
    if (earlier == nullptr || same || (too_old && !contradicts(view.advice))) {
        return Move::unknown;
    }
    return voice_.hear(mistake_question());
}

store::Stored<InterviewSitting::Step> InterviewSitting::close(const View& view) {
    const auto* episode = find_episode(view.facts, episode_);
    const bool asks_notes =
        episode->notes.empty() && view.advice.triage.urgency.level() != UrgencyLevel::emergency;
    voice_.say("\n", asks_notes ? "Anything to add in your own words? One line, or Enter for "
                                  "nothing. b = back, q = leave."
                                : "Enter = see what to do, b = change an answer, q = leave.");
    while (true) {
        const auto line = voice_.hear_line("> ");
        const auto words = printable(line.text);
        if (line.end == LineEnd::no_more || words.empty()) {
            return Step::done;
        }
        if (words == "q") {
            return Step::leave;
        }
        if (words == "b") {
            return go_back(nullptr);
        }
        if (asks_notes) {
            return keep_notes(words, view);
        }
        voice_.say("! ", "Please press Enter, or type b or q.");
    }
}

/// Words can name a danger sign, so the engine looks once more before the end.
store::Stored<InterviewSitting::Step> InterviewSitting::keep_notes(const std::string& notes,
                                                                   const View& view) {
    const auto* episode = find_episode(view.facts, episode_);
    CaseFile facts{.at = moment(), .runner = view.facts.runner};
    facts.episodes.push_back(
        {.id = episode_, .side = episode->side, .started_on = episode->started_on, .notes = notes});
    if (const auto put = service_.put_case(facts); !put) {
        return Failed(put.error());
    }
    memory_.closed = true;
    return Step::go_on;
}

void InterviewSitting::tell_level(const EpisodeAdvice& advice) {
    const auto level = advice.triage.urgency.level();
    if (level < UrgencyLevel::same_day) {
        memory_.told_level = level;
        return;
    }
    const bool certain = is_certain(advice.triage) || next_question(advice) == nullptr;
    if (level == memory_.told_level || !certain) {
        return;
    }
    memory_.told_level = level;
    voice_.say("\n! ", level == UrgencyLevel::emergency
                           ? "EMERGENCY: call the emergency number or have yourself taken to an "
                             "emergency department now."
                           : "SAME DAY: a doctor should see this today; do not wait for "
                             "tomorrow.");
}

/// Who leaves early must not take silence for an all-clear.
void InterviewSitting::tell_open(const EpisodeAdvice& advice) const {
    if (advice.triage.urgency.level() >= UrgencyLevel::same_day &&
        memory_.told_level < UrgencyLevel::same_day) {
        voice_.say("\n! ", "As long as the rest is not answered, be seen by a doctor today.");
    } else if (!advice.triage.missing.empty()) {
        voice_.say("\n! ", "Danger signs are still open, so nothing said so far means that it "
                           "can wait.");
    }
}

void InterviewSitting::tell_contradictions(const EpisodeAdvice& advice) {
    std::set<std::string> told;
    for (const auto& limit : advice.triage.limits) {
        if (limit.code != "contradiction") {
            continue;
        }
        told.insert(limit.text);
        if (!memory_.contradictions.contains(limit.text)) {
            voice_.say("\n! ", printable(limit.text));
        }
    }
    memory_.contradictions = std::move(told);
}

Instant InterviewSitting::next_time(const CaseFile& facts) const {
    const auto now = moment().at;
    Instant next = plan_.at ? now - kTold : now;
    const auto after = [&](const std::vector<Answer>& answers) {
        for (const auto& answer : answers) {
            next = std::max(next, answer.at + std::chrono::microseconds(1));
        }
    };
    after(facts.answers);
    for (const auto& episode : facts.episodes) {
        after(episode.answers);
    }
    for (const auto& check_in : facts.check_ins) {
        after(check_in.answers);
    }
    return std::min(next, now);
}

}  // namespace footsure::app
