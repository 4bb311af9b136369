// SPDX-License-Identifier: Apache-2.0
#include "model/activity.hpp"

#include <string_view>

namespace footsure {

bool is_running(const Leg& leg) {
    return leg.sport == "running" ||
           (leg.sport == "fitness_equipment" && leg.sub_sport == "treadmill");
}

std::string_view word(SensorQuantity quantity) {
    switch (quantity) {
    case SensorQuantity::power: return "power";
    case SensorQuantity::form_power: return "form_power";
    case SensorQuantity::air_power: return "air_power";
    case SensorQuantity::cadence: return "cadence";
    case SensorQuantity::stance_time: return "stance_time";
    case SensorQuantity::vertical_oscillation: return "vertical_oscillation";
    case SensorQuantity::leg_spring_stiffness: return "leg_spring_stiffness";
    case SensorQuantity::foot_strike: return "foot_strike";
    case SensorQuantity::pronation: return "pronation";
    case SensorQuantity::impact: return "impact";
    case SensorQuantity::braking: return "braking";
    case SensorQuantity::impact_balance: return "impact_balance";
    case SensorQuantity::stiffness_balance: return "stiffness_balance";
    case SensorQuantity::oscillation_balance: break;
    }
    return "oscillation_balance";
}

std::string_view word(OffsetQuality quality) {
    switch (quality) {
    case OffsetQuality::recorded: return "recorded";
    case OffsetQuality::setting: return "setting";
    case OffsetQuality::position: return "position";
    case OffsetQuality::unknown: break;
    }
    return "unknown";
}

std::string_view word(FileFormat format) {
    switch (format) {
    case FileFormat::fit: return "fit";
    case FileFormat::gpx: return "gpx";
    case FileFormat::tcx: return "tcx";
    case FileFormat::sml: return "sml";
    case FileFormat::apple_health: return "apple_health";
    case FileFormat::polar: return "polar";
    case FileFormat::unknown: break;
    }
    return "unknown";
}

std::string_view word(FileKind kind) {
    switch (kind) {
    case FileKind::activity: return "activity";
    case FileKind::workout: return "workout";
    case FileKind::course: return "course";
    case FileKind::settings: return "settings";
    case FileKind::other: break;
    }
    return "other";
}

std::string_view word(Integrity integrity) {
    switch (integrity) {
    case Integrity::ok: return "ok";
    case Integrity::crc_mismatch: return "crc_mismatch";
    case Integrity::header_crc_mismatch: return "header_crc_mismatch";
    case Integrity::truncated: return "truncated";
    case Integrity::no_data_size: return "no_data_size";
    case Integrity::trailing_bytes: return "trailing_bytes";
    case Integrity::malformed: return "malformed";
    case Integrity::unreadable: break;
    }
    return "unreadable";
}

std::string_view word(DecodeErrorCode code) {
    switch (code) {
    case DecodeErrorCode::not_recognised: return "not_recognised";
    case DecodeErrorCode::empty_file: return "empty_file";
    case DecodeErrorCode::too_large: return "too_large";
    case DecodeErrorCode::truncated: return "truncated";
    case DecodeErrorCode::bad_header: return "bad_header";
    case DecodeErrorCode::crc_mismatch: return "crc_mismatch";
    case DecodeErrorCode::undefined_message: return "undefined_message";
    case DecodeErrorCode::bad_definition: return "bad_definition";
    case DecodeErrorCode::malformed_xml: return "malformed_xml";
    case DecodeErrorCode::malformed_json: return "malformed_json";
    case DecodeErrorCode::bad_gzip: return "bad_gzip";
    case DecodeErrorCode::bad_deflate: break;
    }
    return "bad_deflate";
}

}  // namespace footsure
