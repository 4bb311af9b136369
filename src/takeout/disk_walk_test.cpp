// SPDX-License-Identifier: Apache-2.0
#include "content/content.hpp"
#include "takeout/walk_test.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

using namespace footsure;
using namespace footsure::takeout;
using namespace footsure::takeout::test;

namespace {

std::vector<std::string> below(const std::filesystem::path& root, std::vector<std::string> paths) {
    for (std::string& path : paths) {
        REQUIRE(path.starts_with(root.native() + "/"));
        path.erase(0, root.native().size() + 1);
    }
    return paths;
}

}  // namespace

TEST_CASE("a folder is walked in name order, and every file is told of once") {
    const Folder folder;
    folder.put("b/2.fit", "two");
    folder.put("b/1.fit", "one");
    folder.put("c.fit", "three");
    folder.put("a.jpg", "picture");
    folder.put(".DS_Store", "litter");
    folder.put("b/._1.fit", "litter");
    folder.put("__MACOSX/b/x.fit", "litter");
    const Seen seen = walked(folder.path());
    CHECK(below(folder.path(), seen.paths) ==
          std::vector<std::string>{"a.jpg", "b/1.fit", "b/2.fit", "c.fit"});
    CHECK(seen.reason("a.jpg") == "no run file: picture");
    CHECK(seen.text("b/1.fit") == "one");
    CHECK(seen.expected == 4);
}

TEST_CASE("content decides how a file is packed, whatever it is called") {
    const Folder folder;
    folder.put("zipped.fit", ZipBuilder{packed("inner.fit", bytes_of("run"))}.bytes());
    folder.put("gzipped.fit", content::pack_gzip(bytes_of("run too")));
    folder.put("plain.gz", "run three");
    const Seen seen = walked(folder.path());
    CHECK(seen.text("zipped.fit!inner.fit") == "run");
    CHECK(seen.text("gzipped.fit") == "run too");
    CHECK(seen.items.find((folder.path() / "gzipped.fit").native())->second.packing ==
          Packing::gzip);
    CHECK(seen.text("plain.gz") == "run three");
}

TEST_CASE("an archive of another kind is refused with what to do") {
    const Folder folder;
    std::string tar(600, '\0');
    tar.replace(257, 5, "ustar");
    folder.put("named.fit", tar);
    folder.put("a.tar.gz", content::pack_gzip(bytes_of(tar)));
    folder.put("b.tgz", content::pack_gzip(bytes_of(tar)));
    folder.put("c", "7z\xBC\xAF\x27\x1C...");
    const Seen seen = walked(folder.path());
    CHECK(seen.items.empty());
    CHECK(seen.reason("named.fit") == "it is a tar archive; unpack it first");
    CHECK(contains(seen.reason("a.tar.gz"), "unpack it first"));
    CHECK(contains(seen.reason("b.tgz"), "unpack it first"));
    CHECK(contains(seen.reason("c"), "7z"));
}

TEST_CASE("links in a folder are not followed, one that is named is") {
    const Folder folder;
    const Folder elsewhere;
    elsewhere.put("secret.fit", "secret");
    std::filesystem::create_directory_symlink(elsewhere.path(), folder.path() / "link");
    std::filesystem::create_symlink(elsewhere.path() / "secret.fit", folder.path() / "file.fit");
    std::filesystem::create_symlink(folder.path(), folder.path() / "loop");
    const Seen inside = walked(folder.path());
    CHECK(inside.items.empty());
    CHECK(inside.refusals.size() == 3);
    CHECK(contains(inside.reason("file.fit"), "link"));
    CHECK(walked(folder.path() / "file.fit").text("file.fit") == "secret");
    CHECK(walked(folder.path() / "link").text("link/secret.fit") == "secret");
}

TEST_CASE("pipes and devices are refused without being opened") {
    const Folder folder;
    const auto pipe = folder.path() / "pipe.fit";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);  // opening it for reading would wait for ever
    CHECK(contains(walked(folder.path()).reason("pipe.fit"), "not a file"));
    CHECK(contains(walked(pipe).reason("pipe.fit"), "not a file"));
    CHECK(contains(walked("/dev/zero").reason("/dev/zero"), "device"));
}

TEST_CASE("what cannot be read is refused with the system's words") {
    CHECK(walked("no/such/file").reason("no/such/file") == "No such file or directory");
    if (::geteuid() == 0) {
        return;  // for whom nothing is locked
    }
    const Folder folder;
    const auto locked = folder.put("locked/a.fit", "a").parent_path();
    std::filesystem::permissions(folder.put("b.fit", "b"), std::filesystem::perms::none);
    std::filesystem::permissions(locked, std::filesystem::perms::none);
    const Seen seen = walked(folder.path());
    std::filesystem::permissions(locked, std::filesystem::perms::owner_all);
    CHECK(contains(seen.reason("locked"), "Permission denied"));
    CHECK(contains(seen.reason("b.fit"), "Permission denied"));
}

TEST_CASE("a file beyond the limit is refused, an archive may have any size") {
    const Folder folder;
    const Limits limits{.file_bytes = 1'000};
    folder.put("large.fit", std::string(1'001, 'x'));
    folder.put("fits.fit", std::string(1'000, 'x'));
    folder.put("t.zip", ZipBuilder{stored("1.fit", bytes_of(std::string(900, 'a'))),
                                   stored("2.fit", bytes_of(std::string(900, 'b')))}
                            .bytes());
    const Seen seen = walked(folder.path(), limits);
    CHECK(seen.reason("large.fit") == "it is larger than the 1000 bytes allowed");
    CHECK(seen.text("fits.fit").size() == 1'000);
    CHECK(seen.text("t.zip!2.fit") == std::string(900, 'b'));
}

TEST_CASE("a name that is no text is shown as text, and the file is still found") {
    const Folder folder;
    folder.put("bad\xFF\xC0name\n\x1B[31m.fit", "run");
    const Seen seen = walked(folder.path());
    CHECK(seen.text("bad\xEF\xBF\xBD\xEF\xBF\xBDname\xEF\xBF\xBD\xEF\xBF\xBD[31m.fit") == "run");
}

TEST_CASE("a Visitor that says stop gets nothing more") {
    const Folder folder;
    for (int i = 0; i < 9; ++i) {
        folder.put(std::to_string(i) + ".fit", "run");
    }
    folder.put("5.zip", ZipBuilder{stored("a", {}), stored("b", {}), stored("c", {})}.bytes());
    for (const std::size_t after : {1U, 3U, 7U, 8U}) {
        Seen seen;
        seen.stop_after = after;
        walk({folder.path(), folder.path()}, {}, seen);
        CHECK(seen.paths.size() == after);
    }
}

TEST_CASE("an empty file and an empty folder are no trouble") {
    const Folder folder;
    folder.put("empty.fit", "");
    std::filesystem::create_directory(folder.path() / "empty");
    const Seen seen = walked(folder.path());
    CHECK(seen.paths.size() == 1);
    CHECK(seen.text("empty.fit").empty());
}
