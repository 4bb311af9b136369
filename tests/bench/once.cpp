// SPDX-License-Identifier: Apache-2.0
#include "advice/advice.hpp"
#include "bench_inputs.hpp"
#include "decode/decode.hpp"
#include "footsure/embedded_knowledge.hpp"

#include <iostream>

/// Decodes one file and gives one advice, for tools that count instructions.
int main() {
    const auto file = footsure::bench::sample_file();
    const auto decoded = footsure::decode::decode(file);
    const auto knowledge = footsure::app::embedded_knowledge();
    const auto facts = footsure::bench::golden_case(knowledge);
    const auto advice = footsure::advice::advise(facts, knowledge, facts.at);
    std::cout << file.size() << " bytes, " << decoded.activity.records.size() << " records, "
              << advice.episodes.size() << " episodes\n";
    return 0;
}
