// SPDX-License-Identifier: Apache-2.0
#include "findings/given.hpp"

#include "load/load.hpp"

#include <algorithm>
#include <array>

namespace footsure::findings {

namespace {

/// How far back a change of load counts. Source: evidence_conditions, cards 22-29 ("load
/// spike/change <= 8 wk", EE).
constexpr std::chrono::days kLoadChangeWindow{56};

class GivenWriter {
public:
    GivenWriter(const Knowledge& knowledge, Findings& findings)
        : knowledge_(knowledge), findings_(findings) {}

    void number(std::string_view id, std::optional<double> value, std::string from,
                std::optional<Instant> at = std::nullopt) {
        if (value) {
            if (auto* finding = find(id)) {
                *finding = {
                    .truth = Truth::yes, .number = value, .from = std::move(from), .at = at};
            }
        }
    }

    void truth(std::string_view id, Truth value, std::string from) {
        if (auto* finding = find(id)) {
            *finding = {.truth = value, .from = std::move(from)};
        }
    }

private:
    Finding* find(std::string_view id) {
        const auto index = find_finding(knowledge_, id);
        return index ? &findings_.values[*index] : nullptr;
    }

    const Knowledge& knowledge_;
    Findings& findings_;
};

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

/// Yes with the run that jumped; no when there is a history without a jump; else not asked.
void add_load_jump(const EpisodeFacts& facts, Instant start, GivenWriter& write) {
    auto result = Truth::not_asked;
    std::string from;
    for (const auto& run : facts.case_file.activities) {
        const bool in_window = run.started_at <= start &&
                               run.started_at >= start - kLoadChangeWindow &&
                               run.started_at <= facts.now.at;
        if (!in_window) {
            continue;
        }
        const auto band = load::spike_band(run, facts.case_file.activities);
        const bool jump = band == load::SpikeBand::above_10 || band == load::SpikeBand::above_30 ||
                          band == load::SpikeBand::above_100;
        if (jump && result != Truth::yes) {
            result = Truth::yes;
            from = run.from;
        } else if (band == load::SpikeBand::within && result == Truth::not_asked) {
            result = Truth::no;
            from = "activities";
        }
    }
    write.truth("load_jump_recent", result, std::move(from));
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
    const auto& started_on = facts.episode.started_on;
    const Day today = day_of(facts.now.at, facts.now.offset);
    Instant start = facts.now.at;
    if (started_on && *started_on <= today) {
        write.number("days_since_start", static_cast<double>((today - *started_on).count()),
                     "started_on");
        start = Instant(*started_on) + std::chrono::days(1) - facts.now.offset;
    }
    add_load_jump(facts, start, write);
}

}  // namespace footsure::findings
