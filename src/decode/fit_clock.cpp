// SPDX-License-Identifier: Apache-2.0
#include "decode/fit_clock.hpp"

#include "decode/fit_content.hpp"

#include <algorithm>
#include <utility>

namespace footsure::decode {
namespace {

using Duration = Instant::duration;

constexpr Duration kJitter = std::chrono::seconds(10);
constexpr Duration kLeap = std::chrono::hours(24);
/// Clocks jump once or twice; a file with more stretches than this keeps its times as they are.
constexpr std::size_t kMostStretches = 100;

/// Records between two jumps; `first` and `last` are times, `begin` and `end` places.
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
    Instant first;
    Instant last;
    bool keeps = false;  ///< its times are believed
    Duration shift{};

    [[nodiscard]] Duration length() const { return std::max(Duration(0), last - first); }
};

bool jumps(Instant before, Instant after) {
    return after < before - kJitter || after > before + kLeap;
}

std::vector<Stretch> find_stretches(std::span<const Instant> at) {
    std::vector<Stretch> stretches;
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= at.size(); ++i) {
        if (i == at.size() || jumps(at[i - 1], at[i])) {
            stretches.push_back({.begin = begin, .end = i, .first = at[begin], .last = at[i - 1]});
            begin = i;
        }
    }
    return stretches;
}

bool lies_in(const Stretch& stretch, const std::optional<ClockWindow>& window) {
    return !window ||
           (stretch.first >= window->from - kLeap && stretch.last <= window->until + kLeap);
}

/// The longest stretch that the window holds, of those with a real date if there is one.
std::size_t find_reference(const std::vector<Stretch>& stretches,
                           const std::optional<ClockWindow>& window) {
    const auto worth = [&](const Stretch& s) {
        return std::pair(s.first >= fit_instant(kFirstRealTime),
                         std::pair(lies_in(s, window), s.end - s.begin));
    };
    const auto best = std::ranges::max_element(stretches, {}, worth);
    return static_cast<std::size_t>(best - stretches.begin());
}

bool follows(const Stretch& before, const Stretch& after,
             const std::optional<ClockWindow>& window) {
    return after.first >= before.last - kJitter &&
           (window ? lies_in(after, window) && lies_in(before, window)
                   : after.first <= before.last + kLeap);
}

/// Marks the stretches whose times are believed.
void choose_believed(std::vector<Stretch>& stretches, const std::optional<ClockWindow>& window) {
    const std::size_t reference = find_reference(stretches, window);
    stretches[reference].keeps = true;
    std::size_t kept = reference;
    for (std::size_t i = reference + 1; i < stretches.size(); ++i) {
        stretches[i].keeps = follows(stretches[kept], stretches[i], window);
        kept = stretches[i].keeps ? i : kept;
    }
    kept = reference;
    for (std::size_t i = reference; i-- > 0;) {
        stretches[i].keeps = follows(stretches[i], stretches[kept], window);
        kept = stretches[i].keeps ? i : kept;
    }
}

/// Stretches to be moved that have none to be kept between them.
using Group = std::span<Stretch>;

Duration length_of(Group group) {
    Duration length{};
    for (const Stretch& stretch : group) {
        length += stretch.length();
    }
    return length;
}

/// Lays the group out from `from` with the same gap before each.
void lay_out(Group group, Instant from, Duration gap) {
    for (Stretch& stretch : group) {
        stretch.shift = from + gap - stretch.first;
        from = stretch.first + stretch.shift + stretch.length();
    }
}

/// The gap that fills the room evenly, in whole seconds so that times stay readable.
Duration even_gap(Duration room, std::size_t gaps, Duration least) {
    const auto each = std::chrono::floor<std::chrono::seconds>(room / static_cast<int>(gaps));
    return std::max<Duration>(each, least);
}

void place_group(Group group, const Stretch* before, const Stretch* after,
                 const std::optional<ClockWindow>& window) {
    constexpr Duration kStep = std::chrono::seconds(1);
    const Duration length = length_of(group);
    if (before != nullptr && after != nullptr) {
        const Duration room = after->first - before->last - length;
        lay_out(group, before->last, even_gap(room, group.size() + 1, Duration(0)));
    } else if (before != nullptr) {
        const Duration room = window ? window->until - before->last - length : kStep;
        lay_out(group, before->last, even_gap(room, group.size(), kStep));
    } else {
        const Duration room = window ? after->first - window->from - length : kStep;
        const Duration gap = even_gap(room, group.size(), kStep);
        lay_out(group, after->first - length - gap * static_cast<int>(group.size() + 1), gap);
    }
}

void place_all(std::vector<Stretch>& stretches, const std::optional<ClockWindow>& window) {
    std::size_t begin = 0;
    const Stretch* before = nullptr;
    for (std::size_t i = 0; i <= stretches.size(); ++i) {
        const bool closes = i == stretches.size() || stretches[i].keeps;
        if (closes && i > begin) {
            place_group(Group(stretches).subspan(begin, i - begin), before,
                        i == stretches.size() ? nullptr : &stretches[i], window);
        }
        if (closes && i < stretches.size()) {
            before = &stretches[i];
            begin = i + 1;
        }
    }
}

/// The first time that is kept after the stretch: none of those moved may pass it.
Instant next_kept(const std::vector<Stretch>& stretches, std::size_t from) {
    for (std::size_t i = from; i < stretches.size(); ++i) {
        if (stretches[i].keeps) {
            return stretches[i].first;
        }
    }
    return Instant::max();
}

void move_records(std::span<Instant> at, const std::vector<Stretch>& stretches,
                  ClockRepair& repair) {
    for (std::size_t s = 0; s < stretches.size(); ++s) {
        const Stretch& stretch = stretches[s];
        if (stretch.keeps) {
            continue;
        }
        repair.moved += stretch.end - stretch.begin;
        repair.shifts.push_back(
            {.from = stretch.first, .until = stretch.last, .by = stretch.shift});
        const Instant latest = next_kept(stretches, s + 1);
        for (Instant& time : at.subspan(stretch.begin, stretch.end - stretch.begin)) {
            time = std::min(time + stretch.shift, latest);
        }
    }
}

std::size_t hold_back(std::span<Instant> at) {
    std::size_t held = 0;
    for (std::size_t i = 1; i < at.size(); ++i) {
        if (at[i] < at[i - 1]) {
            at[i] = at[i - 1];
            ++held;
        }
    }
    return held;
}

}  // namespace

ClockRepair repair_clock(std::span<Instant> at, const std::optional<ClockWindow>& window) {
    ClockRepair repair;
    for (std::size_t i = 1; i < at.size(); ++i) {
        repair.jumps += static_cast<std::size_t>(jumps(at[i - 1], at[i]));
    }
    if (repair.jumps >= kMostStretches) {
        return repair;
    }
    if (repair.jumps > 0) {
        std::vector<Stretch> stretches = find_stretches(at);
        choose_believed(stretches, window);
        place_all(stretches, window);
        move_records(at, stretches, repair);
    }
    repair.held = hold_back(at);
    return repair;
}

Instant repaired(const ClockRepair& repair, Instant at) {
    // What stands a little before or after the Records of a stretch was told by the same clock.
    constexpr std::chrono::minutes kAround{1};
    for (const ClockShift& shift : repair.shifts) {
        if (at >= shift.from - kAround && at <= shift.until + kAround) {
            return at + shift.by;
        }
    }
    return at;
}

}  // namespace footsure::decode
