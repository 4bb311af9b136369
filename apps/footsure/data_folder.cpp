// SPDX-License-Identifier: Apache-2.0
#include "footsure/data_folder.hpp"

#include "footsure/exit_code.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace footsure::app {

namespace fs = std::filesystem;

namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

fs::path data_folder(const DataOptions& options) {
    if (!options.data.empty()) {
        return options.data;
    }
    if (const auto data = environment("FOOTSURE_DATA"); !data.empty()) {
        return data;
    }
    if (const auto xdg = environment("XDG_DATA_HOME"); !xdg.empty()) {
        return fs::path(xdg) / "footsure";
    }
    const auto home = environment("HOME");
    return (home.empty() ? fs::path(".") : fs::path(home) / ".local" / "share") / "footsure";
}

/// Only its owner may look into a new folder: it holds health data.
Result<void, std::string> make_private(const fs::path& folder) {
    std::error_code error;
    if (fs::is_directory(folder, error)) {
        return {};
    }
    fs::create_directories(folder, error);
    if (!error) {
        fs::permissions(folder, fs::perms::owner_all, error);
    }
    if (error) {
        return Failure<std::string>(folder.string() + ": " + error.message());
    }
    return {};
}

}  // namespace

Result<service::Service, std::string> open_service(const DataOptions& options,
                                                   const Knowledge& knowledge) {
    std::string location = options.database;
    if (location.empty()) {
        const auto folder = data_folder(options);
        if (const auto made = make_private(folder); !made) {
            return Failure<std::string>(made.error());
        }
        location = (folder / "footsure.sqlite").string();
    }
    auto service = service::Service::open(store::parse_location(location), knowledge);
    if (!service) {
        return Failure<std::string>(fmt::format("the data cannot be opened ({}): {}",
                                                word(service.error().code),
                                                service.error().detail));
    }
    return std::move(*service);
}

Result<LocalInstant, std::string> moment(const DataOptions& options) {
    if (options.at.empty()) {
        return service::now();
    }
    const auto at = parse_instant(options.at);
    if (!at) {
        return Failure<std::string>("'" + options.at +
                                    "' is no time such as 2026-03-01T18:00:00+01:00");
    }
    return *at;
}

int report(const store::StoreError& error) {
    if (error.code == store::StoreErrorCode::not_found) {
        fmt::print(stderr,
                   "Nothing is stored for this runner yet: start with 'footsure import'.\n");
        return kNothingFound;
    }
    fmt::print(stderr, "the data cannot be used ({}): {}\n", word(error.code), error.detail);
    return error.code == store::StoreErrorCode::busy ? kBusy : kFailure;
}

}  // namespace footsure::app
