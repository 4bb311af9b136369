// SPDX-License-Identifier: Apache-2.0
#include "report.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

namespace footsure::simulation {

namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr double kNormal95 = 1.96;
constexpr int kResamples = 500;
constexpr std::uint32_t kBootstrapSeed = 7;

double middle(std::vector<double> values) {
    const auto half = static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), values.begin() + half, values.end());
    return values[static_cast<std::size_t>(half)];
}

std::size_t any_of(std::size_t count, Dice& dice) {
    return std::min(count - 1,
                    static_cast<std::size_t>(dice.uniform() * static_cast<double>(count)));
}

double weeks(const std::optional<int>& day) {
    return day ? (*day + 1) / 7.0 : kNever;
}

std::string text(double value, const char* format) {
    if (std::isinf(value)) {
        return "never";
    }
    constexpr double kNothing = 1e-9;
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), format, std::abs(value) < kNothing ? 0 : value);
    return buffer.data();
}

std::string text(const Interval& interval, const char* format) {
    return text(interval.value, format) + " (" + text(interval.low, format) + " to " +
           text(interval.high, format) + ")";
}

struct Group {
    std::vector<const Trial*> trials;

    [[nodiscard]] std::vector<double> half_hour(std::size_t policy) const {
        std::vector<double> values;
        for (const Trial* trial : trials) {
            values.push_back(weeks(trial->courses[policy].back_to_half_hour));
        }
        return values;
    }

    [[nodiscard]] std::vector<double> usual(std::size_t policy) const {
        std::vector<double> values;
        for (const Trial* trial : trials) {
            values.push_back(weeks(trial->courses[policy].back_to_usual));
        }
        return values;
    }

    [[nodiscard]] int hurt(std::size_t policy) const {
        return static_cast<int>(std::ranges::count_if(trials, [&](const Trial* trial) {
            return trial->courses[policy].times_hurt_anew > 0;
        }));
    }

    [[nodiscard]] double above(std::size_t policy) const {
        double sum = 0;
        for (const Trial* trial : trials) {
            sum += trial->courses[policy].days_above_capacity;
        }
        return sum / static_cast<double>(trials.size());
    }
};

using Belongs = std::function<bool(const Person&)>;

Group group_of(const ReportInput& input, const Belongs& belongs) {
    Group group;
    for (const Trial& trial : input.trials) {
        if (belongs(trial.person)) {
            group.trials.push_back(&trial);
        }
    }
    return group;
}

struct Setting {
    const char* name;
    Belongs belongs;
};

const std::vector<Setting>& settings() {
    constexpr double third = 1.0 / 3;
    static const std::vector<Setting> all{
        {"everyone", [](const Person&) { return true; }},
        {"hides pain", [](const Person& p) { return p.habits.hides_pain >= 1.5; }},
        {"pain that means nothing", [](const Person& p) { return p.traits.noise >= 0.7; }},
        {"feels little", [](const Person& p) { return p.traits.sensitivity <= 0.8; }},
        {"feels much", [](const Person& p) { return p.traits.sensitivity >= 1.2; }},
        {"heals fast", [](const Person& p) { return p.traits.heal_luck <= third; }},
        {"heals slowly", [](const Person& p) { return p.traits.heal_luck >= 1 - third; }},
        {"robust", [](const Person& p) { return p.traits.fragile_luck <= third; }},
        {"fragile", [](const Person& p) { return p.traits.fragile_luck >= 1 - third; }},
        {"skips exercises", [](const Person& p) { return p.habits.keeps_exercises <= 0.55; }},
        {"skips runs", [](const Person& p) { return p.habits.keeps_runs <= 0.73; }},
        {"overruns", [](const Person& p) { return p.habits.overruns >= 0.2; }},
        {"tells seldom", [](const Person& p) { return p.habits.checks_in <= 0.73; }},
        {"runs without a watch", [](const Person& p) { return p.habits.logs_runs < 1; }}};
    return all;
}

/// The share hurt under the other less the share under ours; the same people are drawn for both.
Interval hurt_difference(const Group& group, std::size_t other, Dice& dice) {
    const double count = static_cast<double>(group.trials.size());
    std::vector<double> drawn;
    for (int resample = 0; resample < kResamples; ++resample) {
        double sum = 0;
        for (std::size_t i = 0; i < group.trials.size(); ++i) {
            const auto& courses = group.trials[any_of(group.trials.size(), dice)]->courses;
            sum += (courses[other].times_hurt_anew > 0 ? 1 : 0) -
                   (courses[0].times_hurt_anew > 0 ? 1 : 0);
        }
        drawn.push_back(sum / count);
    }
    std::ranges::sort(drawn);
    return {(group.hurt(other) - group.hurt(0)) / count, drawn[kResamples / 40],
            drawn[kResamples - 1 - kResamples / 40]};
}

