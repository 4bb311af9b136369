// SPDX-License-Identifier: Apache-2.0
#include "store_facts.hpp"
#include "store_place.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <random>
#include <thread>

namespace footsure::contract {

namespace {

constexpr std::size_t kIdLength = 64;

/// A run of its own for each round and number, large enough to spread over many pages.
std::vector<std::byte> bytes_of_run(int round, int number) {
    constexpr std::size_t kSmallest = 1'000;
    constexpr std::size_t kStep = 7'919;
    constexpr std::size_t kSpread = 90'000;
    const std::size_t size = kSmallest + static_cast<std::size_t>(number) * kStep % kSpread;
    std::vector<std::byte> bytes(size, static_cast<std::byte>(number));
    const std::string name = std::to_string(round) + "/" + std::to_string(number);
    std::memcpy(bytes.data(), name.data(), name.size());
    return bytes;
}

/// Imports until it is killed; says each activity only after the store confirmed it.
[[noreturn]] void import_for_ever(const store::StoreLocation& location, int round, int out) {
    auto store = store::Store::open(location);
    for (int number = 0; store; ++number) {
        const auto bytes = bytes_of_run(round, number);
        if (!put_run(*store, kAnna, run_of(bytes, "2026-03-01T07:00:00Z"))) {
            break;
        }
        const std::string id = activity_of(bytes).text();
        if (::write(out, id.data(), id.size()) != static_cast<ssize_t>(id.size())) {
            break;
        }
    }
    ::_exit(EXIT_FAILURE);
}

std::string read_all(int in) {
    std::string text;
    std::array<char, 4096> part{};
    ssize_t got = 0;
    while ((got = ::read(in, part.data(), part.size())) > 0) {
        text.append(part.data(), static_cast<std::size_t>(got));
    }
    return text;
}

/// The ids a child confirmed before it was killed `after` it had confirmed the first one.
std::vector<ActivityId> import_and_kill(const store::StoreLocation& location, int round,
                                        std::chrono::microseconds after) {
    std::array<int, 2> pipe{};
    REQUIRE(::pipe(pipe.data()) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::close(pipe[0]);
        import_for_ever(location, round, pipe[1]);
    }
    ::close(pipe[1]);
    std::string text(kIdLength, ' ');
    REQUIRE(::read(pipe[0], text.data(), kIdLength) == static_cast<ssize_t>(kIdLength));
    std::this_thread::sleep_for(after);
    REQUIRE(::kill(child, SIGKILL) == 0);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    text += read_all(pipe[0]);
    ::close(pipe[0]);
    std::vector<ActivityId> ids;
    for (std::size_t i = 0; i + kIdLength <= text.size(); i += kIdLength) {
        ids.emplace_back(text.substr(i, kIdLength));
    }
    return ids;
}

void check_whole(store::Store& store, const std::vector<ActivityId>& ids) {
    for (const ActivityId& id : ids) {
        const auto recordings = good(store.recordings_of(kAnna, id));
        REQUIRE(recordings.size() == 1);
        const auto original = good(store.original(kAnna, recordings[0].content));
        CHECK(content::content_id(original.bytes) == recordings[0].content);
    }
}

/// A server may still be committing what a killed program asked for last: waits until nothing
/// new appears.
std::vector<ActivityId> settled_ids(store::Store& store) {
    constexpr std::chrono::milliseconds kCommit{300};
    auto ids = good(store.activity_ids(kAnna));
    for (std::vector<ActivityId> before; before != ids;) {
        before = ids;
        std::this_thread::sleep_for(kCommit);
        ids = good(store.activity_ids(kAnna));
    }
    return ids;
}

}  // namespace

TEST_CASE("every import that was confirmed survives a killed program") {
    in_each_place([](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        {
            store::Store store = place.open();
            put_both(store);
        }
        // The moments differ from kill to kill and are the same in each run of the test.
        std::minstd_rand moments;  // NOLINT(cert-msc51-cpp)
        constexpr unsigned kLatest = 60'000;
        std::size_t confirmed = 0;
        for (int round = 0; round < kills(); ++round) {
            CAPTURE(round);
            const std::chrono::microseconds after{moments() % kLatest};
            const auto ids = import_and_kill(place.location(), round, after);
            confirmed += ids.size();
            store::Store store = place.open();
            check_whole(store, ids);
            // And the store still takes what the killed program did not get to say.
            const auto bytes = bytes_of_run(round, 0);
            CHECK(good(put_run(store, kAnna, run_of(bytes, "2026-03-01T07:00:00Z"))) ==
                  store::Kept::already_there);
        }
        // What was not confirmed may be there, but no half of it.
        store::Store store = place.open();
        const auto ids = settled_ids(store);
        CHECK(ids.size() >= confirmed);
        check_whole(store, ids);
        const auto file = good(store.case_file(kAnna, local("2026-03-02T00:00:00Z")));
        CHECK(file.activities.size() == ids.size());
    });
}

}  // namespace footsure::contract
