// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validate/measured.hpp"

namespace footsure::validate {

/// What a row of the check table can show.
enum class CheckUse : std::uint8_t {
    in_sample,  ///< these runners or this figure served to choose a constant
    rule,       ///< the figure itself was adopted
    check,      ///< not used before
};

/// One published or measured value beside the model's.
struct CheckRow {
    int number = 0;  ///< as in tissue-load-model section 12
    std::string condition;
    double published = 0;
    double model = 0;
    std::string unit;
    std::string source;
    CheckUse use = CheckUse::check;

    [[nodiscard]] double error() const;  ///< in percent
};

/// All 45, in the evidence's order. Needs: the folder of the biomechanics tables.
[[nodiscard]] Result<std::vector<CheckRow>, std::string>
check_table(const std::filesystem::path& biomech, const std::vector<MeasuredRunner>& runners);
/// Mean and largest |error| in percent.
[[nodiscard]] double mean_error(const std::vector<CheckRow>& rows);
[[nodiscard]] double largest_error(const std::vector<CheckRow>& rows);
[[nodiscard]] std::string text_of(const std::vector<CheckRow>& rows);

}  // namespace footsure::validate
