// SPDX-License-Identifier: Apache-2.0
#include "content/content.hpp"
#include "footsure/embedded_knowledge.hpp"
#include "made_files.hpp"
#include "service/service.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace footsure;

constexpr std::size_t kFew = 200;
constexpr std::size_t kMany = 20'000;
constexpr int kNewRuns = 60;
constexpr double kMostGrowth = 1.3;
const RunnerId kRunner("me");

template <class T>
T demand(store::Stored<T> result) {
    if (!result) {
        std::fprintf(stderr, "store: %s\n", result.error().detail.c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

Instant day(int number) {
    return *parse_day("2000-01-01") + std::chrono::hours(6) + std::chrono::hours(12) * number;
}

/// One stored run of an hour, with a small original.
void put_run(store::Store& store, int number) {
    const std::string name = "run" + std::to_string(number);
    std::vector<std::byte> bytes;
    for (const char letter : name) {
        bytes.push_back(static_cast<std::byte>(letter));
    }
    const ContentId id = content::content_id(bytes);
    (void)demand(store.put_original(kRunner, {.content = id,
                                              .bytes = bytes,
                                              .unpacked_size = bytes.size(),
                                              .path = name,
                                              .imported_at = day(number)}));
    ActivitySummary summary;
    summary.id = ActivityId(id.text());
    summary.from = name;
    summary.started_at = day(number);
    summary.sport = "running";
    summary.distance = Metres(10'000);
    summary.timer = summary.elapsed = Seconds(3'600);
    demand(store.put_activity(kRunner, summary, {"bench", ""}));
    Recording recording;
    recording.id = RecordingId(id.text());
    recording.content = id;
    recording.activity = summary.id;
    recording.path = name;
    recording.format = FileFormat::fit;
    recording.started_at = summary.started_at;
    recording.elapsed = summary.elapsed;
    recording.distance = summary.distance;
    demand(store.put_recording(kRunner, recording));
}

void fill(const std::filesystem::path& path, std::size_t runs) {
    auto store = demand(store::Store::open(store::SqliteFile{path}));
    demand(store.put_runner({.id = kRunner}));
    auto batch = demand(store.begin());
    for (std::size_t i = 0; i < runs; ++i) {
        put_run(store, static_cast<int>(i));
    }
    demand(batch.commit());
}

/// Seconds of this thread's work, so that other programs do not count.
double worked() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double passed() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// What the same thing cost each time.
struct Costs {
    std::vector<double> passed;
    std::vector<double> worked;

    template <class Work>
    void measure(Work work) {
        const double begun = ::passed();
        const double worked_before = ::worked();
        work();
        worked.push_back(::worked() - worked_before);
        passed.push_back(::passed() - begun);
    }
};

struct Times {
    Costs adding;
    Costs reading;
};

void add(service::Service& service, const std::vector<std::byte>& file, int number, Times& times) {
    times.adding.measure([&] {
        const auto report = demand(service.import_file(
            kRunner, file, "new" + std::to_string(number) + ".fit", day(number)));
        if (report.outcome != FileOutcome::imported) {
            std::fprintf(stderr, "not imported: %s\n", report.reason.c_str());
            std::exit(1);
        }
    });
}

void read_case(service::Service& service, Times& times) {
    times.reading.measure(
        [&] { (void)demand(service.case_file(kRunner, {day(static_cast<int>(2 * kMany)), {}})); });
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// How many times as much it costs with many runs: the median of what each pair says.
double growth(const std::vector<double>& few, const std::vector<double>& many) {
    std::vector<double> ratios;
    for (std::size_t i = 0; i < few.size(); ++i) {
        ratios.push_back(many[i] / few[i]);
    }
    return median(std::move(ratios));
}

void print(const char* what, const Costs& few, const Costs& many) {
    std::printf("%-23s %7.2f ms (%6.2f of work) with %zu runs, %7.2f ms (%6.2f) with %zu: "
                "%.2f times, %.2f the work\n",
                what, median(few.passed) * 1e3, median(few.worked) * 1e3, kFew,
                median(many.passed) * 1e3, median(many.worked) * 1e3, kMany,
                growth(few.passed, many.passed), growth(few.worked, many.worked));
}

}  // namespace

/// Adds new runs in turn to a store of few and to a store of many runs, made in the folder named.
/// Fails: when it costs more with many.
int main(int count, char** arguments) {
    const std::filesystem::path folder = count > 1 ? arguments[1] : ".";
    fill(folder / "few.sqlite", kFew);
    fill(folder / "many.sqlite", kMany);
    const auto knowledge = app::embedded_knowledge();
    auto few = demand(service::Service::open(store::SqliteFile{folder / "few.sqlite"}, knowledge));
    auto many =
        demand(service::Service::open(store::SqliteFile{folder / "many.sqlite"}, knowledge));
    Times with_few;
    Times with_many;
    app::SampleRandom random(1);
    for (int i = 0; i < kNewRuns; ++i) {
        const int number = static_cast<int>(kMany) + i;
        const auto file = bench::made_activity(random, bench::MadeSport::running, day(number));
        // Whoever comes second finds the file in the caches: they take turns.
        if (i % 2 == 0) {
            add(few, file, number, with_few);
            add(many, file, number, with_many);
        } else {
            add(many, file, number, with_many);
            add(few, file, number, with_few);
        }
    }
    constexpr int kReadings = 7;
    for (int i = 0; i < kReadings; ++i) {
        read_case(few, with_few);
        read_case(many, with_many);
    }
    print("adding one run", with_few.adding, with_many.adding);
    print("reading the whole case", with_few.reading, with_many.reading);
    // What else the machine does is in the time that passes, hardly in the work.
    return growth(with_few.adding.worked, with_many.adding.worked) <= kMostGrowth ? 0 : 1;
}
