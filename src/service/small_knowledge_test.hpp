// SPDX-License-Identifier: Apache-2.0
#pragma once

// A Knowledge of a few entries, runs as TCX, and an open service, for this module's tests.

#include "service/service.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace footsure::service::testing {

using std::chrono::days;
using std::chrono::hours;

inline constexpr LocalInstant kNow{
    Instant(std::chrono::sys_days(std::chrono::year(2026) / 3 / 1)) + hours(17), hours(1)};

inline Question danger_question() {
    Question danger{.id = QuestionId("danger"), .kind = QuestionKind::choices};
    danger.red_flag = true;
    danger.options = {{"snap", "a snap", 0}, {"cold_foot", "a cold foot", 1}};
    return danger;
}

/// Findings snap 0, cold_foot 1, pain_now 2; a snap is R-020 (same day), pain of 7 R-040.
inline Knowledge small_knowledge() {
    Knowledge k{.version = "7", .hash = "abc"};
    for (const char* id : {"snap", "cold_foot", "pain_now"}) {
        k.findings.push_back({.id = FindingId(id), .text = id, .asked = true});
    }
    k.findings[2].kind = FindingKind::number;
    Question pain{.id = QuestionId("pain_now"), .kind = QuestionKind::number};
    pain.finding = 2;
    k.questions = {danger_question(), pain};
    const Expression snap{.kind = ExpressionKind::finding, .finding = 0};
    const Expression cold{.kind = ExpressionKind::finding, .finding = 1};
    const Expression strong{.kind = ExpressionKind::compare,
                            .finding = 2,
                            .comparison = Comparison::at_least,
                            .number = 7};
    k.rules = {{.id = RuleId("R-010"), .level = UrgencyLevel::emergency, .when = cold},
               {.id = RuleId("R-020"), .level = UrgencyLevel::same_day, .when = snap},
               {.id = RuleId("R-040"), .level = UrgencyLevel::within_days, .when = strong}};
    k.policy = {.acute_situation = cold,
                .bone_press_only = cold,
                .self_care = {.kind = ExpressionKind::negation, .parts = {snap}},
                .rank_raises_from = 0.2,
                .expires_early_hours = 24,
                .early_phase_hours = 72,
                .expires_late_hours = 168};
    k.conditions = {{.id = ConditionId("sprain"),
                     .number = 1,
                     .name = "Sprain",
                     .weight = {.value = 10, .low = 5, .high = 20}},
                    {.id = ConditionId("tendon"),
                     .number = 2,
                     .name = "Tendon",
                     .weight = {.value = 10, .low = 5, .high = 20}}};
    k.conditions[0].likelihoods = {{0, Figure{.value = 4, .low = 2, .high = 8},
                                    Figure{.value = 0.5, .low = 0.3, .high = 0.9}}};
    return k;
}

inline std::vector<std::byte> bytes_of(std::string_view text) {
    const auto* first = reinterpret_cast<const std::byte*>(text.data());
    return {first, first + text.size()};
}

/// A TCX file of one lap; `day` is `2026-02-18`.
inline std::vector<std::byte> tcx(std::string_view sport, std::string_view day, int metres) {
    const std::string start = std::string(day) + "T07:00:00Z";
    const std::string end = std::string(day) + "T07:50:00Z";
    const auto point = [](const std::string& at, int distance) {
        return "<Trackpoint><Time>" + at + "</Time><DistanceMeters>" + std::to_string(distance) +
               "</DistanceMeters></Trackpoint>";
    };
    return bytes_of(
        "<?xml version=\"1.0\"?><TrainingCenterDatabase><Activities><Activity Sport=\"" +
        std::string(sport) + "\"><Id>" + start + "</Id><Lap StartTime=\"" + start +
        "\"><TotalTimeSeconds>3000</TotalTimeSeconds><DistanceMeters>" + std::to_string(metres) +
        "</DistanceMeters><Track>" + point(start, 0) + point(end, metres) +
        "</Track></Lap></Activity></Activities></TrainingCenterDatabase>");
}

/// The value of a result that must not be an error.
template <class T>
T good(store::Stored<T> result) {
    const std::string fault =
        result ? "" : std::string(word(result.error().code)) + ": " + result.error().detail;
    REQUIRE_MESSAGE(result.has_value(), fault);
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

/// A service on a store of its own in memory that knows anna and ben.
class Desk {
public:
    Desk() : knowledge_(small_knowledge()) {
        service_.emplace(good(Service::open(store::InMemory{}, knowledge_)));
        good(service_->put_runner(Runner{.id = anna, .age_years = 38}));
        good(service_->put_runner(Runner{.id = ben}));
    }

    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    Service* operator->() { return &*service_; }

    [[nodiscard]] const Knowledge& knowledge() const { return knowledge_; }

    FileReport import(const RunnerId& runner, std::span<const std::byte> bytes,
                      const std::string& path = "run.tcx") {
        return good(service_->import_file(runner, {bytes.begin(), bytes.end()}, path, kNow.at));
    }

    std::size_t runs(const RunnerId& runner) {
        return good(service_->activities(runner, kNow)).size();
    }

    const RunnerId anna{"anna"};
    const RunnerId ben{"ben"};

private:
    Knowledge knowledge_;
    std::optional<Service> service_;
};

inline Answer danger(std::vector<std::string> picked, Instant at) {
    return {.question = QuestionId("danger"), .value = std::move(picked), .at = at, .dated = true};
}

inline Answer pain(double value, Instant at) {
    return {.question = QuestionId("pain_now"), .value = value, .at = at, .dated = true};
}

inline CaseFile case_of(const RunnerId& runner) {
    CaseFile file{.at = kNow, .runner = {.id = runner, .age_years = 38}};
    Episode episode{.id = EpisodeId("e1"), .side = Side::left};
    episode.started_on = day_of(kNow.at, kNow.offset) - days(20);
    file.episodes = {episode};
    return file;
}

}  // namespace footsure::service::testing
