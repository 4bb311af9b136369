// SPDX-License-Identifier: Apache-2.0
#include "store_facts.hpp"
#include "store_place.hpp"

#include <doctest/doctest.h>

namespace footsure::contract {

namespace {

using store::Kept;

/// Every byte value, NUL among them, over and over in a changing order.
std::vector<std::byte> million_bytes() {
    constexpr std::size_t kSize = 1U << 20U;
    std::vector<std::byte> bytes(kSize);
    std::uint32_t state = 1;
    for (std::byte& byte : bytes) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<std::byte>(state >> 24U);
    }
    return bytes;
}

}  // namespace

TEST_CASE("importing twice changes nothing") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        const auto bytes = bytes_of("one run");
        const auto first = run_of(bytes, "2026-03-01T07:00:00Z");
        CHECK(good(put_run(store, kAnna, first)) == Kept::added);
        place.reopen(store);
        auto again = first;
        again.path = "other name.fit";
        again.summary.distance = Metres(1);
        CHECK(good(put_run(store, kAnna, again)) == Kept::already_there);
        const auto file = good(store.case_file(kAnna, local("2026-03-02T00:00:00Z")));
        REQUIRE(file.activities.size() == 1);
        CHECK(file.activities[0].distance == Metres(8000.125));
    });
}

TEST_CASE("a summary reads back equal, under the identity of its bytes") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        const auto bytes = bytes_of("one run");
        const auto put = run_of(bytes, "2026-03-01T07:00:00.123Z");
        good(put_run(store, kAnna, put));
        place.reopen(store);
        const auto file = good(store.case_file(kAnna, local("2026-03-02T00:00:00Z")));
        REQUIRE(file.activities.size() == 1);
        const ActivitySummary& read = file.activities[0];
        CHECK(read.id == activity_of(bytes));
        CHECK(read.from == "run.fit");
        CHECK(read.started_at == put.summary.started_at);
        CHECK(read.offset == put.summary.offset);
        CHECK(read.sport == "running");
        CHECK(read.timer == Seconds(2700));
        CHECK(read.elapsed == Seconds(2800.5));
        CHECK(read.doses[0].dose == EasyKm(8.1));
        CHECK(read.doses[1].high == EasyKm(11.1));
        CHECK(read.quality == DoseQuality::speed_cadence);
    });
}

TEST_CASE("original bytes come back as they came") {
    const std::vector<std::vector<std::byte>> originals{
        {}, bytes_of(std::string_view("\0a\0\0b\0", 6)), million_bytes()};
    in_each_place([&](Place& place) {
        store::Store store = place.open();
        put_both(store);
        for (const auto& bytes : originals) {
            good(put_run(store, kAnna, run_of(bytes, "2026-03-01T07:00:00Z")));
        }
        place.reopen(store);
        for (const auto& bytes : originals) {
            // Not CHECK on the vectors: a failure would print a million numbers.
            const bool equal =
                good(store.original(kAnna, content::content_id(bytes))).bytes == bytes;
            CHECK(equal);
        }
    });
}

TEST_CASE("a summary that is none is corrupt, not a crash") {
    in_each_place([](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        store::Store store = place.open();
        put_both(store);
        const auto bytes = bytes_of("abc");
        good(put_run(store, kAnna, run_of(bytes, "2026-03-01T07:00:00Z")));
        place.tamper("update activities set summary = '{'");
        CHECK(error_of(store.case_file(kAnna, local("2026-03-02T00:00:00Z"))) == "corrupt");
        CHECK(good(store.activity_ids(kAnna)).size() == 1);
    });
}

TEST_CASE("activities are listed by their start, not by import") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        const auto late = bytes_of("late");
        const auto early = bytes_of("early");
        good(put_run(store, kAnna, run_of(late, "2026-03-02T07:00:00Z")));
        good(put_run(store, kAnna, run_of(early, "1969-12-31T23:59:59Z")));
        place.reopen(store);
        const std::vector<ActivityId> expected{activity_of(early), activity_of(late)};
        CHECK(good(store.activity_ids(kAnna)) == expected);
    });
}

TEST_CASE("a summary is replaced and known by what it was computed under") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        const auto bytes = bytes_of("run");
        const auto run = run_of(bytes, "2026-03-01T07:00:00Z");
        good(put_run(store, kAnna, run));
        good(put_run(store, kBen, run));
        const store::ComputedUnder now{"0.2.0", "k1"};
        CHECK(good(store.stale_activity_ids(kAnna, {"0.1.0", "k1"})).empty());
        CHECK(good(store.stale_activity_ids(kAnna, {"0.1.0", "k2"})).size() == 1);
        REQUIRE(good(store.stale_activity_ids(kAnna, now)).size() == 1);
        ActivitySummary better = run.summary;
        better.id = activity_of(bytes);
        better.distance = Metres(9000);
        good(store.put_activity(kAnna, better, now));
        place.reopen(store);
        CHECK(good(store.stale_activity_ids(kAnna, now)).empty());
        CHECK(good(store.stale_activity_ids(kBen, now)).size() == 1);
        const auto until = local("2026-03-03T00:00:00Z");
        CHECK(good(store.case_file(kAnna, until)).activities.at(0).distance == Metres(9000));
        CHECK(good(store.case_file(kBen, until)).activities.at(0).distance == Metres(8000.125));
        CHECK(good(store.activity(kAnna, better.id)).distance == Metres(9000));
        CHECK(good(store.recordings_of(kAnna, better.id)).size() == 1);
    });
}

TEST_CASE("a file whose name is no text is still imported") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        const auto bytes = bytes_of("run");
        auto run = run_of(bytes, "2026-03-01T07:00:00Z");
        run.path = "l\xE4ufe.fit";
        run.summary.from = run.path;
        good(put_run(store, kAnna, run));
        const auto file = good(store.case_file(kAnna, local("2026-03-02T00:00:00Z")));
        CHECK(file.activities.at(0).from == "l\xEF\xBF\xBDufe.fit");
        CHECK(good(store.original_path(kAnna, content_of(run))) == "l\xEF\xBF\xBDufe.fit");
    });
}

TEST_CASE("no runner sees another runner's activities") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        const auto bytes = bytes_of("anna's run");
        const auto id = activity_of(bytes);
        good(put_run(store, kAnna, run_of(bytes, "2026-03-01T07:00:00Z")));
        place.reopen(store);
        CHECK(good(store.activity_ids(kBen)).empty());
        CHECK(good(store.stale_activity_ids(kBen, {"x", "y"})).empty());
        const auto content = content::content_id(bytes);
        CHECK(error_of(store.original(kBen, content)) == "not_found");
        CHECK(good(store.original_path(kBen, content)) == std::nullopt);
        CHECK(error_of(store.activity(kBen, id)) == "not_found");
        CHECK(good(store.case_file(kBen, local("2026-03-02T00:00:00Z"))).activities.empty());
        const auto again = run_of(bytes, "2026-03-01T07:00:00Z");
        CHECK(good(put_run(store, kBen, again)) == Kept::added);
        const auto bens = bytes_of("ben's run");
        good(put_run(store, kBen, run_of(bens, "2026-03-01T07:00:00Z")));
        CHECK(error_of(store.original(kAnna, content::content_id(bens))) == "not_found");
        CHECK(good(store.activity_ids(kAnna)).size() == 1);
        CHECK(good(store.activity_ids(kBen)).size() == 2);
    });
}

}  // namespace footsure::contract
