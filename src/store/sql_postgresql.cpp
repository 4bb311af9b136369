// SPDX-License-Identifier: Apache-2.0
#include "store/sql.hpp"

#include "store/sql_errors.hpp"

#include <libpq-fe.h>

#include <array>
#include <bit>
#include <type_traits>

namespace footsure::store::sql {

namespace {

/// Type numbers of PostgreSQL's own catalogue (pg_type).
enum class Type : std::uint16_t {
    unspecified = 0,
    bytea = 17,
    int8 = 20,
    int4 = 23,
    text = 25,
    float8 = 701
};

constexpr int kBinary = 1;
constexpr std::size_t kWidth = 8;  ///< bytes of a bigint and of a double precision
/// Any number that all copies of this program agree on: whoever changes tables holds it.
constexpr std::int64_t kSchemaLock = 0x666f6f7473757265;

struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};

struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};

using Link = std::unique_ptr<PGconn, Finish>;
using Answered = std::unique_ptr<PGresult, Clear>;
using Bytes8 = std::array<char, kWidth>;

Bytes8 big_endian(std::uint64_t value) {
    Bytes8 bytes{};
    for (std::size_t i = 0; i < kWidth; ++i) {
        bytes[i] = static_cast<char>(value >> (8 * (kWidth - 1 - i)) & 0xff);
    }
    return bytes;
}

std::uint64_t from_big_endian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes) {
        value = value << 8 | static_cast<unsigned char>(byte);
    }
    return value;
}

/// The parameters of one statement in the shape libpq wants; everything travels in binary.
class Packed {
public:
    explicit Packed(Parameters parameters) : numbers_(parameters.size()) {
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            std::visit([&](const auto& value) { add(i, value); }, parameters[i]);
        }
        formats_.assign(parameters.size(), kBinary);
    }

    [[nodiscard]] int count() const { return static_cast<int>(values_.size()); }

    [[nodiscard]] const Oid* types() const { return types_.data(); }

    [[nodiscard]] const char* const* values() const { return values_.data(); }

    [[nodiscard]] const int* lengths() const { return lengths_.data(); }

    [[nodiscard]] const int* formats() const { return formats_.data(); }

private:
    void add(Type type, const char* value, std::size_t length) {
        types_.push_back(static_cast<Oid>(type));
        values_.push_back(value);
        lengths_.push_back(static_cast<int>(length));
    }

    void add(std::size_t, Null) { add(Type::unspecified, nullptr, 0); }

    void add(std::size_t, std::string_view text) {
        add(Type::text, text.empty() ? "" : text.data(), text.size());
    }

    void add(std::size_t i, std::int64_t value) {
        numbers_[i] = big_endian(static_cast<std::uint64_t>(value));
        add(Type::int8, numbers_[i].data(), kWidth);
    }

    void add(std::size_t i, double value) {
        numbers_[i] = big_endian(std::bit_cast<std::uint64_t>(value));
        add(Type::float8, numbers_[i].data(), kWidth);
    }

    void add(std::size_t, std::span<const std::byte> blob) {
        add(Type::bytea, blob.empty() ? "" : reinterpret_cast<const char*>(blob.data()),
            blob.size());
    }

    std::vector<Bytes8> numbers_;
    std::vector<Oid> types_;
    std::vector<const char*> values_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
};

Stored<Value> read_field(const PGresult* result, int row, int column) {
    if (PQgetisnull(result, row, column) != 0) {
        return Null{};
    }
    const std::string_view raw(PQgetvalue(result, row, column),
                               static_cast<std::size_t>(PQgetlength(result, row, column)));
    switch (static_cast<Type>(PQftype(result, column))) {
    case Type::int8: return static_cast<std::int64_t>(from_big_endian(raw));
    case Type::int4:
        return static_cast<std::int32_t>(static_cast<std::uint32_t>(from_big_endian(raw)));
    case Type::float8: return std::bit_cast<double>(from_big_endian(raw));
    case Type::text: return std::string(raw);
    case Type::bytea: {
        const auto* bytes = reinterpret_cast<const std::byte*>(raw.data());
        return std::vector<std::byte>(bytes, bytes + raw.size());
    }
    case Type::unspecified: break;
    }
    return Failure<StoreError>(
        StoreError{StoreErrorCode::failed, "a column has a type the store does not use"});
}

