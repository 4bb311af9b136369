// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/numbered_word.hpp"

#include <array>
#include <string_view>

namespace footsure::decode {

inline constexpr std::string_view kUnknownSport = "unknown";
inline constexpr std::string_view kGenericSubSport = "generic";

inline constexpr std::array kFileTypes{
    NumberedWord{1, "device"},      NumberedWord{2, "settings"},
    NumberedWord{3, "sport"},       NumberedWord{4, "activity"},
    NumberedWord{5, "workout"},     NumberedWord{6, "course"},
    NumberedWord{7, "schedules"},   NumberedWord{8, "locations"},
    NumberedWord{9, "weight"},      NumberedWord{10, "totals"},
    NumberedWord{11, "goals"},      NumberedWord{14, "blood_pressure"},
    NumberedWord{15, "monitoring"}, NumberedWord{20, "activity_summary"},
    NumberedWord{28, "monitoring"}, NumberedWord{32, "monitoring"},
    NumberedWord{34, "segment"},    NumberedWord{35, "segment"},
};

/// Straps and pods that measure how a runner runs; the small numbers are their one-byte forms.
inline constexpr std::array kGarminStraps{
    NumberedWord{8, "HRM-Run"},     NumberedWord{12, "HRM-Tri"},
    NumberedWord{13, "HRM4-Run"},   NumberedWord{22, "HRM-Fit"},
    NumberedWord{1743, "HRM-Tri"},  NumberedWord{1752, "HRM-Run"},
    NumberedWord{2327, "HRM4-Run"}, NumberedWord{2593, "Running Dynamics Pod"},
    NumberedWord{3300, "HRM-Pro"},  NumberedWord{4130, "HRM-Pro Plus"},
    NumberedWord{4446, "HRM-Fit"},  NumberedWord{4606, "HRM 200"},
};

}  // namespace footsure::decode
