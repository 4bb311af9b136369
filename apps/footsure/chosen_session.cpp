// SPDX-License-Identifier: Apache-2.0
#include "footsure/chosen_session.hpp"

#include "footsure/interview_dialog.hpp"

#include <algorithm>

namespace footsure::app {

namespace {

using Chosen = Result<ChosenSession, NoSession>;

Chosen none(std::string sentence) {
    return Failure<NoSession>(NoSession{NoSession::Why::none, std::move(sentence)});
}

ChosenSession chosen(const PlannedDay& day, const Session& session) {
    ChosenSession found{.on = day.on, .session = session};
    for (const Session& other : day.sessions) {
        if (other.id != session.id && other.kind != SessionKind::rest) {
            found.others.push_back(other.id);
        }
    }
    return found;
}

Chosen several(const PlannedDay& day) {
    std::string sentence = "Name one of the sessions of " + format_day(day.on) + ":";
    for (const Session& session : day.sessions) {
        if (session.kind != SessionKind::rest) {
            sentence += " " + printable(session.id);
        }
    }
    return Failure<NoSession>(NoSession{NoSession::Why::several, sentence});
}

Chosen of_day(const PlannedDay& day) {
    const auto matches = [&](auto is_meant) {
        std::vector<const Session*> found;
        for (const Session& session : day.sessions) {
            if (is_meant(session)) {
                found.push_back(&session);
            }
        }
        return found;
    };
    const auto runs = matches([](const Session& each) { return is_run(each.kind); });
    const auto all = matches([](const Session& each) { return each.kind != SessionKind::rest; });
    if (runs.size() == 1 || all.size() == 1) {
        return chosen(day, runs.size() == 1 ? *runs.front() : *all.front());
    }
    if (all.empty()) {
        return none(format_day(day.on) + " is a rest day: there is nothing to guide.");
    }
    return several(day);
}

Chosen of_id(const std::vector<PlannedDay>& days, const std::string& id) {
    for (const PlannedDay& day : days) {
        for (const Session& session : day.sessions) {
            if (session.id == id) {
                return session.kind == SessionKind::rest
                           ? none("'" + printable(id) + "' is a rest: there is nothing to guide.")
                           : Chosen(chosen(day, session));
            }
        }
    }
    return none("No session '" + printable(id) + "' is planned.");
}

}  // namespace

Chosen choose_session(const std::vector<PlannedDay>& days, const std::string& which, Day today) {
    if (days.empty()) {
        return none("There is no plan at the moment: see 'footsure interview'.");
    }
    const auto day = which == "today" ? std::optional(today) : parse_day(which);
    if (!day) {
        return of_id(days, which);
    }
    const auto planned = std::ranges::find(days, *day, &PlannedDay::on);
    if (planned == days.end()) {
        return none("Nothing is planned for " + format_day(*day) + "; the plan goes from " +
                    format_day(days.front().on) + " to " + format_day(days.back().on) + ".");
    }
    return of_day(*planned);
}

}  // namespace footsure::app
