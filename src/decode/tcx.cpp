// SPDX-License-Identifier: Apache-2.0
#include "decode/tcx.hpp"

#include "decode/damage.hpp"
#include "decode/track_content.hpp"
#include "decode/xml_reader.hpp"

#include <array>
#include <cmath>
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

class TcxHandler : public XmlHandler {
public:
    explicit TcxHandler(const Limits& limits) : limits_(limits) {}

    void open(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "Trackpoint") {
            around_point_ = within_ == Within::point ? around_point_ : within_;
            within_ = Within::point;
            point_.clear();
        } else if (name == "Track") {
            content_.segment_starts.push_back(content_.records.size());
        } else if (name == "Lap") {
            within_ = Within::lap;
            content_.laps.emplace_back().started_at =
                content_.read_time(attributes.find("StartTime"));
        } else if (name == "Creator") {
            within_ = Within::creator;
        } else if (name == "Activity") {
            begin_leg(attributes.find("Sport"));
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
        if (name == "Activity") {
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

    void begin_leg(std::string_view text) {
        const SportName sport = sport_named(text);
        Leg& leg = content_.legs.emplace_back();
        leg.sport = sport.sport;
        leg.sub_sport = sport.sub_sport;
        first_lap_ = content_.laps.size();
        open_leg_ = true;
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
    }

    void close_in_point(std::string_view name, std::string_view text) {
        if (name == "Trackpoint") {
            within_ = around_point_;
            content_.add(point_);
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

    void close_in_lap(std::string_view name, std::string_view text) {
        if (name == "Lap") {
            within_ = Within::nothing;
        } else if (name == "TotalTimeSeconds") {
            const double value = read_decimal(text);
            content_.laps.back().timer =
                std::isnan(value) ? std::nullopt : std::optional(Seconds(value));
        } else if (name == "DistanceMeters") {
            const double value = read_decimal(text);
            content_.laps.back().distance =
                std::isnan(value) ? std::nullopt : std::optional(Metres(value));
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
    std::size_t first_lap_ = 0;
    Within within_ = Within::nothing;
    Within around_point_ = Within::nothing;
    bool open_leg_ = false;
    bool course_ = false;
};

}  // namespace

void decode_tcx(std::span<const std::byte> bytes, const Limits& limits, DecodedFile& file) {
    TcxHandler handler(limits);
    auto error = read_xml(bytes, handler);
    if (error) {
        note_damage(file,
                    error->code == DecodeErrorCode::truncated ? Integrity::truncated
                                                              : Integrity::malformed,
                    std::move(*error));
    }
    handler.finish();
    const FileKind kind = handler.is_course() ? FileKind::course : FileKind::activity;
    assemble_track(handler.take(), kind, file);
}

}  // namespace footsure::decode
