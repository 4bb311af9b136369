// SPDX-License-Identifier: Apache-2.0
#include "model/time.hpp"

#include <array>
#include <cstdio>

namespace footsure {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;
constexpr int kDateLength = 10;

class Cursor {
public:
    explicit Cursor(std::string_view text) : text_(text) {}

    bool literal(char c) {
        if (pos_ < text_.size() && text_[pos_] == c) {
            ++pos_;
            return true;
        }
        return false;
    }

    std::optional<int> digits(int count) {
        int value = 0;
        for (int i = 0; i < count; ++i, ++pos_) {
            if (pos_ >= text_.size() || text_[pos_] < '0' || text_[pos_] > '9') {
                return std::nullopt;
            }
            value = value * 10 + (text_[pos_] - '0');
        }
        return value;
    }

    /// Digits after the point as microseconds; further digits are dropped.
    std::optional<microseconds> fraction() {
        long value = 0;
        int scale = 1'000'000;
        std::size_t seen = 0;
        while (pos_ < text_.size() && text_[pos_] >= '0' && text_[pos_] <= '9') {
            if (scale > 1) {
                scale /= 10;
                value += static_cast<long>(text_[pos_] - '0') * scale;
            }
            ++pos_;
            ++seen;
        }
        return seen == 0 ? std::nullopt : std::optional(microseconds(value));
    }

    [[nodiscard]] bool at_end() const { return pos_ == text_.size(); }

private:
    std::string_view text_;
    std::size_t pos_ = 0;
};

std::optional<sys_days> read_day(Cursor& in) {
    const auto y = in.digits(4);
    if (!y || !in.literal('-')) {
        return std::nullopt;
    }
    const auto m = in.digits(2);
    if (!m || !in.literal('-')) {
        return std::nullopt;
    }
    const auto d = in.digits(2);
    if (!d || *y < kFirstYear || *y > kLastYear) {
        return std::nullopt;
    }
    const year_month_day ymd{std::chrono::year(*y), std::chrono::month(static_cast<unsigned>(*m)),
                             std::chrono::day(static_cast<unsigned>(*d))};
    return ymd.ok() ? std::optional(sys_days(ymd)) : std::nullopt;
}

std::optional<microseconds> read_time_of_day(Cursor& in) {
    const auto h = in.digits(2);
    if (!h || !in.literal(':')) {
        return std::nullopt;
    }
    const auto m = in.digits(2);
    if (!m || !in.literal(':')) {
        return std::nullopt;
    }
    const auto s = in.digits(2);
    if (!s || *h > 23 || *m > 59 || *s > 59) {
        return std::nullopt;
    }
    microseconds total = hours(*h) + minutes(*m) + seconds(*s);
    if (in.literal('.')) {
        const auto part = in.fraction();
        if (!part) {
            return std::nullopt;
        }
        total += *part;
    }
    return total;
}

std::optional<seconds> read_offset(Cursor& in) {
    if (in.literal('Z')) {
        return seconds(0);
    }
    const int sign = in.literal('+') ? 1 : -1;
    if (sign < 0 && !in.literal('-')) {
        return std::nullopt;
    }
    const auto h = in.digits(2);
    if (!h || !in.literal(':')) {
        return std::nullopt;
    }
    const auto m = in.digits(2);
    if (!m || *h > 18 || *m > 59) {
        return std::nullopt;
    }
    return sign * (hours(*h) + minutes(*m));
}

}  // namespace

std::optional<LocalInstant> parse_instant(std::string_view text) {
    Cursor in(text);
    const auto day = read_day(in);
    if (!day || !in.literal('T')) {
        return std::nullopt;
    }
    const auto time = read_time_of_day(in);
    if (!time) {
        return std::nullopt;
    }
    const auto offset = read_offset(in);
    if (!offset || !in.at_end()) {
        return std::nullopt;
    }
    return LocalInstant{Instant(*day) + *time - *offset, *offset};
}

std::optional<Day> parse_day(std::string_view text) {
    if (text.size() != kDateLength) {
        return std::nullopt;
    }
    Cursor in(text);
    return read_day(in);
}

std::string format_day(Day day) {
    const year_month_day ymd(day);
    std::array<char, 32> out{};
    std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                  static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
    return out.data();
}

namespace {

std::string clock_text(Instant at) {
    // Not `at - day`: the first day of all begins before the first instant.
    const std::chrono::microseconds whole_day = days(1);
    const std::chrono::microseconds rest = at.time_since_epoch() % whole_day;
    const std::chrono::hh_mm_ss time(rest.count() < 0 ? rest + whole_day : rest);
    const Day day = floor<days>(at);
    std::array<char, 48> out{};
    std::snprintf(
        out.data(), out.size(), "T%02ld:%02ld:%02ld", static_cast<long>(time.hours().count()),
        static_cast<long>(time.minutes().count()), static_cast<long>(time.seconds().count()));
    std::string text = format_day(day) + out.data();
    const auto milliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(time.subseconds()).count();
    if (milliseconds != 0) {
        std::snprintf(out.data(), out.size(), ".%03ld", static_cast<long>(milliseconds));
        text += out.data();
    }
    return text;
}

}  // namespace

std::string format_instant(Instant at) {
    return clock_text(at) + "Z";
}

std::string format_local(LocalInstant local) {
    const long total = local.offset.count();
    const long absolute = total < 0 ? -total : total;
    std::array<char, 32> zone{};
    std::snprintf(zone.data(), zone.size(), "%c%02ld:%02ld", total < 0 ? '-' : '+', absolute / 3600,
                  absolute / 60 % 60);
    return clock_text(local.at + local.offset) + zone.data();
}

Day day_of(Instant at, UtcOffset offset) {
    return floor<days>(at + offset);
}

double seconds_between(Instant from, Instant to) {
    return std::chrono::duration<double>(to - from).count();
}

double hours_between(Instant from, Instant to) {
    return std::chrono::duration<double, std::ratio<3600>>(to - from).count();
}

}  // namespace footsure
