// SPDX-License-Identifier: Apache-2.0
#include "footsure/files.hpp"

#include <algorithm>
#include <fstream>
#include <system_error>

namespace footsure::app {

namespace fs = std::filesystem;

namespace {

/// No recording is larger; a larger file is refused before it is read.
constexpr std::uintmax_t kLargestFile = std::uintmax_t{1} << 30U;

template <class Bytes>
Result<Bytes, std::string> read_whole(const fs::path& path) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (error) {
        return Failure<std::string>(path.string() + ": " + error.message());
    }
    if (size > kLargestFile) {
        return Failure<std::string>(path.string() + ": larger than 1 GiB");
    }
    Bytes bytes(static_cast<std::size_t>(size), typename Bytes::value_type{});
    std::ifstream in(path, std::ios::binary);
    in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
    if (!in && size > 0) {
        return Failure<std::string>(path.string() + ": cannot be read");
    }
    return bytes;
}

void walk(const fs::path& folder, FileList& list) {
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        entries.push_back(it->path());
    }
    if (error) {
        list.missing.push_back(folder.string() + ": " + error.message());
    }
    std::ranges::sort(entries);
    for (const auto& entry : entries) {
        if (fs::is_symlink(entry, error)) {
            continue;  // a link may lead in a circle
        }
        if (fs::is_directory(entry, error)) {
            walk(entry, list);
        } else if (fs::is_regular_file(entry, error)) {
            list.files.push_back(entry);
        }
    }
}

}  // namespace

Result<std::vector<std::byte>, std::string> read_file(const fs::path& path) {
    return read_whole<std::vector<std::byte>>(path);
}

Result<std::string, std::string> read_text_file(const fs::path& path) {
    return read_whole<std::string>(path);
}

Result<void, std::string> write_file(const fs::path& path, std::string_view text) {
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    if (!out) {
        return Failure<std::string>(path.string() + ": cannot be written");
    }
    return {};
}

FileList list_files(const std::vector<std::string>& paths) {
    FileList list;
    for (const auto& path : paths) {
        std::error_code error;
        if (fs::is_directory(path, error)) {
            walk(path, list);
        } else if (fs::exists(path, error)) {
            list.files.emplace_back(path);
        } else {
            list.missing.push_back(path + ": there is no such file or folder");
        }
    }
    return list;
}

}  // namespace footsure::app
