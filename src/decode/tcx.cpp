// SPDX-License-Identifier: Apache-2.0
#include "decode/tcx.hpp"

#include "decode/damage.hpp"
#include "decode/sport_name.hpp"
#include "decode/text.hpp"
#include "decode/track_content.hpp"
#include "decode/xml_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace footsure::decode {
namespace {

struct PointElement {
    std::string_view name;
    RecordSlot slot{};
};

/// Elements of a Trackpoint and of its extensions, whatever their prefix.
constexpr std::array kPointElements{
    PointElement{"LatitudeDegrees", record_latitude},
    PointElement{"LongitudeDegrees", record_longitude},
    PointElement{"AltitudeMeters", record_altitude},
    PointElement{"DistanceMeters", record_distance},
    PointElement{"Value", record_heart_rate},  // the only one in a point is the heart rate's
    PointElement{"Cadence", record_cadence},
    PointElement{"RunCadence", record_cadence},
    PointElement{"Speed", record_speed},
    PointElement{"Watts", record_power},
};

/// Less is rounding between a lap's times, not a pause.
constexpr Seconds kLeastPause{2};

/// A mean over laps, each with its time as weight.
struct LapMean {
    double sum = 0;
    double weight = 0;

    void add(double value, std::optional<Seconds> lasted) {
        if (value > 0 && lasted && lasted->value() > 0) {
            sum += value * lasted->value();
            weight += lasted->value();
        }
    }

    template <class Q>
    [[nodiscard]] std::optional<Q> mean() const {
        return weight > 0 ? std::optional(Q(sum / weight)) : std::nullopt;
    }
};

/// What laps say on average beside their time and distance.
struct LapMeans {
    LapMean heart_rate;
    LapMean cadence;
    LapMean power;
};

class TcxHandler : public XmlHandler {
public:
    explicit TcxHandler(const Limits& limits) : limits_(limits) {}

    void open(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "Trackpoint") {
            around_point_ = within_ == Within::point ? around_point_ : within_;
            within_ = Within::point;
            point_.clear();
        } else if (name == "Track") {
            open_track();
        } else if (name == "Lap") {
            open_lap(content_.read_time(attributes.find("StartTime")));
        } else if (name == "Creator") {
            within_ = Within::creator;
        } else if (name == "Activity") {
            end_leg();
            begin_leg(sport_named(attributes.find("Sport")));
        } else if (name == "Transition") {
            end_leg();
            begin_leg({"transition", "generic"});
            open_lap(content_.read_time(attributes.find("StartTime")));
        } else if (name == "Course") {
            course_ = true;
        }
    }

    XmlStep close(std::string_view name, std::string_view text) override {
        switch (within_) {
        case Within::point: close_in_point(name, text); break;
        case Within::lap: close_in_lap(name, text); break;
        case Within::creator: close_in_creator(name, text); break;
        case Within::nothing: break;
        }
        if (name == "Activity" || name == "Transition") {
            end_leg();
        }
        return content_.exceeds(limits_.records) ? XmlStep::stop : XmlStep::go_on;
    }

    /// Ends what an incomplete document left open.
    void finish() { end_leg(); }

    [[nodiscard]] bool is_course() const { return course_ && content_.legs.empty(); }

    [[nodiscard]] TrackContent take() { return std::move(content_); }

private:
    enum class Within : std::uint8_t { nothing, lap, point, creator };

    void begin_leg(SportName sport) {
        content_.begin_leg(sport.sport, sport.sub_sport);
        first_lap_ = content_.laps.size();
        means_ = LapMeans();
        open_leg_ = true;
    }

    void open_lap(std::optional<Instant> started_at) {
        within_ = Within::lap;
        if (open_leg_ && content_.laps.size() > first_lap_) {
            end_lap(started_at);
        }
        content_.laps.emplace_back().started_at = started_at;
        tracks_in_lap_ = 0;
        paused_in_lap_ = Seconds(0);
    }

    /// What the lap before lasted beyond its timer, and not by pauses within it, was a pause.
    void end_lap(std::optional<Instant> next_started_at) {
        Lap& lap = content_.laps.back();
        if (!lap.started_at || !next_started_at || *next_started_at < *lap.started_at) {
            return;
        }
        lap.elapsed = Seconds(seconds_between(*lap.started_at, *next_started_at));
        if (lap.timer && *lap.elapsed - *lap.timer - paused_in_lap_ > kLeastPause) {
            content_.segment_starts.push_back(content_.records.size());
        }
    }

