// SPDX-License-Identifier: Apache-2.0
#include "triage/triage.hpp"

#include "logic/logic.hpp"
#include "triage/new_signs.hpp"

#include <algorithm>
#include <map>

namespace footsure::triage {

namespace {

/// One screen holds at most eight signs. Source: DESIGN, section 4.
constexpr std::size_t kReasonsShown = 8;

class Decision {
public:
    Decision(const TriageFacts& facts, const Knowledge& knowledge)
        : facts_(facts), knowledge_(knowledge), now_(facts.states.back()) {}

    TriageDecision run() {
        decision_.rules = fired_rules(facts_, knowledge_, decision_.limits);
        for (const auto& rule : decision_.rules) {
            decision_.urgency.join(rule.level);
        }
        note_open_danger();
        judge_silence();
        judge_lone_signs();
        raise_by_ranking();
        require_self_care_conditions();
        apply_modifiers();
        return std::move(decision_);
    }

private:
    [[nodiscard]] const std::vector<Finding>& values() const { return now_.findings.values; }

    void add(FiredRule rule) {
        decision_.urgency.join(rule.level);
        decision_.rules.push_back(std::move(rule));
    }

    [[nodiscard]] Instant within(int hours) const { return now_.at + std::chrono::hours(hours); }

    /// Danger Findings that could still change the level, most urgent rule first.
    void note_open_danger() {
        for (const auto& rule : knowledge_.rules) {
            if (rule.level < UrgencyLevel::same_day ||
                !logic::is_open(logic::evaluate(rule.when, values()))) {
                continue;
            }
            for (const auto finding : logic::open_findings(rule.when, values())) {
                note_open(finding, rule.level);
            }
        }
    }

    void note_open(std::uint32_t finding, UrgencyLevel could_be) {
        const auto& definition = knowledge_.findings[finding];
        if (definition.when) {
            for (const auto part : logic::open_findings(*definition.when, values())) {
                note_open(part, could_be);
            }
            return;
        }
        if (values()[finding].truth == Truth::unknown) {
            unknown_danger_ = true;
            return;
        }
        open_danger_ = true;
        decision_.provisional |= could_be > decision_.urgency.level();
        if (std::ranges::find(decision_.missing, finding) == decision_.missing.end()) {
            decision_.missing.push_back(finding);
        }
    }

    [[nodiscard]] bool danger_at_hand() const {
        const auto& situation = knowledge_.policy.acute_situation;
        return logic::evaluate(situation, values()) == Truth::yes ||
               std::ranges::any_of(logic::open_findings(situation, values()), [&](auto finding) {
                   return values()[finding].truth == Truth::unknown;
               });
    }

    /// Policy 3 and the design's rule on silence: where danger is at hand, an open danger sign
    /// counts as one that must be looked at the same day.
    void judge_silence() {
        if (!danger_at_hand() || (!open_danger_ && !unknown_danger_)) {
            return;
        }
        const auto& policy = knowledge_.policy;
        const bool walks =
            !unknown_danger_ && logic::evaluate(policy.bone_press_only, values()) == Truth::yes;
        const auto level = walks ? UrgencyLevel::within_days : UrgencyLevel::same_day;
        FiredRule rule{.id = RuleId("P-3"),
                       .level = level,
                       .text =
                           "Danger signs are not answered or not certain, and in this situation "
                           "that counts as a reason to be seen.",
                       .be_seen_by = within(walks ? kHoursWithinDays : kHoursSameDay),
                       .certainty = Certainty::expert_estimate};
        for (const auto finding : decision_.missing) {
            if (rule.because.size() < kReasonsShown) {
                rule.because.push_back(
                    {.text = "not answered: " + knowledge_.findings[finding].text,
                     .finding = knowledge_.findings[finding].id.text(),
                     .sources = policy.sources});
            }
        }
        add(std::move(rule));
    }

    /// A sign on a danger screen that completes no rule still counts: answering it must never be
    /// milder than leaving the screen out (decision 0005).
    void judge_lone_signs() {
        if (decision_.urgency.level() >= UrgencyLevel::same_day) {
            return;
        }
        FiredRule rule{.id = RuleId("P-3"), .certainty = Certainty::expert_estimate};
        explain_rules();
        for (const auto& question : knowledge_.questions) {
            if (question.red_flag && question.kind == QuestionKind::choices) {
                collect_lone_signs(question, rule);
            }
        }
        if (rule.because.empty()) {
            return;
        }
        rule.text = "A danger sign is there that no rule explains, so somebody should look at it.";
        if (rule.level >= UrgencyLevel::within_days) {
            rule.be_seen_by =
                within(rule.level == UrgencyLevel::same_day ? kHoursSameDay : kHoursWithinDays);
        }
        add(std::move(rule));
    }

