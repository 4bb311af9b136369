// SPDX-License-Identifier: Apache-2.0
#include "takeout/zip_archive.hpp"

#include "takeout/file_name.hpp"

#include <sys/stat.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <tuple>
#include <utility>

namespace footsure::takeout {

namespace {

/// Room in the directory for an entry and its name, and for the search for the directory's end.
constexpr std::uint64_t kEntryBytes = 160;
constexpr std::uint64_t kSearchBytes = std::uint64_t{1} << 20U;
constexpr std::size_t kPieceBytes = std::size_t{256} << 10U;

zip_int64_t stat_source(const ZipSource& source, void* data, zip_uint64_t length) {
    if (length < sizeof(zip_stat_t)) {
        return -1;
    }
    auto* told = static_cast<zip_stat_t*>(data);
    zip_stat_init(told);
    told->size = source.size();
    told->valid = ZIP_STAT_SIZE;
    return sizeof(zip_stat_t);
}

zip_int64_t seek_source(ZipSource& source, void* data, zip_uint64_t length) {
    zip_error_t error;
    zip_error_init(&error);
    const zip_int64_t offset =
        zip_source_seek_compute_offset(source.position(), source.size(), data, length, &error);
    zip_error_fini(&error);
    if (offset < 0) {
        return -1;
    }
    source.seek(static_cast<std::uint64_t>(offset));
    return 0;
}

zip_int64_t read_source(ZipSource& source, void* data, zip_uint64_t length) {
    const auto read = source.read({static_cast<std::byte*>(data), length});
    return read ? static_cast<zip_int64_t>(*read) : -1;
}

/// What libzip asks of a source of bytes.
zip_int64_t answer(void* state, void* data, zip_uint64_t length, zip_source_cmd_t command) {
    auto& source = *static_cast<ZipSource*>(state);
    switch (command) {
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(
            ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
            ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS, -1);
    case ZIP_SOURCE_STAT: return stat_source(source, data, length);
    case ZIP_SOURCE_OPEN: source.seek(0); return 0;
    case ZIP_SOURCE_READ: return read_source(source, data, length);
    case ZIP_SOURCE_SEEK: return seek_source(source, data, length);
    case ZIP_SOURCE_TELL: return static_cast<zip_int64_t>(source.position());
    case ZIP_SOURCE_ERROR: {
        const std::array<int, 2> codes{ZIP_ER_READ, EIO};
        std::copy_n(codes.begin(), codes.size(), static_cast<int*>(data));
        return sizeof(codes);
    }
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_FREE: return 0;
    default: return -1;
    }
}

std::string method_name(std::uint16_t method) {
    constexpr std::array<std::pair<std::uint16_t, std::string_view>, 8> kNames{{
        {ZIP_CM_SHRINK, "shrink"},
        {ZIP_CM_IMPLODE, "implode"},
        {ZIP_CM_DEFLATE64, "deflate64"},
        {ZIP_CM_BZIP2, "bzip2"},
        {ZIP_CM_LZMA, "lzma"},
        {93, "zstd"},
        {ZIP_CM_XZ, "xz"},
        {ZIP_CM_PPMD, "ppmd"},
    }};
    const auto* const found =
        std::ranges::find(kNames, method, [](const auto& p) { return p.first; });
    return found == kNames.end() ? "method " + std::to_string(method) : std::string(found->second);
}

/// A link in a zip is a file that holds the name it points to.
bool is_link(zip_t* archive, std::uint64_t index) {
    constexpr unsigned kUnixModeShift = 16;
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    return zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0 &&
           system == ZIP_OPSYS_UNIX && S_ISLNK(attributes >> kUnixModeShift);
}

std::optional<std::string> obstacle_of(const zip_stat_t& told, zip_t* archive,
                                       std::uint64_t archive_size) {
    if (told.encryption_method != ZIP_EM_NONE) {
        return "it is encrypted";
    }
    if (is_link(archive, told.index)) {
        return "it is a link, and links are not followed";
    }
    if (told.comp_method != ZIP_CM_STORE && told.comp_method != ZIP_CM_DEFLATE) {
        return "it is packed by " + method_name(told.comp_method) +
               "; only deflate and plain are read";
    }
    if (told.comp_size > archive_size ||
        (told.comp_method == ZIP_CM_STORE && told.comp_size != told.size)) {
        return "the archive is damaged: it gives impossible sizes";
    }
    return std::nullopt;
}

Failure<std::string> damaged(const char* words) {
    return Failure<std::string>("the archive is damaged or cut: " + std::string(words));
}

struct CloseMember {
    void operator()(zip_file_t* file) const { (void)zip_fclose(file); }
};

using OpenMember = std::unique_ptr<zip_file_t, CloseMember>;

}  // namespace

void ZipArchive::Discard::operator()(zip* archive) const {
    zip_discard(archive);
}

Result<ZipArchive, std::string> ZipArchive::open(ZipBytes bytes, std::size_t most_entries) {
    auto source =
        std::make_unique<ZipSource>(std::move(bytes), kSearchBytes + most_entries * kEntryBytes);
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* handle = zip_source_function_create(&answer, source.get(), &error);
    zip_t* archive = handle == nullptr ? nullptr : zip_open_from_source(handle, ZIP_RDONLY, &error);
    if (archive == nullptr) {
        const auto failure = source->refused()
                                 ? Failure<std::string>("it holds more files than allowed")
                                 : damaged(zip_error_strerror(&error));
        zip_source_free(handle);
        zip_error_fini(&error);
        return failure;
    }
    source->allow_all();
    zip_error_fini(&error);
    return ZipArchive(std::move(source), archive);
}

std::vector<Member> ZipArchive::members() const {
    std::vector<Member> members;
    const zip_int64_t entries = zip_get_num_entries(archive_.get(), 0);
    for (zip_int64_t i = 0; i < entries; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        zip_stat_t told;
        zip_stat_init(&told);
        if (zip_stat_index(archive_.get(), index, 0, &told) != 0 || told.name == nullptr) {
            members.push_back({.index = index,
                               .name = "entry " + std::to_string(i + 1),
                               .obstacle = "the archive is damaged: an entry without a name"});
            continue;
        }
        const std::string_view raw = told.name;
        if (raw.ends_with('/') || raw.ends_with('\\')) {
            continue;
        }
        Member member{.index = index, .name = cleaned(raw)};
        if (is_litter(member.name)) {
            continue;
        }
        member.packing = told.comp_method == ZIP_CM_DEFLATE ? Packing::deflate : Packing::plain;
        member.packed_size = told.comp_size;
        member.promise = {.size = told.size, .crc32 = told.crc};
        member.obstacle = obstacle_of(told, archive_.get(), size());
        members.push_back(std::move(member));
    }
    std::ranges::sort(members, {}, [](const Member& m) { return std::tie(m.name, m.index); });
    return members;
}

Result<std::vector<std::byte>, std::string> ZipArchive::packed(const Member& member) {
    const OpenMember file(zip_fopen_index(archive_.get(), member.index, ZIP_FL_COMPRESSED));
    if (!file) {
        return damaged(zip_error_strerror(zip_get_error(archive_.get())));
    }
    std::vector<std::byte> bytes(member.packed_size);
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const zip_int64_t read =
            zip_fread(file.get(), bytes.data() + filled, bytes.size() - filled);
        if (read < 0) {
            return damaged(zip_file_strerror(file.get()));
        }
        if (read == 0) {
            return damaged("it ends within this file");
        }
        filled += static_cast<std::size_t>(read);
    }
    return bytes;
}

Result<void, std::string> ZipArchive::unpack(const Member& member, const Sink& sink) {
    const OpenMember file(zip_fopen_index(archive_.get(), member.index, 0));
    if (!file) {
        return damaged(zip_error_strerror(zip_get_error(archive_.get())));
    }
    std::vector<std::byte> piece(kPieceBytes);
    std::uint64_t total = 0;
    for (;;) {
        const zip_int64_t read = zip_fread(file.get(), piece.data(), piece.size());
        if (read < 0) {
            return damaged(zip_file_strerror(file.get()));
        }
        total += static_cast<std::uint64_t>(read);
        if (total > member.promise.size || (read == 0 && total < member.promise.size)) {
            return damaged("this file is not of the size that the archive gives");
        }
        if (read == 0 ||
            sink(std::span(piece).first(static_cast<std::size_t>(read))) == Flow::stop) {
            return {};
        }
    }
}

}  // namespace footsure::takeout
