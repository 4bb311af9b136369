// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/wire.hpp"

#include <algorithm>

namespace footsure::wire {

namespace {

Json day_or_null(const std::optional<Day>& day) {
    return day ? Json(format_day(*day)) : Json(nullptr);
}

Json visits(const std::vector<Seen>& seen) {
    Json json = Json::array();
    for (const auto& visit : seen) {
        Json clears = Json::array();
        for (const auto& rule : visit.clears) {
            clears.push_back(rule.text());
        }
        json.push_back({{"on", format_day(visit.on)},
                        {"by", word(visit.by)},
                        {"clears", std::move(clears)},
                        {"finding", visit.finding ? Json(visit.finding->text()) : Json(nullptr)},
                        {"limits", visit.limits}});
    }
    return json;
}

Json episode(const Episode& episode) {
    return {{"id", episode.id.text()},
            {"side", word(episode.side)},
            {"started_on", day_or_null(episode.started_on)},
            {"ended_on", day_or_null(episode.ended_on)},
            {"seen", visits(episode.seen)}};
}

}  // namespace

std::string write_episodes(const CaseFile& case_file, const Advice& advice) {
    Json open = Json::array();
    for (const auto& one : case_file.episodes) {
        open.push_back(episode(one));
        const auto judged = std::ranges::find(advice.episodes, one.id, &EpisodeAdvice::id);
        open.back()["urgency"] = judged == advice.episodes.end()
                                     ? Json(nullptr)
                                     : Json(word(judged->triage.urgency.level()));
    }
    Json ended = Json::array();
    for (const auto& one : case_file.ended) {
        ended.push_back(episode(one));
    }
    return dump({{"episodes", std::move(open)}, {"ended", std::move(ended)}}, 2);
}

}  // namespace footsure::wire
