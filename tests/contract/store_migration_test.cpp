// SPDX-License-Identifier: Apache-2.0
#include "store_facts.hpp"
#include "store_place.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <thread>

namespace footsure::contract {

namespace {

/// The tables as the first version of the program made them.
constexpr std::string_view kFirstSchema = R"(
    create table schema_version (version bigint primary key);
    create table runners (
        runner_id text primary key check (runner_id <> ''),
        age_years double precision,
        sex text,
        body_mass_kg double precision,
        height_m double precision,
        told bigint not null default 0);
    create table originals (
        runner_id text not null references runners,
        activity_id text not null,
        bytes bytea not null,
        file_name text not null,
        imported_at_us bigint not null,
        primary key (runner_id, activity_id));
    create table activities (
        runner_id text not null,
        activity_id text not null,
        started_at_us bigint not null,
        summary text not null,
        program text not null,
        knowledge text not null,
        primary key (runner_id, activity_id),
        foreign key (runner_id, activity_id) references originals);
    create index activities_by_start
        on activities (runner_id, started_at_us, activity_id);
    create table episodes (
        runner_id text not null references runners,
        episode_id text not null check (episode_id <> ''),
        number bigint not null,
        side text not null,
        started_on text,
        ended_on text,
        notes text not null,
        recorded_at_us bigint not null,
        primary key (runner_id, episode_id));
    create table check_ins (
        runner_id text not null,
        number bigint not null,
        episode_id text not null,
        at_us bigint not null,
        pain_during_nrs double precision,
        pain_after_nrs double precision,
        pain_morning_nrs double precision,
        stiffness_min double precision,
        recorded_at_us bigint not null,
        primary key (runner_id, number),
        foreign key (runner_id, episode_id) references episodes);
    create table answers (
        runner_id text not null references runners,
        number bigint not null,
        episode_id text,
        check_in_number bigint,
        question_id text not null check (question_id <> ''),
        value text not null,
        at_us bigint not null,
        corrects bigint not null,
        incomplete bigint not null,
        recorded_at_us bigint not null,
        primary key (runner_id, number),
        foreign key (runner_id, episode_id) references episodes,
        foreign key (runner_id, check_in_number) references check_ins);
    create table seen (
        runner_id text not null,
        number bigint not null,
        episode_id text not null,
        seen_on text not null,
        seen_by text not null,
        clears text not null,
        finding text,
        limits text not null,
        recorded_at_us bigint not null,
        primary key (runner_id, number),
        foreign key (runner_id, episode_id) references episodes);
    insert into schema_version (version) values (1);
    insert into runners (runner_id, age_years, told) values ('anna', 41, 2), ('ben', null, 0);
    insert into episodes values ('anna', 'ankle', 1, 'left', '2026-02-20', null, 'n', 1);
    insert into answers values
        ('anna', 2, 'ankle', null, 'snap', '"yes"', 1772348400000000, 0, 0, 1);
)";

/// As the first version wrote it: nothing of name, shoe or exertion.
constexpr std::string_view kFirstSummary =
    R"({"id":"ID","from":"run.fit","started_at":"2026-03-01T08:00:00+01:00","sport":"running",)"
    R"("distance_m":8000.125,"timer_s":2700.0,"elapsed_s":2800.5,"quality":"speed_cadence",)"
    R"("doses":[{"tissue":"achilles","dose_easy_km":8.1,"low_easy_km":6.0,"high_easy_km":10.3},)"
    R"({"tissue":"tibia","dose_easy_km":7.9,"low_easy_km":5.0,"high_easy_km":11.1}]})";

std::string hex_of(std::span<const std::byte> bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string digits;
    for (const std::byte byte : bytes) {
        digits += kDigits[std::to_integer<unsigned>(byte) >> 4U];
        digits += kDigits[std::to_integer<unsigned>(byte) & 0xfU];
    }
    return digits;
}

bool on_postgresql(const Place& place) {
    return std::holds_alternative<store::PostgreSql>(place.location());
}

/// A row of originals and one of activities, for a runner who is there.
std::string old_run(const Place& place, const RunnerId& runner, std::span<const std::byte> bytes,
                    std::string summary) {
    const std::string id = content::content_id(bytes).text();
    if (const auto found = summary.find("ID"); found != std::string::npos) {
        summary.replace(found, 2, id);
    }
    const std::string blob = on_postgresql(place) ? "decode('" + hex_of(bytes) + "', 'hex')"
                                                  : "x'" + hex_of(bytes) + "'";
    const std::string key = "('" + runner.text() + "', '" + id + "', ";
    return "insert into originals values " + key + blob + ", 'old/run.fit.gz', 1772434800000000);" +
           "insert into activities values " + key + "1772348400000000, '" + summary +
           "', '0.1.0', 'k1');";
}

void make_old(Place& place, const std::string& runs) {
    place.tamper("begin;" + std::string(kFirstSchema) + runs + "commit;");
}

/// Enough that taking them over lasts a while.
std::vector<std::vector<std::byte>> many_originals() {
    constexpr std::size_t kMany = 200;
    constexpr std::size_t kSize = 20'000;
    std::vector<std::vector<std::byte>> all;
    for (std::size_t i = 0; i < kMany; ++i) {
        all.emplace_back(kSize, static_cast<std::byte>(i));
    }
    return all;
}

std::string runs_of(const Place& place, const std::vector<std::vector<std::byte>>& originals) {
    std::string runs;
    for (const auto& bytes : originals) {
        runs += old_run(place, kAnna, bytes, std::string(kFirstSummary));
    }
    return runs;
}

void check_all_there(Place& place, const std::vector<std::vector<std::byte>>& originals) {
    store::Store store = place.open();
    std::size_t whole = 0;
    for (const auto& bytes : originals) {
        const auto content = content::content_id(bytes);
        const auto read = good(store.original(kAnna, content));
        whole += read.bytes == bytes && good(store.recordings_in(kAnna, content)).size() == 1;
    }
    CHECK(whole == originals.size());
    CHECK(good(store.activity_ids(kAnna)).size() == originals.size());
}

/// Opens the place in a child and kills it so long after it began.
void open_and_kill(const Place& place, std::chrono::microseconds after) {
    std::array<int, 2> pipe{};
    REQUIRE(::pipe(pipe.data()) == 0);
    const auto location = place.location();
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const bool told = ::write(pipe[1], "x", 1) == 1;
        const auto store = store::Store::open(location);
        ::pause();
        ::_exit(told && store ? 0 : 1);
    }
    char word = 0;
    CHECK(::read(pipe[0], &word, 1) == 1);
    std::this_thread::sleep_for(after);
    CHECK(::kill(child, SIGKILL) == 0);
    int status = 0;
    CHECK(::waitpid(child, &status, 0) == child);
    ::close(pipe[0]);
    ::close(pipe[1]);
}

