// SPDX-License-Identifier: Apache-2.0
#include "decode/series.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>

namespace footsure::decode {
namespace {

/// Walks along one series, from Record to Record.
class SeriesWalk {
public:
    explicit SeriesWalk(const Series& series) : series_(series) {}

    /// The value at that instant, NaN for none; instants come in order.
    double at(Instant instant) {
        const std::vector<SeriesValue>& values = series_.values;
        while (next_ < values.size() && values[next_].until < instant) {
            sum_ += values[next_].value;
            ++next_;
        }
        if (next_ == values.size()) {
            return kNoValue;
        }
        const SeriesValue& value = values[next_];
        const bool within = value.from < instant || value.until == instant;
        if (!within) {
            return kNoValue;
        }
        return series_.kind == SeriesKind::level ? value.value : sum_ + part(value, instant);
    }

private:
    static double part(const SeriesValue& value, Instant instant) {
        const double all = seconds_between(value.from, value.until);
        return all > 0 ? value.value * seconds_between(value.from, instant) / all : value.value;
    }

    const Series& series_;
    std::size_t next_ = 0;
    double sum_ = 0;
};

std::vector<Instant> instants_of(std::span<const Series> series) {
    std::vector<Instant> instants;
    for (const Series& one : series) {
        for (const SeriesValue& value : one.values) {
            instants.push_back(value.until);
        }
    }
    std::ranges::sort(instants);
    const auto same = std::ranges::unique(instants);
    instants.erase(same.begin(), same.end());
    return instants;
}

}  // namespace

void put_in_order(Series& series) {
    std::vector<SeriesValue>& values = series.values;
    std::ranges::stable_sort(values, [](const SeriesValue& a, const SeriesValue& b) {
        return std::tie(a.from, a.until) < std::tie(b.from, b.until);
    });
    std::size_t kept = 0;
    for (const SeriesValue& value : values) {
        const bool first = kept == 0;
        const bool after =
            first || (values[kept - 1].until <= value.from && values[kept - 1].until < value.until);
        if (after && value.from <= value.until) {
            values[kept++] = value;
        }
    }
    values.resize(kept);
}

void lay_out(std::span<const Series> series, TrackContent& content) {
    std::vector<SeriesWalk> walks;
    for (const Series& one : series) {
        walks.emplace_back(one);
    }
    TrackPoint point;
    for (const Instant instant : instants_of(series)) {
        point.clear();
        point.at = instant;
        for (std::size_t i = 0; i < series.size(); ++i) {
            point.values[series[i].slot] = walks[i].at(instant);
        }
        content.add(point);
    }
}

}  // namespace footsure::decode
