// SPDX-License-Identifier: Apache-2.0
#include "footsure/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <system_error>
#include <utility>

namespace footsure::app {

namespace fs = std::filesystem;

namespace {

/// No recording is larger; a larger file is refused before it is read.
constexpr off_t kLargestFile = off_t{1} << 30U;

/// Opening does not wait, whatever the path leads to.
class OpenFile {
public:
    explicit OpenFile(const fs::path& path)
        : number_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}

    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    ~OpenFile() {
        if (number_ >= 0) {
            close(number_);
        }
    }

    /// Fails: with a sentence that names the file.
    [[nodiscard]] Result<std::size_t, std::string> size(const fs::path& path) const {
        struct stat facts{};
        if (number_ < 0 || fstat(number_, &facts) != 0) {
            return failure(path, std::generic_category().message(errno));
        }
        if (!S_ISREG(facts.st_mode)) {
            return failure(path, "is no file");
        }
        if (facts.st_size > kLargestFile) {
            return failure(path, "larger than 1 GiB");
        }
        return static_cast<std::size_t>(facts.st_size);
    }

    /// Whether that many bytes could be read.
    [[nodiscard]] bool fill(std::span<std::byte> bytes) const {
        while (!bytes.empty()) {
            const ssize_t got = ::read(number_, bytes.data(), bytes.size());
            if (got == 0 || (got < 0 && errno != EINTR)) {
                return false;
            }
            bytes = bytes.subspan(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        }
        return true;
    }

private:
    [[nodiscard]] static Failure<std::string> failure(const fs::path& path,
                                                      const std::string& why) {
        return Failure<std::string>(path.string() + ": " + why);
    }

    int number_;
};

/// `make_room` gives memory for that many bytes.
template <class MakeRoom>
Result<void, std::string> read_whole(const fs::path& path, MakeRoom make_room) {
    const OpenFile file(path);
    const auto size = file.size(path);
    if (!size) {
        return Failure<std::string>(size.error());
    }
    if (!file.fill(make_room(*size))) {
        return Failure<std::string>(path.string() + ": cannot be read");
    }
    return {};
}

template <class Bytes>
Result<Bytes, std::string> read_new(const fs::path& path) {
    Bytes bytes;
    auto read = read_whole(path, [&](std::size_t size) {
        bytes.resize(size);
        return std::as_writable_bytes(std::span(bytes));
    });
    return read ? Result<Bytes, std::string>(std::move(bytes))
                : Failure<std::string>(std::move(read.error()));
}

/// Makes an empty file; not where there is one.
bool reserve(const fs::path& path) {
    constexpr mode_t kAsUsual = 0666;
    const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kAsUsual);
    return file >= 0 && close(file) == 0;
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
    return read_new<std::vector<std::byte>>(path);
}

Result<std::string, std::string> read_text_file(const fs::path& path) {
    return read_new<std::string>(path);
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

Result<void, std::string> place_file(const fs::path& path, std::span<const std::byte> bytes,
                                     Existing existing) {
    const auto failed = [&] {
        return Failure<std::string>(path.string() + ": " + std::generic_category().message(errno));
    };
    if (existing == Existing::keep && !reserve(path)) {
        return failed();
    }
    const fs::path part = path.string() + ".part-" + std::to_string(getpid());
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (write_file(part, text) && std::rename(part.c_str(), path.c_str()) == 0) {
        return {};
    }
    auto failure = failed();
    unlink(part.c_str());
    if (existing == Existing::keep) {
        unlink(path.c_str());
    }
    return failure;
}

Result<std::span<const std::byte>, std::string> FileReader::read(const fs::path& path) {
    std::span<std::byte> bytes;
    const auto read = read_whole(path, [&](std::size_t size) {
        if (size > room_) {
            memory_ = std::make_unique_for_overwrite<std::byte[]>(size);
            room_ = size;
        }
        bytes = std::span(memory_.get(), size);
        return bytes;
    });
    if (!read) {
        return Failure<std::string>(read.error());
    }
    return bytes;
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
