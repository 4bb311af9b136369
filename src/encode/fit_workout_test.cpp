// SPDX-License-Identifier: Apache-2.0
#include "encode/encode.hpp"
#include "encode/session_facts_test.hpp"
#include "encode/workout_steps.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace footsure::encode {

namespace {

const Instant kCreated{std::chrono::seconds(1'772'700'000)};

std::string bytes_as_text(const std::vector<std::byte>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// What a watch does with the steps: seconds of running, of all steps with a time.
struct Walked {
    double run = 0;
    double all = 0;
    int pressed = 0;  ///< steps that wait for the button
};

Walked walk_through(const std::vector<WorkoutStep>& steps) {
    Walked walked;
    std::vector<int> done(steps.size(), 0);
    for (std::size_t i = 0; i < steps.size();) {
        const WorkoutStep& step = steps[i];
        if (step.end == StepEnd::repeats) {
            ++done[i];
            REQUIRE(step.times);
            i = done[i] < *step.times ? static_cast<std::size_t>(step.until) : i + 1;
            continue;
        }
        walked.pressed += step.end == StepEnd::lap_button ? 1 : 0;
        walked.all += step.end == StepEnd::time ? step.until : 0;
        walked.run +=
            step.purpose == StepPurpose::active && step.end == StepEnd::time ? step.until : 0;
        ++i;
    }
    return walked;
}

}  // namespace

TEST_CASE("repeats of running and walking between two walks take the whole time") {
    const auto steps = workout_steps(walk_run());
    REQUIRE(steps.size() == 5);
    CHECK(steps[0].purpose == StepPurpose::warm_up);
    CHECK(steps[0].until == 300);
    CHECK(steps[1].name == "Run");
    CHECK(steps[1].until == 120);
    CHECK(steps[1].notes == "At most 2.5 km of running, 12 min of running; never a goal.");
    CHECK(steps[2].name == "Walk");
    CHECK(steps[2].until == 180);
    CHECK(steps[3].end == StepEnd::repeats);
    CHECK(steps[3].until == 1);
    CHECK(steps[3].times == 6);
    CHECK_FALSE(steps[3].purpose);
    CHECK(steps[4].purpose == StepPurpose::cool_down);
    CHECK(walk_through(steps).run == 12 * 60);
    CHECK(walk_through(steps).all == 40 * 60);
}

TEST_CASE("the Session's most cuts repeats off") {
    Session session = walk_run();
    session.max_duration = Seconds(7 * 60);
    CHECK(walk_through(workout_steps(session)).run == 6 * 60);
    session.max_duration = Seconds(90);
    const auto steps = workout_steps(session);
    CHECK(walk_through(steps).run == 90);
    CHECK(std::ranges::none_of(steps, [](const WorkoutStep& s) { return s.times.has_value(); }));
}

TEST_CASE("a run is one step by time, by distance, or by the button") {
    Session run = of_kind(SessionKind::run, "r");
    run.max_distance = Metres(5000);
    run.max_duration = Seconds(1800);
    auto steps = workout_steps(run);
    REQUIRE(steps.size() == 1);
    CHECK(steps[0].end == StepEnd::time);
    CHECK(steps[0].until == 1800);
    CHECK(steps[0].notes.find("5.0 km") != std::string::npos);
    run.max_duration.reset();
    steps = workout_steps(run);
    CHECK(steps[0].end == StepEnd::distance);
    CHECK(steps[0].until == 5000);
    run.max_distance.reset();
    CHECK(workout_steps(run)[0].end == StepEnd::lap_button);
}

TEST_CASE("exercises go by name, held by the clock and counted by the button") {
    const auto steps = workout_steps(strength());
    REQUIRE(steps.size() == 7);
    CHECK(steps[0].name == "Heel raise (left)");
    CHECK(steps[0].notes == "3 x 15, 3 s down");
    CHECK(steps[0].end == StepEnd::lap_button);
    CHECK(steps[1].purpose == StepPurpose::rest);
    CHECK(steps[2].times == 3);
    CHECK(steps[2].until == 0);
    CHECK(steps[3].name == "Calf hold");
    CHECK(steps[3].end == StepEnd::time);
    CHECK(steps[3].until == 45);
    CHECK(steps[5].times == 5);
    CHECK(steps[5].until == 3);
    CHECK(steps[6].notes == "10 x 5 s, 2 times a day");
    CHECK(walk_through(steps).all == 5 * 45);
    CHECK(walk_through(steps).pressed == 3 + 3 + 5 + 1);
}

TEST_CASE("a Session without exercises is one step of its time") {
    Session bike = of_kind(SessionKind::cross_train, "b");
    bike.title = "Bike, easy";
    bike.max_duration = Seconds(1500);
    const auto steps = workout_steps(bike);
    REQUIRE(steps.size() == 1);
    CHECK(steps[0].name == "Bike, easy");
    CHECK(steps[0].until == 1500);
}

TEST_CASE("the same Session and time give the same bytes, another time or Session others") {
    const auto bytes = fit_workout(walk_run(), kCreated);
    CHECK(bytes == fit_workout(walk_run(), kCreated));
    CHECK(bytes != fit_workout(walk_run(), kCreated + std::chrono::seconds(1)));
    Session other = walk_run();
    other.id += "x";
    CHECK(bytes != fit_workout(other, kCreated));
}

TEST_CASE("names are cut between two characters and never end early") {
    Session session = of_kind(SessionKind::run, "r");
    session.title = std::string(253, 'a') + "\xC3\xA4" + "b";
    CHECK(fit_workout_name(session) == std::string(253, 'a'));
    session.title = std::string("a\0b\nc\xFF", 6);
    CHECK(fit_workout_name(session) == "ab c\xEF\xBF\xBD");
    session.title = "Läufe";
    session.step = "A-2";
    CHECK(fit_workout_name(session) == "Läufe A-2");
    CHECK(bytes_as_text(fit_workout(session, kCreated)).find("Läufe A-2") != std::string::npos);
}

TEST_CASE("no workout has more running than the Session's most, or loses a run allowed") {
    CHECK(rc::check("time of running", [] {
        Session session = of_kind(SessionKind::walk_run, "w");
        session.intervals = Intervals{.repeats = *rc::gen::inRange(-2, 40),
                                      .run = Seconds(*rc::gen::inRange(1, 4000)),
                                      .walk = Seconds(*rc::gen::inRange(0, 600))};
        session.max_duration = Seconds(*rc::gen::inRange(1, 4000));
        session.whole_time = Seconds(*rc::gen::inRange(0, 9000));
        const auto walked = walk_through(workout_steps(session));
        RC_ASSERT(walked.run <= session.max_duration->value());
        const double one = std::min(session.max_duration->value(), session.intervals->run.value());
        RC_ASSERT(walked.run >= one);
        const double main = walked.run + session.intervals->walk.value() *
                                             std::ceil(walked.run / session.intervals->run.value());
        RC_ASSERT(walked.all <= std::max(main, session.whole_time->value()) + 1);
    }));
}

}  // namespace footsure::encode