/// A line when the other policy wins in this group; empty otherwise.
std::string loss(const Group& group, std::size_t other, Dice& dice) {
    constexpr double soon = 1;  // week: less is no difference to a runner
    const Interval hurt = hurt_difference(group, other, dice);
    const double ours = middle(group.usual(0));
    const double theirs = middle(group.usual(other));
    const double ours_half = middle(group.half_hour(0));
    const double theirs_half = middle(group.half_hour(other));
    const bool sooner = theirs + soon <= ours || theirs_half + soon <= ours_half;
    std::string how;
    if (sooner && hurt.value <= 0) {
        how = "sooner, not hurt more";
    }
    if (hurt.high < 0) {
        how += how.empty() ? "hurt less" : "; hurt less";
    }
    if (how.empty()) {
        return how;
    }
    return how + " | " + text(ours_half, "%.1f") + " / " + text(theirs_half, "%.1f") + " | " +
           text(ours, "%.1f") + " / " + text(theirs, "%.1f") + " | " +
           text(100 * hurt.value, "%+.0f") + " (" + text(100 * hurt.low, "%+.0f") + " to " +
           text(100 * hurt.high, "%+.0f") + ")";
}

}  // namespace

Interval share_of(int count, int all) {
    const double n = all;
    const double share = count / n;
    const double z2 = kNormal95 * kNormal95;
    const double centre = (share + z2 / (2 * n)) / (1 + z2 / n);
    const double half =
        kNormal95 * std::sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n);
    return {share, centre - half, centre + half};
}

Interval median_of(const std::vector<double>& values, Dice& dice) {
    std::vector<double> medians;
    std::vector<double> drawn(values.size());
    for (int resample = 0; resample < kResamples; ++resample) {
        for (double& value : drawn) {
            value = values[any_of(values.size(), dice)];
        }
        medians.push_back(middle(drawn));
    }
    std::ranges::sort(medians);
    return {middle(values), medians[kResamples / 40], medians[kResamples - 1 - kResamples / 40]};
}

std::string results_table(const ReportInput& input) {
    std::string table = "| trouble | policy | weeks to 30 min | weeks to the usual running | "
                        "hurt anew, % | runs above capacity |\n|---|---|---|---|---|---|\n";
    Dice dice(kBootstrapSeed);
    for (const Trouble trouble : kTroubles) {
        const Group group =
            group_of(input, [&](const Person& p) { return p.traits.trouble == trouble; });
        for (std::size_t i = 0; i < input.policies.size() && !group.trials.empty(); ++i) {
            Interval hurt = share_of(group.hurt(i), static_cast<int>(group.trials.size()));
            hurt = {100 * hurt.value, 100 * hurt.low, 100 * hurt.high};
            table += "| " + std::string(name_of(trouble)) + " | " + input.policies[i] + " | " +
                     text(median_of(group.half_hour(i), dice), "%.1f") + " | " +
                     text(median_of(group.usual(i), dice), "%.1f") + " | " + text(hurt, "%.0f") +
                     " | " + text(group.above(i), "%.1f") + " |\n";
        }
    }
    return table;
}

std::string losses_table(const ReportInput& input) {
    constexpr std::size_t enough = 15;
    std::string table =
        "| trouble | setting | runners | against | how | weeks to 30 min, ours / theirs | weeks to "
        "the usual, ours / theirs | hurt anew, theirs less ours, points |\n"
        "|---|---|---|---|---|---|---|---|\n";
    Dice dice(kBootstrapSeed);
    for (const Trouble trouble : kTroubles) {
        for (const Setting& setting : settings()) {
            const Group group = group_of(input, [&](const Person& p) {
                return p.traits.trouble == trouble && setting.belongs(p);
            });
            for (std::size_t i = 1; i < input.policies.size() && group.trials.size() >= enough;
                 ++i) {
                const std::string how = loss(group, i, dice);
                if (!how.empty()) {
                    table += "| " + std::string(name_of(trouble)) + " | " + setting.name + " | " +
                             std::to_string(group.trials.size()) + " | " + input.policies[i] +
                             " | " + how + " |\n";
                }
            }
        }
    }
    return table;
}

std::string assumptions(int days) {
    return "Virtual runners, followed for " + std::to_string(days) +
           " days. It shows that the rules keep their promises, and against which bodies and "
           "habits they do badly. It does not show that people heal so.\n\n"
           "Assumed: one hurt tissue with a capacity (minutes of easy running that it bears), "
           "damage that lowers it, fatigue that clears in days, irritation that hurts. Load beyond "
           "capacity damages; bearable load strengthens; too little lets capacity fade. Damage "
           "halves in a time drawn from a wide range for each trouble; soft tissue heals best "
           "under some load, bone under little. Missteps come at random, and a hurt, unsteady "
           "ankle pays for them more often. Pain follows damage and load, by another factor in "
           "each body, with noise, warm-up that masks it, and irritation felt a day late. Hurt "
           "anew: damage passes what it was on the first day by 0.15 and at least 0.6. Back to 30 "
           "min: the second whole half hour with true pain up to 2.5. Back to the usual: two weeks "
           "of about the usual minutes with one run of nearly the usual length, none of them hurt "
           "anew.\n\n"
           "Runners skip runs and exercises, forget check-ins, run more when it felt good, and "
           "every second one tells up to three points less pain than she feels. Every figure of "
           "body and habits is invented; none was fitted to make a policy look well. The same "
           "people, drawn once, meet every policy.\n";
}

}  // namespace footsure::simulation
