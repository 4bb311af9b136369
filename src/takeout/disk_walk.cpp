// SPDX-License-Identifier: Apache-2.0
#include "takeout/disk_walk.hpp"

#include "takeout/file_content.hpp"
#include "takeout/file_name.hpp"
#include "takeout/health.hpp"
#include "takeout/strava.hpp"

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>

namespace footsure::takeout {

namespace {

namespace fs = std::filesystem;

struct Listing {
    std::vector<fs::directory_entry> entries;  ///< by name
    std::error_code error;                     ///< what ended it early
};

bool is_folder(const fs::directory_entry& entry) {
    std::error_code error;
    return fs::is_directory(entry.symlink_status(error));
}

Listing list(const fs::path& folder) {
    Listing listing;
    fs::directory_iterator next(folder, listing.error);
    while (!listing.error && next != fs::directory_iterator()) {
        const bool litter =
            is_litter(next->path().filename().native()) || next->path().filename() == "__MACOSX";
        if (!litter) {
            listing.entries.push_back(*next);
        }
        next.increment(listing.error);
    }
    std::ranges::sort(listing.entries, {}, [](const auto& e) { return e.path().native(); });
    return listing;
}

std::string shown_path(const fs::path& path) {
    return shown(path.native());
}

}  // namespace

void DiskWalk::named(const fs::path& path) {
    std::error_code error;
    if (fs::is_directory(fs::status(path, error))) {
        folder(path);
    } else {
        stream_.know_more(1);
        if (!read_health(path, Links::follow)) {
            file(path, Links::follow);
        }
    }
}

void DiskWalk::folder(const fs::path& path) {
    Listing listing = list(path);
    const auto files =
        std::ranges::count_if(listing.entries, [](const auto& entry) { return !is_folder(entry); });
    stream_.know_more(static_cast<std::size_t>(files));
    // Lists first, as they tell of the files.
    std::erase_if(listing.entries, [&](const auto& entry) {
        return read_list(entry.path()) || read_health(entry.path(), Links::refuse);
    });
    for (const fs::directory_entry& entry : listing.entries) {
        if (stream_.stopped()) {
            return;
        }
        is_folder(entry) ? folder(entry.path()) : file(entry.path(), Links::refuse);
    }
    if (listing.error) {
        stream_.know_more(1);
        stream_.refuse(shown_path(path), "the folder cannot be read: " + listing.error.message());
    }
}

/// Gives true when the file is a list that was understood, and so is no file by itself.
bool DiskWalk::read_list(const fs::path& path) {
    if (!is_strava_list(path.native())) {
        return false;
    }
    auto file = DiskFile::open(path, Links::refuse);
    if (!file || file->size() > kLargestList) {
        return false;
    }
    const auto bytes = file->read(kLargestList);
    const std::string base = (path.parent_path() / "").native();
    return bytes && take_strava_list(*bytes, base, shown_path(path), hints_, stream_);
}

/// Gives true when the file is an Apple Health export, which may be larger than any other file.
bool DiskWalk::read_health(const fs::path& path, Links links) {
    if (!may_be_health_export(path.native()) || stream_.stopped()) {
        return false;
    }
    auto file = DiskFile::open(path, links);
    const auto beginning = file ? file->read(kHealthBeginning) : std::vector<std::byte>{};
    if (!beginning || !is_health_export(*beginning)) {
        return false;
    }
    const HealthFile health{
        .read = [&](const HealthFile::Sink& sink) { return file->read_through(sink); },
        .shown_path = shown_path(path),
        .base = (path.parent_path() / "").native()};
    take_health_export(health, hints_, stream_);
    return true;
}

void DiskWalk::file(const fs::path& path, Links links) {
    auto opened = DiskFile::open(path, links);
    if (!opened) {
        stream_.refuse(shown_path(path), opened.error());
        return;
    }
    if (auto foreign = foreign_archive_reason(path.native())) {
        stream_.refuse(shown_path(path), std::move(*foreign));
        return;
    }
    auto reason = no_run_reason(path.native());
    if (!reason) {
        reason = hints_.reason_against(path.native());
    }
    if (reason) {
        stream_.pass_over(shown_path(path), std::move(*reason));
        return;
    }
    content(*opened, path);
}

void DiskWalk::content(DiskFile& file, const fs::path& path) {
    constexpr std::size_t kBeginning = 512;
    const auto beginning = file.read(kBeginning);
    if (!beginning) {
        stream_.refuse(shown_path(path), beginning.error());
        return;
    }
    if (is_zip(*beginning)) {
        ArchiveWalk(limits_, stream_).walk(std::move(file), shown_path(path));
        return;
    }
    if (file.size() > limits_.file_bytes) {
        stream_.refuse(shown_path(path),
                       other_archive(*beginning).value_or(too_large(limits_.file_bytes)));
        return;
    }
    auto bytes = file.read(static_cast<std::size_t>(file.size()));
    if (!bytes) {
        stream_.refuse(shown_path(path), bytes.error());
        return;
    }
    offer_file(
        {.path = shown_path(path), .bytes = std::move(*bytes), .hints = hints_.of(path.native())},
        stream_);
}

}  // namespace footsure::takeout
