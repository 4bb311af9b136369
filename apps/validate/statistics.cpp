// SPDX-License-Identifier: Apache-2.0
#include "validate/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>

namespace footsure::validate {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr int kDraws = 1000;
constexpr std::uint64_t kSeed = 20260301;
constexpr double kLowShare = 0.025;
constexpr double kHighShare = 0.975;

/// How many pairs of a yes and a no there are, and in how many the yes is higher.
struct Pairs {
    double all = 0;
    double right = 0;
};

Pairs pairs_of(std::vector<Scored> rows) {
    std::ranges::sort(rows, {}, &Scored::score);
    Pairs pairs;
    double no_below = 0;
    for (auto tie = rows.begin(); tie != rows.end();) {
        const auto end = std::find_if(tie, rows.end(),
                                      [&](const Scored& row) { return row.score > tie->score; });
        const auto yes = static_cast<double>(
            std::ranges::count(std::ranges::subrange(tie, end), Outcome::yes, &Scored::outcome));
        const double no = static_cast<double>(std::distance(tie, end)) - yes;
        pairs.right += yes * (no_below + 0.5 * no);
        no_below += no;
        pairs.all += yes;
        tie = end;
    }
    pairs.all *= no_below;
    return pairs;
}

std::map<int, std::vector<Scored>> by_person(std::span<const Scored> rows) {
    std::map<int, std::vector<Scored>> persons;
    for (const Scored& row : rows) {
        persons[row.person].push_back(row);
    }
    return persons;
}

Interval middle_of(std::vector<double> draws) {
    std::erase_if(draws, [](double value) { return std::isnan(value); });
    if (draws.empty()) {
        return {kNone, kNone};
    }
    std::ranges::sort(draws);
    const auto at = [&](double share) {
        return draws[static_cast<std::size_t>(share * static_cast<double>(draws.size() - 1))];
    };
    return {at(kLowShare), at(kHighShare)};
}

}  // namespace

double mean(std::span<const double> values) {
    double sum = 0;
    for (const double value : values) {
        sum += value;
    }
    return sum / static_cast<double>(values.size());
}

double standard_deviation(std::span<const double> values) {
    if (values.size() < 2) {
        return kNone;
    }
    const double middle = mean(values);
    double squares = 0;
    for (const double value : values) {
        squares += (value - middle) * (value - middle);
    }
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

double correlation(std::span<const double> x, std::span<const double> y) {
    const double mean_x = mean(x);
    const double mean_y = mean(y);
    double together = 0;
    double of_x = 0;
    double of_y = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        together += (x[i] - mean_x) * (y[i] - mean_y);
        of_x += (x[i] - mean_x) * (x[i] - mean_x);
        of_y += (y[i] - mean_y) * (y[i] - mean_y);
    }
    return of_x > 0 && of_y > 0 ? together / std::sqrt(of_x * of_y) : kNone;
}

double median(std::vector<double> values) {
    if (values.empty()) {
        return kNone;
    }
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

std::size_t Generator::below(std::size_t limit) {
    constexpr std::uint64_t kStep = 0x9E3779B97F4A7C15U;
    constexpr std::uint64_t kFirst = 0xBF58476D1CE4E5B9U;
    constexpr std::uint64_t kSecond = 0x94D049BB133111EBU;
    state_ += kStep;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * kFirst;
    mixed = (mixed ^ (mixed >> 27U)) * kSecond;
    return static_cast<std::size_t>((mixed ^ (mixed >> 31U)) % limit);
}

double auc(std::span<const Scored> rows) {
    const Pairs pairs = pairs_of({rows.begin(), rows.end()});
    return pairs.all > 0 ? pairs.right / pairs.all : kNone;
}

double auc_within(std::span<const Scored> rows) {
    Pairs sum;
    for (auto& [person, own] : by_person(rows)) {
        const Pairs pairs = pairs_of(std::move(own));
        sum.all += pairs.all;
        sum.right += pairs.right;
    }
    return sum.all > 0 ? sum.right / sum.all : kNone;
}

double auc_gain(std::span<const Scored> rows) {
    std::vector<Scored> rivals(rows.begin(), rows.end());
    for (Scored& row : rivals) {
        row.score = row.rival;
    }
    return auc(rows) - auc(rivals);
}

Interval over_persons(std::span<const Scored> rows, const Statistic& statistic) {
    std::vector<std::vector<Scored>> persons;
    for (auto& [person, own] : by_person(rows)) {
        persons.push_back(std::move(own));
    }
    Generator random(kSeed);
    std::vector<double> draws;
    for (int draw = 0; draw < kDraws; ++draw) {
        std::vector<Scored> drawn;
        for (std::size_t place = 0; place < persons.size(); ++place) {
            const auto& own = persons[random.below(persons.size())];
            // Drawn twice, a person stands for two.
            std::ranges::transform(own, std::back_inserter(drawn), [&](Scored row) {
                row.person = static_cast<int>(place);
                return row;
            });
        }
        draws.push_back(statistic(drawn));
    }
    return middle_of(std::move(draws));
}

Interval over_persons(std::span<const double> values) {
    Generator random(kSeed);
    std::vector<double> draws;
    for (int draw = 0; draw < kDraws; ++draw) {
        std::vector<double> drawn;
        for (std::size_t i = 0; i < values.size(); ++i) {
            drawn.push_back(values[random.below(values.size())]);
        }
        draws.push_back(mean(drawn));
    }
    return middle_of(std::move(draws));
}

}  // namespace footsure::validate
