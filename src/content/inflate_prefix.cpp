// SPDX-License-Identifier: Apache-2.0
#include "content/inflate_prefix.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace footsure::content {
namespace {

constexpr unsigned kLongestCode = 15;
constexpr unsigned kEndOfBlock = 256;
constexpr std::size_t kGzipHeaderBytes = 10;

/// Bits of a stream, lowest first; gives nothing once the stream has ended.
class BitReader {
public:
    explicit BitReader(std::span<const std::byte> bytes) : bytes_(bytes) {}

    std::optional<unsigned> take(unsigned count) {
        unsigned value = 0;
        for (unsigned i = 0; i < count; ++i, ++bit_) {
            if (bit_ / 8 >= bytes_.size()) {
                return std::nullopt;
            }
            const auto byte = std::to_integer<unsigned>(bytes_[bit_ / 8]);
            value |= ((byte >> (bit_ % 8)) & 1U) << i;
        }
        return value;
    }

    void skip_to_byte() { bit_ = (bit_ + 7) / 8 * 8; }

private:
    std::span<const std::byte> bytes_;
    std::size_t bit_ = 0;
};

/// A canonical prefix code, read length by length.
class PrefixCode {
public:
    explicit PrefixCode(std::span<const std::uint8_t> lengths) {
        for (unsigned length = 1; length <= kLongestCode; ++length) {
            for (std::size_t symbol = 0; symbol < lengths.size(); ++symbol) {
                if (lengths[symbol] == length) {
                    symbols_.push_back(static_cast<std::uint16_t>(symbol));
                    ++counts_[length];
                }
            }
        }
    }

    std::optional<unsigned> read(BitReader& bits) const {
        unsigned code = 0;
        unsigned first = 0;
        unsigned before = 0;
        for (unsigned length = 1; length <= kLongestCode; ++length) {
            const auto bit = bits.take(1);
            if (!bit) {
                return std::nullopt;
            }
            code = (code << 1U) | *bit;
            first <<= 1U;
            if (code < first + counts_[length]) {
                const std::size_t place = before + (code - first);
                return code < first ? std::nullopt : std::optional<unsigned>(symbols_[place]);
            }
            first += counts_[length];
            before += counts_[length];
        }
        return std::nullopt;
    }

private:
    std::array<unsigned, kLongestCode + 1> counts_{};
    std::vector<std::uint16_t> symbols_;
};

struct Codes {
    PrefixCode literals;
    PrefixCode distances;
};

/// Base value and extra bits of a length or distance symbol.
struct Extent {
    std::uint16_t base = 0;
    std::uint8_t extra_bits = 0;
};

template <std::size_t n>
constexpr std::array<Extent, n> make_extents(unsigned first, unsigned plain, unsigned per_step) {
    std::array<Extent, n> extents{};
    unsigned base = first;
    for (unsigned i = 0; i < n; ++i) {
        const unsigned bits = i < plain ? 0 : (i - plain) / per_step + 1;
        extents[i] = {static_cast<std::uint16_t>(base), static_cast<std::uint8_t>(bits)};
        base += 1U << bits;
    }
    return extents;
}

constexpr std::array<Extent, 29> make_lengths() {
    auto lengths = make_extents<29>(3, 8, 4);
    lengths.back() = {258, 0};  // the longest match has a symbol of its own
    return lengths;
}

constexpr std::array<Extent, 29> kLengths = make_lengths();
constexpr std::array<Extent, 30> kDistances = make_extents<30>(1, 4, 2);

Codes fixed_codes() {
    std::array<std::uint8_t, 288> literals{};
    std::fill_n(literals.begin(), 144, std::uint8_t{8});
    std::fill(literals.begin() + 144, literals.begin() + 256, std::uint8_t{9});
    std::fill(literals.begin() + 256, literals.begin() + 280, std::uint8_t{7});
    std::fill(literals.begin() + 280, literals.end(), std::uint8_t{8});
    std::array<std::uint8_t, 30> distances{};
    distances.fill(5);
    return {PrefixCode(literals), PrefixCode(distances)};
}

struct Repeat {
    std::uint8_t length = 0;
    unsigned times = 1;
};

/// One entry of the run-length coded code lengths.
std::optional<Repeat> read_repeat(unsigned symbol, std::uint8_t last, BitReader& bits) {
    if (symbol < 16) {
        return Repeat{static_cast<std::uint8_t>(symbol), 1};
    }
    const unsigned extra_bits = symbol == 16 ? 2 : (symbol == 17 ? 3 : 7);
    const unsigned base = symbol == 18 ? 11 : 3;
    const auto extra = bits.take(extra_bits);
    if (!extra) {
        return std::nullopt;
    }
    return Repeat{symbol == 16 ? last : std::uint8_t{0}, base + *extra};
}

std::optional<Codes> read_codes(BitReader& bits) {
    constexpr std::array<std::uint8_t, 19> kOrder{16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                  11, 4,  12, 3, 13, 2, 14, 1, 15};
    const auto literals = bits.take(5);
    const auto distances = bits.take(5);
    const auto entries = bits.take(4);
    if (!literals || !distances || !entries) {
        return std::nullopt;
    }
    std::array<std::uint8_t, 19> code_lengths{};
    for (unsigned i = 0; i < *entries + 4; ++i) {
        const auto length = bits.take(3);
        if (!length) {
            return std::nullopt;
        }
        code_lengths[kOrder[i]] = static_cast<std::uint8_t>(*length);
    }
    const PrefixCode code(code_lengths);
    const std::size_t wanted = *literals + 257 + *distances + 1;
    std::vector<std::uint8_t> lengths;
    while (lengths.size() < wanted) {
        const auto symbol = code.read(bits);
        const std::uint8_t last = lengths.empty() ? std::uint8_t{0} : lengths.back();
        const auto repeat = symbol ? read_repeat(*symbol, last, bits) : std::nullopt;
        if (!repeat) {
            return std::nullopt;
        }
        lengths.insert(lengths.end(), repeat->times, repeat->length);
    }
    const auto all = std::span<const std::uint8_t>(lengths);
    return Codes{PrefixCode(all.first(*literals + 257)),
                 PrefixCode(all.subspan(*literals + 257, *distances + 1))};
}

class Inflater {
public:
    Inflater(std::span<const std::byte> bytes, std::size_t limit) : bits_(bytes), limit_(limit) {}

