// SPDX-License-Identifier: Apache-2.0
#include "decode/track_clock.hpp"

#include <algorithm>
#include <chrono>

namespace footsure::decode {
namespace {

/// As many Records at once may have got a wrong time; more mean that the clock was set.
constexpr std::size_t kFewRecords = 10;

/// Sets the times of one Leg right, from its first Record to its last.
class ClockWalk {
public:
    ClockWalk(RecordTable& records, std::size_t begin, std::size_t end)
        : records_(records), begin_(begin), end_(end) {}

    std::size_t repair() {
        for (std::size_t i = begin_ + 1; i < end_; ++i) {
            records_.retime(i, time(i) + shift_);
            if (time(i) < time(i - 1)) {
                step_back(i);
                ++repairs_;
            }
        }
        return repairs_;
    }

private:
    [[nodiscard]] Instant time(std::size_t record) const { return records_.at()[record]; }

    /// How many Records before this one lie after it in time, at most one more than a few.
    [[nodiscard]] std::size_t ahead(std::size_t record) const {
        std::size_t count = 0;
        while (count <= kFewRecords && record - count > begin_ &&
               time(record - count - 1) > time(record)) {
            ++count;
        }
        return count;
    }

    /// How many Records from this one on lie before the last one in time.
    [[nodiscard]] std::size_t behind(std::size_t record) const {
        std::size_t count = 1;
        while (count <= kFewRecords && record + count < end_ &&
               time(record + count) + shift_ < time(record - 1)) {
            ++count;
        }
        return count;
    }

    void step_back(std::size_t record) {
        const std::size_t early = ahead(record);
        const std::size_t late = behind(record);
        if (early <= std::min(late, kFewRecords)) {
            for (std::size_t i = record - early; i < record; ++i) {
                records_.retime(i, time(record));
            }
        } else {
            if (late > kFewRecords) {
                shift_ += time(record - 1) - time(record);
            }
            records_.retime(record, time(record - 1));
        }
    }

    RecordTable& records_;
    std::size_t begin_;
    std::size_t end_;
    std::chrono::microseconds shift_{0};
    std::size_t repairs_ = 0;
};

}  // namespace

std::size_t repair_clock(const LegOfRecord& leg_of, RecordTable& records) {
    std::size_t repairs = 0;
    for (std::size_t begin = 0; begin < leg_of.size();) {
        const auto other =
            std::ranges::find_if(leg_of.begin() + static_cast<std::ptrdiff_t>(begin), leg_of.end(),
                                 [&](std::uint32_t leg) { return leg != leg_of[begin]; });
        const auto end = static_cast<std::size_t>(other - leg_of.begin());
        repairs += ClockWalk(records, begin, end).repair();
        begin = end;
    }
    return repairs;
}

std::vector<Pause> pauses_between(const LegOfRecord& leg_of, const Continues& continues,
                                  const std::vector<Instant>& at) {
    std::vector<Pause> pauses;
    for (std::size_t i = 1; i < at.size(); ++i) {
        if (!continues[i] && leg_of[i] == leg_of[i - 1] && at[i] > at[i - 1]) {
            pauses.push_back({at[i - 1], at[i]});
        }
    }
    std::ranges::sort(pauses, {}, &Pause::from);
    return pauses;
}

std::vector<Seconds> time_within(const LegOfRecord& leg_of, const Continues& continues,
                                 const std::vector<Instant>& at, std::size_t legs) {
    std::vector<Seconds> sums(legs, Seconds(0));
    for (std::size_t i = 1; i < at.size(); ++i) {
        if (continues[i]) {
            sums[leg_of[i]] = sums[leg_of[i]] + Seconds(seconds_between(at[i - 1], at[i]));
        }
    }
    return sums;
}

}  // namespace footsure::decode
