// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/case_file.hpp"
#include "store/session.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace footsure::store {

/// What an answer is about; nothing named is the whole person.
struct Subject {
    std::optional<EpisodeId> episode;
    std::optional<std::int64_t> check_in;
};

[[nodiscard]] Stored<void> insert_answer(Session& session, const RunnerId& runner,
                                         const Subject& subject, const Answer& answer,
                                         Instant recorded_at);
[[nodiscard]] Stored<void> insert_answers(Session& session, const RunnerId& runner,
                                          const Subject& subject,
                                          const std::vector<Answer>& answers, Instant recorded_at);

}  // namespace footsure::store
