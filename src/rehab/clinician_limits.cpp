// SPDX-License-Identifier: Apache-2.0
#include "rehab/clinician_limits.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace footsure::rehab {

namespace {

/// Source: definition of the minute.
constexpr double kSecondsPerMinute = 60;

struct LimitWord {
    std::string_view limit;
    std::string_view clears;  ///< the word of a visit that ends it
    LimitKind kind;
};

constexpr std::array kLimitWords{
    LimitWord{"no_running", "running", LimitKind::no_running},
    LimitWord{"no_impact", "impact", LimitKind::no_impact},
    LimitWord{"no_weight_bearing", "weight_bearing", LimitKind::no_weight_bearing},
    LimitWord{"no_exercises", "exercises", LimitKind::no_exercises},
    LimitWord{"no_stretching", "stretching", LimitKind::no_stretching},
    LimitWord{"running_at_most_min", "running", LimitKind::running_at_most}};

constexpr std::array<std::string_view, 7> kAboutRunning{"run",  "jog",  "impact", "hop",
                                                        "jump", "load", "bear"};

std::string lower(std::string_view text) {
    std::string low(text);
    std::ranges::transform(low, low.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return low;
}

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text + " ") {
        if (std::isspace(static_cast<unsigned char>(c)) == 0) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    return words;
}

std::optional<Seconds> minutes_in(const std::string& word) {
    double value = 0;
    const auto* const end = word.data() + word.size();
    const auto read = std::from_chars(word.data(), end, value);
    const bool fine = read.ec == std::errc() && read.ptr == end && value >= 0;
    return fine ? std::optional(Seconds(value * kSecondsPerMinute)) : std::nullopt;
}

/// What the words say when all of them are understood.
std::optional<ClinicianLimit> understood(const std::vector<std::string>& words) {
    const auto* const row = words.empty()
                                ? kLimitWords.end()
                                : std::ranges::find(kLimitWords, words.front(), &LimitWord::limit);
    if (row == kLimitWords.end()) {
        return std::nullopt;
    }
    ClinicianLimit limit{.kind = row->kind};
    std::size_t next = 1;
    if (limit.kind == LimitKind::running_at_most) {
        limit.most = next < words.size() ? minutes_in(words[next]) : std::nullopt;
        if (!limit.most) {
            return std::nullopt;
        }
        limit.kind = limit.most->value() > 0 ? limit.kind : LimitKind::no_running;
        ++next;
    }
    if (next + 2 == words.size() && words[next] == "until") {
        limit.until = parse_day(words[next + 1]);
        next = limit.until ? words.size() : next;
    }
    return next == words.size() ? std::optional(limit) : std::nullopt;
}

bool lifts(const Seen& seen, std::string_view word) {
    return std::ranges::any_of(seen.clears, [&](const RuleId& id) { return id.text() == word; });
}

std::string_view clearing_word(LimitKind kind) {
    const auto* const row = std::ranges::find(kLimitWords, kind, &LimitWord::kind);
    return row == kLimitWords.end() ? std::string_view() : row->clears;
}

bool is_lifted(const Episode& episode, const LimitInForce& limit, Day on) {
    const auto word = clearing_word(limit.limit.kind);
    return !word.empty() && std::ranges::any_of(episode.seen, [&](const Seen& later) {
        return later.on > limit.seen->on && later.on <= on && lifts(later, word);
    });
}

}  // namespace

ClinicianLimit read_limit(std::string_view text) {
    const std::string low = lower(text);
    ClinicianLimit limit;
    if (const auto read = understood(words_of(low))) {
        limit = *read;
    } else {
        limit.read_safer = std::ranges::any_of(kAboutRunning, [&](std::string_view word) {
            return low.find(word) != std::string::npos;
        });
        limit.kind = limit.read_safer ? LimitKind::no_running : LimitKind::shown;
    }
    limit.words = text;
    return limit;
}

std::string who_of(const Seen& seen) {
    return seen.by == SeenBy::emergency ? "emergency department" : std::string(word(seen.by));
}

std::string how_to_word(const ClinicianLimit& limit) {
    return "\"" + limit.words +
           "\" was not understood and is read the safer way, as no running. What is understood: "
           "no_running, no_impact, no_weight_bearing, no_exercises, no_stretching, "
           "running_at_most_min and a number of minutes; each may end with until and a day "
           "(YYYY-MM-DD).";
}

std::vector<LimitInForce> limits_on(const Episode& episode, Day on) {
    std::vector<LimitInForce> all;
    for (const auto& seen : episode.seen) {
        if (seen.on > on) {
            continue;
        }
        for (const auto& text : seen.limits) {
            LimitInForce one{read_limit(text), &seen};
            const bool over = one.limit.until && *one.limit.until < on;
            if (!over && !is_lifted(episode, one, on)) {
                all.push_back(std::move(one));
            }
        }
    }
    std::ranges::stable_sort(all, [](const LimitInForce& a, const LimitInForce& b) {
        return std::pair(a.seen->on, a.limit.words) < std::pair(b.seen->on, b.limit.words);
    });
    return all;
}

const Seen* cleared_by(const Episode& episode, LimitKind kind, Day on) {
    const Seen* last = nullptr;
    for (const auto& seen : episode.seen) {
        const bool since = !episode.started_on || seen.on >= *episode.started_on;
        const bool clears = lifts(seen, clearing_word(kind)) || lifts(seen, "running");
        if (since && clears && seen.on <= on && (last == nullptr || last->on < seen.on)) {
            last = &seen;
        }
    }
    return last;
}

}  // namespace footsure::rehab
