// SPDX-License-Identifier: Apache-2.0
#include "knowledge/sections.hpp"

#include <algorithm>

namespace footsure::knowledge {

namespace {

/// A rule's id as the evidence numbers it: a link to R-035 means R-035a and R-035b too.
std::string_view without_letter(std::string_view id) {
    const bool letter = !id.empty() && id.back() >= 'a' && id.back() <= 'z';
    return letter ? id.substr(0, id.size() - 1) : id;
}

bool names_rule(std::string_view link, const RuleId& rule) {
    return link == rule.text() || link == without_letter(rule.text());
}

/// Calls `visit(claims)` with the list of every rule, Condition and care item the link means.
template <class Visit>
void for_each_linked(std::string_view link, Knowledge& knowledge, Visit visit) {
    for (auto& rule : knowledge.rules) {
        if (names_rule(link, rule.id)) {
            visit(rule.claims);
        }
    }
    for (auto& condition : knowledge.conditions) {
        if (link == condition.id.text()) {
            visit(condition.claims);
        }
    }
    for (auto& card : knowledge.care_cards) {
        for (auto& item : card.items) {
            if (link == card.id.text() + "." + item.id) {
                visit(item.claims);
            }
        }
    }
}

bool is_known(std::string_view link, Knowledge& knowledge) {
    bool known = std::ranges::any_of(knowledge.modifiers,
                                     [&](const auto& m) { return names_rule(link, m.id); });
    for_each_linked(link, knowledge, [&](const auto&) { known = true; });
    return known;
}

void read_topics(Reader& in, Claim& claim) {
    claim.topics = in.texts("topics");
    if (claim.topics.empty()) {
        in.fail("a claim needs topics: the words somebody would search for");
    }
    for (const auto& topic : claim.topics) {
        const bool upper = std::ranges::any_of(topic, [](char c) { return c >= 'A' && c <= 'Z'; });
        if (topic.empty() || upper) {
            in.fail("the topic '" + topic + "' must be words in lower case");
        }
    }
}

void read_links(Reader& in, Knowledge& knowledge, Claim& claim) {
    const Node* list = in.list("links");
    if (list == nullptr) {
        return;
    }
    for (const auto& item : list->items) {
        if (item.kind != NodeKind::text || !is_known(item.text, knowledge)) {
            in.fail(item, "unknown link '" + item.text +
                              "': it must name a rule, a condition or a care item (card.item)");
        } else if (std::ranges::find(claim.links, item.text) != claim.links.end()) {
            in.fail(item, "'" + item.text + "' is linked twice");
        } else {
            claim.links.push_back(item.text);
        }
    }
}

void read_claim(Reader& in, const Names& names, Knowledge& knowledge) {
    Claim claim;
    claim.id = ClaimId(in.text("id"));
    const auto kind = in.one_of("kind", {"cause", "risk", "symptom", "sign", "warn", "diag",
                                         "treat", "ex", "prev", "num", "anat", "adv", "claim"});
    claim.kind = static_cast<ClaimKind>(kind.value_or(0));
    claim.text = in.text("text");
    const auto verdict = in.one_of(
        "verdict", {"supported", "limited", "disputed", "refuted", "promoted", "unverified"});
    claim.verdict = static_cast<ClaimVerdict>(verdict.value_or(0));
    claim.answer = in.text("answer");
    const auto grade = in.one_of("grade", {"strong", "moderate", "weak", "expert", "none"});
    claim.grade = static_cast<EvidenceGrade>(grade.value_or(0));
    claim.certainty = in.certainty().value_or(Certainty::expert_estimate);
    claim.sources = in.sources(names);
    read_topics(in, claim);
    read_links(in, knowledge, claim);
    if (std::ranges::find(knowledge.claims, claim.id, &Claim::id) != knowledge.claims.end()) {
        in.fail("claim '" + claim.id.text() + "' is declared twice");
    }
    knowledge.claims.push_back(std::move(claim));
}

}  // namespace

void read_claims(const Sheet& sheet, const Names& names, Knowledge& knowledge) {
    Reader file(sheet.file, sheet.root, sheet.errors);
    for_each_table(file, "claim", sheet,
                   [&](Reader& in, const Node&) { read_claim(in, names, knowledge); });
    file.done();
}

void link_claims(Knowledge& knowledge) {
    std::ranges::sort(knowledge.claims, {}, &Claim::id);
    for (const auto& claim : knowledge.claims) {
        for (const auto& link : claim.links) {
            for_each_linked(link, knowledge, [&](std::vector<ClaimId>& claims) {
                if (std::ranges::find(claims, claim.id) == claims.end()) {
                    claims.push_back(claim.id);
                }
            });
        }
    }
}

}  // namespace footsure::knowledge
