// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

/// Where the contract of the store is tried; each place starts empty and leaves nothing behind.
namespace footsure::contract {

class TemporaryFolder {
public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

class Place {
public:
    Place() = default;
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    virtual ~Place() = default;
    [[nodiscard]] virtual std::string_view name() const = 0;
    [[nodiscard]] store::Store open();
    /// Closes and opens again where that keeps the facts; in memory it stays as it is.
    virtual void reopen(store::Store& store);

    /// Changes what is stored behind the store's back. In memory there is no such way.
    [[nodiscard]] virtual bool can_tamper() const { return true; }

    virtual void tamper(const std::string& statement) = 0;
    [[nodiscard]] virtual store::StoreLocation location() const = 0;
};

/// Calls `trial` with a fresh place of each kind; says so where PostgreSQL is not at hand.
void in_each_place(const std::function<void(Place&)>& trial);

/// How often a test kills a program: FOOTSURE_KILLS, else a few times.
[[nodiscard]] int kills();

/// The conninfo of FOOTSURE_TEST_POSTGRESQL, with a notice when it is empty.
[[nodiscard]] std::string postgresql_conninfo();

}  // namespace footsure::contract
