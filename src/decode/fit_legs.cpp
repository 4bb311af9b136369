// SPDX-License-Identifier: Apache-2.0
#include "decode/fit_legs.hpp"

#include "decode/fit_totals.hpp"
#include "decode/fit_words.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <tuple>
#include <utility>

namespace footsure::decode {
namespace {

constexpr double kHighestExertion = 10;

template <class Q>
std::optional<Q> quantity(double value) {
    return std::isnan(value) ? std::nullopt : std::optional<Q>(Q(value));
}

/// Some devices write zero into the means that they do not measure.
template <class Q>
std::optional<Q> measured(double value) {
    return value > 0 ? std::optional<Q>(Q(value)) : std::nullopt;
}

std::optional<Instant> instant(double fit_seconds) {
    return std::isnan(fit_seconds) ? std::nullopt : std::optional(fit_instant(fit_seconds));
}

/// A session without a start began its elapsed time before its end.
double start_of(const FitSummary& session) {
    const double said = session.values[summary_start];
    return std::isnan(said) ? session.ended_at - session.values[summary_elapsed] : said;
}

Leg session_leg(const FitSummary& session) {
    const auto& v = session.values;
    Leg leg;
    leg.sport = sport_word(v[summary_sport]);
    leg.sub_sport = sub_sport_word(v[summary_sub_sport]);
    leg.started_at = instant(start_of(session));
    leg.elapsed = quantity<Seconds>(v[summary_elapsed]);
    leg.timer = quantity<Seconds>(v[summary_timer]);
    leg.distance = quantity<Metres>(v[summary_distance]);
    leg.ascent = quantity<Metres>(v[summary_ascent]);
    leg.descent = quantity<Metres>(v[summary_descent]);
    leg.average_heart_rate = measured<BeatsPerMinute>(v[summary_heart_rate]);
    const double steps = counts_strides(leg.sport, leg.sub_sport) ? 2 : 1;
    leg.average_cadence = measured<Cadence>(steps * v[summary_cadence]);
    leg.average_stance_time = measured<Seconds>(v[summary_stance_time]);
    leg.average_vertical_oscillation = measured<Metres>(v[summary_vertical_oscillation]);
    leg.average_power = measured<Watts>(v[summary_power]);
    leg.average_step_length = measured<Metres>(v[summary_step_length]);
    leg.average_vertical_ratio = measured<Share>(v[summary_vertical_ratio]);
    leg.average_stance_time_balance = measured<Share>(v[summary_balance]);
    if (v[summary_exertion] <= kHighestExertion) {
        leg.perceived_exertion = v[summary_exertion];
    }
    if (v[summary_feel] <= 1) {
        leg.feel = Share(v[summary_feel]);
    }
    return leg;
}

/// The messages that belong to one part.
struct PartView {
    const FitPart& part;
    std::size_t first_record = 0;
    std::size_t records_end = 0;
    std::span<const FitSummary> sessions;
    std::span<const FitSummary> laps;
};

PartView view(const FitContent& content, std::size_t index) {
    const PartRange range = range_of(content, index);
    return {.part = content.parts[index],
            .first_record = range.first_record,
            .records_end = range.records_end,
            .sessions = std::span(content.sessions)
                            .subspan(range.first_session, range.sessions_end - range.first_session),
            .laps =
                std::span(content.laps).subspan(range.first_lap, range.laps_end - range.first_lap)};
}

/// The word of a record's activity_type, which numbers sports in its own way.
std::string_view activity_type_word(double number) {
    constexpr double kSameNumbersUpTo = 5;
    constexpr double kWalking = 6;
    if (number == kWalking) {
        return "walking";
    }
    return number <= kSameNumbersUpTo ? sport_word(number) : kUnknownSport;
}

/// A Leg for a part whose session is missing, from its laps; the Records complete it later.
Leg leg_without_session(const FitContent& content, const PartView& view) {
    Leg leg;
    leg.sport = sport_word(view.part.sport);
    leg.sub_sport = sub_sport_word(view.part.sub_sport);
    double distance = 0;
    double timer = 0;
    for (const FitSummary& lap : view.laps) {
        const auto& v = lap.values;
        if (leg.sport == kUnknownSport) {
            leg.sport = sport_word(v[summary_sport]);
            leg.sub_sport = sub_sport_word(v[summary_sub_sport]);
        }
        leg.started_at = leg.started_at ? leg.started_at : instant(v[summary_start]);
        distance += std::isnan(v[summary_distance]) ? 0 : v[summary_distance];
        timer += std::isnan(v[summary_timer]) ? 0 : v[summary_timer];
    }
    const bool recorded = view.records_end > view.first_record;
    if (leg.sport == kUnknownSport && recorded) {
        leg.sport =
            activity_type_word(content.records.value(record_activity_type, view.first_record));
    }
    if (!recorded) {
        leg.distance = Metres(distance);
        leg.timer = Seconds(timer);
    }
    return leg;
}

/// The sessions of a part by start, to find the one that holds a Record's time.
struct LegStart {
    Instant at;
    std::uint32_t leg = 0;
};

void assign_records(const PartView& view, std::span<const Leg> legs, std::uint32_t first_leg,
                    const RecordTable& records, LegOfRecord& leg_of) {
    std::vector<LegStart> starts;
    for (std::uint32_t leg = first_leg; leg < legs.size(); ++leg) {
        starts.push_back({legs[leg].started_at.value_or(Instant::min()), leg});
    }
    std::ranges::sort(starts, [](const LegStart& a, const LegStart& b) {
        return std::tie(a.at, a.leg) < std::tie(b.at, b.leg);
    });
    if (starts.size() == 1) {
        std::fill(leg_of.begin() + static_cast<std::ptrdiff_t>(view.first_record),
                  leg_of.begin() + static_cast<std::ptrdiff_t>(view.records_end), first_leg);
        return;
    }
    for (std::size_t i = view.first_record; i < view.records_end; ++i) {
        const auto after = std::ranges::upper_bound(starts, records.at()[i], {}, &LegStart::at);
        leg_of[i] = after == starts.begin() ? starts.front().leg : std::prev(after)->leg;
    }
}

/// Makes the Legs of one part and says which Record belongs to which.
void add_part(const FitContent& content, const PartView& view, LegOfRecord& leg_of,
              DecodedFile& file) {
    std::vector<Leg>& legs = file.activity.legs;
    const auto first_leg = static_cast<std::uint32_t>(legs.size());
    std::ranges::transform(view.sessions, std::back_inserter(legs), session_leg);
    const bool recorded = view.records_end > view.first_record || !view.laps.empty();
    if (view.sessions.empty() && recorded) {
        legs.push_back(leg_without_session(content, view));
        file.warnings.emplace_back("no session message: totals were made from records and laps");
    }
    if (legs.size() > first_leg) {
        assign_records(view, legs, first_leg, content.records, leg_of);
    }
}

void double_strides(const std::vector<Leg>& legs, const LegOfRecord& leg_of, RecordTable& records) {
    RecordTable::Channel& cadence = records.channel(record_cadence);
    if (cadence.empty()) {
        return;
    }
    std::vector<double> factors;
    factors.reserve(legs.size());
    for (const Leg& leg : legs) {
        factors.push_back(counts_strides(leg.sport, leg.sub_sport) ? 2 : 1);
    }
    for (std::size_t i = 0; i < leg_of.size(); ++i) {
        cadence[i] *= factors[leg_of[i]];
    }
}

}  // namespace

Lap lap_of(const FitSummary& lap) {
    const auto& v = lap.values;
    return {.started_at = instant(v[summary_start]),
            .elapsed = quantity<Seconds>(v[summary_elapsed]),
            .timer = quantity<Seconds>(v[summary_timer]),
            .distance = quantity<Metres>(v[summary_distance])};
}

void make_legs(FitContent& content, DecodedFile& file) {
    std::vector<Leg>& legs = file.activity.legs;
    LegOfRecord leg_of(content.records.size());
    for (std::size_t i = 0; i < content.parts.size(); ++i) {
        add_part(content, view(content, i), leg_of, file);
    }
    double_strides(legs, leg_of, content.records);
    warn_of_totals(content.records, leg_of, file);
    const std::size_t measured_legs =
        complete_legs(content.records, leg_of, MeasuredLegs::on_foot_or_unknown, legs);
    if (measured_legs > 0) {
        file.warnings.push_back("the distance of " + std::to_string(measured_legs) +
                                " legs was taken from the records");
    }
}

}  // namespace footsure::decode
