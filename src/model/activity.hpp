// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/id.hpp"
#include "model/side.hpp"
#include "model/terrain.hpp"
#include "model/time.hpp"
#include "model/units.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace footsure {

/// One channel of an Activity: one value per Record, NaN where the device gave none.
/// A channel that the file never recorded is empty.
template <class Q>
class Column {
public:
    Column() = default;

    /// Takes one value per Record, NaN for none.
    explicit Column(std::vector<double> values) : values_(std::move(values)) {}

    [[nodiscard]] bool empty() const { return values_.empty(); }

    [[nodiscard]] std::size_t size() const { return values_.size(); }

    [[nodiscard]] std::optional<Q> at(std::size_t record) const {
        if (record >= values_.size() || std::isnan(values_[record])) {
            return std::nullopt;
        }
        return Q(values_[record]);
    }

    /// Sets the value of one Record, filling the gap before it with "no value".
    void set(std::size_t record, Q value) {
        if (record >= values_.size()) {
            values_.resize(record + 1, std::numeric_limits<double>::quiet_NaN());
        }
        values_[record] = value.value();
    }

    /// Makes the channel as long as the Records, unless it was never recorded.
    void pad(std::size_t records) {
        if (!values_.empty()) {
            values_.resize(records, std::numeric_limits<double>::quiet_NaN());
        }
    }

    void reserve(std::size_t records) { values_.reserve(records); }

    [[nodiscard]] const std::vector<double>& raw() const { return values_; }

private:
    std::vector<double> values_;
};

/// What a foot pod or an app measures beside the device's own channels.
enum class SensorQuantity : std::uint8_t {
    power,                 ///< W
    form_power,            ///< W
    air_power,             ///< W
    cadence,               ///< steps a minute
    stance_time,           ///< s
    vertical_oscillation,  ///< m
    leg_spring_stiffness,  ///< N/m
    foot_strike,           ///< the maker's scale, low = heel
    pronation,             ///< degrees, negative inwards
    impact,                ///< in g
    braking,               ///< in g
    impact_balance,        ///< the left foot's share
    stiffness_balance,     ///< the left foot's share
    oscillation_balance,   ///< the left foot's share
};

/// One channel of one sensor, kept apart from the device's own and never spliced with it.
struct SensorChannel {
    std::string sensor;  ///< `Stryd`, `RunScribe`, `Garmin Running Power`
    SensorQuantity quantity{};
    Side side = Side::both;
    std::vector<double> values;  ///< one per Record in the quantity's unit, NaN for none
};

/// The sampled instants of an Activity, column by column, in file order.
struct Records {
    std::vector<Instant> at;
    Column<GeoDegrees> latitude;
    Column<GeoDegrees> longitude;
    Column<Metres> altitude;
    Column<Metres> distance;  ///< since the start
    Column<MetresPerSecond> speed;
    Column<BeatsPerMinute> heart_rate;
    Column<Cadence> cadence;
    Column<Seconds> stance_time;
    Column<Metres> vertical_oscillation;
    Column<Share> stance_time_balance;  ///< the left foot's share
    Column<Metres> step_length;
    Column<Share> vertical_ratio;  ///< oscillation over step length
    Column<Share> stance_share;    ///< of the step time on the ground
    Column<Watts> power;
    std::vector<SensorChannel> sensors;

    [[nodiscard]] std::size_t size() const { return at.size(); }
};

/// One sport within an Activity (FIT says "session"). Absent = the file does not say.
struct Leg {
    std::string sport;      ///< FIT's word: running, cycling, walking, …; "unknown" when none
    std::string sub_sport;  ///< FIT's word: treadmill, trail, …; "generic" when none
    std::optional<Instant> started_at;
    std::optional<Seconds> elapsed;
    std::optional<Seconds> timer;
    std::optional<Metres> distance;
    std::optional<Metres> ascent;
    std::optional<Metres> descent;
    std::optional<BeatsPerMinute> average_heart_rate;
    std::optional<Cadence> average_cadence;
    std::optional<Seconds> average_stance_time;
    std::optional<Metres> average_vertical_oscillation;
    std::optional<Metres> average_step_length;
    std::optional<Share> average_vertical_ratio;
    std::optional<Share> average_stance_time_balance;  ///< the left foot's share
    std::optional<Watts> average_power;
    std::optional<double> perceived_exertion;  ///< 0 to 10, as told to the watch
    std::optional<Share> feel;                 ///< 0 very weak, 1 very strong
    std::optional<Terrain> ground;             ///< as the Runner told it; sub-sports say less
};

