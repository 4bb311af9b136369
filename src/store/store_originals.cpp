// SPDX-License-Identifier: Apache-2.0
#include "store/look_ups.hpp"
#include "store/rows.hpp"
#include "store/store.hpp"

namespace footsure::store {

Stored<Kept> Store::put_original(const RunnerId& runner, const NewOriginal& original) {
    const std::string path = sql::storable(original.path);
    return session_->in_transaction(sql::Access::write, [&] {
        return session_
            ->run("insert into originals (runner_id, content_id, packing, unpacked_size, path, "
                  "imported_at_us, bytes) values ($1, $2, $3, $4, $5, $6, $7) "
                  "on conflict (runner_id, content_id) do nothing returning content_id",
                  {runner.text(), original.content.text(), word(original.packing),
                   size_column(original.unpacked_size), path, microseconds(original.imported_at),
                   original.bytes})
            .map([](const sql::Rows& added) {
                return added.empty() ? Kept::already_there : Kept::added;
            });
    });
}

Stored<Original> Store::original(const RunnerId& runner, const ContentId& content) {
    return read_one(session_->run("select packing, bytes, unpacked_size, path from originals "
                                  "where runner_id = $1 and content_id = $2",
                                  {runner.text(), content.text()}),
                    "originals", [](sql::Row& row) {
                        return Original{.packing = read_packing(row, 0),
                                        .bytes = row.blob(1),
                                        .unpacked_size = read_size(row, 2),
                                        .path = row.text(3)};
                    });
}

Stored<std::optional<std::string>> Store::original_path(const RunnerId& runner,
                                                        const ContentId& content) {
    return read_at_most_one(session_->run(kOriginalPath, {runner.text(), content.text()}),
                            "originals", [](sql::Row& row) { return row.text(0); });
}

}  // namespace footsure::store
