// SPDX-License-Identifier: Apache-2.0
#include "store_facts.hpp"
#include "store_place.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

namespace footsure::contract {

namespace {

using Words = std::vector<std::string>;

const std::string kEvening = "2026-03-01T18:00:00Z";

void tell(store::Store& store, std::string_view question) {
    good(store.add_answer(kAnna, std::nullopt, said(question, Said::yes, kEvening), at(kEvening)));
}

Words told(store::Store& store) {
    return questions_of(good(store.case_file(kAnna, local(kEvening))).answers);
}

/// The place for a program that hardly waits for another.
store::StoreLocation impatient(const Place& place) {
    constexpr std::chrono::milliseconds kShort{50};
    auto location = place.location();
    if (auto* file = std::get_if<store::SqliteFile>(&location)) {
        file->patience = kShort;
    } else {
        std::get<store::PostgreSql>(location).patience = kShort;
    }
    return location;
}

}  // namespace

TEST_CASE("what was not committed leaves nothing behind") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        tell(store, "before");
        const auto bytes = bytes_of("run");
        {
            const auto transaction = good(store.begin());
            tell(store, "within");
            good(store.put_episode(kAnna, episode_of(kAnkle, "2026-02-20"), at(kEvening)));
            good(put_run(store, kAnna, run_of(bytes, kEvening)));
            CHECK(told(store) == Words{"before", "within"});
        }
        CHECK(told(store) == Words{"before"});
        place.reopen(store);
        const auto file = good(store.case_file(kAnna, local(kEvening)));
        CHECK(questions_of(file.answers) == Words{"before"});
        CHECK(file.episodes.empty());
        CHECK(file.activities.empty());
        CHECK(error_of(store.original(kAnna, content::content_id(bytes))) == "not_found");
        tell(store, "after");
        CHECK(told(store) == Words{"before", "after"});
    });
}

TEST_CASE("what was committed stays, also when the store was moved meanwhile") {
    in_each_place([](Place& place) {
        store::Store first = place.open();
        put_both(first);
        auto transaction = good(first.begin());
        tell(first, "one");
        store::Store store = std::move(first);
        tell(store, "two");
        good(transaction.commit());
        place.reopen(store);
        CHECK(told(store) == Words{"one", "two"});
    });
}

TEST_CASE("an inner transaction rolls back only its own part") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        auto outer = good(store.begin());
        tell(store, "outer");
        {
            const auto inner = good(store.begin());
            tell(store, "lost");
        }
        {
            auto inner = good(store.begin());
            tell(store, "kept");
            good(inner.commit());
        }
        good(outer.commit());
        place.reopen(store);
        CHECK(told(store) == Words{"outer", "kept"});
    });
}

TEST_CASE("a refused fact does not spoil the transaction around it, and no half of it stays") {
    in_each_place([](Place& place) {
        store::Store store = place.open();
        put_both(store);
        auto transaction = good(store.begin());
        tell(store, "one");
        CHECK(error_of(store.put_runner(Runner{})) == "constraint");
        Episode half = episode_of(kAnkle, "2026-02-20");
        half.answers = {said("good", Said::yes, kEvening), said("", Said::yes, kEvening)};
        CHECK(error_of(store.put_episode(kAnna, half, at(kEvening))) == "constraint");
        tell(store, "two");
        good(transaction.commit());
        place.reopen(store);
        CHECK(told(store) == Words{"one", "two"});
        CHECK(good(store.case_file(kAnna, local(kEvening))).episodes.empty());
    });
}

TEST_CASE("two programs on the same data see each other's facts, but only whole ones") {
    in_each_place([](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        store::Store writer = place.open();
        store::Store reader = place.open();
        put_both(writer);
        auto transaction = good(writer.begin());
        tell(writer, "one");
        tell(writer, "two");
        CHECK(told(reader).empty());
        good(transaction.commit());
        CHECK(told(reader) == Words{"one", "two"});
        tell(reader, "three");
        CHECK(told(writer) == Words{"one", "two", "three"});
    });
}

