// SPDX-License-Identifier: Apache-2.0
#include "footsure/commands.hpp"
#include "footsure/data_folder.hpp"
#include "footsure/import_view.hpp"
#include "footsure/watched_files.hpp"

#include <fmt/format.h>

#include <csignal>
#include <cstdint>
#include <cstdio>
#include <ctime>

namespace footsure::app {

namespace {

enum class Wait : std::uint8_t { over, interrupted };

/// Waits, unless asked to end. At any other moment a signal ends the program at once, which loses
/// nothing: what was committed stays, and the next look goes on.
Wait wait_for(double seconds) {
    sigset_t asked;
    sigset_t before;
    sigemptyset(&asked);
    sigaddset(&asked, SIGINT);
    sigaddset(&asked, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &asked, &before);
    const timespec time{.tv_sec = static_cast<std::time_t>(seconds), .tv_nsec = 0};
    const int signal = sigtimedwait(&asked, nullptr, &time);
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return signal > 0 ? Wait::interrupted : Wait::over;
}

/// Says what is new of one look: files that were here already are no news.
void print_news(const ImportReport& report) {
    for (const FileReport& file : report.files) {
        if (file.outcome != FileOutcome::duplicate && file.outcome != FileOutcome::skipped) {
            fmt::print("{}\n", line_of(file));
        }
    }
    std::fflush(stdout);
}

}  // namespace

int run_watch(const std::vector<std::string>& paths, const WatchRequest& request,
              const DataOptions& options) {
    return with_runner(options, [&](service::Service& service, const RunnerId& runner) {
        fmt::print(stderr, "Watching {} folder{}; end with Ctrl-C.\n", paths.size(),
                   paths.size() == 1 ? "" : "s");
        WatchedFiles files;
        do {
            const auto ready = files.settled(paths);
            if (ready.empty()) {
                continue;
            }
            ImportView view(ProgressStyle::line);
            const auto result =
                service.import(runner, ready, {.unnamed_sport = request.unnamed_sport}, view);
            view.finish();
            if (!result) {
                return report(result.error());
            }
            print_news(*result);
        } while (!request.once && wait_for(request.every_seconds) == Wait::over);
        return kFine;
    });
}

}  // namespace footsure::app
