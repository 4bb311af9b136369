// SPDX-License-Identifier: Apache-2.0
#include "service/service.hpp"

#include "advice/advice.hpp"
#include "content/content.hpp"
#include "decode/decode.hpp"
#include "load/load.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>

namespace footsure::service {

namespace {

/// Raised when the same bytes would give another summary.
constexpr const char* kProgramVersion = "0.1.0";

load::RunnerTraits traits_of(const Runner& runner) {
    return {.body_mass = runner.body_mass, .height = runner.height};
}

std::string described(const DecodeError& error) {
    return std::string(word(error.code)) + " at byte " + std::to_string(error.offset) + ": " +
           error.message;
}

/// Why a decoded file adds no run; empty when it does.
Imported judge(const DecodedFile& decoded, const std::optional<ActivitySummary>& summary) {
    if (decoded.activity.legs.empty() && decoded.activity.records.size() == 0 && decoded.error) {
        return {.outcome = ImportOutcome::quarantined, .reason = described(*decoded.error)};
    }
    if (decoded.kind != FileKind::activity) {
        return {.outcome = ImportOutcome::skipped,
                .reason = "no activity but " + std::string(word(decoded.kind))};
    }
    if (!summary) {
        return {.outcome = ImportOutcome::quarantined, .reason = "no start time in it"};
    }
    if (summary->sport.empty() || summary->sport == "unknown") {
        return {.outcome = ImportOutcome::skipped, .reason = "the file does not name its sport"};
    }
    if (summary->sport != "running") {
        return {.outcome = ImportOutcome::skipped, .reason = "no run but " + summary->sport};
    }
    return {.outcome = ImportOutcome::imported};
}

/// What is kept of one run: its file, its Recording and its Activity.
struct Keeping {
    store::NewOriginal original;
    FileFormat format = FileFormat::unknown;
    ActivitySummary summary;
    store::ComputedUnder under;
};

store::Stored<store::Kept> keep(store::Store& store, const RunnerId& runner,
                                const Keeping& keeping) {
    auto transaction = store.begin();
    if (!transaction) {
        return Failure<store::StoreError>(transaction.error());
    }
    auto kept = store.put_original(runner, keeping.original);
    if (!kept || *kept == store::Kept::already_there) {
        return kept;
    }
    const auto& summary = keeping.summary;
    const auto& content = keeping.original.content;
    return store.put_activity(runner, summary, keeping.under)
        .and_then([&] {
            return store.put_recording(runner, {.id = RecordingId(content.text()),
                                                .content = content,
                                                .activity = summary.id,
                                                .path = keeping.original.path,
                                                .format = keeping.format,
                                                .started_at = summary.started_at,
                                                .elapsed = summary.elapsed,
                                                .distance = summary.distance,
                                                .hints = {}});
        })
        .and_then([&] { return transaction->commit(); })
        .map([] { return store::Kept::added; });
}

}  // namespace

LocalInstant now() {
    const auto at =
        std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
    const std::time_t seconds = std::chrono::system_clock::to_time_t(at);
    std::tm local{};
    localtime_r(&seconds, &local);
    return {at, UtcOffset(local.tm_gmtoff)};
}

std::optional<ActivitySummary> summarise_file(std::span<const std::byte> bytes,
                                              const Runner& runner) {
    return load::summarise(decode::decode(bytes).activity, traits_of(runner));
}

Service::Service(store::Store store, const Knowledge& knowledge)
    : store_(std::move(store)), knowledge_(&knowledge) {}

store::Stored<Service> Service::open(const store::StoreLocation& location,
                                     const Knowledge& knowledge) {
    auto store = store::Store::open(location);
    if (!store) {
        return Failure<store::StoreError>(store.error());
    }
    return Service(std::move(*store), knowledge);
}

store::Stored<Imported> Service::import_activity(const RunnerId& runner,
                                                 std::span<const std::byte> bytes,
                                                 const std::string& file_name,
                                                 Instant imported_at) {
    const auto person = store_.runner(runner);
    if (!person) {
        return Failure<store::StoreError>(person.error());
    }
    const DecodedFile decoded = decode::decode(bytes);
    auto summary = load::summarise(decoded.activity, traits_of(*person));
    Imported result = judge(decoded, summary);
    if (!summary || result.outcome != ImportOutcome::imported) {
        return result;
    }
    const ContentId content = content::content_id(bytes);
    result.activity = ActivityId(content.text());
    summary->id = result.activity;
    summary->from = file_name;
    const auto stored = keep(store_, runner,
                             {.original = {.content = content,
                                           .packing = Packing::plain,
                                           .bytes = bytes,
                                           .unpacked_size = bytes.size(),
                                           .path = file_name,
                                           .imported_at = imported_at},
                              .format = decoded.format,
                              .summary = *summary,
                              .under = {kProgramVersion, knowledge_->hash}});
    if (!stored) {
        return Failure<store::StoreError>(stored.error());
    }
    result.summary = std::move(*summary);
    if (*stored == store::Kept::already_there) {
        result.outcome = ImportOutcome::duplicate;
        result.reason = "already here";
    }
    return result;
}

store::Stored<void> Service::put_runner(const Runner& runner) {
    return store_.put_runner(runner);
}

store::Stored<void> Service::ensure_runner(const RunnerId& runner) {
    const auto known = store_.runner(runner);
    if (known) {
        return {};
    }
    if (known.error().code != store::StoreErrorCode::not_found) {
        return Failure<store::StoreError>(known.error());
    }
    return store_.put_runner(Runner{.id = runner});
}

store::Stored<void> Service::put_case(const CaseFile& case_file) {
    auto transaction = store_.begin();
    if (!transaction) {
        return Failure<store::StoreError>(transaction.error());
    }
    if (auto put = put_facts(case_file); !put) {
        return put;
    }
    return transaction->commit();
}

store::Stored<void> Service::put_facts(const CaseFile& case_file) {
    const auto& runner = case_file.runner.id;
    const Instant at = case_file.at.at;
    auto done = store_.put_runner(case_file.runner);
    for (std::size_t i = 0; done && i < case_file.answers.size(); ++i) {
        done = store_.add_answer(runner, std::nullopt, case_file.answers[i], at);
    }
    for (std::size_t i = 0; done && i < case_file.episodes.size(); ++i) {
        done = store_.put_episode(runner, case_file.episodes[i], at);
    }
    for (const auto& check_in : case_file.check_ins) {
        if (done) {
            done = put_check_in(case_file, check_in);
        }
    }
    return done;
}

/// One that names no Episode is about each of them.
store::Stored<void> Service::put_check_in(const CaseFile& case_file, const CheckIn& check_in) {
    const auto& runner = case_file.runner.id;
    if (!check_in.episode.empty()) {
        return store_.add_check_in(runner, check_in, case_file.at.at);
    }
    store::Stored<void> done;
    for (std::size_t i = 0; done && i < case_file.episodes.size(); ++i) {
        CheckIn named = check_in;
        named.episode = case_file.episodes[i].id;
        done = store_.add_check_in(runner, named, case_file.at.at);
    }
    return done;
}

store::Stored<void> Service::add_answer(const RunnerId& runner,
                                        const std::optional<EpisodeId>& episode,
                                        const Answer& answer) {
    return store_.add_answer(runner, episode, answer, answer.at);
}

store::Stored<CaseFile> Service::case_file(const RunnerId& runner, LocalInstant at) {
    return store_.case_file(runner, at);
}

store::Stored<Advice> Service::advise(const RunnerId& runner, LocalInstant at) {
    const auto facts = store_.case_file(runner, at);
    if (!facts) {
        return Failure<store::StoreError>(facts.error());
    }
    return advice::advise(*facts, *knowledge_, at);
}

store::Stored<std::vector<ActivitySummary>> Service::activities(const RunnerId& runner,
                                                                LocalInstant at) {
    auto facts = store_.case_file(runner, at);
    if (!facts) {
        return Failure<store::StoreError>(facts.error());
    }
    return std::move(facts->activities);
}

}  // namespace footsure::service