/// Gives the error's code of a child that may write no file much larger than it is now.
int open_in_narrow_child(const store::StoreLocation& location) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        constexpr rlim_t kRoom = 3U << 20U;
        constexpr int kNoError = 100;
        const rlimit few{kRoom, kRoom};
        std::signal(SIGXFSZ, SIG_IGN);
        const bool narrow = ::setrlimit(RLIMIT_FSIZE, &few) == 0;
        const auto store = store::Store::open(location);
        ::_exit(!narrow || store ? kNoError : static_cast<int>(store.error().code));
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    return WEXITSTATUS(status);
}

}  // namespace

TEST_CASE("data of the first version is taken over: contents, recordings, activities, answers") {
    const auto annas = bytes_of("anna's packed bytes");
    const auto shared = bytes_of("a run of both");
    in_each_place([&](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        const std::string summary(kFirstSummary);
        make_old(place, old_run(place, kAnna, annas, summary) +
                            old_run(place, kAnna, shared, summary) +
                            old_run(place, kBen, shared, summary));
        for (int opened = 0; opened < 2; ++opened) {
            store::Store store = place.open();
            const auto content = content::content_id(annas);
            const auto original = good(store.original(kAnna, content));
            CHECK(original.bytes == annas);
            CHECK(original.packing == Packing::plain);
            CHECK(original.unpacked_size == annas.size());
            CHECK(original.path == "old/run.fit.gz");
            const auto recordings = good(store.recordings_in(kAnna, content));
            REQUIRE(recordings.size() == 1);
            CHECK(recordings[0].id.text() == content.text());
            CHECK(recordings[0].number == 1);
            CHECK(recordings[0].activity.text() == content.text());
            CHECK(recordings[0].path == "old/run.fit.gz");
            CHECK(recordings[0].format == FileFormat::unknown);
            CHECK(recordings[0].started_at == at("2026-03-01T07:00:00Z"));
            CHECK(recordings[0].elapsed == Seconds(2800.5));
            CHECK(recordings[0].distance == Metres(8000.125));
            CHECK(recordings[0].hints == Hints{});
            const auto file = good(store.case_file(kAnna, local("2026-03-02T00:00:00Z")));
            CHECK(file.runner.age_years == 41.0);
            REQUIRE(file.activities.size() == 2);
            CHECK(file.activities[0].doses[1].high == EasyKm(11.1));
            CHECK(file.activities[0].name.empty());
            CHECK_FALSE(file.activities[0].perceived_exertion);
            REQUIRE(file.episodes.size() == 1);
            CHECK(questions_of(file.episodes[0].answers) == std::vector<std::string>{"snap"});
            CHECK(good(store.activity_ids(kBen)).size() == 1);
            CHECK(good(store.stale_activity_ids(kAnna, {"0.1.0", "k1"})).empty());
        }
        store::Store store = place.open();
        CHECK(good(put_run(store, kAnna, run_of(annas, "2026-03-01T07:00:00Z"))) ==
              store::Kept::already_there);
        CHECK(good(put_run(store, kAnna, run_of(bytes_of("new"), "2026-03-01T17:00:00Z"))) ==
              store::Kept::added);
    });
}

