// SPDX-License-Identifier: Apache-2.0
#include "decode/leg_records.hpp"

#include "decode/fit_words.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::decode {
namespace {

constexpr double kShortestWeight = 1;
constexpr double kLongestWeight = 10;
constexpr double kLeap = 86'400;

double weight_of(const std::vector<Instant>& at, std::size_t record) {
    if (record + 1 >= at.size()) {
        return kShortestWeight;
    }
    return std::clamp(seconds_between(at[record], at[record + 1]), kShortestWeight, kLongestWeight);
}

struct Mean {
    double sum = 0;
    double weight = 0;
};

/// Sets `member` of each Leg that lacks it to the mean of the channel over the Leg's Records.
template <class Q>
void complete_mean(const RecordTable& records, const LegOfRecord& leg_of, std::size_t slot,
                   std::optional<Q> Leg::* member, std::vector<Leg>& legs) {
    const RecordTable::Channel& values = records.channel(slot);
    const bool complete =
        std::all_of(legs.begin(), legs.end(), [&](const Leg& leg) { return leg.*member; });
    if (values.empty() || complete) {
        return;
    }
    std::vector<Mean> means(legs.size());
    for (std::size_t i = 0; i < leg_of.size(); ++i) {
        if (values[i] > 0) {
            const double weight = weight_of(records.at(), i);
            means[leg_of[i]].sum += weight * values[i];
            means[leg_of[i]].weight += weight;
        }
    }
    for (std::size_t i = 0; i < legs.size(); ++i) {
        if (!(legs[i].*member) && means[i].weight > 0) {
            legs[i].*member = Q(means[i].sum / means[i].weight);
        }
    }
}

struct Span {
    std::optional<Instant> first;
    Instant last;
    double first_distance = kNoValue;
    double last_distance = kNoValue;
};

std::vector<Span> measure_spans(const RecordTable& records, const LegOfRecord& leg_of,
                                std::size_t legs) {
    std::vector<Span> spans(legs);
    for (std::size_t i = 0; i < leg_of.size(); ++i) {
        Span& span = spans[leg_of[i]];
        if (records.has_times()) {
            span.first = span.first.value_or(records.at()[i]);
            span.last = records.at()[i];
        }
        const double distance = records.value(record_distance, i);
        if (!std::isnan(distance)) {
            span.first_distance = std::isnan(span.first_distance) ? distance : span.first_distance;
            span.last_distance = distance;
        }
    }
    return spans;
}

bool is_on_foot_or_unknown(const Leg& leg) {
    return leg.sport == kUnknownSport || counts_strides(leg.sport, leg.sub_sport);
}

void complete_time(const Span& span, Leg& leg) {
    if (span.first) {
        leg.started_at = leg.started_at.value_or(*span.first);
        leg.elapsed = leg.elapsed.value_or(
            Seconds(std::max(0.0, seconds_between(*leg.started_at, span.last))));
    }
}

bool complete_distance(const Span& span, Metres before, Leg& leg) {
    if (leg.distance || std::isnan(span.last_distance)) {
        return false;
    }
    leg.distance = Metres(std::max(0.0, span.last_distance - before.value()));
    return true;
}

}  // namespace

std::size_t complete_legs(const RecordTable& records, const LegOfRecord& leg_of,
                          MeasuredLegs measured, std::vector<Leg>& legs) {
    std::size_t measured_legs = 0;
    const std::vector<Span> spans = measure_spans(records, leg_of, legs.size());
    for (std::size_t i = 0; i < legs.size(); ++i) {
        // Record distance counts from the start of the outing, so a later Leg begins above zero.
        const double before = i == 0 ? 0.0 : spans[i].first_distance;
        complete_time(spans[i], legs[i]);
        if (measured == MeasuredLegs::all || is_on_foot_or_unknown(legs[i])) {
            measured_legs +=
                complete_distance(spans[i], Metres(before), legs[i]) ? std::size_t{1} : 0;
        }
    }
    complete_mean(records, leg_of, record_heart_rate, &Leg::average_heart_rate, legs);
    complete_mean(records, leg_of, record_cadence, &Leg::average_cadence, legs);
    complete_mean(records, leg_of, record_stance_time, &Leg::average_stance_time, legs);
    complete_mean(records, leg_of, record_vertical_oscillation, &Leg::average_vertical_oscillation,
                  legs);
    complete_mean(records, leg_of, record_step_length, &Leg::average_step_length, legs);
    complete_mean(records, leg_of, record_vertical_ratio, &Leg::average_vertical_ratio, legs);
    complete_mean(records, leg_of, record_balance, &Leg::average_stance_time_balance, legs);
    complete_mean(records, leg_of, record_power, &Leg::average_power, legs);
    return measured_legs;
}

std::vector<std::string> clock_warnings(const RecordTable& records) {
    std::size_t back = 0;
    std::size_t leaps = 0;
    for (std::size_t i = 1; i < records.size(); ++i) {
        const double step = seconds_between(records.at()[i - 1], records.at()[i]);
        back += step < 0 ? 1 : 0;
        leaps += step > kLeap ? 1 : 0;
    }
    std::vector<std::string> warnings;
    if (records.without_time() > 0) {
        warnings.push_back(std::to_string(records.without_time()) + " records carry no time");
    }
    if (back > 0) {
        warnings.push_back("record times go back " + std::to_string(back) + " times");
    }
    if (leaps > 0) {
        warnings.push_back("record times leap by more than a day " + std::to_string(leaps) +
                           " times");
    }
    return warnings;
}

}  // namespace footsure::decode
