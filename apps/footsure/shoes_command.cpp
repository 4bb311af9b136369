// SPDX-License-Identifier: Apache-2.0
#include "footsure/commands.hpp"
#include "footsure/data_folder.hpp"
#include "footsure/exit_code.hpp"
#include "footsure/interview_dialog.hpp"
#include "footsure/shoes_view.hpp"
#include "footsure/typed_shoe.hpp"
#include "load/load.hpp"
#include "wire/wire.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace footsure::app {

namespace {

/// A Runner's data as of a moment.
struct Wardrobe {
    service::Service& service;
    RunnerId runner;
    LocalInstant now;
    CaseFile facts;

    [[nodiscard]] const Shoe* find(const std::string& name) const {
        const auto found = std::ranges::find(facts.shoes, name, &Shoe::name);
        return found == facts.shoes.end() ? nullptr : &*found;
    }

    /// Described, or named by a run.
    [[nodiscard]] std::set<std::string> names() const {
        std::set<std::string> all;
        for (const Shoe& shoe : facts.shoes) {
            all.insert(shoe.name);
        }
        for (const ActivitySummary& run : facts.activities) {
            if (!run.shoe.empty()) {
                all.insert(run.shoe);
            }
        }
        return all;
    }

    [[nodiscard]] Day today() const { return day_of(now.at, now.offset); }
};

/// Opens the data and calls `act(wardrobe)`; says why when it cannot.
template <class Act>
int with_wardrobe(const DataOptions& options, Act act) {
    const auto now = moment(options);
    if (!now) {
        fmt::print(stderr, "{}\n", now.error());
        return kUsage;
    }
    return with_runner(options, [&](service::Service& service, const RunnerId& runner) {
        auto facts = service.case_file(runner, *now);
        if (!facts) {
            return report(facts.error());
        }
        return act(Wardrobe{service, runner, *now, std::move(*facts)});
    });
}

int refuse(const std::string& sentence) {
    fmt::print(stderr, "{}\n", sentence);
    return kUsage;
}

int say_unknown(const std::string& name, const Wardrobe& wardrobe) {
    std::string known;
    for (const auto& each : wardrobe.names()) {
        known += (known.empty() ? "" : ", ") + printable(each);
    }
    fmt::print(stderr, "No pair is called '{}'. {}\n", printable(name),
               known.empty() ? "None is known yet: 'footsure shoes add NAME'."
                             : "Known: " + known + ".");
    return kNothingFound;
}

/// Stores it, then prints the pair as it stands afterwards, behind a word of what was done.
int store_event(const Wardrobe& wardrobe, const ShoeEvent& event, const std::string& done,
                const DataOptions& options) {
    const auto stored = wardrobe.service.add_shoe_event(wardrobe.runner, event, service::now().at);
    if (!stored) {
        return report(stored.error());
    }
    const auto facts = wardrobe.service.case_file(wardrobe.runner, wardrobe.now);
    if (!facts) {
        return report(facts.error());
    }
    ShoeReport pairs = load::shoe_report(*facts, wardrobe.now);
    pairs.notes.clear();  // about all pairs, not this one
    pairs.sore_days.clear();
    std::erase_if(pairs.shoes, [&](const ShoeUse& use) { return use.shoe.name != event.shoe; });
    if (options.output == Output::json) {
        fmt::print("{}\n", wire::write_shoes(pairs));
    } else {
        fmt::print("{}{}", done, shoes_text(pairs));
    }
    return kFine;
}

}  // namespace

int run_shoes_list(const DataOptions& options) {
    return with_wardrobe(options, [&](const Wardrobe& wardrobe) {
        const ShoeReport report = load::shoe_report(wardrobe.facts, wardrobe.now);
        if (options.output == Output::json) {
            fmt::print("{}\n", wire::write_shoes(report));
        } else if (report.shoes.empty()) {
            fmt::print("No pair is known yet: 'footsure shoes add NAME'.\n");
        } else {
            fmt::print("{}", shoes_text(report));
        }
        return report.shoes.empty() ? kNothingFound : kFine;
    });
}

int run_shoes_add(const TypedShoe& typed, const DataOptions& options) {
    if (printable(typed.name).empty()) {
        return refuse("A pair needs a name.");
    }
    return with_wardrobe(options, [&](const Wardrobe& wardrobe) {
        const Shoe* known = wardrobe.find(typed.name);
        const auto description =
            read_description(typed, known == nullptr ? Shoe{} : *known, wardrobe.today());
        if (!description) {
            return refuse(description.error());
        }
        const Day from = description->introduced_on.value_or(wardrobe.today());
        return store_event(
            wardrobe, {typed.name, holds_from(from, wardrobe.now.offset), *description},
            known == nullptr ? "Added: " : "Known already, described anew: ", options);
    });
}

int run_shoes_inspect(const TypedWear& typed, const DataOptions& options) {
    return with_wardrobe(options, [&](const Wardrobe& wardrobe) {
        const auto day = read_wear_day(typed.on, wardrobe.today());
        if (!day) {
            return refuse(day.error());
        }
        if (!wardrobe.names().contains(typed.name)) {
            return say_unknown(typed.name, wardrobe);
        }
        if (printable(typed.text).empty()) {
            return refuse("An inspection needs words: what did the look at it show?");
        }
        return store_event(
            wardrobe,
            {typed.name, holds_from(*day, wardrobe.now.offset), ShoeInspection{*day, typed.text}},
            "Noted: ", options);
    });
}

int run_shoes_change(const TypedWear& typed, ShoeChange change, const DataOptions& options) {
    return with_wardrobe(options, [&](const Wardrobe& wardrobe) {
        const auto day = read_wear_day(typed.on, wardrobe.today());
        if (!day) {
            return refuse(day.error());
        }
        if (!wardrobe.names().contains(typed.name)) {
            return say_unknown(typed.name, wardrobe);
        }
        const Shoe* known = wardrobe.find(typed.name);
        const auto retired_on = known == nullptr ? std::nullopt : known->retired_on;
        ShoeEvent event{typed.name, holds_from(*day, wardrobe.now.offset), ShoeRetired{*day}};
        if (change == ShoeChange::retire) {
            return retired_on ? refuse(fmt::format("{} is retired since {} already.",
                                                   printable(typed.name), format_day(*retired_on)))
                              : store_event(wardrobe, event, "Retired: ", options);
        }
        event.what = ShoeTakenUp{*day};
        return retired_on ? store_event(wardrobe, event, "Worn again: ", options)
                          : refuse(printable(typed.name) + " is not retired.");
    });
}

}  // namespace footsure::app
