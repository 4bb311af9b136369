// SPDX-License-Identifier: Apache-2.0
#include "decode/fit_timer.hpp"

#include <algorithm>

namespace footsure::decode {
namespace {

/// A watch may still write the record of the second in which it was stopped.
constexpr std::chrono::seconds kLastRecord{2};

/// Where the timer ran again after a stop whose start went missing: at the first Record after it,
/// at `until` when none comes before that. Record times rise, as far as the clock does.
Instant running_again(std::span<const Instant> records, Instant from, Instant until) {
    const auto after = std::ranges::upper_bound(records, from + kLastRecord);
    return after == records.end() ? until : std::min(*after, until);
}

void add_pause(Instant from, Instant until, std::vector<Pause>& pauses) {
    if (until > from) {
        pauses.push_back({.from = from, .until = until});
    }
}

}  // namespace

std::vector<Pause> pauses_of(std::vector<TimerEvent> events, std::span<const Instant> records) {
    std::ranges::stable_sort(events, {}, &TimerEvent::at);
    std::vector<Pause> pauses;
    bool stands = false;
    Instant stopped;
    for (const TimerEvent& event : events) {
        const bool stop = event.turn == TimerEvent::Turn::stop;
        if (!stands) {
            stopped = event.at;
            stands = stop;
            continue;
        }
        const Instant again = stop ? running_again(records, stopped, event.at) : event.at;
        if (!stop || again < event.at) {
            add_pause(stopped, again, pauses);
            stopped = event.at;
        }
        stands = stop;
    }
    if (stands && !records.empty() && records.back() > stopped + kLastRecord) {
        add_pause(stopped, records.back(), pauses);
    }
    return pauses;
}

}  // namespace footsure::decode
