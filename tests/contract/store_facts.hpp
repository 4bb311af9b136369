// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "content/content.hpp"
#include "store/store.hpp"

#include <doctest/doctest.h>

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Facts to try the store with, and words to take its answers apart.
namespace footsure::contract {

inline const RunnerId kAnna{"anna"};
inline const RunnerId kBen{"ben"};
inline const EpisodeId kAnkle{"ankle"};

inline Instant at(std::string_view text) {
    const auto instant = parse_instant(text);
    REQUIRE(instant.has_value());
    return instant->at;
}

inline Day on(std::string_view text) {
    const auto day = parse_day(text);
    REQUIRE(day.has_value());
    return *day;
}

inline LocalInstant local(std::string_view text) {
    const auto instant = parse_instant(text);
    REQUIRE(instant.has_value());
    return *instant;
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

/// The word of the error of a result that must be one.
template <class T>
std::string error_of(const store::Stored<T>& result) {
    return result ? "no error" : std::string(word(result.error().code));
}

inline std::vector<std::byte> bytes_of(std::string_view text) {
    const auto* first = reinterpret_cast<const std::byte*>(text.data());
    return {first, first + text.size()};
}

/// A file and the one run in it.
struct Run {
    std::vector<std::byte> bytes;
    std::string path;
    ActivitySummary summary;
    store::ComputedUnder under;
    Instant imported_at;
};

inline ContentId content_of(const Run& run) {
    return content::content_id(run.bytes);
}

inline ActivityId activity_of(std::span<const std::byte> bytes) {
    return ActivityId(content::content_id(bytes).text());
}

inline Run run_of(std::span<const std::byte> bytes, std::string_view started_at) {
    ActivitySummary summary;
    summary.from = "run.fit";
    summary.started_at = at(started_at);
    summary.offset = UtcOffset{3600};
    summary.sport = "running";
    summary.distance = Metres(8000.125);
    summary.timer = Seconds(2700);
    summary.elapsed = Seconds(2800.5);
    summary.doses[0] = {Tissue::achilles, EasyKm(8.1), EasyKm(6.0), EasyKm(10.3)};
    summary.doses[1] = {Tissue::tibia, EasyKm(7.9), EasyKm(5.0), EasyKm(11.1)};
    summary.quality = DoseQuality::speed_cadence;
    summary.id = activity_of(bytes);
    return {{bytes.begin(), bytes.end()},
            "run.fit",
            summary,
            {"0.1.0", "k1"},
            at("2026-03-02T08:00:00Z")};
}

inline store::NewOriginal original_of(const Run& run) {
    return {.content = content_of(run),
            .packing = Packing::plain,
            .bytes = run.bytes,
            .unpacked_size = run.bytes.size(),
            .path = run.path,
            .imported_at = run.imported_at};
}

/// Part of the Activity that the summary names.
inline Recording recording_of(const Run& run) {
    const ContentId content = content_of(run);
    return {.id = RecordingId(content.text()),
            .content = content,
            .number = 1,
            .activity = run.summary.id,
            .path = run.path,
            .format = FileFormat::fit,
            .started_at = run.summary.started_at,
            .elapsed = run.summary.elapsed,
            .distance = run.summary.distance,
            .hints = {}};
}

/// Keeps all of a run or nothing, as an import does.
inline store::Stored<store::Kept> put_run(store::Store& store, const RunnerId& runner,
                                          const Run& run) {
    auto transaction = store.begin();
    if (!transaction) {
        return Failure<store::StoreError>(transaction.error());
    }
    auto kept = store.put_original(runner, original_of(run));
    if (!kept || *kept == store::Kept::already_there) {
        return kept;
    }
    return store.put_activity(runner, run.summary, run.under)
        .and_then([&] { return store.put_recording(runner, recording_of(run)); })
        .and_then([&] { return transaction->commit(); })
        .map([] { return store::Kept::added; });
}

inline Answer said(std::string_view question, decltype(Answer::value) value,
                   std::string_view instant) {
    return {.question = QuestionId(std::string(question)),
            .value = std::move(value),
            .at = at(instant)};
}

inline Episode episode_of(const EpisodeId& id, std::string_view started_on) {
    Episode episode;
    episode.id = id;
    episode.side = Side::right;
    episode.started_on = on(started_on);
    episode.notes = "rolled it on a root";
    return episode;
}

/// A store with Anna and Ben in it.
inline void put_both(store::Store& store) {
    Runner anna;
    anna.id = kAnna;
    Runner ben;
    ben.id = kBen;
    good(store.put_runner(anna));
    good(store.put_runner(ben));
}

inline std::vector<std::string> questions_of(const std::vector<Answer>& answers) {
    std::vector<std::string> names;
    for (const Answer& answer : answers) {
        names.push_back(answer.question.text());
    }
    return names;
}

}  // namespace footsure::contract
