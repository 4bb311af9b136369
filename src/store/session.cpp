// SPDX-License-Identifier: Apache-2.0
#include "store/session.hpp"

namespace footsure::store {

// A savepoint hides an outer one of the same name, so one name serves every depth.

Stored<Transaction> Session::begin(sql::Access access) {
    if (depth_ > 0 && !connection_->in_transaction()) {
        return failure(StoreErrorCode::failed, "an earlier error had ended the transaction");
    }
    auto begun = depth_ == 0 ? connection_->begin(access) : done(run("savepoint nested"));
    if (!begun) {
        return Failure<StoreError>(std::move(begun.error()));
    }
    ++depth_;
    return Transaction(*this, depth_);
}

Stored<void> Session::commit(int depth) {
    expects(depth == depth_, "the innermost transaction ends first");
    --depth_;
    if (depth_ == 0) {
        return connection_->in_transaction()
                   ? connection_->commit()
                   : failure(StoreErrorCode::failed, "an earlier error had ended the transaction");
    }
    return done(run("release savepoint nested"));
}

void Session::roll_back(int depth) {
    expects(depth == depth_, "the innermost transaction ends first");
    --depth_;
    if (depth_ == 0) {
        connection_->roll_back();
    } else if (connection_->in_transaction()) {
        static_cast<void>(run("rollback to savepoint nested"));
        static_cast<void>(run("release savepoint nested"));
    }
}

Transaction::Transaction(Transaction&& other) noexcept
    : session_(std::exchange(other.session_, nullptr)), depth_(other.depth_) {}

Transaction::~Transaction() {
    if (session_ != nullptr) {
        session_->roll_back(depth_);
    }
}

Stored<void> Transaction::commit() {
    expects(session_ != nullptr, "a transaction is committed once");
    return std::exchange(session_, nullptr)->commit(depth_);
}

Stored<std::int64_t> next_number(Session& session, const RunnerId& runner) {
    auto rows = session.run(
        "update runners set told = told + 1 where runner_id = $1 returning told", {runner.text()});
    if (!rows) {
        return Failure<StoreError>(std::move(rows.error()));
    }
    if (rows->empty()) {
        return failure(StoreErrorCode::constraint, "no such runner");
    }
    return rows->front().integer(0);
}

Stored<void> for_each_row(Stored<sql::Rows> rows, std::string_view table,
                          const std::function<void(sql::Row&)>& take) {
    if (!rows) {
        return Failure<StoreError>(std::move(rows.error()));
    }
    for (sql::Row& row : *rows) {
        take(row);
        if (!row.sound()) {
            return unreadable(table);
        }
    }
    return {};
}

}  // namespace footsure::store
