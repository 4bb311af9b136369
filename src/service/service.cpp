// SPDX-License-Identifier: Apache-2.0
#include "service/service.hpp"

#include "advice/advice.hpp"
#include "decode/decode.hpp"
#include "load/load.hpp"
#include "service/reading.hpp"

#include <chrono>
#include <ctime>

namespace footsure::service {

LocalInstant now() {
    const auto at =
        std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
    const std::time_t seconds = std::chrono::system_clock::to_time_t(at);
    std::tm local{};
    localtime_r(&seconds, &local);
    return {at, UtcOffset(local.tm_gmtoff)};
}

std::optional<ActivitySummary> summarise_file(std::span<const std::byte> bytes,
                                              const Runner& runner,
                                              const std::optional<Terrain>& ground) {
    Activity activity = decode::decode(bytes).activity;
    tell_ground(ground, activity);
    return load::summarise(activity, traits_of(runner));
}

Service::Service(store::Store store, const Knowledge& knowledge)
    : store_(std::move(store)), knowledge_(&knowledge) {}

store::Stored<Service> Service::open(const store::StoreLocation& location,
                                     const Knowledge& knowledge) {
    auto store = store::Store::open(location);
    if (!store) {
        return Failure<store::StoreError>(store.error());
    }
    return Service(std::move(*store), knowledge);
}

store::Stored<void> Service::put_runner(const Runner& runner) {
    return store_.put_runner(runner);
}

store::Stored<void> Service::ensure_runner(const RunnerId& runner) {
    const auto known = store_.runner(runner);
    if (known) {
        return {};
    }
    if (known.error().code != store::StoreErrorCode::not_found) {
        return Failure<store::StoreError>(known.error());
    }
    return store_.put_runner(Runner{.id = runner});
}

store::Stored<void> Service::put_case(const CaseFile& case_file) {
    auto transaction = store_.begin();
    if (!transaction) {
        return Failure<store::StoreError>(transaction.error());
    }
    if (auto put = put_facts(case_file); !put) {
        return put;
    }
    return transaction->commit();
}

store::Stored<void> Service::put_facts(const CaseFile& case_file) {
    const auto& runner = case_file.runner.id;
    const Instant at = case_file.at.at;
    auto done = store_.put_runner(case_file.runner);
    for (std::size_t i = 0; done && i < case_file.answers.size(); ++i) {
        done = store_.add_answer(runner, std::nullopt, case_file.answers[i], at);
    }
    for (const auto* episodes : {&case_file.episodes, &case_file.ended}) {
        for (std::size_t i = 0; done && i < episodes->size(); ++i) {
            done = put_episode(runner, (*episodes)[i], at);
        }
    }
    for (std::size_t i = 0; done && i < case_file.check_ins.size(); ++i) {
        done = store_.add_check_in(runner, case_file.check_ins[i], at);
    }
    for (const Shoe& shoe : case_file.shoes) {
        for (const ShoeEvent& event : events_of(shoe, at)) {
            done = done ? store_.add_shoe_event(runner, event, at) : std::move(done);
        }
    }
    return done.and_then([&] {
        return store_.add_wishes(runner, {case_file.wishes, store::WishesStart::on_top, at}, at);
    });
}

store::Stored<void> Service::put_episode(const RunnerId& runner, const Episode& episode,
                                         Instant at) {
    auto done = store_.put_episode(runner, episode, at);
    return done && episode.ended_on ? store_.end_episode(runner, episode.id, *episode.ended_on)
                                    : std::move(done);
}

store::Stored<void> Service::add_answer(const RunnerId& runner,
                                        const std::optional<EpisodeId>& episode,
                                        const Answer& answer) {
    return store_.add_answer(runner, episode, answer, answer.at);
}

store::Stored<void> Service::add_check_in(const RunnerId& runner, const CheckIn& check_in,
                                          std::span<const Answer> of_person, Instant recorded_at) {
    auto transaction = store_.begin();
    if (!transaction) {
        return Failure<store::StoreError>(transaction.error());
    }
    store::Stored<void> done;
    for (const Answer& answer : of_person) {
        done = done ? store_.add_answer(runner, std::nullopt, answer, answer.at) : std::move(done);
    }
    done = done ? store_.add_check_in(runner, check_in, recorded_at) : std::move(done);
    return done ? transaction->commit() : std::move(done);
}

store::Stored<void> Service::add_seen(const RunnerId& runner, const EpisodeId& episode,
                                      const Seen& seen, Instant recorded_at) {
    return store_.add_seen(runner, episode, seen, recorded_at);
}

store::Stored<void> Service::end_episode(const RunnerId& runner, const EpisodeId& episode, Day on) {
    return store_.end_episode(runner, episode, on);
}

store::Stored<void> Service::reopen_episode(const RunnerId& runner, const EpisodeId& episode) {
    return store_.reopen_episode(runner, episode);
}

store::Stored<void> Service::add_wishes(const RunnerId& runner, const store::NewWishes& wishes,
                                        Instant recorded_at) {
    return store_.add_wishes(runner, wishes, recorded_at);
}

store::Stored<void> Service::add_shoe_event(const RunnerId& runner, const ShoeEvent& event,
                                            Instant recorded_at) {
    return store_.add_shoe_event(runner, event, recorded_at);
}

store::Stored<CaseFile> Service::case_file(const RunnerId& runner, LocalInstant at) {
    auto facts = store_.case_file(runner, at);
    if (facts) {
        // Not stored: what an exercise loads is knowledge, which changes without the runs.
        for (ActivitySummary& activity : facts->activities) {
            load::dose_without_running(activity, knowledge_->exercises);
        }
    }
    return facts;
}

store::Stored<Advice> Service::advise(const RunnerId& runner, LocalInstant at,
                                      const IntendedRun& intended) {
    auto facts = case_file(runner, at);
    if (!facts) {
        return Failure<store::StoreError>(facts.error());
    }
    facts->intended = intended;
    return advice::advise(*facts, *knowledge_, at);
}

store::Stored<std::vector<ActivitySummary>> Service::activities(const RunnerId& runner,
                                                                LocalInstant at) {
    auto facts = case_file(runner, at);
    if (!facts) {
        return Failure<store::StoreError>(facts.error());
    }
    return std::move(facts->activities);
}

}  // namespace footsure::service
