// SPDX-License-Identifier: Apache-2.0
#include "decode/sml.hpp"

#include "decode/damage.hpp"
#include "decode/sport_name.hpp"
#include "decode/text.hpp"
#include "decode/track_content.hpp"
#include "decode/xml_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <numbers>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace footsure::decode {
namespace {

constexpr double kPerMinute = 60;
constexpr double kDegrees = 180 / std::numbers::pi;
/// The beats of some days.
constexpr std::size_t kLongestBeats = std::size_t{4} << 20U;
/// A position this near to a sample of the sensors belongs to it; the two come in turns.
constexpr Seconds kSameMoment{1.5};

struct SampleElement {
    std::string_view name;
    RecordSlot slot{};
    double scale = 1;
};

constexpr std::array kSampleElements{
    SampleElement{"Latitude", record_latitude, kDegrees},
    SampleElement{"Longitude", record_longitude, kDegrees},
    SampleElement{"Altitude", record_altitude},
    SampleElement{"Distance", record_distance},
    SampleElement{"Speed", record_speed},
    SampleElement{"HR", record_heart_rate, kPerMinute},
    SampleElement{"Cadence", record_cadence, kPerMinute},
    SampleElement{"RunningPower", record_power},
    SampleElement{"BikePower", record_power},
};

/// What the header says of the whole log.
struct Header {
    std::optional<Seconds> duration;
    std::optional<Metres> distance;
    std::optional<Metres> ascent;
    std::optional<Metres> descent;
    std::optional<Instant> local_start;
    std::string activity_type;
    std::string activity;
};

class SmlHandler : public XmlHandler {
public:
    explicit SmlHandler(const Limits& limits) : limits_(limits) { point_.clear(); }

    void open(std::string_view name, const XmlAttributes&) override {
        path_.emplace_back(name);
        if (name == "Sample") {
            begin_sample();
        }
    }

    XmlStep close(std::string_view name, std::string_view text) override {
        path_.pop_back();
        const std::string_view parent = path_.empty() ? std::string_view() : path_.back();
        if (name == "Sample") {
            end_sample();
        } else if (parent == "Sample") {
            close_in_sample(name, text);
        } else if (parent == "Header") {
            close_in_header(name, text);
        } else if (parent == "Device" && name == "Name" && content_.device.empty()) {
            content_.device = text;
        } else if (parent == "R-R" && name == "Data") {
            read_beats(text);
        } else {
            close_in_event(parent, name, text);
        }
        return content_.exceeds(limits_.records) ? XmlStep::stop : XmlStep::go_on;
    }

    [[nodiscard]] std::size_t longest_text(std::string_view name) const override {
        return name == "Data" ? kLongestBeats : XmlHandler::longest_text(name);
    }

    TrackContent finish() {
        flush_place();
        describe_leg();
        return std::move(content_);
    }

private:
    void begin_sample() {
        sample_.fill(kNoValue);
        time_.reset();
        utc_.reset();
        satellites_ = false;
    }

    void close_in_sample(std::string_view name, std::string_view text) {
        if (name == "Time") {
            const double value = read_decimal(text);
            time_ = std::isnan(value) ? std::nullopt : std::optional(Seconds(value));
        } else if (name == "UTC") {
            utc_ = content_.read_time(text);
            universal_ = universal_ || text.ends_with('Z');
        } else if (name == "SampleType") {
            satellites_ = text.starts_with("gps");
        } else {
            for (const SampleElement& element : kSampleElements) {
                if (element.name == name) {
                    sample_[element.slot] = read_decimal(text) * element.scale;
                }
            }
        }
    }

    /// Samples of satellites carry the time of these, all others that of the watch: what counts is
    /// the seconds of the watch from its own idea of the start.
    [[nodiscard]] std::optional<Instant> moment() {
        if (time_ && utc_ && (!satellites_ || !start_)) {
            start_ = *utc_ - std::chrono::microseconds(std::llround(time_->value() * 1e6));
        }
        if (!start_) {
            start_ = header_.local_start;
        }
        if (!time_ || !start_) {
            return utc_;
        }
        return *start_ + std::chrono::microseconds(std::llround(time_->value() * 1e6));
    }

    void end_sample() {
        const std::optional<Instant> at = moment();
        first_ = first_ ? first_ : at;
        last_ = at ? at : last_;
        if (pausing_) {
            note_pause(at);
        }
        if (lapping_) {
            note_lap(at);
        }
        pausing_.reset();
        lapping_ = false;
        if (std::ranges::any_of(sample_, [](double value) { return !std::isnan(value); })) {
            take_values(at);
        }
    }

    /// A position alone waits for the sample of the sensors that follows it at once.
    void take_values(std::optional<Instant> at) {
        const bool place = !std::isnan(sample_[record_latitude]);
        const bool near =
            at && point_.at && seconds_between(*point_.at, *at) <= kSameMoment.value();
        if (pending_ && (place || !near)) {
            flush_place();
        }
        merge(at);
        pending_ = true;
        if (!place || !std::isnan(sample_[record_heart_rate])) {
            flush_place();
        }
    }

