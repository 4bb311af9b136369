// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "encode/fit_file.hpp"
#include "model/activity.hpp"

#include <vector>

namespace footsure::encode {

/// The channels of sensors as developer fields, under the names their apps use.
/// Note: a channel of a sensor or quantity that no known app writes has no field and is left out.
class SensorFields {
public:
    explicit SensorFields(const Records& records);

    /// Which apps write and what their fields mean; before the first Record.
    void describe(FitFile& file) const;
    /// The values of one Record.
    void values_at(std::size_t record, std::vector<DeveloperValue>& values) const;

private:
    struct Written {
        const SensorChannel* channel = nullptr;
        std::uint8_t app = 0;   ///< place in the table of apps
        std::size_t field = 0;  ///< place in the table of fields
        double counts = 1;      ///< what one count of the app stands for, in the quantity's unit
    };

    std::vector<Written> written_;
};

}  // namespace footsure::encode