Stored<Rows> read_rows(const PGresult* result) {
    Rows rows;
    for (int row = 0; row < PQntuples(result); ++row) {
        std::vector<Value> values;
        for (int column = 0; column < PQnfields(result); ++column) {
            auto value = read_field(result, row, column);
            if (!value) {
                return Failure<StoreError>(std::move(value.error()));
            }
            values.push_back(std::move(*value));
        }
        rows.emplace_back(std::move(values));
    }
    return rows;
}

class PostgresqlConnection final : public Connection {
public:
    explicit PostgresqlConnection(Link link) : link_(std::move(link)) {}

    Stored<void> begin(Access access) override;
    Stored<void> commit() override;

    void roll_back() override {
        if (in_transaction()) {
            static_cast<void>(run("rollback"));
        }
    }

    [[nodiscard]] bool in_transaction() const override {
        const PGTransactionStatusType status = PQtransactionStatus(link_.get());
        return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
    }

    Stored<bool> has_table(std::string_view table) override {
        return run("select 1 from pg_catalog.pg_tables "
                   "where schemaname = current_schema() and tablename = $1",
                   {table})
            .map([](const Rows& rows) { return !rows.empty(); });
    }

private:
    Stored<Rows> execute(std::string_view statement, Parameters parameters) override;
    Failure<StoreError> failure(const PGresult* result) const;
    Link link_;
};

Failure<StoreError> PostgresqlConnection::failure(const PGresult* result) const {
    if (PQstatus(link_.get()) != CONNECTION_OK) {
        return Failure<StoreError>(
            StoreError{StoreErrorCode::connection_lost, "the database server went away"});
    }
    // The message alone: its detail line would repeat stored values.
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char* words = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    return Failure<StoreError>(StoreError{code_of_sqlstate(state != nullptr ? state : ""),
                                          words != nullptr ? words : "no answer"});
}

Stored<Rows> PostgresqlConnection::execute(std::string_view statement, Parameters parameters) {
    const std::string text(statement);
    const Packed packed(parameters);
    const Answered answered(PQexecParams(link_.get(), text.c_str(), packed.count(), packed.types(),
                                         packed.values(), packed.lengths(), packed.formats(),
                                         kBinary));
    const ExecStatusType status = PQresultStatus(answered.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
        return failure(answered.get());
    }
    // A broken transaction answers "commit" with a rollback and no error.
    if (text == "commit" && std::string_view(PQcmdStatus(answered.get())) != "COMMIT") {
        return Failure<StoreError>(
            StoreError{StoreErrorCode::failed, "an earlier error had ended the transaction"});
    }
    return read_rows(answered.get());
}

Stored<void> PostgresqlConnection::begin(Access access) {
    auto begun =
        run(access == Access::read ? "begin isolation level repeatable read, read only" : "begin");
    if (begun && access == Access::schema) {
        begun = run("select 1 from (select pg_advisory_xact_lock($1)) as locked", {kSchemaLock});
        if (!begun) {
            roll_back();
        }
    }
    return begun.map([](const Rows&) {});
}

Stored<void> PostgresqlConnection::commit() {
    const auto committed = run("commit");
    if (!committed) {
        roll_back();
    }
    return committed.map([](const Rows&) {});
}

void ignore_notice(void* /*context*/, const char* /*notice*/) {}

}  // namespace

Stored<std::unique_ptr<Connection>> open_postgresql(const std::string& conninfo,
                                                    std::chrono::milliseconds patience) {
    const std::string seconds =
        std::to_string(std::chrono::ceil<std::chrono::seconds>(patience).count());
    // The later key wins: the address may set another time to connect, but no other encoding.
    const std::array<const char*, 4> keys{"connect_timeout", "dbname", "client_encoding", nullptr};
    const std::array<const char*, 4> values{seconds.c_str(), conninfo.c_str(), "UTF8", nullptr};
    constexpr int kExpandDatabaseName = 1;
    Link link(PQconnectdbParams(keys.data(), values.data(), kExpandDatabaseName));
    if (PQstatus(link.get()) != CONNECTION_OK) {
        return Failure<StoreError>(
            StoreError{StoreErrorCode::cannot_open, PQerrorMessage(link.get())});
    }
    PQsetNoticeProcessor(link.get(), ignore_notice, nullptr);
    auto connection = std::make_unique<PostgresqlConnection>(std::move(link));
    const std::string milliseconds = std::to_string(patience.count());
    auto done = connection->run("select set_config('lock_timeout', $1, false)",
                                {std::string_view(milliseconds)});
    if (!done) {
        return Failure<StoreError>(std::move(done.error()));
    }
    return connection;
}

}  // namespace footsure::store::sql
