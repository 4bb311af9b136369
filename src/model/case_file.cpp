// SPDX-License-Identifier: Apache-2.0
#include "model/case_file.hpp"

namespace footsure {

std::string_view word(Said said) {
    switch (said) {
    case Said::yes: return "yes";
    case Said::no: return "no";
    case Said::unknown: break;
    }
    return "unknown";
}

std::string_view word(SeenBy by) {
    switch (by) {
    case SeenBy::emergency: return "emergency";
    case SeenBy::doctor: return "doctor";
    case SeenBy::physiotherapist: break;
    }
    return "physiotherapist";
}

std::string_view word(Sex sex) {
    return sex == Sex::female ? "female" : "male";
}

std::string_view word(SwellingTrend trend) {
    switch (trend) {
    case SwellingTrend::none: return "none";
    case SwellingTrend::less: return "less";
    case SwellingTrend::same: return "same";
    case SwellingTrend::more: break;
    }
    return "more";
}

std::string_view word(SkipReason reason) {
    switch (reason) {
    case SkipReason::pain: return "pain";
    case SkipReason::ill: return "ill";
    case SkipReason::no_time: return "no_time";
    case SkipReason::weather: return "weather";
    case SkipReason::travel: return "travel";
    case SkipReason::no_wish: return "no_wish";
    case SkipReason::other: break;
    }
    return "other";
}

}  // namespace footsure
