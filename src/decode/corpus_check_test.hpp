// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the corpus test shares between FIT and XML; included by tests only.

#include "decode/decode.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace footsure::decode::corpus {

using Json = nlohmann::json;

inline std::optional<std::filesystem::path> activities_folder() {
    const char* shared = std::getenv("FOOTSURE_SHARED");
    const std::filesystem::path root =
        shared != nullptr ? std::filesystem::path(shared)
                          : std::filesystem::path(FOOTSURE_SOURCE_DIR) / ".." / "shared";
    const auto folder = root / "data" / "activities";
    return std::filesystem::exists(folder) ? std::optional(folder) : std::nullopt;
}

inline std::vector<char> read_file(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// A known difference from tests/skips.toml, or one that was found.
struct Difference {
    std::string file;
    std::string field;
    std::string ours;
    std::string theirs;
    auto operator<=>(const Difference&) const = default;
};

inline std::string rounded(double value) {
    const double thousandths = std::round(value * 1000);
    std::string text = Json(thousandths / 1000).dump();
    return text == "-0.0" ? "0.0" : text;
}

inline std::string shown(std::optional<double> value) {
    return value ? rounded(*value) : "none";
}

inline std::optional<double> number(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() || !found->is_number() ? std::nullopt
                                                        : std::optional(found->get<double>());
}

inline std::string text(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() || !found->is_string() ? "none" : found->get<std::string>();
}

/// Collects the differences of one suite.
class Comparison {
public:
    void of(std::string file) {
        file_ = std::move(file);
        files_.insert(file_);
    }

    [[nodiscard]] bool covers(const std::string& file) const { return files_.contains(file); }

    void same(const char* field, const std::string& ours, const std::string& theirs) {
        ++checks_;
        if (ours != theirs) {
            found_.push_back({file_, field, ours, theirs});
        }
    }

    void near(const char* field, std::optional<double> ours, std::optional<double> theirs,
              double tolerance) {
        ++checks_;
        const bool agree = ours.has_value() == theirs.has_value() &&
                           (!ours || std::abs(*ours - *theirs) <= tolerance);
        if (!agree) {
            found_.push_back({file_, field, shown(ours), shown(theirs)});
        }
    }

    [[nodiscard]] const std::vector<Difference>& found() const { return found_; }

    [[nodiscard]] std::size_t checks() const { return checks_; }

private:
    std::string file_;
    std::set<std::string> files_;
    std::vector<Difference> found_;
    std::size_t checks_ = 0;
};

/// The value of a line `key = "value"`, nothing for other lines.
inline std::optional<std::pair<std::string, std::string>> key_value(const std::string& line) {
    const std::size_t equals = line.find('=');
    const std::size_t first = line.find('"', equals);
    const std::size_t last = line.rfind('"');
    if (equals == std::string::npos || first == std::string::npos || last <= first) {
        return std::nullopt;
    }
    const std::string key = line.substr(0, line.find_last_not_of(' ', equals - 1) + 1);
    return std::pair(key, line.substr(first + 1, last - first - 1));
}

/// The `[[skip]]` tables of this suite; each must give a reason.
inline std::vector<Difference> read_skips() {
    std::ifstream stream(std::filesystem::path(FOOTSURE_SOURCE_DIR) / "tests" / "skips.toml");
    std::vector<std::map<std::string, std::string>> tables;
    for (std::string line; std::getline(stream, line);) {
        if (line == "[[skip]]") {
            tables.emplace_back();
        } else if (const auto entry = key_value(line); entry && !tables.empty()) {
            tables.back().insert(*entry);
        }
    }
    std::vector<Difference> skips;
    for (auto& table : tables) {
        if (table["suite"] == "decode") {
            CHECK_MESSAGE(!table["reason"].empty(), table["file"], ": a skip gives its reason");
            skips.push_back({table["file"], table["field"], table["ours"], table["theirs"]});
        }
    }
    return skips;
}

inline std::string as_toml(const Difference& d) {
    return "\n[[skip]]\nsuite = \"decode\"\nfile = \"" + d.file + "\"\nfield = \"" + d.field +
           "\"\nours = \"" + d.ours + "\"\ntheirs = \"" + d.theirs + "\"\nreason = \"\"\n";
}

/// Every difference must be a known one, and every known one must still be there.
inline void settle(const Comparison& comparison) {
    const std::vector<Difference> skips = read_skips();
    const auto holds = [](const std::vector<Difference>& list, const Difference& wanted) {
        return std::find(list.begin(), list.end(), wanted) != list.end();
    };
    for (const Difference& difference : comparison.found()) {
        CHECK_MESSAGE(holds(skips, difference), "unexplained:", as_toml(difference));
    }
    for (const Difference& skip : skips) {
        CHECK_MESSAGE((!comparison.covers(skip.file) || holds(comparison.found(), skip)),
                      "no longer differs, remove it:", as_toml(skip));
    }
}

template <class Q>
[[nodiscard]] inline std::optional<double> number_of(const std::optional<Q>& value) {
    return value ? std::optional(value->value()) : std::nullopt;
}

/// The sum over Legs (or Laps) of a member that may be absent; absent when all are.
template <class Part, class Q, class Predicate>
std::optional<double> sum_of(const std::vector<Part>& parts, std::optional<Q> Part::* member,
                             Predicate counts) {
    std::optional<double> sum;
    for (const Part& part : parts) {
        if (counts(part) && part.*member) {
            sum = sum.value_or(0) + (part.*member)->value();
        }
    }
    return sum;
}

inline bool any(const Leg&) {
    return true;
}

inline DecodedFile decode_path(const std::filesystem::path& path) {
    const std::vector<char> bytes = read_file(path);
    return decode::decode(std::as_bytes(std::span(bytes)));
}

inline std::size_t present(const std::vector<double>& values) {
    return static_cast<std::size_t>(
        std::count_if(values.begin(), values.end(), [](double v) { return !std::isnan(v); }));
}

inline Json read_json(const std::filesystem::path& path) {
    std::ifstream stream(path);
    return Json::parse(stream);
}

}  // namespace footsure::decode::corpus
