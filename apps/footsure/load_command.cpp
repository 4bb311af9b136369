// SPDX-License-Identifier: Apache-2.0
#include "footsure/commands.hpp"
#include "footsure/data_folder.hpp"
#include "footsure/embedded_knowledge.hpp"
#include "footsure/exit_code.hpp"
#include "footsure/form_text.hpp"
#include "footsure/guard_text.hpp"
#include "footsure/load_text.hpp"
#include "footsure/soreness_text.hpp"
#include "footsure/typed_intent.hpp"
#include "load/load.hpp"
#include "wire/wire.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

namespace footsure::app {

namespace {

/// Opens the data and calls `act(service, at)`; says why when either cannot be had.
template <class Act>
int with_data(const DataOptions& options, const Knowledge& knowledge, Act act) {
    auto service = open_service(options, knowledge);
    const auto at = moment(options);
    if (!service || !at) {
        fmt::print(stderr, "{}\n", service ? at.error() : service.error());
        return service ? kUsage : kFailure;
    }
    return act(*service, *at);
}

/// Which tissue was asked for; nothing for a word that names none.
std::optional<Tissue> tissue_of(const std::string& text) {
    const auto* const found =
        std::ranges::find_if(kTissues, [&](Tissue tissue) { return word(tissue) == text; });
    return found == kTissues.end() ? std::nullopt : std::optional(*found);
}

wire::Ledger ledger_of(const CaseFile& case_file, const LoadRequest& request, LocalInstant at) {
    wire::Ledger ledger{
        .runner = case_file.runner.id, .at = at, .activities = case_file.activities};
    ledger.exposures = load::exposures(case_file, at.at);
    ledger.form = load::form_findings(case_file, at);
    ledger.soreness = load::soreness_link(case_file, at, std::nullopt);
    if (request.ratios == WeekRatiosShown::yes) {
        ledger.ratios = load::week_ratios(case_file, at);
    }
    return ledger;
}

int print_load(service::Service& service, LocalInstant at, const LoadRequest& request,
               const DataOptions& options) {
    const auto tissue = tissue_of(request.tissue);
    if (!request.tissue.empty() && !tissue) {
        fmt::print(stderr, "There is no tissue '{}'. Known:", request.tissue);
        for (const Tissue known : kTissues) {
            fmt::print(stderr, " {}", word(known));
        }
        fmt::print(stderr, "\n");
        return kUsage;
    }
    const auto case_file = service.case_file(RunnerId(options.runner), at);
    if (!case_file) {
        return report(case_file.error());
    }
    if (case_file->activities.empty()) {
        fmt::print(stderr, "No runs are stored up to then.\n");
        return kNothingFound;
    }
    const wire::Ledger ledger = ledger_of(*case_file, request, at);
    if (options.output == Output::json) {
        fmt::print("{}\n", wire::write_ledger(ledger));
    } else {
        const std::string form = form_text(ledger.form);
        fmt::print("{}\n{}{}{}", load_text(ledger, tissue), form, form.empty() ? "" : "\n",
                   soreness_text(ledger.soreness));
    }
    return kFine;
}

int print_guard(service::Service& service, LocalInstant at, const DataOptions& options) {
    const auto intended = intended_run(options.intent);
    if (!intended) {
        fmt::print(stderr, "{}\n", intended.error());
        return kUsage;
    }
    const auto advice = service.advise(RunnerId(options.runner), at, *intended);
    if (!advice) {
        return report(advice.error());
    }
    if (options.output == Output::json) {
        fmt::print("{}\n", wire::write_guard(*advice));
    } else {
        fmt::print("{}", guard_text(advice->guard));
    }
    return kFine;
}

}  // namespace

int run_load(const LoadRequest& request, const DataOptions& options) {
    const auto knowledge = embedded_knowledge();
    return with_data(options, knowledge, [&](service::Service& service, LocalInstant at) {
        return print_load(service, at, request, options);
    });
}

int run_guard(const DataOptions& options) {
    const auto knowledge = embedded_knowledge();
    return with_data(options, knowledge, [&](service::Service& service, LocalInstant at) {
        return print_guard(service, at, options);
    });
}

}  // namespace footsure::app
