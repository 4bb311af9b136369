// SPDX-License-Identifier: Apache-2.0
#include "service/reading.hpp"

#include "decode/decode.hpp"
#include "merge/merge.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace footsure::service {

namespace {

constexpr std::string_view kRunning = "running";
constexpr std::string_view kUnknown = "unknown";
constexpr std::string_view kUnnamed =
    "the file does not name its sport (as a run: --unnamed-as running)";

std::string described(const DecodeError& error) {
    return std::string(word(error.code)) + " at byte " + std::to_string(error.offset) + ": " +
           error.message;
}

bool names_no_sport(const Activity& activity) {
    return std::ranges::all_of(activity.legs, [](const Leg& leg) { return leg.sport == kUnknown; });
}

/// `cycling`, or `swimming, cycling`: each sport once, in file order.
std::string sports_of(const Activity& activity) {
    std::string sports;
    std::vector<std::string_view> seen;
    for (const Leg& leg : activity.legs) {
        if (std::ranges::find(seen, leg.sport) == seen.end()) {
            seen.push_back(leg.sport);
            sports += (sports.empty() ? "" : ", ") + leg.sport;
        }
    }
    return sports;
}

/// What stands in a file that holds no run at all.
std::string content_of(const DecodedFile& file) {
    return file.content.empty() ? std::string(word(file.kind)) : file.content;
}

void settle(Reading& reading, FileOutcome outcome, std::string reason) {
    reading.outcome = outcome;
    reading.reason = std::move(reason);
}

std::string whole_seconds(double seconds) {
    return std::to_string(std::lround(seconds)) + " s";
}

/// How much was saved of a file that could not be read to its end.
std::string damage(const Reading& reading, const DecodedFile& file, const DecodeError& error) {
    double kept = 0;
    for (const ReadRun& run : reading.runs) {
        kept += run.summary.elapsed.value();
    }
    const std::string amount = file.salvage
                                   ? "kept " + whole_seconds(file.salvage->kept.value()) + " of " +
                                         whole_seconds(file.salvage->whole.value())
                                   : "kept " + whole_seconds(kept);
    return amount + ": " + described(error);
}

/// Whether what is wrong with a file may have cost a part of the run.
bool lost_something(const DecodedFile& file) {
    return file.integrity != Integrity::ok && file.integrity != Integrity::trailing_bytes &&
           file.integrity != Integrity::header_crc_mismatch;
}

void add_runs(const std::vector<Activity>& runs, const ReadingRules& rules, FileFormat format,
              Reading& reading) {
    std::uint32_t number = 0;
    for (const Activity& run : runs) {
        ++number;
        auto summary = load::summarise(run, rules.traits);
        if (!summary) {
            continue;
        }
        ReadRun read{.summary = std::move(*summary)};
        Recording& recording = read.recording;
        recording.id =
            RecordingId(reading.content.text() + (number == 1 ? "" : "." + std::to_string(number)));
        recording.content = reading.content;
        recording.number = number;
        recording.path = reading.item.path;
        recording.format = format;
        recording.started_at = read.summary.started_at;
        recording.elapsed = read.summary.elapsed;
        recording.distance = read.summary.distance;
        recording.hints = reading.item.hints;
        reading.runs.push_back(std::move(read));
    }
}

/// The runs of an Activity; what the Runner told as another session is kept whole.
std::vector<Activity> kept_of(Activity activity, const Hints& hints) {
    if (hints.session.empty()) {
        return merge::runs_of(std::move(activity));
    }
    std::vector<Activity> session;
    if (!activity.legs.empty()) {
        activity.legs.resize(1);
        activity.legs.front().sport = hints.session;
        session.push_back(std::move(activity));
    }
    return session;
}

/// Gives a file that names no sport the one it must have, and says so; it is kept with the
/// Recording, so that the file is read so again.
std::string name_sport(const Activity& activity, const ReadingRules& rules, Hints& hints) {
    if (!hints.sport.empty() || !names_no_sport(activity)) {
        return {};
    }
    if (rules.unnamed_sport.empty() && merge::moves_like_running(activity)) {
        hints.sport = kRunning;
        return "it names no sport; its cadence and speed are those of running";
    }
    hints.sport = rules.unnamed_sport;
    return {};
}

void judge(DecodedFile file, const ReadingRules& rules, Reading& reading) {
    Activity& activity = file.activity;
    if (activity.legs.empty() && activity.records.size() == 0 && file.error) {
        return settle(reading, FileOutcome::quarantined, described(*file.error));
    }
    if (file.kind != FileKind::activity) {
        return settle(reading, FileOutcome::skipped, "no activity but " + content_of(file));
    }
    std::string note = name_sport(activity, rules, reading.item.hints);
    merge::apply(reading.item.hints, activity);
    tell_ground(reading.item.hints.ground, activity);
    const std::string sports = sports_of(activity);
    const bool unnamed = names_no_sport(activity);
    const auto runs = kept_of(std::move(activity), reading.item.hints);
    if (runs.empty()) {
        return settle(reading, FileOutcome::skipped,
                      unnamed ? std::string(kUnnamed) : "no run but " + sports);
    }
    add_runs(runs, rules, file.format, reading);
    if (reading.runs.empty()) {
        return settle(reading, FileOutcome::quarantined, "no start time in it");
    }
    settle(reading, FileOutcome::imported, std::move(note));
    if (file.error && lost_something(file)) {
        settle(reading, FileOutcome::damaged, damage(reading, file, *file.error));
    }
}

}  // namespace

void tell_ground(const std::optional<Terrain>& ground, Activity& activity) {
    for (Leg& leg : activity.legs) {
        leg.ground = ground ? ground : leg.ground;
    }
}

load::RunnerTraits traits_of(const Runner& runner) {
    return {.body_mass = runner.body_mass, .height = runner.height};
}

Reading read(takeout::Item item, const ReadingRules& rules, const Recall& recall) {
    Reading reading{.item = std::move(item)};
    const content::Unpacked unpacked = takeout::unpack(reading.item, rules.limits);
    if (unpacked.error && unpacked.size == 0) {
        settle(reading, FileOutcome::quarantined, described(*unpacked.error));
        return reading;
    }
    reading.unpacked_size = unpacked.size;
    reading.content = content::content_id(unpacked.bytes());
    if (auto known = recall(reading.content, reading.item)) {
        settle(reading, known->outcome, std::move(known->reason));
        reading.known = true;
        return reading;
    }
    DecodedFile file = decode::decode(unpacked.bytes());
    if (unpacked.error && !file.error) {
        file.error = unpacked.error;
        file.integrity = Integrity::truncated;
    }
    judge(std::move(file), rules, reading);
    return reading;
}

std::vector<Activity> runs_in(std::span<const std::byte> unpacked, const Hints& hints) {
    Activity activity = decode::decode(unpacked).activity;
    merge::apply(hints, activity);
    return kept_of(std::move(activity), hints);
}

std::optional<content::Unpacked> unpack_original(Packing packing, std::vector<std::byte> bytes,
                                                 std::uint64_t unpacked_size,
                                                 const ContentId& content) {
    takeout::Item item{.packing = packing, .bytes = std::move(bytes)};
    item.promise.size = unpacked_size;
    const takeout::Limits limits;
    content::Unpacked unpacked = takeout::unpack(item, limits);
    if (content::content_id(unpacked.bytes()) != content) {
        return std::nullopt;
    }
    return unpacked;
}

}  // namespace footsure::service
