// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/id.hpp"
#include "model/time.hpp"
#include "store/sql.hpp"
#include "store/transaction.hpp"

#include <functional>
#include <initializer_list>
#include <memory>
#include <string_view>
#include <utility>

namespace footsure::store {

/// A connection and the transactions open on it, innermost last.
class Session {
public:
    explicit Session(std::unique_ptr<sql::Connection> connection)
        : connection_(std::move(connection)) {}

    [[nodiscard]] Stored<sql::Rows> run(std::string_view statement,
                                        std::initializer_list<sql::Parameter> parameters = {}) {
        return connection_->run(statement, parameters);
    }

    [[nodiscard]] Stored<bool> has_table(std::string_view table) {
        return connection_->has_table(table);
    }

    [[nodiscard]] Stored<Transaction> begin(sql::Access access);

    /// Runs all of it or none of it, also inside a Transaction of the caller.
    template <class F>
    [[nodiscard]] auto in_transaction(sql::Access access, F&& work) -> decltype(work()) {
        auto transaction = begin(access);
        if (!transaction) {
            return Failure<StoreError>(std::move(transaction.error()));
        }
        auto result = work();
        if (!result) {
            return result;
        }
        if (auto committed = transaction->commit(); !committed) {
            return Failure<StoreError>(std::move(committed.error()));
        }
        return result;
    }

private:
    friend class Transaction;
    [[nodiscard]] Stored<void> commit(int depth);
    void roll_back(int depth);
    std::unique_ptr<sql::Connection> connection_;
    int depth_ = 0;
};

[[nodiscard]] inline Failure<StoreError> failure(StoreErrorCode code, std::string detail) {
    return Failure<StoreError>(StoreError{code, std::move(detail)});
}

[[nodiscard]] inline Failure<StoreError> unreadable(std::string_view table) {
    return failure(StoreErrorCode::corrupt,
                   "a row of " + std::string(table) + " holds what was never stored");
}

/// Drops the rows of a statement that gives none.
[[nodiscard]] inline Stored<void> done(const Stored<sql::Rows>& rows) {
    return rows.map([](const sql::Rows&) {});
}

/// Hands each row over and judges it afterwards.
[[nodiscard]] Stored<void> for_each_row(Stored<sql::Rows> rows, std::string_view table,
                                        const std::function<void(sql::Row&)>& take);

/// Counts what a Runner told. The row of the Runner stays locked until the transaction ends, so
/// two programs never give the same number.
[[nodiscard]] Stored<std::int64_t> next_number(Session& session, const RunnerId& runner);

[[nodiscard]] inline std::int64_t microseconds(Instant at) {
    return at.time_since_epoch().count();
}

[[nodiscard]] inline Instant instant(std::int64_t microseconds) {
    return Instant(std::chrono::microseconds(microseconds));
}

}  // namespace footsure::store
