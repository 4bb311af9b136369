// SPDX-License-Identifier: Apache-2.0
#include "wire/case_reader.hpp"

#include <algorithm>

namespace footsure::wire {

namespace {

// What a person can be; wider than any real runner, so that only mistakes fall out.
constexpr Range kAge{1, 120};
constexpr Range kMass{10, 400};
constexpr Range kHeight{50, 260};

class CaseReader {
public:
    CaseReader(const Json& json, const Knowledge& knowledge, LocalInstant now)
        : json_(json), knowledge_(knowledge), root_("", reading_.case_file.problems) {
        reading_.case_file.at = now;
    }

    CaseReading run() {
        auto& file = reading_.case_file;
        report_unknown_keys(json_,
                            {"schema", "runner_id", "at", "runner", "answers", "episodes",
                             "activities", "checkins", "shoes", "wishes", "intended_run"},
                            root_);
        if (const auto at = read_instant(json_, "at", root_)) {
            file.at = *at;
        } else if (is_absent(json_, "at")) {
            root_.at("at").problem("missing", "'at' is missing: the time of the case");
        }
        file.runner.id = RunnerId(read_text(json_, "runner_id", root_).value_or("me"));
        if (const Json* runner = read_object(json_, "runner", root_)) {
            read_runner(*runner);
        }
        file.answers = read_answers(json_, knowledge_, SaidAt{file.at.at}, root_);
        each("episodes", [&](const Json& e, const Place& place) { read_episode(e, place); });
        each("activities", [&](const Json& a, const Place& place) { add_activity(a, place); });
        each("checkins", [&](const Json& c, const Place& place) {
            file.check_ins.push_back(read_check_in(c, knowledge_, file, place));
        });
        file.wishes = read_wishes(json_, root_);
        file.shoes = read_shoes(json_, root_);
        file.intended = read_intended(json_, root_);
        return std::move(reading_);
    }

private:
    template <class Visit>
    void each(const char* key, Visit visit) {
        each_object(json_, key, root_, visit);
    }

    void read_runner(const Json& json) {
        const Place place = root_.at("runner");
        report_unknown_keys(json, {"age_years", "sex", "body_mass_kg", "height_cm"}, place);
        auto& runner = reading_.case_file.runner;
        runner.age_years = read_number(json, "age_years", place, kAge);
        if (const auto sex = read_text(json, "sex", place)) {
            if (*sex == "female" || *sex == "male") {
                runner.sex = *sex == "female" ? Sex::female : Sex::male;
            } else if (*sex != "unknown") {
                place.at("sex").problem("unknown_option", "this must be female, male or unknown");
            }
        }
        if (const auto mass = read_number(json, "body_mass_kg", place, kMass)) {
            runner.body_mass = Kilograms(*mass);
        }
        if (const auto height = read_number(json, "height_cm", place, kHeight)) {
            runner.height = Metres(*height / 100);
        }
    }

    void read_episode(const Json& json, const Place& place) {
        report_unknown_keys(
            json, {"id", "side", "started_on", "ended_on", "answers", "notes", "seen"}, place);
        auto& file = reading_.case_file;
        Episode episode;
        episode.id = EpisodeId(
            read_text(json, "id", place)
                .value_or("e" + std::to_string(file.episodes.size() + file.ended.size() + 1)));
        for (const auto* told : {&file.episodes, &file.ended}) {
            if (std::ranges::find(*told, episode.id, &Episode::id) != told->end()) {
                place.at("id").problem("duplicate", "another episode has this id");
            }
        }
        const auto side = read_text(json, "side", place).value_or("unknown");
        if (side == "left" || side == "right" || side == "both") {
            episode.side = side == "left" ? Side::left : side == "right" ? Side::right : Side::both;
        } else if (side != "unknown") {
            place.at("side").problem("unknown_option", "this must be left, right, both or unknown");
        }
        episode.started_on = read_day(json, "started_on", place);
        episode.ended_on = read_end(json, place, episode.started_on);
        episode.answers = read_answers(json, knowledge_, SaidAt{file.at.at}, place);
        episode.notes = read_text(json, "notes", place).value_or("");
        each_object(json, "seen", place,
                    [&](const Json& s, const Place& here) { read_seen(s, here, episode); });
        const bool over =
            episode.ended_on && *episode.ended_on <= day_of(file.at.at, file.at.offset);
        (over ? file.ended : file.episodes).push_back(std::move(episode));
    }

    static std::optional<Day> read_end(const Json& json, const Place& place,
                                       const std::optional<Day>& started_on) {
        const auto ended_on = read_day(json, "ended_on", place);
        if (ended_on && started_on && *ended_on < *started_on) {
            place.at("ended_on").problem("out_of_order", "this lies before the day it started");
            return std::nullopt;
        }
        return ended_on;
    }

    void read_seen(const Json& json, const Place& place, Episode& episode) {
        report_unknown_keys(json, {"on", "by", "clears", "finding", "limits"}, place);
        Seen seen;
        const auto on = read_day(json, "on", place);
        const auto by = read_text(json, "by", place).value_or("");
        if (by != "emergency" && by != "doctor" && by != "physiotherapist") {
            place.at("by").problem("unknown_option",
                                   "this must be emergency, doctor or physiotherapist");
            return;
        }
        if (!on) {
            if (is_absent(json, "on")) {
                place.at("on").problem("missing", "a visit needs its day");
            }
            return;
        }
        seen.on = *on;
        seen.by = by == "emergency" ? SeenBy::emergency
                  : by == "doctor"  ? SeenBy::doctor
                                    : SeenBy::physiotherapist;
        each_text(json, "clears", place, [&](const std::string& rule, const Place& /*here*/) {
            seen.clears.emplace_back(rule);
        });
        each_text(json, "limits", place, [&](const std::string& limit, const Place& /*here*/) {
            seen.limits.push_back(limit);
        });
        if (const auto finding = read_text(json, "finding", place)) {
            if (find_condition(knowledge_, *finding) == nullptr) {
                place.at("finding").problem("unknown_condition",
                                            "there is no condition '" + *finding + "'");
            } else {
                seen.finding = ConditionId(*finding);
            }
        }
        episode.seen.push_back(std::move(seen));
    }

    void add_activity(const Json& json, const Place& place) {
        auto& activities = reading_.case_file.activities;
        auto read = read_activity(json, knowledge_, place);
        if (!read) {
            return;
        }
        if (read->file) {
            reading_.files.push_back({activities.size(), *read->file});
        }
        activities.push_back(std::move(read->summary));
    }

    const Json& json_;
    const Knowledge& knowledge_;
    CaseReading reading_;
    Place root_;
};

}  // namespace

Result<CaseReading, Problem> read_case(std::string_view json, const Knowledge& knowledge,
                                       LocalInstant now) {
    const auto parsed = parse_json(json);
    if (!parsed || !parsed->is_object()) {
        return Failure<Problem>(Problem{"", "not_json", "this is no JSON object"});
    }
    const auto schema = parsed->find("schema");
    if (schema == parsed->end() || *schema != "footsure.case/1") {
        return Failure<Problem>(
            Problem{"schema", "unknown_schema", "this is no case: schema must be footsure.case/1"});
    }
    return CaseReader(*parsed, knowledge, now).run();
}

}  // namespace footsure::wire
