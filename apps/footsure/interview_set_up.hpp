// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "footsure/interview_voice.hpp"
#include "service/service.hpp"

namespace footsure::app {

/// Only what is not known yet, or everything, so that it can be changed.
enum class SetUpScope : std::uint8_t { missing, everything };
enum class SetUpEnd : std::uint8_t { known, left };

/// Which problem of which Runner, and as of when.
struct SetUpTask {
    RunnerId runner;
    EpisodeId episode;
    LocalInstant at;
    SetUpScope scope = SetUpScope::missing;
};

/// Asks age, sex, side and start, and stores each at once. The Episode is made with its side.
[[nodiscard]] store::Stored<SetUpEnd> set_up(service::Service& service, const InterviewVoice& voice,
                                             const SetUpTask& task);

}  // namespace footsure::app
