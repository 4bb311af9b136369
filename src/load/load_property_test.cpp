// SPDX-License-Identifier: Apache-2.0
#include "load/load.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <chrono>
#include <cmath>

using namespace footsure;

namespace {

std::vector<Exposure> states(std::vector<ActivitySummary> activities, Instant now) {
    return load::exposures(CaseFile{.activities = std::move(activities)}, now);
}

constexpr Instant kStart{std::chrono::sys_days(std::chrono::year(2026) / 1 / 1)};

double between(double low, double high) {
    return low + (high - low) * *rc::gen::inRange(0, 10001) / 10000.0;
}

/// A run of changing speed with or without cadence and stance; distance follows speed.
Activity any_run() {
    Activity run;
    run.started_at = kStart;
    Leg leg;
    leg.sport = "running";
    run.legs.push_back(leg);
    const auto dynamics = *rc::gen::inRange(0, 3);
    const int records = *rc::gen::inRange(20, 200);
    double distance = 0;
    double speed = between(0.5, 5);
    for (int r = 0; r < records; ++r) {
        const auto i = static_cast<std::size_t>(r);
        run.records.at.push_back(kStart + std::chrono::seconds(r));
        run.records.speed.set(i, MetresPerSecond(speed));
        run.records.distance.set(i, Metres(distance));
        if (dynamics > 0) {
            run.records.cadence.set(i, Cadence(between(100, 210)));
        }
        if (dynamics > 1) {
            run.records.stance_time.set(i, Seconds(between(0.16, 0.38)));
        }
        speed = std::clamp(speed + between(-0.5, 0.5), 0.0, 6.0);
        distance += speed;
    }
    return run;
}

/// The Records [from, until) as an Activity of its own.
Activity part_of(const Activity& run, std::size_t from, std::size_t until) {
    Activity part;
    part.legs = run.legs;
    part.started_at = run.records.at[from];
    for (std::size_t i = from; i < until; ++i) {
        const std::size_t to = part.records.size();
        part.records.at.push_back(run.records.at[i]);
        part.records.speed.set(to, *run.records.speed.at(i));
        part.records.distance.set(to, *run.records.distance.at(i));
        if (const auto cadence = run.records.cadence.at(i)) {
            part.records.cadence.set(to, *cadence);
        }
        if (const auto stance = run.records.stance_time.at(i)) {
            part.records.stance_time.set(to, *stance);
        }
    }
    return part;
}

double dose(const Activity& run, std::size_t tissue) {
    return load::summarise(run, {})->doses.at(tissue).dose.value();
}

ActivitySummary any_summary(int index) {
    ActivitySummary run;
    run.from = "activities[" + std::to_string(index) + "]";
    run.sport = *rc::gen::inRange(0, 5) == 0 ? "cycling" : "running";
    run.started_at = kStart + std::chrono::minutes(*rc::gen::inRange(0, 60 * 24 * 90));
    run.distance = Metres(*rc::gen::inRange(0, 30000));
    run.timer = Seconds(*rc::gen::inRange(0, 10000));
    run.elapsed = run.timer;
    load::dose_from_totals(run, {});
    return run;
}

std::vector<ActivitySummary> any_history() {
    std::vector<ActivitySummary> runs;
    const int count = *rc::gen::inRange(0, 30);
    for (int i = 0; i < count; ++i) {
        runs.push_back(any_summary(i));
    }
    return runs;
}

bool close(double a, double b) {
    return std::abs(a - b) <= 1e-9 * (1 + std::abs(a));
}

}  // namespace

TEST_CASE("property: a longer run never lowers the dose") {
    CHECK(rc::check([] {
        const Activity run = any_run();
        const std::size_t cut = *rc::gen::inRange<std::size_t>(2, run.records.size());
        const Activity shorter = part_of(run, 0, cut);
        for (std::size_t t = 0; t < kTissues.size(); ++t) {
            RC_ASSERT(dose(shorter, t) <= dose(run, t) + 1e-12);
        }
    }));
}

TEST_CASE("property: totals: more distance at the same speed or in the same time adds dose") {
    CHECK(rc::check([] {
        ActivitySummary shorter;
        shorter.sport = "running";
        shorter.distance = Metres(between(1, 40000));
        shorter.timer = Seconds(between(1, 20000));
        ActivitySummary longer = shorter;
        const double factor = between(1, 3);
        longer.distance = longer.distance * factor;
        ActivitySummary further = longer;
        further.timer = further.timer * factor;
        for (ActivitySummary* run : {&shorter, &longer, &further}) {
            load::dose_from_totals(*run, {});
        }
        for (std::size_t t = 0; t < kTissues.size(); ++t) {
            RC_ASSERT(shorter.doses.at(t).dose <= longer.doses.at(t).dose);
            RC_ASSERT(shorter.doses.at(t).dose <= further.doses.at(t).dose);
        }
    }));
}

TEST_CASE("property: splitting a run at a Record changes no dose") {
    CHECK(rc::check([] {
        const Activity run = any_run();
        const std::size_t cut = *rc::gen::inRange<std::size_t>(2, run.records.size() - 1);
        const Activity first = part_of(run, 0, cut);
        const Activity second = part_of(run, cut - 1, run.records.size());
        for (std::size_t t = 0; t < kTissues.size(); ++t) {
            RC_ASSERT(close(dose(run, t), dose(first, t) + dose(second, t)));
        }
    }));
}

