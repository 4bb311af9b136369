// SPDX-License-Identifier: Apache-2.0
#include "decode/corpus_check_test.hpp"
#include "decode/decode.hpp"

#include <algorithm>
#include <iostream>
#include <numeric>
#include <set>
#include <span>

using namespace footsure;
using namespace footsure::decode;
using namespace footsure::decode::corpus;

namespace {

std::optional<double> plain_mean(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) {
        sum += std::isnan(value) ? 0 : value;
    }
    const std::size_t n = present(values);
    return n == 0 ? std::nullopt : std::optional(sum / static_cast<double>(n));
}

/// FIT's word for a TCX sport.
std::string fit_sport(std::string sport) {
    std::transform(sport.begin(), sport.end(), sport.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (sport == "biking") {
        return "cycling";
    }
    return sport == "other" ? "generic" : sport;
}

void compare_tcx(const Json& theirs, const Activity& activity, Comparison& compare) {
    std::string ours_sports;
    std::string their_sports;
    for (const Leg& leg : activity.legs) {
        ours_sports += leg.sport + ' ';
    }
    for (const Json& sport : theirs["sports"]) {
        their_sports += fit_sport(sport.get<std::string>()) + ' ';
    }
    compare.same("sports", ours_sports, their_sports);
    compare.near("laps", static_cast<double>(activity.laps.size()), number(theirs, "laps"), 0);
    const auto any_lap = [](const Lap&) { return true; };
    compare.near("lap_distance_sum_m", sum_of(activity.laps, &Lap::distance, any_lap),
                 number(theirs, "lap_distance_sum_m"), 0.06);
    compare.near("lap_time_sum_s", sum_of(activity.laps, &Lap::timer, any_lap),
                 number(theirs, "lap_time_sum_s"), 0.06);
    if (!activity.legs.empty()) {
        compare.near("total_distance_m", sum_of(activity.legs, &Leg::distance, any),
                     number(theirs, "lap_distance_sum_m"), 0.06);
        compare.near("total_timer_s", sum_of(activity.legs, &Leg::timer, any),
                     number(theirs, "lap_time_sum_s"), 0.06);
    }
    const auto place_count = static_cast<double>(present(activity.records.latitude.raw()));
    if (theirs["courses"] == 0) {  // the reference also counts the places of course points
        compare.near("with_position", place_count, number(theirs, "with_position"), 0);
    }
    compare.near("watts_values", static_cast<double>(present(activity.records.power.raw())),
                 number(theirs, "watts_values"), 0);
    compare.near("speed_values", static_cast<double>(present(activity.records.speed.raw())),
                 number(theirs, "speed_values"), 0);
}

void compare_xml(const Json& theirs, const DecodedFile& file, Comparison& compare) {
    const Activity& activity = file.activity;
    const std::string format = text(theirs, "format");
    compare.same("format", std::string(word(file.format)), format);
    compare.same("integrity", std::string(word(file.integrity)), "ok");
    if (theirs.contains("parse_error")) {
        return;  // a strict reader refuses it, so there is nothing to compare with
    }
    compare.near("trackpoints", static_cast<double>(activity.records.size()),
                 number(theirs, "trackpoints"), 0);
    // The reference gives whole seconds, of the first point rather than of the first lap.
    const auto start = parse_instant(text(theirs, "start_time"));
    const auto after = start && activity.started_at
                           ? std::optional(seconds_between(start->at, *activity.started_at))
                           : std::nullopt;
    compare.near("start_time", after, start ? std::optional(0.0) : std::nullopt, 1);
    compare.near("hr_values", static_cast<double>(present(activity.records.heart_rate.raw())),
                 number(theirs, "hr_values"), 0);
    compare.near("hr_mean", plain_mean(activity.records.heart_rate.raw()),
                 number(theirs, "hr_mean"), 0.051);
    if (format == "tcx") {
        compare_tcx(theirs, activity, compare);
    } else if (!activity.legs.empty()) {
        compare.near("distance_haversine_m", sum_of(activity.legs, &Leg::distance, any),
                     number(theirs, "distance_haversine_m"), 0.06);
        compare.near("duration_first_last_s", sum_of(activity.legs, &Leg::elapsed, any),
                     number(theirs, "duration_first_last_s"), 0.01);
    }
}

}  // namespace

TEST_CASE("every TCX and GPX file of the corpus says what an independent reader counted") {
    const auto folder = activities_folder();
    if (!folder) {
        std::cout << "skipped: no shared data\n";
        return;
    }
    Comparison compare;
    const Json expected = read_json(*folder / "expected-xml.json");
    for (const auto& [name, theirs] : expected["files"].items()) {
        CAPTURE(name);
        compare.of(name);
        compare_xml(theirs, decode_path(*folder / name), compare);
    }
    std::cout << "XML: " << expected["files"].size() << " files, " << compare.checks()
              << " comparisons, " << compare.found().size() << " differences\n";
    settle(compare);
}
