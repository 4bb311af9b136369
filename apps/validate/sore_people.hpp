// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/case_file.hpp"
#include "model/result.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace footsure::validate {

/// One person of PMData: a morning's soreness as told (1 to 5, low = sore) and the load of a day.
struct SorePerson {
    std::string name;
    std::map<Day, double> mornings;  ///< the first told of the day
    std::map<Day, double> loads;     ///< exertion × minutes
    CaseFile facts;                  ///< the same as Footsure takes it: soreness 0 to 10

    /// What the sheet calls sore; low numbers are sore.
    [[nodiscard]] static bool is_sore(double told) { return told <= 2; }
};

/// Needs: the folder pmdata. Gives: everyone with mornings, by name.
[[nodiscard]] Result<std::vector<SorePerson>, std::string>
read_sore_people(const std::filesystem::path& pmdata);

/// Moving average over the days before each day, from the first load to the day after the last
/// morning; written apart from the one in `load`, to compare with it.
[[nodiscard]] std::map<Day, double> moving_average(const SorePerson& person, double tau);
/// Load of the last 7 days over a quarter of the last 28; NaN without load in them.
[[nodiscard]] double acute_chronic_ratio(const SorePerson& person, Day day);
/// Whether a history began long enough before the day for a short average to be known.
[[nodiscard]] bool is_warm(const SorePerson& person, Day day);

}  // namespace footsure::validate
