// SPDX-License-Identifier: Apache-2.0
#include "findings/findings.hpp"

#include "findings/answers.hpp"
#include "findings/check_ins.hpp"
#include "findings/given.hpp"
#include "findings/notes.hpp"
#include "findings/runs.hpp"
#include "logic/logic.hpp"

#include <algorithm>

namespace footsure::findings {

namespace {

void add_notes(const Episode& episode, const Knowledge& knowledge, Findings& findings) {
    for (const auto& hit : search_notes(episode.notes, knowledge)) {
        auto& finding = findings.values[hit.finding];
        const auto& definition = knowledge.findings[hit.finding];
        if (hit.kind == NoteHitKind::negated) {
            if (finding.truth == Truth::not_asked) {
                findings.asked_by_notes.push_back(hit.finding);
            }
            continue;
        }
        if (finding.truth == hit.meaning) {
            continue;
        }
        if (!logic::is_open(finding.truth)) {
            findings.contradictions.push_back(
                {hit.finding,
                 "The notes say \"" + hit.phrase + "\", the answer says otherwise (" +
                     definition.text + "). The safer reading holds until you answer again.",
                 finding.from});
        }
        finding = {.truth = hit.meaning, .from = "notes"};
    }
}

enum class Closed : std::uint8_t { none, some };

/// A question that does not apply was answered by that: its unanswered Findings are "no".
/// Gives: whether any was closed; that may make another question inapplicable.
Closed close_questions_that_do_not_apply(const Knowledge& knowledge, Findings& findings) {
    auto closed = Closed::none;
    for (const auto& question : knowledge.questions) {
        if (!question.applies_when ||
            logic::evaluate(*question.applies_when, findings.values) != Truth::no) {
            continue;
        }
        for (const auto finding : findings_of(question)) {
            auto& value = findings.values[finding];
            if (value.truth == Truth::not_asked) {
                value.truth = Truth::no;
                closed = Closed::some;
            }
        }
    }
    return closed;
}

/// What counts for asked and given Findings nobody spoke about.
void presume(const Knowledge& knowledge, Findings& findings) {
    for (std::size_t i = 0; i < knowledge.findings.size(); ++i) {
        const auto& definition = knowledge.findings[i];
        if (definition.presumed && !definition.when && logic::is_open(findings.values[i].truth)) {
            findings.values[i].truth = *definition.presumed;
        }
    }
}

std::optional<Instant> latest(const std::vector<std::uint32_t>& parts, const Findings& findings) {
    std::optional<Instant> at;
    for (const auto part : parts) {
        at = std::max(at, findings.values[part].at);
    }
    return at;
}

void derive(const Knowledge& knowledge, Findings& findings) {
    for (std::size_t i = 0; i < knowledge.findings.size(); ++i) {
        const auto& definition = knowledge.findings[i];
        auto& value = findings.values[i];
        if (definition.when) {
            value.truth = logic::evaluate(*definition.when, findings.values);
            if (value.truth == Truth::yes) {
                const auto parts = logic::explain(*definition.when, findings.values);
                value.at = latest(parts, findings);
                value.from = parts.empty() ? "" : findings.values[parts.front()].from;
            }
        }
        if (definition.when && definition.presumed && logic::is_open(value.truth)) {
            value.truth = *definition.presumed;
        }
    }
}

/// Answers that cannot both be true. Rules already take the more urgent one; here it is named.
void note_contradictions(const Knowledge& knowledge, Findings& findings) {
    for (const auto& contradiction : knowledge.contradictions) {
        if (logic::evaluate(contradiction.when, findings.values) != Truth::yes) {
            continue;
        }
        const auto* question = find_question(knowledge, contradiction.ask.text());
        const auto asked =
            question == nullptr ? std::vector<std::uint32_t>{} : findings_of(*question);
        if (!asked.empty()) {
            findings.contradictions.push_back(
                {asked.front(), contradiction.text, contradiction.ask.text()});
        }
    }
}

}  // namespace

Findings find(const CaseFile& case_file, const Episode& episode, const Knowledge& knowledge,
              LocalInstant now) {
    RunAccounts accounts(case_file);
    return find(case_file, episode, knowledge, now, accounts.before(start_of(episode, now)));
}

Findings find(const CaseFile& case_file, const Episode& episode, const Knowledge& knowledge,
              LocalInstant now, const RunAccount& runs) {
    const EpisodeFacts facts{case_file, episode, knowledge, now};
    Findings findings;
    findings.values.resize(knowledge.findings.size());
    add_given(facts, findings);
    add_runs(facts, runs, findings);
    add_answers(facts, findings);
    add_check_ins(facts, findings);
    add_notes(episode, knowledge, findings);
    presume(knowledge, findings);
    while (close_questions_that_do_not_apply(knowledge, findings) == Closed::some) {
    }
    derive(knowledge, findings);
    note_contradictions(knowledge, findings);
    return findings;
}

}  // namespace footsure::findings