    /// Every Finding that some rule, fired or cleared, rests on now.
    void explain_rules() {
        for (const auto& rule : knowledge_.rules) {
            if (logic::evaluate(rule.when, values()) == Truth::yes) {
                explain(rule.when, rule);
            }
        }
    }

    void explain(const Expression& when, const Rule& rule) {
        for (const auto part : logic::explain(when, values())) {
            const auto level = alone_makes(part, rule) ? UrgencyLevel::emergency : rule.level;
            auto& known = explained_[part];
            known = std::max(known, level);
            const auto& derived = knowledge_.findings[part].when;
            if (derived && logic::evaluate(*derived, values()) == Truth::yes) {
                explain(*derived, rule);
            }
        }
    }

    /// Whether the sign needs no other for the rule: then the rule's level is the sign's own.
    [[nodiscard]] bool alone_makes(std::uint32_t sign, const Rule& rule) const {
        std::vector<Finding> only(values().size());
        only[sign].truth = Truth::yes;
        for (std::size_t i = 0; i < only.size(); ++i) {
            if (const auto& derived = knowledge_.findings[i].when; derived && i != sign) {
                only[i].truth = logic::evaluate(*derived, only);
            }
        }
        return logic::evaluate(rule.when, only) == Truth::yes;
    }

    void collect_lone_signs(const Question& question, FiredRule& rule) const {
        const auto level = danger_at_hand() ? std::max(question.lone_sign, UrgencyLevel::same_day)
                                            : question.lone_sign;
        for (const auto& option : question.options) {
            if (!option.finding || values()[*option.finding].truth != Truth::yes) {
                continue;
            }
            const auto known = explained_.find(*option.finding);
            if (known != explained_.end() && known->second >= level) {
                continue;
            }
            rule.level = std::max(rule.level, level);
            rule.because.push_back({.text = knowledge_.findings[*option.finding].text,
                                    .finding = knowledge_.findings[*option.finding].id.text(),
                                    .from = values()[*option.finding].from,
                                    .sources = knowledge_.policy.sources});
        }
    }

    /// Policy 1: the first cause, and every cause from the threshold on, brings the milder end of
    /// its own level.
    void raise_by_ranking() {
        raise_by(facts_.differential);
        for (const auto& ranking : facts_.raising) {
            raise_by(ranking);
        }
    }

    void raise_by(const Differential& ranking) {
        for (std::size_t i = 0; i < ranking.size(); ++i) {
            const auto* condition = find_condition(knowledge_, ranking[i].condition.text());
            const auto level =
                condition == nullptr ? UrgencyLevel::self_care : condition->level_mild;
            const bool serious =
                level >= UrgencyLevel::within_days &&
                ranking[i].probability.value() >= knowledge_.policy.rank_raises_from;
            if (level != UrgencyLevel::self_care && (i == 0 || serious)) {
                raise_to(*condition, level);
            }
        }
    }

    /// A visit that names this entry has looked at the cause that raised it (decision 0020), until
    /// a new sign speaks for that cause; what the rules say of new signs stays.
    [[nodiscard]] bool was_looked_at(const Condition& condition, const RuleId& id,
                                     UrgencyLevel level) const {
        const Day today = day_of(now_.at, facts_.offset);
        return std::ranges::any_of(facts_.seen, [&](const Seen& seen) {
            return seen.on <= today && may_clear(seen, id, level) &&
                   !has_new_sign(condition, seen, facts_, knowledge_);
        });
    }

    void raise_to(const Condition& condition, UrgencyLevel level) {
        const RuleId id("C-" + two_digits(condition.number));
        if (std::ranges::find(decision_.rules, id, &FiredRule::id) != decision_.rules.end() ||
            was_looked_at(condition, id, level)) {
            return;
        }
        add({.id = id,
             .level = level,
             .text = "What fits best so far (" + condition.name + ") should be looked at.",
             .be_seen_by =
                 level == UrgencyLevel::routine
                     ? std::nullopt
                     : std::optional(within(level == UrgencyLevel::within_days ? kHoursWithinDays
                                                                               : kHoursSameDay)),
             .certainty = Certainty::expert_estimate,
             .because = {{.text = condition.name + " fits", .sources = condition.sources}}});
    }