TEST_CASE("data of the first version without any run is taken over") {
    in_each_place([](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        make_old(place, "");
        store::Store store = place.open();
        CHECK(good(store.activity_ids(kAnna)).empty());
        CHECK(good(store.runner(kAnna)).age_years == 41.0);
    });
}

TEST_CASE("one old summary that cannot be read does not lock the runner out") {
    in_each_place([](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        const auto bytes = bytes_of("run");
        make_old(place, old_run(place, kAnna, bytes, "{"));
        store::Store store = place.open();
        const auto recordings = good(store.recordings_in(kAnna, content::content_id(bytes)));
        REQUIRE(recordings.size() == 1);
        CHECK(std::isnan(recordings[0].elapsed.value()));
        CHECK(error_of(store.activity(kAnna, activity_of(bytes))) == "corrupt");
    });
}

TEST_CASE("data that cannot be taken over is left as it was") {
    in_each_place([](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        const auto bytes = bytes_of("run");
        make_old(place, old_run(place, kAnna, bytes, std::string(kFirstSummary)) +
                            "create table kept_apart (in_the_way bigint);");
        CHECK(error_of(store::Store::open(place.location())) == "failed");
        place.tamper("drop table kept_apart");
        store::Store store = place.open();
        CHECK(good(store.original(kAnna, content::content_id(bytes))).bytes == bytes);
    });
}

TEST_CASE("a disk without room for the new tables leaves old data as it was") {
    const auto originals = many_originals();
    in_each_place([&](Place& place) {
        if (!std::holds_alternative<store::SqliteFile>(place.location())) {
            return;
        }
        make_old(place, runs_of(place, originals));
        const int seen = open_in_narrow_child(place.location());
        const bool told = seen == static_cast<int>(store::StoreErrorCode::disk_full) ||
                          seen == static_cast<int>(store::StoreErrorCode::disk_failed);
        CHECK_MESSAGE(told, seen);
        check_all_there(place, originals);
    });
}

TEST_CASE("a program killed while it takes old data over leaves it old or new") {
    const auto originals = many_originals();
    in_each_place([&](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        make_old(place, runs_of(place, originals));
        // Once one of them gets to the end, the later ones find nothing to do.
        for (const int milliseconds : {1, 3, 6, 10, 15, 20, 30}) {
            open_and_kill(place, std::chrono::milliseconds(milliseconds));
        }
        check_all_there(place, originals);
    });
}

TEST_CASE("programs that all open old data at once take it over once") {
    const auto originals = many_originals();
    in_each_place([&](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        make_old(place, runs_of(place, originals));
        constexpr int kPrograms = 3;
        std::vector<std::string> errors(kPrograms);
        std::vector<std::thread> programs;
        for (std::string& error : errors) {
            programs.emplace_back([&] { error = error_of(store::Store::open(place.location())); });
        }
        for (std::thread& program : programs) {
            program.join();
        }
        CHECK(std::ranges::count(errors, "no error") == kPrograms);
        check_all_there(place, originals);
    });
}

}  // namespace footsure::contract