    std::vector<std::byte> run() {
        for (;;) {
            const auto last = bits_.take(1);
            const auto type = bits_.take(2);
            if (!last || !type || !block(*type) || *last == 1) {
                return std::move(out_);
            }
        }
    }

private:
    /// Gives false where the stream ends or makes no sense.
    bool block(unsigned type) {
        if (type == 0) {
            return stored();
        }
        const auto codes = type == 1 ? std::optional(fixed_codes()) : std::nullopt;
        const auto own = type == 2 ? read_codes(bits_) : std::nullopt;
        return codes ? packed(*codes) : own && packed(*own);
    }

    bool stored() {
        bits_.skip_to_byte();
        const auto size = bits_.take(16);
        const auto complement = bits_.take(16);
        if (!size || !complement || (*size ^ *complement) != 0xFFFFU) {
            return false;
        }
        for (unsigned i = 0; i < *size; ++i) {
            const auto byte = bits_.take(8);
            if (!byte || !emit(static_cast<std::byte>(*byte))) {
                return false;
            }
        }
        return true;
    }

    bool packed(const Codes& codes) {
        for (;;) {
            const auto symbol = codes.literals.read(bits_);
            if (!symbol) {
                return false;
            }
            if (*symbol == kEndOfBlock) {
                return true;
            }
            const bool good = *symbol < kEndOfBlock ? emit(static_cast<std::byte>(*symbol))
                                                    : copy(*symbol - kEndOfBlock - 1, codes);
            if (!good) {
                return false;
            }
        }
    }

    bool copy(unsigned length_symbol, const Codes& codes) {
        const auto length = value(kLengths, length_symbol);
        const auto symbol = codes.distances.read(bits_);
        const auto distance = length && symbol ? value(kDistances, *symbol) : std::nullopt;
        if (!length || !distance || *distance > out_.size()) {
            return false;
        }
        for (unsigned i = 0; i < *length; ++i) {
            if (!emit(out_[out_.size() - *distance])) {
                return false;
            }
        }
        return true;
    }

    template <std::size_t n>
    std::optional<unsigned> value(const std::array<Extent, n>& extents, unsigned symbol) {
        if (symbol >= n) {
            return std::nullopt;
        }
        const auto extra = bits_.take(extents[symbol].extra_bits);
        return extra ? std::optional(extents[symbol].base + *extra) : std::nullopt;
    }

    bool emit(std::byte byte) {
        if (out_.size() >= limit_) {
            return false;
        }
        out_.push_back(byte);
        return true;
    }

    BitReader bits_;
    std::size_t limit_;
    std::vector<std::byte> out_;
};

/// Where the packed data begin, behind the optional parts of the header.
std::size_t header_bytes(std::span<const std::byte> member) {
    constexpr unsigned kHasExtra = 4;
    constexpr unsigned kHasName = 8;
    constexpr unsigned kHasComment = 16;
    constexpr unsigned kHasCrc = 2;
    const auto flags = std::to_integer<unsigned>(member[3]);
    std::size_t at = kGzipHeaderBytes;
    if ((flags & kHasExtra) != 0 && at + 2 <= member.size()) {
        at += 2 + std::to_integer<std::size_t>(member[at]) +
              256 * std::to_integer<std::size_t>(member[at + 1]);
    }
    for (const unsigned text : {kHasName, kHasComment}) {
        if ((flags & text) != 0 && at < member.size()) {
            const auto end = std::find(member.begin() + static_cast<std::ptrdiff_t>(at),
                                       member.end(), std::byte{0});
            at = static_cast<std::size_t>(end - member.begin()) + 1;
        }
    }
    return at + ((flags & kHasCrc) != 0 ? 2 : 0);
}

}  // namespace

std::vector<std::byte> inflate_prefix(std::span<const std::byte> member, std::size_t limit) {
    if (member.size() <= kGzipHeaderBytes) {
        return {};
    }
    const std::size_t begin = std::min(member.size(), header_bytes(member));
    return Inflater(member.subspan(begin), limit).run();
}

}  // namespace footsure::content
