// SPDX-License-Identifier: Apache-2.0
#include "store_facts.hpp"
#include "store_place.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace footsure::contract {

namespace {

using store::Kept;
using Ids = std::vector<RecordingId>;

const std::string kMorning = "2026-03-01T07:00:00Z";

Ids ids_of(const std::vector<Recording>& recordings) {
    Ids ids;
    for (const Recording& recording : recordings) {
        ids.push_back(recording.id);
    }
    return ids;
}

/// A store with one run of Anna's in it.
Run put_annas_run(store::Store& store) {
    put_both(store);
    const Run run = run_of(bytes_of("anna's run"), kMorning);
    good(put_run(store, kAnna, run));
    return run;
}

/// Keeps a run that starts so many microseconds after kMorning.
Recording put_at(store::Store& store, const RunnerId& runner, std::int64_t microseconds) {
    Run run = run_of(bytes_of(std::to_string(microseconds)), kMorning);
    run.summary.started_at += std::chrono::microseconds(microseconds);
    good(put_run(store, runner, run));
    return recording_of(run);
}

}  // namespace

TEST_CASE("a recording reads back equal, hints and all") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        Recording put = recording_of(put_annas_run(store));
        put.path = "takeout.zip!activities/1.fit.gz";
        put.format = FileFormat::apple_health;
        put.started_at = at("2026-03-01T07:00:00Z") + std::chrono::microseconds(1);
        put.hints = {.name = "Morgenlauf \"schnell\"",
                     .sport = "running",
                     .sub_sport = "trail",
                     .shoe = "Pegasus",
                     .perceived_exertion = 6.5,
                     .started_at = at("2026-03-01T07:00:02.250Z"),
                     .local_offset = UtcOffset(-12600),
                     .purpose = "race"};
        good(store.put_recording(kAnna, put));
        place.reopen(store);
        const auto read = good(store.recordings_in(kAnna, put.content));
        REQUIRE(read.size() == 1);
        CHECK(read[0].id == put.id);
        CHECK(read[0].content == put.content);
        CHECK(read[0].number == 1);
        CHECK(read[0].activity == put.activity);
        CHECK(read[0].path == put.path);
        CHECK(read[0].format == FileFormat::apple_health);
        CHECK(read[0].started_at == put.started_at);
        CHECK(read[0].elapsed == Seconds(2800.5));
        CHECK(read[0].distance == Metres(8000.125));
        CHECK(read[0].hints == put.hints);
    });
}

TEST_CASE("every format of a file has a word that reads back") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        Recording put = recording_of(put_annas_run(store));
        for (const auto format :
             {FileFormat::fit, FileFormat::gpx, FileFormat::tcx, FileFormat::sml,
              FileFormat::apple_health, FileFormat::polar, FileFormat::unknown}) {
            put.format = format;
            good(store.put_recording(kAnna, put));
            CHECK(good(store.recordings_in(kAnna, put.content)).at(0).format == format);
        }
    });
}

TEST_CASE("what a recording does not know stays unknown, and what nobody can mean is refused") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        Recording put = recording_of(put_annas_run(store));
        put.distance = Metres(std::numeric_limits<double>::quiet_NaN());
        put.path = "l\xE4ufe.fit";
        put.hints.name = std::string("a\0b", 3);
        put.hints.perceived_exertion = std::numeric_limits<double>::quiet_NaN();
        put.hints.started_at = Instant::min();
        good(store.put_recording(kAnna, put));
        const auto read = good(store.recordings_in(kAnna, put.content)).at(0);
        CHECK(std::isnan(read.distance.value()));
        CHECK(read.elapsed == put.elapsed);
        CHECK(read.path == "l\xEF\xBF\xBDufe.fit");
        CHECK(read.hints.name == put.hints.name);
        CHECK_FALSE(read.hints.perceived_exertion);
        CHECK_FALSE(read.hints.started_at);
        put.distance = Metres(std::numeric_limits<double>::infinity());
        CHECK(error_of(store.put_recording(kAnna, put)) == "constraint");
    });
}

