// SPDX-License-Identifier: Apache-2.0
#include "decode/polar.hpp"

#include "decode/damage.hpp"
#include "decode/json_walk.hpp"
#include "decode/polar_exercise.hpp"
#include "decode/text.hpp"
#include "decode/track_content.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace footsure::decode {
namespace {

using std::chrono::microseconds;

constexpr double kMillisecond = 1e-3;
/// The longest races last some days.
constexpr double kLongestRun = 14 * 86'400.0;

microseconds length_of(double seconds) {
    return microseconds(std::llround(seconds * 1e6));
}

/// Polar writes the runner's local time without zone.
std::optional<Instant> parse_local(std::string_view text) {
    const auto time = parse_instant(std::string(trimmed(text)) + 'Z');
    return time ? std::optional(time->at) : std::nullopt;
}

/// The object that is being read: a value, a place, a lap, a list of values.
struct Item {
    std::optional<Instant> at;
    std::optional<double> value;
    std::optional<double> latitude;
    std::optional<double> longitude;
    std::optional<double> altitude;
    std::optional<Seconds> elapsed;
    std::optional<Metres> distance;
    Seconds interval{1};
    std::string type;
    std::vector<double> values;
};

class PolarHandler : public JsonHandler {
public:
    explicit PolarHandler(const Limits& limits) : limits_(limits) {}

    void open(std::string_view path) override {
        if (path == "exercises") {
            exercises_.emplace_back();
            route_start_.reset();
        } else if (path == kWayPoints || path == kLaps || path == kNewLaps ||
                   path.starts_with(kSamples)) {
            item_ = Item();
        }
    }

    void close(std::string_view path) override {
        if (exercises_.empty()) {
            return;
        }
        if (path == kNewSamples) {
            take_list();
        } else if (path == kRoute || path == kWayPoints) {
            take_place();
        } else if (path == kLaps || path == kNewLaps) {
            take_lap();
        } else if (path == kBeats && item_.elapsed) {
            current().beats.push_back(*item_.elapsed);
            ++count_;
        } else if (path.starts_with(kSamples) && item_.at && item_.value) {
            take_value(path.substr(kSamples.size()), *item_.at, *item_.value);
        }
    }

    void number(std::string_view path, double value) override {
        if (path == kNewValues) {
            item_.values.push_back(value);
            ++count_;
        } else if (path.starts_with(kExercise) && !exercises_.empty()) {
            number_in_exercise(path.substr(kExercise.size()), value);
        } else if (path == "timeZoneOffset" || path == "timezoneOffset" ||
                   path == "timezoneOffsetMinutes") {
            offset_ = minutes_of(value);
        }
    }

    void text(std::string_view path, std::string_view value) override {
        if (path == kNewValues) {
            item_.values.push_back(kNoValue);
            ++count_;
        } else if (path.starts_with(kExercise) && !exercises_.empty()) {
            text_in_exercise(path.substr(kExercise.size()), value);
        } else if (path == "name") {
            name_ = value;
        } else if (path == "product/modelName" || (path == "deviceId" && device_.empty())) {
            device_ = value;
        } else if (path == "startTime") {
            start_ = parse_local(value);
        }
    }

    [[nodiscard]] bool has_room() const override {
        return count_ + exercises_.size() <= limits_.records;
    }

    /// Plans have exercises too.
    [[nodiscard]] bool is_recorded() const {
        return std::ranges::any_of(exercises_, &PolarExercise::is_recorded);
    }

    TrackContent finish() {
        TrackContent content;
        content.device = device_;
        for (PolarExercise& exercise : exercises_) {
            exercise.start = exercise.start ? exercise.start : start_;
            exercise.offset = exercise.offset ? exercise.offset : offset_;
            add_exercise(std::move(exercise), name_, content);
        }
        return content;
    }

private:
    static constexpr std::string_view kExercise = "exercises/";
    static constexpr std::string_view kSamples = "exercises/samples/";
    static constexpr std::string_view kNewSamples = "exercises/samples/samples";
    static constexpr std::string_view kNewValues = "exercises/samples/samples/values";
    static constexpr std::string_view kRoute = "exercises/samples/recordedRoute";
    static constexpr std::string_view kWayPoints = "exercises/routes/route/wayPoints";
    static constexpr std::string_view kBeats = "exercises/samples/rr";
    static constexpr std::string_view kLaps = "exercises/laps";
    static constexpr std::string_view kNewLaps = "exercises/laps/laps";

    PolarExercise& current() { return exercises_.back(); }

    static std::optional<int> minutes_of(double value) {
        constexpr double kFarthest = 26 * 60;
        return std::abs(value) <= kFarthest ? std::optional(static_cast<int>(value)) : std::nullopt;
    }

    template <class Q>
    static std::optional<Q> measured(double value) {
        constexpr double kLargest = 1e9;
        return value >= 0 && value <= kLargest ? std::optional(Q(value)) : std::nullopt;
    }

