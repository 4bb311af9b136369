// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/activity.hpp"
#include "model/calendar.hpp"
#include "model/care_plan.hpp"
#include "model/id.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace footsure::encode {

/// Writes an Activity as a FIT activity file that `decode` reads back equal, to FIT's resolution
/// (1 cm, 1 mm/s, 0.1 ms stance time, half a step per minute, 1/128 s).
/// Needs: Records in time order; a start; at least one Leg. Records may be none: a run by hand.
/// Gives: maker and devices, Records with the sensors' channels as developer fields, Pauses as
/// stops of the timer, beats, laps, sessions, local time, CRC. A value that FIT's field cannot
/// hold is left out, and a sensor's channel that no known app writes.
/// Note: starts of Legs, Laps and Pauses are cut to whole seconds; of two outings at the same time
/// the Records cannot be told apart, so write each as an Activity of its own.
[[nodiscard]] std::vector<std::byte> fit_activity(const Activity& activity);

/// Writes a Session as a FIT workout file: for running the warm-up, the repeats of running and
/// walking and the cool-down; else a step for each exercise, with rest between its sets.
/// Needs: not a rest. Gives: the same bytes for the same Session and time.
/// Note: targets stay open, a Session has maxima only. Repeats of running beyond the Session's most
/// are left out. Names and notes are cut to what a field of FIT holds.
[[nodiscard]] std::vector<std::byte> fit_workout(const Session& session, Instant created);
/// As the watch names it.
[[nodiscard]] std::string fit_workout_name(const Session& session);

/// Whose Sessions are told to a calendar, when, and how much of them.
struct Publication {
    RunnerId runner;
    LocalInstant at;
    CalendarDetail detail = CalendarDetail::full;
};

/// What a calendar is to know now, after it was told `previous`: what says the same keeps its
/// sequence; what changed, came back or (from today on) is no longer planned has the next one; a
/// day that is over stays as it was told, and is left out after 60 days.
/// Note: a discreet publication hides what was told before, too.
[[nodiscard]] CalendarFeed publish(const CalendarFeed& previous,
                                   const std::vector<PlannedDay>& days, const Publication& how);

/// The feed as iCalendar (RFC 5545), an event of the whole day for each entry.
[[nodiscard]] std::string icalendar(const CalendarFeed& feed);

}  // namespace footsure::encode
