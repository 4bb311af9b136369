// SPDX-License-Identifier: Apache-2.0
#include "store/sql.hpp"
#include "store/sql_errors.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <functional>
#include <map>
#include <type_traits>

namespace footsure::store::sql {

namespace {

constexpr std::string_view kInMemory = ":memory:";

struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

using Database = std::unique_ptr<sqlite3, Close>;
using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

Failure<StoreError> failure(sqlite3* database, int result) {
    const char* words = database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(result);
    return Failure<StoreError>(StoreError{code_of_sqlite(result), words});
}

/// Needs: the parameter lives until the statement is finished, as nothing is copied.
int bind(sqlite3_stmt* statement, int index, const Parameter& parameter) {
    return std::visit(
        [&](const auto& value) {
            using T = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<T, Null>) {
                return sqlite3_bind_null(statement, index);
            } else if constexpr (std::is_same_v<T, std::string_view>) {
                const char* text = value.empty() ? "" : value.data();  // a null pointer binds null
                return sqlite3_bind_text64(statement, index, text, value.size(), SQLITE_STATIC,
                                           SQLITE_UTF8);
            } else if constexpr (std::is_same_v<T, std::int64_t>) {
                return sqlite3_bind_int64(statement, index, value);
            } else if constexpr (std::is_same_v<T, double>) {
                return sqlite3_bind_double(statement, index, value);
            } else if (value.empty()) {
                return sqlite3_bind_zeroblob(statement, index, 0);
            } else {
                return sqlite3_bind_blob64(statement, index, value.data(), value.size(),
                                           SQLITE_STATIC);
            }
        },
        parameter);
}

Value read_column(sqlite3_stmt* statement, int column) {
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER: return sqlite3_column_int64(statement, column);
    case SQLITE_FLOAT: return sqlite3_column_double(statement, column);
    case SQLITE_TEXT: {
        const auto* text = sqlite3_column_text(statement, column);
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
        return std::string(reinterpret_cast<const char*>(text), size);
    }
    case SQLITE_BLOB: {
        const auto* bytes = static_cast<const std::byte*>(sqlite3_column_blob(statement, column));
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
        return std::vector<std::byte>(bytes, bytes + size);
    }
    default: return Null{};
    }
}

Row read_row(sqlite3_stmt* statement) {
    const int columns = sqlite3_column_count(statement);
    std::vector<Value> values;
    values.reserve(static_cast<std::size_t>(columns));
    for (int column = 0; column < columns; ++column) {
        values.push_back(read_column(statement, column));
    }
    return Row(std::move(values));
}

class SqliteConnection final : public Connection {
public:
    explicit SqliteConnection(Database database) : database_(std::move(database)) {}

    Stored<void> begin(Access access) override {
        const auto begun = run(access == Access::read ? "begin" : "begin immediate");
        return begun.map([](const Rows&) {});
    }

    Stored<void> commit() override {
        const auto committed = run("commit");
        if (!committed) {
            roll_back();
        }
        return committed.map([](const Rows&) {});
    }

    void roll_back() override {
        if (in_transaction()) {
            static_cast<void>(run("rollback"));
        }
    }

    [[nodiscard]] bool in_transaction() const override {
        return sqlite3_get_autocommit(database_.get()) == 0;
    }

    Stored<bool> has_table(std::string_view table) override {
        return run("select 1 from sqlite_master where type = 'table' and name = $1", {table})
            .map([](const Rows& rows) { return !rows.empty(); });
    }

private:
    Stored<Rows> execute(std::string_view statement, Parameters parameters) override;
    /// The statement, prepared once for the life of the connection.
    Stored<sqlite3_stmt*> prepared(std::string_view statement);

    Database database_;
    /// Each statement stands once in our code, so there are no more of them than that.
    std::map<std::string, Prepared, std::less<>> statements_;  // closed before the database
};

/// Ends one use of a statement: it holds no lock and none of the caller's values any more.
struct EndOfUse {
    void operator()(sqlite3_stmt* statement) const {
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
    }
};

