// SPDX-License-Identifier: Apache-2.0
#include "wire/case_reader.hpp"

#include <algorithm>

namespace footsure::wire {

namespace {

constexpr Range kPain{0, 10};
constexpr Range kMinutes{0, 1440};

std::optional<PainScore> read_pain(const Json& json, const char* key, const Place& place) {
    const auto nrs = read_number(json, key, place, kPain);
    return nrs ? std::optional(PainScore::of(*nrs)) : std::nullopt;
}

EpisodeId read_episode_of(const Json& json, const CaseFile& so_far, const Place& place) {
    EpisodeId id(read_text(json, "episode", place).value_or(""));
    const auto in = [&](const std::vector<Episode>& episodes) {
        return std::ranges::find(episodes, id, &Episode::id) != episodes.end();
    };
    if (id.empty() || in(so_far.episodes) || in(so_far.ended)) {
        return id;
    }
    place.at("episode").problem("unknown_episode", "there is no episode '" + id.text() +
                                                       "'; the check-in counts for each of them");
    return {};
}

void read_scales(const Json& json, const Place& place, CheckIn& check_in) {
    check_in.pain_during = read_pain(json, "pain_during", place);
    check_in.pain_after = read_pain(json, "pain_after", place);
    check_in.pain_morning = read_pain(json, "pain_morning", place);
    check_in.soreness = read_pain(json, "soreness", place);
    check_in.stiffness_minutes = read_number(json, "stiffness_min", place, kMinutes);
}

void read_signs(const Json& json, const Place& place, CheckIn& check_in) {
    check_in.swelling = read_option(json, "swelling", place, kSwellingTrends);
    check_in.limp = read_option(json, "limp", place, kSaid);
    check_in.gave_way = read_option(json, "gave_way", place, kSaid);
    check_in.painkiller = read_option(json, "painkiller", place, kSaid);
    check_in.focal_ache = read_option(json, "focal_ache", place, kSaid);
    check_in.skipped = read_option(json, "skipped", place, kSkipReasons);
}

}  // namespace

CheckIn read_check_in(const Json& json, const Knowledge& knowledge, const CaseFile& so_far,
                      const Place& place) {
    report_unknown_keys(json,
                        {"at", "episode", "pain_during", "pain_after", "pain_morning",
                         "stiffness_min", "soreness", "swelling", "limp", "gave_way", "painkiller",
                         "focal_ache", "skipped", "measures", "scores", "answers"},
                        place);
    CheckIn check_in;
    const auto at = read_instant(json, "at", place);
    if (is_absent(json, "at")) {
        place.at("at").problem("missing", "a check-in needs its time");
    }
    check_in.at = at ? at->at : so_far.at.at;
    check_in.episode = read_episode_of(json, so_far, place);
    read_scales(json, place, check_in);
    read_signs(json, place, check_in);
    check_in.measures = read_measures(json, place);
    check_in.answers = read_answers(json, knowledge, SaidAt{check_in.at, at.has_value()}, place);
    return check_in;
}

}  // namespace footsure::wire
