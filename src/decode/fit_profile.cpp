// SPDX-License-Identifier: Apache-2.0
#include "decode/fit_profile.hpp"

#include "decode/fit_words.hpp"

#include <array>

namespace footsure::decode {
namespace {

constexpr double kSemicirclesPerDegree = 2147483648.0 / 180.0;
constexpr double kAltitudeOffset = 500;
constexpr double kMillimetresTenth = 10'000;   // 1/10 mm in a metre
constexpr double kMillisecondsTenth = 10'000;  // 1/10 ms in a second
constexpr double kPercentHundredth = 10'000;   // 1/100 % in a whole
constexpr double kThousandth = 1000;
constexpr double kHundredth = 100;
constexpr double kFractionalCadence = 128;
constexpr double kCadence256 = 256;
constexpr double kTimeFraction = 128;
constexpr double kStrapFraction = 32'768;
constexpr double kExertionTenth = 10;
constexpr Operation kSet = Operation::set;

/// Narrow fields come before the wide ones that replace them, so the wide one wins if present.
constexpr std::array kRecordRules{
    FieldRule{0, record_latitude, kSet, kSemicirclesPerDegree},
    FieldRule{1, record_longitude, kSet, kSemicirclesPerDegree},
    FieldRule{2, record_altitude, kSet, 5, kAltitudeOffset},
    FieldRule{78, record_altitude, kSet, 5, kAltitudeOffset},
    FieldRule{8, record_speed, Operation::compressed_speed_distance},
    FieldRule{5, record_distance, kSet, kHundredth},
    FieldRule{6, record_speed, kSet, kThousandth},
    FieldRule{73, record_speed, kSet, kThousandth},
    FieldRule{3, record_heart_rate},
    FieldRule{4, record_cadence},
    FieldRule{53, record_cadence, Operation::add, kFractionalCadence},
    FieldRule{52, record_cadence, kSet, kCadence256},
    FieldRule{41, record_stance_time, kSet, kMillisecondsTenth},
    FieldRule{39, record_vertical_oscillation, kSet, kMillimetresTenth},
    FieldRule{84, record_balance, kSet, kPercentHundredth},
    FieldRule{85, record_step_length, kSet, kMillimetresTenth},
    FieldRule{83, record_vertical_ratio, kSet, kPercentHundredth},
    FieldRule{40, record_stance_share, kSet, kPercentHundredth},
    FieldRule{7, record_power},
    FieldRule{42, record_activity_type},
    FieldRule{48, 0, Operation::time_fraction, kTimeFraction},
};

constexpr std::array kSessionRules{
    FieldRule{2, summary_start},
    FieldRule{7, summary_elapsed, kSet, kThousandth},
    FieldRule{8, summary_timer, kSet, kThousandth},
    FieldRule{9, summary_distance, kSet, kHundredth},
    FieldRule{5, summary_sport},
    FieldRule{6, summary_sub_sport},
    FieldRule{22, summary_ascent},
    FieldRule{199, summary_ascent, Operation::add, kHundredth},
    FieldRule{23, summary_descent},
    FieldRule{200, summary_descent, Operation::add, kHundredth},
    FieldRule{16, summary_heart_rate},
    FieldRule{18, summary_cadence},
    FieldRule{92, summary_cadence, Operation::add, kFractionalCadence},
    FieldRule{91, summary_stance_time, kSet, kMillisecondsTenth},
    FieldRule{89, summary_vertical_oscillation, kSet, kMillimetresTenth},
    FieldRule{20, summary_power},
    FieldRule{132, summary_vertical_ratio, kSet, kPercentHundredth},
    FieldRule{133, summary_balance, kSet, kPercentHundredth},
    FieldRule{134, summary_step_length, kSet, kMillimetresTenth},
    FieldRule{192, summary_feel, kSet, kHundredth},
    FieldRule{193, summary_exertion, kSet, kExertionTenth},
};

constexpr std::array kLapRules{
    FieldRule{2, summary_start},
    FieldRule{7, summary_elapsed, kSet, kThousandth},
    FieldRule{8, summary_timer, kSet, kThousandth},
    FieldRule{9, summary_distance, kSet, kHundredth},
    FieldRule{25, summary_sport},
    FieldRule{39, summary_sub_sport},
};

constexpr std::array kFileIdRules{
    FieldRule{0, file_type},
    FieldRule{1, file_manufacturer},
    FieldRule{2, file_product},
    FieldRule{8, file_product_name, Operation::text},
};

constexpr std::array kSportRules{
    FieldRule{0, summary_sport},
    FieldRule{1, summary_sub_sport},
};

constexpr std::array kActivityRules{FieldRule{5, clock_local}};
constexpr std::array kCorrelationRules{FieldRule{3, clock_local}};

/// Both from the device's own time to universal and to local time.
constexpr std::array kSettingsRules{
    FieldRule{1, settings_utc_offset},
    FieldRule{2, settings_local_offset},
};

constexpr std::array kEventRules{
    FieldRule{0, event_what},
    FieldRule{1, event_type},
};

constexpr std::array kDeviceRules{
    FieldRule{0, device_index},
    FieldRule{1, device_type},
    FieldRule{2, device_manufacturer},
    FieldRule{4, device_product},
    FieldRule{25, device_source},
    FieldRule{32, device_battery, kSet, kHundredth},
    FieldRule{27, device_product_name, Operation::text},
};

constexpr std::array kBeatRules{FieldRule{0, 0, Operation::list, kThousandth}};

constexpr std::array kStrapRules{
    FieldRule{0, strap_fraction, kSet, kStrapFraction},
    FieldRule{9, strap_event_time},
    FieldRule{6, strap_heart_rates, Operation::list},
    FieldRule{10, strap_event_times, Operation::bytes},
};

constexpr std::array kDeveloperRules{
    FieldRule{3, developer_index},
    FieldRule{1, developer_application, Operation::bytes},
};

constexpr std::array kDescriptionRules{
    FieldRule{0, developer_index},     FieldRule{1, developer_field},
    FieldRule{2, developer_base_type}, FieldRule{6, developer_scale},
    FieldRule{7, developer_offset},    FieldRule{3, developer_field_name, Operation::text},
};

}  // namespace

Message message_of(std::uint16_t global_number) {
    switch (global_number) {
    case 0: return Message::file_id;
    case 2: return Message::device_settings;
    case 12: return Message::sport;
    case 18: return Message::session;
    case 19: return Message::lap;
    case 20: return Message::record;
    case 21: return Message::event;
    case 23: return Message::device_info;
    case 34: return Message::activity;
    case 78: return Message::beats;
    case 132: return Message::strap_memory;
    case 162: return Message::timestamp_correlation;
    case 206: return Message::field_description;
    case 207: return Message::developer_data;
    default: return Message::other;
    }
}

std::span<const FieldRule> rules_of(Message message) {
    switch (message) {
    case Message::file_id: return kFileIdRules;
    case Message::sport: return kSportRules;
    case Message::session: return kSessionRules;
    case Message::lap: return kLapRules;
    case Message::record: return kRecordRules;
    case Message::activity: return kActivityRules;
    case Message::timestamp_correlation: return kCorrelationRules;
    case Message::device_settings: return kSettingsRules;
    case Message::event: return kEventRules;
    case Message::device_info: return kDeviceRules;
    case Message::beats: return kBeatRules;
    case Message::strap_memory: return kStrapRules;
    case Message::developer_data: return kDeveloperRules;
    case Message::field_description: return kDescriptionRules;
    case Message::other: break;
    }
    return {};
}

std::string_view file_type_word(double number) {
    return word_of(kFileTypes, number);
}

std::string_view product_word(double manufacturer, double product) {
    constexpr double kGarmin = 1;
    return manufacturer == kGarmin ? word_of(kGarminStraps, product) : std::string_view();
}

}  // namespace footsure::decode
