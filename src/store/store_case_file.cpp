// SPDX-License-Identifier: Apache-2.0
#include "store/rows.hpp"
#include "store/session.hpp"
#include "store/store.hpp"
#include "wire/wire.hpp"

#include <map>

namespace footsure::store {

namespace {

/// One Runner at one moment, and the case being put together.
struct Reading {
    Session& session;
    RunnerId runner;
    LocalInstant at;
    CaseFile case_file;
    std::map<EpisodeId, std::size_t> open;          ///< place in case_file.episodes
    std::map<EpisodeId, std::size_t> ended;         ///< place in case_file.ended
    std::map<std::int64_t, std::size_t> check_ins;  ///< number to place in case_file.check_ins
};

/// The open or ended Episode; nothing when it is neither.
Episode* episode_named(Reading& reading, const EpisodeId& id) {
    if (const auto open = reading.open.find(id); open != reading.open.end()) {
        return &reading.case_file.episodes[open->second];
    }
    const auto ended = reading.ended.find(id);
    return ended == reading.ended.end() ? nullptr : &reading.case_file.ended[ended->second];
}

Stored<void> read_episodes(Reading& reading) {
    const std::string today = format_day(day_of(reading.at.at, reading.at.offset));
    return for_each_row(
        reading.session.run("select episode_id, side, started_on, notes, "
                            "case when ended_on <= $2 then ended_on end from episodes "
                            "where runner_id = $1 and (started_on is null or started_on <= $2) "
                            "order by number",
                            {reading.runner.text(), today}),
        "episodes", [&](sql::Row& row) {
            Episode episode;
            episode.id = EpisodeId(row.text(0));
            episode.side = read_side(row, 1);
            episode.started_on = read_day_or_null(row, 2);
            episode.notes = row.text(3);
            episode.ended_on = read_day_or_null(row, 4);
            auto& episodes =
                episode.ended_on ? reading.case_file.ended : reading.case_file.episodes;
            auto& places = episode.ended_on ? reading.ended : reading.open;
            places.emplace(episode.id, episodes.size());
            episodes.push_back(std::move(episode));
        });
}

Stored<void> read_wishes(Reading& reading) {
    return for_each_row(reading.session.run("select anew, value from wishes where runner_id = $1 "
                                            "and at_us <= $2 order by number",
                                            {reading.runner.text(), microseconds(reading.at.at)}),
                        "wishes", [&](sql::Row& row) {
                            const bool anew = row.integer(0) != 0;
                            const auto wishes = wire::read_wishes(row.text(1));
                            if (!wishes) {
                                row.reject();
                                return;
                            }
                            if (anew) {
                                reading.case_file.wishes = {};
                            }
                            tell(*wishes, reading.case_file.wishes);
                        });
}

/// Of an Episode that is not open only the soreness stays, which is of both legs.
Stored<void> read_check_ins(Reading& reading) {
    return for_each_row(
        reading.session.run("select number, episode_id, at_us, pain_during_nrs, pain_after_nrs, "
                            "pain_morning_nrs, stiffness_min, soreness_nrs, swelling, limp, "
                            "gave_way, painkiller, focal_ache, skipped, measures from check_ins "
                            "where runner_id = $1 and at_us <= $2 union all "
                            "select number, '', at_us, pain_during_nrs, pain_after_nrs, "
                            "pain_morning_nrs, stiffness_min, soreness_nrs, swelling, limp, "
                            "gave_way, painkiller, focal_ache, skipped, measures "
                            "from person_check_ins "
                            "where runner_id = $1 and at_us <= $2 order by number",
                            {reading.runner.text(), microseconds(reading.at.at)}),
        "check_ins", [&](sql::Row& row) {
            const std::int64_t number = row.integer(0);
            CheckIn check_in;
            check_in.episode = EpisodeId(row.text(1));
            check_in.at = read_instant(row, 2);
            check_in.pain_during = read_pain(row, 3);
            check_in.pain_after = read_pain(row, 4);
            check_in.pain_morning = read_pain(row, 5);
            check_in.stiffness_minutes = row.real_or_null(6);
            check_in.soreness = read_pain(row, 7);
            read_signs(row, 8, check_in);
            const bool of_open =
                check_in.episode.empty() || reading.open.contains(check_in.episode);
            if (!of_open && check_in.soreness) {
                reading.case_file.check_ins.push_back(
                    {.at = check_in.at, .soreness = check_in.soreness});
            }
            if (of_open) {
                reading.check_ins.emplace(number, reading.case_file.check_ins.size());
                reading.case_file.check_ins.push_back(std::move(check_in));
            }
        });
}

Stored<void> read_shoes(Reading& reading) {
    return for_each_row(reading.session.run("select shoe, kind, value, at_us from shoe_events "
                                            "where runner_id = $1 and at_us <= $2 order by number",
                                            {reading.runner.text(), microseconds(reading.at.at)}),
                        "shoe_events", [&](sql::Row& row) {
                            const std::string name = row.text(0);
                            auto event = wire::read_shoe_event(row.text(1), row.text(2));
                            if (!event) {
                                row.reject();
                                return;
                            }
                            event->shoe = name;
                            event->at = read_instant(row, 3);
                            tell(*event, reading.case_file.shoes);
                        });
}

/// Where an answer belongs; nothing when its Episode has not begun or its CheckIn is not there.
std::vector<Answer>* place_of(Reading& reading, const std::optional<std::string>& episode,
                              const std::optional<std::int64_t>& check_in) {
    CaseFile& case_file = reading.case_file;
    if (check_in) {
        const auto found = reading.check_ins.find(*check_in);
        return found == reading.check_ins.end() ? nullptr
                                                : &case_file.check_ins[found->second].answers;
    }
    if (!episode) {
        return &case_file.answers;
    }
    Episode* named = episode_named(reading, EpisodeId(*episode));
    return named == nullptr ? nullptr : &named->answers;
}

Stored<void> read_answers(Reading& reading) {
    return for_each_row(
        reading.session.run("select episode_id, check_in_number, question_id, value, at_us, "
                            "corrects, incomplete from answers "
                            "where runner_id = $1 and at_us <= $2 order by number",
                            {reading.runner.text(), microseconds(reading.at.at)}),
        "answers", [&](sql::Row& row) {
            const auto episode = row.text_or_null(0);
            const auto check_in = row.integer_or_null(1);
            Answer answer = read_answer(row, 2);
            if (auto* place = place_of(reading, episode, check_in)) {
                place->push_back(std::move(answer));
            }
        });
}

Stored<void> read_seen(Reading& reading) {
    const std::string today = format_day(day_of(reading.at.at, reading.at.offset));
    return for_each_row(
        reading.session.run("select episode_id, seen_on, seen_by, clears, finding, limits "
                            "from seen where runner_id = $1 and seen_on <= $2 order by number",
                            {reading.runner.text(), today}),
        "seen", [&](sql::Row& row) {
            Episode* episode = episode_named(reading, EpisodeId(row.text(0)));
            Seen seen{.on = read_day(row, 1), .by = read_seen_by(row, 2)};
            for (std::string& rule : read_words(row, 3)) {
                seen.clears.emplace_back(std::move(rule));
            }
            if (auto finding = row.text_or_null(4)) {
                seen.finding = ConditionId(std::move(*finding));
            }
            seen.limits = read_words(row, 5);
            if (episode != nullptr) {
                episode->seen.push_back(std::move(seen));
            }
        });
}

Stored<void> read_activities(Reading& reading) {
    return for_each_row(reading.session.run("select activity_id, summary from activities "
                                            "where runner_id = $1 and started_at_us <= $2 "
                                            "and visibility = 'shown' "
                                            "order by started_at_us, activity_id",
                                            {reading.runner.text(), microseconds(reading.at.at)}),
                        "activities", [&](sql::Row& row) {
                            reading.case_file.activities.push_back(read_summary(row, 0));
                        });
}

}  // namespace

Stored<CaseFile> Store::case_file(const RunnerId& runner, LocalInstant at) {
    return session_->in_transaction(sql::Access::read, [&]() -> Stored<CaseFile> {
        auto person = this->runner(runner);
        if (!person) {
            return Failure<StoreError>(std::move(person.error()));
        }
        Reading reading{*session_, runner, at, {}, {}, {}, {}};
        reading.case_file.at = at;
        reading.case_file.runner = std::move(*person);
        for (const auto part : {read_episodes, read_check_ins, read_shoes, read_wishes,
                                read_answers, read_seen, read_activities}) {
            if (auto read = part(reading); !read) {
                return Failure<StoreError>(std::move(read.error()));
            }
        }
        return std::move(reading.case_file);
    });
}

Stored<std::vector<EpisodeId>> Store::open_episode_ids(const RunnerId& runner, Day on) {
    const std::string day = format_day(on);
    std::vector<EpisodeId> ids;
    return for_each_row(session_->run("select episode_id from episodes where runner_id = $1 "
                                      "and (started_on is null or started_on <= $2) "
                                      "and (ended_on is null or ended_on > $2) order by number",
                                      {runner.text(), day}),
                        "episodes", [&](sql::Row& row) { ids.emplace_back(row.text(0)); })
        .map([&] { return std::move(ids); });
}

}  // namespace footsure::store
