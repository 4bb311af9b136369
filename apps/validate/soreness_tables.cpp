// SPDX-License-Identifier: Apache-2.0
#include "validate/soreness_tables.hpp"

#include "load/load.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cmath>
#include <functional>

namespace footsure::validate {

namespace {

using std::chrono::days;

/// As training-load-risk section 3 gives them for all 16 people.
struct PublishedCorrelation {
    double tau;
    double value;
};

constexpr std::array kPublished{
    PublishedCorrelation{1, -0.34},  PublishedCorrelation{2, -0.34},
    PublishedCorrelation{3, -0.32},  PublishedCorrelation{5, -0.29},
    PublishedCorrelation{7, -0.27},  PublishedCorrelation{14, -0.21},
    PublishedCorrelation{28, -0.16},
};
constexpr double kPublishedRatio = -0.18;

using LoadBefore = std::function<double(Day)>;

/// NaN where one of the two does not vary, or nothing is known.
double correlation_of(const SorePerson& person, const LoadBefore& load) {
    std::vector<double> loads;
    std::vector<double> told;
    for (const auto& [day, soreness] : person.mornings) {
        const double value = is_warm(person, day) ? load(day) : std::nan("");
        if (std::isfinite(value)) {
            loads.push_back(value);
            told.push_back(soreness);
        }
    }
    return loads.size() < 3 ? std::nan("") : correlation(loads, told);
}

LoadCorrelation over_people(const std::vector<SorePerson>& people, std::string of,
                            const std::function<LoadBefore(const SorePerson&)>& load) {
    std::vector<double> values;
    for (const SorePerson& person : people) {
        const double value = correlation_of(person, load(person));
        if (std::isfinite(value)) {
            values.push_back(value);
        }
    }
    return {std::move(of), mean(values), over_persons(values), static_cast<int>(values.size()), 0};
}

/// One morning with every score that could be had the evening before.
struct MorningScores {
    int person = 0;
    Outcome sore = Outcome::no;
    double ratio = 0;
    double average = 0;  ///< tau 3 d
    double last = 0;     ///< soreness of the last morning, 0 to 10
    double usual = 0;    ///< mean of the mornings before
    std::optional<double> expected;
};

struct Score {
    const char* name;
    double (*of)(const MorningScores&);
};

constexpr std::array kScores{
    Score{"acute:chronic ratio, 7:28 d", [](const MorningScores& m) { return m.ratio; }},
    Score{"moving average of load, tau 3 d", [](const MorningScores& m) { return m.average; }},
    Score{"soreness of the last morning", [](const MorningScores& m) { return m.last; }},
    Score{"own mean soreness so far", [](const MorningScores& m) { return m.usual; }},
    Score{"Footsure's expected soreness",
          [](const MorningScores& m) { return m.expected.value_or(std::nan("")); }},
};

/// Only what was known the evening before.
std::optional<double> expected_soreness(const SorePerson& person, Day day) {
    const LocalInstant evening{Instant(day) - std::chrono::microseconds(1), UtcOffset(0)};
    return load::soreness_link(person.facts, evening, std::nullopt).expected;
}

std::vector<MorningScores> mornings_of(const SorePerson& person, int number) {
    constexpr double kSlow = 3;
    const auto averages = moving_average(person, kSlow);
    std::vector<MorningScores> rows;
    std::vector<double> before;
    for (const auto& [day, told] : person.mornings) {
        MorningScores row;
        row.person = number;
        row.sore = SorePerson::is_sore(told) ? Outcome::yes : Outcome::no;
        row.ratio = acute_chronic_ratio(person, day);
        if (is_warm(person, day) && !before.empty() && std::isfinite(row.ratio)) {
            row.average = averages.at(day);
            // Sorer is higher, as in every score here.
            row.last = -before.back();
            row.usual = -mean(before);
            row.expected = expected_soreness(person, day);
            rows.push_back(row);
        }
        before.push_back(told);
    }
    return rows;
}

SoreScore judged(const Score& score, const std::vector<MorningScores>& mornings) {
    SoreScore found;
    found.of = score.name;
    std::vector<Scored> rows;
    std::map<int, int> persons;
    for (const MorningScores& morning : mornings) {
        rows.push_back({score.of(morning), morning.sore, morning.person});
        ++persons[morning.person];
        found.sore += morning.sore == Outcome::yes ? 1 : 0;
    }
    found.mornings = static_cast<int>(rows.size());
    found.persons = static_cast<int>(persons.size());
    found.pooled = auc(rows);
    found.pooled_interval = over_persons(rows, auc);
    found.within = auc_within(rows);
    found.within_interval = over_persons(rows, auc_within);
    return found;
}

/// Of the last score over each of the others.
std::vector<SoreGain> gains_of(const std::vector<MorningScores>& mornings) {
    std::vector<SoreGain> gains;
    for (std::size_t i = 0; i + 1 < kScores.size(); ++i) {
        std::vector<Scored> rows;
        for (const MorningScores& morning : mornings) {
            rows.push_back({kScores.back().of(morning), morning.sore, morning.person,
                            kScores.at(i).of(morning)});
        }
        gains.push_back({kScores.at(i).name, auc_gain(rows), over_persons(rows, auc_gain)});
    }
    return gains;
}

std::string lines_of(const std::vector<SoreScore>& scores) {
    std::string text;
    for (const SoreScore& score : scores) {
        text +=
            fmt::format("{:<34}{:>6.2f} ({:.2f} to {:.2f}){:>8.2f} ({:.2f} to {:.2f})\n", score.of,
                        score.pooled, score.pooled_interval.low, score.pooled_interval.high,
                        score.within, score.within_interval.low, score.within_interval.high);
    }
    return text;
}

}  // namespace

std::vector<LoadCorrelation> load_correlations(const std::vector<SorePerson>& people) {
    std::vector<LoadCorrelation> found;
    for (const auto& [tau, published] : kPublished) {
        found.push_back(over_people(people, fmt::format("moving average, tau {:.0f} d", tau),
                                    [days = tau](const SorePerson& person) -> LoadBefore {
                                        return [averages = moving_average(person, days)](Day day) {
                                            const auto at = averages.find(day);
                                            return at == averages.end() ? std::nan("") : at->second;
                                        };
                                    }));
        found.back().published = published;
    }
    found.push_back(over_people(
        people, "acute:chronic ratio, 7:28 d", [](const SorePerson& person) -> LoadBefore {
            return [&person](Day day) { return acute_chronic_ratio(person, day); };
        }));
    found.back().published = kPublishedRatio;
    return found;
}

std::string text_of(const std::vector<LoadCorrelation>& correlations) {
    std::string text = "PMData: a morning's soreness (1 to 5, low = sore) against session load "
                       "before it,\nmean of the correlations within persons; published for all 16 "
                       "people, here are 11\n\n";
    text +=
        fmt::format("{:<32}{:>8}{:>20}{:>9}{:>11}\n", "", "mean r", "95 %", "persons", "published");
    for (const LoadCorrelation& one : correlations) {
        text += fmt::format("{:<32}{:>8.2f}{:>20}{:>9}{:>11.2f}\n", one.of, one.mean,
                            fmt::format("({:.2f} to {:.2f})", one.interval.low, one.interval.high),
                            one.persons, one.published);
    }
    return text;
}

std::vector<PersonLink> person_links(const std::vector<SorePerson>& people) {
    std::vector<PersonLink> links;
    for (const SorePerson& person : people) {
        if (person.mornings.empty()) {
            continue;
        }
        const Day after = person.mornings.rbegin()->first + days(1);
        const LocalInstant at{Instant(after), UtcOffset(0)};
        links.push_back({person.name, load::soreness_link(person.facts, at, std::nullopt)});
    }
    return links;
}

std::string text_of(const std::vector<PersonLink>& links) {
    std::string text = "What Footsure says of each person at the end (0 to 10, high = sore)\n\n";
    for (const PersonLink& one : links) {
        text += fmt::format("{:<6}{:<15}{:>4} mornings", one.name, word(one.link.state),
                            one.link.mornings);
        if (one.link.correlation) {
            text += fmt::format(", r {:+.2f} ({:+.2f} to {:+.2f})", *one.link.correlation,
                                one.link.low, one.link.high);
        }
        text += '\n';
    }
    return text;
}

SoreScores sore_scores(const std::vector<SorePerson>& people) {
    std::vector<MorningScores> all;
    for (std::size_t i = 0; i < people.size(); ++i) {
        for (const MorningScores& row : mornings_of(people[i], static_cast<int>(i))) {
            all.push_back(row);
        }
    }
    std::vector<MorningScores> spoken = all;
    std::erase_if(spoken, [](const MorningScores& row) { return !row.expected; });
    SoreScores scores;
    for (std::size_t i = 0; i < kScores.size(); ++i) {
        if (i + 1 < kScores.size()) {
            scores.all.push_back(judged(kScores.at(i), all));
        }
        scores.spoken.push_back(judged(kScores.at(i), spoken));
    }
    scores.gains = gains_of(spoken);
    return scores;
}

std::string text_of(const SoreScores& scores) {
    std::string text = "PMData: AUC of a sore morning (2 or less of 5) from the evening before; "
                       "persons are drawn for the intervals.\nEach person is unseen: the own past "
                       "is all that a score knows. Published: ratio 0.50, average 0.64,\nload and "
                       "last soreness 0.69; within a person 0.72.\n";
    for (const auto& [title, list] :
         {std::pair{"all mornings", &scores.all},
          std::pair{"mornings on which Footsure says something", &scores.spoken}}) {
        const SoreScore& first = list->front();
        text += fmt::format("\n{}: {}, {} of them sore, {} persons\n", title, first.mornings,
                            first.sore, first.persons);
        text += fmt::format("{:<34}{:>22}{:>24}\n", "", "over persons", "within a person");
        text += lines_of(*list);
    }
    text += "\nGain of the expected soreness over persons; two of its constants come from these "
            "people.\n";
    for (const SoreGain& gain : scores.gains) {
        text += fmt::format("over {:<34}{:>+6.2f} ({:+.2f} to {:+.2f})\n", gain.over, gain.gain,
                            gain.interval.low, gain.interval.high);
    }
    return text;
}

}  // namespace footsure::validate
