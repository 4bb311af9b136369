// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recording.hpp"
#include "model/tissue.hpp"

#include <string>
#include <vector>

namespace footsure {

/// A run without a file; or another session, which `told.session` names.
struct ManualRun {
    LocalInstant started_at;
    Metres distance;                    ///< zero: not told
    Seconds timer;                      ///< zero: not told
    std::string sub_sport = "generic";  ///< FIT's word
    Hints told;                         ///< name, shoe, exertion, ground, exercises
};

/// A run with all that is kept of it.
struct StoredRun {
    ActivitySummary summary;
    Visibility visibility = Visibility::shown;
    std::vector<Recording> recordings;
    Correction correction;
};

}  // namespace footsure
