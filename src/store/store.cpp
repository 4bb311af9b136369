// SPDX-License-Identifier: Apache-2.0
#include "store/store.hpp"

#include "store/schema.hpp"
#include "store/session.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <span>

namespace footsure::store {

namespace {

constexpr std::string_view kInMemory = ":memory:";
constexpr std::array<std::string_view, 2> kSchemes{"postgresql://", "postgres://"};
/// With one of these a conninfo of libpq starts; a file's name never needs to.
constexpr std::array<std::string_view, 6> kConninfoKeys{
    "host=", "hostaddr=", "port=", "dbname=", "user=", "service="};

bool starts_with_any(std::string_view text, std::span<const std::string_view> prefixes) {
    return std::ranges::any_of(prefixes,
                               [&](std::string_view prefix) { return text.starts_with(prefix); });
}

struct Opener {
    Stored<std::unique_ptr<sql::Connection>> operator()(const InMemory&) const {
        return sql::open_sqlite(std::string(kInMemory), kPatience);
    }

    Stored<std::unique_ptr<sql::Connection>> operator()(const SqliteFile& file) const {
        // An absolute path, so that no name is read as an address or as `:memory:`.
        std::error_code error;
        const auto path = std::filesystem::absolute(file.path, error);
        if (error || file.path.empty()) {
            return failure(StoreErrorCode::cannot_open, "no such path");
        }
        return sql::open_sqlite(path.string(), file.patience);
    }

    Stored<std::unique_ptr<sql::Connection>> operator()(const PostgreSql& server) const {
        return sql::open_postgresql(server.conninfo, server.patience);
    }
};

}  // namespace

StoreLocation parse_location(std::string_view text) {
    if (text == kInMemory) {
        return InMemory{};
    }
    if (starts_with_any(text, kSchemes) || starts_with_any(text, kConninfoKeys)) {
        return PostgreSql{std::string(text)};
    }
    return SqliteFile{std::filesystem::path(text)};
}

Store::Store(std::unique_ptr<Session> session) : session_(std::move(session)) {}

Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Stored<Store> Store::open(const StoreLocation& location) {
    auto connection = std::visit(Opener{}, location);
    if (!connection) {
        return Failure<StoreError>(std::move(connection.error()));
    }
    auto session = std::make_unique<Session>(std::move(*connection));
    if (auto prepared = prepare_schema(*session); !prepared) {
        return Failure<StoreError>(std::move(prepared.error()));
    }
    return Store(std::move(session));
}

Stored<Transaction> Store::begin() {
    return session_->begin(sql::Access::write);
}

}  // namespace footsure::store