TEST_CASE("a recording needs its content and its activity, and takes no other one's place") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        const Recording whole = recording_of(put_annas_run(store));
        auto transaction = good(store.begin());
        Recording lost = whole;
        lost.content = ContentId("none");
        CHECK(error_of(store.put_recording(kAnna, lost)) == "constraint");
        lost = whole;
        lost.activity = ActivityId("none");
        CHECK(error_of(store.put_recording(kAnna, lost)) == "constraint");
        lost = whole;
        lost.number = 0;
        CHECK(error_of(store.put_recording(kAnna, lost)) == "constraint");
        lost = whole;
        lost.id = RecordingId("other");
        CHECK(error_of(store.put_recording(kAnna, lost)) == "constraint");
        CHECK(error_of(store.put_recording(kBen, whole)) == "constraint");
        good(transaction.commit());
        CHECK(ids_of(good(store.recordings_of(kAnna, whole.activity))) == Ids{whole.id});
    });
}

TEST_CASE("several runs of one content are listed by their number") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        const Recording first = recording_of(put_annas_run(store));
        Ids expected{first.id};
        for (const std::uint32_t number : {2U, 11U}) {
            Recording next = first;
            next.number = number;
            next.id = RecordingId(first.id.text() + "." + std::to_string(number));
            expected.push_back(next.id);
            good(store.put_recording(kAnna, next));
        }
        CHECK(ids_of(good(store.recordings_in(kAnna, first.content))) == expected);
    });
}

TEST_CASE("recordings move from one activity to another, as a merge and its undoing do") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        const Run one = put_annas_run(store);
        const Run two = run_of(bytes_of("the same run"), kMorning);
        good(put_run(store, kAnna, two));
        Recording moved = recording_of(two);
        moved.activity = one.summary.id;
        good(store.put_recording(kAnna, moved));
        good(store.remove_activity(kAnna, two.summary.id, one.summary.id));
        place.reopen(store);
        Ids both{recording_of(one).id, moved.id};
        std::ranges::sort(both);
        CHECK(ids_of(good(store.recordings_of(kAnna, one.summary.id))) == both);
        CHECK(good(store.activity_ids(kAnna)) == std::vector{one.summary.id});
        CHECK(good(store.original(kAnna, content_of(two))).bytes == two.bytes);

        good(store.put_activity(kAnna, two.summary, two.under));
        good(store.put_recording(kAnna, recording_of(two)));
        CHECK(ids_of(good(store.recordings_of(kAnna, one.summary.id))) ==
              Ids{recording_of(one).id});
        CHECK(ids_of(good(store.recordings_of(kAnna, two.summary.id))) == Ids{moved.id});
    });
}

TEST_CASE("recordings between two instants: both borders belong to it, by start") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        const auto last = put_at(store, kAnna, 2'000'000);
        const auto after = put_at(store, kAnna, 2'000'001);
        const auto before = put_at(store, kAnna, -1);
        const auto first = put_at(store, kAnna, 0);
        put_at(store, kBen, 1'000'000);
        place.reopen(store);
        const Instant from = at(kMorning);
        const Instant until = from + std::chrono::seconds(2);
        CHECK(ids_of(good(store.recordings_between(kAnna, from, until))) == Ids{first.id, last.id});
        CHECK(ids_of(good(store.recordings_between(kAnna, from, from))) == Ids{first.id});
        CHECK(good(store.recordings_between(kAnna, until, from)).empty());
        CHECK(ids_of(good(store.recordings_between(kAnna, Instant::min(), Instant::max()))) ==
              Ids{before.id, first.id, last.id, after.id});
    });
}

