// SPDX-License-Identifier: Apache-2.0
#include "store_facts.hpp"
#include "store_place.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace footsure::contract {

namespace {

const std::string kMorning = "2026-03-01T07:00:00Z";
const std::string kNextDay = "2026-03-02T00:00:00Z";

/// The same two runs for Anna and for Ben.
struct Both {
    Run one = run_of(bytes_of("one"), kMorning);
    Run two = run_of(bytes_of("two"), "2026-03-01T17:00:00Z");

    explicit Both(store::Store& store) {
        put_both(store);
        for (const RunnerId& runner : {kAnna, kBen}) {
            good(put_run(store, runner, one));
            good(put_run(store, runner, two));
        }
    }
};

}  // namespace

TEST_CASE("nothing was corrected") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        const Both runs(store);
        CHECK(good(store.correction(kAnna, runs.one.summary.id)) == Correction{});
        CHECK(good(store.correction(kAnna, ActivityId("none"))) == Correction{});
    });
}

TEST_CASE("corrections add up, and the latest value of each field counts") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        const Both runs(store);
        const ActivityId& id = runs.one.summary.id;
        const auto later = at("2026-03-03T07:00:00Z");
        const Correction all{.started_at = at("2026-03-01T06:59:58Z"),
                             .sport = "running",
                             .distance = Metres(10000.1),
                             .timer = Seconds(3000.5),
                             .name = "Long run",
                             .shoe = "Ghost",
                             .perceived_exertion = 7};
        good(store.add_correction(kAnna, id, all, later));
        CHECK(good(store.correction(kAnna, id)) == all);
        // Told later, though at an earlier time: the order of telling counts.
        const Correction some{.distance = Metres(10500), .name = ""};
        good(store.add_correction(kAnna, id, some, at(kMorning)));
        place.reopen(store);
        Correction expected = all;
        expected.distance = Metres(10500);
        expected.name = "";
        CHECK(good(store.correction(kAnna, id)) == expected);
        CHECK(good(store.correction(kAnna, runs.two.summary.id)) == Correction{});
        CHECK(good(store.correction(kBen, id)) == Correction{});
        good(store.drop_corrections(kBen, id));
        CHECK(good(store.correction(kAnna, id)) == expected);
        good(store.drop_corrections(kAnna, id));
        CHECK(good(store.correction(kAnna, id)) == Correction{});
    });
}

TEST_CASE("a correction that says nothing usable changes nothing, one of nothing is refused") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        const Both runs(store);
        const ActivityId& id = runs.one.summary.id;
        good(store.add_correction(kAnna, id,
                                  {.distance = Metres(std::numeric_limits<double>::quiet_NaN())},
                                  at(kMorning)));
        CHECK(good(store.correction(kAnna, id)) == Correction{});
        CHECK(error_of(store.add_correction(kAnna, ActivityId("none"), {}, at(kMorning))) ==
              "constraint");
        CHECK(error_of(store.add_correction(RunnerId("nobody"), id, {}, at(kMorning))) ==
              "constraint");
    });
}

TEST_CASE("an activity goes into another with its corrections, but not while it has recordings") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        const Both runs(store);
        const ActivityId& one = runs.one.summary.id;
        const ActivityId& two = runs.two.summary.id;
        good(store.add_correction(kAnna, two, {.name = "first", .shoe = "Ghost"}, at(kMorning)));
        good(store.add_correction(kAnna, one, {.name = "second"}, at(kMorning)));
        CHECK(error_of(store.remove_activity(kAnna, two, one)) == "constraint");
        CHECK(good(store.correction(kAnna, two)).name == "first");

        Recording moved = recording_of(runs.two);
        moved.activity = one;
        good(store.put_recording(kAnna, moved));
        CHECK(error_of(store.remove_activity(kAnna, two, ActivityId("none"))) == "constraint");
        CHECK(error_of(store.remove_activity(kAnna, two, two)) == "constraint");
        CHECK(error_of(store.remove_activity(kAnna, ActivityId("none"), one)) == "not_found");
        good(store.remove_activity(kAnna, two, one));
        place.reopen(store);
        CHECK(good(store.correction(kAnna, one)) == Correction{.name = "second", .shoe = "Ghost"});
        CHECK(error_of(store.activity(kAnna, two)) == "not_found");
        CHECK(good(store.activity(kBen, two)).id == two);
    });
}

TEST_CASE("a hidden activity is in no case, but in the list, until it is shown again") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        const Both runs(store);
        const ActivityId& one = runs.one.summary.id;
        const auto shown = [&](const RunnerId& runner) {
            return good(store.case_file(runner, local(kNextDay))).activities.size();
        };
        CHECK(good(store.visibility(kAnna, one)) == Visibility::shown);
        good(store.set_visibility(kAnna, one, Visibility::hidden, at(kMorning)));
        // Computing it anew does not bring it back.
        good(store.put_activity(kAnna, runs.one.summary, {"0.2.0", "k2"}));
        place.reopen(store);
        CHECK(good(store.visibility(kAnna, one)) == Visibility::hidden);
        CHECK(shown(kAnna) == 1);
        CHECK(good(store.case_file(kAnna, local(kNextDay))).activities.at(0).id ==
              runs.two.summary.id);
        CHECK(good(store.activity_ids(kAnna)).size() == 2);
        CHECK(good(store.activity(kAnna, one)).id == one);
        CHECK(shown(kBen) == 2);
        CHECK(good(store.visibility(kBen, one)) == Visibility::shown);
        good(store.set_visibility(kAnna, one, Visibility::shown, at(kMorning)));
        CHECK(shown(kAnna) == 2);
        const ActivityId none("none");
        CHECK(error_of(store.visibility(kAnna, none)) == "not_found");
        CHECK(error_of(store.set_visibility(kAnna, none, Visibility::hidden, at(kMorning))) ==
              "not_found");
    });
}

TEST_CASE("what was told of a run reads back with its summary") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        Run run = run_of(bytes_of("run"), kMorning);
        run.summary.name = "Easy";
        run.summary.shoe = "Ghost 15";
        run.summary.perceived_exertion = 3;
        good(put_run(store, kAnna, run));
        const auto read = good(store.activity(kAnna, run.summary.id));
        CHECK(read.name == "Easy");
        CHECK(read.shoe == "Ghost 15");
        CHECK(read.perceived_exertion == 3.0);
    });
}

}  // namespace footsure::contract
