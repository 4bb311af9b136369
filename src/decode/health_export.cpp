// SPDX-License-Identifier: Apache-2.0
#include "decode/decode.hpp"
#include "decode/health_excerpt.hpp"
#include "decode/health_workout.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <limits>
#include <numeric>
#include <utility>

namespace footsure::decode {
namespace {

/// More than anyone runs; each costs some bytes beside the memory for records.
constexpr std::size_t kMostRuns = 200'000;
/// Apps write the same run again, so a few workouts may share a record.
constexpr std::size_t kMostShared = 8;
/// How many workouts that begin before a record ends are asked whether it is theirs.
constexpr std::size_t kMostAsked = 64;
constexpr std::size_t kLeastGrowth = 64;

/// When a running workout was, in seconds since 1970.
struct RunTime {
    std::int64_t from = 0;
    std::int64_t until = 0;
};

std::int64_t seconds_of(Instant at) {
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

std::optional<RunTime> run_time(const HealthElement& workout) {
    const auto span = is_run(workout) ? span_of(workout) : std::nullopt;
    return span ? std::optional(RunTime{seconds_of(span->from), seconds_of(span->until)})
                : std::nullopt;
}

// NOLINTNEXTLINE(misc-no-recursion): the reader bounds the depth
std::size_t cost_of(const HealthElement& element) {
    std::size_t cost = sizeof(HealthElement) + element.name.capacity();
    for (const auto& [name, value] : element.attributes) {
        cost += 2 * sizeof(std::string) + name.capacity() + value.capacity();
    }
    for (const HealthElement& child : element.children) {
        cost += cost_of(child);
    }
    return cost;
}

/// What is held of one workout.
struct Slot {
    std::optional<HealthElement> workout;
    std::vector<HealthSample> samples;
    std::size_t element_cost = 0;
    std::size_t left_out = 0;

    [[nodiscard]] std::size_t cost() const {
        return element_cost + samples.capacity() * sizeof(HealthSample);
    }
};

/// All running workouts by time, each with its place in the document.
struct Index {
    std::vector<RunTime> runs;
    std::vector<std::int64_t> reach;  ///< the latest end up to there
    std::vector<std::size_t> place;   ///< in time, of the n-th of the document
    std::size_t others = 0;

    void settle() {
        std::vector<std::size_t> order(runs.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return runs[i].from; });
        std::vector<RunTime> sorted;
        place.resize(runs.size());
        std::int64_t latest = std::numeric_limits<std::int64_t>::min();
        for (std::size_t i = 0; i < order.size(); ++i) {
            place[order[i]] = i;
            sorted.push_back(runs[order[i]]);
            latest = std::max(latest, sorted.back().until);
            reach.push_back(latest);
        }
        runs = std::move(sorted);
    }
};

/// The first pass: finds the running workouts.
class Finder : public HealthReader {
public:
    explicit Finder(Index& index) : index_(index) {}

protected:
    bool wants_samples() override { return false; }

    void take_sample(const HealthSample&) override {}

    void take_workout(HealthElement workout) override {
        if (const auto time = run_time(workout)) {
            index_.runs.push_back(*time);
        } else {
            ++index_.others;
        }
    }

    XmlStep proceed() override {
        return index_.runs.size() > kMostRuns ? XmlStep::stop : XmlStep::go_on;
    }

private:
    Index& index_;
};

/// A later pass: collects workouts from one on, as many as the memory holds.
class Collector : public HealthReader {
public:
    Collector(const Index& index, std::size_t first, std::size_t memory)
        : index_(index), first_(first), memory_(memory), slots_(index.runs.size() - first) {}

    /// The next workout that is complete, with its samples.
    std::optional<HealthWorkout> take() {
        while (taken_ < slots_.size()) {
            Slot slot = std::move(slots_[taken_++]);
            held_ -= slot.cost();
            slots_[taken_ - 1] = Slot();
            const std::int64_t from = index_.runs[first_ + taken_ - 1].from;
            if (slot.workout) {
                return finished(*slot.workout, Instant(std::chrono::seconds(from)), slot);
            }
        }
        return std::nullopt;
    }

    /// The first workout that the memory did not hold.
    [[nodiscard]] std::size_t last() const { return first_ + slots_.size(); }

