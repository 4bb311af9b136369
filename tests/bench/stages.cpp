// SPDX-License-Identifier: Apache-2.0
#include "content/content.hpp"
#include "decode/decode.hpp"
#include "takeout/takeout.hpp"

#include <cstdio>
#include <ctime>
#include <string>
#include <utility>

namespace {

using namespace footsure;

/// Seconds of this thread's work, so that other programs do not count.
double thread_seconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// Does to each file what an import does, one thing after the other, and keeps nothing.
class Stages : public takeout::Visitor {
public:
    takeout::Flow take(takeout::Item item) override {
        ++files_;
        packed_ += item.bytes.size();
        double before = thread_seconds();
        const content::Unpacked unpacked = takeout::unpack(item, limits_);
        inflating_ += lap(before);
        unpacked_ += unpacked.size;
        sum_ += content::content_id(unpacked.bytes()).text().size();
        hashing_ += lap(before);
        const DecodedFile file = decode::decode(unpacked.bytes());
        sum_ += file.activity.records.size();
        decoding_ += lap(before);
        return takeout::Flow::go_on;
    }

    takeout::Flow refuse(takeout::Refusal /*refusal*/) override {
        ++refused_;
        return takeout::Flow::go_on;
    }

    void expect(std::size_t /*files*/) override {}

    void print(double all) const {
        const auto line = [&](const char* name, double seconds) {
            std::printf("%-22s %8.3f s %8.0f files/s %8.1f MB/s unpacked\n", name, seconds,
                        static_cast<double>(files_) / seconds,
                        static_cast<double>(unpacked_) / 1e6 / seconds);
        };
        line("listing and reading", all - inflating_ - hashing_ - decoding_);
        line("inflating", inflating_);
        line("SHA-256", hashing_);
        line("decoding", decoding_);
        line("all, one thread", all);
        std::printf("%zu files, %zu refused, %zu bytes packed, %zu unpacked (%zu)\n", files_,
                    refused_, packed_, unpacked_, sum_);
        std::printf("inflating+decoding %.6f\n", inflating_ + decoding_);
    }

private:
    static double lap(double& before) {
        const double now = thread_seconds();
        return now - std::exchange(before, now);
    }

    takeout::Limits limits_;
    std::size_t files_ = 0;
    std::size_t refused_ = 0;
    std::size_t packed_ = 0;
    std::size_t unpacked_ = 0;
    std::size_t sum_ = 0;
    double inflating_ = 0;
    double hashing_ = 0;
    double decoding_ = 0;
};

}  // namespace

/// Walks what is named on one thread and prints what each stage of an import costs in CPU time.
int main(int count, char** arguments) {
    if (count < 2) {
        std::fprintf(stderr, "usage: %s PATH…\n", arguments[0]);
        return 2;
    }
    Stages stages;
    const double begun = thread_seconds();
    takeout::walk({arguments + 1, arguments + count}, {}, stages);
    stages.print(thread_seconds() - begun);
    return 0;
}
