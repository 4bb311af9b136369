// SPDX-License-Identifier: Apache-2.0
#include "footsure/typed_measures.hpp"

#include "footsure/interview_dialog.hpp"
#include "footsure/typed_number.hpp"
#include "footsure/typed_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace footsure::app {

namespace {

using Done = Result<void, std::string>;

/// `kind=value`, cut in two.
struct Named {
    MeasureKind kind{};
    std::string value;
};

class MeasureList {
public:
    Done add_measure(MeasureKind kind, const std::string& text) {
        if (!is_of_a_leg(kind)) {
            return add_value(kind, Side::unknown, text);
        }
        const auto slash = text.find('/');
        if (slash == std::string::npos) {
            return Failure<std::string>(
                fmt::format("{} is of each leg: {}=20/25 is left 20, right 25; leave one empty to "
                            "tell the other alone",
                            name_of(kind), word(kind)));
        }
        const std::string left = text.substr(0, slash);
        const std::string right = text.substr(slash + 1);
        if (left.empty() && right.empty()) {
            return Failure<std::string>(fmt::format("{} needs a number", name_of(kind)));
        }
        auto done = left.empty() ? Done() : add_value(kind, Side::left, left);
        return done && !right.empty() ? add_value(kind, Side::right, right) : done;
    }

    Done add_score(MeasureKind kind, const std::string& text) {
        std::vector<double> items;
        for (const auto& part : listed(text)) {
            const auto item = part == "na" ? std::numeric_limits<double>::quiet_NaN()
                                           : typed_number(part).value_or(-1);
            items.push_back(item);
        }
        const auto score = score_of(kind, items);
        return score ? put({kind, Side::unknown, *score}) : Failure<std::string>(score.error());
    }

    std::vector<Measured> take() { return std::move(measures_); }

private:
    Done add_value(MeasureKind kind, Side side, const std::string& text) {
        const auto [least, most] = range_of(kind);
        const std::string name(name_of(kind));
        const bool yes_or_no = most == 1;
        const std::string number = !yes_or_no      ? text
                                   : text == "yes" ? "1"
                                   : text == "no"  ? "0"
                                                   : text;
        const auto value = read_ranged(number, {name.c_str(), least, most});
        if (!value) {
            return Failure<std::string>(value.error());
        }
        const std::optional<double>& told = *value;
        if (!told || (yes_or_no && *told != 0 && *told != 1)) {
            return Failure<std::string>(
                fmt::format("{} needs {}", name, yes_or_no ? "yes or no" : "a number"));
        }
        return put({kind, side, *told});
    }

    Done put(Measured measured) {
        const bool again = std::ranges::any_of(measures_, [&](const Measured& other) {
            return other.kind == measured.kind && other.side == measured.side;
        });
        if (again) {
            return Failure<std::string>(fmt::format("{} is told twice", name_of(measured.kind)));
        }
        measures_.push_back(measured);
        return {};
    }

    std::vector<Measured> measures_;
};

std::string all_kinds() {
    std::string words;
    for (int i = 0; i < kMeasureKinds; ++i) {
        words += (words.empty() ? "" : ", ") + std::string(word(static_cast<MeasureKind>(i)));
    }
    return words;
}

Result<Named, std::string> read_named(const std::string& text) {
    const auto equals = text.find('=');
    const std::string name = text.substr(0, equals);
    const auto kind = measure_kind(name);
    if (!kind) {
        return Failure<std::string>(
            fmt::format("There is no measure '{}'. There are: {}.", printable(name), all_kinds()));
    }
    if (equals == std::string::npos) {
        return Failure<std::string>(fmt::format("{} needs a value: {}=…", name, name));
    }
    return Named{*kind, text.substr(equals + 1)};
}

bool is_score(MeasureKind kind) {
    return kind >= MeasureKind::weekly_score;
}

Done add_named(const std::string& text, MeasureList& list) {
    const auto named = read_named(text);
    if (!named) {
        return Failure<std::string>(named.error());
    }
    return is_score(named->kind) ? list.add_score(named->kind, named->value)
                                 : list.add_measure(named->kind, named->value);
}

}  // namespace

Result<std::vector<Measured>, std::string> read_typed_measures(const TypedCheckIn& typed) {
    MeasureList list;
    Done done;
    if (!typed.heel_raises.empty()) {
        done = list.add_measure(MeasureKind::heel_raises, typed.heel_raises);
    }
    if (done && !typed.knee_to_wall.empty()) {
        done = list.add_measure(MeasureKind::knee_to_wall, typed.knee_to_wall);
    }
    for (const auto* texts : {&typed.measures, &typed.scores}) {
        for (std::size_t i = 0; done && i < texts->size(); ++i) {
            done = add_named((*texts)[i], list);
        }
    }
    if (!done) {
        return Failure<std::string>(done.error());
    }
    return list.take();
}

std::string measures_line(const std::vector<Measured>& measures) {
    std::string line;
    for (const auto& [kind, side, value] : measures) {
        const auto unit = unit_of(kind);
        const std::string of =
            side == Side::left || side == Side::right ? fmt::format(" {}", word(side)) : "";
        const std::string told =
            range_of(kind).most == 1 ? (value == 1 ? "yes" : "no") : fmt::format("{:g}", value);
        line += fmt::format("{}{}{} {}{}{}", line.empty() ? "" : ", ", name_of(kind), of, told,
                            unit.empty() ? "" : " ", unit);
    }
    return line;
}

}  // namespace footsure::app
