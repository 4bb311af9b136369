// SPDX-License-Identifier: Apache-2.0
#include "decode/zone_name.hpp"

#include <array>
#include <chrono>
#include <cstdint>

namespace footsure::decode {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

/// When clocks are an hour ahead.
enum class Summer : std::uint8_t { none, europe, america, australia, new_zealand };

struct Zone {
    int standard = 0;  ///< minutes ahead of universal time
    Summer summer{};
    std::string_view names;  ///< with blanks between
};

// From the IANA time zone data base of 2025 (public domain): the zones whose offsets from 2017 to
// 2026 follow one of these rules without exception.
// clang-format off
constexpr std::array kZones{
    Zone{-600, Summer::america,
         "America/Adak America/Atka"},
    Zone{-540, Summer::america,
         "America/Anchorage America/Juneau America/Nome America/Sitka America/Yakutat"},
    Zone{-480, Summer::america,
         "America/Ensenada America/Los_Angeles America/Santa_Isabel America/Tijuana "
         "America/Vancouver"},
    Zone{-420, Summer::america,
         "America/Boise America/Cambridge_Bay America/Denver America/Edmonton America/Inuvik "
         "America/Shiprock America/Yellowknife"},
    Zone{-360, Summer::america,
         "America/Chicago America/Indiana/Knox America/Indiana/Tell_City America/Knox_IN "
         "America/Matamoros America/Menominee America/North_Dakota/Beulah "
         "America/North_Dakota/Center America/North_Dakota/New_Salem America/Rainy_River "
         "America/Rankin_Inlet America/Resolute America/Winnipeg"},
    Zone{-300, Summer::america,
         "America/Detroit America/Fort_Wayne America/Havana America/Indiana/Indianapolis "
         "America/Indiana/Marengo America/Indiana/Petersburg America/Indiana/Vevay "
         "America/Indiana/Vincennes America/Indiana/Winamac America/Indianapolis America/Iqaluit "
         "America/Kentucky/Louisville America/Kentucky/Monticello America/Louisville "
         "America/Montreal America/Nassau America/New_York America/Nipigon America/Pangnirtung "
         "America/Port-au-Prince America/Thunder_Bay America/Toronto"},
    Zone{-240, Summer::america,
         "America/Glace_Bay America/Goose_Bay America/Halifax America/Moncton America/Thule "
         "Atlantic/Bermuda"},
    Zone{-210, Summer::america,
         "America/St_Johns"},
    Zone{-180, Summer::america,
         "America/Miquelon"},
    Zone{570, Summer::australia,
         "Australia/Adelaide Australia/Broken_Hill Australia/South Australia/Yancowinna"},
    Zone{600, Summer::australia,
         "Antarctica/Macquarie Australia/ACT Australia/Canberra Australia/Currie "
         "Australia/Hobart Australia/Melbourne Australia/NSW Australia/Sydney Australia/Tasmania "
         "Australia/Victoria"},
    Zone{-60, Summer::europe,
         "Atlantic/Azores"},
    Zone{0, Summer::europe,
         "Atlantic/Canary Atlantic/Faeroe Atlantic/Faroe Atlantic/Madeira Europe/Belfast "
         "Europe/Dublin Europe/Guernsey Europe/Isle_of_Man Europe/Jersey Europe/Lisbon "
         "Europe/London"},
    Zone{60, Summer::europe,
         "Africa/Ceuta Arctic/Longyearbyen Atlantic/Jan_Mayen Europe/Amsterdam Europe/Andorra "
         "Europe/Belgrade Europe/Berlin Europe/Bratislava Europe/Brussels Europe/Budapest "
         "Europe/Busingen Europe/Copenhagen Europe/Gibraltar Europe/Ljubljana Europe/Luxembourg "
         "Europe/Madrid Europe/Malta Europe/Monaco Europe/Oslo Europe/Paris Europe/Podgorica "
         "Europe/Prague Europe/Rome Europe/San_Marino Europe/Sarajevo Europe/Skopje "
         "Europe/Stockholm Europe/Tirane Europe/Vaduz Europe/Vatican Europe/Vienna Europe/Warsaw "
         "Europe/Zagreb Europe/Zurich"},
    Zone{120, Summer::europe,
         "Asia/Nicosia Europe/Athens Europe/Bucharest Europe/Helsinki Europe/Kiev Europe/Kyiv "
         "Europe/Mariehamn Europe/Nicosia Europe/Riga Europe/Sofia Europe/Tallinn "
         "Europe/Uzhgorod Europe/Vilnius Europe/Zaporozhye"},
    Zone{720, Summer::new_zealand,
         "Antarctica/McMurdo Antarctica/South_Pole Pacific/Auckland"},
    Zone{765, Summer::new_zealand,
         "Pacific/Chatham"},
    Zone{-660, Summer::none,
         "Pacific/Midway Pacific/Niue Pacific/Pago_Pago Pacific/Samoa"},
    Zone{-600, Summer::none,
         "Pacific/Honolulu Pacific/Johnston Pacific/Rarotonga Pacific/Tahiti"},
    Zone{-570, Summer::none,
         "Pacific/Marquesas"},
    Zone{-540, Summer::none,
         "Pacific/Gambier"},
    Zone{-480, Summer::none,
         "Pacific/Pitcairn"},
    Zone{-420, Summer::none,
         "America/Creston America/Dawson_Creek America/Fort_Nelson America/Hermosillo "
         "America/Phoenix"},
    Zone{-360, Summer::none,
         "America/Belize America/Costa_Rica America/El_Salvador America/Guatemala "
         "America/Managua America/Regina America/Swift_Current America/Tegucigalpa "
         "Pacific/Galapagos"},
    Zone{-300, Summer::none,
         "America/Atikokan America/Bogota America/Cancun America/Cayman America/Coral_Harbour "
         "America/Eirunepe America/Guayaquil America/Jamaica America/Lima America/Panama "
         "America/Porto_Acre America/Rio_Branco"},
    Zone{-240, Summer::none,
         "America/Anguilla America/Antigua America/Aruba America/Barbados America/Blanc-Sablon "
         "America/Boa_Vista America/Caracas America/Curacao America/Dominica America/Grenada "
         "America/Guadeloupe America/Guyana America/Kralendijk America/La_Paz "
         "America/Lower_Princes America/Manaus America/Marigot America/Martinique "
         "America/Montserrat America/Port_of_Spain America/Porto_Velho America/Puerto_Rico "
         "America/Santo_Domingo America/St_Barthelemy America/St_Kitts America/St_Lucia "
         "America/St_Thomas America/St_Vincent America/Tortola America/Virgin"},
    Zone{-180, Summer::none,
         "America/Araguaina America/Argentina/Buenos_Aires America/Argentina/Catamarca "
         "America/Argentina/ComodRivadavia America/Argentina/Cordoba America/Argentina/Jujuy "
         "America/Argentina/La_Rioja America/Argentina/Mendoza America/Argentina/Rio_Gallegos "
         "America/Argentina/Salta America/Argentina/San_Juan America/Argentina/San_Luis "
         "America/Argentina/Tucuman America/Argentina/Ushuaia America/Bahia America/Belem "
         "America/Buenos_Aires America/Catamarca America/Cayenne America/Cordoba "
         "America/Fortaleza America/Jujuy America/Maceio America/Mendoza America/Montevideo "
         "America/Paramaribo America/Punta_Arenas America/Recife America/Rosario "
         "America/Santarem Antarctica/Palmer Antarctica/Rothera Atlantic/Stanley"},
    Zone{-120, Summer::none,
         "America/Noronha Atlantic/South_Georgia"},
    Zone{-60, Summer::none,
         "Atlantic/Cape_Verde"},
    Zone{0, Summer::none,
         "Africa/Abidjan Africa/Accra Africa/Bamako Africa/Banjul Africa/Bissau Africa/Conakry "
         "Africa/Dakar Africa/Freetown Africa/Lome Africa/Monrovia Africa/Nouakchott "
         "Africa/Ouagadougou Africa/Timbuktu America/Danmarkshavn Atlantic/Reykjavik "
         "Atlantic/St_Helena GMT UTC"},
    Zone{60, Summer::none,
         "Africa/Algiers Africa/Bangui Africa/Brazzaville Africa/Douala Africa/Kinshasa "
         "Africa/Lagos Africa/Libreville Africa/Luanda Africa/Malabo Africa/Ndjamena "
         "Africa/Niamey Africa/Porto-Novo Africa/Tunis"},
    Zone{120, Summer::none,
         "Africa/Blantyre Africa/Bujumbura Africa/Gaborone Africa/Harare Africa/Johannesburg "
         "Africa/Kigali Africa/Lubumbashi Africa/Lusaka Africa/Maputo Africa/Maseru "
         "Africa/Mbabane Africa/Tripoli Europe/Kaliningrad"},
    Zone{180, Summer::none,
         "Africa/Addis_Ababa Africa/Asmara Africa/Asmera Africa/Dar_es_Salaam Africa/Djibouti "
         "Africa/Kampala Africa/Mogadishu Africa/Nairobi Antarctica/Syowa Asia/Aden Asia/Baghdad "
         "Asia/Bahrain Asia/Istanbul Asia/Kuwait Asia/Qatar Asia/Riyadh Europe/Istanbul "
         "Europe/Kirov Europe/Minsk Europe/Moscow Europe/Simferopol Indian/Antananarivo "
         "Indian/Comoro Indian/Mayotte"},
    Zone{240, Summer::none,
         "Asia/Baku Asia/Dubai Asia/Muscat Asia/Tbilisi Asia/Yerevan Europe/Astrakhan "
         "Europe/Samara Europe/Saratov Europe/Ulyanovsk Indian/Mahe Indian/Mauritius "
         "Indian/Reunion"},
    Zone{270, Summer::none,
         "Asia/Kabul"},
    Zone{300, Summer::none,
         "Antarctica/Mawson Asia/Aqtau Asia/Aqtobe Asia/Ashgabat Asia/Ashkhabad Asia/Atyrau "
         "Asia/Dushanbe Asia/Karachi Asia/Oral Asia/Samarkand Asia/Tashkent Asia/Yekaterinburg "
         "Indian/Kerguelen Indian/Maldives"},
    Zone{330, Summer::none,
         "Asia/Calcutta Asia/Colombo Asia/Kolkata"},
    Zone{345, Summer::none,
         "Asia/Kathmandu Asia/Katmandu"},
    Zone{360, Summer::none,
         "Asia/Bishkek Asia/Dacca Asia/Dhaka Asia/Kashgar Asia/Omsk Asia/Thimbu Asia/Thimphu "
         "Asia/Urumqi Indian/Chagos"},
    Zone{390, Summer::none,
         "Asia/Rangoon Asia/Yangon Indian/Cocos"},
    Zone{420, Summer::none,
         "Antarctica/Davis Asia/Bangkok Asia/Barnaul Asia/Ho_Chi_Minh Asia/Hovd Asia/Jakarta "
         "Asia/Krasnoyarsk Asia/Novokuznetsk Asia/Novosibirsk Asia/Phnom_Penh Asia/Pontianak "
         "Asia/Saigon Asia/Tomsk Asia/Vientiane Indian/Christmas"},
    Zone{480, Summer::none,
         "Asia/Brunei Asia/Choibalsan Asia/Chongqing Asia/Chungking Asia/Harbin Asia/Hong_Kong "
         "Asia/Irkutsk Asia/Kuala_Lumpur Asia/Kuching Asia/Macao Asia/Macau Asia/Makassar "
         "Asia/Manila Asia/Shanghai Asia/Singapore Asia/Taipei Asia/Ujung_Pandang "
         "Asia/Ulaanbaatar Asia/Ulan_Bator Australia/Perth Australia/West"},
    Zone{525, Summer::none,
         "Australia/Eucla"},
    Zone{540, Summer::none,
         "Asia/Chita Asia/Dili Asia/Jayapura Asia/Khandyga Asia/Seoul Asia/Tokyo Asia/Yakutsk "
         "Pacific/Palau"},
    Zone{570, Summer::none,
         "Australia/Darwin Australia/North"},
    Zone{600, Summer::none,
         "Antarctica/DumontDUrville Asia/Ust-Nera Asia/Vladivostok Australia/Brisbane "
         "Australia/Lindeman Australia/Queensland Pacific/Chuuk Pacific/Guam "
         "Pacific/Port_Moresby Pacific/Saipan Pacific/Truk Pacific/Yap"},
    Zone{660, Summer::none,
         "Asia/Magadan Asia/Sakhalin Asia/Srednekolymsk Pacific/Bougainville Pacific/Efate "
         "Pacific/Guadalcanal Pacific/Kosrae Pacific/Noumea Pacific/Pohnpei Pacific/Ponape"},
    Zone{720, Summer::none,
         "Asia/Anadyr Asia/Kamchatka Pacific/Funafuti Pacific/Kwajalein Pacific/Majuro "
         "Pacific/Nauru Pacific/Tarawa Pacific/Wake Pacific/Wallis"},
    Zone{780, Summer::none,
         "Pacific/Enderbury Pacific/Fakaofo Pacific/Kanton"},
    Zone{840, Summer::none,
         "Pacific/Kiritimati"},
};
// clang-format on

bool is_listed(std::string_view names, std::string_view name) {
    for (std::size_t at = names.find(name); at != std::string_view::npos;
         at = names.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        const bool begins = at == 0 || names[at - 1] == ' ';
        if (begins && (end == names.size() || names[end] == ' ')) {
            return true;
        }
    }
    return false;
}

/// A change of clocks: on which Sunday, at which hour of universal or of standard time.
struct Change {
    unsigned month = 0;
    unsigned sunday = 0;  ///< the n-th of the month, 0 = the last
    int hour = 0;
};

std::chrono::sys_days day_of_change(const Change& change, std::chrono::year year) {
    const std::chrono::year_month month = year / std::chrono::month(change.month);
    return change.sunday == 0
               ? std::chrono::sys_days(month / std::chrono::Sunday[std::chrono::last])
               : std::chrono::sys_days(month / std::chrono::Sunday[change.sunday]);
}

enum class Half : std::uint8_t { north, south };

/// Whether a local clock is ahead; in the south the year begins in summer.
bool is_ahead(const Change& first, const Change& second, Half half, Instant clock) {
    const auto day = std::chrono::floor<std::chrono::days>(clock);
    const std::chrono::year year = std::chrono::year_month_day(day).year();
    const Instant begin = day_of_change(first, year) + hours(first.hour);
    const Instant end = day_of_change(second, year) + hours(second.hour);
    const bool between = begin <= clock && clock < end;
    return half == Half::north ? between : !between;
}

bool is_summer(const Zone& zone, Instant at) {
    const Instant standard = at + minutes(zone.standard);
    switch (zone.summer) {
    case Summer::none: return false;
    case Summer::europe: return is_ahead({3, 0, 1}, {10, 0, 1}, Half::north, at);
    case Summer::america: return is_ahead({3, 2, 2}, {11, 1, 1}, Half::north, standard);
    case Summer::australia: return is_ahead({4, 1, 2}, {10, 1, 2}, Half::south, standard);
    case Summer::new_zealand: return is_ahead({4, 1, 2}, {9, 0, 2}, Half::south, standard);
    }
    return false;
}

}  // namespace

std::optional<UtcOffset> offset_of_zone(std::string_view name, Instant at) {
    if (name.empty() || name.find(' ') != std::string_view::npos) {
        return std::nullopt;
    }
    for (const Zone& zone : kZones) {
        if (is_listed(zone.names, name)) {
            return minutes(zone.standard) + (is_summer(zone, at) ? hours(1) : hours(0));
        }
    }
    return std::nullopt;
}

}  // namespace footsure::decode
