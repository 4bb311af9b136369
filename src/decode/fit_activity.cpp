// SPDX-License-Identifier: Apache-2.0
#include "decode/fit_activity.hpp"

#include "decode/fit_legs.hpp"
#include "decode/fit_names.hpp"
#include "decode/fit_place.hpp"
#include "decode/fit_repair.hpp"
#include "decode/fit_sensors.hpp"
#include "decode/fit_strap.hpp"
#include "decode/fit_timer.hpp"
#include "decode/fit_totals.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace footsure::decode {
namespace {

void warn(const FitContent& content, DecodedFile& file) {
    const std::size_t without_time = content.records.without_time();
    if (without_time > 0) {
        file.warnings.push_back(std::to_string(without_time) + " records carry no time");
    }
    const auto& started = file.activity.started_at;
    if (started && *started < fit_instant(kFirstRealTime)) {
        file.warnings.emplace_back("the clock was not set: dates are those of the device");
    }
}

void set_start(const RecordTable& records, Activity& activity) {
    if (!activity.legs.empty()) {
        activity.started_at = activity.legs.front().started_at;
    }
    if (!activity.started_at && records.has_times()) {
        activity.started_at = records.at().front();
    }
}

}  // namespace

void assemble_fit(FitContent content, DecodedFile& file) {
    Activity& activity = file.activity;
    file.kind = kind_of(content);
    file.content = content_word(content);
    activity.device = recorder_name(content);
    activity.devices = devices_of(content);
    repair_times(content, file);
    std::ranges::transform(content.laps, std::back_inserter(activity.laps), lap_of);
    const std::size_t dropped = content.records.drop_impossible();
    if (dropped > 0) {
        file.warnings.push_back(std::to_string(dropped) + " heart rates out of range were dropped");
    }
    const std::size_t from_strap =
        merge_strap(std::move(content.notes.strap_rates), content.records);
    if (from_strap > 0) {
        file.warnings.push_back("the heart rates of " + std::to_string(from_strap) +
                                " records come from the strap's memory");
    }
    if (file.kind == FileKind::activity) {
        make_legs(content, file);
        activity.pauses = pauses_of(std::move(content.notes.timer), content.records.at());
    }
    set_start(content.records, activity);
    warn(content, file);
    note_salvage(content, file);
    activity.beat_intervals = std::move(content.notes.beats);
    finish_sensors(content.records.sensors());
    file.merged_records = content.records.merge_same_instant();
    activity.records = content.records.take();
    settle_offset(content.notes, activity);
}

}  // namespace footsure::decode