TEST_CASE("property: shifting all times changes nothing") {
    CHECK(rc::check([] {
        const std::chrono::seconds shift(*rc::gen::inRange(-100'000'000, 100'000'000));
        Activity run = any_run();
        const double before = dose(run, 0);
        std::vector<ActivitySummary> history = any_history();
        const Instant now = kStart + std::chrono::days(60);
        const auto exposed = states(history, now);
        const auto rule = load::longest_run_rule(history, now);
        run.started_at = *run.started_at + shift;
        for (Instant& at : run.records.at) {
            at += shift;
        }
        for (ActivitySummary& past : history) {
            past.started_at += shift;
        }
        RC_ASSERT(dose(run, 0) == before);
        const auto shifted = states(history, now + shift);
        for (std::size_t t = 0; t < exposed.size(); ++t) {
            RC_ASSERT(close(shifted[t].unresolved.value(), exposed[t].unresolved.value()));
            RC_ASSERT(close(shifted[t].utilisation, exposed[t].utilisation));
            RC_ASSERT(shifted[t].history_days == exposed[t].history_days);
        }
        const auto rule_then = load::longest_run_rule(history, now + shift);
        RC_ASSERT(rule_then.longest == rule.longest);
        RC_ASSERT(rule_then.outings == rule.outings);
    }));
}

TEST_CASE("property: runs to come change nothing") {
    CHECK(rc::check([] {
        const std::vector<ActivitySummary> history = any_history();
        const Instant now = kStart + std::chrono::days(*rc::gen::inRange(0, 90));
        std::vector<ActivitySummary> known = history;
        std::erase_if(known, [now](const ActivitySummary& a) { return a.started_at > now; });
        const auto with = states(history, now);
        const auto without = states(known, now);
        for (std::size_t t = 0; t < with.size(); ++t) {
            RC_ASSERT(with[t].unresolved == without[t].unresolved);
            RC_ASSERT(with[t].accustomed == without[t].accustomed);
        }
        const auto rule_with = load::longest_run_rule(history, now);
        const auto rule_without = load::longest_run_rule(known, now);
        RC_ASSERT(rule_with.longest == rule_without.longest);
        RC_ASSERT(rule_with.duration == rule_without.duration);
        RC_ASSERT(rule_with.longest_from == rule_without.longest_from);
    }));
}

TEST_CASE("property: a run saved in two files leaves the longest-run rule as it was") {
    CHECK(rc::check([] {
        std::vector<ActivitySummary> history = any_history();
        RC_PRE(!history.empty());
        const Instant now = kStart + std::chrono::days(90);
        const auto whole = load::longest_run_rule(history, now);
        const std::size_t which = *rc::gen::inRange<std::size_t>(0, history.size());
        ActivitySummary second = history[which];
        const int share = *rc::gen::inRange(1, 10);
        const auto half =
            std::chrono::seconds(std::llround(history[which].timer.value() * share / 10.0));
        const Metres distance = history[which].distance;
        const Seconds timer = history[which].timer;
        const auto lasted = Seconds(static_cast<double>(half.count()));
        history[which].distance = distance * (share / 10.0);
        history[which].timer = lasted;
        history[which].elapsed = lasted;
        second.started_at += half;
        second.distance = distance - history[which].distance;
        second.timer = timer - lasted;
        second.elapsed = second.timer;
        history.push_back(second);
        const auto split = load::longest_run_rule(history, now);
        RC_ASSERT(split.outings == whole.outings);
        RC_ASSERT(split.longest.has_value() == whole.longest.has_value());
        if (whole.longest) {
            RC_ASSERT(close(split.longest->value(), whole.longest->value()));
            RC_ASSERT(split.longest_at == whole.longest_at);
        }
    }));
}

TEST_CASE("property: a longer run never falls into a milder band") {
    CHECK(rc::check([] {
        const std::vector<ActivitySummary> history = any_history();
        ActivitySummary run = any_summary(99);
        run.sport = "running";
        run.distance = Metres(between(1, 40000));
        ActivitySummary longer = run;
        longer.distance = longer.distance * between(1, 3);
        RC_ASSERT(load::spike_band(run, history) <= load::spike_band(longer, history));
    }));
}

TEST_CASE("property: a steeper or faster Step is never lighter, and SDs are sane") {
    CHECK(rc::check([] {
        load::StepInput step;
        step.speed = MetresPerSecond(between(1.8, 6.4));
        step.slope = Degrees(between(-14, 13));
        load::StepInput harder = step;
        harder.speed = MetresPerSecond(between(step.speed.value(), 6.5));
        harder.slope = Degrees(between(step.slope->value(), 14));
        const auto easy = load::step_load(step);
        const auto hard = load::step_load(harder);
        RC_ASSERT(easy.has_value() && hard.has_value());
        RC_ASSERT(easy->achilles.value <= hard->achilles.value);
        RC_ASSERT(easy->tibia.value <= hard->tibia.value);
        for (const double sd : {easy->vertical_force.relative_sd, easy->ankle_moment.relative_sd,
                                easy->achilles.relative_sd, easy->tibia.relative_sd}) {
            RC_ASSERT(sd >= 0.03 && sd < 0.35);
        }
    }));
}
