// SPDX-License-Identifier: Apache-2.0
#include "findings/notes.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace footsure::findings {

namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 12> kNegations{"no",      "not",    "never",   "without",
                                                      "don't",   "isn't",  "doesn't", "didn't",
                                                      "haven't", "hasn't", "wasn't",  "aren't"};
constexpr std::array<std::string_view, 3> kClauseBreaks{"but", "however", "although"};
constexpr std::string_view kCurlyApostrophe = "\xE2\x80\x99";

bool is_word_byte(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'' || c >= 0x80;
}

/// Lower case, with typographic apostrophes made plain.
std::string plain(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with(kCurlyApostrophe)) {
            result += '\'';
            i += kCurlyApostrophe.size() - 1;
        } else {
            const char c = text[i];
            result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return result;
}

Words split_words(std::string_view clause) {
    Words words;
    std::string word;
    for (const char c : clause) {
        if (is_word_byte(static_cast<unsigned char>(c))) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

/// Clauses end at punctuation and at "but"; a negation reaches no further than its clause.
std::vector<Words> split_clauses(std::string_view text) {
    std::vector<Words> clauses;
    std::size_t start = 0;
    const auto close = [&](std::size_t end) {
        Words clause;
        for (auto& word : split_words(text.substr(start, end - start))) {
            if (std::ranges::find(kClauseBreaks, word) != kClauseBreaks.end()) {
                clauses.push_back(std::move(clause));
                clause.clear();
            } else {
                clause.push_back(std::move(word));
            }
        }
        clauses.push_back(std::move(clause));
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (std::string_view(".,;:!?\n()").find(text[i]) != std::string_view::npos) {
            close(i);
            start = i + 1;
        }
    }
    close(text.size());
    return clauses;
}

/// Whether the phrase stands in the clause, and whether some place of it is not negated.
std::optional<NoteHitKind> phrase_in(const Words& clause, const Words& phrase) {
    std::optional<NoteHitKind> hit;
    for (auto from = clause.begin(); from != clause.end(); ++from) {
        from = std::search(from, clause.end(), phrase.begin(), phrase.end());
        if (from == clause.end()) {
            break;
        }
        const bool negated = std::any_of(clause.begin(), from, [](const std::string& word) {
            return std::ranges::find(kNegations, word) != kNegations.end();
        });
        if (!negated) {
            return NoteHitKind::said;
        }
        hit = NoteHitKind::negated;
    }
    return hit;
}

/// The phrase's place in the whole text; said somewhere beats negated everywhere.
std::optional<NoteHitKind> phrase_anywhere(const std::vector<Words>& clauses,
                                           std::string_view phrase) {
    const auto words = split_words(phrase);
    std::optional<NoteHitKind> hit;
    for (const auto& clause : clauses) {
        const auto kind = words.empty() ? std::nullopt : phrase_in(clause, words);
        if (kind && (!hit || *kind == NoteHitKind::said)) {
            hit = kind;
        }
    }
    return hit;
}

std::optional<NoteHit> best_hit(const DangerWords& danger, const std::vector<Words>& clauses) {
    std::optional<NoteHit> best;
    for (const auto& phrase : danger.phrases) {
        const auto kind = phrase_anywhere(clauses, phrase);
        if (kind && (!best || *kind == NoteHitKind::said)) {
            best = NoteHit{danger.finding, danger.meaning, *kind, phrase};
        }
    }
    return best;
}

}  // namespace

std::vector<NoteHit> search_notes(std::string_view notes, const Knowledge& knowledge) {
    std::vector<NoteHit> hits;
    if (notes.empty()) {
        return hits;
    }
    const std::string text = plain(notes);
    const auto clauses = split_clauses(text);
    for (const auto& danger : knowledge.danger_words) {
        if (auto best = best_hit(danger, clauses)) {
            hits.push_back(std::move(*best));
        }
    }
    return hits;
}

}  // namespace footsure::findings
