// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/wire.hpp"

namespace footsure::wire {

namespace {

constexpr int kMetreDecimals = 2;
constexpr int kSecondDecimals = 3;

Json to_json(const Recording& recording) {
    return {{"id", recording.id.text()},
            {"path", recording.path},
            {"format", word(recording.format)},
            {"started_at", format_instant(recording.started_at)},
            {"elapsed_s", rounded(recording.elapsed.value(), kSecondDecimals)},
            {"distance_m", rounded(recording.distance.value(), kMetreDecimals)}};
}

Json to_json(const StoredRun& run) {
    Json json = wire::to_json(run.summary);
    json["visibility"] = word(run.visibility);
    json["recordings"] = Json::array();
    for (const auto& recording : run.recordings) {
        json["recordings"].push_back(to_json(recording));
    }
    if (run.correction != Correction{}) {
        json["correction"] = Json::parse(write_correction(run.correction));
    }
    return json;
}

}  // namespace

std::string write_runs(const std::vector<StoredRun>& runs) {
    Json list = Json::array();
    for (const auto& run : runs) {
        list.push_back(to_json(run));
    }
    return dump({{"runs", std::move(list)}}, 2);
}

std::string write_run(const StoredRun& run) {
    return dump(to_json(run), 2);
}

}  // namespace footsure::wire
