// SPDX-License-Identifier: Apache-2.0
#include "encode/encode.hpp"
#include "service/service.hpp"

#include <map>
#include <set>

namespace footsure::service {

namespace {

class Days {
public:
    void add(const CarePlan& plan) {
        for (const PlannedDay& day : plan.days) {
            auto& sessions = days_[day.on];
            for (const Session& session : day.sessions) {
                if (seen_.insert({day.on, session.id}).second) {
                    sessions.push_back(session);
                }
            }
        }
    }

    [[nodiscard]] std::vector<PlannedDay> take() {
        std::vector<PlannedDay> days;
        for (auto& [on, sessions] : days_) {
            days.push_back({on, std::move(sessions)});
        }
        return days;
    }

private:
    std::map<Day, std::vector<Session>> days_;
    std::set<std::pair<Day, std::string>> seen_;
};

}  // namespace

std::vector<PlannedDay> planned_days(const Advice& advice) {
    Days days;
    for (const EpisodeAdvice& episode : advice.episodes) {
        if (const CarePlan* plan = plan_in(episode.help)) {
            days.add(*plan);
        }
    }
    if (advice.prevention) {
        days.add(*advice.prevention);
    }
    return days.take();
}

store::Stored<CalendarFeed> Service::publish_plan(const RunnerId& runner, LocalInstant at,
                                                  CalendarDetail detail) {
    auto transaction = store_.begin();
    if (!transaction) {
        return Failure<store::StoreError>(transaction.error());
    }
    const auto advice = advise(runner, at);
    if (!advice) {
        return Failure<store::StoreError>(advice.error());
    }
    return publish_days(runner, planned_days(*advice), at, detail)
        .and_then([&](CalendarFeed&& feed) {
            return transaction->commit().map([&] { return std::move(feed); });
        });
}

store::Stored<CalendarFeed> Service::publish_days(const RunnerId& runner,
                                                  const std::vector<PlannedDay>& days,
                                                  LocalInstant at, CalendarDetail detail) {
    auto transaction = store_.begin();
    if (!transaction) {
        return Failure<store::StoreError>(transaction.error());
    }
    const auto previous = store_.calendar_entries(runner);
    if (!previous) {
        return Failure<store::StoreError>(previous.error());
    }
    auto feed = encode::publish(*previous, days, {runner, at, detail});
    return store_.put_calendar_entries(runner, feed)
        .and_then([&] { return transaction->commit(); })
        .map([&] { return std::move(feed); });
}

}  // namespace footsure::service
