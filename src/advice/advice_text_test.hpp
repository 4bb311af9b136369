// SPDX-License-Identifier: Apache-2.0
#pragma once

// An Advice as text, times counted from its own now, for comparing two of them in tests.

#include "model/advice.hpp"

#include <string>

namespace footsure::advice::testing {

class AdviceText {
public:
    static std::string of(const Advice& advice) {
        AdviceText text(advice.at.at);
        text.put(word(advice.urgency.level()));
        text.put(advice.provisional ? "provisional" : "settled");
        for (const auto& episode : advice.episodes) {
            text.put(episode);
        }
        text.put(advice.guard);
        for (const auto& e : advice.exposures) {
            text.put(e.unresolved.value());
            text.put(e.tolerated.value());
            text.put(e.utilisation);
        }
        text.put_codes(advice.limits);
        return text.text_;
    }

    static std::string of(const EpisodeAdvice& episode, Instant now) {
        AdviceText text(now);
        text.put(episode);
        return text.text_;
    }

private:
    explicit AdviceText(Instant now) : now_(now) {}

    void put(std::string_view word) { text_ += std::string(word) + "\n"; }

    void put(double number) { put(std::to_string(number)); }

    void put(Instant at) { put(seconds_between(now_, at)); }

    void put_codes(const std::vector<Limit>& limits) {
        for (const auto& limit : limits) {
            put(limit.code);
        }
    }

    void put(const std::vector<Reason>& reasons) {
        for (const auto& reason : reasons) {
            put(reason.text + "|" + reason.finding + "|" + reason.rule + "|" + reason.from);
            put(reason.weight.value_or(0));
        }
    }

    void put(const EpisodeAdvice& episode) {
        put(episode.id.text());
        put(word(episode.side));
        put(word(episode.triage.urgency.level()));
        for (const auto& rule : episode.triage.rules) {
            put(rule.id.text());
            put(word(rule.level));
            put(rule.be_seen_by.value_or(now_));
            put(rule.because);
        }
        for (const auto& cause : episode.differential) {
            put(cause.condition.text());
            put(cause.probability.value());
            put(cause.low.value());
            put(cause.high.value());
            put(cause.supporting);
            put(cause.opposing);
        }
        for (const auto& next : episode.ask_next) {
            put(next.question.text());
        }
        put_codes(episode.triage.limits);
        put(episode.before);
        put(std::to_string(episode.help.index()));
        std::visit([this](const auto& help) { put_help(help); }, episode.help);
    }

    /// Without the texts, which hold dates.
    void put(const ChangeAccount& account) {
        put(std::to_string(account.weeks_of_past));
        for (const auto& change : account.changes) {
            put(std::string(word(change.kind)) + "|" + change.finding + "|" + change.from);
            put(change.surprise);
        }
        for (const auto* list : {&account.judged, &account.unknown}) {
            for (const auto& line : *list) {
                put(line);
            }
        }
    }

    void put_help(const UrgentHelp& help) { put(help.seek_care.where); }

    void put_help(const ProtectedWait& help) { put(help.care); }

    void put_help(const RoutineHelp& help) { put(help.care); }

    void put_help(const SelfCareHelp& help) { put(help.care); }

    void put(const std::optional<Care>& care) {
        for (const auto& line : care ? care->lines : std::vector<CareLine>()) {
            put(line.id);
            put(line.from);
            put(line.until);
        }
    }

    void put(const Guard& guard) {
        put(word(guard.verdict));
        put(guard.ceiling_distance.value_or(Metres(-1)).value());
        put(guard.ceiling_duration.value_or(Seconds(-1)).value());
        put(guard.because);
        for (const auto& unknown : guard.unknown) {
            put(unknown);
        }
    }

    Instant now_;
    std::string text_;
};

}  // namespace footsure::advice::testing
