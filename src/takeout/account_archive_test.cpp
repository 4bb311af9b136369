// SPDX-License-Identifier: Apache-2.0
// Takeouts laid out as the services lay them out.
#include "content/content.hpp"
#include "takeout/walk_test.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <csignal>
#include <string>

using namespace footsure;
using namespace footsure::takeout;
using namespace footsure::takeout::test;

namespace {

const std::string kRun(3'000, 'f');

Bytes uploaded(int first, int files) {
    ZipBuilder builder;
    for (int i = first; i < first + files; ++i) {
        builder.add(packed("runner@example.org_" + std::to_string(i) + ".fit", bytes_of(kRun)));
    }
    return builder.bytes();
}

/// No file may grow beyond this many bytes while it lives: what a full disk does.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes) {
        (void)std::signal(SIGXFSZ, SIG_IGN);
        REQUIRE(::getrlimit(RLIMIT_FSIZE, &before_) == 0);
        const rlimit small{bytes, before_.rlim_max};
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    }

    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    SmallDisk(SmallDisk&&) = delete;
    SmallDisk& operator=(SmallDisk&&) = delete;

    ~SmallDisk() { (void)::setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

}  // namespace

TEST_CASE("a Garmin archive: zips of uploads in the zip, lists beside them") {
    const std::string uploads = "DI_CONNECT/DI-Connect-Uploaded-Files/";
    const Bytes zip =
        ZipBuilder{
            packed("DI_CONNECT/DI-Connect-Fitness/r_0_summarizedActivities.json", bytes_of("[]")),
            packed(uploads + "UploadedFiles_0-_Part1.zip", uploaded(100, 30)),
            stored(uploads + "UploadedFiles_0-_Part2.zip", uploaded(200, 20)),
            packed("customer_data/profile.jpg", bytes_of("x"))}
            .bytes();
    const Seen seen = walked(zip);
    CHECK(seen.items.size() == 50);
    CHECK(seen.text("Part2.zip!runner@example.org_219.fit") == kRun);
    CHECK(seen.reason("summarizedActivities.json") == "no run file: list (JSON)");
    CHECK(seen.expected == 52);
}

TEST_CASE("a Polar archive: the sessions come through, other lists do not") {
    const Seen seen =
        walked(ZipBuilder{packed("training-session-2020-10-07-1.json", bytes_of("{}")),
                          packed("activity-2020-10-07-1.json", bytes_of("{}"))}
                   .bytes());
    CHECK(seen.text("training-session-2020-10-07-1.json") == "{}");
    CHECK(seen.refusals.size() == 1);
}

TEST_CASE("a disk that is full refuses the inner zip and goes on") {
    const Bytes zip =
        ZipBuilder{packed("large.zip", uploaded(1'000, 500)), packed("run.fit", bytes_of(kRun))}
            .bytes();
    const Folder folder;
    const auto path = folder.put("t.zip", zip);
    const SmallDisk disk(10'000);
    const Seen seen = walked(path, {.archive_memory = 1'000});
    CHECK(contains(seen.reason("t.zip!large.zip"), "no room to unpack it: File too large"));
    CHECK(seen.text("run.fit") == kRun);
}
