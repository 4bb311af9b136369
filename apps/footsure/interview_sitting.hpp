// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "footsure/commands.hpp"
#include "footsure/interview_set_up.hpp"
#include "footsure/interview_voice.hpp"
#include "service/service.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace footsure::app {

struct SittingPlan {
    RunnerId runner;
    std::optional<LocalInstant> at;  ///< as of when; nothing: by the clock
    InterviewStart start = InterviewStart::resume;
};

enum class Ending : std::uint8_t { finished, left };

/// One sitting of the interview: asks what the engine asks next, and stores each answer at once.
/// Needs: the service and the knowledge outlive it.
class InterviewSitting {
public:
    InterviewSitting(service::Service& service, const Knowledge& knowledge, InterviewVoice voice,
                     SittingPlan plan);
    [[nodiscard]] store::Stored<Ending> run();
    /// The moment the sitting stands at.
    [[nodiscard]] LocalInstant moment() const;

private:
    /// Whether the Episode has more to ask, is through, or the Runner leaves.
    enum class Step : std::uint8_t { go_on, done, leave };

    /// What is known, and what the engine says of the Episode being asked about.
    struct View {
        CaseFile facts;
        EpisodeAdvice advice;
    };

    /// What this sitting remembers of the Episode it asks about.
    struct Memory {
        std::vector<QuestionId> history;       ///< answered, in order: the way back
        std::set<QuestionId> personal;         ///< of those, about the person, earlier
        std::map<QuestionId, int> answered;    ///< how often in this sitting
        std::set<std::string> contradictions;  ///< already told
        const Question* returned_to = nullptr;
        UrgencyLevel told_level = UrgencyLevel::self_care;
        bool closed = false;  ///< the last word was given and no question came of it
    };

    [[nodiscard]] store::Stored<Step> begin();
    void resume(const CaseFile& facts, const EpisodeId& episode);
    [[nodiscard]] EpisodeId new_id(const CaseFile& facts) const;
    [[nodiscard]] store::Stored<Step> ask_set_up(SetUpScope scope);
    [[nodiscard]] store::Stored<Ending> interview();
    [[nodiscard]] store::Stored<View> look();
    [[nodiscard]] const Question* next_question(const EpisodeAdvice& advice) const;
    [[nodiscard]] bool may_be_asked(const Question& question, const EpisodeAdvice& advice) const;
    [[nodiscard]] store::Stored<Step> ask(const Question& question, const View& view);
    [[nodiscard]] store::Stored<Step> go_back(const Question* from);
    [[nodiscard]] store::Stored<Step> keep(const Question& question, AnswerValue value,
                                           const View& view);
    [[nodiscard]] Heard ask_mistake(const Question& question, const AnswerValue& value,
                                    const View& view) const;
    [[nodiscard]] store::Stored<Step> close(const View& view);
    [[nodiscard]] store::Stored<Step> keep_notes(const std::string& notes, const View& view);
    void tell_level(const EpisodeAdvice& advice);
    void tell_open(const EpisodeAdvice& advice) const;
    void tell_contradictions(const EpisodeAdvice& advice);
    [[nodiscard]] Instant next_time(const CaseFile& facts) const;

    service::Service& service_;
    const Knowledge& knowledge_;
    InterviewVoice voice_;
    SittingPlan plan_;
    EpisodeId episode_;
    Memory memory_;
};

}  // namespace footsure::app
