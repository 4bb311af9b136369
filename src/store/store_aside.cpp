// SPDX-License-Identifier: Apache-2.0
#include "store/look_ups.hpp"
#include "store/rows.hpp"
#include "store/store.hpp"

#include <openssl/sha.h>

#include <algorithm>
#include <tuple>

namespace footsure::store {

namespace {

/// An entry of an index in PostgreSQL ends well above this, and paths may be longer.
constexpr std::size_t kLongestKey = 1'000;

std::string digest_of(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
    std::string digits;
    for (const unsigned char byte : digest) {
        digits += kDigits[byte >> 4U];
        digits += kDigits[byte & 0xfU];
    }
    return digits;
}

/// A key as it is stored: text, and not too long for an index; different ones stay different.
std::string stored_key(std::string_view key) {
    if (key.size() <= kLongestKey) {
        return sql::storable(key);
    }
    return sql::storable(key.substr(0, kLongestKey / 2)) + "~" + digest_of(key);
}

SetAside read_aside(sql::Row& row) {
    constexpr std::array kKinds{AsideKind::skipped, AsideKind::quarantined};
    SetAside aside;
    aside.key = row.text(0);
    aside.kind = read_word(row, row.text(1), kKinds);
    aside.path = row.text(2);
    aside.reason = row.text(3);
    aside.program = row.text(4);
    aside.at = read_instant(row, 5);
    aside.packing = read_packing(row, 6);
    aside.unpacked_size = read_size(row, 7);
    return aside;
}

}  // namespace

Stored<void> Store::put_aside(const RunnerId& runner, const SetAside& aside) {
    const std::string key = stored_key(aside.key);
    const std::string path = sql::storable(aside.path);
    const std::string reason = sql::storable(aside.reason);
    return session_->in_transaction(sql::Access::write, [&] {
        return done(session_->run(
            "insert into set_aside (runner_id, aside_key, kind, path, reason, program, at_us, "
            "packing, unpacked_size, bytes) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) "
            "on conflict (runner_id, aside_key) do update set kind = excluded.kind, "
            "path = excluded.path, reason = excluded.reason, program = excluded.program, "
            "at_us = excluded.at_us, packing = excluded.packing, "
            "unpacked_size = excluded.unpacked_size, bytes = excluded.bytes",
            {runner.text(), key, word(aside.kind), path, reason, aside.program,
             microseconds(aside.at), word(aside.packing), size_column(aside.unpacked_size),
             std::span<const std::byte>(aside.bytes)}));
    });
}

Stored<std::optional<SetAside>> Store::set_aside(const RunnerId& runner, std::string_view key) {
    const std::string stored = stored_key(key);
    return read_at_most_one(session_->run(kSetAside, {runner.text(), stored}), "set_aside",
                            read_aside);
}

Stored<std::vector<SetAside>> Store::all_set_aside(const RunnerId& runner, AsideKind kind) {
    auto all = read_all(session_->run("select aside_key, kind, path, reason, program, at_us, "
                                      "packing, unpacked_size from set_aside "
                                      "where runner_id = $1 and kind = $2",
                                      {runner.text(), word(kind)}),
                        "set_aside", read_aside);
    if (all) {
        // Not by the database: each orders text in its own way.
        std::ranges::sort(*all, {},
                          [](const SetAside& aside) { return std::tie(aside.path, aside.key); });
    }
    return all;
}

Stored<SetAside> Store::set_aside_with_bytes(const RunnerId& runner, std::string_view key) {
    const std::string stored = stored_key(key);
    return read_one(session_->run("select aside_key, kind, path, reason, program, at_us, packing, "
                                  "unpacked_size, bytes from set_aside "
                                  "where runner_id = $1 and aside_key = $2",
                                  {runner.text(), stored}),
                    "set_aside", [](sql::Row& row) {
                        SetAside aside = read_aside(row);
                        aside.bytes = row.blob(8);
                        return aside;
                    });
}

Stored<void> Store::forget_aside(const RunnerId& runner, std::string_view key) {
    const std::string stored = stored_key(key);
    return done(session_->run("delete from set_aside where runner_id = $1 and aside_key = $2",
                              {runner.text(), stored}));
}

}  // namespace footsure::store
