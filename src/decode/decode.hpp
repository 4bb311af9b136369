// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace footsure::decode {

/// What one file may cost; a file beyond it ends with `too_large`, keeping what was read.
struct Limits {
    std::size_t unpacked_bytes = std::size_t{512} << 20U;
    std::size_t records = 1'000'000;
};

/// Names the format by content; a file's name is never asked. Looks inside gzip.
[[nodiscard]] FileFormat sniff(std::span<const std::byte> bytes);

/// Reads FIT (also chained), GPX, TCX, Suunto's SML, Polar's JSON or a small Apple Health export,
/// plain or in gzip.
/// Gives: everything readable. Records are in file order, one per record message or track point,
/// so two may share an instant; cadence is in steps a minute for running and walking, in the
/// device's cycles a minute for other sports. A channel holds no "not measured" zeros.
/// Integrity and warnings tell what was repaired; `error` what could not be read and where.
/// Never fails as a whole: an unreadable file is a DecodedFile with an error and nothing else.
[[nodiscard]] DecodedFile decode(std::span<const std::byte> bytes, const Limits& limits = {});

/// One running workout of an Apple Health export as a document of its own, for `decode`.
struct HealthWorkout {
    /// The same workout gives the same bytes, from a later export too as long as it is unchanged.
    std::vector<std::byte> document;
    Instant started_at;
    std::string name;                  ///< its start, as text
    std::vector<std::string> routes;   ///< paths of its GPX files within the takeout
    std::size_t records_left_out = 0;  ///< beyond what the memory holds
};

/// Splits an Apple Health export of any size into one small document per running workout. The
/// export is read several times from its beginning: first to find the workouts, then for the
/// records of as many as the memory holds, until `end_pass` says that it is finished.
class HealthExport {
public:
    enum class Pass : std::uint8_t { again, finished };

    /// Takes the bytes that workouts and their records may hold at a time.
    explicit HealthExport(std::size_t memory);
    ~HealthExport();
    HealthExport(const HealthExport&) = delete;
    HealthExport& operator=(const HealthExport&) = delete;

    /// Needs: what the last pass completed has been taken; the rest is dropped.
    void begin_pass();
    /// Fails: as `decode`; what stands before the damage still counts.
    std::optional<DecodeError> feed(std::span<const std::byte> chunk);
    [[nodiscard]] Pass end_pass();

    /// The next workout that the last pass completed, by time; nothing when all are taken.
    [[nodiscard]] std::optional<HealthWorkout> take_workout();

    /// What ended the last pass before the export's end.
    [[nodiscard]] const std::optional<DecodeError>& error() const;

    /// How many running workouts there are, and how many others; known after the first pass.
    [[nodiscard]] std::size_t runs() const;
    [[nodiscard]] std::size_t others() const;
    /// The bytes held now; never more than the memory, except for a single workout's own element.
    [[nodiscard]] std::size_t held() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace footsure::decode
