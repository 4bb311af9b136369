// SPDX-License-Identifier: Apache-2.0
#include "store_facts.hpp"
#include "store_place.hpp"

#include <doctest/doctest.h>

namespace footsure::contract {

namespace {

using store::ImportOutcome;

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

TEST_CASE("the identity of a file is the SHA-256 of its bytes") {
    CHECK(store::activity_id(bytes_of("abc")).text() ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(store::activity_id({}).text() ==
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("importing twice changes nothing") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        const auto bytes = bytes_of("one run");
        const auto first = run_of(bytes, "2026-03-01T07:00:00Z");
        CHECK(good(store.put_activity(kAnna, first)) == ImportOutcome::imported);
        place.reopen(store);
        auto again = first;
        again.file_name = "other name.fit";
        again.summary.distance = Metres(1);
        CHECK(good(store.put_activity(kAnna, again)) == ImportOutcome::duplicate);
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
        good(store.put_activity(kAnna, put));
        place.reopen(store);
        const auto file = good(store.case_file(kAnna, local("2026-03-02T00:00:00Z")));
        REQUIRE(file.activities.size() == 1);
        const ActivitySummary& read = file.activities[0];
        CHECK(read.id == store::activity_id(bytes));
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
            good(store.put_activity(kAnna, run_of(bytes, "2026-03-01T07:00:00Z")));
        }
        place.reopen(store);
        for (const auto& bytes : originals) {
            // Not CHECK on the vectors: a failure would print a million numbers.
            const bool equal =
                good(store.original_bytes(kAnna, store::activity_id(bytes))) == bytes;
            CHECK(equal);
        }
    });
}

TEST_CASE("one flipped bit in stored bytes is found") {
    in_each_place([](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        store::Store store = place.open();
        put_both(store);
        const auto bytes = bytes_of("abc");
        good(store.put_activity(kAnna, run_of(bytes, "2026-03-01T07:00:00Z")));
        const std::string other =
            place.name() == "PostgreSQL" ? "decode('616163', 'hex')" : "x'616163'";
        place.tamper("update originals set bytes = " + other);
        CHECK(error_of(store.original_bytes(kAnna, store::activity_id(bytes))) == "corrupt");
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
        good(store.put_activity(kAnna, run_of(bytes, "2026-03-01T07:00:00Z")));
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
        good(store.put_activity(kAnna, run_of(late, "2026-03-02T07:00:00Z")));
        good(store.put_activity(kAnna, run_of(early, "1969-12-31T23:59:59Z")));
        place.reopen(store);
        const std::vector<ActivityId> expected{store::activity_id(early), store::activity_id(late)};
        CHECK(good(store.activity_ids(kAnna)) == expected);
    });
}

TEST_CASE("a summary is replaced and known by what it was computed under") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        const auto bytes = bytes_of("run");
        const auto run = run_of(bytes, "2026-03-01T07:00:00Z");
        good(store.put_activity(kAnna, run));
        good(store.put_activity(kBen, run));
        const store::ComputedUnder now{"0.2.0", "k1"};
        CHECK(good(store.stale_activity_ids(kAnna, {"0.1.0", "k1"})).empty());
        CHECK(good(store.stale_activity_ids(kAnna, {"0.1.0", "k2"})).size() == 1);
        REQUIRE(good(store.stale_activity_ids(kAnna, now)).size() == 1);
        ActivitySummary better = run.summary;
        better.id = store::activity_id(bytes);
        better.distance = Metres(9000);
        good(store.replace_summary(kAnna, better, now));
        place.reopen(store);
        CHECK(good(store.stale_activity_ids(kAnna, now)).empty());
        CHECK(good(store.stale_activity_ids(kBen, now)).size() == 1);
        const auto until = local("2026-03-03T00:00:00Z");
        CHECK(good(store.case_file(kAnna, until)).activities.at(0).distance == Metres(9000));
        CHECK(good(store.case_file(kBen, until)).activities.at(0).distance == Metres(8000.125));
        better.id = ActivityId("none");
        CHECK(error_of(store.replace_summary(kAnna, better, now)) == "not_found");
    });
}

TEST_CASE("a file whose name is no text is still imported") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        const auto bytes = bytes_of("run");
        auto run = run_of(bytes, "2026-03-01T07:00:00Z");
        run.file_name = "l\xE4ufe.fit";
        run.summary.from = run.file_name;
        good(store.put_activity(kAnna, run));
        const auto file = good(store.case_file(kAnna, local("2026-03-02T00:00:00Z")));
        CHECK(file.activities.at(0).from == "l\xEF\xBF\xBDufe.fit");
    });
}

TEST_CASE("no runner sees another runner's activities") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        const auto bytes = bytes_of("anna's run");
        const auto id = store::activity_id(bytes);
        good(store.put_activity(kAnna, run_of(bytes, "2026-03-01T07:00:00Z")));
        place.reopen(store);
        CHECK(good(store.activity_ids(kBen)).empty());
        CHECK(good(store.stale_activity_ids(kBen, {"x", "y"})).empty());
        CHECK(error_of(store.original_bytes(kBen, id)) == "not_found");
        CHECK(good(store.case_file(kBen, local("2026-03-02T00:00:00Z"))).activities.empty());
        ActivitySummary summary;
        summary.id = id;
        CHECK(error_of(store.replace_summary(kBen, summary, {})) == "not_found");
        const auto again = run_of(bytes, "2026-03-01T07:00:00Z");
        CHECK(good(store.put_activity(kBen, again)) == ImportOutcome::imported);
        const auto bens = bytes_of("ben's run");
        good(store.put_activity(kBen, run_of(bens, "2026-03-01T07:00:00Z")));
        CHECK(error_of(store.original_bytes(kAnna, store::activity_id(bens))) == "not_found");
        CHECK(good(store.activity_ids(kAnna)).size() == 1);
        CHECK(good(store.activity_ids(kBen)).size() == 2);
    });
}

}  // namespace footsure::contract
