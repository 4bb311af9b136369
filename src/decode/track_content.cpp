// SPDX-License-Identifier: Apache-2.0
#include "decode/track_content.hpp"

#include "decode/climb.hpp"
#include "decode/fit_words.hpp"
#include "decode/text.hpp"
#include "decode/track_clock.hpp"
#include "decode/track_place.hpp"
#include "decode/zone.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <span>
#include <utility>

namespace footsure::decode {
namespace {

/// For each Record whether the one before belongs to the same segment of the same Leg.
Continues continuations(const TrackContent& content) {
    Continues continues(content.leg_of.size(), true);
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

/// Calls `visit` with each Leg and the range of its Records, which stand together.
template <class Visit>
void for_each_leg(TrackContent& content, Visit visit) {
    const LegOfRecord& leg_of = content.leg_of;
    for (std::size_t begin = 0; begin < leg_of.size();) {
        std::size_t end = begin + 1;
        while (end < leg_of.size() && leg_of[end] == leg_of[begin]) {
            ++end;
        }
        visit(content.legs[leg_of[begin]], begin, end);
        begin = end;
    }
}

/// Writers disagree on whether running cadence counts strides or steps; nobody runs with
/// fewer than 120 steps a minute.
void settle_cadence(TrackContent& content) {
    constexpr double kFewestSteps = 120;
    RecordTable::Channel& cadence = content.records.channel(record_cadence);
    if (cadence.empty() || content.cadence == CadenceCounts::steps) {
        return;
    }
    for_each_leg(content, [&](const Leg& leg, std::size_t begin, std::size_t end) {
        const auto values = std::span(cadence).subspan(begin, end - begin);
        const auto median = leg.sport == "running" ? median_above_zero(values) : std::nullopt;
        if (median && *median < kFewestSteps) {
            std::ranges::for_each(values, [](double& value) { value *= 2; });
        }
    });
}

void complete_climb(TrackContent& content) {
    const RecordTable::Channel& altitude = content.records.channel(record_altitude);
    const RecordTable::Channel& distance = content.records.channel(record_distance);
    if (altitude.empty() || distance.empty()) {
        return;
    }
    for_each_leg(content, [&](Leg& leg, std::size_t begin, std::size_t end) {
        const auto climb = measure_climb(std::span(altitude).subspan(begin, end - begin),
                                         std::span(distance).subspan(begin, end - begin));
        if (climb) {
            leg.ascent = leg.ascent.value_or(climb->up);
            leg.descent = leg.descent.value_or(climb->down);
        }
    });
}

/// Some writers begin the first lap after its points.
void start_with_records(TrackContent& content) {
    if (!content.records.has_times()) {
        return;
    }
    for_each_leg(content, [&](Leg& leg, std::size_t begin, std::size_t) {
        if (leg.started_at) {
            leg.started_at = std::min(*leg.started_at, content.records.at()[begin]);
        }
    });
}

/// Without laps the moving time is that within the segments: a new segment follows a pause.
void complete_timer(const std::vector<Seconds>& within, std::vector<Leg>& legs) {
    for (std::size_t i = 0; i < legs.size(); ++i) {
        Leg& leg = legs[i];
        if (!leg.timer && leg.started_at) {
            leg.timer = within[i];
        }
        if (leg.timer && leg.elapsed && *leg.elapsed < *leg.timer) {
            leg.elapsed = leg.timer;
        }
    }
}

void count(std::size_t number, std::string_view what, DecodedFile& file) {
    if (number > 0) {
        file.warnings.push_back(std::to_string(number) + ' ' + std::string(what));
    }
}

/// The named pauses and those between segments, by start; one that begins in another is it.
std::vector<Pause> join_pauses(std::vector<Pause> named, const std::vector<Pause>& between) {
    named.insert(named.end(), between.begin(), between.end());
    std::ranges::stable_sort(named, {}, &Pause::from);
    std::vector<Pause> joined;
    for (const Pause& pause : named) {
        if (!joined.empty() && pause.from < joined.back().until) {
            joined.back().until = std::max(joined.back().until, pause.until);
        } else if (pause.from < pause.until) {
            joined.push_back(pause);
        }
    }
    return joined;
}

void complete(TrackContent& content, DecodedFile& file) {
    RecordTable& records = content.records;
    count(records.drop_impossible(), "heart rates out of range were dropped", file);
    count(repair_clock(content.leg_of, records), "times that go back were set right", file);
    Continues continues = continuations(content);
    content.pauses = join_pauses(std::move(content.pauses),
                                 pauses_between(content.leg_of, continues, records.at()));
    const std::vector<Seconds> within = time_within(content.leg_of, continues, records.at(),
                                                    std::max<std::size_t>(content.legs.size(), 1));
    const PlaceRepair places = repair_places(content.legs, content.leg_of, continues, records);
    count(places.spikes, "positions that nobody runs to and back were dropped", file);
    count(places.jumps, "jumps of the position do not count as way", file);
    measure_distance(content.leg_of, continues, records);
    if (content.legs.empty()) {
        return;
    }
    settle_cadence(content);
    start_with_records(content);
    complete_legs(records, content.leg_of, MeasuredLegs::all, content.legs);
    complete_timer(within, content.legs);
    complete_climb(content);
}

}  // namespace

void TrackPoint::clear() {
    at.reset();
    values.fill(kNoValue);
}

Leg& TrackContent::begin_leg(std::string_view sport, std::string_view sub_sport) {
    Leg& leg = legs.emplace_back();
    leg.sport = sport;
    leg.sub_sport = sub_sport;
    return leg;
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

void assemble_track(TrackContent content, FileKind kind, DecodedFile& file) {
    file.kind = kind;
    if (kind == FileKind::activity && content.legs.empty()) {
        content.begin_leg(kUnknownSport, kGenericSubSport);
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
    activity.pauses = std::move(content.pauses);
    activity.beat_intervals = std::move(content.beat_intervals);
    activity.local_offset = content.local_offset;
    activity.offset_quality = content.offset_quality;
    activity.device = std::move(content.device);
    activity.records = content.records.take();
    complete_offset(activity);
}

}  // namespace footsure::decode
