// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/session.hpp"

#include <span>
#include <string_view>

/// The tables of originals, Recordings and Activities, which changed from schema 1 to 2.
namespace footsure::store {

[[nodiscard]] Stored<void> run_all(Session& session, std::span<const std::string_view> statements);

/// Needs: the table of Runners is there.
[[nodiscard]] Stored<void> create_run_tables(Session& session);

/// Needs: a transaction that keeps others out, and tables of schema 1.
/// Gives: each original of schema 1 as a plain content with one Recording and one Activity.
/// Note: schema 1 kept a gzip under the SHA-256 of its packed bytes, and such a row keeps that id
/// as its ContentId, though other contents are named by their unpacked bytes. Unpacking all of them
/// here would make opening take minutes; a later import of the same gzip is instead recognised as
/// the same run by its time and distance, not by its hash.
[[nodiscard]] Stored<void> migrate_from_1(Session& session);

}  // namespace footsure::store
