// SPDX-License-Identifier: Apache-2.0
#include "decode/crc.hpp"
#include "footsure/files.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <vector>

namespace {

using Bytes = std::vector<std::byte>;

/// The least seconds that one of many passes over the files took.
template <class Pass>
double least_seconds(const std::vector<Bytes>& files, Pass pass) {
    constexpr int kPasses = 40;
    double least = 1e9;
    for (int i = 0; i < kPasses; ++i) {
        const auto begun = std::chrono::steady_clock::now();
        for (const Bytes& file : files) {
            pass(file);
        }
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
        least = std::min(least, took.count());
    }
    return least;
}

}  // namespace

/// Prints how fast one core can checksum the files named, copy them, and do both: no decoder that
/// checks a file and builds anything from it can be faster. Seconds a pass: CRC, copy, both.
int main(int count, char** arguments) {
    std::vector<Bytes> files;
    std::size_t largest = 0;
    for (int i = 1; i < count; ++i) {
        if (auto bytes = footsure::app::read_file(arguments[i])) {
            largest = std::max(largest, bytes->size());
            files.push_back(std::move(*bytes));
        }
    }
    volatile unsigned sum = 0;
    Bytes copy(largest);
    const auto check = [&](const Bytes& file) { sum = sum + footsure::decode::fit_crc(file); };
    const auto duplicate = [&](const Bytes& file) {
        std::memcpy(copy.data(), file.data(), file.size());
        sum = sum + std::to_integer<unsigned>(copy[file.size() / 2]);
    };
    const double checked = least_seconds(files, check);
    const double copied = least_seconds(files, duplicate);
    const double both = least_seconds(files, [&](const Bytes& file) {
        check(file);
        duplicate(file);
    });
    std::printf("%.9f %.9f %.9f\n", checked, copied, both);
    return 0;
}
