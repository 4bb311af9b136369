// SPDX-License-Identifier: Apache-2.0
#include "load/track.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace footsure::load {

namespace {

/// Source: EE; watches that record on change stay below it, stops do not.
constexpr Seconds kLongestGap{10};
/// Source: EE; keeps a broken clock's gap a number.
constexpr Seconds kLongestRun{1e6};
/// Slower than this over a gap is no progress. Source: EE.
constexpr MetresPerSecond kNoProgress{0.5};
/// Speed from distance is taken over twice this. Source: EE, distance comes in steps.
constexpr Seconds kHalfSpeedWindow{10};
/// Grade is taken over twice this where the track reaches so far, never over less than once.
/// Source: tissue-load-model section 1, smooth over at least 30 m.
constexpr Metres kHalfSlopeWindow{30};
/// Source: tissue-load-model section 1, grade: zero below 1 %, accept to 25 %.
constexpr double kLeastGrade = 0.01;
constexpr double kMostGrade = 0.25;
/// Steps of one foot a minute while running, and how many of the values must be such that the file
/// is taken to count one foot. Source: EE on tissue-load-model section 1, 130–230 of both feet.
constexpr Accepted kOneFoot{Cadence(65), Cadence(115)};
constexpr Share kMostlyOneFoot{0.8};
/// Fewer values say nothing of the file. Source: EE, a minute.
constexpr std::size_t kLeastSteps = 60;
/// Source: EE; faster than anybody walks, so that a walk's cadence is not doubled.
constexpr MetresPerSecond kSurelyRunning{2.2};
constexpr double kThird = 3;
constexpr double kFifth = 5;
constexpr double kSeventh = 7;
/// Mean radius of the Earth. Source: IUGG.
constexpr Metres kEarthRadius{6'371'009};
constexpr double kDegreesPerHalfTurn = 180;

/// The arc tangent's series; within 1e-6 for grades up to 0.25.
double angle_of(double grade) {
    const double square = grade * grade;
    return grade * (1 - square * (1 / kThird - square * (1 / kFifth - square / kSeventh)));
}

double radians(double degrees) {
    return degrees * std::numbers::pi / kDegreesPerHalfTurn;
}

/// Flat-Earth distance; between neighbouring Records the curvature does not matter.
std::optional<Metres> moved(const Records& records, std::size_t interval) {
    const auto lat1 = records.latitude.at(interval);
    const auto lat2 = records.latitude.at(interval + 1);
    const auto lon1 = records.longitude.at(interval);
    const auto lon2 = records.longitude.at(interval + 1);
    if (!lat1 || !lat2 || !lon1 || !lon2) {
        return std::nullopt;
    }
    const double north = radians(lat2->value() - lat1->value());
    const double east = radians(lon2->value() - lon1->value()) * std::cos(radians(lat1->value()));
    return kEarthRadius * std::hypot(north, east);
}

}  // namespace

Track::Track(const Records& records) : records_(records) {
    if (records.size() < 2) {
        return;
    }
    clock_.resize(records.size());
    along_.resize(records.size());
    note_progress();
    for (std::size_t interval = 0; interval + 1 < records.size(); ++interval) {
        measure(interval);
    }
    cleaned_.intervals = static_cast<std::uint32_t>(intervals());
    note_altitude();
    note_cadence();
}

/// Some files count the steps of one foot.
void Track::note_cadence() {
    std::size_t known = 0;
    std::size_t one_foot = 0;
    for (const double cadence : records_.cadence.raw()) {
        known += cadence > 0 ? 1U : 0U;
        one_foot += kOneFoot.holds(Cadence(cadence)) ? 1U : 0U;
    }
    const bool runs = along_.back() >= kSurelyRunning.value() * clock_.back();
    if (runs && known >= kLeastSteps &&
        static_cast<double>(one_foot) >= kMostlyOneFoot.value() * static_cast<double>(known)) {
        cadence_scale_ = 2;
    }
}

std::optional<Cadence> Track::cadence(std::size_t record) {
    auto cadence = records_.cadence.at(record);
    if (cadence && cadence_scale_ != 1) {
        cadence = *cadence * cadence_scale_;
        ++cleaned_.cadence_doubled;
    }
    return cadence;
}

/// How far the runner came in each interval; nothing where neither distance nor speed nor position
/// says it.
void Track::note_progress() {
    if (!records_.distance.empty()) {
        note_distance();
        return;
    }
    for (std::size_t i = 0; i < intervals(); ++i) {
        if (records_.speed.empty()) {
            along_[i + 1] = moved(records_, i).value_or(Metres(0)).value();
            continue;
        }
        const auto speed = records_.speed.at(i + 1);
        const Seconds lasted(seconds_between(records_.at[i], records_.at[i + 1]));
        along_[i + 1] = speed && lasted <= kLongestGap ? (*speed * lasted).value() : 0;
    }
}

