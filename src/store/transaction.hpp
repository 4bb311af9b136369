// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store_error.hpp"

namespace footsure::store {

class Session;

/// All or nothing: what was written since it began is gone unless it was committed.
/// Needs: ends before its Store. One inside another rolls back only its own part.
class Transaction {
public:
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    /// Fails: nothing of it was kept.
    [[nodiscard]] Stored<void> commit();

private:
    friend class Session;

    Transaction(Session& session, int depth) : session_(&session), depth_(depth) {}

    Session* session_;
    int depth_;
};

}  // namespace footsure::store
