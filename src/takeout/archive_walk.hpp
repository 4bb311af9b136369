// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "takeout/hint_table.hpp"
#include "takeout/stream.hpp"
#include "takeout/takeout.hpp"
#include "takeout/zip_archive.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace footsure::takeout {

/// Walks one zip and the zips in it. What they may cost together depends on the size of the
/// outermost, so that a small archive cannot ask for much.
class ArchiveWalk {
public:
    ArchiveWalk(const Limits& limits, Stream& stream) : limits_(limits), stream_(stream) {}

    /// Counts as one file known of, until it is open.
    void walk(ZipBytes bytes, const std::string& path);

private:
    struct Opened {
        ZipArchive& archive;
        std::string path;
        int depth;
        std::uint64_t packed_left;  ///< of its own bytes; each is read once
        HintTable hints;
    };

    void walk_zip(ZipBytes bytes, const std::string& path, int depth);
    void walk_members(Opened& opened, const std::vector<Member>& members);
    bool read_list(Opened& opened, const Member& member);
    bool read_health(Opened& opened, const Member& member);
    bool begins_like_health(Opened& opened, const Member& member);
    bool visit(Opened& opened, const Member& member);
    void nested(Opened& opened, const Member& member);
    std::optional<ZipBytes> to_disk(Opened& opened, const Member& member);
    void offer(Opened& opened, const Member& member);
    bool spend(Opened& opened, const Member& member);
    std::optional<std::vector<std::byte>> unpacked(Opened& opened, const Member& member);
    [[nodiscard]] std::optional<Refusal> refusal_of(const Opened& opened,
                                                    const Member& member) const;

    const Limits& limits_;
    Stream& stream_;
    std::uint64_t unpacked_left_ = 0;
    std::size_t entries_left_ = 0;
    std::size_t looks_left_ = 0;
    std::string end_;  ///< why nothing more of the outermost archive is read
};

}  // namespace footsure::takeout