    static std::string two_digits(int number) {
        const auto digits = std::to_string(number);
        return digits.size() == 1 ? "0" + digits : digits;
    }

    /// Self-care only when every one of its conditions was answered and every danger rule is "no".
    void require_self_care_conditions() {
        const auto& condition = knowledge_.policy.self_care;
        const Truth fits = logic::evaluate(condition, values());
        const bool all_clear = std::ranges::all_of(
            knowledge_.rules, [&](const Rule& rule) { return allows_self_care(rule); });
        if (fits == Truth::yes && all_clear) {
            return;
        }
        decision_.urgency.join(UrgencyLevel::routine);
        std::string open;
        for (const auto finding : logic::open_findings(condition, values())) {
            open += (open.empty() ? "" : ", ") + knowledge_.findings[finding].text;
        }
        if (fits != Truth::no) {
            decision_.limits.push_back(
                {"self_care_open", "Looking after it alone needs more answers" +
                                       (open.empty() ? std::string(".") : ": " + open + ".")});
        }
    }

    /// A rule that says no, was cleared, or hangs only on signs of no danger that nobody asked for:
    /// the interview asks those where they are likely (decision 0010).
    [[nodiscard]] bool allows_self_care(const Rule& rule) const {
        const Truth fires = logic::evaluate(rule.when, values());
        if (fires == Truth::no || rule.level == UrgencyLevel::self_care || rule_cleared(rule)) {
            return true;
        }
        if (fires == Truth::yes || rule.level >= UrgencyLevel::same_day) {
            return false;
        }
        return std::ranges::none_of(logic::open_findings(rule.when, values()),
                                    [&](auto finding) { return must_be_known(finding); });
    }

    /// Whether an open Finding is a danger sign, or was asked and could not be said.
    [[nodiscard]] bool must_be_known(std::uint32_t finding) const {
        if (values()[finding].truth == Truth::unknown) {
            return true;
        }
        const auto& derived = knowledge_.findings[finding].when;
        if (derived) {
            return std::ranges::any_of(logic::open_findings(*derived, values()),
                                       [&](auto part) { return must_be_known(part); });
        }
        return std::ranges::any_of(knowledge_.questions, [&](const Question& question) {
            return question.red_flag &&
                   (question.finding == finding ||
                    std::ranges::any_of(question.options, [&](const QuestionOption& option) {
                        return option.finding == finding;
                    }));
        });
    }

    /// A rule that is yes but not among the fired ones was cleared by a visit.
    [[nodiscard]] bool rule_cleared(const Rule& rule) const {
        return logic::evaluate(rule.when, values()) == Truth::yes &&
               std::ranges::none_of(decision_.rules,
                                    [&](const FiredRule& fired) { return fired.id == rule.id; });
    }

    void apply_modifiers() {
        const auto before = decision_.urgency.level();
        for (const auto& modifier : knowledge_.modifiers) {
            if (logic::evaluate(modifier.when, values()) != Truth::yes) {
                continue;
            }
            const auto next = before == UrgencyLevel::emergency
                                  ? before
                                  : static_cast<UrgencyLevel>(static_cast<int>(before) + 1);
            const auto level = modifier.at_least.value_or(next);
            const int hours = level == UrgencyLevel::emergency  ? 0
                              : level == UrgencyLevel::same_day ? kHoursSameDay
                                                                : kHoursWithinDays;
            add({.id = modifier.id,
                 .level = level,
                 .text = modifier.text,
                 .be_seen_by = level < UrgencyLevel::within_days ? std::nullopt
                                                                 : std::optional(within(hours)),
                 .certainty = modifier.certainty,
                 .because =
                     reasons_for(modifier.when, now_.findings, knowledge_, modifier.sources)});
        }
    }

    /// Source: evidence_triage, section 1 (T1 within a day, T2 within 72 h).
    static constexpr int kHoursSameDay = 24;
    static constexpr int kHoursWithinDays = 72;

    const TriageFacts& facts_;
    const Knowledge& knowledge_;
    const FindingsAt& now_;
    TriageDecision decision_;
    std::map<std::uint32_t, UrgencyLevel> explained_;
    bool open_danger_ = false;
    bool unknown_danger_ = false;
};

}  // namespace

TriageDecision decide(const TriageFacts& facts, const Knowledge& knowledge) {
    expects(!facts.states.empty(), "triage needs the findings of now");
    return Decision(facts, knowledge).run();
}

}  // namespace footsure::triage