TEST_CASE("the original keeps its packing and its path, and the first one wins") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        const auto packed = bytes_of("packed");
        const ContentId content("0123");
        const store::NewOriginal put{.content = content,
                                     .packing = Packing::deflate,
                                     .bytes = packed,
                                     .unpacked_size = std::uint64_t{1} << 40U,
                                     .path = "a.zip!b.fit",
                                     .imported_at = at(kMorning)};
        CHECK(good(store.original_path(kAnna, content)) == std::nullopt);
        CHECK(good(store.put_original(kAnna, put)) == Kept::added);
        auto again = put;
        again.packing = Packing::gzip;
        again.path = "c.fit.gz";
        CHECK(good(store.put_original(kAnna, again)) == Kept::already_there);
        place.reopen(store);
        const auto read = good(store.original(kAnna, content));
        CHECK(read.packing == Packing::deflate);
        CHECK(read.bytes == packed);
        CHECK(read.unpacked_size == std::uint64_t{1} << 40U);
        CHECK(read.path == "a.zip!b.fit");
        CHECK(good(store.original_path(kAnna, content)) == "a.zip!b.fit");
        CHECK(good(store.original_path(kBen, content)) == std::nullopt);
        CHECK(good(store.put_original(kBen, again)) == Kept::added);
        CHECK(good(store.original(kAnna, content)).packing == Packing::deflate);
    });
}

TEST_CASE("two recordings are kept apart in both directions until they are allowed together") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        const RecordingId one = put_at(store, kAnna, 0).id;
        const RecordingId two = put_at(store, kAnna, 1).id;
        const RecordingId three = put_at(store, kAnna, 2).id;
        put_at(store, kBen, 0);
        put_at(store, kBen, 1);
        good(store.keep_apart(kAnna, one, two, at(kMorning)));
        good(store.keep_apart(kAnna, two, one, at(kMorning)));
        good(store.keep_apart(kAnna, three, one, at(kMorning)));
        place.reopen(store);
        Ids others{two, three};
        std::ranges::sort(others);
        CHECK(good(store.kept_apart_from(kAnna, one)) == others);
        CHECK(good(store.kept_apart_from(kAnna, two)) == Ids{one});
        CHECK(good(store.kept_apart_from(kBen, one)).empty());
        good(store.allow_together(kBen, one, two));
        CHECK(good(store.kept_apart_from(kAnna, two)) == Ids{one});
        good(store.allow_together(kAnna, two, one));
        CHECK(good(store.kept_apart_from(kAnna, one)) == Ids{three});
        CHECK(good(store.kept_apart_from(kAnna, two)).empty());
        CHECK(error_of(store.keep_apart(kAnna, one, one, at(kMorning))) == "constraint");
        CHECK(error_of(store.keep_apart(kBen, one, three, at(kMorning))) == "constraint");
    });
}

TEST_CASE("rows of files and recordings that cannot be meant are corrupt, not a crash") {
    const std::vector<std::string> harms{
        "update recordings set format = 'floppy'", "update recordings set hints = '{'",
        "update recordings set hints = '[]'",      "update recordings set hints = '{\"name\": 4}'",
        "update originals set packing = 'rar'",    "update originals set unpacked_size = -1",
    };
    for (const std::string& harm : harms) {
        CAPTURE(harm);
        in_each_place([&](Place& place) {
            if (!place.can_tamper()) {
                return;
            }
            store::Store store = place.open();
            const Run run = put_annas_run(store);
            place.tamper(harm);
            const auto original = store.original(kAnna, content_of(run));
            const auto recordings = store.recordings_in(kAnna, content_of(run));
            const bool in_original = harm.find("originals") != std::string::npos;
            CHECK(error_of(original) == (in_original ? "corrupt" : "no error"));
            CHECK(error_of(recordings) == (in_original ? "no error" : "corrupt"));
        });
    }
}

TEST_CASE("no runner sees another runner's recordings") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        const Run run = put_annas_run(store);
        const Recording recording = recording_of(run);
        CHECK(good(store.recordings_of(kBen, run.summary.id)).empty());
        CHECK(good(store.recordings_in(kBen, recording.content)).empty());
        CHECK(good(store.recordings_between(kBen, Instant::min(), Instant::max())).empty());
        good(put_run(store, kBen, run));
        Recording bens = recording;
        bens.path = "ben.fit";
        good(store.put_recording(kBen, bens));
        CHECK(good(store.recordings_in(kAnna, recording.content)).at(0).path == "run.fit");
    });
}

}  // namespace footsure::contract