void Track::note_distance() {
    const std::vector<double>& distance = records_.distance.raw();
    double before = distance.front();
    for (std::size_t i = 1; i < std::min(distance.size(), along_.size()); ++i) {
        if (std::isnan(distance[i])) {
            continue;
        }
        along_[i] = distance[i] > before ? distance[i] - before : 0;
        before = distance[i];
    }
}

/// Needs: along_ holds the progress of this interval, and the sum of those before it.
void Track::measure(std::size_t interval) {
    Seconds lasted(seconds_between(records_.at[interval], records_.at[interval + 1]));
    Metres came(along_[interval + 1]);
    if (!(lasted.value() > 0)) {
        lasted = Seconds(0);
    }
    const bool paused = lasted > kLongestGap && came < kNoProgress * lasted;
    const bool jumped = came > kFastestPerson * std::max(lasted, kLongestGap);
    if (paused || jumped) {
        came = Metres(0);
        lasted = paused ? Seconds(0) : lasted;
        cleaned_.speed_spikes += jumped ? 1U : 0U;
    } else if (lasted > kLongestGap) {
        ++cleaned_.gaps;
        cleaned_.gap_seconds += static_cast<std::uint32_t>(std::min(lasted, kLongestRun).value());
    }
    clock_[interval + 1] = clock_[interval] + lasted.value();
    along_[interval + 1] = along_[interval] + came.value();
}

void Track::note_altitude() {
    const std::vector<double>& raw = records_.altitude.raw();
    const auto known = [](double value) { return std::isfinite(value); };
    const auto first = std::ranges::find_if(raw, known);
    if (first == raw.end()) {
        return;
    }
    altitude_.assign(clock_.size(), *first);
    for (std::size_t i = 1; i < altitude_.size(); ++i) {
        altitude_[i] = i < raw.size() && known(raw[i]) ? raw[i] : altitude_[i - 1];
    }
}

void Track::Window::move(const std::vector<double>& scale, std::size_t interval,
                         double half_width) {
    while (back < interval && scale[interval] - scale[back + 1] >= half_width) {
        ++back;
    }
    front = std::max(front, interval + 1);
    while (front + 1 < scale.size() && scale[front] - scale[interval] < half_width) {
        ++front;
    }
}

/// The device's speed where it has one that a person can run; else, and over a gap, distance by
/// time.
MetresPerSecond Track::speed(std::size_t interval) {
    const double lasted = clock_[interval + 1] - clock_[interval];
    if (lasted > kLongestGap.value()) {
        return Metres(along_[interval + 1] - along_[interval]) / Seconds(lasted);
    }
    if (const auto recorded = records_.speed.at(interval + 1)) {
        if (*recorded <= kFastestPerson) {
            return *recorded;
        }
        ++cleaned_.speed_spikes;
    }
    around_time_.move(clock_, interval, kHalfSpeedWindow.value());
    const double taken = clock_[around_time_.front] - clock_[around_time_.back];
    const double came = along_[around_time_.front] - along_[around_time_.back];
    return MetresPerSecond(taken > 0 ? came / taken : 0);
}

std::optional<Degrees> Track::slope(std::size_t interval) {
    if (altitude_.empty()) {
        return std::nullopt;
    }
    around_place_.move(along_, interval, kHalfSlopeWindow.value());
    const double came = along_[around_place_.front] - along_[around_place_.back];
    if (came < kHalfSlopeWindow.value()) {
        return std::nullopt;
    }
    const double rise = altitude_[around_place_.front] - altitude_[around_place_.back];
    const double grade = std::clamp(rise / came, -kMostGrade, kMostGrade);
    cleaned_.grade_limited += std::abs(rise / came) > kMostGrade ? 1U : 0U;
    if (std::abs(grade) < kLeastGrade) {
        return Degrees(0);
    }
    return Degrees(angle_of(grade) * kDegreesPerHalfTurn / std::numbers::pi);
}

Segment Track::segment(std::size_t interval) {
    const std::size_t record = interval + 1;
    return {.speed = speed(interval),
            .duration = Seconds(clock_[record] - clock_[interval]),
            .cadence = cadence(record),
            .stance_time = records_.stance_time.at(record),
            .vertical_oscillation = records_.vertical_oscillation.at(record),
            .balance = records_.stance_time_balance.at(record),
            .slope = slope(interval)};
}

}  // namespace footsure::load
