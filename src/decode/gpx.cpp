// SPDX-License-Identifier: Apache-2.0
#include "decode/gpx.hpp"

#include "decode/damage.hpp"
#include "decode/fit_words.hpp"
#include "decode/sport_name.hpp"
#include "decode/text.hpp"
#include "decode/track_content.hpp"
#include "decode/xml_reader.hpp"

#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace footsure::decode {
namespace {

struct PointElement {
    std::string_view name;
    RecordSlot slot{};
};

/// Elements of a point and of its extensions, whatever their prefix.
constexpr std::array kPointElements{
    PointElement{"ele", record_altitude},         PointElement{"hr", record_heart_rate},
    PointElement{"heartrate", record_heart_rate}, PointElement{"cad", record_cadence},
    PointElement{"cadence", record_cadence},      PointElement{"power", record_power},
    PointElement{"PowerInWatts", record_power},   PointElement{"speed", record_speed},
    PointElement{"distance", record_distance},
};

class GpxHandler : public XmlHandler {
public:
    explicit GpxHandler(const Limits& limits) : limits_(limits) {}

    void open(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "trkpt") {
            within_ = Within::point;
            point_.clear();
            point_.values[record_latitude] = read_decimal(attributes.find("lat"));
            point_.values[record_longitude] = read_decimal(attributes.find("lon"));
        } else if (name == "trkseg") {
            content_.segment_starts.push_back(content_.records.size());
        } else if (name == "trk") {
            content_.begin_leg(kUnknownSport, kGenericSubSport);
            within_ = Within::track;
        } else if (name == "lap" && within_ == Within::nothing) {
            within_ = Within::lap;
            lap_ = Lap();
        } else if (name == "rtept") {
            route_ = true;
        } else if (name == "gpx") {
            content_.device = attributes.find("creator");
        }
    }

    XmlStep close(std::string_view name, std::string_view text) override {
        switch (within_) {
        case Within::point: close_in_point(name, text); break;
        case Within::track: close_in_track(name, text); break;
        case Within::lap: close_in_lap(name, text); break;
        case Within::nothing: break;
        }
        return content_.exceeds(limits_.records) ? XmlStep::stop : XmlStep::go_on;
    }

    [[nodiscard]] bool is_route() const { return route_; }

    [[nodiscard]] std::size_t points_without_place() const { return points_without_place_; }

    [[nodiscard]] TrackContent take() { return std::move(content_); }

private:
    enum class Within : std::uint8_t { nothing, track, point, lap };

    void close_in_track(std::string_view name, std::string_view text) {
        if (name == "trk") {
            within_ = Within::nothing;
        } else if (name == "type") {
            const SportName sport = sport_named(text);
            content_.legs.back().sport = sport.sport;
            content_.legs.back().sub_sport = sport.sub_sport;
        }
    }

    /// A lap of Cluetrust's extension, which Movescount writes behind the track.
    void close_in_lap(std::string_view name, std::string_view text) {
        if (name == "lap") {
            within_ = Within::nothing;
            if (lap_.elapsed && lap_.elapsed->value() > 0) {
                content_.laps.push_back(lap_);
            }
        } else if (name == "startTime") {
            lap_.started_at = content_.read_time(text);
        } else if (name == "elapsedTime") {
            lap_.elapsed = measured<Seconds>(text);
        } else if (name == "distance") {
            lap_.distance = measured<Metres>(text);
        }
    }

    template <class Q>
    static std::optional<Q> measured(std::string_view text) {
        const double value = read_decimal(text);
        return value >= 0 ? std::optional(Q(value)) : std::nullopt;
    }

    void close_in_point(std::string_view name, std::string_view text) {
        if (name == "trkpt") {
            within_ = content_.legs.empty() ? Within::nothing : Within::track;
            add_point();
            return;
        }
        if (name == "time") {
            point_.at = content_.read_time(text);
            return;
        }
        for (const PointElement& element : kPointElements) {
            if (element.name == name) {
                put(element.slot, read_decimal(text));
                return;
            }
        }
    }

    /// Some writers give a quantity twice, in two extensions; the first that is a value stays.
    void put(RecordSlot slot, double value) {
        if (!(std::abs(point_.values[slot]) > 0)) {
            point_.values[slot] = std::isnan(value) ? point_.values[slot] : value;
        }
    }

    void add_point() {
        if (std::isnan(point_.values[record_latitude]) ||
            std::isnan(point_.values[record_longitude])) {
            ++points_without_place_;
            return;
        }
        content_.add(point_);
    }

    const Limits& limits_;
    TrackContent content_;
    TrackPoint point_;
    Lap lap_;
    std::size_t points_without_place_ = 0;
    Within within_ = Within::nothing;
    bool route_ = false;
};

FileKind kind_of(const TrackContent& content, FileKind without_points) {
    if (content.records.size() == 0) {
        return without_points;
    }
    return content.records.has_times() ? FileKind::activity : FileKind::course;
}

std::string_view content_word(FileKind kind) {
    switch (kind) {
    case FileKind::activity: return "activity";
    case FileKind::course: return "route";
    default: return "places";
    }
}

}  // namespace

void decode_gpx(std::span<const std::byte> bytes, const Limits& limits, DecodedFile& file) {
    GpxHandler handler(limits);
    note_break(file, read_xml(bytes, handler));
    if (handler.points_without_place() > 0) {
        file.warnings.push_back(std::to_string(handler.points_without_place()) +
                                " points without a position were dropped");
    }
    TrackContent content = handler.take();
    const FileKind kind = kind_of(content, handler.is_route() ? FileKind::course : FileKind::other);
    file.content = content_word(kind);
    assemble_track(std::move(content), kind, file);
}

}  // namespace footsure::decode
