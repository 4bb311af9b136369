// SPDX-License-Identifier: Apache-2.0
#include "footsure/commands.hpp"
#include "footsure/exit_code.hpp"
#include "heard.hpp"
#include "store_place.hpp"

#include <doctest/doctest.h>

namespace footsure::contract {

namespace {

using app::DataOptions;
using app::ShoeChange;

/// A Runner's data on the evening of 1 March.
struct Closet {
    TemporaryFolder folder;
    DataOptions options{.data = folder.path().string(), .at = "2026-03-01T18:00:00+01:00"};

    Heard add(const app::TypedShoe& shoe) const {
        return hear([&] { return app::run_shoes_add(shoe, options); });
    }

    Heard inspect(const app::TypedWear& wear) const {
        return hear([&] { return app::run_shoes_inspect(wear, options); });
    }

    Heard change(const app::TypedWear& wear, ShoeChange change) const {
        return hear([&] { return app::run_shoes_change(wear, change, options); });
    }

    Heard list(app::Output output = app::Output::text) const {
        DataOptions asked = options;
        asked.output = output;
        return hear([&] { return app::run_shoes_list(asked); });
    }
};

}  // namespace

TEST_CASE("a pair is added, described anew over what was told, looked at, retired, taken back") {
    const Closet closet;
    CHECK(closet.list().code == app::kNothingFound);
    const Heard added = closet.add(
        {.name = "Ghost", .kind = "usual", .drop = "8", .before = "120", .from = "2026-01-01"});
    CHECK(added.code == app::kFine);
    CHECK(added.said.starts_with(
        "Added: Ghost (usual, drop 8 mm, 120 km before, from 2026-01-01)\n"));
    const Heard anew = closet.add({.name = "Ghost", .kind = "plated"});
    CHECK(anew.said.starts_with(
        "Known already, described anew: Ghost (plated, drop 8 mm, 120 km before, "
        "from 2026-01-01)\n"));
    CHECK(closet.inspect({.name = "Ghost", .text = "worn at the heel", .on = "2026-02-27"}).code ==
          app::kFine);
    const Heard retired = closet.change({.name = "Ghost"}, ShoeChange::retire);
    CHECK(retired.code == app::kFine);
    CHECK(has(retired.said, "retired 2026-03-01"));
    CHECK(has(closet.list().said, "looked at 2026-02-27: worn at the heel"));
    const Heard twice = closet.change({.name = "Ghost"}, ShoeChange::retire);
    CHECK(twice.code == app::kUsage);
    CHECK(twice.mentioned == "Ghost is retired since 2026-03-01 already.\n");
    CHECK(closet.change({.name = "Ghost"}, ShoeChange::take_up).code == app::kFine);
    CHECK_FALSE(has(closet.list().said, "retired"));
    const Heard back = closet.change({.name = "Ghost"}, ShoeChange::take_up);
    CHECK(back.code == app::kUsage);
    CHECK(back.mentioned == "Ghost is not retired.\n");
}

TEST_CASE("the past is looked at as it was") {
    Closet closet;
    CHECK(closet.add({.name = "Ghost", .from = "2026-01-10"}).code == app::kFine);
    CHECK(closet.change({.name = "Ghost", .on = "2026-02-10"}, ShoeChange::retire).code ==
          app::kFine);
    closet.options.at = "2026-02-09T12:00:00+01:00";
    CHECK(has(closet.list().said, "Ghost (usual, from 2026-01-10)"));
    closet.options.at = "2026-01-09T12:00:00+01:00";
    CHECK(closet.list().code == app::kNothingFound);
}

TEST_CASE("pairs that nobody knows, and values that cannot be meant, are refused with a sentence") {
    const Closet closet;
    CHECK(closet.add({.name = "Ghost"}).code == app::kFine);
    for (const Heard& unknown :
         {closet.inspect({.name = "ghost", .text = "flat"}),
          closet.change({.name = "", .on = ""}, ShoeChange::retire),
          closet.change({.name = std::string(10'000, 'x')}, ShoeChange::take_up)}) {
        CHECK(unknown.code == app::kNothingFound);
        CHECK(has(unknown.mentioned, "Known: Ghost."));
    }
    for (const Heard& wrong :
         {closet.add({.name = ""}), closet.add({.name = " \n"}),
          closet.add({.name = "A", .kind = "fast"}), closet.add({.name = "A", .drop = "nan"}),
          closet.add({.name = "A", .drop = "41"}), closet.add({.name = "A", .before = "-1"}),
          closet.add({.name = "A", .from = "soon"}),
          closet.add({.name = "A", .from = "2026-03-02"}),
          closet.inspect({.name = "Ghost", .text = ""}),
          closet.inspect({.name = "Ghost", .text = "flat", .on = "2026-02-30"}),
          closet.change({.name = "Ghost", .on = "2026-03-02"}, ShoeChange::retire)}) {
        CAPTURE(wrong.mentioned);
        CHECK(wrong.code == app::kUsage);
        CHECK(wrong.said.empty());
        CHECK_FALSE(wrong.mentioned.empty());
    }
    CHECK(closet.list().said == "Ghost (usual)\n");
    DataOptions nowhen = closet.options;
    nowhen.at = "yesterday";
    CHECK(hear([&] { return app::run_shoes_list(nowhen); }).code == app::kUsage);
}

TEST_CASE("hostile names are kept, and steer no terminal") {
    const Closet closet;
    const std::string long_name(10'000, 'x');
    for (const std::string& name :
         {std::string("'; drop table runners; --"), std::string("\"q\"\n\x1b[31mred"),
          std::string("l\xC3\xA4ufer \xF0\x9F\x91\x9F"), long_name}) {
        CHECK(closet.add({.name = name}).code == app::kFine);
        CHECK(closet.inspect({.name = name, .text = name}).code == app::kFine);
    }
    const Heard listed = closet.list();
    CHECK(has(listed.said, "'; drop table runners; --"));
    CHECK(has(listed.said, "l\xC3\xA4ufer \xF0\x9F\x91\x9F"));
    CHECK(has(listed.said, long_name));
    CHECK_FALSE(has(listed.said, "\x1b"));
    const Heard json = closet.list(app::Output::json);
    CHECK(json.code == app::kFine);
    CHECK(has(json.said, R"("name": "\"q\"\n\u001b[31mred")"));
}

}  // namespace footsure::contract