struct Lap {
    std::optional<Instant> started_at;
    std::optional<Seconds> elapsed;
    std::optional<Seconds> timer;
    std::optional<Metres> distance;
};

/// A time in which the timer stood.
struct Pause {
    Instant from;
    Instant until;
};

/// How well the offset from UTC is known, best first.
enum class OffsetQuality : std::uint8_t {
    recorded,  ///< the file gives local and universal time
    setting,   ///< of the device's clock
    position,  ///< from the longitude of the first position, an hour or two off where zones bend
    unknown,
};

/// Something that recorded: the watch itself, a strap, a foot pod.
struct Device {
    std::string name;  ///< maker and product as the file names them
    std::string role;  ///< `recorder`, `heart_rate`, `stride_speed_distance`, … ; may be empty
    std::optional<Share> battery;  ///< of its charge
};

/// One recorded outing: its Legs, Laps and Records. Legs and Laps are in file order.
struct Activity {
    ActivityId id;  ///< empty until the original bytes are stored
    std::vector<Leg> legs;
    std::vector<Lap> laps;
    Records records;
    std::optional<Instant> started_at;
    std::optional<UtcOffset> local_offset;
    OffsetQuality offset_quality = OffsetQuality::unknown;
    std::string device;  ///< maker and product as the file names them; may be empty
    std::vector<Device> devices;
    std::vector<Pause> pauses;            ///< by start, not overlapping
    std::vector<Seconds> beat_intervals;  ///< from beat to beat, in the order they came
};

enum class FileFormat : std::uint8_t { fit, gpx, tcx, sml, apple_health, polar, unknown };
enum class FileKind : std::uint8_t { activity, workout, course, settings, other };
enum class Integrity : std::uint8_t {
    ok,
    crc_mismatch,
    header_crc_mismatch,
    truncated,
    no_data_size,    ///< the header gives no data size; read to the end
    trailing_bytes,  ///< bytes after the last part that belong to nothing
    malformed,       ///< the structure broke; what stood before it was read
    unreadable,
};

enum class DecodeErrorCode : std::uint8_t {
    not_recognised,  ///< no format of recordings that is known, nor a gzip of one
    empty_file,
    too_large,  ///< more bytes or values than the limits allow
    truncated,  ///< ends inside a message, element or gzip stream
    bad_header,
    crc_mismatch,
    undefined_message,  ///< a data message before its definition
    bad_definition,
    malformed_xml,
    malformed_json,
    bad_gzip,
    bad_deflate,  ///< a zip member is damaged or not as the archive promises
};

/// What went wrong in a file and where: offset in bytes of the (unpacked) content.
struct DecodeError {
    DecodeErrorCode code{};
    std::string message;
    std::uint64_t offset = 0;
};

/// How much of a recording was read before it broke off.
struct Salvage {
    Seconds kept;
    Seconds whole;  ///< by the totals of the file where it gives them, else by the bytes read
};

/// What one file says, in full or as far as it could be read; the error stands beside it.
struct DecodedFile {
    FileFormat format = FileFormat::unknown;
    FileKind kind = FileKind::other;
    std::string content;  ///< what it holds in one word: activity, monitoring, weight, …
    Activity activity;
    std::size_t merged_records = 0;  ///< put into the Record before them, of the same instant
    Integrity integrity = Integrity::ok;
    std::optional<Salvage> salvage;
    std::vector<std::string> warnings;
    std::optional<DecodeError> error;
};

/// Whether the Leg is running; older devices write a treadmill run as fitness equipment.
[[nodiscard]] bool is_running(const Leg& leg);

[[nodiscard]] std::string_view word(SensorQuantity quantity);
[[nodiscard]] std::string_view word(OffsetQuality quality);
[[nodiscard]] std::string_view word(FileFormat format);
[[nodiscard]] std::string_view word(FileKind kind);
[[nodiscard]] std::string_view word(Integrity integrity);
[[nodiscard]] std::string_view word(DecodeErrorCode code);

}  // namespace footsure