TEST_CASE("two programs at once: each file is imported by one, and no answer is lost") {
    in_each_place([](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        store::Store store = place.open();
        put_both(store);
        constexpr int kEach = 25;
        std::atomic<int> imported = 0;
        std::atomic<int> refused = 0;
        const auto program = [&] {
            auto own = store::Store::open(place.location());
            for (int i = 0; own && i < kEach; ++i) {
                const std::string text = std::to_string(i);
                const auto put = put_run(*own, kAnna, run_of(bytes_of(text), kEvening));
                imported += put && *put == store::Kept::added ? 1 : 0;
                const auto answer = said("q", static_cast<double>(i), kEvening);
                const auto added = own->add_answer(kAnna, std::nullopt, answer, at(kEvening));
                refused += put && added ? 0 : 1;
            }
        };
        std::thread other(program);
        program();
        other.join();
        CHECK(refused == 0);
        CHECK(imported == kEach);
        CHECK(good(store.activity_ids(kAnna)).size() == kEach);
        CHECK(told(store).size() == 2 * kEach);
    });
}

TEST_CASE("a case is one moment, even while another program writes") {
    in_each_place([](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        store::Store store = place.open();
        put_both(store);
        good(store.put_episode(kAnna, episode_of(kAnkle, "2026-02-20"), at(kEvening)));
        std::atomic<bool> finished = false;
        std::thread other([&] {
            auto own = store::Store::open(place.location());
            CheckIn check_in;
            check_in.at = at(kEvening);
            check_in.episode = kAnkle;
            const auto answer = said("q", Said::yes, kEvening);
            for (int i = 0; own && i < 60; ++i) {
                auto both = own->begin();
                const auto one = own->add_check_in(kAnna, check_in, at(kEvening));
                const auto two = own->add_answer(kAnna, kAnkle, answer, at(kEvening));
                if (!both || !one || !two || !both->commit()) {
                    break;
                }
            }
            finished = true;
        });
        int torn = 0;
        while (!finished) {
            const auto file = store.case_file(kAnna, local(kEvening));
            torn += file && file->check_ins.size() == file->episodes[0].answers.size() ? 0 : 1;
        }
        other.join();
        CHECK(torn == 0);
        CHECK(good(store.case_file(kAnna, local(kEvening))).check_ins.size() == 60);
    });
}

TEST_CASE("programs that all open new data at once agree on one set of tables") {
    in_each_place([](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        constexpr int kPrograms = 4;
        std::vector<std::string> errors(kPrograms);
        std::vector<std::thread> programs;
        for (std::string& error : errors) {
            programs.emplace_back([&] { error = error_of(store::Store::open(place.location())); });
        }
        for (std::thread& program : programs) {
            program.join();
        }
        CHECK(errors == Words(kPrograms, "no error"));
    });
}

TEST_CASE("a transaction that only read so far can still write") {
    in_each_place([](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        store::Store first = place.open();
        put_both(first);
        store::Store second = good(store::Store::open(impatient(place)));
        auto transaction = good(first.begin());
        CHECK(told(first).empty());
        const auto answer = said("two", Said::yes, kEvening);
        const auto added = second.add_answer(kAnna, std::nullopt, answer, at(kEvening));
        tell(first, "one");
        good(transaction.commit());
        CHECK(told(first).size() == (added ? 2 : 1));
    });
}

TEST_CASE("a transaction that lost a race to another program keeps nothing") {
    in_each_place([](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        store::Store first = place.open();
        put_both(first);
        good(first.put_episode(kAnna, episode_of(kAnkle, "2026-02-20"), at(kEvening)));
        store::Store second = good(store::Store::open(impatient(place)));
        const auto holder = good(first.begin());
        good(first.end_episode(kAnna, kAnkle, on("2026-03-02")));
        auto loser = second.begin();
        if (!loser) {
            CHECK(error_of(loser) == "busy");
            return;
        }
        const auto answer = said("fever", Said::yes, kEvening);
        good(second.add_answer(kBen, std::nullopt, answer, at(kEvening)));
        CHECK(error_of(second.end_episode(kAnna, kAnkle, on("2026-03-03"))) == "busy");
        CHECK(error_of(second.add_answer(kBen, std::nullopt, answer, at(kEvening))) == "failed");
        CHECK(error_of(loser->commit()) == "failed");
        CHECK(good(second.case_file(kBen, local(kEvening))).answers.empty());
    });
}

TEST_CASE("who waits too long for another program is told that it is busy") {
    in_each_place([](Place& place) {
        if (!place.can_tamper()) {
            return;
        }
        store::Store first = place.open();
        put_both(first);
        store::Store second = good(store::Store::open(impatient(place)));
        auto transaction = good(first.begin());
        tell(first, "one");
        const auto answer = said("two", Said::yes, kEvening);
        CHECK(error_of(second.add_answer(kAnna, std::nullopt, answer, at(kEvening))) == "busy");
        good(transaction.commit());
        tell(second, "two");
        CHECK(told(first) == Words{"one", "two"});
    });
}

}  // namespace footsure::contract
