// SPDX-License-Identifier: Apache-2.0
#include "footsure/typed_intent.hpp"

#include "footsure/typed_number.hpp"
#include "footsure/typed_run.hpp"
#include "footsure/typed_session.hpp"

namespace footsure::app {

namespace {

constexpr double kMetresPerKilometre = 1000;
/// Faster or slower than any run; only slips of the finger fall out. The case has the same bounds.
constexpr Seconds kFastest{60};
constexpr Seconds kSlowest{3600};
constexpr TypedRange kAscent{"climb in metres up for each kilometre", 0, 1000};

}  // namespace

Result<IntendedRun, std::string> intended_run(const TypedIntent& typed) {
    IntendedRun intended;
    if (!typed.pace.empty()) {
        const auto pace = read_duration(typed.pace);
        if (!pace || *pace < kFastest || *pace > kSlowest) {
            return Failure<std::string>("'" + typed.pace +
                                        "' is no pace such as 5:30 (minutes and seconds for a "
                                        "kilometre, 1:00 to 60:00)");
        }
        intended.speed = Metres(kMetresPerKilometre) / *pace;
    }
    if (!typed.ground.empty()) {
        const auto ground = read_ground(typed.ground);
        if (!ground) {
            return Failure<std::string>(ground.error());
        }
        intended.ground = *ground;
    }
    const auto ascent = read_ranged(typed.ascent, kAscent);
    if (!ascent) {
        return Failure<std::string>(ascent.error());
    }
    if (const auto& climb = *ascent) {
        intended.ascent_per_distance = *climb / kMetresPerKilometre;
    }
    return intended;
}

}  // namespace footsure::app
