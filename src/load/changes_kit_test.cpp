// SPDX-License-Identifier: Apache-2.0
#include "load/changes_case_test.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using namespace footsure::load::testing;
using load::changes_before;

namespace {

CaseFile in_shoe(const std::string& name) {
    auto file = usual_weeks(20);
    for (auto& run : file.activities) {
        run.shoe = name;
    }
    return file;
}

/// Every run measured by one device, the balance a little different each time.
CaseFile measured() {
    auto file = usual_weeks(20);
    int i = 0;
    for (auto& run : file.activities) {
        const double more = ++i % 2 == 0 ? 0.002 : -0.002;
        run.form = {.measured = Seconds(1200),
                    .speed = MetresPerSecond(3),
                    .cadence = Cadence(168 + 500 * more),
                    .balance = Share(0.5 + more),
                    .device = "watch a"};
    }
    return file;
}

template <class Change>
void lately(CaseFile& file, int weeks, const Change& change) {
    for (auto& run : file.activities) {
        if (run.started_at >= in_week(weeks, 0)) {
            change(run);
        }
    }
}

}  // namespace

TEST_CASE("a pair first run in within the 8 weeks is new, with its share of the first week") {
    auto file = in_shoe("old");
    CHECK(changes_before(file, kStart).changes.empty());
    CHECK(is_judged(changes_before(file, kStart), "new_shoe_recent"));
    file.activities[0].shoe = "new";
    const auto account = changes_before(file, kStart);
    const auto* shoe = find_change(account, ChangeKind::shoe);
    REQUIRE(shoe != nullptr);
    CHECK(shoe->finding == "new_shoe_recent");
    CHECK(shoe->from == file.activities[0].from);
    CHECK(shoe->text.find("On 23 February you first ran in new, 33 %") == 0);
}

TEST_CASE("a pair is not new when the runner only began to name pairs, or had run in it before") {
    auto file = in_shoe("");
    lately(file, 5, [](ActivitySummary& run) { run.shoe = "named"; });
    CHECK(find_change(changes_before(file, kStart), ChangeKind::shoe) == nullptr);
    CHECK_FALSE(is_judged(changes_before(file, kStart), "new_shoe_recent"));
    file.shoes = {{.name = "named", .introduced_on = day_of(in_week(5, 0), UtcOffset(0))}};
    CHECK(find_change(changes_before(file, kStart), ChangeKind::shoe) != nullptr);

    auto worn = in_shoe("old");
    worn.activities[0].shoe = "new";
    worn.shoes = {{.name = "new", .distance_before = Metres(200000)}};
    CHECK(find_change(changes_before(worn, kStart), ChangeKind::shoe) == nullptr);
    worn.shoes = {{.name = "new", .introduced_on = day_of(in_week(20, 0), UtcOffset(0))}};
    CHECK(find_change(changes_before(worn, kStart), ChangeKind::shoe) == nullptr);
}

TEST_CASE("a new pair of another kind is named and ranks higher") {
    auto file = in_shoe("old");
    file.activities[0].shoe = "new";
    file.activities[3].shoe = "racer";
    file.shoes = {{.name = "racer", .kind = ShoeKind::plated}};
    const auto account = changes_before(file, kStart);
    REQUIRE(account.changes.size() == 2);
    CHECK(account.changes[0].text.find("racer (shoe with a plate)") != std::string::npos);
    CHECK(account.changes[0].text.find("8 to 12 weeks") != std::string::npos);
}

TEST_CASE("balance and cadence are compared within one device and at like speed") {
    auto file = measured();
    CHECK(changes_before(file, kStart).changes.empty());
    lately(file, 3, [](ActivitySummary& run) {
        run.form.speed = MetresPerSecond(3.5);
        run.form.cadence = Cadence(173);  // what the speed brings
    });
    CHECK(find_change(changes_before(file, kStart), ChangeKind::form) == nullptr);

    auto shifted = measured();
    lately(shifted, 8, [](ActivitySummary& run) { run.form.balance = Share(0.525); });
    const auto account = changes_before(shifted, kStart);
    const auto* form = find_change(account, ChangeKind::form);
    REQUIRE(form != nullptr);
    CHECK(form->unit == "left_share");
    CHECK(form->then == doctest::Approx(0.525));
    CHECK(form->text.find("52.5 %") != std::string::npos);

    lately(shifted, 8, [](ActivitySummary& run) { run.form.device = "watch b"; });
    CHECK(find_change(changes_before(shifted, kStart), ChangeKind::form) == nullptr);

    auto slower_steps = measured();
    lately(slower_steps, 8, [](ActivitySummary& run) { run.form.cadence = Cadence(160); });
    const auto other = changes_before(slower_steps, kStart);
    REQUIRE(find_change(other, ChangeKind::form) != nullptr);
    CHECK(find_change(other, ChangeKind::form)->before == doctest::Approx(168).epsilon(0.01));
    CHECK(find_change(other, ChangeKind::form)->then == doctest::Approx(160).epsilon(0.01));
}
