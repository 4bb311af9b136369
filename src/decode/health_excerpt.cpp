// SPDX-License-Identifier: Apache-2.0
#include "decode/health_excerpt.hpp"

#include "decode/zone_name.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <span>
#include <string_view>
#include <tuple>

namespace footsure::decode {
namespace {

/// Several days of records; `decode` takes larger documents.
constexpr std::size_t kLongestExcerpt = std::size_t{40} << 20U;

/// Text of an attribute, so that a reader gets back what was there.
void append_escaped(std::string_view text, std::string& out) {
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\t': out += "&#9;"; break;
        case '\n': out += "&#10;"; break;
        case '\r': out += "&#13;"; break;
        default: out += c; break;
        }
    }
}

void append_attribute(std::string_view name, std::string_view value, std::string& out) {
    out += ' ';
    out += name;
    out += "=\"";
    append_escaped(value, out);
    out += '"';
}

/// Rounded so that a value that came in another unit is written alike.
void append_number(double value, std::string& out) {
    constexpr int kDigits = 9;
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                                   std::chars_format::general, kDigits)
                         .ptr;
    out.append(text.data(), end);
}

/// `2024-01-15 10:00:00 +0000`.
std::string universal_time(Instant at) {
    std::string text = format_instant(std::chrono::floor<std::chrono::seconds>(at));
    text[text.find('T')] = ' ';
    text.replace(text.find('Z'), 1, " +0000");
    return text;
}

bool names_its_zone(const HealthElement& workout) {
    return std::ranges::any_of(workout.children, [](const HealthElement& child) {
        return child.find("key") == "HKTimeZone" &&
               offset_of_zone(child.find("value"), Instant()).has_value();
    });
}

enum class Times : std::uint8_t { as_written, universal };

/// Whether it is written as all of Apple's names are; what a hostile document leaves behind its
/// prefix may be no name at all.
bool is_plain(std::string_view name) {
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
}

/// Writes an element with its children; they are as deep as in the export, a few levels.
// NOLINTNEXTLINE(misc-no-recursion): the reader bounds the depth
void append_element(const HealthElement& element, Times times, std::string& out) {
    out += '<';
    out += element.name;
    for (const auto& [name, value] : element.attributes) {
        if (!is_plain(name)) {
            continue;
        }
        const auto time = times == Times::universal ? parse_health_time(value) : std::nullopt;
        append_attribute(name, time ? universal_time(time->at) : value, out);
    }
    if (element.children.empty()) {
        out += "/>\n";
        return;
    }
    out += ">\n";
    for (const HealthElement& child : element.children) {
        if (is_plain(child.name)) {
            append_element(child, times, out);
        }
    }
    out += "</" + element.name + ">\n";
}

void append_record(const HealthSample& sample, const HealthSources& sources, std::string& out) {
    const auto time = [](std::int64_t seconds) {
        return universal_time(Instant(std::chrono::seconds(seconds)));
    };
    out += "<Record";
    append_attribute("type", record_type(sample.quantity), out);
    append_attribute("sourceName", sources.name(sample.source), out);
    append_attribute("unit", record_unit(sample.quantity), out);
    append_attribute("startDate", time(sample.from), out);
    append_attribute("endDate", time(sample.until), out);
    out += " value=\"";
    append_number(sample.value, out);
    out += "\"/>\n";
}

}  // namespace

Excerpt write_excerpt(const HealthElement& workout, std::vector<HealthSample> samples,
                      const HealthSources& sources) {
    std::ranges::sort(samples, [&](const HealthSample& a, const HealthSample& b) {
        const auto key = [&](const HealthSample& s) {
            return std::tie(s.quantity, s.from, s.until, sources.name(s.source), s.value);
        };
        return key(a) < key(b);
    });
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<HealthData>\n";
    append_element(workout, names_its_zone(workout) ? Times::universal : Times::as_written, out);
    std::size_t written = 0;
    while (written < samples.size() && out.size() < kLongestExcerpt) {
        append_record(samples[written++], sources, out);
    }
    out += "</HealthData>\n";
    const auto bytes = std::as_bytes(std::span(out));
    return {{bytes.begin(), bytes.end()}, samples.size() - written};
}

std::vector<std::string> routes_of(const HealthElement& workout) {
    std::vector<std::string> routes;
    for (const HealthElement& child : workout.children) {
        for (const HealthElement& reference : child.children) {
            if (child.name == "WorkoutRoute" && reference.name == "FileReference" &&
                !reference.find("path").empty()) {
                routes.emplace_back(reference.find("path"));
            }
        }
    }
    return routes;
}

}  // namespace footsure::decode
