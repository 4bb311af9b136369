// SPDX-License-Identifier: Apache-2.0
#include "model/measure.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace footsure {

namespace {

using Points = Result<double, std::string>;
using Items = std::span<const double>;

/// How a form is filled in: the most that each item gives, in the form's order.
struct Form {
    MeasureKind kind{};
    std::span<const double> most;
    std::size_t least_answered = 0;
};

// Source: instruments section 1; items 1 to 7 give 0 to 10, the last one 0 to 30 [known].
constexpr std::array<double, 8> kVisaA{10, 10, 10, 10, 10, 10, 10, 30};
// Source: instruments section 3 (nine items, 0 to 30); what each item gives at most [known].
constexpr std::array<double, 9> kCait{5, 4, 3, 3, 2, 3, 4, 3, 3};
// Source: instruments section 4 (ten items, 0 to 37); no item gives more than 5 (EE, only so that
// mistakes fall out: the sum is checked as well).
constexpr std::array<double, 10> kIdfai{5, 5, 5, 5, 5, 5, 5, 5, 5, 5};
// Source: instruments section 2: 21 items and 8 items of 0 to 4, valid from 19 and 7 answered.
constexpr std::array<double, 21> kFaamAdl{4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
                                          4, 4, 4, 4, 4, 4, 4, 4, 4, 4};
constexpr std::size_t kFaamAdlLeast = 19;
constexpr std::array<double, 8> kFaamSport{4, 4, 4, 4, 4, 4, 4, 4};
constexpr std::size_t kFaamSportLeast = 7;
// Source: instruments section 6.
constexpr std::array<double, 9> kUwri{4, 4, 4, 4, 4, 4, 4, 4, 4};
// Source: instruments section 9: our own four questions, 0 to 3 each.
constexpr std::array<double, 4> kWeekly{3, 3, 3, 3};
// Source: instruments section 5: the points of the four grades of an answer [known].
constexpr std::array<double, 4> kWeeklyPoints{0, 8, 17, 25};

constexpr std::array<Form, 7> kForms{{{MeasureKind::visa_a, kVisaA, kVisaA.size()},
                                      {MeasureKind::cait, kCait, kCait.size()},
                                      {MeasureKind::idfai, kIdfai, kIdfai.size()},
                                      {MeasureKind::faam_adl, kFaamAdl, kFaamAdlLeast},
                                      {MeasureKind::faam_sport, kFaamSport, kFaamSportLeast},
                                      {MeasureKind::uwri, kUwri, kUwri.size()},
                                      {MeasureKind::weekly_score, kWeekly, 1}}};

std::string plain(double number) {
    std::string text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) {
        text.pop_back();
    }
    return text;
}

Failure<std::string> wrong(const Form& form, const std::string& what) {
    return Failure<std::string>(std::string(name_of(form.kind)) + ": " + what);
}

Points in_range(MeasureKind kind, double total) {
    const auto [least, most] = range_of(kind);
    if (std::isnan(total) || total < least || total > most) {
        return Failure<std::string>(std::string(name_of(kind)) + ": the score lies between " +
                                    plain(least) + " and " + plain(most));
    }
    return total;
}

std::size_t answered_of(Items items) {
    return static_cast<std::size_t>(
        std::ranges::count_if(items, [](double item) { return !std::isnan(item); }));
}

double sum_of(Items items) {
    return std::accumulate(items.begin(), items.end(), 0.0, [](double sum, double item) {
        return std::isnan(item) ? sum : sum + item;
    });
}

/// The number of items, each item, and how many are answered.
Result<void, std::string> check_items(const Form& form, Items items) {
    if (items.size() != form.most.size()) {
        return wrong(form, "the form has " + std::to_string(form.most.size()) + " items, " +
                               std::to_string(items.size()) + " are given");
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool possible =
            items[i] >= 0 && items[i] <= form.most[i] && std::floor(items[i]) == items[i];
        if (!std::isnan(items[i]) && !possible) {
            return wrong(form, "item " + std::to_string(i + 1) +
                                   " must be a whole number from 0 to " + plain(form.most[i]));
        }
    }
    if (answered_of(items) < form.least_answered) {
        return wrong(form, form.least_answered == form.most.size()
                               ? "every item must be answered"
                               : "at least " + std::to_string(form.least_answered) + " of " +
                                     std::to_string(form.most.size()) +
                                     " items must be answered for a valid score");
    }
    return {};
}

/// The first answer is the gate: without a problem the rest is nothing, and who could not take part
/// has the whole score; neither needs the other three answers.
/// Source: instruments section 5 (gate of the 2020 update).
Points weekly(const Form& form, Items items) {
    const double gate = items.front();
    if (std::isnan(gate)) {
        return wrong(form, "the first question must be answered");
    }
    const double rest = sum_of(items.subspan(1));
    if (gate == 0) {
        return rest > 0 ? Points(wrong(form, "the first answer says full without a problem, "
                                             "another one says otherwise"))
                        : Points(0.0);
    }
    if (gate == form.most.front()) {
        return range_of(form.kind).most;
    }
    if (answered_of(items) < items.size()) {
        return wrong(form, "every question must be answered");
    }
    return std::accumulate(items.begin(), items.end(), 0.0, [](double sum, double item) {
        return sum + kWeeklyPoints.at(static_cast<std::size_t>(item));
    });
}

/// Share of the points that the answered items could give, in %.
double percentage(Items items, double most_of_one) {
    return 100 * sum_of(items) / (most_of_one * static_cast<double>(answered_of(items)));
}

}  // namespace

Result<double, std::string> score_of(MeasureKind kind, std::span<const double> items) {
    const auto* const form = std::ranges::find(kForms, kind, &Form::kind);
    if (form == kForms.end()) {
        return Failure<std::string>(std::string(name_of(kind)) + " is no score of a form");
    }
    if (items.size() == 1) {
        return in_range(kind, items.front());
    }
    if (auto checked = check_items(*form, items); !checked) {
        return Failure<std::string>(checked.error());
    }
    if (kind == MeasureKind::weekly_score) {
        return weekly(*form, items);
    }
    if (kind == MeasureKind::faam_adl || kind == MeasureKind::faam_sport) {
        return percentage(items, form->most.front());
    }
    return in_range(kind, sum_of(items));
}

}  // namespace footsure
