// SPDX-License-Identifier: Apache-2.0
#include "advice/advice.hpp"
#include "bench_inputs.hpp"
#include "decode/decode.hpp"
#include "differential/differential.hpp"
#include "footsure/embedded_knowledge.hpp"
#include "load_bench.hpp"
#include "plan_bench.hpp"

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

constexpr std::size_t kAnswers = 80;

void rank_causes(benchmark::State& state) {
    const auto knowledge = footsure::bench::with_all_causes(footsure::app::embedded_knowledge());
    const auto findings = footsure::bench::many_answers(knowledge, kAnswers);
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(footsure::differential::rank(findings, {}, knowledge));
    }
}

/// A belief and what every question would tell.
void try_questions(benchmark::State& state) {
    const auto knowledge = footsure::bench::with_all_causes(footsure::app::embedded_knowledge());
    const auto findings = footsure::bench::many_answers(knowledge, kAnswers / 4);
    while (state.KeepRunning()) {
        const auto belief = footsure::differential::believe(findings, knowledge);
        double bits = 0;
        for (const auto& question : knowledge.questions) {
            bits += belief.information(question);
        }
        benchmark::DoNotOptimize(bits);
    }
    state.counters["findings"] = static_cast<double>(knowledge.findings.size());
}

void make_belief(benchmark::State& state) {
    const auto knowledge = footsure::bench::with_all_causes(footsure::app::embedded_knowledge());
    const auto findings = footsure::bench::many_answers(knowledge, kAnswers / 4);
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(footsure::differential::believe(findings, knowledge));
    }
}

}  // namespace

int main(int count, char** arguments) {
    benchmark::Initialize(&count, arguments);
    benchmark::RegisterBenchmark("decode", decode_files)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("advise", advise_golden_case)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("rank", rank_causes)->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark("believe", make_belief)->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark("believe_and_try", try_questions)->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark("knowledge", read_knowledge)->Unit(benchmark::kMillisecond);
    footsure::bench::register_load();
    footsure::bench::register_plan();
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
