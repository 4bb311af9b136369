// SPDX-License-Identifier: Apache-2.0
#include "store/rows.hpp"

#include "wire/wire.hpp"

#include <limits>

namespace footsure::store {

namespace {

constexpr double kWorstPain = 10;

template <class E, std::size_t N>
std::optional<E> read_word_or_null(sql::Row& row, std::size_t column, const std::array<E, N>& all) {
    const auto text = row.text_or_null(column);
    return text ? std::optional(read_word(row, *text, all)) : std::nullopt;
}

}  // namespace

Side read_side(sql::Row& row, std::size_t column) {
    constexpr std::array kSides{Side::left, Side::right, Side::both, Side::unknown};
    return read_word(row, row.text(column), kSides);
}

SeenBy read_seen_by(sql::Row& row, std::size_t column) {
    return read_word(row, row.text(column), kSeenBy);
}

std::optional<Day> read_day_or_null(sql::Row& row, std::size_t column) {
    const auto text = row.text_or_null(column);
    if (!text) {
        return std::nullopt;
    }
    const auto day = parse_day(*text);
    if (!day) {
        row.reject();
    }
    return day;
}

Day read_day(sql::Row& row, std::size_t column) {
    const auto day = read_day_or_null(row, column);
    if (!day) {
        row.reject();
    }
    return day.value_or(Day{});
}

Instant read_instant(sql::Row& row, std::size_t column) {
    return instant(row.integer(column));
}

std::optional<PainScore> read_pain(sql::Row& row, std::size_t column) {
    const auto score = row.real_or_null(column);
    if (!score) {
        return std::nullopt;
    }
    if (!(*score >= 0 && *score <= kWorstPain)) {
        row.reject();
        return std::nullopt;
    }
    return PainScore::of(*score);
}

void read_signs(sql::Row& row, std::size_t first, CheckIn& check_in) {
    check_in.swelling = read_word_or_null(row, first, kSwellingTrends);
    std::size_t column = first;
    for (const auto sign :
         {&CheckIn::limp, &CheckIn::gave_way, &CheckIn::painkiller, &CheckIn::focal_ache}) {
        check_in.*sign = read_word_or_null(row, ++column, kSaid);
    }
    check_in.skipped = read_word_or_null(row, ++column, kSkipReasons);
    if (const auto text = row.text_or_null(++column)) {
        auto measures = wire::read_measures(*text);
        if (!measures) {
            row.reject();
            return;
        }
        check_in.measures = std::move(*measures);
    }
}

Answer read_answer(sql::Row& row, std::size_t first) {
    const QuestionId question(row.text(first));
    auto answer = wire::read_answer_value(row.text(first + 1));
    if (!answer) {
        row.reject();
        return {};
    }
    answer->question = question;
    answer->at = read_instant(row, first + 2);
    answer->corrects = row.integer(first + 3) != 0;
    answer->incomplete = row.integer(first + 4) != 0;
    answer->dated = true;  // the store knows when it was told
    return *answer;
}

std::string write_words(const std::vector<std::string>& words) {
    return wire::write_answer_value(Answer{.value = words});
}

std::vector<std::string> read_words(sql::Row& row, std::size_t column) {
    const auto answer = wire::read_answer_value(row.text(column));
    const auto* words = answer ? std::get_if<std::vector<std::string>>(&answer->value) : nullptr;
    if (words == nullptr) {
        row.reject();
        return {};
    }
    return *words;
}

Packing read_packing(sql::Row& row, std::size_t column) {
    constexpr std::array kPackings{Packing::plain, Packing::gzip, Packing::deflate};
    return read_word(row, row.text(column), kPackings);
}

FileFormat read_file_format(sql::Row& row, std::size_t column) {
    constexpr std::array kFormats{FileFormat::fit,    FileFormat::gpx,   FileFormat::tcx,
                                  FileFormat::sml,    FileFormat::polar, FileFormat::apple_health,
                                  FileFormat::unknown};
    return read_word(row, row.text(column), kFormats);
}

Visibility read_visibility(sql::Row& row, std::size_t column) {
    constexpr std::array kVisibilities{Visibility::shown, Visibility::hidden};
    return read_word(row, row.text(column), kVisibilities);
}

std::uint64_t read_size(sql::Row& row, std::size_t column) {
    const std::int64_t size = row.integer(column);
    if (size < 0) {
        row.reject();
        return 0;
    }
    return static_cast<std::uint64_t>(size);
}

std::int64_t size_column(std::uint64_t size) {
    constexpr auto kLargest = std::numeric_limits<std::int64_t>::max();
    return size > static_cast<std::uint64_t>(kLargest) ? kLargest : static_cast<std::int64_t>(size);
}

ActivitySummary read_summary(sql::Row& row, std::size_t first) {
    ActivityId id(row.text(first));
    auto summary = wire::read_summary(row.text(first + 1));
    if (!summary) {
        row.reject();
        return {};
    }
    summary->id = std::move(id);
    return std::move(*summary);
}

}  // namespace footsure::store
