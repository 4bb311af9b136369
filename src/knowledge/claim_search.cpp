// SPDX-License-Identifier: Apache-2.0
#include "knowledge/knowledge.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace footsure::knowledge {

namespace {

/// Lower case without the C library, whose answer depends on the locale.
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Letters, digits and every byte beyond ASCII belong to words.
bool in_word(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    bool inside = false;
    for (const char raw : text) {
        const char c = lower(raw);
        const bool part = in_word(c);
        if (part && !inside) {
            words.emplace_back();
        }
        if (part) {
            words.back() += c;
        }
        inside = part;
    }
    return words;
}

enum class Match : std::uint8_t { none, start, whole };

Match match(std::string_view wanted, const std::vector<std::string>& words) {
    Match best = Match::none;
    for (const auto& word : words) {
        if (word == wanted) {
            return Match::whole;
        }
        if (word.starts_with(wanted)) {
            best = Match::start;
        }
    }
    return best;
}

/// How many of the wanted words stand where.
struct Fit {
    int id = 0;
    int topics = 0;
    int text = 0;
    int whole = 0;

    auto operator<=>(const Fit&) const = default;
};

struct SearchableClaim {
    std::vector<std::string> id;
    std::vector<std::string> topics;
    std::vector<std::string> text;
    std::vector<std::string> answer;
};

SearchableClaim searchable(const Claim& claim) {
    SearchableClaim result{.id = words_of(claim.id.text()),
                           .text = words_of(claim.text),
                           .answer = words_of(claim.answer)};
    for (const auto& topic : claim.topics) {
        std::ranges::move(words_of(topic), std::back_inserter(result.topics));
    }
    return result;
}

bool add_word(std::string_view wanted, const SearchableClaim& claim, Fit& fit) {
    const Match in_topics = match(wanted, claim.topics);
    const Match in_text = match(wanted, claim.text);
    const Match best = std::max({in_topics, in_text, match(wanted, claim.answer)});
    fit.topics += in_topics != Match::none ? 1 : 0;
    fit.text += in_text != Match::none ? 1 : 0;
    fit.whole += best == Match::whole ? 1 : 0;
    return best != Match::none;
}

/// Nothing when one of the words is nowhere.
std::optional<Fit> fit_of(const SearchableClaim& claim, std::span<const std::string> words) {
    Fit fit;
    for (const auto& written : words) {
        const auto parts = words_of(written);
        if (parts.empty()) {
            return std::nullopt;  // a sign is no word that anything could speak of
        }
        if (parts == claim.id) {
            ++fit.id;
            continue;
        }
        for (const auto& part : parts) {
            if (!add_word(part, claim, fit)) {
                return std::nullopt;
            }
        }
    }
    return fit;
}

struct Hit {
    Fit fit;
    const Claim* claim = nullptr;
};

}  // namespace

std::vector<Claim> find_claims(std::span<const Claim> claims, std::span<const std::string> words) {
    std::vector<Hit> hits;
    for (const auto& claim : claims) {
        if (const auto fit = fit_of(searchable(claim), words)) {
            hits.push_back({*fit, &claim});
        }
    }
    std::ranges::sort(hits, [](const Hit& a, const Hit& b) {
        return std::tie(b.fit, a.claim->id) < std::tie(a.fit, b.claim->id);
    });
    std::vector<Claim> found;
    found.reserve(hits.size());
    for (const auto& hit : hits) {
        found.push_back(*hit.claim);
    }
    return found;
}

}  // namespace footsure::knowledge
