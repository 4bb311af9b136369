// SPDX-License-Identifier: Apache-2.0
#include "store/look_ups.hpp"
#include "store/rows.hpp"
#include "store/store.hpp"
#include "wire/wire.hpp"

#include <cmath>
#include <limits>

namespace footsure::store {

namespace {

std::optional<double> known(double value) {
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

double read_or_nan(sql::Row& row, std::size_t column) {
    return row.real_or_null(column).value_or(std::numeric_limits<double>::quiet_NaN());
}

std::uint32_t read_number(sql::Row& row, std::size_t column) {
    const std::int64_t number = row.integer(column);
    if (number < 1 || number > std::numeric_limits<std::uint32_t>::max()) {
        row.reject();
        return 1;
    }
    return static_cast<std::uint32_t>(number);
}

Hints read_hints(sql::Row& row, std::size_t column) {
    auto hints = wire::read_hints(row.text(column));
    if (!hints) {
        row.reject();
        return {};
    }
    return std::move(*hints);
}

Recording read_recording(sql::Row& row) {
    Recording recording;
    recording.id = RecordingId(row.text(0));
    recording.content = ContentId(row.text(1));
    recording.number = read_number(row, 2);
    recording.activity = ActivityId(row.text(3));
    recording.path = row.text(4);
    recording.format = read_file_format(row, 5);
    recording.started_at = read_instant(row, 6);
    recording.elapsed = Seconds(read_or_nan(row, 7));
    recording.distance = Metres(read_or_nan(row, 8));
    recording.hints = read_hints(row, 9);
    return recording;
}

}  // namespace

Stored<void> Store::put_recording(const RunnerId& runner, const Recording& recording) {
    const std::string path = sql::storable(recording.path);
    const std::string hints = wire::write_hints(recording.hints);
    const std::int64_t number = recording.number;
    return session_->in_transaction(sql::Access::write, [&] {
        return done(session_->run(
            "insert into recordings (runner_id, recording_id, content_id, number, activity_id, "
            "path, format, started_at_us, elapsed_s, distance_m, hints) "
            "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) "
            "on conflict (runner_id, recording_id) do update set "
            "content_id = excluded.content_id, number = excluded.number, "
            "activity_id = excluded.activity_id, path = excluded.path, format = excluded.format, "
            "started_at_us = excluded.started_at_us, elapsed_s = excluded.elapsed_s, "
            "distance_m = excluded.distance_m, hints = excluded.hints",
            {runner.text(), recording.id.text(), recording.content.text(), number,
             recording.activity.text(), path, word(recording.format),
             microseconds(recording.started_at), sql::or_null(known(recording.elapsed.value())),
             sql::or_null(known(recording.distance.value())), hints}));
    });
}

Stored<std::vector<Recording>> Store::recordings_of(const RunnerId& runner,
                                                    const ActivityId& activity) {
    return read_all(session_->run(kRecordingsOf, {runner.text(), activity.text()}), "recordings",
                    read_recording);
}

Stored<std::vector<Recording>> Store::recordings_in(const RunnerId& runner,
                                                    const ContentId& content) {
    return read_all(session_->run(kRecordingsIn, {runner.text(), content.text()}), "recordings",
                    read_recording);
}

Stored<std::vector<Recording>> Store::recordings_between(const RunnerId& runner, Instant from,
                                                         Instant until) {
    return read_all(
        session_->run(kRecordingsBetween, {runner.text(), microseconds(from), microseconds(until)}),
        "recordings", read_recording);
}

Stored<void> Store::keep_apart(const RunnerId& runner, const RecordingId& one,
                               const RecordingId& other, Instant at) {
    return session_->in_transaction(sql::Access::write, [&] {
        return done(session_->run(
            "insert into kept_apart (runner_id, recording_id, other_id, at_us) "
            "values ($1, $2, $3, $4), ($1, $3, $2, $4) "
            "on conflict (runner_id, recording_id, other_id) do update set at_us = excluded.at_us",
            {runner.text(), one.text(), other.text(), microseconds(at)}));
    });
}

Stored<std::vector<RecordingId>> Store::kept_apart_from(const RunnerId& runner,
                                                        const RecordingId& recording) {
    return read_all(session_->run(kKeptApartFrom, {runner.text(), recording.text()}), "kept_apart",
                    [](sql::Row& row) { return RecordingId(row.text(0)); });
}

Stored<void> Store::allow_together(const RunnerId& runner, const RecordingId& one,
                                   const RecordingId& other) {
    return done(session_->run("delete from kept_apart where runner_id = $1 and "
                              "((recording_id = $2 and other_id = $3) or "
                              "(recording_id = $3 and other_id = $2))",
                              {runner.text(), one.text(), other.text()}));
}

}  // namespace footsure::store
