// SPDX-License-Identifier: Apache-2.0
#include "footsure/commands.hpp"
#include "footsure/data_folder.hpp"
#include "footsure/embedded_knowledge.hpp"
#include "footsure/exit_code.hpp"
#include "footsure/files.hpp"
#include "wire/wire.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>

namespace footsure::app {

namespace {

class Importer {
public:
    Importer(service::Service& service, RunnerId runner)
        : service_(service), runner_(std::move(runner)), began_(std::chrono::steady_clock::now()) {}

    /// Fails: when the store does; what was imported before stays.
    store::Stored<void> take(const std::filesystem::path& path) {
        const auto name = path.generic_string();
        const auto bytes = read_file(path);
        if (!bytes) {
            report_.quarantined.push_back({name, bytes.error()});
            return {};
        }
        const auto imported = service_.import_activity(runner_, *bytes, name, service::now().at);
        if (!imported) {
            return Failure<store::StoreError>(imported.error());
        }
        switch (imported->outcome) {
        case service::ImportOutcome::imported: ++report_.imported; break;
        case service::ImportOutcome::duplicate: ++report_.duplicates; break;
        case service::ImportOutcome::skipped:
            report_.skipped.push_back({name, imported->reason});
            break;
        case service::ImportOutcome::quarantined:
            report_.quarantined.push_back({name, imported->reason});
            break;
        }
        return {};
    }

    void show_progress(std::size_t done, std::size_t all) const {
        if (isatty(STDERR_FILENO) == 0) {
            return;
        }
        const double seconds = elapsed();
        const double left =
            done == 0 ? 0 : seconds / static_cast<double>(done) * static_cast<double>(all - done);
        fmt::print(stderr, "\r{} of {} files, {} imported, {:.0f} s left   ", done, all,
                   report_.imported, left);
        if (done == all) {
            fmt::print(stderr, "\n");
        }
    }

    wire::ImportReport finish(std::size_t found) {
        report_.found = found;
        report_.seconds = elapsed();
        return std::move(report_);
    }

private:
    [[nodiscard]] double elapsed() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
    }

    service::Service& service_;
    RunnerId runner_;
    std::chrono::steady_clock::time_point began_;
    wire::ImportReport report_;
};

void print_text(const wire::ImportReport& report) {
    fmt::print("{} files: {} imported, {} already here, {} skipped, {} set aside, {:.1f} s\n",
               report.found, report.imported, report.duplicates, report.skipped.size(),
               report.quarantined.size(), report.seconds);
    for (const auto& file : report.skipped) {
        fmt::print("  skipped    {}: {}\n", file.path, file.reason);
    }
    for (const auto& file : report.quarantined) {
        fmt::print("  set aside  {}: {}\n", file.path, file.reason);
    }
}

}  // namespace

int run_import(const std::vector<std::string>& paths, const DataOptions& options) {
    const auto knowledge = embedded_knowledge();
    auto service = open_service(options, knowledge);
    if (!service) {
        fmt::print(stderr, "{}\n", service.error());
        return kFailure;
    }
    const RunnerId runner(options.runner);
    if (const auto known = service->ensure_runner(runner); !known) {
        return report(known.error());
    }
    const auto list = list_files(paths);
    Importer importer(*service, runner);
    for (std::size_t i = 0; i < list.files.size(); ++i) {
        if (const auto taken = importer.take(list.files[i]); !taken) {
            return report(taken.error());
        }
        importer.show_progress(i + 1, list.files.size());
    }
    auto result = importer.finish(list.files.size());
    for (const auto& missing : list.missing) {
        result.quarantined.push_back({missing.substr(0, missing.find(':')), missing});
    }
    if (options.output == Output::json) {
        fmt::print("{}\n", wire::write_import_report(result));
    } else {
        print_text(result);
    }
    if (list.files.empty()) {
        return kNothingFound;
    }
    return result.quarantined.empty() ? kFine : kPartly;
}

}  // namespace footsure::app
