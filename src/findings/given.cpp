// SPDX-License-Identifier: Apache-2.0
#include "findings/given.hpp"

#include "findings/given_writer.hpp"

#include <algorithm>
#include <optional>

namespace footsure::findings {

namespace {

void add_person(const Runner& runner, GivenWriter& write) {
    write.number("age_years", runner.age_years, "runner");
    if (runner.sex) {
        const bool female = *runner.sex == Sex::female;
        write.truth("female", female ? Truth::yes : Truth::no, "runner");
        write.truth("male", female ? Truth::no : Truth::yes, "runner");
    }
    if (runner.body_mass && runner.height) {
        const double height = runner.height->value();
        write.number("body_mass_index", runner.body_mass->value() / (height * height), "runner");
    }
}

bool tells_pain(const CheckIn& check_in) {
    return check_in.pain_during || check_in.pain_after || check_in.pain_morning ||
           check_in.stiffness_minutes;
}

/// The worst pain and stiffness of the latest check-in that tells any stand for "now".
void add_check_in(const EpisodeFacts& facts, GivenWriter& write) {
    const CheckIn* latest = nullptr;
    for (const auto& check_in : facts.case_file.check_ins) {
        const bool counts = tells_pain(check_in) && check_in.at <= facts.now.at &&
                            (check_in.episode == facts.episode.id || check_in.episode.empty());
        if (counts && (latest == nullptr || latest->at < check_in.at)) {
            latest = &check_in;
        }
    }
    if (latest == nullptr) {
        return;
    }
    std::optional<double> worst;
    for (const auto& pain : {latest->pain_during, latest->pain_after, latest->pain_morning}) {
        if (pain) {
            worst = std::max(worst.value_or(0), pain->value());
        }
    }
    write.number("pain_now", worst, "checkins", latest->at);
    write.number("morning_stiffness", latest->stiffness_minutes, "checkins", latest->at);
}

/// The latest score of the form, as if it had been answered then.
void add_cait(const EpisodeFacts& facts, GivenWriter& write) {
    const CheckIn* latest = nullptr;
    std::optional<double> score;
    for (const auto& check_in : facts.case_file.check_ins) {
        const auto found = std::ranges::find(check_in.measures, MeasureKind::cait, &Measured::kind);
        const bool counts = found != check_in.measures.end() && check_in.at <= facts.now.at &&
                            (check_in.episode == facts.episode.id || check_in.episode.empty());
        if (counts && (latest == nullptr || latest->at < check_in.at)) {
            latest = &check_in;
            score = found->value;
        }
    }
    if (latest != nullptr) {
        write.number("cait_score", score, "checkins", latest->at);
    }
}

}  // namespace

void add_given(const EpisodeFacts& facts, Findings& findings) {
    GivenWriter write(facts.knowledge, findings);
    add_person(facts.case_file.runner, write);
    if (facts.episode.side != Side::unknown) {
        write.truth("side_is_both", facts.episode.side == Side::both ? Truth::yes : Truth::no,
                    "side");
    }
    add_check_in(facts, write);
    add_cait(facts, write);
    const auto& started_on = facts.episode.started_on;
    const Day today = day_of(facts.now.at, facts.now.offset);
    if (started_on && *started_on <= today) {
        write.number("days_since_start", static_cast<double>((today - *started_on).count()),
                     "started_on");
    }
}

}  // namespace footsure::findings
