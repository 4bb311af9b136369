// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "footsure/sample_runner.hpp"
#include "service/service.hpp"
#include "store_facts.hpp"
#include "store_place.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

/// Folders of runs to import, and ways to look at what came of it.
namespace footsure::contract {

/// Hears nothing.
class Deaf : public service::ImportListener {
public:
    void on_file(const FileReport& /*file*/) override {}

    void on_progress(const ImportProgress& /*progress*/) override {}
};

/// A listener for calls that need one.
[[nodiscard]] service::ImportListener& nobody();

/// The real activities beside the sources; says so and gives nothing where they are not.
[[nodiscard]] std::optional<std::filesystem::path> real_activities();

void write_bytes(const std::filesystem::path& path, std::span<const std::byte> bytes);

/// Writes the first runs of the sample runner as FIT files.
void write_sample_runs(const std::filesystem::path& folder, std::size_t count);

/// A service for Anna at that place.
[[nodiscard]] service::Service open_for_anna(const store::StoreLocation& location,
                                             const Knowledge& knowledge);

/// Everything the Runner can see of her runs, as one text; ids and paths too.
[[nodiscard]] std::string everything(service::Service& service);

/// `outcome path: reason` of every file, without the folder.
[[nodiscard]] std::vector<std::string> lines_of(const ImportReport& report,
                                                const std::filesystem::path& folder);

}  // namespace footsure::contract
