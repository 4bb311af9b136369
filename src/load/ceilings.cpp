// SPDX-License-Identifier: Apache-2.0
#include "load/dose_sum.hpp"
#include "load/known_value.hpp"
#include "load/load.hpp"
#include "load/outing.hpp"
#include "load/tissue_state.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <numbers>

namespace footsure::load {

namespace {

/// What is usual is taken from these days. Source: issue 5, guard (EE): 12 weeks.
constexpr std::chrono::days kUsual{84};
constexpr double kUsualWeeks = 12;
/// One day of the week is for rest. Source: care-and-rehab section 11, L3 (S-137), EE.
constexpr int kMostRunsAWeek = 6;
constexpr int kDaysAWeek = 7;
/// Source: SI.
constexpr Metres kKilometre{1000};
constexpr double kDegreesPerHalfTurn = 180;
/// No rule limits it. Source: our choice, farther than anybody runs.
constexpr Metres kAnyDistance{1e9};

/// The Runner's running of the last weeks.
struct Usual {
    Metres distance;
    Seconds time;
    Metres climbed;
    Metres with_altitude;  ///< distance of the runs that climbed is from
    std::array<Metres, kTerrains.size()> on_ground{};
    PerTissue dose{};          ///< of the more loaded leg
    PerTissue dosed_metres{};  ///< distance that the dose is from
};

void add(Usual& usual, const ActivitySummary& run) {
    const Metres distance(known_or_zero(run.distance.value()));
    const Seconds time = running_time(run);
    if (distance.value() > 0 && time.value() > 0) {
        usual.distance += distance;
        usual.time += time;
        usual.on_ground.at(static_cast<std::size_t>(run.terrain.ground)) += distance;
    }
    if (run.terrain.ascent) {
        usual.climbed += *run.terrain.ascent;
        usual.with_altitude += distance;
    }
    for (std::size_t i = 0; i < kTissues.size(); ++i) {
        const TissueDose& dose = run.doses.at(i);
        const double more = std::max(dose.of(Side::left), dose.of(Side::right)).value();
        if (std::isfinite(more) && more > 0 && distance.value() > 0) {
            usual.dose.at(i) += more;
            usual.dosed_metres.at(i) += distance.value();
        }
    }
}

Usual usual_of(std::span<const ActivitySummary* const> runs, Instant now) {
    Usual usual;
    for (const ActivitySummary* run : runs) {
        if (run->started_at >= now - kUsual) {
            add(usual, *run);
        }
    }
    return usual;
}

Terrain main_ground(const Usual& usual) {
    const auto* const most = std::ranges::max_element(usual.on_ground);
    return kTerrains.at(static_cast<std::size_t>(most - usual.on_ground.begin()));
}

/// How one kilometre is run.
struct Manner {
    MetresPerSecond speed;
    Terrain ground = Terrain::unknown;
    double ascent = 0;  ///< metres up for each metre along; as much goes down
};

/// The model's dose of one kilometre: half of it up, half down.
PerTissue modelled(const Manner& manner, const Runner& runner) {
    DoseSum sum({.body_mass = runner.body_mass, .height = runner.height});
    for (const double way : {1.0, -1.0}) {
        Segment half;
        half.speed = std::clamp(manner.speed, kRunningSpeed.low, kRunningSpeed.high);
        half.duration = Seconds(kKilometre.value() / 2 / half.speed.value());
        half.ground = manner.ground;
        const double angle =
            std::atan(2 * way * manner.ascent) * kDegreesPerHalfTurn / std::numbers::pi;
        half.slope = Degrees(angle);
        sum.add(half);
    }
    const TissueDoses doses = sum.doses(Grain::records);
    PerTissue found{};
    for (std::size_t i = 0; i < found.size(); ++i) {
        found.at(i) = doses.at(i).dose.value();
    }
    return found;
}

/// Own dose of a metre, moved to the intended manner by what the model says of the difference.
PerTissue doses_per_metre(const Usual& usual, const Manner& as_usual, const Manner& intended,
                          const Runner& runner) {
    const PerTissue from = modelled(as_usual, runner);
    const PerTissue to = modelled(intended, runner);
    PerTissue rates{};
    for (std::size_t i = 0; i < rates.size(); ++i) {
        rates.at(i) = usual.dosed_metres.at(i) > 0
                          ? usual.dose.at(i) / usual.dosed_metres.at(i) * to.at(i) / from.at(i)
                          : 0;
    }
    return rates;
}

/// The ligaments' number says how often, not how hard: no ceiling follows from it.
bool has_ceiling(const Exposure& exposure, double rate) {
    return exposure.tissue != Tissue::lateral_ligaments && exposure.ceiling && rate > 0;
}

Metres room_for(const Exposure& exposure, EasyKm unresolved, double factor, double rate) {
    const double room = (*exposure.ceiling * factor - unresolved).value();
    return Metres(std::max(room, 0.0) / rate);
}

struct WeekPlan {
    std::span<const Exposure> exposed;
    PerTissue rates;
    double factor = 1;
    std::optional<Metres> longest;
    int runs = 0;
};

/// As much as the ceilings allow on each of the usual number of running days, one after another.
std::optional<Metres> week_of(const WeekPlan& plan) {
    std::vector<double> unresolved;
    bool any = false;
    for (const Exposure& exposure : plan.exposed) {
        unresolved.push_back(exposure.unresolved.value());
        any = any || has_ceiling(exposure, plan.rates.at(index_of(exposure.tissue)));
    }
    if (!any || plan.runs == 0) {
        return std::nullopt;
    }
    Metres sum;
    int done = 0;
    for (int day = 0; day < kDaysAWeek && done < plan.runs; ++day) {
        if (day * plan.runs >= done * kDaysAWeek) {
            ++done;
            Metres run = plan.longest.value_or(kAnyDistance);
            for (std::size_t i = 0; i < plan.exposed.size(); ++i) {
                const double rate = plan.rates.at(i);
                if (has_ceiling(plan.exposed[i], rate)) {
                    run = std::min(
                        run, room_for(plan.exposed[i], EasyKm(unresolved[i]), plan.factor, rate));
                }
            }
            sum += run;
            for (std::size_t i = 0; i < plan.exposed.size(); ++i) {
                unresolved[i] += run.value() * plan.rates.at(i);
            }
        }
        for (std::size_t i = 0; i < plan.exposed.size(); ++i) {
            unresolved[i] *= std::exp(-1 / times_of(plan.exposed[i].tissue).clearing);
        }
    }
    return sum;
}

int runs_a_week(std::vector<const ActivitySummary*> runs, Instant now) {
    std::erase_if(runs, [&](const ActivitySummary* run) { return run->started_at < now - kUsual; });
    const double outings = static_cast<double>(outings_of(std::move(runs)).size());
    return std::clamp(static_cast<int>(std::lround(outings / kUsualWeeks)), outings > 0 ? 1 : 0,
                      kMostRunsAWeek);
}

}  // namespace

LoadCeilings load_ceilings(const CaseFile& case_file, std::span<const Exposure> exposed,
                           LocalInstant now, double factor) {
    const auto runs = runs_until(case_file.activities, now.at);
    const Usual usual = usual_of(runs, now.at);
    const LongestRunRule rule = longest_run_rule(case_file.activities, now.at);
    const IntendedRun& intended = case_file.intended;
    LoadCeilings found;
    found.ground = intended.ground.value_or(main_ground(usual));
    found.runs_a_week = runs_a_week(runs, now.at);
    if (!(usual.time.value() > 0)) {
        found.speed = intended.speed;
        return found;
    }
    const MetresPerSecond own_speed = usual.distance / usual.time;
    const double climb = usual.with_altitude.value() > 0 ? usual.climbed / usual.with_altitude : 0;
    found.speed = intended.speed                  ? intended.speed
                  : rule.ceiling && rule.duration ? std::optional(*rule.ceiling / *rule.duration)
                                                  : std::optional(own_speed);
    const Manner as_usual{own_speed, main_ground(usual), climb};
    const Manner wanted{intended.speed.value_or(own_speed), found.ground,
                        intended.ascent_per_distance.value_or(climb)};
    const PerTissue rates = doses_per_metre(usual, as_usual, wanted, case_file.runner);
    if (const double achilles = rates.at(index_of(Tissue::achilles)); achilles > 0) {
        found.achilles_per_distance = achilles;
    }
    for (const Exposure& exposure : exposed) {
        const double rate = rates.at(index_of(exposure.tissue));
        if (has_ceiling(exposure, rate)) {
            found.tissues.push_back(
                {exposure.tissue, room_for(exposure, exposure.unresolved, factor, rate)});
        }
    }
    std::ranges::stable_sort(found.tissues, {}, &TissueCeiling::today);
    found.week = week_of({exposed, rates, factor, rule.ceiling, found.runs_a_week});
    return found;
}

}  // namespace footsure::load
