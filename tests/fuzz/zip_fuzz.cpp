// SPDX-License-Identifier: Apache-2.0
#include "takeout/archive_walk.hpp"
#include "takeout/stream.hpp"
#include "takeout/takeout.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

using namespace footsure::takeout;

namespace {

constexpr Limits kLimits{.file_bytes = std::uint64_t{1} << 20U,
                         .archive_bytes = std::uint64_t{8} << 20U,
                         .archive_memory = 600,
                         .entries = 300,
                         .depth = 3};

bool is_clean(std::string_view path) {
    return path.find('\n') == std::string_view::npos && path.find('\0') == std::string_view::npos &&
           path.find("/../") == std::string_view::npos;
}

/// What holds for every archive, however broken.
class Checking final : public Visitor {
public:
    footsure::takeout::Flow take(Item item) override {
        footsure::expects(is_clean(item.path), "a name is shown clean");
        promised_ += item.promise.size;
        footsure::expects(promised_ <= kLimits.archive_bytes, "an archive is bounded");
        const auto unpacked = unpack(item, kLimits);
        footsure::expects(unpacked.size <= kLimits.file_bytes, "a file is bounded");
        return told();
    }

    Flow refuse(Refusal refusal) override {
        footsure::expects(is_clean(refusal.path) && !refusal.reason.empty(), "a refusal says why");
        return told();
    }

    void expect(std::size_t files) override { known_ = files; }

    [[nodiscard]] bool complete() const { return files_ == known_; }

private:
    Flow told() {
        ++files_;
        footsure::expects(files_ <= kLimits.entries * 4 + 4, "the number of files is bounded");
        return Flow::go_on;
    }

    std::uint64_t promised_ = 0;
    std::size_t files_ = 0;
    std::size_t known_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = std::as_bytes(std::span(data, size));
    Checking visitor;
    Stream stream(visitor);
    stream.know_more(1);
    ArchiveWalk(kLimits, stream).walk(std::vector<std::byte>(bytes.begin(), bytes.end()), "t.zip");
    footsure::expects(visitor.complete(), "every file is told of once");
    return 0;
}
