// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "content/content.hpp"
#include "model/activity.hpp"
#include "model/recording.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// Files, folders, gzips, zips and zips in zips, as one stream of files with what the takeout says
/// of them. Nothing is ever written under a name that an archive gives.
namespace footsure::takeout {

/// What one walk may cost.
struct Limits {
    std::uint64_t file_bytes = std::uint64_t{128} << 20U;     ///< of one file, unpacked
    std::uint64_t archive_bytes = std::uint64_t{256} << 30U;  ///< of all files of one archive
    std::uint64_t archive_memory = std::uint64_t{32} << 20U;  ///< a larger inner zip goes to disk
    std::size_t entries = 250'000;                            ///< in one archive and those in it
    int depth = 4;                                            ///< of zips in zips
};

/// One file as it lies there, in one layer of packing at most: a gzip in a zip is a gzip here.
struct Item {
    std::string path;  ///< `takeout.zip!activities/1.fit.gz`; as text, whatever the disk says
    Packing packing = Packing::plain;
    std::vector<std::byte> bytes;
    content::Promise promise;  ///< of a zip member as it was packed; nothing to check otherwise
    Hints hints;
};

/// Whether a file that is not given is none that could hold a run, or could not be had.
enum class RefusalKind : std::uint8_t { failed, no_run };

/// A file that is not given, and why in words for the Runner.
struct Refusal {
    std::string path;
    std::string reason;
    RefusalKind kind = RefusalKind::failed;
};

enum class Flow : std::uint8_t { go_on, stop };

/// Gets the files one after the other, on the thread that walks.
class Visitor {
public:
    virtual ~Visitor() = default;
    virtual Flow take(Item item) = 0;
    virtual Flow refuse(Refusal refusal) = 0;
    /// How many files there are in all, those already told of among them, as far as it is known:
    /// more with each folder and archive that is opened, exact at the end.
    virtual void expect(std::size_t files) = 0;
};

/// Walks files and folders in name order, looks into archives, and joins what a takeout says:
/// Strava's `activities.csv` and an Apple Health export's workouts and routes.
/// An Apple Health export is streamed; each running workout in it becomes an Item of its own that
/// holds that workout's elements only.
/// Gives: every file once, either taken or refused. A list that was read, an archive that was
/// opened and what an operating system leaves behind (`__MACOSX`) are no files. What is refused by
/// its name (pictures, tables) or as too large is not read. Links within a folder are refused, a
/// link among `paths` is followed. An archive that is broken or asks for too much ends with one
/// Refusal for all that is left in it.
void walk(const std::vector<std::filesystem::path>& paths, const Limits& limits, Visitor& visitor);

/// The bytes of an Item. Safe to call from any thread.
/// Fails: with what could be unpacked before the damage, if anything.
[[nodiscard]] content::Unpacked unpack(const Item& item, const Limits& limits);

}  // namespace footsure::takeout
