// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "footsure/commands.hpp"
#include "footsure/embedded_knowledge.hpp"
#include "heard.hpp"
#include "import_ground.hpp"

namespace footsure::contract {

inline const std::string kMorning = "2026-03-01T07:00:00+01:00";

/// Anna's data of that morning with so many open problems, and the commands she calls.
struct Desk {
    TemporaryFolder folder;
    Knowledge knowledge = app::embedded_knowledge();
    app::DataOptions options{.data = folder.path().string(), .runner = "anna", .at = kMorning};

    explicit Desk(int problems) {
        auto service = open();
        CaseFile file{.at = local("2026-02-28T07:00:00+01:00"), .runner = {.id = kAnna}};
        for (int i = 1; i <= problems; ++i) {
            file.episodes.push_back({.id = EpisodeId("e" + std::to_string(i)),
                                     .side = Side::left,
                                     .started_on = on("2026-02-20")});
        }
        good(service.put_case(file));
    }

    [[nodiscard]] service::Service open() const {
        return open_for_anna(store::SqliteFile{folder.path() / "footsure.sqlite"}, knowledge);
    }

    [[nodiscard]] CaseFile facts() const {
        auto service = open();
        return good(service.case_file(kAnna, local(kMorning)));
    }

    [[nodiscard]] Heard check_in(const app::TypedCheckIn& typed) const {
        return hear([&] { return app::run_check_in(typed, options); });
    }

    [[nodiscard]] Heard end(const app::TypedEnding& typed) const {
        return hear([&] { return app::run_episode_end(typed, options); });
    }

    [[nodiscard]] Heard seen(const app::TypedVisit& typed) const {
        return hear([&] { return app::run_episode_seen(typed, options); });
    }

    [[nodiscard]] Heard wish(const app::TypedWishes& typed) const {
        return hear([&] { return app::run_wishes(typed, options); });
    }
};

}  // namespace footsure::contract
