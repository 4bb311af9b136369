// SPDX-License-Identifier: Apache-2.0
#include "decode/fit_strap.hpp"

#include "decode/fit_content.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace footsure::decode {
namespace {

constexpr double kHold = 0.25;
constexpr int kMostHoldSteps = 20;

/// Spreads a stream of heart rates over the Records, each taking the mean since the one before.
class RateSpread {
public:
    explicit RateSpread(RecordTable& records)
        : at_(records.at()), values_(records.channel(record_heart_rate)),
          from_(fit_seconds(at_.front()) - 1) {}

    void offer(const StrapRate& rate) {
        while (record_ < at_.size() && fit_seconds(at_[record_]) < rate.at) {
            close();
        }
        if (rate.at > from_) {
            sum_ += rate.rate;
            ++count_;
        }
    }

    [[nodiscard]] std::size_t finish() {
        if (record_ < at_.size()) {
            close();
        }
        return merged_;
    }

private:
    /// Gives the current Record its mean, and those of the same instant after it.
    void close() {
        const std::size_t first = record_;
        const double mean = std::round(sum_ / static_cast<double>(count_));
        for (; record_ < at_.size() && at_[record_] == at_[first]; ++record_) {
            if (count_ > 0) {
                values_[record_] = mean;
                ++merged_;
            }
        }
        sum_ = 0;
        count_ = 0;
    }

    const std::vector<Instant>& at_;
    RecordTable::Channel& values_;
    double from_;
    std::size_t record_ = 0;
    double sum_ = 0;
    std::size_t count_ = 0;
    std::size_t merged_ = 0;
};

}  // namespace

std::size_t merge_strap(std::vector<StrapRate> rates, RecordTable& records) {
    if (rates.empty() || !records.has_times()) {
        return 0;
    }
    std::ranges::stable_sort(rates, {}, &StrapRate::at);
    records.activate(record_heart_rate);
    RateSpread spread(records);
    for (std::size_t i = 0; i < rates.size(); ++i) {
        spread.offer(rates[i]);
        // A rate holds until the next beat, so that the mean is one over time, not over beats.
        const double until = i + 1 < rates.size() ? rates[i + 1].at : rates[i].at;
        for (int step = 1; step <= kMostHoldSteps && rates[i].at + step * kHold < until; ++step) {
            spread.offer({.at = rates[i].at + step * kHold, .rate = rates[i].rate});
        }
    }
    return spread.finish();
}

}  // namespace footsure::decode
