// SPDX-License-Identifier: Apache-2.0
#include "store/sql_errors.hpp"

#include <sqlite3.h>

#include <array>

namespace footsure::store::sql {

namespace {

using enum StoreErrorCode;

constexpr int kPrimaryCode = 0xff;  ///< an extended code of SQLite keeps its family here

struct StateMeaning {
    std::string_view prefix;
    StoreErrorCode code;
};

/// The first that fits counts, so single states stand before their class.
constexpr std::array kStates{
    StateMeaning{"08", connection_lost},   // connection exception
    StateMeaning{"57P03", cannot_open},    // starting up or shutting down
    StateMeaning{"57P", connection_lost},  // ended by the operator
    StateMeaning{"57014", busy},           // cancelled, by a timeout for example
    StateMeaning{"55P03", busy},           // a lock was not free
    StateMeaning{"40", busy},              // serialization failure, deadlock
    StateMeaning{"53100", disk_full},
    StateMeaning{"53", busy},  // too many connections, out of memory
    StateMeaning{"25006", read_only},
    StateMeaning{"42501", cannot_open},  // no permission
    StateMeaning{"28", cannot_open},     // unknown user, wrong password
    StateMeaning{"3D", cannot_open},     // no such database
    StateMeaning{"3F", cannot_open},     // no such schema
    StateMeaning{"58030", disk_failed},
    StateMeaning{"XX001", corrupt},
    StateMeaning{"XX002", corrupt},
    StateMeaning{"54", too_large},
    StateMeaning{"22", constraint},  // a value the type cannot hold
    StateMeaning{"23", constraint},
};

}  // namespace

StoreErrorCode code_of_sqlite(int result) {
    switch (result & kPrimaryCode) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return busy;
    case SQLITE_FULL: return disk_full;
    case SQLITE_IOERR: return disk_failed;
    case SQLITE_READONLY: return read_only;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH: return cannot_open;
    case SQLITE_CORRUPT: return corrupt;
    case SQLITE_NOTADB: return not_a_database;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH: return constraint;
    case SQLITE_TOOBIG: return too_large;
    default: return failed;
    }
}

StoreErrorCode code_of_sqlstate(std::string_view state) {
    for (const StateMeaning& meaning : kStates) {
        if (state.starts_with(meaning.prefix)) {
            return meaning.code;
        }
    }
    return failed;
}

}  // namespace footsure::store::sql
