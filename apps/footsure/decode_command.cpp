// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.hpp"
#include "footsure/commands.hpp"
#include "footsure/exit_code.hpp"
#include "footsure/files.hpp"
#include "wire/wire.hpp"

#include <fmt/format.h>

namespace footsure::app {

namespace {

std::string kilometres(const Activity& activity) {
    double metres = 0;
    for (const auto& leg : activity.legs) {
        metres += leg.distance.value_or(Metres(0)).value();
    }
    return fmt::format("{:.2f} km", metres / 1000);
}

void print_line(const DecodedFile& decoded, const std::string& file) {
    const auto& activity = decoded.activity;
    fmt::print("{}: {} {}, {}, {}, {}, {} records, {} laps, {}\n", file, word(decoded.format),
               word(decoded.kind), activity.legs.empty() ? "no sport" : activity.legs.front().sport,
               activity.started_at ? format_instant(*activity.started_at) : "no start",
               kilometres(activity), activity.records.size(), activity.laps.size(),
               word(decoded.integrity));
    if (decoded.error) {
        fmt::print("    {} at byte {}: {}\n", word(decoded.error->code), decoded.error->offset,
                   decoded.error->message);
    }
    for (const auto& warning : decoded.warnings) {
        fmt::print("    {}\n", warning);
    }
}

}  // namespace

int run_decode(const std::vector<std::string>& paths, Output output) {
    const auto list = list_files(paths);
    for (const auto& missing : list.missing) {
        fmt::print(stderr, "{}\n", missing);
    }
    std::size_t failed = list.missing.size();
    FileReader reader;
    for (const auto& path : list.files) {
        const auto bytes = reader.read(path);
        if (!bytes) {
            fmt::print(stderr, "{}\n", bytes.error());
            ++failed;
            continue;
        }
        const auto decoded = decode::decode(*bytes);
        failed += decoded.error ? 1U : 0U;
        if (output == Output::json) {
            fmt::print("{}\n", wire::write_decoded(decoded, path.generic_string()));
        } else {
            print_line(decoded, path.generic_string());
        }
    }
    if (list.files.empty()) {
        return kNothingFound;
    }
    if (failed == 0) {
        return kFine;
    }
    return failed == list.files.size() + list.missing.size() ? kFailure : kPartly;
}

}  // namespace footsure::app
