// SPDX-License-Identifier: Apache-2.0
#include "store/plan_tables.hpp"

#include "store/run_tables.hpp"

#include <array>
#include <string>

namespace footsure::store {

namespace {

/// The wishes are what all entries together say: each replaces what it names, and one that begins
/// `anew` all that was wished before it.
constexpr std::array kPlanTables{
    std::string_view{R"(create table wishes (
        runner_id text not null references runners,
        number bigint not null,
        anew bigint not null,
        value text not null,
        at_us bigint not null,
        recorded_at_us bigint not null,
        primary key (runner_id, number)))"},
};

constexpr std::array kCheckInTables{std::string_view{"check_ins"},
                                    std::string_view{"person_check_ins"}};
/// `measures` is a list, each with its kind, side and value.
constexpr std::array kNewColumns{std::string_view{"swelling"},   std::string_view{"limp"},
                                 std::string_view{"gave_way"},   std::string_view{"painkiller"},
                                 std::string_view{"focal_ache"}, std::string_view{"skipped"},
                                 std::string_view{"measures"}};

}  // namespace

Stored<void> migrate_from_3(Session& session) {
    for (const auto table : kCheckInTables) {
        for (const auto column : kNewColumns) {
            auto added = done(session.run("alter table " + std::string(table) + " add column " +
                                          std::string(column) + " text"));
            if (!added) {
                return added;
            }
        }
    }
    return run_all(session, kPlanTables);
}

}  // namespace footsure::store
