// SPDX-License-Identifier: Apache-2.0
#include "content/content.hpp"

#include <openssl/evp.h>

#include <array>
#include <string>
#include <string_view>

namespace footsure::content {

ContentId content_id(std::span<const std::byte> unpacked) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    const int hashed =
        EVP_Digest(unpacked.data(), unpacked.size(), digest.data(), &length, EVP_sha256(), nullptr);
    expects(hashed == 1, "SHA-256 is always at hand");
    std::string text;
    text.reserve(2 * std::size_t{length});
    for (unsigned i = 0; i < length; ++i) {
        text += kDigits[digest[i] >> 4U];
        text += kDigits[digest[i] & 0xFU];
    }
    return ContentId(std::move(text));
}

}  // namespace footsure::content
