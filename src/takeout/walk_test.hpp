// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "takeout/takeout.hpp"
#include "takeout/zip_builder_test.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace footsure::takeout::test {

/// A folder that is gone after the test.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "takeout-XXXXXX").native();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    Folder(Folder&&) = delete;
    Folder& operator=(Folder&&) = delete;

    ~Folder() {
        std::error_code error;
        std::filesystem::remove_all(path_, error);
    }

    std::filesystem::path put(const std::string& name, const Bytes& bytes) const {
        const auto place = path_ / name;
        std::filesystem::create_directories(place.parent_path());
        std::ofstream(place, std::ios::binary) << text_of(bytes);
        return place;
    }

    std::filesystem::path put(const std::string& name, std::string_view text) const {
        return put(name, bytes_of(text));
    }

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// Everything that a walk gave, by path below `root`.
struct Seen final : Visitor {
    Flow take(Item item) override {
        paths.push_back(item.path);
        items.emplace(item.path, std::move(item));
        return paths.size() >= stop_after ? Flow::stop : Flow::go_on;
    }

    Flow refuse(Refusal refusal) override {
        paths.push_back(refusal.path);
        refusals.emplace(refusal.path, refusal.reason);
        return paths.size() >= stop_after ? Flow::stop : Flow::go_on;
    }

    void expect(std::size_t files) override { expected = files; }

    /// Of the only refusal whose path ends so.
    [[nodiscard]] std::string reason(std::string_view ending) const {
        std::string found = "not refused";
        for (const auto& [path, reason] : refusals) {
            found = path.ends_with(ending) ? reason : found;
        }
        return found;
    }

    /// The unpacked text of the Item whose path ends so, with its error behind it.
    [[nodiscard]] std::string text(std::string_view ending) const {
        for (const auto& [path, item] : items) {
            if (path.ends_with(ending)) {
                const auto unpacked = unpack(item, Limits{});
                std::string text(reinterpret_cast<const char*>(unpacked.bytes().data()),
                                 unpacked.size);
                return unpacked.error ? text + '[' + unpacked.error->message + ']' : text;
            }
        }
        return "not taken";
    }

    [[nodiscard]] Hints hints(std::string_view ending) const {
        for (const auto& [path, item] : items) {
            if (path.ends_with(ending)) {
                return item.hints;
            }
        }
        FAIL("not taken: " << ending);
        return {};
    }

    std::vector<std::string> paths;  ///< in the order they came
    std::multimap<std::string, Item> items;
    std::multimap<std::string, std::string> refusals;
    std::size_t expected = 0;
    std::size_t stop_after = ~std::size_t{0};
};

inline Seen walked(const std::filesystem::path& path, const Limits& limits = {}) {
    Seen seen;
    walk({path}, limits, seen);
    return seen;
}

/// The zip as a file of its own, walked.
inline Seen walked(const Bytes& zip, const Limits& limits = {}) {
    const Folder folder;
    return walked(folder.put("t.zip", zip), limits);
}

inline bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace footsure::takeout::test
