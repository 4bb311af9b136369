// SPDX-License-Identifier: Apache-2.0
#include "store_facts.hpp"
#include "store_place.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <functional>

namespace footsure::contract {

namespace {

using store::StoreErrorCode;

constexpr uid_t kNobody = 65534;
constexpr int kNoError = 100;

/// Opens the file in a child without the rights of the superuser, who may write anything.
/// Gives the error's code as the child saw it, or kNoError.
int open_as_nobody(const std::filesystem::path& file) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        if (::geteuid() == 0 && ::setuid(kNobody) != 0) {
            ::_exit(kNoError);
        }
        const auto opened = store::Store::open(store::SqliteFile{file});
        ::_exit(opened ? kNoError : static_cast<int>(opened.error().code));
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/// What a child does while it may not write files over `limit` bytes. Gives its error's code, or
/// kNoError.
int in_narrow_child(const std::filesystem::path& file, rlim_t limit,
                    const std::function<store::Stored<void>(store::Store&)>& work) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        auto store = store::Store::open(store::SqliteFile{file});
        const rlimit few{limit, limit};
        if (!store || ::setrlimit(RLIMIT_FSIZE, &few) != 0) {
            ::_exit(kNoError);
        }
        const auto worked = work(*store);
        ::_exit(worked ? kNoError : static_cast<int>(worked.error().code));
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    return WEXITSTATUS(status);
}

bool says_no_room(int code) {
    return code == static_cast<int>(StoreErrorCode::disk_full) ||
           code == static_cast<int>(StoreErrorCode::disk_failed);
}

/// Keeps runs in one transaction until there is no room, then commits all the same.
store::Stored<void> fill_and_commit(store::Store& store) {
    constexpr std::size_t kSize = 50'000;
    constexpr std::size_t kMost = 1'000;
    auto transaction = good(store.begin());
    for (std::size_t i = 0; i < kMost; ++i) {
        std::vector<std::byte> bytes(kSize);
        bytes[0] = static_cast<std::byte>(i);
        bytes[1] = static_cast<std::byte>(i / 256);
        const auto put = put_run(store, kAnna, run_of(bytes, "2026-03-01T18:00:00Z"));
        if (!put) {
            const auto committed = transaction.commit();
            return committed ? store::Stored<void>() : Failure<store::StoreError>(put.error());
        }
    }
    return transaction.commit();
}

std::string open_error(const std::filesystem::path& file) {
    return error_of(store::Store::open(store::SqliteFile{file}));
}

}  // namespace

TEST_CASE("a newer schema is refused and left alone") {
    in_each_place([](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        {
            store::Store store = place.open();
            put_both(store);
        }
        place.tamper("update schema_version set version = version + 1");
        const auto newer = store::Store::open(place.location());
        CHECK(error_of(newer) == "newer_schema");
        place.tamper("update schema_version set version = version - 1");
        store::Store store = place.open();
        CHECK(good(store.runner(kAnna)).id == kAnna);
    });
}

TEST_CASE("rows that cannot be meant are corrupt, not a crash") {
    const std::vector<std::string> harms{
        "update episodes set side = 'middle'",
        "update episodes set started_on = '2026-02-00'",
        "update check_ins set pain_during_nrs = 11",
        "update answers set value = '{}'",
        "update seen set clears = '4'",
        "update seen set seen_by = 'neighbour'",
        "update runners set sex = 'sometimes'",
    };
    for (const std::string& harm : harms) {
        CAPTURE(harm);
        in_each_place([&](Place& place) {
            if (!place.can_tamper()) {
                return;
            }
            store::Store store = place.open();
            Runner anna;
            anna.id = kAnna;
            anna.sex = Sex::female;
            good(store.put_runner(anna));
            const std::string then = "2026-03-01T18:00:00Z";
            Episode ankle = episode_of(kAnkle, "2026-02-20");
            ankle.answers = {said("snap", Said::yes, then)};
            ankle.seen = {Seen{.on = on("2026-02-21")}};
            good(store.put_episode(kAnna, ankle, at(then)));
            CheckIn check_in;
            check_in.at = at(then);
            check_in.episode = kAnkle;
            good(store.add_check_in(kAnna, check_in, at(then)));
            good(store.case_file(kAnna, local(then)));
            place.tamper(harm);
            CHECK(error_of(store.case_file(kAnna, local(then))) == "corrupt");
        });
    }
}

TEST_CASE("a file that is no database is refused and not overwritten") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "notes.txt";
    const std::string notes(4096, 'n');
    std::ofstream(path) << notes;
    CHECK(open_error(path) == "not_a_database");
    std::ifstream in(path);
    const std::string after((std::istreambuf_iterator<char>(in)), {});
    CHECK(after == notes);
}

TEST_CASE("paths that cannot be opened") {
    const TemporaryFolder folder;
    CHECK(open_error(folder.path() / "missing" / "facts.db") == "cannot_open");
    CHECK(open_error(folder.path()) == "cannot_open");
    CHECK(open_error("") == "cannot_open");
}

