// SPDX-License-Identifier: Apache-2.0
#include "decode/climb.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace footsure::decode {
namespace {

/// On both sides of a point; tissue-load-model section 1: smooth over at least 30 m.
constexpr double kHalfWindow = 30;
/// What averaging leaves of satellite noise stays below this; so do barometers' steps.
constexpr double kLeastRise = 5;

struct Profile {
    std::vector<double> altitude;
    std::vector<double> along;
};

/// The points with an altitude; a place that is not known is the one before.
Profile known_points(std::span<const double> altitude, std::span<const double> along) {
    Profile profile;
    double place = 0;
    for (std::size_t i = 0; i < altitude.size(); ++i) {
        place = i < along.size() && along[i] > place ? along[i] : place;
        if (std::isfinite(altitude[i])) {
            profile.altitude.push_back(altitude[i]);
            profile.along.push_back(place);
        }
    }
    return profile;
}

std::vector<double> smoothed(const Profile& profile) {
    const std::size_t n = profile.altitude.size();
    std::vector<double> sums(n + 1, 0);
    for (std::size_t i = 0; i < n; ++i) {
        sums[i + 1] = sums[i] + profile.altitude[i];
    }
    std::vector<double> means(n);
    std::size_t begin = 0;
    std::size_t end = 0;
    for (std::size_t i = 0; i < n; ++i) {
        while (profile.along[begin] < profile.along[i] - kHalfWindow) {
            ++begin;
        }
        while (end < n && profile.along[end] <= profile.along[i] + kHalfWindow) {
            ++end;
        }
        means[i] = (sums[end] - sums[begin]) / static_cast<double>(end - begin);
    }
    return means;
}

/// Adds up rises and falls from turning point to turning point.
class Turns {
public:
    explicit Turns(double altitude) : from_(altitude), extreme_(altitude), other_(altitude) {}

    void add(double altitude) {
        if (direction_ == 0) {
            begin(altitude);
        } else if ((altitude - extreme_) * direction_ > 0) {
            extreme_ = altitude;
        } else if ((extreme_ - altitude) * direction_ >= kLeastRise) {
            settle();
            from_ = extreme_;
            extreme_ = altitude;
            direction_ = -direction_;
        }
    }

    Climb finish() {
        settle();
        return {Metres(up_), Metres(down_)};
    }

private:
    /// Before the first turn both the highest and the lowest point may be where it began.
    void begin(double altitude) {
        extreme_ = std::max(extreme_, altitude);
        other_ = std::min(other_, altitude);
        if (altitude - other_ >= kLeastRise) {
            direction_ = 1;
            from_ = other_;
            extreme_ = altitude;
        } else if (extreme_ - altitude >= kLeastRise) {
            direction_ = -1;
            from_ = extreme_;
            extreme_ = altitude;
        }
    }

    void settle() {
        up_ += direction_ > 0 ? extreme_ - from_ : 0;
        down_ += direction_ < 0 ? from_ - extreme_ : 0;
    }

    double from_;
    double extreme_;
    double other_;
    double up_ = 0;
    double down_ = 0;
    int direction_ = 0;
};

}  // namespace

std::optional<Climb> measure_climb(std::span<const double> altitude,
                                   std::span<const double> along) {
    const Profile profile = known_points(altitude, along);
    if (profile.altitude.empty()) {
        return std::nullopt;
    }
    const std::vector<double> means = smoothed(profile);
    Turns turns(means.front());
    for (const double mean : means) {
        turns.add(mean);
    }
    return turns.finish();
}

}  // namespace footsure::decode
