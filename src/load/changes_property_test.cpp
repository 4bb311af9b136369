// SPDX-License-Identifier: Apache-2.0
#include "load/changes_case_test.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

using namespace footsure;
using namespace footsure::load::testing;
using load::changes_before;

namespace {

/// Runs of up to 40 weeks before the start: whole hundreds of metres, so that multiples are exact.
CaseFile any_past() {
    CaseFile file;
    file.at = kStart;
    const int days = *rc::gen::inRange(1, 280);
    for (int day = 1; day <= days; ++day) {
        if (*rc::gen::inRange(0, 5) < 2) {
            continue;
        }
        const auto at = kStart.at - std::chrono::days(day) +
                        std::chrono::minutes(*rc::gen::inRange(0, 24 * 60));
        auto run =
            run_at(at, *rc::gen::inRange(20, 200) / 10.0, 2.5 + *rc::gen::inRange(0, 100) / 100.0);
        if (*rc::gen::inRange(0, 8) == 0) {
            run.distance = Metres(0);
        }
        if (*rc::gen::inRange(0, 4) > 0) {
            run.terrain.ascent = Metres(*rc::gen::inRange(0, 400));
            run.terrain.descent = Metres(*rc::gen::inRange(0, 400));
            run.terrain.ground = *rc::gen::element(Terrain::road, Terrain::trail);
        }
        run.shoe = *rc::gen::element<std::string>("", "a", "b", "c");
        run.form = {.measured = Seconds(600),
                    .speed = MetresPerSecond(3),
                    .cadence = Cadence(*rc::gen::inRange(150, 190)),
                    .balance = Share(*rc::gen::inRange(480, 520) / 1000.0),
                    .device = *rc::gen::element<std::string>("a", "b")};
        file.activities.push_back(std::move(run));
    }
    return file;
}

std::string text_of(const ChangeAccount& account) {
    std::string text = std::to_string(account.weeks_of_past) + "\n";
    for (const auto& change : account.changes) {
        text += change.text + "|" + change.from + "|" + std::to_string(change.surprise) + "\n";
    }
    for (const auto* list : {&account.judged, &account.unknown}) {
        for (const auto& line : *list) {
            text += line + "\n";
        }
    }
    return text;
}

/// The changes without dates and sizes.
std::string ranking_of(const ChangeAccount& account) {
    std::string text;
    for (const auto& change : account.changes) {
        text += std::string(word(change.kind)) + " " + change.from + " " +
                std::to_string(std::lround(change.surprise * 1000)) + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("the order of the runs does not matter") {
    CHECK(rc::check("reversed and turned", [] {
        auto file = any_past();
        const auto before = text_of(changes_before(file, kStart));
        std::ranges::reverse(file.activities);
        RC_ASSERT(text_of(changes_before(file, kStart)) == before);
        if (file.activities.size() > 2) {
            std::ranges::rotate(file.activities, file.activities.begin() + 2);
        }
        RC_ASSERT(text_of(changes_before(file, kStart)) == before);
    }));
}

TEST_CASE("what lies after the start changes nothing") {
    CHECK(rc::check("runs later than the start", [] {
        auto file = any_past();
        const auto before = text_of(changes_before(file, kStart));
        const int more = *rc::gen::inRange(1, 20);
        for (int i = 0; i < more; ++i) {
            auto run = run_at(kStart.at + std::chrono::hours(*rc::gen::inRange(1, 2000)), 50);
            run.shoe = "later";
            file.activities.push_back(std::move(run));
        }
        RC_ASSERT(text_of(changes_before(file, kStart)) == before);
    }));
}

TEST_CASE("all times shifted by whole days change nothing but the dates") {
    CHECK(rc::check("shifted", [] {
        auto file = any_past();
        const auto before = ranking_of(changes_before(file, kStart));
        const auto shift = std::chrono::days(*rc::gen::inRange(-2000, 2000));
        for (auto& run : file.activities) {
            run.started_at += shift;
        }
        RC_ASSERT(ranking_of(changes_before(file, {kStart.at + shift, kStart.offset})) == before);
    }));
}

TEST_CASE("the runner's clock moves with the offset: the same local times give the same account") {
    CHECK(rc::check("another time zone", [] {
        auto file = any_past();
        const auto before = text_of(changes_before(file, kStart));
        const auto offset = std::chrono::hours(*rc::gen::inRange(-11, 13));
        for (auto& run : file.activities) {
            run.started_at -= offset;
        }
        RC_ASSERT(text_of(changes_before(file, {kStart.at - offset, offset})) == before);
    }));
}

TEST_CASE("a runner who runs all distances times a factor has the same ranking") {
    CHECK(rc::check("scaled", [] {
        auto file = any_past();
        const auto before = ranking_of(changes_before(file, kStart));
        const double factor = *rc::gen::element(0.8, 1.25, 1.5);  // all still running speeds
        for (auto& run : file.activities) {
            run.distance = run.distance * factor;
        }
        RC_ASSERT(ranking_of(changes_before(file, kStart)) == before);
    }));
}

TEST_CASE("a longer longest run never makes it less surprising") {
    CHECK(rc::check("one run grows", [] {
        auto file = any_past();
        file.activities.push_back(run_at(in_week(1, 6) + std::chrono::hours(13), 25));
        const auto surprise = [&file] {
            const auto account = changes_before(file, kStart);
            const auto* jump = find_change(account, ChangeKind::longest_run);
            return jump == nullptr ? 0 : jump->surprise;
        };
        const double before = surprise();
        file.activities.back().distance += Metres(1000.0 * *rc::gen::inRange(1, 30));
        RC_ASSERT(surprise() >= before);
    }));
}

TEST_CASE("every change has a sentence, a size over its threshold and a known source") {
    CHECK(rc::check("whole", [] {
        const auto account = changes_before(any_past(), kStart);
        for (std::size_t i = 0; i < account.changes.size(); ++i) {
            const auto& change = account.changes[i];
            RC_ASSERT(change.text.ends_with("."));
            RC_ASSERT(std::isfinite(change.surprise) && change.surprise > 0);
            RC_ASSERT(!change.sources.empty());
            RC_ASSERT(change.finding.empty() || is_judged(account, change.finding));
            RC_ASSERT(change.on <= day_of(kStart.at, kStart.offset));
            if (i > 0) {
                RC_ASSERT(account.changes[i - 1].surprise >= change.surprise);
            }
        }
    }));
}

TEST_CASE("twenty thousand runs are no matter of seconds") {
    CaseFile file;
    file.at = kStart;
    for (int i = 0; i < 20000; ++i) {
        file.activities.push_back(run_at(kStart.at - std::chrono::hours(4 * i + 4), 8));
    }
    const auto begin = std::chrono::steady_clock::now();
    const auto account = changes_before(file, kStart);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    MESSAGE("took " << took.count() << " ms");
    CHECK(account.weeks_of_past == 26);
    CHECK(took.count() < 2000);  // a pass for each run takes minutes
}
