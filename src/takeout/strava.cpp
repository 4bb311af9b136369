// SPDX-License-Identifier: Apache-2.0
#include "takeout/strava.hpp"

#include "takeout/csv.hpp"
#include "takeout/file_name.hpp"
#include "takeout/strava_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <map>

namespace footsure::takeout {

namespace {

constexpr std::size_t kMostRows = 200'000;
constexpr std::string_view kFilesFolder = "activities/";

using Row = std::vector<std::string>;
using Column = std::optional<std::size_t>;

/// Where the columns stand that we read.
struct Columns {
    Column date;
    Column name;
    Column type;
    Column commute;
    Column gear;
    Column file;
    Column exertion;
};

std::string_view value(const Row& row, Column column) {
    return column && *column < row.size() ? std::string_view(row[*column]) : std::string_view{};
}

/// The first column of one of these names; names repeat, and the first is the one for people.
Column named(const Row& header, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        const auto found = std::ranges::find(header, name, [](const auto& h) { return lower(h); });
        if (found != header.end()) {
            return static_cast<std::size_t>(found - header.begin());
        }
    }
    return std::nullopt;
}

Columns english(const Row& header) {
    return {.date = named(header, {"activity date", "date"}),
            .name = named(header, {"activity name", "name"}),
            .type = named(header, {"activity type", "type"}),
            .commute = named(header, {"commute"}),
            .gear = named(header, {"activity gear", "gear"}),
            .file = named(header, {"filename"}),
            .exertion = named(header, {"perceived exertion"})};
}

/// In another language the columns stand where they stand in English. The one of the files is
/// known by its content, the others by their distance from it and from the first.
Columns translated(CsvReader reader) {
    constexpr std::size_t kFewestBefore = 8;
    constexpr std::size_t kMostBefore = 14;
    constexpr std::size_t kCommuteAt = 9;
    constexpr std::size_t kFileAt = 12;
    Columns columns;
    while (auto row = columns.file ? std::nullopt : reader.next()) {
        for (std::size_t column = kFewestBefore; column <= kMostBefore; ++column) {
            if (value(*row, column).starts_with(kFilesFolder)) {
                columns.file = column;
            }
        }
    }
    if (columns.file) {
        columns.date = 1;
        columns.name = 2;
        columns.type = 3;
        columns.gear = *columns.file - 1;
        columns.commute = *columns.file == kFileAt ? Column(kCommuteAt) : std::nullopt;
    }
    return columns;
}

Hints hints_of(const Row& row, const Columns& columns) {
    Hints hints;
    hints.name = plain_text(value(row, columns.name));
    const SportWords sport = sport_words(value(row, columns.type));
    hints.sport = sport.sport;
    hints.sub_sport = sport.sub_sport;
    // Of an unknown type the file itself may say that it is a run, and then its gear is a shoe.
    if (hints.sport.empty() || hints.sport == "running") {
        hints.shoe = plain_text(value(row, columns.gear));
    }
    hints.perceived_exertion = exertion(value(row, columns.exertion));
    hints.started_at = strava_instant(value(row, columns.date));
    if (is_true(value(row, columns.commute))) {
        hints.purpose = "commute";
    }
    return hints;
}

std::string_view text_of(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

bool is_strava_list(std::string_view path) {
    return lower(last_part(path)) == "activities.csv";
}

std::optional<StravaList> read_strava_list(std::span<const std::byte> bytes) {
    CsvReader reader(text_of(bytes));
    const auto header = reader.next();
    Columns columns = header ? english(*header) : Columns{};
    if (!columns.file) {
        columns = translated(reader);
    }
    if (!columns.file) {
        return std::nullopt;
    }
    StravaList list;
    for (std::size_t rows = 0; rows < kMostRows; ++rows) {
        const auto row = reader.next();
        if (!row) {
            break;
        }
        std::string file = cleaned(value(*row, columns.file));
        Hints hints = hints_of(*row, columns);
        if (!file.empty()) {
            list.files.emplace_back(std::move(file), std::move(hints));
        } else if (hints.sport == "running") {
            ++list.runs_by_hand;
        }
    }
    return list;
}

bool take_strava_list(std::span<const std::byte> bytes, const std::string& base,
                      const std::string& shown_path, HintTable& hints, Stream& stream) {
    auto list = read_strava_list(bytes);
    if (!list) {
        return false;
    }
    stream.know_fewer(1);
    for (auto& [file, said] : list->files) {
        hints.add(base + file, std::move(said));
    }
    if (list->runs_by_hand > 0) {
        stream.know_more(1);
        stream.pass_over(shown_path, std::to_string(list->runs_by_hand) +
                                         " runs in it have no file (entered by hand)");
    }
    return true;
}

}  // namespace footsure::takeout
