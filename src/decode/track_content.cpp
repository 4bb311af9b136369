// SPDX-License-Identifier: Apache-2.0
#include "decode/track_content.hpp"

#include "decode/fit_words.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <numbers>
#include <span>
#include <utility>

namespace footsure::decode {
namespace {

struct SportAlias {
    std::string_view text;
    SportName name;
};

constexpr std::array kAliases{
    SportAlias{"1", {"cycling", "generic"}},  // Strava's older numbers
    SportAlias{"9", {"running", "generic"}},
    SportAlias{"run", {"running", "generic"}},
    SportAlias{"jogging", {"running", "generic"}},
    SportAlias{"trail run", {"running", "trail"}},
    SportAlias{"trailrun", {"running", "trail"}},
    SportAlias{"trail_running", {"running", "trail"}},
    SportAlias{"track_running", {"running", "track"}},
    SportAlias{"street_running", {"running", "street"}},
    SportAlias{"treadmill_running", {"running", "treadmill"}},
    SportAlias{"indoor_running", {"running", "indoor_running"}},
    SportAlias{"virtual run", {"running", "virtual_activity"}},
    SportAlias{"virtualrun", {"running", "virtual_activity"}},
    SportAlias{"virtual_run", {"running", "virtual_activity"}},
    SportAlias{"biking", {"cycling", "generic"}},
    SportAlias{"bike", {"cycling", "generic"}},
    SportAlias{"ride", {"cycling", "generic"}},
    SportAlias{"walk", {"walking", "generic"}},
    SportAlias{"hike", {"hiking", "generic"}},
    SportAlias{"swim", {"swimming", "generic"}},
};

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

/// Great-circle distance on a sphere of the Earth's mean radius.
double haversine(double latitude1, double longitude1, double latitude2, double longitude2) {
    constexpr double kEarthRadius = 6'371'000;
    const double a = std::pow(std::sin(radians(latitude2 - latitude1) / 2), 2) +
                     std::cos(radians(latitude1)) * std::cos(radians(latitude2)) *
                         std::pow(std::sin(radians(longitude2 - longitude1) / 2), 2);
    return 2 * kEarthRadius * std::asin(std::sqrt(std::min(1.0, a)));
}

/// For each Record whether the one before belongs to the same segment of the same Leg.
std::vector<bool> continuations(const TrackContent& content) {
    std::vector<bool> continues(content.leg_of.size(), true);
    for (std::size_t i = 0; i < continues.size(); ++i) {
        continues[i] = i > 0 && content.leg_of[i - 1] == content.leg_of[i];
    }
    for (const std::size_t start : content.segment_starts) {
        if (start < continues.size()) {
            continues[start] = false;
        }
    }
    return continues;
}

/// Fills the distance channel from positions; the way made during a pause does not count.
void measure_distance(const std::vector<bool>& continues, RecordTable& records) {
    if (records.channel(record_latitude).empty()) {
        return;
    }
    records.activate(record_distance);
    RecordTable::Channel& distance = records.channel(record_distance);
    const RecordTable::Channel& latitude = records.channel(record_latitude);
    const RecordTable::Channel& longitude = records.channel(record_longitude);
    double sum = 0;
    double last_latitude = kNoValue;
    double last_longitude = 0;
    for (std::size_t i = 0; i < continues.size(); ++i) {
        last_latitude = continues[i] ? last_latitude : kNoValue;
        if (std::isnan(latitude[i])) {
            continue;
        }
        if (!std::isnan(last_latitude)) {
            sum += haversine(last_latitude, last_longitude, latitude[i], longitude[i]);
        }
        distance[i] = sum;
        last_latitude = latitude[i];
        last_longitude = longitude[i];
    }
}

std::optional<double> median_above_zero(std::span<const double> cadence) {
    std::vector<double> values;
    std::ranges::copy_if(cadence, std::back_inserter(values),
                         [](double value) { return value > 0; });
    if (values.empty()) {
        return std::nullopt;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Writers disagree on whether running cadence counts strides or steps; nobody runs with
/// fewer than 120 steps a minute. The Records of a Leg stand together.
void settle_cadence(TrackContent& content) {
    constexpr double kFewestSteps = 120;
    const LegOfRecord& leg_of = content.leg_of;
    RecordTable::Channel& cadence = content.records.channel(record_cadence);
    if (cadence.empty()) {
        return;
    }
    for (std::size_t begin = 0; begin < leg_of.size();) {
        std::size_t end = begin + 1;
        while (end < leg_of.size() && leg_of[end] == leg_of[begin]) {
            ++end;
        }
        const auto values = std::span(cadence).subspan(begin, end - begin);
        const bool run = content.legs[leg_of[begin]].sport == "running";
        const auto median = run ? median_above_zero(values) : std::nullopt;
        if (median && *median < kFewestSteps) {
            std::ranges::for_each(values, [](double& value) { value *= 2; });
        }
        begin = end;
    }
}

/// Without laps the moving time is that within the segments: a new segment follows a pause.
void time_segments(const std::vector<bool>& continues, TrackContent& content) {
    const std::vector<Instant>& at = content.records.at();
    std::vector<double> sums(content.legs.size(), 0);
    for (std::size_t i = 1; i < at.size(); ++i) {
        if (continues[i]) {
            sums[content.leg_of[i]] += seconds_between(at[i - 1], at[i]);
        }
    }
    for (std::size_t i = 0; i < sums.size(); ++i) {
        Leg& leg = content.legs[i];
        if (!leg.timer && leg.started_at) {
            leg.timer = Seconds(std::max(0.0, sums[i]));
        }
    }
}

/// Some writers begin the first lap after its points.
void start_with_records(TrackContent& content) {
    if (!content.records.has_times()) {
        return;
    }
    for (std::size_t i = content.leg_of.size(); i-- > 0;) {
        const bool first = i == 0 || content.leg_of[i - 1] != content.leg_of[i];
        auto& started = content.legs[content.leg_of[i]].started_at;
        if (first && started) {
            started = std::min(*started, content.records.at()[i]);
        }
    }
}

void complete(TrackContent& content, DecodedFile& file) {
    const std::size_t dropped = content.records.drop_impossible();
    if (dropped > 0) {
        file.warnings.push_back(std::to_string(dropped) + " heart rates out of range were dropped");
    }
    const std::vector<bool> continues = continuations(content);
    if (content.records.channel(record_distance).empty()) {
        measure_distance(continues, content.records);
    }
    if (content.legs.empty()) {
        return;
    }
    settle_cadence(content);
    start_with_records(content);
    complete_legs(content.records, content.leg_of, MeasuredLegs::all, content.legs);
    time_segments(continues, content);
    for (Leg& leg : content.legs) {
        if (leg.timer && leg.elapsed && *leg.elapsed < *leg.timer) {
            leg.elapsed = leg.timer;
        }
    }
}

}  // namespace

void TrackPoint::clear() {
    at.reset();
    values.fill(kNoValue);
}

void TrackContent::add(const TrackPoint& point) {
    if (point.at) {
        records.begin(*point.at);
    } else {
        records.begin_without_time();
    }
    for (std::size_t slot = 0; slot < point.values.size(); ++slot) {
        if (!std::isnan(point.values[slot])) {
            records.put(slot, point.values[slot]);
        }
    }
    leg_of.push_back(static_cast<std::uint32_t>(std::max<std::size_t>(legs.size(), 1) - 1));
}

std::optional<Instant> TrackContent::read_time(std::string_view text) {
    text = trimmed(text);
    auto time = parse_instant(text);
    if (!time) {
        time = parse_instant(std::string(text) + 'Z');
    }
    if (!time) {
        return std::nullopt;
    }
    if (time->offset != UtcOffset{0} && !local_offset) {
        local_offset = time->offset;
    }
    return time->at;
}

double read_decimal(std::string_view text) {
    text = trimmed(text);
    double value = kNoValue;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    // Nothing in a track is near this, and sums of larger numbers would not stay finite.
    constexpr double kLargest = 1e9;
    return result.ec == std::errc() && std::abs(value) <= kLargest ? value : kNoValue;
}

SportName sport_named(std::string_view text) {
    std::string lower(trimmed(text));
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : static_cast<char>(c);
    });
    if (lower.empty()) {
        return {kUnknownSport, kGenericSubSport};
    }
    for (const SportAlias& alias : kAliases) {
        if (alias.text == lower) {
            return alias.name;
        }
    }
    constexpr double kGenericSport = 0;
    return {sport_word(sport_number(lower).value_or(kGenericSport)), kGenericSubSport};
}

void assemble_track(TrackContent content, FileKind kind, DecodedFile& file) {
    file.kind = kind;
    if (kind == FileKind::activity && content.legs.empty()) {
        Leg& leg = content.legs.emplace_back();
        leg.sport = kUnknownSport;
        leg.sub_sport = kGenericSubSport;
    }
    complete(content, file);
    Activity& activity = file.activity;
    if (content.records.has_times()) {
        activity.started_at = content.records.at().front();
    }
    if (kind == FileKind::activity) {
        activity.legs = std::move(content.legs);
        if (!activity.legs.empty() && activity.legs.front().started_at) {
            activity.started_at = activity.legs.front().started_at;
        }
    }
    for (std::string& warning : clock_warnings(content.records)) {
        file.warnings.push_back(std::move(warning));
    }
    activity.laps = std::move(content.laps);
    activity.local_offset = content.local_offset;
    activity.device = std::move(content.device);
    activity.records = content.records.take();
}

}  // namespace footsure::decode
