// SPDX-License-Identifier: Apache-2.0
#include "advice/advice.hpp"
#include "bench_inputs.hpp"
#include "decode/decode.hpp"
#include "footsure/embedded_knowledge.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>

namespace {

void decode_files(benchmark::State& state) {
    const auto files = footsure::bench::run_files();
    std::int64_t bytes = 0;
    while (state.KeepRunning()) {
        for (const auto& file : files) {
            benchmark::DoNotOptimize(footsure::decode::decode(file));
            bytes += static_cast<std::int64_t>(file.size());
        }
    }
    state.SetBytesProcessed(bytes);
    state.counters["files"] = static_cast<double>(files.size());
}

void advise_golden_case(benchmark::State& state) {
    const auto knowledge = footsure::app::embedded_knowledge();
    const auto facts = footsure::bench::golden_case(knowledge);
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(footsure::advice::advise(facts, knowledge, facts.at));
    }
}

void read_knowledge(benchmark::State& state) {
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(footsure::app::embedded_knowledge());
    }
}

}  // namespace

int main(int count, char** arguments) {
    benchmark::Initialize(&count, arguments);
    benchmark::RegisterBenchmark("decode", decode_files)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("advise", advise_golden_case)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("knowledge", read_knowledge)->Unit(benchmark::kMillisecond);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
