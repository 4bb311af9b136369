// SPDX-License-Identifier: Apache-2.0
#include "content/content.hpp"
#include "takeout/strava.hpp"
#include "takeout/strava_words.hpp"
#include "takeout/walk_test.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace footsure;
using namespace footsure::takeout;
using namespace footsure::takeout::test;

namespace {

const std::string kHeader =
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,"
    "Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Perceived Exertion,Commute\n";

std::string row(const std::string& type, const std::string& file) {
    return "1,\"Oct 7, 2020, 2:43:11 PM\",Morning," + type +
           ",,3600,10.01,170,50,true,,Green shoe," + file + ",,,3601,3590,10010,7,1\n";
}

StravaList list_of(const std::string& text) {
    const auto list = read_strava_list(bytes_of(text));
    REQUIRE(list.has_value());
    return *list;
}

std::string instant(std::string_view text) {
    const auto at = strava_instant(text);
    return at ? format_instant(*at) : "none";
}

}  // namespace

TEST_CASE("the list says name, sport, shoe, effort, start and commute of a file") {
    const StravaList list = list_of(kHeader + row("Run", "activities/17.fit.gz"));
    REQUIRE(list.files.size() == 1);
    CHECK(list.files[0].first == "activities/17.fit.gz");
    const Hints& hints = list.files[0].second;
    CHECK(hints.name == "Morning");
    CHECK(hints.sport == "running");
    CHECK(hints.sub_sport.empty());
    CHECK(hints.shoe == "Green shoe");
    CHECK(hints.perceived_exertion == 7);
    REQUIRE(hints.started_at.has_value());
    CHECK(format_instant(*hints.started_at) == "2020-10-07T14:43:11Z");
    CHECK(hints.purpose == "commute");
    CHECK_FALSE(hints.local_offset.has_value());
}

TEST_CASE("only runs have shoes; a type that we do not know may be one") {
    const StravaList list = list_of(kHeader + row("Ride", "a") + row("TrailRun", "b") +
                                    row("Virtual Run", "c") + row("Parkour", "d"));
    CHECK(list.files[0].second.sport == "cycling");
    CHECK(list.files[0].second.shoe.empty());
    CHECK(list.files[1].second.sub_sport == "trail");
    CHECK(list.files[1].second.shoe == "Green shoe");
    CHECK(list.files[2].second.sport == "running");
    CHECK(list.files[3].second.sport.empty());
    CHECK(list.files[3].second.shoe == "Green shoe");
}

TEST_CASE("quotes, commas, line breaks, a BOM and CRLF are read as meant") {
    const StravaList list = list_of("\xEF\xBB\xBFName,Filename,Type\r\n\"He said "
                                    "\"\"go\"\",\r\nand I went\",activities/1.fit,Run\r\n"
                                    "\r\nsecond,activities/2.fit,Run\r\nlast,activities/3.fit");
    REQUIRE(list.files.size() == 3);
    CHECK(list.files[0].second.name == "He said \"go\",  and I went");
    CHECK(list.files[1].second.name == "second");
    CHECK(list.files[2].first == "activities/3.fit");
}

TEST_CASE("a list cut within a quote keeps what stands before") {
    const StravaList list = list_of(kHeader + row("Run", "activities/1.fit") + "2,\"Oct 8, 20");
    CHECK(list.files.size() == 1);
    CHECK(list_of(kHeader + row("Run", "\"activities/1.fit")).files.size() == 1);
}

TEST_CASE("every cut of a list is read in an orderly way") {
    const std::string text = kHeader + row("Run", "activities/1.fit") + row("Ride", "\"a\"\"b\"");
    for (std::size_t kept = 0; kept < text.size(); ++kept) {
        const auto list = read_strava_list(bytes_of(text.substr(0, kept)));
        CHECK((!list || list->files.size() <= 2));
    }
}

