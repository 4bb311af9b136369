// SPDX-License-Identifier: Apache-2.0
#include "content/content.hpp"
#include "takeout/walk_test.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace footsure;
using namespace footsure::takeout;
using namespace footsure::takeout::test;

namespace {

std::vector<std::string> members(const Seen& seen) {
    std::vector<std::string> names;
    for (const std::string& path : seen.paths) {
        const std::size_t mark = path.find('!');
        REQUIRE(mark != std::string::npos);
        names.push_back(path.substr(mark + 1));
    }
    return names;
}

Bytes zip_within(Bytes inner, int times) {
    for (int i = 0; i < times; ++i) {
        inner = ZipBuilder{packed("in.zip", inner)}.bytes();
    }
    return inner;
}

const std::string kLong(5'000, 'r');

}  // namespace

TEST_CASE("members come by name, without folders and litter, each still packed") {
    Entry folder = stored("b/", {});
    const Seen seen = walked(ZipBuilder{
        packed("c.fit", bytes_of(kLong)), folder, stored("b/2.fit", bytes_of("two")),
        stored("__MACOSX/b/._2.fit", bytes_of("fork")), stored("b/._2.fit", bytes_of("fork")),
        stored(".DS_Store", bytes_of("view")), stored("a.jpg", bytes_of("picture"))}
                                 .bytes());
    CHECK(members(seen) == std::vector<std::string>{"a.jpg", "b/2.fit", "c.fit"});
    CHECK(seen.expected == 3);
    CHECK(seen.text("c.fit") == kLong);
    CHECK(seen.text("b/2.fit") == "two");
    for (const auto& [path, item] : seen.items) {
        const bool packed = path.ends_with("c.fit");
        CHECK(item.packing == (packed ? Packing::deflate : Packing::plain));
        CHECK(item.bytes.size() < 100);
    }
}

TEST_CASE("a gzip in a zip is one layer, whether the zip packed it again or not") {
    const Bytes gz = content::pack_gzip(bytes_of(kLong));
    const Seen seen = walked(ZipBuilder{stored("1.fit.gz", gz), packed("2.fit.gz", gz),
                                        packed("3.gz", bytes_of("no gzip")), stored("4.fit", gz)}
                                 .bytes());
    CHECK(seen.text("1.fit.gz") == kLong);
    CHECK(seen.text("2.fit.gz") == kLong);
    CHECK(seen.text("3.gz") == "no gzip");
    CHECK(seen.text("4.fit") == kLong);
}

TEST_CASE("zips in zips are opened from memory and from the disk, to a depth") {
    const Bytes inner =
        ZipBuilder{packed("1.fit", bytes_of(kLong)), stored("x.zip", bytes_of("no zip"))}.bytes();
    const Bytes outer = ZipBuilder{packed("Part1.zip", inner), stored("Part2.ZIP", inner)}.bytes();
    for (const std::uint64_t memory : {std::uint64_t{1} << 20U, std::uint64_t{10}}) {
        const Seen seen = walked(outer, {.archive_memory = memory});
        CHECK(seen.text("t.zip!Part1.zip!1.fit") == kLong);
        CHECK(seen.text("t.zip!Part2.ZIP!1.fit") == kLong);
        CHECK(seen.text("t.zip!Part1.zip!x.zip") == "no zip");
        CHECK(seen.expected == 4);
    }
    const Bytes leaf = ZipBuilder{stored("1.fit", bytes_of("run"))}.bytes();
    CHECK(walked(zip_within(leaf, 3)).text("1.fit") == "run");
    const Seen deep = walked(zip_within(leaf, 9));
    CHECK(deep.items.empty());
    REQUIRE(deep.refusals.size() == 1);
    CHECK(deep.reason("t.zip!in.zip!in.zip!in.zip!in.zip") ==
          "too many zips within each other to be opened");
}

TEST_CASE("a large member called zip that is none does not fill the disk") {
    const Bytes zip = ZipBuilder{packed("zeros.zip", Bytes(std::size_t{3} << 20U))}.bytes();
    CHECK(contains(walked(zip, {.archive_memory = 1'000}).reason("zeros.zip"), "is none"));
}

TEST_CASE("names that lead elsewhere are shown without the way") {
    const Seen seen = walked(ZipBuilder{
        stored("../../etc/passwd", bytes_of("1")), stored("/etc/shadow", bytes_of("2")),
        stored("C:\\Users\\me\\3.fit", bytes_of("3")), stored("a/./b//../4.fit", bytes_of("4")),
        stored("..", bytes_of("5")), stored("bad\x81\n.fit", bytes_of("6"))}
                                 .bytes());
    CHECK(seen.text("!etc/passwd") == "1");
    CHECK(seen.text("!etc/shadow") == "2");
    CHECK(seen.text("!Users/me/3.fit") == "3");
    CHECK(seen.text("!a/b/4.fit") == "4");
    CHECK(seen.text("t.zip!") == "5");
    CHECK(seen.items.size() == 6);
    for (const std::string& path : seen.paths) {
        CHECK_FALSE(contains(path, ".."));
        CHECK_FALSE(contains(path, "\n"));
        CHECK_FALSE(contains(path, "\x81"
                                   "."));
    }
}

TEST_CASE("what cannot be unpacked is refused with the reason, and the rest is read") {
    Entry secret = packed("secret.fit", bytes_of(kLong));
    secret.flags = 1;
    Entry odd = stored("odd.fit", bytes_of("run"));
    odd.method = 12;
    Entry odder = stored("odder.fit", bytes_of("run"));
    odder.method = 77;
    Entry link = stored("link.fit", bytes_of("/etc/passwd"));
    link.attributes = 0xA1FF0000;
    const Seen seen =
        walked(ZipBuilder{secret, odd, odder, link, stored("z.fit", bytes_of("run"))}.bytes());
    CHECK(seen.reason("secret.fit") == "it is encrypted");
    CHECK(contains(seen.reason("odd.fit"), "bzip2"));
    CHECK(contains(seen.reason("odder.fit"), "method 77"));
    CHECK(contains(seen.reason("link.fit"), "link"));
    CHECK(seen.text("z.fit") == "run");
}

TEST_CASE("a zip that lies about sizes and check sums is not believed") {
    Entry short_size = packed("short.fit", bytes_of(kLong));
    short_size.size -= 1;
    Entry long_size = packed("long.fit", bytes_of(kLong));
    long_size.size += 1;
    Entry bad_sum = packed("sum.fit", bytes_of(kLong));
    bad_sum.crc += 1;
    Entry stored_sum = stored("stored_sum.fit", bytes_of("run"));
    stored_sum.crc += 1;
    Entry stored_size = stored("stored_size.fit", bytes_of("run"));
    stored_size.size += 1;
    Entry huge = packed("huge.fit", bytes_of(kLong));
    huge.size = 0xFFFFFFF0;
    Entry beyond = packed("beyond.fit", bytes_of(kLong));
    beyond.packed_size = 0x7FFFFFFF;
    const Seen seen = walked(ZipBuilder{short_size, long_size, bad_sum, stored_sum, stored_size,
                                        huge, beyond, packed("z.fit", bytes_of(kLong))}
                                 .bytes());
    CHECK(contains(seen.text("short.fit"), "not of the size"));
    CHECK(contains(seen.text("long.fit"), "not of the size"));
    CHECK(contains(seen.text("!sum.fit"), "check sum"));
    CHECK(seen.text("stored_sum.fit") == "run[the check sum of the archive does not fit]");
    CHECK(contains(seen.reason("stored_size.fit"), "impossible sizes"));
    CHECK(contains(seen.reason("huge.fit"), "larger than"));
    CHECK(contains(seen.reason("beyond.fit"), "impossible sizes"));
    CHECK(seen.text("z.fit") == kLong);
}

TEST_CASE("overlapping entries end the archive with one reason") {
    ZipBuilder builder{packed("000.fit", Bytes(1'000'000))};
    Entry again = packed("001.fit", Bytes(1'000'000));
    again.same_place = 0;
    for (int i = 100; i < 400; ++i) {
        again.name = std::to_string(i) + ".fit";
        builder.add(again);
    }
    const Seen seen = walked(builder.bytes());
    CHECK(seen.items.size() < 30);  // as many as the archive has room for
    REQUIRE(seen.refusals.size() == 1);
    CHECK(contains(seen.reason("t.zip"), "overlap"));
    CHECK(seen.expected == seen.paths.size());
}

TEST_CASE("an archive that promises more than is fair for its size ends with one reason") {
    ZipBuilder builder;
    for (int i = 0; i < 100; ++i) {
        Entry bomb = packed(std::to_string(100 + i) + ".fit", Bytes(1'000));
        bomb.size = std::uint64_t{100} << 20U;
        builder.add(bomb);
    }
    const Seen seen = walked(builder.bytes());
    CHECK(seen.items.size() == 10);
    CHECK(contains(seen.reason("t.zip"), "not read: 90 files"));

    const Bytes honest = ZipBuilder{stored("1.fit", Bytes(600)), stored("2.fit", Bytes(600)),
                                    stored("3.fit", Bytes(10))}
                             .bytes();
    const Seen limited = walked(honest, {.archive_bytes = 1'000});
    CHECK(limited.items.size() == 1);
    CHECK(contains(limited.reason("t.zip"), "not read: 2 files"));
}

TEST_CASE("what zips in zips promise together is bounded by the outermost") {
    Entry bomb = packed("b.fit", Bytes(1'000));
    bomb.size = std::uint64_t{400} << 20U;
    ZipBuilder middle;
    for (int i = 0; i < 16; ++i) {
        bomb.name = std::to_string(i) + ".fit";
        middle.add(bomb);
    }
    ZipBuilder outer;
    for (int i = 0; i < 16; ++i) {
        outer.add(stored(std::to_string(i) + ".zip", middle.bytes()));
    }
    const Seen seen = walked(outer.bytes(), {.file_bytes = std::uint64_t{512} << 20U});
    CHECK(seen.items.size() <= 3);
    CHECK(seen.refusals.size() == 2);  // the inner archive and the outer one
    CHECK(seen.expected == seen.paths.size());
}

TEST_CASE("sixteen zips in each of sixteen zips, and so on, end soon") {
    Entry bomb = packed("0.fit", Bytes(1'000));
    bomb.size = 0xFFFF0000;
    Bytes level = ZipBuilder{bomb}.bytes();
    for (int depth = 0; depth < 5; ++depth) {
        ZipBuilder next;
        for (int i = 0; i < 16; ++i) {
            next.add(packed(std::to_string(i) + ".zip", level));
        }
        level = next.bytes();
    }
    const Seen seen = walked(level);
    CHECK(seen.items.empty());
    CHECK(contains(seen.refusals.begin()->second, "too many zips within each other"));
    CHECK(seen.refusals.size() == 16 * 16 * 16 * 16);
}

TEST_CASE("many entries are walked, too many are not") {
    ZipBuilder builder;
    for (int i = 0; i < 25'000; ++i) {
        builder.add(packed("f/" + std::to_string(100'000 + i) + ".fit", bytes_of("run")));
    }
    const Bytes zip = builder.bytes();
    const Seen all = walked(zip);
    CHECK(all.items.size() == 25'000);
    CHECK(all.expected == 25'000);
    const Seen some = walked(zip, {.entries = 20'000});
    CHECK(some.items.size() == 20'000);
    CHECK(contains(some.reason("t.zip"), "not read: 5000 files"));
    const Seen none = walked(zip, {.entries = 100});
    CHECK(none.refusals.size() == 1);
}

TEST_CASE("entries of one name are all read") {
    const Seen seen =
        walked(ZipBuilder{stored("a.fit", bytes_of("1")), stored("a.fit", bytes_of("2"))}.bytes());
    REQUIRE(seen.items.size() == 2);
    CHECK(seen.items.begin()->second.bytes != std::next(seen.items.begin())->second.bytes);
}

TEST_CASE("a zip cut anywhere is one refusal") {
    ZipBuilder builder;
    for (int i = 0; i < 20; ++i) {
        builder.add(packed(std::to_string(i) + ".fit", bytes_of(std::to_string(i) + kLong)));
    }
    const Bytes zip = builder.bytes();
    for (std::size_t kept = 4; kept < zip.size(); kept += kept < 200 ? 1 : 50) {
        CAPTURE(kept);
        const Seen seen = walked(Bytes(zip.begin(), zip.begin() + static_cast<long>(kept)));
        REQUIRE(seen.paths.size() == 1);
        CHECK(contains(seen.reason("t.zip"), "the archive is damaged or cut"));
    }
}

TEST_CASE("a zip with any byte changed ends in an orderly way") {
    const Bytes inner = ZipBuilder{packed("1.fit", bytes_of(kLong)), stored("2.fit", {})}.bytes();
    const Bytes zip = ZipBuilder{packed("1.fit", bytes_of(kLong)), stored("2.zip", inner),
                                 packed("3.fit.gz", content::pack_gzip(bytes_of(kLong)))}
                          .bytes();
    for (std::size_t i = 0; i < zip.size(); ++i) {
        CAPTURE(i);
        Bytes changed = zip;
        changed[i] ^= std::byte{0xFF};
        const Seen seen = walked(changed);
        CHECK_FALSE(seen.paths.empty());
        for (const auto& [path, item] : seen.items) {
            CHECK(unpack(item, Limits{}).size <= 10'000);
        }
    }
}

TEST_CASE("an empty zip holds nothing") {
    const Seen seen = walked(ZipBuilder{}.bytes());
    CHECK(seen.paths.empty());
    CHECK(seen.expected == 0);
}
