// SPDX-License-Identifier: Apache-2.0
#include "footsure/commands.hpp"
#include "footsure/data_folder.hpp"
#include "footsure/exit_code.hpp"
#include "footsure/import_view.hpp"
#include "wire/wire.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>

namespace footsure::app {

namespace {

service::ImportOptions options_of(const ImportRequest& request) {
    return {.mode = request.dry_run == DryRun::yes ? service::ImportMode::dry_run
                                                   : service::ImportMode::keep,
            .workers = request.workers,
            .unnamed_sport = request.unnamed_sport};
}

/// What was named on the command line: what is there, and a line for what is not.
struct NamedPaths {
    std::vector<std::filesystem::path> there;
    std::vector<FileReport> missing;
};

NamedPaths look_up(const std::vector<std::string>& texts) {
    NamedPaths paths;
    for (const auto& text : texts) {
        std::error_code error;
        if (std::filesystem::exists(text, error)) {
            paths.there.emplace_back(text);
        } else {
            paths.missing.push_back({.path = text,
                                     .outcome = FileOutcome::quarantined,
                                     .reason = "there is no such file or folder"});
        }
    }
    return paths;
}

int exit_code(const ImportReport& report) {
    if (report.files.empty()) {
        fmt::print(stderr, "There is no file in what was named.\n");
        return kNothingFound;
    }
    const bool whole =
        report.count(FileOutcome::quarantined) == 0 && report.count(FileOutcome::damaged) == 0;
    return whole ? kFine : kPartly;
}

}  // namespace

int run_import(const std::vector<std::string>& paths, const ImportRequest& request,
               const DataOptions& options) {
    return with_runner(options, [&](service::Service& service, const RunnerId& runner) {
        NamedPaths named = look_up(paths);
        ImportView view(request.progress);
        auto result = service.import(runner, named.there, options_of(request), view);
        view.finish();
        if (!result) {
            fmt::print(stderr, "The import ended early; what was imported before stays, and "
                               "importing again goes on from there.\n");
            return report(result.error());
        }
        std::ranges::move(named.missing, std::back_inserter(result->files));
        if (options.output == Output::json) {
            fmt::print("{}\n", wire::write_import_report(*result));
        } else {
            print_report(*result, request);
        }
        return named.there.empty() ? kNothingFound : exit_code(*result);
    });
}

int run_quarantine_list(const DataOptions& options) {
    return with_runner(options, [&](service::Service& service, const RunnerId& runner) {
        const auto list = service.quarantine(runner);
        if (!list) {
            return report(list.error());
        }
        if (options.output == Output::json) {
            std::vector<wire::AsideLine> lines;
            for (const auto& entry : *list) {
                lines.push_back({entry.key, entry.path, entry.reason, entry.at});
            }
            fmt::print("{}\n", wire::write_quarantine(lines));
            return kFine;
        }
        for (const auto& entry : *list) {
            fmt::print("{:.12}  {}: {}\n", entry.key, entry.path, entry.reason);
        }
        fmt::print("{} set aside{}\n", list->size(),
                   list->empty() ? "" : "; 'footsure quarantine retry' tries them again");
        return kFine;
    });
}

int run_quarantine_retry(const DataOptions& options) {
    return with_runner(options, [&](service::Service& service, const RunnerId& runner) {
        ImportView view(ProgressStyle::line);
        const auto result = service.retry(runner, view);
        view.finish();
        if (!result) {
            return report(result.error());
        }
        if (options.output == Output::json) {
            fmt::print("{}\n", wire::write_import_report(*result));
        } else {
            print_report(*result, {.lines = FileLines::all});
        }
        return result->count(FileOutcome::quarantined) == 0 ? kFine : kPartly;
    });
}

int run_quarantine_forget(const std::string& key, const DataOptions& options) {
    return with_runner(options, [&](service::Service& service, const RunnerId& runner) {
        const auto list = service.quarantine(runner);
        if (!list) {
            return report(list.error());
        }
        const auto found = std::ranges::find_if(
            *list, [&](const auto& entry) { return !key.empty() && entry.key.starts_with(key); });
        if (found == list->end()) {
            fmt::print(stderr, "Nothing is set aside under '{}'.\n", key);
            return kNothingFound;
        }
        if (const auto gone = service.forget_aside(runner, found->key); !gone) {
            return report(gone.error());
        }
        fmt::print("{}: forgotten\n", found->path);
        return kFine;
    });
}

}  // namespace footsure::app
