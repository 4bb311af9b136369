// SPDX-License-Identifier: Apache-2.0
#include "service/import_job.hpp"

#include <algorithm>
#include <new>
#include <utility>

namespace footsure::service {

namespace {

/// Packed bytes that may be under way; one larger file alone is let through.
constexpr std::size_t kMostBytesUnderWay = std::size_t{24} << 20U;
constexpr std::size_t kMostFilesUnderWay = 256;

Reading without_memory(takeout::Item item) {
    return {.item = std::move(item),
            .content = {},
            .outcome = FileOutcome::quarantined,
            .reason = "there is not enough memory to read it",
            .runs = {}};
}

}  // namespace

ImportJob::~ImportJob() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    room_.notify_all();
    tasks_.notify_all();
    for (std::thread& thread : threads_) {
        thread.join();
    }
}

void ImportJob::start(const std::vector<std::filesystem::path>& paths, unsigned workers) {
    threads_.emplace_back([this, paths] {
        takeout::walk(paths, rules_.limits, *this);
        {
            const std::scoped_lock lock(mutex_);
            walk_ended_ = true;
        }
        tasks_.notify_all();
        ready_.notify_all();
    });
    for (unsigned i = 0; i < std::max(1U, workers); ++i) {
        threads_.emplace_back([this] { work(); });
    }
}

std::optional<Reading> ImportJob::next() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [this] {
        return (!done_.empty() && done_.begin()->first == given_) ||
               (walk_ended_ && given_ == walked_);
    });
    if (done_.empty()) {
        return std::nullopt;
    }
    Reading reading = std::move(done_.begin()->second);
    done_.erase(done_.begin());
    ++given_;
    bytes_under_way_ -= reading.item.bytes.size();
    lock.unlock();
    room_.notify_one();
    return reading;
}

std::size_t ImportJob::expected() const {
    const std::scoped_lock lock(mutex_);
    return std::max(expected_, walked_);
}

takeout::Flow ImportJob::take(takeout::Item item) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] {
        const std::size_t files = walked_ - given_;
        return stopping_ || files == 0 ||
               (files < kMostFilesUnderWay &&
                bytes_under_way_ + item.bytes.size() <= kMostBytesUnderWay);
    });
    if (stopping_) {
        return takeout::Flow::stop;
    }
    bytes_under_way_ += item.bytes.size();
    waiting_.push_back({walked_++, std::move(item)});
    lock.unlock();
    tasks_.notify_one();
    return takeout::Flow::go_on;
}

takeout::Flow ImportJob::refuse(takeout::Refusal refusal) {
    Reading reading{.item = {.path = std::move(refusal.path)},
                    .outcome = refusal.kind == takeout::RefusalKind::no_run
                                   ? FileOutcome::skipped
                                   : FileOutcome::quarantined,
                    .reason = std::move(refusal.reason)};
    const std::scoped_lock lock(mutex_);
    done_.emplace(walked_++, std::move(reading));
    ready_.notify_all();
    return stopping_ ? takeout::Flow::stop : takeout::Flow::go_on;
}

void ImportJob::expect(std::size_t files) {
    const std::scoped_lock lock(mutex_);
    expected_ = files;
}

std::optional<ImportJob::Task> ImportJob::next_task() {
    std::unique_lock lock(mutex_);
    tasks_.wait(lock, [this] { return stopping_ || walk_ended_ || !waiting_.empty(); });
    if (stopping_ || waiting_.empty()) {
        return std::nullopt;
    }
    Task task = std::move(waiting_.front());
    waiting_.pop_front();
    return task;
}

void ImportJob::work() {
    while (auto task = next_task()) {
        // What was begun is copied nowhere: a file too large for the memory is named, not kept.
        const std::string path = task->item.path;
        const std::size_t bytes = task->item.bytes.size();
        try {
            finish(task->number, read(std::move(task->item), rules_, recall_));
        } catch (const std::bad_alloc&) {
            {
                const std::scoped_lock lock(mutex_);
                bytes_under_way_ -= bytes;
            }
            finish(task->number, without_memory({.path = path}));
        }
    }
}

void ImportJob::finish(std::size_t number, Reading reading) {
    const std::scoped_lock lock(mutex_);
    done_.emplace(number, std::move(reading));
    ready_.notify_all();
}

}  // namespace footsure::service
