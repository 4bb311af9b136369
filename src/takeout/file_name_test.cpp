// SPDX-License-Identifier: Apache-2.0
#include "takeout/file_name.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace footsure::takeout;

namespace {

const std::string kMark = "\xEF\xBF\xBD";

}  // namespace

TEST_CASE("text stays, what is none becomes a mark") {
    const std::string text = "Läufe 走る 🏃/a b.fit";
    CHECK(shown(text) == text);
    CHECK(shown("a\xFFz") == "a" + kMark + "z");
    CHECK(shown("\xC0\x80") == kMark + kMark);              // a longer way to write zero
    CHECK(shown("\xED\xA0\x80") == kMark + kMark + kMark);  // half a pair of UTF-16
    CHECK(shown("\xF4\x90\x80\x80").starts_with(kMark));    // beyond the last character
    CHECK(shown("\xE2\x82") == kMark + kMark);              // cut
    CHECK(shown("a\x1B[2J\x7F\xC2\x9B") == "a" + kMark + "[2J" + kMark + kMark + kMark);
    CHECK(shown("\xE2\x80\xAEgpj.tif").starts_with(kMark));  // turns the reading direction
    CHECK(shown(std::string_view("a\0b", 3)) == "a" + kMark + "b");
}

TEST_CASE("a member's name loses what leads elsewhere") {
    CHECK(cleaned("../../etc/passwd") == "etc/passwd");
    CHECK(cleaned("/a//./b/../c") == "a/b/c");
    CHECK(cleaned("C:\\runs\\1.fit") == "runs/1.fit");
    CHECK(cleaned("\\\\server\\share\\1.fit") == "server/share/1.fit");
    CHECK(cleaned("a/C:/1.fit") == "a/C:/1.fit");
    CHECK(cleaned("....//..").starts_with("...."));
    CHECK(cleaned("..").empty());
    CHECK(cleaned("").empty());
}

TEST_CASE("names alone tell what is no run") {
    CHECK(no_run_reason("media/1.JPG") == "no run file: picture");
    CHECK_FALSE(no_run_reason("a/b.tar.gz").has_value());
    CHECK(foreign_archive_reason("a/b.tar.gz").has_value());
    CHECK(foreign_archive_reason("a/b.7Z").has_value());
    CHECK_FALSE(foreign_archive_reason("a/b.fit.gz").has_value());
    CHECK_FALSE(foreign_archive_reason("a/b.zip").has_value());
    CHECK(no_run_reason("DI_CONNECT/x_summarizedActivities.json") == "no run file: list (JSON)");
    CHECK(no_run_reason("apple_health_export/electrocardiograms/ecg_1.csv") ==
          "no run file: electrocardiogram");
    CHECK(no_run_reason("apple_health_export/export_cda.xml").has_value());
    for (const char* const open :
         {"1.fit", "1.FIT", "1.fit.gz", "1.tcx", "1.gpx", "1.sml", "1.xml", "jpg", "run", "a.jpg/1",
          "training-session-2020-10-07-1.json", "export.xml", "1.fit.zip"}) {
        CAPTURE(open);
        CHECK_FALSE(no_run_reason(open).has_value());
    }
}

TEST_CASE("only what an operating system leaves is litter") {
    CHECK(is_litter("__MACOSX/a.fit"));
    CHECK(is_litter("x/__MACOSX/a.fit"));
    CHECK(is_litter("x/._a.fit"));
    CHECK(is_litter(".DS_Store"));
    CHECK_FALSE(is_litter("x/.hidden.fit"));
    CHECK_FALSE(is_litter("my__MACOSX/a.fit"));
}
