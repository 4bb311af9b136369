// SPDX-License-Identifier: Apache-2.0
#include "footsure/commands.hpp"
#include "footsure/data_folder.hpp"
#include "footsure/exit_code.hpp"
#include "footsure/typed_wishes.hpp"
#include "wire/wire.hpp"

#include <fmt/format.h>

namespace footsure::app {

namespace {

int show(const Wishes& wishes, const DataOptions& options) {
    if (options.output == Output::json) {
        fmt::print("{}\n", wire::write_wishes(wishes));
    } else {
        fmt::print("What you wish of the plan ('footsure wishes --help' changes it):\n{}",
                   wishes_text(wishes));
    }
    return kFine;
}

}  // namespace

int run_wishes(const TypedWishes& typed, const DataOptions& options) {
    const auto at = moment(options);
    if (!at) {
        fmt::print(stderr, "{}\n", at.error());
        return kUsage;
    }
    return with_runner(options, [&](service::Service& service, const RunnerId& runner) {
        const auto facts = service.case_file(runner, *at);
        if (!facts) {
            return report(facts.error());
        }
        if (!sets_wishes(typed)) {
            return show(facts->wishes, options);
        }
        const auto wishes = read_typed_wishes(typed, facts->wishes, day_of(at->at, at->offset));
        if (!wishes) {
            fmt::print(stderr, "{}\n", wishes.error());
            return kUsage;
        }
        // All that holds from now on, so that it may also take something back.
        const auto kept = service.add_wishes(runner, {*wishes, store::WishesStart::anew, at->at},
                                             service::now().at);
        return kept ? show(*wishes, options) : report(kept.error());
    });
}

}  // namespace footsure::app
