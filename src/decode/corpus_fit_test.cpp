// SPDX-License-Identifier: Apache-2.0
#include "decode/corpus_check_test.hpp"

#include <algorithm>
#include <iostream>
#include <limits>
#include <map>
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
        compare.near("session.total_descent_m", number_of(leg.descent),
                     number(theirs, "total_descent_m"), 0.01);
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
        check_mean("avg_step_length_mm", number_of(leg.average_step_length), 1000);
        check_mean("avg_vertical_ratio_pct", number_of(leg.average_vertical_ratio), 100);
        check_mean("avg_stance_time_balance_pct", number_of(leg.average_stance_time_balance), 100);
        check_mean("avg_power_w", number_of(leg.average_power), 1);
    }
}

/// The figures of one column: ours without what is no value, theirs as the reference counts them.
class ColumnCheck {
public:
    ColumnCheck(const char* key, const std::vector<double>& values, double scale)
        : field_(std::string("record_stats.") + key), scale_(scale) {
        for (const double value : values) {
            if (!std::isnan(value)) {
                sum_ += value * scale;
                least_ = std::min(least_, value * scale);
                most_ = std::max(most_, value * scale);
                ++count_;
            }
        }
    }

    /// The reference keeps the zeros that we drop as "not measured": they add nothing to the sum,
    /// but they are counted and they are the least.
    void against(const Json& theirs, Comparison& compare) const {
        const double count = number(theirs, "count").value_or(0);
        const bool zeros = number(theirs, "min").value_or(1) <= 0;
        if (!zeros) {
            compare.near((field_ + ".count").c_str(), count_, count, 0);
            check_extreme(".min", least_, number(theirs, "min"), compare);
        } else {
            compare.same((field_ + ".not_more").c_str(), count_ <= count ? "true" : "false",
                         "true");
        }
        if (const auto mean = number(theirs, "mean")) {
            compare.near((field_ + ".mean").c_str(), count > 0 ? sum_ / count : sum_, mean, 0.0002);
        }
        check_extreme(".max", most_, number(theirs, "max"), compare);
    }

private:
    /// A column of zeros alone is none with us.
    void check_extreme(const char* which, double ours, std::optional<double> theirs,
                       Comparison& compare) const {
        if (theirs && (count_ > 0 || *theirs != 0)) {
            compare.near((field_ + which).c_str(), count_ > 0 ? std::optional(ours) : std::nullopt,
                         theirs, 0.0006);
        }
    }

    std::string field_;
    double scale_ = 1;
    double sum_ = 0;
    double least_ = std::numeric_limits<double>::infinity();
    double most_ = -std::numeric_limits<double>::infinity();
    double count_ = 0;
};

/// The C++ SDK, which stands in for some files, gives no figures for expanded fields.
void compare_channel(const Json& theirs, const char* key, const std::vector<double>& ours,
                     double scale, Comparison& compare) {
    const Json& stats = theirs["record_stats"];
    if (!stats.contains(key) && text(theirs, "reference").find("cpp") != std::string::npos) {
        return;
    }
    const auto found = stats.find(key);
    ColumnCheck(key, ours, scale)
        .against(found == stats.end() ? Json{{"count", 0}, {"mean", 0}} : *found, compare);
}

/// Heart rates are those with the strap's memory, where the reference gives them.
void compare_heart_rate(Json theirs, const Records& records, Comparison& compare) {
    const char* merged = "heart_rate_merged_from_hr_messages";
    if (theirs.contains(merged)) {
        theirs["record_stats"]["heart_rate"] = theirs[merged];
    }
    compare_channel(theirs, "heart_rate", records.heart_rate.raw(), 1, compare);
}

void compare_records(const Json& theirs, const Activity& activity, Comparison& compare) {
    constexpr double kMilli = 1000;
    constexpr double kPercent = 100;
    const Records& records = activity.records;
    compare_heart_rate(theirs, records, compare);
    const auto check = [&](const char* key, const auto& column, double scale) {
        compare_channel(theirs, key, column.raw(), scale, compare);
    };
    check("altitude_m", records.altitude, 1);
    check("distance_m", records.distance, 1);
    check("speed_mps", records.speed, 1);
    check("power_w", records.power, 1);
    check("stance_time_ms", records.stance_time, kMilli);
    check("vertical_oscillation_mm", records.vertical_oscillation, kMilli);
    check("step_length_mm", records.step_length, kMilli);
    check("stance_time_balance_pct", records.stance_time_balance, kPercent);
    check("vertical_ratio_pct", records.vertical_ratio, kPercent);
    check("position", records.latitude, 1);
    // The reference leaves cadence in strides; only where all legs are one sport is it one factor.
    const bool steps = std::all_of(activity.legs.begin(), activity.legs.end(), [](const Leg& leg) {
        return leg.sport == "running" || leg.sport == "walking";
    });
    if (activity.legs.size() == 1) {
        check("cadence_plus_fractional", records.cadence, steps ? 0.5 : 1);
    }
}

/// The words of the reference are finer than ours for monitoring, and 8 has none there.
std::string expected_content(const Json& theirs) {
    const std::string type = text(theirs, "file_type");
    if (type == "none") {
        return theirs["summary"]["is_activity"].get<bool>() ? "activity" : "unknown";
    }
    if (type == "8") {
        return "locations";
    }
    return type.starts_with("monitoring") ? "monitoring" : type;
}

/// Whether the record fields of apps that we know are there, as far as descriptions tell.
void compare_sensors(const Json& theirs, const Activity& activity, Comparison& compare) {
    static const std::map<std::string, std::string> kKnown{
        {"Form Power", "form_power"},
        {"Ground Time", "stance_time"},
        {"RS_Pronation_L", "pronation"},
        {"RS_ContactTime_R", "stance_time"},
        {"Leg Spring Stiffness", "leg_spring_stiffness"},
        {"RP_Power", "power"}};
    for (const Json& field : theirs["developer_fields"]) {
        const auto known = kKnown.find(text(field, "name"));
        if (known == kKnown.end()) {
            continue;
        }
        const bool there = std::any_of(
            activity.records.sensors.begin(), activity.records.sensors.end(),
            [&](const SensorChannel& channel) { return word(channel.quantity) == known->second; });
        compare.same(("developer." + known->first).c_str(), there ? "true" : "false", "true");
    }
}

/// Beats and pauses: each hrv message holds at least one beat; pauses make up what elapsed time
/// has over timer time where the file has both.
void compare_time(const Json& theirs, const Activity& activity, Comparison& compare) {
    const double messages = number(theirs, "hrv_messages").value_or(0);
    compare.same("has_beats", activity.beat_intervals.empty() ? "false" : "true",
                 messages > 0 ? "true" : "false");
    const Json& summary = theirs["summary"];
    const auto elapsed = number(summary, "total_elapsed_s");
    const auto timer = number(summary, "total_timer_s");
    if (elapsed && timer && activity.legs.size() == 1 && !activity.pauses.empty()) {
        double stood = 0;
        for (const Pause& pause : activity.pauses) {
            stood += seconds_between(pause.from, pause.until);
        }
        const double seconds = 2 + static_cast<double>(activity.pauses.size());
        compare.near("paused_s", stood, *elapsed - *timer, seconds);
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
    compare.same("content", file.content, expected_content(theirs));
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
    compare_sensors(theirs, activity, compare);
    compare_time(theirs, activity, compare);
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
