// SPDX-License-Identifier: Apache-2.0
#include "import_ground.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <random>
#include <thread>

namespace footsure::contract {

namespace {

constexpr std::size_t kRuns = 60;

/// Imports as a program of its own would; ends with 0 when the import did.
[[noreturn]] void import_and_leave(const store::StoreLocation& location,
                                   const std::filesystem::path& folder) {
    const Knowledge knowledge;
    auto service = service::Service::open(location, knowledge);
    const bool done =
        service && service->ensure_runner(kAnna) && service->import(kAnna, {folder}, {}, nobody());
    ::_exit(done ? EXIT_SUCCESS : EXIT_FAILURE);
}

pid_t start_import(const store::StoreLocation& location, const std::filesystem::path& folder) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        import_and_leave(location, folder);
    }
    return child;
}

int wait_for(pid_t child) {
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return status;
}

/// What an import that nothing disturbs makes of the folder.
std::string undisturbed(const std::filesystem::path& folder) {
    const Knowledge knowledge;
    auto service = open_for_anna(store::InMemory{}, knowledge);
    good(service.import(kAnna, {folder}, {}, nobody()));
    return everything(service);
}

}  // namespace

TEST_CASE("an import killed at any moment goes on where it was, and ends the same") {
    const TemporaryFolder folder;
    write_sample_runs(folder.path(), kRuns);
    const std::string whole = undisturbed(folder.path());
    in_each_place([&](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        {
            store::Store store = place.open();
        }
        // The moments differ from kill to kill and are the same in each run of the test.
        std::minstd_rand moments;  // NOLINT(cert-msc51-cpp)
        constexpr unsigned kLatest = 120'000;
        for (int round = 0; round < kills(); ++round) {
            CAPTURE(round);
            const pid_t child = start_import(place.location(), folder.path());
            std::this_thread::sleep_for(std::chrono::microseconds{moments() % kLatest});
            ::kill(child, SIGKILL);
            wait_for(child);
            const Knowledge knowledge;
            auto service = open_for_anna(place.location(), knowledge);
            // Whatever is there is whole: each run has its recording and can be computed anew.
            for (const StoredRun& run : good(service.runs(kAnna))) {
                REQUIRE(run.recordings.size() == 1);
            }
        }
        const Knowledge knowledge;
        auto service = open_for_anna(place.location(), knowledge);
        const auto report = good(service.import(kAnna, {folder.path()}, {}, nobody()));
        CHECK(report.count(FileOutcome::imported) + report.count(FileOutcome::duplicate) == kRuns);
        CHECK(everything(service) == whole);
    });
}

TEST_CASE("the same import started twice at once ends as one") {
    const TemporaryFolder folder;
    write_sample_runs(folder.path(), kRuns);
    const std::string whole = undisturbed(folder.path());
    in_each_place([&](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        {
            store::Store store = place.open();
        }
        const pid_t one = start_import(place.location(), folder.path());
        const pid_t other = start_import(place.location(), folder.path());
        CHECK(wait_for(one) == 0);
        CHECK(wait_for(other) == 0);
        const Knowledge knowledge;
        auto service = open_for_anna(place.location(), knowledge);
        CHECK(everything(service) == whole);
    });
}

TEST_CASE("a disk that fills ends the import with what was committed, and it goes on later") {
    const TemporaryFolder folder;
    const TemporaryFolder data;
    write_sample_runs(folder.path(), kRuns);
    const store::SqliteFile location{data.path() / "runs.sqlite"};
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        // No file of this program may grow further, which the database sees as a full disk.
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{1'500'000, 1'500'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        import_and_leave(location, folder.path());
    }
    const int status = wait_for(child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == EXIT_FAILURE);
    const Knowledge knowledge;
    auto service = open_for_anna(location, knowledge);
    CHECK(good(service.runs(kAnna)).size() < kRuns);
    good(service.import(kAnna, {folder.path()}, {}, nobody()));
    CHECK(everything(service) == undisturbed(folder.path()));
}

}  // namespace footsure::contract
