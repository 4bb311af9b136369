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

}  // namespace footsure
