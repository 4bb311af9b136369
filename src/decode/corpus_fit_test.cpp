// SPDX-License-Identifier: Apache-2.0
#include "decode/corpus_check_test.hpp"

#include <algorithm>
#include <iostream>
#include <numeric>
#include <set>

using namespace footsure;
using namespace footsure::decode;
using namespace footsure::decode::corpus;

namespace {

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
    Json with_strap = theirs;
    if (theirs.contains("heart_rate_merged_from_hr_messages")) {
        with_strap["record_stats"]["heart_rate"] = theirs["heart_rate_merged_from_hr_messages"];
    }
    compare_channel(with_strap, "heart_rate", records.heart_rate.raw(), 1, compare);
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
