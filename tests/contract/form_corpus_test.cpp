// SPDX-License-Identifier: Apache-2.0
// Form and ground of real runs against what independent decoders read out of them.
#include "decode/decode.hpp"
#include "load/load.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace footsure {

namespace {

using Json = nlohmann::json;

std::filesystem::path corpus() {
    const char* shared = std::getenv("FOOTSURE_SHARED");
    const std::filesystem::path root =
        shared != nullptr ? std::filesystem::path(shared)
                          : std::filesystem::path(FOOTSURE_SOURCE_DIR) / ".." / "shared";
    return root / "data" / "activities";
}

Activity activity_of(const std::string& file) {
    std::ifstream stream(corpus() / file, std::ios::binary);
    const std::vector<char> bytes{std::istreambuf_iterator<char>(stream), {}};
    return decode::decode(std::as_bytes(std::span(bytes))).activity;
}

/// The mean over all Records of the run that show running, hills too.
template <class Q>
double plain_mean(const Records& records, const Column<Q>& column) {
    double sum = 0;
    double count = 0;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto value = column.at(i);
        const auto cadence = records.cadence.at(i);
        const auto stance = records.stance_time.at(i);
        if (value && cadence && stance && cadence->value() >= 130 && cadence->value() <= 230 &&
            stance->value() >= 0.15 && stance->value() <= 0.4) {
            sum += value->value();
            ++count;
        }
    }
    return sum / count;
}

std::optional<double> number(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found == json.end() || !found->is_number() ? std::nullopt
                                                      : std::optional(found->get<double>());
}

/// Differs by no more than this part.
bool near(double ours, double theirs, double part) {
    return std::abs(ours / theirs - 1) <= part;
}

void compare_with_session(const RunForm& form, const Json& session) {
    const auto stance = number(session, "avg_stance_time_ms");
    if (stance && *stance > 0) {
        CHECK(near(form.stance_time->value() * 1000, *stance, 0.10));
    }
    const auto oscillation = number(session, "avg_vertical_oscillation_mm");
    if (oscillation && *oscillation > 0) {
        CHECK(near(form.vertical_oscillation->value() * 1000, *oscillation, 0.07));
    }
    const auto cadence = number(session, "avg_running_cadence_spm");
    if (cadence && *cadence > 0) {
        CHECK(near(form.cadence->value(), *cadence, 0.06));
    }
    const auto balance = number(session, "avg_stance_time_balance_pct");
    if (balance && *balance > 0 && form.balance) {
        CHECK(std::abs(form.balance->value() * 100 - *balance) < 0.5);
    }
}

}  // namespace

TEST_CASE("form of real runs lies beside the plain means and the watch's own") {
    std::ifstream stream(corpus() / "expected.json");
    if (!stream) {
        MESSAGE("skipped: no shared data");
        return;
    }
    const Json expected = Json::parse(stream);
    int compared = 0;
    for (const Json& entry : expected.at("files")) {
        const std::string file = entry.at("file");
        const auto& sessions = entry.at("sessions");
        if (sessions.size() != 1 || !entry.at("summary").at("has_running_session").get<bool>()) {
            continue;
        }
        const Activity activity = activity_of(file);
        const auto summary = load::summarise(activity, {});
        if (!summary || !summary->form.stance_time || activity.records.stance_time.empty()) {
            continue;
        }
        CAPTURE(file);
        ++compared;
        const RunForm& form = summary->form;
        const Records& records = activity.records;
        CHECK(near(form.stance_time->value(), plain_mean(records, records.stance_time), 0.05));
        CHECK(near(form.cadence->value(), plain_mean(records, records.cadence), 0.03));
        CHECK(near(form.vertical_oscillation->value(),
                   plain_mean(records, records.vertical_oscillation), 0.04));
        if (form.balance) {
            CHECK(std::abs(form.balance->value() -
                           plain_mean(records, records.stance_time_balance)) < 0.005);
        }
        compare_with_session(form, sessions.front());
        CHECK(std::abs(form.cadence_drift.value_or(0)) < 0.05);
        CHECK(std::abs(form.stance_drift.value_or(0)) < 0.05);
        CHECK(summary->fast_speed > form.speed);
    }
    CHECK(compared >= 14);
}

TEST_CASE("ground of real runs: as the file says, else only what is plain") {
    if (!std::filesystem::exists(corpus())) {
        MESSAGE("skipped: no shared data");
        return;
    }
    const std::map<std::string, Terrain> inferred{
        {"fit/fitdecode-fenix2-multisport.fit", Terrain::trail},
        {"fit/runalyze-FR920xt-with-Stryd.fit", Terrain::track}};
    for (const auto& entry : std::filesystem::directory_iterator(corpus() / "fit")) {
        const std::string file = "fit/" + entry.path().filename().string();
        const auto summary = load::summarise(activity_of(file), {});
        if (!summary || summary->sport != "running") {
            continue;
        }
        CAPTURE(file);
        const RunTerrain& terrain = summary->terrain;
        const auto known = inferred.find(file);
        CHECK((terrain.origin == TerrainOrigin::inferred) == (known != inferred.end()));
        if (known != inferred.end()) {
            CHECK(terrain.ground == known->second);
        }
        if (file.find("-trail-") != std::string::npos) {
            CHECK(terrain.ground == Terrain::trail);
            CHECK(terrain.origin == TerrainOrigin::file);
        }
    }
}

TEST_CASE("ascent of real runs without the watch's own total lies beside it") {
    if (!std::filesystem::exists(corpus())) {
        MESSAGE("skipped: no shared data");
        return;
    }
    for (const char* file :
         {"fit/coros-apexpro-trail-10k.fit", "fit/coros-apexpro-trail-19k.fit",
          "fit/fitdecode-fenix2-run.fit", "fit/gc-fr920-stryd-and-dynamics.fit",
          "fit/runalyze-garmin-runPower.fit", "fit/runalyze-Fenix-3-with-runscribe-v1-38.fit"}) {
        CAPTURE(file);
        Activity activity = activity_of(file);
        const double watch = load::summarise(activity, {})->terrain.ascent->value();
        for (Leg& leg : activity.legs) {
            leg.ascent.reset();
        }
        CHECK(near(load::summarise(activity, {})->terrain.ascent->value(), watch, 0.10));
    }
}

}  // namespace footsure
