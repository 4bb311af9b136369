// SPDX-License-Identifier: Apache-2.0
#include "decode/gpx.hpp"

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

/// Elements of a point and of its extensions, whatever their prefix.
constexpr std::array kPointElements{
    PointElement{"ele", record_altitude}, PointElement{"hr", record_heart_rate},
    PointElement{"cad", record_cadence},  PointElement{"cadence", record_cadence},
    PointElement{"power", record_power},  PointElement{"PowerInWatts", record_power},
    PointElement{"speed", record_speed},  PointElement{"distance", record_distance},
};

class GpxHandler : public XmlHandler {
public:
    explicit GpxHandler(const Limits& limits) : limits_(limits) {}

    void open(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "trkpt") {
            in_point_ = true;
            point_.clear();
            point_.values[record_latitude] = read_decimal(attributes.find("lat"));
            point_.values[record_longitude] = read_decimal(attributes.find("lon"));
        } else if (name == "trkseg") {
            content_.segment_starts.push_back(content_.records.size());
        } else if (name == "trk") {
            const SportName none = sport_named({});
            Leg& leg = content_.legs.emplace_back();
            leg.sport = none.sport;
            leg.sub_sport = none.sub_sport;
            in_track_ = true;
        } else if (name == "gpx") {
            content_.device = attributes.find("creator");
        }
    }

    XmlStep close(std::string_view name, std::string_view text) override {
        if (in_point_) {
            close_in_point(name, text);
        } else if (name == "trk") {
            in_track_ = false;
        } else if (name == "type" && in_track_ && !content_.legs.empty()) {
            const SportName sport = sport_named(text);
            content_.legs.back().sport = sport.sport;
            content_.legs.back().sub_sport = sport.sub_sport;
        }
        return content_.exceeds(limits_.records) ? XmlStep::stop : XmlStep::go_on;
    }

    [[nodiscard]] std::size_t points_without_place() const { return points_without_place_; }

    [[nodiscard]] TrackContent take() { return std::move(content_); }

private:
    void close_in_point(std::string_view name, std::string_view text) {
        if (name == "trkpt") {
            in_point_ = false;
            add_point();
            return;
        }
        if (name == "time") {
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
    std::size_t points_without_place_ = 0;
    bool in_point_ = false;
    bool in_track_ = false;
};

FileKind kind_of(const TrackContent& content) {
    if (content.records.size() == 0) {
        return FileKind::other;
    }
    return content.records.has_times() ? FileKind::activity : FileKind::course;
}

}  // namespace

void decode_gpx(std::span<const std::byte> bytes, const Limits& limits, DecodedFile& file) {
    GpxHandler handler(limits);
    auto error = read_xml(bytes, handler);
    if (error) {
        note_damage(file,
                    error->code == DecodeErrorCode::truncated ? Integrity::truncated
                                                              : Integrity::malformed,
                    std::move(*error));
    }
    if (handler.points_without_place() > 0) {
        file.warnings.push_back(std::to_string(handler.points_without_place()) +
                                " points without a position were dropped");
    }
    TrackContent content = handler.take();
    const FileKind kind = kind_of(content);
    assemble_track(std::move(content), kind, file);
}

}  // namespace footsure::decode