    [[nodiscard]] std::size_t held() const { return held_; }

protected:
    void take_sample(const HealthSample& sample) override {
        const std::vector<RunTime>& runs = index_.runs;
        const auto after = std::ranges::upper_bound(runs, sample.until, {}, &RunTime::from);
        auto i = static_cast<std::size_t>(after - runs.begin());
        i = std::min(i, last());
        std::size_t shared = 0;
        for (std::size_t asked = 0; i > first_ && asked < kMostAsked && shared < kMostShared;
             ++asked) {
            --i;
            if (index_.reach[i] < sample.from) {
                return;
            }
            if (runs[i].until >= sample.from && i < last()) {
                add(i - first_, sample);
                ++shared;
            }
        }
    }

    void take_workout(HealthElement workout) override {
        if (!run_time(workout) || seen_ >= index_.place.size()) {
            return;
        }
        const std::size_t place = index_.place[seen_++];
        if (place < first_ || place >= last()) {
            return;
        }
        Slot& slot = slots_[place - first_];
        held_ -= slot.cost();
        slot.element_cost = cost_of(workout);
        slot.workout = std::move(workout);
        held_ += slot.cost();
        keep_within_memory();
    }

private:
    /// Gives up the latest workouts, which another pass will collect; the earliest always stays.
    void keep_within_memory() {
        while (held_ > memory_ && slots_.size() > 1) {
            held_ -= slots_.back().cost();
            slots_.pop_back();
        }
    }

    void add(std::size_t number, const HealthSample& sample) {
        Slot& slot = slots_[number];
        std::vector<HealthSample>& samples = slot.samples;
        if (samples.size() == samples.capacity()) {
            const std::size_t growth = std::max(kLeastGrowth, samples.size() / 2);
            const std::size_t cost = growth * sizeof(HealthSample);
            if (slots_.size() == 1 && held_ + cost > memory_) {
                ++slot.left_out;
                return;
            }
            held_ -= slot.cost();
            samples.reserve(samples.size() + growth);
            held_ += slot.cost();
        }
        samples.push_back(sample);
        keep_within_memory();
    }

    HealthWorkout finished(const HealthElement& workout, Instant started_at, Slot& slot) {
        HealthWorkout result;
        result.started_at = started_at;
        result.name = format_instant(result.started_at);
        result.routes = routes_of(workout);
        Excerpt excerpt = write_excerpt(workout, std::move(slot.samples), sources());
        result.document = std::move(excerpt.document);
        result.records_left_out = slot.left_out + excerpt.left_out;
        return result;
    }

    const Index& index_;
    std::size_t first_;
    std::size_t memory_;
    std::vector<Slot> slots_;
    std::size_t seen_ = 0;
    std::size_t taken_ = 0;
    std::size_t held_ = 0;
};

}  // namespace

struct HealthExport::State {
    std::size_t memory = 0;
    Index index;
    bool indexed = false;
    std::size_t next = 0;  ///< the first workout that no pass has collected
    std::unique_ptr<Finder> finder;
    std::unique_ptr<Collector> collector;
    std::unique_ptr<XmlStream> stream;
    std::optional<DecodeError> error;
};

HealthExport::HealthExport(std::size_t memory) : state_(std::make_unique<State>()) {
    state_->memory = memory;
}

HealthExport::~HealthExport() = default;

void HealthExport::begin_pass() {
    State& state = *state_;
    state.stream.reset();
    state.collector.reset();
    state.error.reset();
    if (!state.indexed) {
        state.index = Index();
        state.finder = std::make_unique<Finder>(state.index);
        state.stream = std::make_unique<XmlStream>(*state.finder);
        return;
    }
    state.collector = std::make_unique<Collector>(state.index, state.next, state.memory);
    state.stream = std::make_unique<XmlStream>(*state.collector);
}

std::optional<DecodeError> HealthExport::feed(std::span<const std::byte> chunk) {
    if (state_->stream && !state_->error) {
        state_->error = state_->stream->feed(chunk);
    }
    return state_->error;
}

HealthExport::Pass HealthExport::end_pass() {
    State& state = *state_;
    if (state.stream && !state.error) {
        state.error = state.stream->finish();
    }
    state.stream.reset();
    if (!state.indexed) {
        state.index.settle();
        state.indexed = true;
        state.finder.reset();
    } else if (state.collector) {
        state.next = state.collector->last();
    }
    return state.next < state.index.runs.size() ? Pass::again : Pass::finished;
}

std::optional<HealthWorkout> HealthExport::take_workout() {
    return state_->collector ? state_->collector->take() : std::nullopt;
}

const std::optional<DecodeError>& HealthExport::error() const {
    return state_->error;
}

std::size_t HealthExport::runs() const {
    return state_->index.runs.size();
}

std::size_t HealthExport::others() const {
    return state_->index.others;
}

std::size_t HealthExport::held() const {
    return state_->collector ? state_->collector->held() : 0;
}

}  // namespace footsure::decode
