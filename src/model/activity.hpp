// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/id.hpp"
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
    Column<Watts> power;

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
    std::optional<BeatsPerMinute> average_heart_rate;
    std::optional<Cadence> average_cadence;
    std::optional<Seconds> average_stance_time;
    std::optional<Metres> average_vertical_oscillation;
};

struct Lap {
    std::optional<Instant> started_at;
    std::optional<Seconds> elapsed;
    std::optional<Seconds> timer;
    std::optional<Metres> distance;
};

/// One recorded outing: its Legs, Laps and Records. Legs and Laps are in file order.
struct Activity {
    ActivityId id;  ///< empty until the original bytes are stored
    std::vector<Leg> legs;
    std::vector<Lap> laps;
    Records records;
    std::optional<Instant> started_at;
    std::optional<UtcOffset> local_offset;
    std::string device;  ///< maker and product as the file names them; may be empty
};

enum class FileFormat : std::uint8_t { fit, gpx, tcx, unknown };
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
    not_recognised,  ///< neither FIT, GPX, TCX nor a gzip of one
    empty_file,
    too_large,  ///< more bytes or values than the limits allow
    truncated,  ///< ends inside a message, element or gzip stream
    bad_header,
    crc_mismatch,
    undefined_message,  ///< a data message before its definition
    bad_definition,
    malformed_xml,
    bad_gzip,
};

/// What went wrong in a file and where: offset in bytes of the (unpacked) content.
struct DecodeError {
    DecodeErrorCode code{};
    std::string message;
    std::uint64_t offset = 0;
};

/// What one file says, in full or as far as it could be read; the error stands beside it.
struct DecodedFile {
    FileFormat format = FileFormat::unknown;
    FileKind kind = FileKind::other;
    Activity activity;
    Integrity integrity = Integrity::ok;
    std::vector<std::string> warnings;
    std::optional<DecodeError> error;
};

[[nodiscard]] std::string_view word(FileFormat format);
[[nodiscard]] std::string_view word(FileKind kind);
[[nodiscard]] std::string_view word(Integrity integrity);
[[nodiscard]] std::string_view word(DecodeErrorCode code);

}  // namespace footsure
