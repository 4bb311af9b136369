// SPDX-License-Identifier: Apache-2.0
#include "takeout/disk_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <string_view>
#include <system_error>

namespace footsure::takeout {

namespace {

constexpr std::size_t kPieceBytes = std::size_t{256} << 10U;

std::string_view kind_of(mode_t mode) {
    if (S_ISDIR(mode)) {
        return "it is a folder";
    }
    if (S_ISLNK(mode)) {
        return "it is a link, and links are not followed";
    }
    return S_ISFIFO(mode) || S_ISSOCK(mode) ? "it is a channel between programs, not a file"
                                            : "it is a device, not a file";
}

Failure<std::string> failed() {
    return Failure<std::string>(system_words(errno));
}

/// Takes the descriptor over, whatever becomes of it.
std::FILE* stream_of(int descriptor, const char* mode) {
    std::FILE* file = descriptor < 0 ? nullptr : ::fdopen(descriptor, mode);
    if (file == nullptr && descriptor >= 0) {
        (void)::close(descriptor);
    }
    return file;
}

}  // namespace

std::string system_words(int error) {
    return std::generic_category().message(error);
}

Result<DiskFile, std::string> DiskFile::open(const std::filesystem::path& path, Links links) {
    struct stat seen{};
    const bool follow = links == Links::follow;
    if ((follow ? ::stat(path.c_str(), &seen) : ::lstat(path.c_str(), &seen)) != 0) {
        return failed();
    }
    if (!S_ISREG(seen.st_mode)) {
        return Failure<std::string>(std::string(kind_of(seen.st_mode)));
    }
    // What stands there now may be another thing: neither a link nor a pipe may catch us.
    const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (follow ? 0 : O_NOFOLLOW);
    const int descriptor = ::open(path.c_str(), flags);
    std::FILE* file = stream_of(descriptor, "rb");
    if (file == nullptr) {
        return failed();
    }
    DiskFile opened(file, 0);
    if (::fstat(descriptor, &seen) != 0) {
        return failed();
    }
    if (!S_ISREG(seen.st_mode)) {
        return Failure<std::string>(std::string(kind_of(seen.st_mode)));
    }
    opened.size_ = static_cast<std::uint64_t>(seen.st_size);
    return opened;
}

Result<DiskFile, std::string> DiskFile::temporary() {
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::temp_directory_path(error);
    if (error) {
        return Failure<std::string>(error.message());
    }
    std::string name = (folder / "footsure-XXXXXX").native();
    const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0) {
        return failed();
    }
    (void)::unlink(name.c_str());
    std::FILE* file = stream_of(descriptor, "w+b");
    if (file == nullptr) {
        return failed();
    }
    return DiskFile(file, 0);
}

Result<std::vector<std::byte>, std::string> DiskFile::read(std::size_t most) {
    std::vector<std::byte> bytes(static_cast<std::size_t>(std::min<std::uint64_t>(most, size_)));
    const auto read = read_at(0, bytes);
    if (!read) {
        return Failure<std::string>(read.error());
    }
    bytes.resize(*read);
    return bytes;
}

Result<void, std::string>
DiskFile::read_through(const std::function<Flow(std::span<const std::byte>)>& sink) {
    std::vector<std::byte> piece(kPieceBytes);
    std::uint64_t offset = 0;
    for (;;) {
        const auto read = read_at(offset, piece);
        if (!read) {
            return Failure<std::string>(read.error());
        }
        offset += *read;
        if (*read == 0 || sink(std::span(piece).first(*read)) == Flow::stop) {
            return {};
        }
    }
}

Result<void, std::string> DiskFile::append(std::span<const std::byte> bytes) {
    if (position_ != size_ && ::fseeko(file_.get(), 0, SEEK_END) != 0) {
        return failed();
    }
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size() ||
        std::fflush(file_.get()) != 0) {
        return failed();
    }
    size_ += bytes.size();
    position_ = size_;
    return {};
}

Result<std::size_t, std::string> DiskFile::read_at(std::uint64_t offset, std::span<std::byte> out) {
    // Seeking throws the buffer away, so it is done only where it is needed.
    if (offset != position_ && ::fseeko(file_.get(), static_cast<off_t>(offset), SEEK_SET) != 0) {
        return failed();
    }
    const std::size_t read = std::fread(out.data(), 1, out.size(), file_.get());
    position_ = offset + read;
    if (read < out.size() && std::ferror(file_.get()) != 0) {
        return failed();
    }
    return read;
}

}  // namespace footsure::takeout