    /// Another track within the same lap follows a pause.
    void open_track() {
        if (tracks_in_lap_ > 0) {
            content_.segment_starts.push_back(content_.records.size());
        }
        ++tracks_in_lap_;
    }

    /// Sums the laps into the Leg.
    void end_leg() {
        if (!open_leg_) {
            return;
        }
        open_leg_ = false;
        Leg& leg = content_.legs.back();
        double distance = 0;
        double timer = 0;
        for (std::size_t i = first_lap_; i < content_.laps.size(); ++i) {
            const Lap& lap = content_.laps[i];
            leg.started_at = leg.started_at ? leg.started_at : lap.started_at;
            distance += lap.distance.value_or(Metres(0)).value();
            timer += lap.timer.value_or(Seconds(0)).value();
        }
        const bool points_tell = !content_.records.channel(record_distance).empty();
        if (distance > 0 || !points_tell) {
            leg.distance = Metres(distance);
        }
        if (first_lap_ < content_.laps.size()) {
            leg.timer = Seconds(timer);
        }
        take_means(leg);
    }

    /// The laps' means stand in for Records that do not say.
    void take_means(Leg& leg) {
        if (content_.records.channel(record_heart_rate).empty()) {
            leg.average_heart_rate = means_.heart_rate.mean<BeatsPerMinute>();
        }
        if (content_.records.channel(record_cadence).empty()) {
            // Nobody runs with fewer than 120 steps a minute: those are strides.
            const auto mean = means_.cadence.mean<Cadence>();
            leg.average_cadence = mean && *mean < Cadence(120) ? std::optional(*mean * 2) : mean;
        }
        if (content_.records.channel(record_power).empty()) {
            leg.average_power = means_.power.mean<Watts>();
        }
    }

    void close_in_point(std::string_view name, std::string_view text) {
        if (name == "Trackpoint") {
            within_ = around_point_;
            add_point();
            return;
        }
        if (name == "Time") {
            point_.at = content_.read_time(text);
            return;
        }
        for (const PointElement& element : kPointElements) {
            if (element.name == name) {
                point_.values[element.slot] = read_decimal(text);
                return;
            }
        }
    }

    void add_point() {
        const std::size_t n = content_.records.size();
        const bool after_pause =
            !content_.segment_starts.empty() && content_.segment_starts.back() == n;
        if (after_pause && n > 0 && point_.at && tracks_in_lap_ > 1) {
            paused_in_lap_ +=
                Seconds(std::max(0.0, seconds_between(content_.records.at().back(), *point_.at)));
        }
        content_.add(point_);
    }

    void close_in_lap(std::string_view name, std::string_view text) {
        Lap& lap = content_.laps.back();
        const double value = read_decimal(text);
        if (name == "Lap" || name == "Transition") {
            within_ = Within::nothing;
        } else if (name == "TotalTimeSeconds") {
            lap.timer = value >= 0 ? std::optional(Seconds(value)) : std::nullopt;
        } else if (name == "DistanceMeters") {
            lap.distance = value >= 0 ? std::optional(Metres(value)) : std::nullopt;
        } else if (name == "Value") {
            // The mean stands before the maximum; both hold one value.
            pending_heart_rate_ = value;
        } else if (name == "AverageHeartRateBpm") {
            means_.heart_rate.add(pending_heart_rate_, lap.timer);
        } else if (name == "AvgRunCadence") {
            means_.cadence.add(value, lap.timer);
        } else if (name == "AvgWatts") {
            means_.power.add(value, lap.timer);
        }
    }

    void close_in_creator(std::string_view name, std::string_view text) {
        if (name == "Creator") {
            within_ = Within::nothing;
        } else if (name == "Name" && content_.device.empty()) {
            content_.device = text;
        }
    }

    const Limits& limits_;
    TrackContent content_;
    TrackPoint point_;
    LapMeans means_;
    double pending_heart_rate_ = 0;
    std::size_t first_lap_ = 0;
    std::size_t tracks_in_lap_ = 0;
    Seconds paused_in_lap_;
    Within within_ = Within::nothing;
    Within around_point_ = Within::nothing;
    bool open_leg_ = false;
    bool course_ = false;
};

}  // namespace

void decode_tcx(std::span<const std::byte> bytes, const Limits& limits, DecodedFile& file) {
    TcxHandler handler(limits);
    note_break(file, read_xml(bytes, handler));
    handler.finish();
    const FileKind kind = handler.is_course() ? FileKind::course : FileKind::activity;
    file.content = kind == FileKind::course ? "course" : "activity";
    assemble_track(handler.take(), kind, file);
}

}  // namespace footsure::decode
