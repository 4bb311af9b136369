// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/json.hpp"
#include "wire/wire.hpp"

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
void report_unknown_keys(const Json& object, std::initializer_list<std::string_view> known,
                         const Place& place);

/// When answers were said that name no time of their own: at the case's, or at a check-in's.
struct SaidAt {
    Instant at;
    bool dated = false;
};

/// Reads the answers of a person, an episode or a check-in.
[[nodiscard]] std::vector<Answer> read_answers(const Json& object, const Knowledge& knowledge,
                                               const SaidAt& said_at, const Place& place);

}  // namespace footsure::wire
