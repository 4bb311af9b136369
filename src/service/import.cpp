// SPDX-License-Identifier: Apache-2.0
#include "service/import_job.hpp"
#include "service/run_keeper.hpp"
#include "service/service.hpp"

#include <chrono>
#include <mutex>
#include <thread>
#include <utility>

namespace footsure::service {

namespace {

using store::Stored;
using store::StoreError;
using Clock = std::chrono::steady_clock;

/// A batch is committed when it has grown to any of these.
constexpr std::size_t kBatchFiles = 500;
constexpr std::size_t kBatchBytes = std::size_t{32} << 20U;
constexpr std::chrono::milliseconds kBatchTime{700};
/// How often progress is told.
constexpr std::chrono::milliseconds kProgressTime{100};

double seconds_since(Clock::time_point begun) {
    return std::chrono::duration<double>(Clock::now() - begun).count();
}

/// The only writer: takes what was read, in order, batch by batch.
class Writer {
public:
    Writer(store::Store& store, std::mutex& mutex, RunKeeper& keeper, ImportListener& listener)
        : store_(store), mutex_(mutex), keeper_(keeper), listener_(listener) {}

    [[nodiscard]] Stored<void> take(Reading reading, std::size_t expected) {
        const std::size_t bytes = reading.item.bytes.size();
        auto report = write(std::move(reading), bytes);
        if (!report) {
            return Failure<StoreError>(report.error());
        }
        ++progress_.done;
        progress_.bytes += bytes;
        progress_.runs += report->activities.size();
        progress_.expected = expected;
        listener_.on_file(*report);
        report_.files.push_back(std::move(*report));
        if (Clock::now() - told_at_ > kProgressTime) {
            tell();
        }
        return {};
    }

    [[nodiscard]] Stored<void> commit() {
        const std::scoped_lock lock(mutex_);
        return commit_batch();
    }

    ImportReport finish() {
        tell();
        report_.seconds = seconds_since(begun_);
        return std::move(report_);
    }

private:
    [[nodiscard]] Stored<FileReport> write(Reading reading, std::size_t bytes) {
        const std::scoped_lock lock(mutex_);
        if (!batch_) {
            auto begun = store_.begin();
            if (!begun) {
                return Failure<StoreError>(begun.error());
            }
            batch_.emplace(std::move(*begun));
            batch_begun_ = Clock::now();
        }
        auto report = keeper_.keep(std::move(reading));
        if (!report) {
            return report;
        }
        ++batch_files_;
        batch_bytes_ += bytes;
        if (batch_files_ >= kBatchFiles || batch_bytes_ >= kBatchBytes ||
            Clock::now() - batch_begun_ >= kBatchTime) {
            if (const auto done = commit_batch(); !done) {
                return Failure<StoreError>(done.error());
            }
        }
        return report;
    }

    [[nodiscard]] Stored<void> commit_batch() {
        Stored<void> done;
        if (batch_) {
            done = batch_->commit();
            batch_.reset();
        }
        batch_files_ = 0;
        batch_bytes_ = 0;
        return done;
    }

    void tell() {
        progress_.seconds = seconds_since(begun_);
        told_at_ = Clock::now();
        listener_.on_progress(progress_);
    }

