// SPDX-License-Identifier: Apache-2.0
#include "decode/corpus_check_test.hpp"
#include "decode/decode.hpp"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <numeric>
#include <span>

using namespace footsure;
using namespace footsure::decode;
using namespace footsure::decode::corpus;

namespace {

std::optional<DecodedFile> decode_shared(const char* name) {
    const auto folder = activities_folder();
    if (!folder) {
        std::cout << "skipped: no shared data\n";
        return std::nullopt;
    }
    const std::vector<char> bytes = read_file(*folder / name);
    return decode::decode(std::as_bytes(std::span(bytes)));
}

}  // namespace

TEST_CASE("a Suunto run has its figures in our units and its beats") {
    const auto file = decode_shared("sml/Suunto-Ambit3-only-RR-reduced.sml");
    if (!file) {
        return;
    }
    CHECK(file->format == FileFormat::sml);
    CHECK(file->content == "activity");
    CHECK_FALSE(file->error);
    const Activity& activity = file->activity;
    CHECK(activity.device == "Suunto Ambit3 Peak");
    CHECK(activity.local_offset == UtcOffset(7200));
    CHECK(activity.offset_quality == OffsetQuality::recorded);
    REQUIRE(activity.legs.size() == 1);
    const Leg& leg = activity.legs.front();
    CHECK(leg.sport == "running");
    CHECK(leg.distance->value() == 3895);
    CHECK(leg.timer->value() == 1793.8);
    CHECK(leg.ascent->value() == 80);
    CHECK(leg.descent->value() == 85);
    CHECK(format_instant(*leg.started_at) == "2015-06-09T17:59:54.991Z");
    CHECK(*leg.average_cadence > Cadence(140));
    CHECK(*leg.average_cadence < Cadence(175));
    const Records& records = activity.records;
    CHECK(records.size() == 54);
    const std::vector<double>& latitudes = records.latitude.raw();
    const auto known = [](double value) { return !std::isnan(value); };
    CHECK(std::count_if(latitudes.begin(), latitudes.end(), known) == 37);
    const auto first = std::find_if(latitudes.begin(), latitudes.end(), known);
    CHECK(*first == doctest::Approx(50.8774).epsilon(0.0001));
    CHECK(records.longitude.raw()[static_cast<std::size_t>(first - latitudes.begin())] ==
          doctest::Approx(8.5940).epsilon(0.0001));
    CHECK(activity.beat_intervals.size() > 1000);
    const double lasted =
        std::accumulate(activity.beat_intervals.begin(), activity.beat_intervals.end(), Seconds(0),
                        [](Seconds sum, Seconds beat) { return sum + beat; })
            .value();
    CHECK(lasted > 600);
    CHECK(lasted < 2000);
}

TEST_CASE("a Suunto workout indoors is no run and has heart rates in beats a minute") {
    const auto file = decode_shared("sml/Suunto-Ambit-Indoor-reduced.sml");
    if (!file) {
        return;
    }
    const Leg& leg = file->activity.legs.at(0);
    CHECK(leg.sport == "generic");
    CHECK(leg.distance->value() == 6060);
    CHECK(file->activity.records.heart_rate.at(0)->value() == doctest::Approx(79));
    CHECK_FALSE(file->activity.local_offset);
}

TEST_CASE("the running workouts of a health export are legs, the others are counted") {
    const auto file = decode_shared("apple-health/export.xml");
    if (!file) {
        return;
    }
    CHECK(file->format == FileFormat::apple_health);
    CHECK(file->content == "health export");
    CHECK_FALSE(file->error);
    REQUIRE(file->activity.legs.size() == 2);
    const Leg& run = file->activity.legs.front();
    CHECK(format_instant(*run.started_at) == "2024-01-15T10:00:00Z");
    CHECK(run.distance->value() == doctest::Approx(5200));
    CHECK(run.timer->value() == doctest::Approx(1950));
    CHECK(run.ascent->value() == doctest::Approx(8.5));
    CHECK(run.average_heart_rate->value() == 162.5);
    CHECK(file->activity.local_offset == UtcOffset(0));
    CHECK(file->activity.records.heart_rate.at(0)->value() == 165);
    CHECK_FALSE(file->activity.legs[1].distance);
    REQUIRE(file->warnings.size() == 1);
    CHECK(file->warnings[0] == "2 workouts are no runs");
}
