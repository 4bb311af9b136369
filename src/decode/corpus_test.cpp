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

template <class Q>
std::optional<double> number_of(const std::optional<Q>& value) {
    return value ? std::optional(value->value()) : std::nullopt;
}

/// The sum over Legs (or Laps) of a member that may be absent; absent when all are.
template <class Part, class Q, class Predicate>
std::optional<double> sum_of(const std::vector<Part>& parts, std::optional<Q> Part::* member,
                             Predicate counts) {
    std::optional<double> sum;
    for (const Part& part : parts) {
        if (counts(part) && part.*member) {
            sum = sum.value_or(0) + (part.*member)->value();
        }
    }
    return sum;
}

bool any(const Leg&) {
    return true;
}

bool is_run(const Leg& leg) {
    return leg.sport == "running";
}

std::string sport_of(const Activity& activity) {
    const bool known = !activity.legs.empty() && activity.legs.front().sport != "unknown";
    return known ? activity.legs.front().sport : "none";
}

std::string start_of(const std::optional<Instant>& at) {
    return at ? format_instant(std::chrono::floor<std::chrono::seconds>(*at)) : "none";
}

DecodedFile decode_path(const std::filesystem::path& path) {
    const std::vector<char> bytes = read_file(path);
    return decode::decode(std::as_bytes(std::span(bytes)));
}

/// Zero is how devices write "not measured" into these means.
std::optional<double> measured(std::optional<double> value) {
    return value && *value > 0 ? value : std::nullopt;
}

void compare_sessions(const Json& sessions, const std::vector<Leg>& legs, Comparison& compare) {
    for (std::size_t i = 0; i < sessions.size() && i < legs.size(); ++i) {
        const Json& theirs = sessions[i];
        const Leg& leg = legs[i];
        const std::string sport = text(theirs, "sport");
        const std::string sub_sport = text(theirs, "sub_sport");
        compare.same("session.sport", leg.sport, sport == "none" ? "unknown" : sport);
        compare.same("session.sub_sport", leg.sub_sport,
                     sub_sport == "none" ? "generic" : sub_sport);
        compare.same("session.start_time", start_of(leg.started_at), text(theirs, "start_time"));
        compare.near("session.total_ascent_m", number_of(leg.ascent),
                     number(theirs, "total_ascent_m"), 0.01);
        // Ours are computed from the records where the session says nothing.
        const auto check_mean = [&](const char* key, std::optional<double> ours, double scale) {
            const auto wanted = measured(number(theirs, key));
            if (wanted) {
                compare.near(key, ours ? std::optional(*ours * scale) : ours, wanted, 0.01);
            }
        };
        check_mean("avg_heart_rate", number_of(leg.average_heart_rate), 1);
        check_mean("avg_running_cadence_spm", number_of(leg.average_cadence), 1);
        check_mean("avg_stance_time_ms", number_of(leg.average_stance_time), 1000);
        check_mean("avg_vertical_oscillation_mm", number_of(leg.average_vertical_oscillation),
                   1000);
    }
}

/// Compares sums rather than means: a zero that we drop as "not measured" adds nothing.
/// The C++ SDK, which stands in for some files, gives no figures for expanded fields.
void compare_channel(const Json& theirs, const char* key, std::vector<double> ours, double scale,
                     Comparison& compare) {
    const Json& stats = theirs["record_stats"];
    if (!stats.contains(key) && text(theirs, "reference").find("cpp") != std::string::npos) {
        return;
    }
    ours.erase(std::remove_if(ours.begin(), ours.end(), [](double v) { return std::isnan(v); }),
               ours.end());
    const auto found = stats.find(key);
    const auto count = found == stats.end() ? std::optional<double>(0) : number(*found, "count");
    const auto mean = found == stats.end() ? std::optional<double>(0) : number(*found, "mean");
    const std::string field = std::string("record_stats.") + key;
    const bool zeros = found != stats.end() && number(*found, "min").value_or(1) <= 0;
    if (!zeros) {
        compare.near((field + ".count").c_str(), static_cast<double>(ours.size()), count, 0);
    }
    if (mean) {
        const double sum = std::accumulate(ours.begin(), ours.end(), 0.0) * scale;
        compare.near((field + ".mean").c_str(), *count > 0 ? sum / *count : sum, mean, 0.0002);
    }
}