TEST_CASE("a file that may only be read is refused as such") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "facts.db";
    {
        auto store = good(store::Store::open(store::SqliteFile{path}));
        put_both(store);
    }
    constexpr mode_t kEveryoneReads = 0444;
    constexpr mode_t kEveryoneEnters = 0755;
    REQUIRE(::chmod(path.c_str(), kEveryoneReads) == 0);
    REQUIRE(::chmod(folder.path().c_str(), kEveryoneEnters) == 0);
    CHECK(open_as_nobody(path) == static_cast<int>(StoreErrorCode::read_only));
}

TEST_CASE("a disk without room refuses the file and keeps what was there") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "facts.db";
    {
        auto store = good(store::Store::open(store::SqliteFile{path}));
        put_both(store);
    }
    constexpr rlim_t kRoom = 1U << 20U;
    const int seen = in_narrow_child(path, kRoom, [](store::Store& store) {
        const std::vector<std::byte> bytes(2 * std::size_t{kRoom});
        return put_run(store, kAnna, run_of(bytes, "2026-03-01T18:00:00Z")).map([](store::Kept) {});
    });
    CHECK_MESSAGE(says_no_room(seen), seen);
    auto store = good(store::Store::open(store::SqliteFile{path}));
    CHECK(good(store.activity_ids(kAnna)).empty());
    CHECK(good(store.runner(kAnna)).id == kAnna);
}

TEST_CASE("a disk that fills amid a transaction keeps nothing of it, and what was there stays") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "facts.db";
    const Run before = run_of(bytes_of("before"), "2026-03-01T07:00:00Z");
    {
        auto store = good(store::Store::open(store::SqliteFile{path}));
        put_both(store);
        good(put_run(store, kAnna, before));
    }
    constexpr rlim_t kRoom = 20U << 20U;
    const int seen = in_narrow_child(path, kRoom, fill_and_commit);
    CHECK_MESSAGE(says_no_room(seen), seen);
    auto store = good(store::Store::open(store::SqliteFile{path}));
    CHECK(good(store.activity_ids(kAnna)) == std::vector{before.summary.id});
    CHECK(good(store.recordings_between(kAnna, Instant::min(), Instant::max())).size() == 1);
    const auto bytes = bytes_of("after");
    CHECK(good(put_run(store, kAnna, run_of(bytes, "2026-03-01T18:00:00Z"))) == store::Kept::added);
}

TEST_CASE("only the owner may read the file") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "facts.db";
    const auto store = good(store::Store::open(store::SqliteFile{path}));
    constexpr mode_t kOthers = 077;
    for (const char* suffix : {"", "-wal", "-shm"}) {
        struct stat status{};
        REQUIRE(::stat((path.string() + suffix).c_str(), &status) == 0);
        CHECK((status.st_mode & kOthers) == 0);
    }
}

TEST_CASE("what a location says") {
    CHECK(std::holds_alternative<store::InMemory>(store::parse_location(":memory:")));
    for (const char* server : {"postgresql://me@host/db", "postgres:///db", "host=/run dbname=x",
                               "dbname=x", "service=clinic"}) {
        CAPTURE(server);
        const auto location = store::parse_location(server);
        REQUIRE(std::holds_alternative<store::PostgreSql>(location));
        CHECK(std::get<store::PostgreSql>(location).conninfo == server);
    }
    for (const char* file : {"facts.db", "/home/me/a=b/host=c.db", "./host=x", "file:x?mode=ro"}) {
        CAPTURE(file);
        CHECK(std::holds_alternative<store::SqliteFile>(store::parse_location(file)));
    }
}

TEST_CASE("a name that looks like an address is still a file") {
    const TemporaryFolder folder;
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    for (const char* name : {"file:odd?mode=memory", ":memory:"}) {
        const auto store = good(store::Store::open(store::SqliteFile{name}));
        CHECK(std::filesystem::exists(folder.path() / name));
    }
    std::filesystem::current_path(before);
}

TEST_CASE("a server that cannot be reached, and one that goes away") {
    CHECK(error_of(store::Store::open(store::PostgreSql{"host=/nowhere dbname=none"})) ==
          "cannot_open");
    in_each_place([](Place& place) {
        if (!std::holds_alternative<store::PostgreSql>(place.location())) {
            return;
        }
        store::Store store = place.open();
        put_both(store);
        place.tamper("do $$ begin perform pg_terminate_backend(pid, 5000) from pg_stat_activity "
                     "where application_name like 'contract_%'; end $$");
        CHECK(error_of(store.runner(kAnna)) == "connection_lost");
        CHECK(error_of(store.begin()) == "connection_lost");
        store = place.open();
        CHECK(good(store.runner(kAnna)).id == kAnna);
    });
}

}  // namespace footsure::contract
