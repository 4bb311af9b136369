// SPDX-License-Identifier: Apache-2.0
#include "takeout/file_name.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace footsure::takeout {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// The smallest code point that may be written in so many bytes.
constexpr std::array<std::uint32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};

std::size_t announced_bytes(unsigned char lead) {
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead < 0xE0) {
        return 2;
    }
    if (lead >= 0xE0 && lead < 0xF0) {
        return 3;
    }
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

/// How many bytes the character at the start has; 0 when there is none to be shown.
std::size_t shown_bytes(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t bytes = announced_bytes(lead);
    if (bytes == 1) {
        return lead >= 0x20 && lead != 0x7F ? 1 : 0;
    }
    if (bytes == 0 || bytes > text.size()) {
        return 0;
    }
    std::uint32_t point = lead & (0x7FU >> bytes);
    for (const char next : text.substr(1, bytes - 1)) {
        const auto byte = static_cast<unsigned char>(next);
        if ((byte & 0xC0U) != 0x80) {
            return 0;
        }
        point = (point << 6U) | (byte & 0x3FU);
    }
    const bool surrogate = point >= 0xD800 && point < 0xE000;
    const bool steers = point < 0xA0 || (point >= 0x202A && point <= 0x202E) ||
                        (point >= 0x2066 && point <= 0x2069);
    return point < kSmallest[bytes] || point > 0x10FFFF || surrogate || steers ? 0 : bytes;
}

bool is_drive(std::string_view part) {
    const char letter = part.size() == 2 && part[1] == ':' ? part[0] : '\0';
    return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
}

struct Kind {
    std::string_view reason;
    std::array<std::string_view, 16> endings;
};

constexpr std::array<Kind, 7> kNoRuns{{
    {"no run file: picture",
     {".jpg", ".jpeg", ".png", ".heic", ".heif", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".svg",
      ".dng", ".ico"}},
    {"no run file: film", {".mp4", ".mov", ".m4v", ".avi", ".mkv", ".webm", ".3gp", ".insv"}},
    {"no run file: sound", {".mp3", ".m4a", ".wav", ".ogg", ".aac", ".flac"}},
    {"no run file: document",
     {".pdf", ".doc", ".docx", ".odt", ".rtf", ".pages", ".ppt", ".pptx", ".epub"}},
    {"no run file: web page", {".html", ".htm", ".css", ".js", ".mhtml"}},
    {"no run file: table",
     {".csv", ".tsv", ".xls", ".xlsx", ".ods", ".numbers", ".db", ".sqlite", ".parquet"}},
    {"no run file: map", {".kml", ".kmz", ".geojson", ".shp"}},
}};

constexpr std::array<std::string_view, 13> kForeignArchives{
    ".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tar.xz", ".tar.zst", ".7z",
    ".rar", ".bz2", ".xz",     ".zst",     ".dmg",    ".iso"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kKnownFiles{{
    {"export_cda.xml", "Apple's clinical copy of what export.xml holds"},
    {"thumbs.db", "no run file: picture"},
}};

}  // namespace

std::string shown(std::string_view raw) {
    std::string text;
    text.reserve(raw.size());
    while (!raw.empty()) {
        const std::size_t bytes = shown_bytes(raw);
        text += bytes == 0 ? kReplacement : raw.substr(0, bytes);
        raw.remove_prefix(std::max<std::size_t>(bytes, 1));
    }
    return text;
}

std::string cleaned(std::string_view member) {
    std::string clean;
    while (!member.empty()) {
        const std::size_t end = std::min(member.find_first_of("/\\"), member.size());
        const std::string_view part = member.substr(0, end);
        member.remove_prefix(std::min(end + 1, member.size()));
        if (part.empty() || part == "." || part == ".." || (clean.empty() && is_drive(part))) {
            continue;
        }
        clean += clean.empty() ? "" : "/";
        clean += shown(part);
    }
    return clean;
}

std::string_view last_part(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

std::string_view folder_part(std::string_view path) {
    return path.substr(0, path.rfind('/') + 1);
}

std::string lower(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return result;
}

bool ends_in(std::string_view path, std::string_view lower_case_ending) {
    return path.size() >= lower_case_ending.size() &&
           lower(path.substr(path.size() - lower_case_ending.size())) == lower_case_ending;
}

bool is_litter(std::string_view path) {
    const std::string_view name = last_part(path);
    return name.starts_with("._") || name == ".DS_Store" || path.starts_with("__MACOSX/") ||
           path.find("/__MACOSX/") != std::string_view::npos;
}

std::optional<std::string> no_run_reason(std::string_view path) {
    const std::string name = lower(last_part(path));
    for (const auto& [known, reason] : kKnownFiles) {
        if (name == known) {
            return std::string(reason);
        }
    }
    if (folder_part(path).ends_with("electrocardiograms/")) {
        return "no run file: electrocardiogram";
    }
    if (name.ends_with(".json")) {
        const bool polar = name.starts_with("training-session-");
        return polar ? std::nullopt : std::optional<std::string>("no run file: list (JSON)");
    }
    for (const Kind& kind : kNoRuns) {
        for (const std::string_view ending : kind.endings) {
            if (!ending.empty() && name.ends_with(ending)) {
                return std::string(kind.reason);
            }
        }
    }
    return std::nullopt;
}

std::optional<std::string> foreign_archive_reason(std::string_view path) {
    const std::string name = lower(last_part(path));
    const bool foreign = std::ranges::any_of(
        kForeignArchives, [&](std::string_view ending) { return name.ends_with(ending); });
    return foreign ? std::optional<std::string>(
                         "an archive of a kind that is not read; unpack it first")
                   : std::nullopt;
}

}  // namespace footsure::takeout
