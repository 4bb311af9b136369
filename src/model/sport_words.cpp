// SPDX-License-Identifier: Apache-2.0
#include "model/sport_words.hpp"

#include "model/numbered_word.hpp"

#include <array>

namespace footsure {

namespace {

constexpr std::array kSports{
    NumberedWord{0, "generic"},
    NumberedWord{1, "running"},
    NumberedWord{2, "cycling"},
    NumberedWord{3, "transition"},
    NumberedWord{4, "fitness_equipment"},
    NumberedWord{5, "swimming"},
    NumberedWord{6, "basketball"},
    NumberedWord{7, "soccer"},
    NumberedWord{8, "tennis"},
    NumberedWord{9, "american_football"},
    NumberedWord{10, "training"},
    NumberedWord{11, "walking"},
    NumberedWord{12, "cross_country_skiing"},
    NumberedWord{13, "alpine_skiing"},
    NumberedWord{14, "snowboarding"},
    NumberedWord{15, "rowing"},
    NumberedWord{16, "mountaineering"},
    NumberedWord{17, "hiking"},
    NumberedWord{18, "multisport"},
    NumberedWord{19, "paddling"},
    NumberedWord{20, "flying"},
    NumberedWord{21, "e_biking"},
    NumberedWord{22, "motorcycling"},
    NumberedWord{23, "boating"},
    NumberedWord{24, "driving"},
    NumberedWord{25, "golf"},
    NumberedWord{26, "hang_gliding"},
    NumberedWord{27, "horseback_riding"},
    NumberedWord{28, "hunting"},
    NumberedWord{29, "fishing"},
    NumberedWord{30, "inline_skating"},
    NumberedWord{31, "rock_climbing"},
    NumberedWord{32, "sailing"},
    NumberedWord{33, "ice_skating"},
    NumberedWord{34, "sky_diving"},
    NumberedWord{35, "snowshoeing"},
    NumberedWord{36, "snowmobiling"},
    NumberedWord{37, "stand_up_paddleboarding"},
    NumberedWord{38, "surfing"},
    NumberedWord{39, "wakeboarding"},
    NumberedWord{40, "water_skiing"},
    NumberedWord{41, "kayaking"},
    NumberedWord{42, "rafting"},
    NumberedWord{43, "windsurfing"},
    NumberedWord{44, "kitesurfing"},
    NumberedWord{45, "tactical"},
    NumberedWord{46, "jumpmaster"},
    NumberedWord{47, "boxing"},
    NumberedWord{48, "floor_climbing"},
    NumberedWord{49, "baseball"},
    NumberedWord{53, "diving"},
    NumberedWord{56, "shooting"},
    NumberedWord{58, "winter_sport"},
    NumberedWord{59, "grinding"},
    NumberedWord{62, "hiit"},
    NumberedWord{63, "video_gaming"},
    NumberedWord{64, "racket"},
    NumberedWord{65, "wheelchair_push_walk"},
    NumberedWord{66, "wheelchair_push_run"},
    NumberedWord{67, "meditation"},
    NumberedWord{68, "para_sport"},
    NumberedWord{69, "disc_golf"},
    NumberedWord{71, "team_sport"},
    NumberedWord{72, "cricket"},
    NumberedWord{73, "rugby"},
    NumberedWord{74, "hockey"},
    NumberedWord{75, "lacrosse"},
    NumberedWord{76, "volleyball"},
    NumberedWord{77, "water_tubing"},
    NumberedWord{78, "wakesurfing"},
    NumberedWord{79, "water_sport"},
    NumberedWord{80, "archery"},
    NumberedWord{81, "mixed_martial_arts"},
    NumberedWord{82, "snorkeling"},
    NumberedWord{83, "dance"},
    NumberedWord{84, "jump_rope"},
    NumberedWord{85, "pool_apnea"},
    NumberedWord{86, "mobility"},
    NumberedWord{87, "geocaching"},
    NumberedWord{88, "canoeing"},
};

constexpr std::array kSubSports{
    NumberedWord{0, "generic"},
    NumberedWord{1, "treadmill"},
    NumberedWord{2, "street"},
    NumberedWord{3, "trail"},
    NumberedWord{4, "track"},
    NumberedWord{5, "spin"},
    NumberedWord{6, "indoor_cycling"},
    NumberedWord{7, "road"},
    NumberedWord{8, "mountain"},
    NumberedWord{9, "downhill"},
    NumberedWord{10, "recumbent"},
    NumberedWord{11, "cyclocross"},
    NumberedWord{12, "hand_cycling"},
    NumberedWord{13, "track_cycling"},
    NumberedWord{14, "indoor_rowing"},
    NumberedWord{15, "elliptical"},
    NumberedWord{16, "stair_climbing"},
    NumberedWord{17, "lap_swimming"},
    NumberedWord{18, "open_water"},
    NumberedWord{19, "flexibility_training"},
    NumberedWord{20, "strength_training"},
    NumberedWord{21, "warm_up"},
    NumberedWord{22, "match"},
    NumberedWord{23, "exercise"},
    NumberedWord{24, "challenge"},
    NumberedWord{25, "indoor_skiing"},
    NumberedWord{26, "cardio_training"},
    NumberedWord{27, "indoor_walking"},
    NumberedWord{28, "e_bike_fitness"},
    NumberedWord{29, "bmx"},
    NumberedWord{30, "casual_walking"},
    NumberedWord{31, "speed_walking"},
    NumberedWord{32, "bike_to_run_transition"},
    NumberedWord{33, "run_to_bike_transition"},
    NumberedWord{34, "swim_to_bike_transition"},
    NumberedWord{35, "atv"},
    NumberedWord{36, "motocross"},
    NumberedWord{37, "backcountry"},
    NumberedWord{38, "resort"},
    NumberedWord{39, "rc_drone"},
    NumberedWord{40, "wingsuit"},
    NumberedWord{41, "whitewater"},
    NumberedWord{42, "skate_skiing"},
    NumberedWord{43, "yoga"},
    NumberedWord{44, "pilates"},
    NumberedWord{45, "indoor_running"},
    NumberedWord{46, "gravel_cycling"},
    NumberedWord{47, "e_bike_mountain"},
    NumberedWord{48, "commuting"},
    NumberedWord{49, "mixed_surface"},
    NumberedWord{50, "navigate"},
    NumberedWord{51, "track_me"},
    NumberedWord{52, "map"},
    NumberedWord{53, "single_gas_diving"},
    NumberedWord{54, "multi_gas_diving"},
    NumberedWord{55, "gauge_diving"},
    NumberedWord{56, "apnea_diving"},
    NumberedWord{57, "apnea_hunting"},
    NumberedWord{58, "virtual_activity"},
    NumberedWord{59, "obstacle"},
    NumberedWord{62, "breathing"},
    NumberedWord{63, "ccr_diving"},
    NumberedWord{65, "sail_race"},
    NumberedWord{66, "expedition"},
    NumberedWord{67, "ultra"},
    NumberedWord{68, "indoor_climbing"},
    NumberedWord{69, "bouldering"},
    NumberedWord{70, "hiit"},
    NumberedWord{71, "indoor_grinding"},
    NumberedWord{72, "hunting_with_dogs"},
    NumberedWord{73, "amrap"},
    NumberedWord{74, "emom"},
    NumberedWord{75, "tabata"},
    NumberedWord{77, "esport"},
    NumberedWord{78, "triathlon"},
    NumberedWord{79, "duathlon"},
    NumberedWord{80, "brick"},
    NumberedWord{81, "swim_run"},
    NumberedWord{82, "adventure_race"},
    NumberedWord{83, "trucker_workout"},
    NumberedWord{84, "pickleball"},
    NumberedWord{85, "padel"},
    NumberedWord{86, "indoor_wheelchair_walk"},
    NumberedWord{87, "indoor_wheelchair_run"},
    NumberedWord{88, "indoor_hand_cycling"},
    NumberedWord{94, "squash"},
    NumberedWord{95, "badminton"},
    NumberedWord{96, "racquetball"},
    NumberedWord{97, "table_tennis"},
    NumberedWord{121, "dynamic_apnea"},
    NumberedWord{123, "enduro"},
    NumberedWord{124, "rucking"},
    NumberedWord{125, "rally"},
};

}  // namespace

std::string_view sport_word(double number) {
    const std::string_view word = word_of(kSports, number);
    return word.empty() ? "unknown" : word;
}

std::string_view sub_sport_word(double number) {
    const std::string_view word = word_of(kSubSports, number);
    return word.empty() ? "generic" : word;
}

std::optional<double> sport_number(std::string_view sport) {
    return number_of(kSports, sport);
}

std::optional<double> sub_sport_number(std::string_view sub_sport) {
    return number_of(kSubSports, sub_sport);
}

bool counts_strides(std::string_view sport, std::string_view sub_sport) {
    // Older watches write a treadmill run as fitness equipment.
    return sport == "running" || sport == "walking" ||
           (sport == "fitness_equipment" && sub_sport == "treadmill");
}

}  // namespace footsure
