// SPDX-License-Identifier: Apache-2.0
#include "decode/corpus_check_test.hpp"
#include "decode/decode.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <span>
#include <string>
#include <vector>

using namespace footsure;
using namespace footsure::decode;

namespace {

std::string time_of(std::int64_t second, const char* offset = "+0000") {
    std::string text = format_instant(Instant(std::chrono::seconds(1'700'000'000 + second)));
    text[10] = ' ';
    return text.substr(0, 19) + ' ' + offset;
}

std::string record(const char* type, const char* unit, std::int64_t from, std::int64_t until,
                   const std::string& value, const std::string& extra = "") {
    return std::string("<Record type=\"HKQuantityTypeIdentifier") + type +
           "\" sourceName=\"A &amp; &quot;B&quot; &lt;Watch&gt;\" unit=\"" + unit +
           "\" creationDate=\"2024-01-01 00:00:00 +0000\"" + extra + " startDate=\"" +
           time_of(from) + "\" endDate=\"" + time_of(until) + "\" value=\"" + value + "\"/>\n";
}

constexpr std::int64_t kDay = 86'400;

/// A workout each day, of half an hour.
std::string workout(int day, const std::string& inside = "") {
    return "<Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" duration=\"30\" "
           "durationUnit=\"min\" sourceName=\"A &amp; &quot;B&quot; &lt;Watch&gt;\" startDate=\"" +
           time_of(day * kDay) + "\" endDate=\"" + time_of(day * kDay + 1800) + "\">" + inside +
           "</Workout>\n";
}

/// Heart rates all day, steps while running; `records` of each in a workout.
std::string export_of(int days, int records) {
    std::string text =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData ANY>\n"
        "]>\n<HealthData locale=\"de_DE\">\n<ExportDate value=\"x\"/>\n";
    for (int day = 0; day < days; ++day) {
        for (int i = 0; i < 2 * records; ++i) {
            const std::int64_t at = day * kDay + i * 1800 / records;
            text += record("HeartRate", "count/min", at, at, std::to_string(100 + i % 60));
        }
    }
    for (int day = 0; day < days; ++day) {
        for (int i = 0; i < records; ++i) {
            const std::int64_t at = day * kDay + i * 1800 / records;
            text += record("StepCount", "count", at, at + 1800 / records, "14");
        }
    }
    for (int day = days - 1; day >= 0; --day) {
        text += workout(day);
        text += "<Workout workoutActivityType=\"HKWorkoutActivityTypeYoga\"/>\n";
    }
    return text + "</HealthData>\n";
}

struct Split {
    std::vector<HealthWorkout> workouts;
    std::size_t passes = 0;
    std::size_t most_held = 0;
    std::size_t others = 0;
    std::optional<DecodeError> error;
};

Split split(const std::string& text, std::size_t memory, std::size_t chunk) {
    HealthExport source(memory);
    Split result;
    const auto bytes = std::as_bytes(std::span(text));
    HealthExport::Pass pass = HealthExport::Pass::again;
    while (pass == HealthExport::Pass::again) {
        ++result.passes;
        source.begin_pass();
        for (std::size_t at = 0; at < bytes.size(); at += chunk) {
            source.feed(bytes.subspan(at, std::min(chunk, bytes.size() - at)));
            result.most_held = std::max(result.most_held, source.held());
        }
        pass = source.end_pass();
        result.error = result.error ? result.error : source.error();
        while (auto workout = source.take_workout()) {
            result.workouts.push_back(std::move(*workout));
        }
    }
    CHECK(source.held() == 0);
    result.others = source.others();
    return result;
}

}  // namespace

TEST_CASE("each run of an export becomes a document that decodes to it") {
    const Split result = split(export_of(5, 60), std::size_t{1} << 20U, 4096);
    CHECK(result.passes == 2);
    CHECK(result.others == 5);
    REQUIRE(result.workouts.size() == 5);
    for (std::size_t day = 0; day < 5; ++day) {
        const HealthWorkout& workout = result.workouts[day];
        const DecodedFile file = decode::decode(workout.document);
        CHECK(file.format == FileFormat::apple_health);
        CHECK(file.content == "activity");
        CHECK_FALSE(file.error);
        CHECK(file.warnings.empty());
        CHECK(file.activity.started_at == workout.started_at);
        CHECK(format_instant(workout.started_at) == workout.name);
        CHECK(file.activity.records.size() == 61);
        CHECK(file.activity.records.cadence.at(5)->value() == doctest::Approx(28));
        CHECK(file.activity.device == "A & \"B\" <Watch>");
        CHECK(workout.records_left_out == 0);
    }
}

TEST_CASE("memory and chunks change the number of passes, never the documents") {
    const std::string text = export_of(40, 90);
    const Split ample = split(text, std::size_t{64} << 20U, text.size());
    REQUIRE(ample.workouts.size() == 40);
    CHECK(ample.passes == 2);
    constexpr std::size_t kScarce = 40'000;
    for (const std::size_t chunk : {std::size_t{97}, std::size_t{1000}, std::size_t{65'536}}) {
        const Split scarce = split(text, kScarce, chunk);
        CHECK(scarce.most_held <= kScarce);
        CHECK(scarce.most_held > kScarce / 2);
        CHECK(scarce.passes > 5);
        CHECK(scarce.passes < 40);
        REQUIRE(scarce.workouts.size() == 40);
        for (std::size_t i = 0; i < 40; ++i) {
            CHECK(scarce.workouts[i].document == ample.workouts[i].document);
        }
    }
}

TEST_CASE("a workout that the memory does not hold is cut and says so") {
    const Split result = split(export_of(2, 1800), 20'000, 4096);
    REQUIRE(result.workouts.size() == 2);
    CHECK(result.most_held <= 22'000);  // with the workout's own element
    CHECK(result.workouts[0].records_left_out > 1000);
    CHECK_FALSE(decode::decode(result.workouts[0].document).error);
}

TEST_CASE("a thousand workouts stay within the memory") {
    const std::string text = export_of(1000, 20);
    constexpr std::size_t kMemory = 500'000;
    const Split result = split(text, kMemory, 65'536);
    CHECK(result.workouts.size() == 1000);
    CHECK(result.most_held <= kMemory);
    CHECK(result.passes < 20);
}

TEST_CASE("another export of the same workout gives the same bytes") {
    const std::string zone = "<MetadataEntry key=\"HKTimeZone\" value=\"Europe/Paris\"/>";
    const std::string form = record("RunningSpeed", "km/hr", 10, 15, "10.8") +
                             record("HeartRate", "count/min", 20, 20, "150");
    const std::string first = "<HealthData>" + form + workout(0, zone) + "</HealthData>";
    std::string other = "<HealthData locale=\"en_US\">" +
                        record("HeartRate", "count/min", 20, 20, "150", " device=\"0x7ff1\"") +
                        record("RunningSpeed", "m/s", 10, 15, "3") + workout(0, zone) + workout(3) +
                        "</HealthData>";
    const std::string utc = time_of(0);
    const std::string local = time_of(3600, "+0100");
    for (std::size_t at = other.find(utc); at != std::string::npos; at = other.find(utc)) {
        other.replace(at, utc.size(), local);
    }
    const Split one = split(first, 1'000'000, 100);
    const Split two = split(other, 1'000'000, 100);
    REQUIRE(one.workouts.size() == 1);
    REQUIRE(two.workouts.size() == 2);
    CHECK(one.workouts[0].document == two.workouts[0].document);
}

TEST_CASE("routes are named, control characters and ampersands survive") {
    const std::string route =
        "<WorkoutRoute><FileReference path=\"/workout-routes/a&amp;b.gpx\"/></WorkoutRoute>"
        "<MetadataEntry key=\"note\" value=\"a\x0B"
        "b&#10;c\"/>";
    const Split result = split("<HealthData>" + workout(0, route) + "</HealthData>", 1'000'000, 3);
    REQUIRE(result.workouts.size() == 1);
    CHECK(result.workouts[0].routes == std::vector<std::string>{"/workout-routes/a&b.gpx"});
    const auto& document = result.workouts[0].document;
    const std::string text(reinterpret_cast<const char*>(document.data()), document.size());
    CHECK(text.find("value=\"a b&#10;c\"") != std::string::npos);
    CHECK(text.find("a&amp;b.gpx") != std::string::npos);
}

TEST_CASE("a name that is none behind its prefix does not spoil the document") {
    const std::string odd = "<WorkoutEven: type=\"x\"/><x:1b/><WorkoutEvent typ:=\"x\" a:2=\"y\"/>"
                            "<MetadataEntry key=\"HKIndoorWorkout\" value=\"1\"/>";
    const Split result = split("<HealthData>" + workout(0, odd) + "</HealthData>", 1'000'000, 7);
    REQUIRE(result.workouts.size() == 1);
    const DecodedFile file = decode::decode(result.workouts[0].document);
    CHECK_FALSE(file.error);
    REQUIRE(file.activity.legs.size() == 1);
    CHECK(file.activity.legs[0].sub_sport != "generic");
}

TEST_CASE("an export that is cut gives what stood before and says so") {
    std::string text = export_of(4, 10);
    text.resize(text.rfind("<Workout workoutActivityType=\"HKWorkoutActivityTypeRunning"));
    const Split result = split(text, 1'000'000, 1000);
    CHECK(result.workouts.size() == 3);
    REQUIRE(result.error);
    CHECK(result.error->code == DecodeErrorCode::truncated);
    const Split nothing = split("", 1'000'000, 1000);
    CHECK(nothing.workouts.empty());
    CHECK(nothing.passes == 1);
}

TEST_CASE("an attribute without end does not fill the memory") {
    const std::string text =
        "<HealthData><Record type=\"" + std::string(std::size_t{9} << 20U, 'x');
    const Split result = split(text, 1'000'000, 65'536);
    REQUIRE(result.error);
    CHECK(result.error->code == DecodeErrorCode::malformed_xml);
    CHECK(result.error->message == "an element is longer than any writer makes it");
}

TEST_CASE("the shared export splits into its two runs") {
    const auto folder = corpus::activities_folder();
    if (!folder) {
        std::cout << "skipped: no shared data\n";
        return;
    }
    const std::vector<char> bytes = corpus::read_file(*folder / "apple-health" / "export.xml");
    const Split result = split(std::string(bytes.begin(), bytes.end()), 1'000'000, 512);
    REQUIRE(result.workouts.size() == 2);
    CHECK(result.others == 2);
    CHECK(result.workouts[0].routes ==
          std::vector<std::string>{"/workout-routes/route_2024-01-15_10.00am.gpx"});
    const DecodedFile run = decode::decode(result.workouts[0].document);
    CHECK(run.activity.legs[0].distance->value() == doctest::Approx(5200));
    CHECK(run.activity.records.heart_rate.at(0)->value() == 165);
}
