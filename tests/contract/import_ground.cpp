// SPDX-License-Identifier: Apache-2.0
#include "import_ground.hpp"

#include "encode/encode.hpp"
#include "wire/wire.hpp"

#include <cstdlib>
#include <fstream>

namespace footsure::contract {

service::ImportListener& nobody() {
    static Deaf deaf;
    return deaf;
}

std::optional<std::filesystem::path> real_activities() {
    const char* shared = std::getenv("FOOTSURE_SHARED");
    const std::filesystem::path root =
        shared != nullptr ? std::filesystem::path(shared)
                          : std::filesystem::path(FOOTSURE_SOURCE_DIR) / ".." / "shared";
    auto folder = root / "data" / "activities";
    if (!std::filesystem::exists(folder)) {
        MESSAGE("skipped: no shared data");
        return std::nullopt;
    }
    return folder;
}

void write_bytes(const std::filesystem::path& path, std::span<const std::byte> bytes) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream out(path, std::ios::binary);
    out.write(reinterpret_cast<const char*>(bytes.data()),
              static_cast<std::streamsize>(bytes.size()));
    REQUIRE(out.good());
}

void write_sample_runs(const std::filesystem::path& folder, std::size_t count) {
    const auto year = app::sample_year(on("2026-03-01"));
    REQUIRE(year.size() >= count);
    for (std::size_t i = 0; i < count; ++i) {
        write_bytes(folder / ("run-" + std::to_string(1000 + i) + ".fit"),
                    encode::fit_activity(year[i]));
    }
}

service::Service open_for_anna(const store::StoreLocation& location, const Knowledge& knowledge) {
    auto service = service::Service::open(location, knowledge);
    REQUIRE(service.has_value());
    good(service->ensure_runner(kAnna));
    return std::move(*service);
}

std::string everything(service::Service& service) {
    return wire::write_runs(good(service.runs(kAnna)));
}

std::vector<std::string> lines_of(const ImportReport& report, const std::filesystem::path& folder) {
    std::vector<std::string> lines;
    for (const FileReport& file : report.files) {
        std::string text = std::string(word(file.outcome)) + " " + file.path + ": " + file.reason;
        for (std::size_t at = 0; (at = text.find(folder.string())) != std::string::npos;) {
            text.erase(at, folder.string().size() + 1);
        }
        lines.push_back(std::move(text));
    }
    return lines;
}

}  // namespace footsure::contract
