// SPDX-License-Identifier: Apache-2.0
#include "store_facts.hpp"
#include "store_place.hpp"

#include <doctest/doctest.h>

namespace footsure::contract {

namespace {

using store::AsideKind;
using store::SetAside;

const std::string kMorning = "2026-03-01T07:00:00Z";

SetAside damaged() {
    return {.key = "00ff",
            .kind = AsideKind::quarantined,
            .path = "takeout.zip!b.fit",
            .reason = "crc_mismatch at byte 7",
            .program = "0.1.0",
            .at = at(kMorning),
            .packing = Packing::gzip,
            .unpacked_size = 4711,
            .bytes = bytes_of(std::string_view("\0\x1f\x8b", 3))};
}

SetAside ride(std::string_view path) {
    return {.key = "path:" + std::string(path),
            .kind = AsideKind::skipped,
            .path = std::string(path),
            .reason = "no run but cycling",
            .program = "0.1.0",
            .at = at(kMorning),
            .bytes = {}};
}

std::vector<std::string> paths_of(const std::vector<SetAside>& all) {
    std::vector<std::string> paths;
    for (const SetAside& aside : all) {
        paths.push_back(aside.path);
    }
    return paths;
}

}  // namespace

TEST_CASE("what was set aside reads back, with its bytes only where they are asked for") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        const SetAside put = damaged();
        CHECK_FALSE(good(store.set_aside(kAnna, put.key)));
        CHECK(error_of(store.set_aside_with_bytes(kAnna, put.key)) == "not_found");
        good(store.put_aside(kAnna, put));
        place.reopen(store);
        const auto read = good(store.set_aside(kAnna, put.key));
        REQUIRE(read);
        CHECK(read->key == put.key);
        CHECK(read->kind == AsideKind::quarantined);
        CHECK(read->path == put.path);
        CHECK(read->reason == put.reason);
        CHECK(read->program == put.program);
        CHECK(read->at == put.at);
        CHECK(read->packing == Packing::gzip);
        CHECK(read->unpacked_size == 4711);
        CHECK(read->bytes.empty());
        CHECK(good(store.set_aside_with_bytes(kAnna, put.key)).bytes == put.bytes);
    });
}

TEST_CASE("what is set aside again replaces what stood there, and can be forgotten") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        SetAside put = damaged();
        good(store.put_aside(kAnna, put));
        put.kind = AsideKind::skipped;
        put.program = "0.2.0";
        put.bytes = {};
        good(store.put_aside(kAnna, put));
        CHECK(good(store.all_set_aside(kAnna, AsideKind::quarantined)).empty());
        const auto read = good(store.set_aside_with_bytes(kAnna, put.key));
        CHECK(read.kind == AsideKind::skipped);
        CHECK(read.program == "0.2.0");
        CHECK(read.bytes.empty());
        good(store.forget_aside(kAnna, put.key));
        CHECK_FALSE(good(store.set_aside(kAnna, put.key)));
        good(store.forget_aside(kAnna, put.key));
    });
}

TEST_CASE("what was set aside is listed by kind and path") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        for (const char* path : {"b.fit", "a/z.fit", "B.fit"}) {
            good(store.put_aside(kAnna, ride(path)));
        }
        good(store.put_aside(kAnna, damaged()));
        place.reopen(store);
        CHECK(paths_of(good(store.all_set_aside(kAnna, AsideKind::skipped))) ==
              std::vector<std::string>{"B.fit", "a/z.fit", "b.fit"});
        const auto quarantined = good(store.all_set_aside(kAnna, AsideKind::quarantined));
        REQUIRE(quarantined.size() == 1);
        CHECK(quarantined[0].key == "00ff");
        CHECK(quarantined[0].bytes.empty());
    });
}

TEST_CASE("paths that are long or no text are kept apart as well") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        // Without repetition, so that no database can pack it into a small key.
        std::string path;
        std::uint32_t state = 1;
        constexpr std::size_t kLong = 60'000;
        while (path.size() < kLong) {
            state = state * 1664525U + 1013904223U;
            path += static_cast<char>('0' + (state >> 24U) % 75U);
        }
        const SetAside one = ride(path + "1");
        const SetAside two = ride(path + "2");
        good(store.put_aside(kAnna, one));
        good(store.put_aside(kAnna, two));
        good(store.put_aside(kAnna, ride("l\xE4ufe")));
        place.reopen(store);
        CHECK(good(store.all_set_aside(kAnna, AsideKind::skipped)).size() == 3);
        const auto read = good(store.set_aside(kAnna, one.key));
        REQUIRE(read);
        CHECK(read->path == one.path);
        CHECK(good(store.set_aside(kAnna, read->key)).has_value());
        CHECK(good(store.set_aside(kAnna, ride("l\xE4ufe").key)).value().path ==
              "l\xEF\xBF\xBDufe");
        good(store.forget_aside(kAnna, one.key));
        CHECK_FALSE(good(store.set_aside(kAnna, one.key)));
        CHECK(good(store.set_aside(kAnna, two.key)).has_value());
    });
}

TEST_CASE("no runner sees what was set aside of another's") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        const SetAside put = damaged();
        good(store.put_aside(kAnna, put));
        CHECK_FALSE(good(store.set_aside(kBen, put.key)));
        CHECK(error_of(store.set_aside_with_bytes(kBen, put.key)) == "not_found");
        CHECK(good(store.all_set_aside(kBen, AsideKind::quarantined)).empty());
        good(store.forget_aside(kBen, put.key));
        CHECK(good(store.set_aside(kAnna, put.key)).has_value());
        SetAside bens = put;
        bens.reason = "other";
        good(store.put_aside(kBen, bens));
        CHECK(good(store.set_aside(kAnna, put.key)).value().reason == put.reason);
        CHECK(error_of(store.put_aside(RunnerId("nobody"), put)) == "constraint");
    });
}

}  // namespace footsure::contract
