// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recording.hpp"
#include "model/result.hpp"
#include "takeout/takeout.hpp"
#include "takeout/zip_source.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

struct zip;

namespace footsure::takeout {

/// One file of a zip, as its directory tells.
struct Member {
    std::uint64_t index = 0;
    std::string name;  ///< cleaned
    Packing packing = Packing::plain;
    std::uint64_t packed_size = 0;
    content::Promise promise;
    std::optional<std::string> obstacle;  ///< why it cannot be had
};

/// A zip in a file or in memory. What fails, fails with words for the Runner.
class ZipArchive {
public:
    /// Takes a piece of a member; says stop when it wants no more.
    using Sink = std::function<Flow(std::span<const std::byte>)>;

    /// Fails: also for a directory of more than `most_entries` entries.
    [[nodiscard]] static Result<ZipArchive, std::string> open(ZipBytes bytes,
                                                              std::size_t most_entries);

    /// Its size as it lies there.
    [[nodiscard]] std::uint64_t size() const { return source_->size(); }

    /// Its files by name; without folders and litter.
    [[nodiscard]] std::vector<Member> members() const;

    /// The bytes as the archive holds them.
    [[nodiscard]] Result<std::vector<std::byte>, std::string> packed(const Member& member);

    /// Unpacks in pieces; size and check sum are compared at the end.
    [[nodiscard]] Result<void, std::string> unpack(const Member& member, const Sink& sink);

private:
    struct Discard {
        void operator()(zip* archive) const;
    };

    ZipArchive(std::unique_ptr<ZipSource> source, zip* archive)
        : source_(std::move(source)), archive_(archive) {}

    std::unique_ptr<ZipSource> source_;  ///< outlives what reads from it
    std::unique_ptr<zip, Discard> archive_;
};

}  // namespace footsure::takeout