    void number_in_exercise(std::string_view key, double value) {
        PolarExercise& exercise = current();
        if (key == "timezoneOffset" || key == "timezoneOffsetMinutes") {
            exercise.offset = minutes_of(value);
        } else if (key == "durationMillis") {
            exercise.duration = measured<Seconds>(value * kMillisecond);
        } else if (key == "distance" || key == "distanceMeters") {
            exercise.distance = measured<Metres>(value);
        } else if (key == "ascent" || key == "ascentMeters") {
            exercise.ascent = measured<Metres>(value);
        } else if (key == "descent" || key == "descentMeters") {
            exercise.descent = measured<Metres>(value);
        } else if (key == "heartRate/avg") {
            exercise.heart_rate = measured<BeatsPerMinute>(value);
        } else {
            number_in_item(key.substr(key.rfind('/') + 1), value);
        }
    }

    void number_in_item(std::string_view key, double value) {
        if (key == "value") {
            item_.value = value;
        } else if (key == "latitude") {
            item_.latitude = value;
        } else if (key == "longitude") {
            item_.longitude = value;
        } else if (key == "altitude") {
            item_.altitude = value;
        } else if (key == "elapsedMillis" || key == "durationMillis") {
            item_.elapsed = measured<Seconds>(value * kMillisecond);
        } else if (key == "distance" || key == "distanceMeters") {
            item_.distance = measured<Metres>(value);
        } else if (key == "intervalMillis") {
            item_.interval = measured<Seconds>(value * kMillisecond).value_or(Seconds(1));
        }
    }

    void text_in_exercise(std::string_view key, std::string_view value) {
        PolarExercise& exercise = current();
        if (key == "startTime") {
            exercise.start = parse_local(value);
        } else if (key == "duration") {
            exercise.duration = parse_duration(value);
        } else if (key == "durationMillis") {
            exercise.duration = measured<Seconds>(read_decimal(value) * kMillisecond);
        } else if (key == "sport") {
            exercise.sport = value;
        } else if (key == "routes/route/startTime") {
            route_start_ = parse_local(value);
        } else if (key.ends_with("/dateTime")) {
            item_.at = parse_local(value);
        } else if (key.ends_with("/type")) {
            item_.type = value;
        } else if (key.ends_with("/duration")) {
            item_.elapsed = parse_duration(value);
        }
    }

    void take_value(std::string_view name, Instant at, double value) {
        const auto channel = polar_channel(name);
        if (channel && std::isfinite(value)) {
            put(channel->slot, at, value * channel->scale);
        }
    }

    void put(RecordSlot slot, Instant at, double value) {
        constexpr double kLargest = 1e9;
        if (std::abs(value) <= kLargest) {
            Series& series = current().series[slot];
            series.slot = slot;
            series.values.push_back({at, at, value});
            ++count_;
        }
    }

    /// A value of the new layout is that of the interval before; each list starts with the run.
    void take_list() {
        const auto channel = polar_channel(item_.type);
        const std::optional<Instant> start = current().start ? current().start : start_;
        if (!channel || !start) {
            return;
        }
        for (std::size_t i = 0; i < item_.values.size(); ++i) {
            const double seconds = static_cast<double>(i + 1) * item_.interval.value();
            if (seconds < kLongestRun) {
                put(channel->slot, *start + length_of(seconds), item_.values[i] * channel->scale);
            }
        }
    }

    /// Places are stored milliseconds off the second that the other values are of.
    void take_place() {
        std::optional<Instant> at = item_.at;
        const std::optional<Instant> start = route_start_ ? route_start_ : current().start;
        if (!at && start && item_.elapsed && item_.elapsed->value() < kLongestRun) {
            at = *start + length_of(item_.elapsed->value());
        }
        if (!at || !item_.latitude || !item_.longitude) {
            return;
        }
        const Instant second = std::chrono::round<std::chrono::seconds>(*at);
        put(record_latitude, second, *item_.latitude);
        put(record_longitude, second, *item_.longitude);
        if (item_.altitude) {
            current().route_altitude.values.push_back({second, second, *item_.altitude});
            ++count_;
        }
    }

    void take_lap() {
        if (item_.elapsed && item_.elapsed->value() > 0) {
            current().laps.push_back({.elapsed = item_.elapsed, .distance = item_.distance});
            ++count_;
        }
    }

    const Limits& limits_;
    std::vector<PolarExercise> exercises_;
    Item item_;
    std::optional<Instant> start_;
    std::optional<Instant> route_start_;
    std::optional<int> offset_;
    std::string name_;
    std::string device_;
    std::size_t count_ = 0;
};

}  // namespace

bool is_polar_session(std::span<const std::byte> bytes) {
    return is_json_with(bytes, "exercises");
}

void decode_polar(std::span<const std::byte> bytes, const Limits& limits, DecodedFile& file) {
    PolarHandler handler(limits);
    auto error = walk_json(bytes, handler);
    if (error) {
        note_damage(file,
                    error->code == DecodeErrorCode::truncated ? Integrity::truncated
                                                              : Integrity::malformed,
                    std::move(*error));
    }
    if (handler.is_recorded()) {
        file.content = "activity";
        assemble_track(handler.finish(), FileKind::activity, file);
    } else {
        file.kind = FileKind::workout;
        file.content = "training target";
    }
}

}  // namespace footsure::decode