Stored<sqlite3_stmt*> SqliteConnection::prepared(std::string_view statement) {
    if (const auto known = statements_.find(statement); known != statements_.end()) {
        return known->second.get();
    }
    sqlite3_stmt* raw = nullptr;
    const int result =
        sqlite3_prepare_v3(database_.get(), statement.data(), static_cast<int>(statement.size()),
                           SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    Prepared made(raw);
    if (result != SQLITE_OK) {
        return failure(database_.get(), result);
    }
    statements_.emplace(statement, std::move(made));
    return raw;
}

Stored<Rows> SqliteConnection::execute(std::string_view statement, Parameters parameters) {
    const auto found = prepared(statement);
    if (!found) {
        return Failure<StoreError>(found.error());
    }
    const std::unique_ptr<sqlite3_stmt, EndOfUse> use(*found);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        // To SQLite `$1` is a name; its index is the place where it first stands.
        const std::string name = "$" + std::to_string(i + 1);
        const int index = sqlite3_bind_parameter_index(use.get(), name.c_str());
        expects(index != 0, "each parameter stands in its statement");
        const int bound = bind(use.get(), index, parameters[i]);
        if (bound != SQLITE_OK) {
            return failure(database_.get(), bound);
        }
    }
    Rows rows;
    int result = SQLITE_ROW;
    while ((result = sqlite3_step(use.get())) == SQLITE_ROW) {
        rows.push_back(read_row(use.get()));
    }
    if (result != SQLITE_DONE) {
        return failure(database_.get(), result);
    }
    return rows;
}

/// Makes a missing file itself, so that nobody but its owner may ever read it; SQLite gives the
/// same rights to the files it keeps beside it.
void make_private_file(const std::string& file) {
    constexpr mode_t kOwnerOnly = 0600;
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerOnly);
    if (descriptor >= 0) {
        ::close(descriptor);
    }
}

/// Turning a new file into one with a log needs it alone, and here SQLite answers "busy" at once
/// instead of waiting: programs that open new data together would refuse each other.
Stored<Rows> keep_a_log(Connection& connection, std::chrono::milliseconds patience) {
    constexpr std::chrono::milliseconds kPause{5};
    auto kept = connection.run("pragma journal_mode = wal");
    for (auto waited = kPause; waited <= patience; waited += kPause) {
        if (kept || kept.error().code != StoreErrorCode::busy) {
            break;
        }
        sqlite3_sleep(static_cast<int>(kPause.count()));
        kept = connection.run("pragma journal_mode = wal");
    }
    return kept;
}

Stored<void> set_up(Connection& connection, std::chrono::milliseconds patience) {
    // Counts for a new file only. Files are mostly originals, and larger pages take these faster.
    if (auto sized = connection.run("pragma page_size = 16384"); !sized) {
        return Failure<StoreError>(std::move(sized.error()));
    }
    if (auto kept = keep_a_log(connection, patience); !kept) {
        return Failure<StoreError>(std::move(kept.error()));
    }
    // cache_size in KiB: the indexes of a long life of running stay in memory, originals do not.
    // journal_size_limit in bytes: what one large import left behind is given back to the disk.
    // trusted_schema: a file from elsewhere must not run functions when it is read.
    constexpr std::array kPragmas{
        std::string_view{"pragma trusted_schema = off"},
        std::string_view{"pragma synchronous = full"},
        std::string_view{"pragma foreign_keys = on"},
        std::string_view{"pragma secure_delete = on"},
        std::string_view{"pragma cache_size = -16000"},
        std::string_view{"pragma journal_size_limit = 64000000"},
    };
    for (const std::string_view pragma : kPragmas) {
        if (auto done = connection.run(pragma); !done) {
            return Failure<StoreError>(std::move(done.error()));
        }
    }
    return {};
}

}  // namespace

Stored<std::unique_ptr<Connection>> open_sqlite(const std::string& file,
                                                std::chrono::milliseconds patience) {
    if (file != kInMemory) {
        make_private_file(file);
    }
    sqlite3* raw = nullptr;
    const int opened =
        sqlite3_open_v2(file.c_str(), &raw,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(raw);
    if (opened != SQLITE_OK) {
        return failure(raw, opened);
    }
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_busy_timeout(raw, static_cast<int>(patience.count()));
    if (sqlite3_db_readonly(raw, "main") == 1) {
        return Failure<StoreError>(
            StoreError{StoreErrorCode::read_only, "the file may not be written"});
    }
    auto connection = std::make_unique<SqliteConnection>(std::move(database));
    if (auto done = set_up(*connection, patience); !done) {
        return Failure<StoreError>(std::move(done.error()));
    }
    return connection;
}

}  // namespace footsure::store::sql
