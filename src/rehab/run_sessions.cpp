// SPDX-License-Identifier: Apache-2.0
#include "rehab/run_sessions.hpp"

#include "rehab/course_words.hpp"

#include <algorithm>
#include <cmath>

namespace footsure::rehab {

namespace {

/// Source: care-and-rehab section 9: the first step of Track B (6 times 30 s) is the least running
/// that is planned anywhere; what is less is no session.
constexpr Seconds kLeastRunning{180};
/// Source: our convention: a bounded run is told in whole minutes, downwards.
constexpr double kSecondsPerMinute = 60;
/// What a double may lack of the whole number it stands for. Source: rounding, no domain number.
constexpr double kRounding = 1e-6;

/// Finds the least of all ceilings of one run and keeps what made it less.
class Bounds {
public:
    Bounds(const RunOrder& order, const RunLimits& limits, const RunDay& day)
        : order_(order), limits_(limits), day_(day), running_(order.most_running),
          because_(order.because) {
        bound_by_tissue();
        if (order.load_rules) {
            bound_by_load_rules();
        }
        bound_by_time();
    }

    /// The day's time bounds it always.
    [[nodiscard]] Seconds running() const { return running_.value_or(Seconds(0)); }

    [[nodiscard]] const std::optional<Metres>& distance() const { return distance_; }

    [[nodiscard]] const std::vector<Reason>& because() const { return because_; }

    [[nodiscard]] Seconds walking_around() const { return order_.warm_up + order_.cool_down; }

private:
    void bound_distance(Metres most, const Reason& reason) {
        const Metres bound = std::max(most, Metres(0));
        if (!distance_ || bound < *distance_) {
            distance_ = bound;
        }
        if (limits_.easy_speed && *limits_.easy_speed > MetresPerSecond(0)) {
            bound_running(Seconds(bound.value() / limits_.easy_speed->value()), reason);
        } else {
            because_.push_back(reason);
        }
    }

    void bound_running(Seconds most, const Reason& reason) {
        if (running_ && most >= *running_) {
            return;
        }
        running_ = most;
        because_.push_back(reason);
    }

    void bound_by_tissue() {
        if (limits_.tissues.empty()) {
            return;
        }
        const auto& least = *std::ranges::min_element(limits_.tissues, {}, &TissueCeiling::today);
        // What was run today is over by then and makes no other day's run smaller.
        const Metres ran = day_.is_today ? Metres(0) : limits_.recent.run_today;
        bound_distance(least.today + ran,
                       {.text = "Bounded by the load of the " + std::string(name_of(least.tissue)) +
                                ": at most " + kilometres_text(least.today + ran) + " in one run.",
                        .certainty = Certainty::expert_estimate,
                        .sources = {SourceId("evidence_load")}});
    }

    void bound_by_load_rules() {
        if (limits_.longest_run) {
            bound_distance(*limits_.longest_run,
                           {.text = "Longest-run rule: at most " +
                                    kilometres_text(*limits_.longest_run) +
                                    ", a tenth more than the longest run of the last 30 days.",
                            .certainty = Certainty::read,
                            .sources = {SourceId("frandsen2025")}});
        }
        if (order_.week) {
            const Metres share = *order_.week / std::max(1, day_.runs_a_week);
            bound_distance(share,
                           {.text = "The week's limit of " + kilometres_text(*order_.week) +
                                    " is shared by " + counted(day_.runs_a_week, "run") + ".",
                            .certainty = Certainty::expert_estimate,
                            .sources = {SourceId("evidence_care")}});
        }
    }

    /// The time a day holds all of it, the walking too.
    void bound_by_time() {
        const Seconds left = std::max(Seconds(0), day_.time - walking_around());
        double run_part = 1;
        if (order_.intervals) {
            const auto& one = *order_.intervals;
            run_part = one.run / (one.run + one.walk);
        }
        bound_running(left * run_part, {.text = "You have " + minutes_text(day_.time) +
                                                " a day; this is what fits."});
    }

    const RunOrder& order_;
    const RunLimits& limits_;
    const RunDay& day_;
    std::optional<Seconds> running_;
    std::optional<Metres> distance_;
    std::vector<Reason> because_;
};

/// As many repeats as fit; where not even one does, a shorter one.
Intervals fitting(const Intervals& step, Seconds running) {
    Intervals fit = step;
    fit.repeats = std::min(step.repeats, static_cast<int>(running / step.run + kRounding));
    if (fit.repeats < 1) {
        fit.repeats = 1;
        fit.run = running;
        fit.walk = Seconds(0);
    }
    return fit;
}

Seconds in_whole_minutes(Seconds running) {
    return Seconds(std::floor(running.value() / kSecondsPerMinute + kRounding) * kSecondsPerMinute);
}

std::string title_of(const Session& session, const RunDay& day) {
    if (day.hard) {
        return "Run with a faster part: the one hard run of these seven days";
    }
    if (session.kind == SessionKind::walk_run && session.intervals) {
        return "Walk and run";
    }
    return "Easy run";
}

void set_times(const RunOrder& order, const Bounds& bounds, Session& session) {
    Seconds running = bounds.running();
    if (!order.most_running || running < *order.most_running) {
        running = in_whole_minutes(running);
    }
    Seconds walking = bounds.walking_around();
    if (order.intervals && order.intervals->run > Seconds(0)) {
        const Intervals fit = fitting(*order.intervals, running);
        running = fit.run * fit.repeats;
        walking += fit.walk * fit.repeats;
        if (fit.walk > Seconds(0)) {
            session.kind = SessionKind::walk_run;
        }
        session.intervals = fit;
    }
    session.max_duration = running;
    session.whole_time = running + walking;
}

}  // namespace

std::string session_id(Day on, SessionKind kind, const std::vector<EpisodeId>& episodes) {
    std::string id = format_day(on) + "-" + std::string(word(kind));
    for (const auto& episode : episodes) {
        id += "-" + episode.text();
    }
    return id;
}

std::optional<Session> run_session(const RunOrder& order, const RunLimits& limits,
                                   const RunDay& day) {
    const Bounds bounds(order, limits, day);
    const Seconds worth_it = std::min(kLeastRunning, order.most_running.value_or(kLeastRunning));
    const bool too_little = bounds.running() < worth_it;
    const auto& distance = bounds.distance();
    const bool no_distance = distance && *distance <= Metres(0);
    if (too_little || no_distance) {
        return std::nullopt;
    }
    Session session{.kind = SessionKind::run,
                    .episodes = order.episodes,
                    .step = order.step,
                    .notes = order.notes,
                    .because = bounds.because()};
    set_times(order, bounds, session);
    session.max_distance = distance;
    if (limits.easy_speed) {
        const Metres at_pace = *limits.easy_speed * session.max_duration.value_or(Seconds(0));
        session.max_distance = std::min(session.max_distance.value_or(at_pace), at_pace);
    }
    session.id = session_id(day.on, session.kind, order.episodes);
    session.title = title_of(session, day);
    if (order.warm_up > Seconds(0)) {
        session.notes.insert(session.notes.begin(), "Walk " + minutes_text(order.warm_up) +
                                                        " before and " +
                                                        minutes_text(order.cool_down) + " after.");
    }
    session.notes.emplace_back("These are the most, not a goal; less is fine.");
    return session;
}

}  // namespace footsure::rehab
