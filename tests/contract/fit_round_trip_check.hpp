// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"

#include <string>

/// What comes back from a FIT file that was written from an Activity.
namespace footsure::round_trip {

/// What FIT and the decoder keep of a channel: values between the two, to half the resolution.
struct Kept {
    double lowest;
    double highest;
    double resolution;
};

inline constexpr Kept kLatitude{-89.9, 89.9, 180.0 / 2147483648.0};
inline constexpr Kept kLongitude{-179.9, 179.9, 180.0 / 2147483648.0};
inline constexpr Kept kAltitude{-500, 9000, 0.2};
inline constexpr Kept kDistance{0, 42'949'672.94, 0.01};
inline constexpr Kept kSpeed{0, 4'294'967.29, 0.001};
inline constexpr Kept kHeartRate{1, 250, 1};
inline constexpr Kept kSteps{0, 509.98, 1.0 / 64};
inline constexpr Kept kTurns{0, 254.99, 1.0 / 128};
inline constexpr Kept kStance{0.0001, 6.5534, 0.0001};
inline constexpr Kept kLength{0.0001, 6.5534, 0.0001};
inline constexpr Kept kBalance{0.0001, 0.9999, 0.0001};
inline constexpr Kept kRatio{0.0001, 6.5534, 0.0001};
inline constexpr Kept kPower{0, 65'534, 1};

inline constexpr Kept kDuration{0, 4'294'967.29, 0.001};
inline constexpr Kept kAscent{0, 65'534, 0.01};
inline constexpr Kept kMeanPower{1, 65'534, 1};
inline constexpr Kept kMeanHeartRate{1, 254, 1};

inline constexpr Kept kExertion{0, 10, 0.1};
inline constexpr Kept kFeel{0, 1, 0.01};
inline constexpr Kept kBattery{0, 1, 0.01};
inline constexpr Kept kBeat{0.001, 65.534, 0.001};

/// What differs between an Activity and the reading of its file, beyond what FIT cannot hold;
/// empty when nothing does. FIT has no room for
/// - parts of a second in the starts of Legs, Laps and Pauses, and in Records beyond 1/128 s;
/// - values beyond a field's range or resolution (`Kept`);
/// - an offset from UTC without its quality (it is then recorded), nor "no offset" where a place
///   tells one;
/// - absent means of a Leg that its Records tell.
[[nodiscard]] std::string differences(const Activity& written, const DecodedFile& file);

}  // namespace footsure::round_trip
