// SPDX-License-Identifier: Apache-2.0
#include "store_facts.hpp"
#include "store_place.hpp"

#include <doctest/doctest.h>

namespace footsure::contract {

namespace {

CalendarFeed feed() {
    return {{.uid = "2026-03-05-a@footsure",
             .sequence = 2,
             .status = CalendarStatus::cancelled,
             .on = on("2026-03-05"),
             .summary = "Läufe; 'kurz'",
             .description = "a\nb \\ c",
             .published_at = at("2026-03-02T07:00:00.123456Z")},
            {.uid = "2026-03-06-b@footsure", .on = on("2026-03-06"), .summary = "Strength"}};
}

}  // namespace

TEST_CASE("a Runner's calendar is kept as it was told, and replaced whole") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        CHECK(good(store.calendar_entries(kAnna)).empty());
        good(store.put_calendar_entries(kAnna, feed()));
        place.reopen(store);
        CHECK(good(store.calendar_entries(kAnna)) == feed());
        CHECK(good(store.calendar_entries(kBen)).empty());
        good(store.put_calendar_entries(kBen, feed()));
        good(store.put_calendar_entries(kAnna, {feed()[1]}));
        CHECK(good(store.calendar_entries(kAnna)) == CalendarFeed{feed()[1]});
        CHECK(good(store.calendar_entries(kBen)) == feed());
        good(store.put_calendar_entries(kAnna, {}));
        CHECK(good(store.calendar_entries(kAnna)).empty());
    });
}

TEST_CASE("entries come by day, then uid, in whatever order they were put") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        auto turned = feed();
        std::swap(turned[0], turned[1]);
        good(store.put_calendar_entries(kAnna, turned));
        CHECK(good(store.calendar_entries(kAnna)) == feed());
    });
}

TEST_CASE("a calendar that cannot be kept leaves the one before") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        good(store.put_calendar_entries(kAnna, feed()));
        auto twice = feed();
        twice[0].summary = "new";
        twice.push_back(twice[0]);
        CHECK(error_of(store.put_calendar_entries(kAnna, twice)) == "constraint");
        CHECK(good(store.calendar_entries(kAnna)) == feed());
        CHECK(error_of(store.put_calendar_entries(RunnerId("nobody"), feed())) == "constraint");
        {
            const auto transaction = good(store.begin());
            good(store.put_calendar_entries(kAnna, {}));
        }
        CHECK(good(store.calendar_entries(kAnna)) == feed());
    });
}

TEST_CASE("an entry that nobody could have put is not read") {
    in_each_place([](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        store::Store store = place.open();
        put_both(store);
        for (const std::string change :
             {"status = 'maybe'", "day = '2026-02-30'", "sequence = 3000000000"}) {
            good(store.put_calendar_entries(kAnna, feed()));
            place.tamper("update calendar_entries set " + change);
            CHECK(error_of(store.calendar_entries(kAnna)) == "corrupt");
        }
    });
}

}  // namespace footsure::contract
