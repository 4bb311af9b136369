// SPDX-License-Identifier: Apache-2.0
#include "encode/encode.hpp"
#include "encode/session_facts_test.hpp"
#include "encode/workout_steps.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

/// Writes workouts into a folder, and beside each what another program must read in it.
namespace footsure::encode {

namespace {

using Json = nlohmann::ordered_json;

constexpr Instant kCreated{std::chrono::seconds(1'772'700'000)};
constexpr int kRandom = 40;

/// As the official SDK names them.
Json duration_of(const WorkoutStep& step) {
    switch (step.end) {
    case StepEnd::time:
        return {{"durationType", "time"}, {"durationTime", std::round(step.until * 1000) / 1000}};
    case StepEnd::distance:
        return {{"durationType", "distance"},
                {"durationDistance", std::round(step.until * 100) / 100}};
    case StepEnd::repeats:
        return {{"durationType", "repeatUntilStepsCmplt"},
                {"durationStep", step.until},
                {"repeatSteps", step.times.value_or(0)}};
    case StepEnd::lap_button: break;
    }
    return {{"durationType", "open"}};
}

Json expected(const WorkoutStep& step, std::size_t place) {
    constexpr std::array kPurposes{"active", "rest", "warmup", "cooldown"};
    Json json = duration_of(step);
    json["messageIndex"] = place;
    json["targetType"] = "open";
    if (step.purpose) {
        json["intensity"] = kPurposes[static_cast<std::size_t>(*step.purpose)];
    }
    if (!step.name.empty()) {
        json["wktStepName"] = step.name;
    }
    if (!step.notes.empty()) {
        json["notes"] = step.notes;
    }
    return json;
}

Json expected(const Session& session) {
    Json steps = Json::array();
    for (const WorkoutStep& step : workout_steps(session)) {
        steps.push_back(expected(step, steps.size()));
    }
    return {{"sport", is_run(session.kind) ? "running" : "training"},
            {"wktName", fit_workout_name(session)},
            {"timeCreated", format_instant(kCreated)},
            {"steps", std::move(steps)}};
}

bool write(const std::filesystem::path& folder, std::size_t number, const Session& session) {
    const auto name = "workout-" + std::to_string(number);
    const auto bytes = fit_workout(session, kCreated);
    std::ofstream fit(folder / (name + ".fit"), std::ios::binary);
    fit.write(reinterpret_cast<const char*>(bytes.data()),
              static_cast<std::streamsize>(bytes.size()));
    std::ofstream json(folder / (name + ".json"));
    json << expected(session).dump(2) << "\n";
    fit.close();
    json.close();
    return static_cast<bool>(fit) && static_cast<bool>(json);
}

Session random_run(std::minstd_rand& random) {
    const auto up_to = [&](int most) {
        return static_cast<int>(random() % static_cast<unsigned>(most));
    };
    Session session = walk_run();
    session.id += "-" + std::to_string(up_to(1000));
    session.intervals = Intervals{.repeats = 1 + up_to(12),
                                  .run = Seconds(30.0 + up_to(900)),
                                  .walk = Seconds(up_to(2) == 0 ? 0.0 : 30.0 + up_to(300))};
    session.max_duration = Seconds(60.0 + up_to(5000));
    session.whole_time = Seconds(60.0 * up_to(120));
    return session;
}

std::vector<Session> sessions() {
    Session long_name = strength();
    long_name.title = std::string(300, 'n') + "ä";
    long_name.exercises[0].name = "Fersenheben, langsam: ä ö ü 日本";
    Session distance = of_kind(SessionKind::run, "by-distance");
    distance.max_distance = Metres(5123.45);
    Session bike = of_kind(SessionKind::cross_train, "bike");
    bike.max_duration = Seconds(1500);
    std::vector<Session> all{walk_run(),
                             strength(),
                             long_name,
                             distance,
                             bike,
                             of_kind(SessionKind::mobility, "open"),
                             of_kind(SessionKind::balance, "balance")};
    std::minstd_rand random(1);
    for (int i = 0; i < kRandom; ++i) {
        all.push_back(random_run(random));
    }
    return all;
}

}  // namespace

}  // namespace footsure::encode

int main(int argc, char** argv) {
    using namespace footsure::encode;
    if (argc != 2) {
        std::fputs("usage: peer_workouts FOLDER\n", stderr);
        return 2;
    }
    std::size_t number = 0;
    for (const auto& session : sessions()) {
        if (!write(argv[1], number++, session)) {
            std::fprintf(stderr, "%s: cannot be written\n", argv[1]);
            return 1;
        }
    }
    return 0;
}
