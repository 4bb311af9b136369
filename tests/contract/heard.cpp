// SPDX-License-Identifier: Apache-2.0
#include "heard.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <array>
#include <cstdio>

namespace footsure::contract {

namespace {

/// Sends a stream into a file until the end of its life.
class Caught {
public:
    explicit Caught(std::FILE* stream)
        : stream_(stream), file_(std::tmpfile()), before_(::dup(::fileno(stream))) {
        REQUIRE(file_ != nullptr);
        std::fflush(stream_);
        REQUIRE(::dup2(::fileno(file_), ::fileno(stream_)) >= 0);
    }

    Caught(const Caught&) = delete;
    Caught& operator=(const Caught&) = delete;

    ~Caught() {
        std::fflush(stream_);
        ::dup2(before_, ::fileno(stream_));
        ::close(before_);
        std::fclose(file_);
    }

    [[nodiscard]] std::string text() {
        std::fflush(stream_);
        std::rewind(file_);
        std::string all;
        std::array<char, 4096> part{};
        for (std::size_t got = 1; got > 0;) {
            got = std::fread(part.data(), 1, part.size(), file_);
            all.append(part.data(), got);
        }
        return all;
    }

private:
    std::FILE* stream_;
    std::FILE* file_;
    int before_;
};

}  // namespace

Heard hear(const std::function<int()>& command) {
    Caught out(stdout);
    Caught err(stderr);
    Heard heard;
    heard.code = command();
    heard.said = out.text();
    heard.mentioned = err.text();
    return heard;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace footsure::contract
