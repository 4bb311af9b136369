// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/reading.hpp"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace footsure::service {

/// Walks, unpacks and decodes on all cores; one thread takes the results in the order of the walk,
/// so that an import gives the same whatever the number of cores.
/// What is under way at a time is bounded in bytes and in files.
class ImportJob : private takeout::Visitor {
public:
    /// Needs: `rules` and `recall` outlive the job.
    ImportJob(const ReadingRules& rules, const Recall& recall) : rules_(rules), recall_(recall) {}

    ImportJob(const ImportJob&) = delete;
    ImportJob& operator=(const ImportJob&) = delete;
    /// Stops what is under way.
    ~ImportJob() override;

    void start(const std::vector<std::filesystem::path>& paths, unsigned workers);

    /// The next file in the order of the walk; nothing when all were given.
    [[nodiscard]] std::optional<Reading> next();

    /// Files known so far.
    [[nodiscard]] std::size_t expected() const;

private:
    struct Task {
        std::size_t number = 0;
        takeout::Item item;
    };

    takeout::Flow take(takeout::Item item) override;
    takeout::Flow refuse(takeout::Refusal refusal) override;
    void expect(std::size_t files) override;
    void work();
    [[nodiscard]] std::optional<Task> next_task();
    void finish(std::size_t number, Reading reading);

    const ReadingRules& rules_;
    const Recall& recall_;
    mutable std::mutex mutex_;
    std::condition_variable room_;   ///< more may be walked
    std::condition_variable tasks_;  ///< something is to be read, or the walk has ended
    std::condition_variable ready_;  ///< the next in order was read, or all were
    std::deque<Task> waiting_;
    std::map<std::size_t, Reading> done_;
    std::size_t walked_ = 0;
    std::size_t given_ = 0;
    std::size_t expected_ = 0;
    std::size_t bytes_under_way_ = 0;
    bool walk_ended_ = false;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace footsure::service