TEST_CASE("a list in another language is read by its shape") {
    std::string header =
        "Aktivitäts-ID,Datum,Name,Art,Beschreibung,Zeit,Distanz,HF,Aufwand,Pendeln,"
        "Notiz,Ausrüstung,Dateiname\n";
    const StravaList list =
        list_of(header + "1,07.10.2020 14:43:11,Morgens,Lauf,,3600,10,170,50,true,,Schuh,"
                         "activities/1.gpx\n2,07.10.2020,x,Radfahrt,,1,1,1,1,false,,Rad,\n");
    REQUIRE(list.files.size() == 1);
    const Hints& hints = list.files[0].second;
    CHECK(list.files[0].first == "activities/1.gpx");
    CHECK(hints.name == "Morgens");
    CHECK(hints.sport == "running");
    CHECK(hints.shoe == "Schuh");
    CHECK(hints.purpose == "commute");
    CHECK_FALSE(hints.started_at.has_value());  // day or month first? the file itself knows
    CHECK_FALSE(read_strava_list(bytes_of("a,b,c\n1,2,3\n")).has_value());
    CHECK_FALSE(read_strava_list({}).has_value());
}

TEST_CASE("dates are read in the forms that are clear") {
    CHECK(instant("Oct 7, 2020, 2:43:11 PM") == "2020-10-07T14:43:11Z");
    CHECK(instant("Oct 7, 2020, 2:43:11\xE2\x80\xAFPM") == "2020-10-07T14:43:11Z");
    CHECK(instant("Oct 7, 2020, 12:00:01 AM") == "2020-10-07T00:00:01Z");
    CHECK(instant("Oct 7, 2020, 12:00:01 PM") == "2020-10-07T12:00:01Z");
    CHECK(instant("7 Oct 2020, 14:43:11") == "2020-10-07T14:43:11Z");
    CHECK(instant("2020-10-07 14:43:11") == "2020-10-07T14:43:11Z");
    for (const char* const odd : {"", "Oct 7, 2020", "07.10.2020, 14:43:11", "10/7/2020 14:43:11",
                                  "Feb 30, 2020, 1:00:00 PM", "Oct 7, 2020, 13:43:11 PM",
                                  "Oct 7, 2020, 0:43:11 AM", "Oct 7, 99999999999, 2:43:11 PM",
                                  "7 okt 2020 klockan 2 43 11 x", "Oct -7, 2020, 2:43:11 XM"}) {
        CAPTURE(odd);
        CHECK(instant(odd) == "none");
    }
}

TEST_CASE("an effort outside the scale is none") {
    CHECK(exertion("0") == 0);
    CHECK(exertion("10.0") == 10);
    for (const char* const odd : {"", "11", "-1", "nan", "inf", "7 of 10"}) {
        CHECK_FALSE(exertion(odd).has_value());
    }
}

TEST_CASE("in an archive, what the list says lies with each file, at any level") {
    for (const std::string base : {"", "export_17/"}) {
        CAPTURE(base);
        const Bytes zip =
            ZipBuilder{packed(base + "activities/1.fit.gz", content::pack_gzip(bytes_of("one"))),
                       stored(base + "activities/2.gpx", bytes_of("two")),
                       stored(base + "activities/3.gpx", bytes_of("three")),
                       packed(base + "Activities.CSV",
                              bytes_of(kHeader + row("Run", "activities/1.fit.gz") +
                                       row("Run", "activities/2.gpx.gz") + row("Run", "") +
                                       row("Run", "") + row("Ride", ""))),
                       stored(base + "bikes.csv", bytes_of("x"))}
                .bytes();
        const Seen seen = walked(zip);
        CHECK(seen.hints("1.fit.gz").shoe == "Green shoe");
        CHECK(seen.hints("2.gpx").name == "Morning");  // unpacked since the list was written
        CHECK(seen.hints("3.gpx") == Hints{});
        CHECK(seen.reason("Activities.CSV") == "2 runs in it have no file (entered by hand)");
        CHECK(seen.reason("bikes.csv") == "no run file: table");
        CHECK(seen.expected == seen.paths.size());
    }
}

TEST_CASE("in a folder, each list speaks of its own files") {
    const Folder folder;
    folder.put("anna/activities.csv", kHeader + row("Run", "activities/1.fit"));
    folder.put("anna/activities/1.fit", "a");
    folder.put("berta/activities/1.fit", "b");
    folder.put("carla/activities.csv", "date,km\n1,2\n");
    const Seen seen = walked(folder.path());
    CHECK(seen.hints("anna/activities/1.fit").shoe == "Green shoe");
    CHECK(seen.hints("berta/activities/1.fit") == Hints{});
    CHECK(seen.reason("carla/activities.csv") == "no run file: table");
    CHECK(seen.expected == seen.paths.size());
}
