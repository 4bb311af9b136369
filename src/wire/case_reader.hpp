// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/json.hpp"
#include "wire/wire.hpp"

#include <array>
#include <initializer_list>

namespace footsure::wire {

/// Where in the case we are, and the problems found on the way.
class Place {
public:
    Place(std::string path, std::vector<Problem>& problems)
        : path_(std::move(path)), problems_(problems) {}

    [[nodiscard]] Place at(std::string_view key) const {
        return {path_.empty() ? std::string(key) : path_ + "." + std::string(key), problems_};
    }

    [[nodiscard]] Place at(std::size_t index) const {
        return {path_ + "[" + std::to_string(index) + "]", problems_};
    }

    void problem(std::string code, std::string text) const {
        problems_.push_back({path_, std::move(code), std::move(text)});
    }

    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
    std::vector<Problem>& problems_;
};

/// The smallest and largest a number may be, and what it is called.
struct Range {
    double min;
    double max;
};

/// Not there, or null.
[[nodiscard]] bool is_absent(const Json& object, const char* key);

[[nodiscard]] std::optional<std::string> read_text(const Json& object, const char* key,
                                                   const Place& place);
[[nodiscard]] std::optional<double> read_number(const Json& object, const char* key,
                                                const Place& place, Range range);
[[nodiscard]] std::optional<LocalInstant> read_instant(const Json& object, const char* key,
                                                       const Place& place);
[[nodiscard]] std::optional<Day> read_day(const Json& object, const char* key, const Place& place);
/// The object under the key; nothing when there is none.
[[nodiscard]] const Json* read_object(const Json& object, const char* key, const Place& place);

/// The word under the key, one of `all`; anything else is a problem that names them.
template <class E, std::size_t N>
[[nodiscard]] std::optional<E> read_option(const Json& object, const char* key, const Place& place,
                                           const std::array<E, N>& all) {
    const auto text = read_text(object, key, place);
    if (!text) {
        return std::nullopt;
    }
    std::string words;
    for (const E each : all) {
        if (word(each) == *text) {
            return each;
        }
        words += (words.empty() ? "" : ", ") + std::string(word(each));
    }
    place.at(key).problem("unknown_option", "this must be one of: " + words);
    return std::nullopt;
}

void report_unknown_keys(const Json& object, std::initializer_list<std::string_view> known,
                         const Place& place);

/// Visits each value of the list under the key, in its place.
template <class Visit>
void each_value(const Json& object, const char* key, const Place& place, Visit visit) {
    if (is_absent(object, key)) {
        return;
    }
    const Json& list = object[key];
    const Place here = place.at(key);
    if (!list.is_array()) {
        here.problem("wrong_type", "this must be a list");
        return;
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        visit(list[i], here.at(i));
    }
}

/// Visits each object of the list under the key; what is no object is a problem.
template <class Visit>
void each_object(const Json& object, const char* key, const Place& place, Visit visit) {
    each_value(object, key, place, [&](const Json& value, const Place& here) {
        if (value.is_object()) {
            visit(value, here);
        } else {
            here.problem("wrong_type", "this must be an object");
        }
    });
}

/// Reads the pairs of shoes of a case.
[[nodiscard]] std::vector<Shoe> read_shoes(const Json& object, const Place& place);

/// What the Runner wishes; nothing under the key is nothing wished.
[[nodiscard]] Wishes read_wishes(const Json& object, const Place& place);

/// What was measured under `measures`, and the scores of official forms under `scores`.
[[nodiscard]] std::vector<Measured> read_measures(const Json& object, const Place& place);

/// The run that is thought of.
[[nodiscard]] IntendedRun read_intended(const Json& object, const Place& place);

/// An Activity, and the file that says the rest of it, if one is named.
struct ActivityReading {
    ActivitySummary summary;
    std::optional<std::string> file;
};

/// Reads an Activity with what is told of it; nothing without a file or a start.
[[nodiscard]] std::optional<ActivityReading>
read_activity(const Json& json, const Knowledge& knowledge, const Place& place);

/// When answers were said that name no time of their own: at the case's, or at a check-in's.
struct SaidAt {
    Instant at;
    bool dated = false;
};

/// Reads the answers of a person, an episode or a check-in.
[[nodiscard]] std::vector<Answer> read_answers(const Json& object, const Knowledge& knowledge,
                                               const SaidAt& said_at, const Place& place);

/// Reads a check-in of the case so far; one that names no Episode there counts for the person.
[[nodiscard]] CheckIn read_check_in(const Json& json, const Knowledge& knowledge,
                                    const CaseFile& so_far, const Place& place);

}  // namespace footsure::wire
