// SPDX-License-Identifier: Apache-2.0
#include "takeout/archive_walk.hpp"

#include "takeout/file_content.hpp"
#include "takeout/file_name.hpp"
#include "takeout/health.hpp"
#include "takeout/strava.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace footsure::takeout {

namespace {

/// Recordings and lists of numbers unpack to 30 times their size at most.
constexpr std::uint64_t kFairRatio = 100;
constexpr std::uint64_t kAlwaysFair = std::uint64_t{1} << 30U;
/// XML members whose beginning is looked at before all others are read.
constexpr std::size_t kMostLooks = 1'000;

std::string inside(const std::string& archive, const std::string& member) {
    return archive + '!' + member;
}

}  // namespace

void ArchiveWalk::walk(ZipBytes bytes, const std::string& path) {
    const auto* file = std::get_if<DiskFile>(&bytes);
    const std::uint64_t size =
        file != nullptr ? file->size() : std::get<std::vector<std::byte>>(bytes).size();
    unpacked_left_ = limits_.archive_bytes;
    if (size < limits_.archive_bytes / kFairRatio) {
        unpacked_left_ = std::min(unpacked_left_, kAlwaysFair + size * kFairRatio);
    }
    entries_left_ = limits_.entries;
    looks_left_ = kMostLooks;
    end_.clear();
    walk_zip(std::move(bytes), path, 1);
}

void ArchiveWalk::walk_zip(ZipBytes bytes, const std::string& path, int depth) {
    auto archive = ZipArchive::open(std::move(bytes), entries_left_);
    if (!archive) {
        stream_.refuse(path, archive.error());
        return;
    }
    std::vector<Member> members = archive->members();
    stream_.know_fewer(1);
    stream_.know_more(members.size());
    Opened opened{.archive = *archive,
                  .path = path,
                  .depth = depth,
                  .packed_left = archive->size(),
                  .hints = {}};
    // Lists first, as they tell of the files.
    std::erase_if(members, [&](const Member& m) { return read_list(opened, m); });
    std::erase_if(members, [&](const Member& m) { return read_health(opened, m); });
    walk_members(opened, members);
}

void ArchiveWalk::walk_members(Opened& opened, const std::vector<Member>& members) {
    for (std::size_t i = 0; i < members.size() && !stream_.stopped(); ++i) {
        if (entries_left_ == 0 && end_.empty()) {
            end_ = "the archive holds more files than allowed";
        }
        if (!end_.empty() || !visit(opened, members[i])) {
            // One line for all of them: there may be millions.
            const std::size_t rest = members.size() - i;
            stream_.know_fewer(rest - 1);
            stream_.refuse(opened.path,
                           end_ + "; not read: " + std::to_string(rest) + " files in it");
            return;
        }
    }
}

/// Gives true when the member is done with: a list that was understood, or cannot be read.
bool ArchiveWalk::read_list(Opened& opened, const Member& member) {
    if (!is_strava_list(member.name) || member.obstacle || !end_.empty() ||
        member.promise.size > kLargestList) {
        return false;
    }
    if (!spend(opened, member)) {
        return false;
    }
    const auto bytes = unpacked(opened, member);
    const std::string base(folder_part(member.name));
    return !bytes ||
           take_strava_list(*bytes, base, inside(opened.path, member.name), opened.hints, stream_);
}

/// Gives true when the member is an Apple Health export, which may be larger than any other file.
bool ArchiveWalk::read_health(Opened& opened, const Member& member) {
    if (!may_be_health_export(member.name) || member.obstacle || !end_.empty() ||
        stream_.stopped() || !begins_like_health(opened, member) || !spend(opened, member)) {
        return false;
    }
    const HealthFile file{
        .read = [&](const HealthFile::Sink& sink) { return opened.archive.unpack(member, sink); },
        .shown_path = inside(opened.path, member.name),
        .base = std::string(folder_part(member.name))};
    take_health_export(file, opened.hints, stream_);
    return true;
}

bool ArchiveWalk::begins_like_health(Opened& opened, const Member& member) {
    if (looks_left_ == 0) {
        return false;
    }
    --looks_left_;
    bool is_health = false;
    const auto looked = opened.archive.unpack(member, [&](std::span<const std::byte> piece) {
        is_health = is_health_export(piece);
        return Flow::stop;
    });
    return looked && is_health;
}

std::optional<Refusal> ArchiveWalk::refusal_of(const Opened& opened, const Member& member) const {
    const std::string path = inside(opened.path, member.name);
    if (member.obstacle) {
        return Refusal{path, *member.obstacle};
    }
    if (auto reason = foreign_archive_reason(member.name)) {
        return Refusal{path, std::move(*reason)};
    }
    if (auto reason = no_run_reason(member.name)) {
        return Refusal{path, std::move(*reason), RefusalKind::no_run};
    }
    if (auto reason = opened.hints.reason_against(member.name)) {
        return Refusal{path, std::move(*reason), RefusalKind::no_run};
    }
    if (ends_in(member.name, ".zip")) {
        return opened.depth < limits_.depth
                   ? std::nullopt
                   : std::optional(Refusal{path, "too many zips within each other to be opened"});
    }
    return std::max(member.promise.size, member.packed_size) > limits_.file_bytes
               ? std::optional(Refusal{path, too_large(limits_.file_bytes)})
               : std::nullopt;
}

