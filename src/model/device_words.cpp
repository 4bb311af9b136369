// SPDX-License-Identifier: Apache-2.0
#include "model/device_words.hpp"

#include "model/numbered_word.hpp"

#include <array>

namespace footsure {

namespace {

constexpr std::array kDeviceRoles{
    NumberedWord{11, "bike_power"},          NumberedWord{17, "fitness_equipment"},
    NumberedWord{30, "running_dynamics"},    NumberedWord{31, "muscle_oxygen"},
    NumberedWord{119, "weight_scale"},       NumberedWord{120, "heart_rate"},
    NumberedWord{121, "bike_speed_cadence"}, NumberedWord{122, "bike_cadence"},
    NumberedWord{123, "bike_speed"},         NumberedWord{124, "stride_speed_distance"},
};

constexpr std::array kManufacturers{
    NumberedWord{1, "garmin"},        NumberedWord{15, "dynastream"},
    NumberedWord{23, "suunto"},       NumberedWord{32, "wahoo_fitness"},
    NumberedWord{71, "tomtom"},       NumberedWord{76, "moxy"},
    NumberedWord{95, "stryd"},        NumberedWord{123, "polar_electro"},
    NumberedWord{255, "development"}, NumberedWord{258, "lezyne"},
    NumberedWord{260, "zwift"},       NumberedWord{265, "strava"},
    NumberedWord{289, "hammerhead"},  NumberedWord{294, "coros"},
    NumberedWord{331, "mywhoosh"},    NumberedWord{339, "zepp"},
    NumberedWord{348, "huawei"},
};

}  // namespace

std::string_view manufacturer_word(double number) {
    return word_of(kManufacturers, number);
}

std::optional<double> manufacturer_number(std::string_view word) {
    return number_of(kManufacturers, word);
}

std::string_view device_role_word(double number) {
    return word_of(kDeviceRoles, number);
}

std::optional<double> device_role_number(std::string_view word) {
    return number_of(kDeviceRoles, word);
}

}  // namespace footsure