    store::Store& store_;
    std::mutex& mutex_;
    RunKeeper& keeper_;
    ImportListener& listener_;
    std::optional<store::Transaction> batch_;
    std::size_t batch_files_ = 0;
    std::size_t batch_bytes_ = 0;
    Clock::time_point batch_begun_;
    Clock::time_point begun_ = Clock::now();
    Clock::time_point told_at_ = Clock::now();
    ImportProgress progress_;
    ImportReport report_;
};

/// Reads again what an older program has read. A run whose file cannot be read any more stays as
/// it was and is tried again next time.
Stored<void> renew_stale(store::Store& store, const RunnerId& runner, RunKeeper& keeper,
                         ImportListener& listener) {
    const auto begun = Clock::now();
    const auto stale = store.stale_activity_ids(runner, computed_now());
    if (!stale) {
        return Failure<StoreError>(stale.error());
    }
    ImportProgress progress{.stage = ImportStage::renewing, .expected = stale->size()};
    for (const ActivityId& id : *stale) {
        auto transaction = store.begin();
        if (!transaction) {
            return Failure<StoreError>(transaction.error());
        }
        if (keeper.refresh(id)) {
            if (auto done = transaction->commit(); !done) {
                return done;
            }
        }
        ++progress.done;
        progress.seconds = seconds_since(begun);
        listener.on_progress(progress);
    }
    return {};
}

/// What cannot be looked up is read: the writer finds out again whether it is there.
Recall recall_from(RunKeeper& keeper, const ReadingRules& rules) {
    return [&](const ContentId& content, const takeout::Item& item) {
        auto known = keeper.recall(content, item, rules);
        return known ? std::move(*known) : std::nullopt;
    };
}

unsigned workers_of(const ImportOptions& options) {
    return options.workers > 0 ? options.workers
                               : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

Stored<ImportReport> Service::import(const RunnerId& runner,
                                     const std::vector<std::filesystem::path>& paths,
                                     const ImportOptions& options, ImportListener& listener) {
    const auto person = store_.runner(runner);
    if (!person) {
        return Failure<StoreError>(person.error());
    }
    std::optional<store::Transaction> whole;
    if (options.mode == ImportMode::dry_run) {
        auto begun = store_.begin();  // never committed
        if (!begun) {
            return Failure<StoreError>(begun.error());
        }
        whole.emplace(std::move(*begun));
    }
    const ReadingRules rules{
        .traits = traits_of(*person), .unnamed_sport = options.unnamed_sport, .limits = {}};
    RunKeeper keeper(store_, runner, rules.traits, now().at);
    if (auto renewed = renew_stale(store_, runner, keeper, listener); !renewed) {
        return Failure<StoreError>(renewed.error());
    }
    std::mutex mutex;
    const Recall recall = [&, look_up = recall_from(keeper, rules)](const ContentId& content,
                                                                    const takeout::Item& item) {
        const std::scoped_lock lock(mutex);
        return look_up(content, item);
    };
    Writer writer(store_, mutex, keeper, listener);
    ImportJob job(rules, recall);
    job.start(paths, workers_of(options));
    while (auto reading = job.next()) {
        if (auto taken = writer.take(std::move(*reading), job.expected()); !taken) {
            return Failure<StoreError>(taken.error());
        }
    }
    if (auto done = writer.commit(); !done) {
        return Failure<StoreError>(done.error());
    }
    return writer.finish();
}

Stored<FileReport> Service::import_file(const RunnerId& runner, std::vector<std::byte> bytes,
                                        const std::string& path, Instant at) {
    takeout::Item item{.path = path, .bytes = std::move(bytes)};
    item.packing = content::is_gzip(item.bytes) ? Packing::gzip : Packing::plain;
    return import_item(runner, std::move(item), at);
}

Stored<FileReport> Service::import_item(const RunnerId& runner, takeout::Item item, Instant at) {
    const auto person = store_.runner(runner);
    if (!person) {
        return Failure<StoreError>(person.error());
    }
    const ReadingRules rules{.traits = traits_of(*person), .unnamed_sport = {}, .limits = {}};
    RunKeeper keeper(store_, runner, rules.traits, at);
    auto begun = store_.begin();
    if (!begun) {
        return Failure<StoreError>(begun.error());
    }
    auto report = keeper.keep(read(std::move(item), rules, recall_from(keeper, rules)));
    if (!report) {
        return report;
    }
    if (auto done = begun->commit(); !done) {
        return Failure<StoreError>(done.error());
    }
    return report;
}

Stored<std::vector<store::SetAside>> Service::quarantine(const RunnerId& runner) {
    return store_.all_set_aside(runner, store::AsideKind::quarantined);
}

Stored<void> Service::forget_aside(const RunnerId& runner, const std::string& key) {
    const auto known = store_.set_aside(runner, key);
    if (!known) {
        return Failure<StoreError>(known.error());
    }
    if (!*known) {
        return Failure<StoreError>(
            StoreError{store::StoreErrorCode::not_found, "nothing is set aside under that name"});
    }
    return store_.forget_aside(runner, key);
}

Stored<ImportReport> Service::retry(const RunnerId& runner, ImportListener& listener) {
    const auto person = store_.runner(runner);
    const auto aside = store_.all_set_aside(runner, store::AsideKind::quarantined);
    if (!person || !aside) {
        return Failure<StoreError>(person ? aside.error() : person.error());
    }
    const ReadingRules rules{.traits = traits_of(*person), .unnamed_sport = {}, .limits = {}};
    RunKeeper keeper(store_, runner, rules.traits, now().at);
    std::mutex mutex;
    Writer writer(store_, mutex, keeper, listener);
    const Recall recall = [](const ContentId&, const takeout::Item&) {
        return std::optional<FileReport>();
    };
    for (const store::SetAside& entry : *aside) {
        auto whole = store_.set_aside_with_bytes(runner, entry.key);
        if (!whole) {
            return Failure<StoreError>(whole.error());
        }
        takeout::Item item{
            .path = entry.path, .packing = whole->packing, .bytes = std::move(whole->bytes)};
        item.promise.size = whole->unpacked_size;
        if (item.bytes.empty()) {
            continue;  // too large to be kept, or never had: importing its path again is the way
        }
        if (auto taken = writer.take(read(std::move(item), rules, recall), aside->size()); !taken) {
            return Failure<StoreError>(taken.error());
        }
    }
    if (auto done = writer.commit(); !done) {
        return Failure<StoreError>(done.error());
    }
    return writer.finish();
}

}  // namespace footsure::service
