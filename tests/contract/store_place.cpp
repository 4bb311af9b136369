// SPDX-License-Identifier: Apache-2.0
#include "store_place.hpp"

#include <doctest/doctest.h>
#include <libpq-fe.h>
#include <sqlite3.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <memory>
#include <mutex>

namespace footsure::contract {

namespace {

class Memory final : public Place {
public:
    std::string_view name() const override { return "SQLite in memory"; }

    void reopen(store::Store& /*store*/) override {}

    bool can_tamper() const override { return false; }

    void tamper(const std::string& /*statement*/) override { FAIL("nothing to tamper with"); }

    store::StoreLocation location() const override { return store::InMemory{}; }
};

class File final : public Place {
public:
    std::string_view name() const override { return "SQLite file"; }

    void tamper(const std::string& statement) override {
        sqlite3* database = nullptr;
        REQUIRE(sqlite3_open(path().c_str(), &database) == SQLITE_OK);
        CHECK(sqlite3_exec(database, statement.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_close(database);
    }

    store::StoreLocation location() const override { return store::SqliteFile{path()}; }

private:
    [[nodiscard]] std::filesystem::path path() const { return folder_.path() / "facts.db"; }

    TemporaryFolder folder_;
};

class Server final : public Place {
public:
    explicit Server(std::string conninfo)
        : conninfo_(std::move(conninfo)), schema_("contract_" + std::to_string(::getpid())) {
        execute("drop schema if exists " + schema_ + " cascade; create schema " + schema_);
    }

    ~Server() override { execute("drop schema " + schema_ + " cascade"); }

    std::string_view name() const override { return "PostgreSQL"; }

    void tamper(const std::string& statement) override {
        execute("set search_path = " + schema_ + "; " + statement);
    }

    store::StoreLocation location() const override {
        return store::PostgreSql{conninfo_ + " application_name=" + schema_ +
                                 " options='-c search_path=" + schema_ + "'"};
    }

private:
    void execute(const std::string& statements) const {
        const std::unique_ptr<PGconn, void (*)(PGconn*)> link(PQconnectdb(conninfo_.c_str()),
                                                              PQfinish);
        PQsetNoticeProcessor(link.get(), [](void*, const char*) {}, nullptr);
        const std::unique_ptr<PGresult, void (*)(PGresult*)> result(
            PQexec(link.get(), statements.c_str()), PQclear);
        INFO(PQerrorMessage(link.get()));
        CHECK(PQresultStatus(result.get()) == PGRES_COMMAND_OK);
    }

    std::string conninfo_;
    std::string schema_;
};

}  // namespace

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "footsure-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

store::Store Place::open() {
    auto store = store::Store::open(location());
    REQUIRE_MESSAGE(store.has_value(), store.error().detail);
    return std::move(*store);
}

void Place::reopen(store::Store& store) {
    {
        const store::Store closed(std::move(store));
    }
    store = open();
}

std::string postgresql_conninfo() {
    const char* conninfo = std::getenv("FOOTSURE_TEST_POSTGRESQL");
    if (conninfo == nullptr || *conninfo == '\0') {
        static std::once_flag said;
        std::call_once(said, [] { std::cout << "skipped: no PostgreSQL\n"; });
        return {};
    }
    return conninfo;
}

void in_each_place(const std::function<void(Place&)>& trial) {
    const auto in_place = [&](Place& place) {
        CAPTURE(place.name());
        trial(place);
    };
    Memory memory;
    in_place(memory);
    File file;
    in_place(file);
    if (const std::string conninfo = postgresql_conninfo(); !conninfo.empty()) {
        Server server(conninfo);
        in_place(server);
    }
}

int kills() {
    const char* text = std::getenv("FOOTSURE_KILLS");
    constexpr int kUsualKills = 3;
    int count = kUsualKills;
    if (text != nullptr) {
        std::from_chars(text, text + std::strlen(text), count);
    }
    return count;
}

}  // namespace footsure::contract