/// Gives false when the archive asks for too much, and the member was not read.
bool ArchiveWalk::visit(Opened& opened, const Member& member) {
    --entries_left_;
    if (auto refusal = refusal_of(opened, member)) {
        stream_.refuse(std::move(*refusal));
        return true;
    }
    if (!spend(opened, member)) {
        return false;
    }
    ends_in(member.name, ".zip") ? nested(opened, member) : offer(opened, member);
    return true;
}

/// Gives false when the archive asks for more than an honest one can.
bool ArchiveWalk::spend(Opened& opened, const Member& member) {
    if (member.packed_size > opened.packed_left) {
        end_ = "files in the archive overlap, as in an archive made to do harm";
    } else if (member.promise.size > unpacked_left_) {
        end_ = "the archive unpacks to more than is allowed for one of its size";
    } else {
        opened.packed_left -= member.packed_size;
        unpacked_left_ -= member.promise.size;
    }
    return end_.empty();
}

/// The bytes without the zip's packing; refuses the member when there are none.
std::optional<std::vector<std::byte>> ArchiveWalk::unpacked(Opened& opened, const Member& member) {
    auto packed = opened.archive.packed(member);
    if (!packed) {
        stream_.refuse(inside(opened.path, member.name), packed.error());
        return std::nullopt;
    }
    if (member.packing == Packing::plain) {
        return std::move(*packed);
    }
    const auto plain = content::unpack_deflate(*packed, member.promise, limits_.file_bytes);
    if (plain.error) {
        stream_.refuse(inside(opened.path, member.name), plain.error->message);
        return std::nullopt;
    }
    packed->assign(plain.bytes().begin(), plain.bytes().end());
    return std::move(*packed);
}

void ArchiveWalk::offer(Opened& opened, const Member& member) {
    const std::string path = inside(opened.path, member.name);
    Hints hints = opened.hints.of(member.name);
    // An Item has one layer only: a gzip comes out of its zip.
    if (member.packing == Packing::plain || ends_in(member.name, ".gz")) {
        auto bytes = unpacked(opened, member);
        if (bytes) {
            const bool checked = member.packing == Packing::deflate;
            offer_file({.path = path,
                        .bytes = std::move(*bytes),
                        .promise = checked ? content::Promise{} : member.promise,
                        .hints = std::move(hints)},
                       stream_);
        }
        return;
    }
    auto packed = opened.archive.packed(member);
    if (!packed) {
        stream_.refuse(path, packed.error());
        return;
    }
    stream_.take({.path = path,
                  .packing = Packing::deflate,
                  .bytes = std::move(*packed),
                  .promise = member.promise,
                  .hints = std::move(hints)});
}

void ArchiveWalk::nested(Opened& opened, const Member& member) {
    const std::string path = inside(opened.path, member.name);
    std::optional<ZipBytes> bytes;
    if (member.promise.size <= limits_.archive_memory) {
        bytes = unpacked(opened, member);
    } else {
        bytes = to_disk(opened, member);
    }
    if (!bytes) {
        return;
    }
    auto* memory = std::get_if<std::vector<std::byte>>(&*bytes);
    if (memory != nullptr && !is_zip(*memory)) {
        offer_file({.path = path, .bytes = std::move(*memory), .hints = {}}, stream_);
        return;
    }
    walk_zip(std::move(*bytes), path, opened.depth + 1);
}

/// Unpacks a large inner zip into a file without a name.
std::optional<ZipBytes> ArchiveWalk::to_disk(Opened& opened, const Member& member) {
    const std::string path = inside(opened.path, member.name);
    auto file = DiskFile::temporary();
    if (!file) {
        stream_.refuse(path, "no room to unpack it: " + file.error());
        return std::nullopt;
    }
    std::optional<std::string> failure;
    const auto done = opened.archive.unpack(member, [&](std::span<const std::byte> piece) {
        const auto written = file->append(piece);
        if (!written) {
            failure = "no room to unpack it: " + written.error();
        } else if (file->size() == piece.size() && !is_zip(piece)) {
            failure = "it is named like a zip and is none";
        }
        return failure ? Flow::stop : Flow::go_on;
    });
    if (!done) {
        failure = done.error();
    }
    if (failure) {
        stream_.refuse(path, *failure);
        return std::nullopt;
    }
    return ZipBytes(std::move(*file));
}

}  // namespace footsure::takeout
