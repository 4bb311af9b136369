// SPDX-License-Identifier: Apache-2.0
#include "made_zip.hpp"

#include <zip.h>

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace footsure::bench {

namespace {

void demand(bool fine, zip* archive, const char* what) {
    if (!fine) {
        std::fprintf(stderr, "%s: %s\n", what,
                     archive != nullptr ? zip_strerror(archive) : "cannot be made");
        std::exit(1);
    }
}

}  // namespace

MadeZip::MadeZip(const std::filesystem::path& path)
    : archive_(zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr)) {
    demand(archive_ != nullptr, nullptr, path.c_str());
}

MadeZip::~MadeZip() {
    close();
}

void MadeZip::add(const std::string& name, std::vector<std::byte> bytes, MemberPacking packing) {
    held_.push_back(std::move(bytes));
    const auto& kept = held_.back();
    add_source(name, zip_source_buffer(archive_, kept.data(), kept.size(), 0), packing);
}

void MadeZip::add_file(const std::string& name, const std::filesystem::path& path) {
    add_source(name, zip_source_file(archive_, path.c_str(), 0, -1), MemberPacking::store);
}

void MadeZip::add_source(const std::string& name, void* source, MemberPacking packing) {
    demand(source != nullptr, archive_, name.c_str());
    const zip_int64_t index =
        zip_file_add(archive_, name.c_str(), static_cast<zip_source*>(source), ZIP_FL_ENC_UTF_8);
    demand(index >= 0, archive_, name.c_str());
    const auto number = static_cast<zip_uint64_t>(index);
    const auto method = packing == MemberPacking::store ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
    constexpr zip_uint16_t kNewYear2026 = ((2026 - 1980) << 9U) | (1U << 5U) | 1U;
    demand(zip_set_file_compression(archive_, number, method, 0) == 0, archive_, name.c_str());
    demand(zip_file_set_dostime(archive_, number, 0, kNewYear2026, 0) == 0, archive_, name.c_str());
}

void MadeZip::close() {
    if (archive_ != nullptr) {
        demand(zip_close(archive_) == 0, archive_, "zip");
        archive_ = nullptr;
        held_.clear();
    }
}

}  // namespace footsure::bench