    /// Adds the sample to what is held back of a position.
    void merge(std::optional<Instant> at) {
        point_.at = at;
        for (std::size_t slot = 0; slot < sample_.size(); ++slot) {
            point_.values[slot] = std::isnan(sample_[slot]) ? point_.values[slot] : sample_[slot];
        }
    }

    void flush_place() {
        if (pending_) {
            content_.add(point_);
        }
        pending_ = false;
        point_.clear();
    }

    void close_in_event(std::string_view parent, std::string_view name, std::string_view text) {
        if (parent == "Pause" && name == "State") {
            pausing_ = trimmed(text) == "True";
        } else if (parent == "Lap" && name == "Type") {
            const std::string_view type = trimmed(text);
            lapping_ = type != "Start" && type != "Stop";
        } else if (parent == "Activity" && name == "Type" && event_type_.empty()) {
            event_type_ = trimmed(text);
        }
    }

    void note_pause(std::optional<Instant> at) {
        if (pausing_.value_or(false)) {
            paused_at_ = paused_at_ ? paused_at_ : at;
        } else if (paused_at_ && at) {
            content_.pauses.push_back({*paused_at_, *at});
            paused_at_.reset();
        }
    }

    void note_lap(std::optional<Instant> at) {
        const std::optional<Instant> from = lap_at_ ? lap_at_ : first_;
        if (at && from && *from < *at) {
            content_.laps.push_back(
                {.started_at = from, .elapsed = Seconds(seconds_between(*from, *at))});
            lap_at_ = at;
        }
    }

    void close_in_header(std::string_view name, std::string_view text) {
        const double value = read_decimal(text);
        if (name == "Duration" && value >= 0) {
            header_.duration = Seconds(value);
        } else if (name == "Distance" && value >= 0) {
            header_.distance = Metres(value);
        } else if (name == "Ascent" && value >= 0) {
            header_.ascent = Metres(value);
        } else if (name == "Descent" && value >= 0) {
            header_.descent = Metres(value);
        } else if (name == "DateTime") {
            header_.local_start = content_.read_time(text);
        } else if (name == "ActivityType") {
            header_.activity_type = trimmed(text);
        } else if (name == "Activity") {
            header_.activity = trimmed(text);
        }
    }

    /// Milliseconds from beat to beat, with blanks between.
    void read_beats(std::string_view text) {
        constexpr double kMilliseconds = 1e-3;
        const char* at = text.data();
        const char* const end = at + text.size();
        while (at != end && content_.beat_intervals.size() <= limits_.records) {
            unsigned value = 0;
            const auto read = std::from_chars(at, end, value);
            if (read.ec == std::errc() && value > 0) {
                content_.beat_intervals.emplace_back(value * kMilliseconds);
            }
            at = read.ptr == at ? at + 1 : read.ptr;
        }
    }

    /// The watch's number for running; the name in the header is in the runner's language.
    [[nodiscard]] SportName sport() const {
        constexpr std::string_view kRunning = "3";
        if (header_.activity_type == kRunning) {
            return {"running", "generic"};
        }
        const SportName of_event = sport_named(event_type_);
        return of_event.sport == "generic" || event_type_.empty() ? sport_named(header_.activity)
                                                                  : of_event;
    }

    void describe_leg() {
        const SportName name = sport();
        Leg& leg = content_.begin_leg(name.sport, name.sub_sport);
        leg.started_at = first_ ? first_ : header_.local_start;
        leg.timer = header_.duration;
        leg.distance = header_.distance;
        leg.ascent = header_.ascent;
        leg.descent = header_.descent;
        if (lap_at_) {
            note_lap(last_);
        }
        settle_offset();
    }

    /// The header is in local time, the samples of newer watches are in universal time.
    void settle_offset() {
        constexpr double kQuarterHour = 900;
        constexpr double kFarthest = 26 * 3600;
        if (!universal_ || !first_ || !header_.local_start) {
            return;
        }
        const double apart = seconds_between(*first_, *header_.local_start);
        if (std::abs(apart) <= kFarthest) {
            content_.local_offset = UtcOffset(
                static_cast<UtcOffset::rep>(std::round(apart / kQuarterHour) * kQuarterHour));
        }
    }

    const Limits& limits_;
    TrackContent content_;
    Header header_;
    std::vector<std::string> path_;
    std::array<double, record_slots> sample_{};
    TrackPoint point_;  ///< a position that waits for the sensors' sample
    std::optional<Seconds> time_;
    std::optional<Instant> utc_;
    std::optional<Instant> start_;
    std::optional<Instant> first_;
    std::optional<Instant> last_;
    std::optional<Instant> paused_at_;
    std::optional<Instant> lap_at_;
    std::optional<bool> pausing_;
    std::string event_type_;
    bool lapping_ = false;
    bool pending_ = false;
    bool satellites_ = false;
    bool universal_ = false;
};

}  // namespace

void decode_sml(std::span<const std::byte> bytes, const Limits& limits, DecodedFile& file) {
    SmlHandler handler(limits);
    note_break(file, read_xml(bytes, handler));
    file.content = "activity";
    assemble_track(handler.finish(), FileKind::activity, file);
}

}  // namespace footsure::decode
