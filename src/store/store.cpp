// SPDX-License-Identifier: Apache-2.0
#include "store/store.hpp"

#include "store/schema.hpp"
#include "store/session.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>

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

ActivityId activity_id(std::span<const std::byte> bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    const int hashed =
        EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr);
    expects(hashed == 1, "SHA-256 is always at hand");
    std::string text;
    for (unsigned i = 0; i < length; ++i) {
        text += kDigits[digest[i] >> 4];
        text += kDigits[digest[i] & 0xf];
    }
    return ActivityId(std::move(text));
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