void compare_records(const Json& theirs, const Activity& activity, Comparison& compare) {
    const Records& records = activity.records;
    compare_channel(theirs, "heart_rate", records.heart_rate.raw(), 1, compare);
    compare_channel(theirs, "altitude_m", records.altitude.raw(), 1, compare);
    compare_channel(theirs, "distance_m", records.distance.raw(), 1, compare);
    compare_channel(theirs, "speed_mps", records.speed.raw(), 1, compare);
    compare_channel(theirs, "power_w", records.power.raw(), 1, compare);
    compare_channel(theirs, "stance_time_ms", records.stance_time.raw(), 1000, compare);
    compare_channel(theirs, "vertical_oscillation_mm", records.vertical_oscillation.raw(), 1000,
                    compare);
    compare_channel(theirs, "step_length_mm", records.step_length.raw(), 1000, compare);
    compare_channel(theirs, "stance_time_balance_pct", records.stance_time_balance.raw(), 100,
                    compare);
    compare_channel(theirs, "position", records.latitude.raw(), 1, compare);
    // The reference leaves cadence in strides; only where all legs are one sport is it one factor.
    const bool steps = std::all_of(activity.legs.begin(), activity.legs.end(), [](const Leg& leg) {
        return leg.sport == "running" || leg.sport == "walking";
    });
    if (activity.legs.size() == 1) {
        compare_channel(theirs, "cadence_plus_fractional", records.cadence.raw(), steps ? 0.5 : 1,
                        compare);
    }
}

std::string expected_kind(const Json& theirs) {
    const std::string type = text(theirs, "file_type");
    const std::set<std::string> words{"activity", "workout", "course", "settings"};
    if (type == "none") {
        return theirs["summary"]["is_activity"].get<bool>() ? "activity" : "other";
    }
    return words.contains(type) ? type : "other";
}

std::optional<double> expected_offset(const Json& theirs) {
    constexpr double kQuarterHour = 900;
    constexpr double kFarthest = 26 * 3600;
    const auto raw = number(theirs, "activity_local_offset_s");
    const double rounded = raw ? std::round(*raw / kQuarterHour) * kQuarterHour : 0;
    return raw && std::abs(rounded) <= kFarthest ? std::optional(rounded) : std::nullopt;
}

void compare_fit(const Json& theirs, const DecodedFile& file, Comparison& compare) {
    const Activity& activity = file.activity;
    const Json& summary = theirs["summary"];
    compare.same("format", std::string(word(file.format)), "fit");
    compare.same("kind", std::string(word(file.kind)), expected_kind(theirs));
    compare.same("sport", sport_of(activity), text(summary, "sport"));
    if (file.kind == FileKind::activity) {
        compare.same("start_time", start_of(activity.started_at), text(summary, "start_time"));
    }
    compare.near("total_distance_m", sum_of(activity.legs, &Leg::distance, any),
                 number(summary, "total_distance_m"), 0.01);
    compare.near("total_elapsed_s", sum_of(activity.legs, &Leg::elapsed, any),
                 number(summary, "total_elapsed_s"), 0.01);
    compare.near("total_timer_s", sum_of(activity.legs, &Leg::timer, any),
                 number(summary, "total_timer_s"), 0.01);
    // The reference sums absent values to zero here.
    compare.near("running_distance_m", sum_of(activity.legs, &Leg::distance, is_run).value_or(0),
                 number(summary, "running_distance_m").value_or(0), 0.01);
    compare.near("running_timer_s", sum_of(activity.legs, &Leg::timer, is_run).value_or(0),
                 number(summary, "running_timer_s").value_or(0), 0.01);
    const auto records = static_cast<double>(activity.records.size() + file.merged_records);
    compare.near("records", records, number(theirs, "records"), 0);
    compare.near("laps", static_cast<double>(activity.laps.size()), number(theirs, "laps"), 0);
    const auto offset = expected_offset(theirs);
    if (offset) {
        compare.near("local_offset_s",
                     activity.local_offset
                         ? std::optional(static_cast<double>(activity.local_offset->count()))
                         : std::nullopt,
                     offset, 0);
    }
    compare.same("crc_ok", file.integrity == Integrity::ok ? "true" : "false",
                 theirs["crc_ok"].get<bool>() ? "true" : "false");
    compare.same("has_error",
                 file.error || file.integrity == Integrity::trailing_bytes ? "true" : "false",
                 theirs["crc_ok"].get<bool>() ? "false" : "true");
    compare_sessions(theirs["sessions"], activity.legs, compare);
    if (number(theirs, "records") == records) {
        compare_records(theirs, activity, compare);
    }
}

std::size_t present(const std::vector<double>& values) {
    return static_cast<std::size_t>(
        std::count_if(values.begin(), values.end(), [](double v) { return !std::isnan(v); }));
}

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

Json read_json(const std::filesystem::path& path) {
    std::ifstream stream(path);
    return Json::parse(stream);
}

}  // namespace

TEST_CASE("every FIT file of the corpus says what the reference decoders read") {
    const auto folder = activities_folder();
    if (!folder) {
        std::cout << "skipped: no shared data\n";
        return;
    }
    Comparison compare;
    const Json expected = read_json(*folder / "expected.json");
    for (const Json& theirs : expected["files"]) {
        const auto name = theirs["file"].get<std::string>();
        CAPTURE(name);
        compare.of(name);
        compare_fit(theirs, decode_path(*folder / name), compare);
    }
    std::cout << "FIT: " << expected["files"].size() << " files, " << compare.checks()
              << " comparisons, " << compare.found().size() << " differences\n";
    settle(compare);
}

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
