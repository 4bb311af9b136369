// SPDX-License-Identifier: Apache-2.0
#include "decode/xml_reader.hpp"

#include <expat.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <string>
#include <type_traits>

namespace footsure::decode {
namespace {

constexpr std::size_t kChunkBytes = 65'536;
constexpr std::size_t kLongestText = 256;
constexpr unsigned kDeepestNesting = 200;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view as_text(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string_view local_name(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_blank_or_control(char c) {
    return static_cast<unsigned char>(c) <= ' ';
}

bool is_forbidden(char c) {
    return static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\n' && c != '\r';
}

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

/// What the callbacks of the parser share.
struct Reading {
    XML_Parser parser = nullptr;
    XmlHandler& handler;
    std::string text;
    unsigned depth = 0;
    std::optional<DecodeErrorCode> refused;
    std::string_view reason;

    void refuse(DecodeErrorCode code, std::string_view why) {
        refused = code;
        reason = why;
        XML_StopParser(parser, XML_FALSE);
    }
};

void XMLCALL on_open(void* user, const XML_Char* name, const XML_Char** attributes) {
    Reading& reading = *static_cast<Reading*>(user);
    if (reading.refused) {
        return;
    }
    if (++reading.depth > kDeepestNesting) {
        reading.refuse(DecodeErrorCode::malformed_xml, "elements are nested too deeply");
        return;
    }
    reading.text.clear();
    reading.handler.open(local_name(name), XmlAttributes(attributes));
}

void XMLCALL on_close(void* user, const XML_Char* name) {
    Reading& reading = *static_cast<Reading*>(user);
    if (reading.refused) {
        return;
    }
    --reading.depth;
    if (reading.handler.close(local_name(name), reading.text) == XmlStep::stop) {
        reading.refuse(DecodeErrorCode::too_large, "more points or laps than the limit allows");
    }
    reading.text.clear();
}

void XMLCALL on_text(void* user, const XML_Char* text, int length) {
    Reading& reading = *static_cast<Reading*>(user);
    const std::size_t room = kLongestText - std::min(kLongestText, reading.text.size());
    reading.text.append(text, std::min(room, static_cast<std::size_t>(length)));
}

// NOLINTNEXTLINE(readability-function-size): the shape of expat's callback
void XMLCALL on_entity(void* user, const XML_Char*, int, const XML_Char*, int, const XML_Char*,
                       const XML_Char*, const XML_Char*, const XML_Char*) {
    static_cast<Reading*>(user)->refuse(DecodeErrorCode::malformed_xml,
                                        "entity declarations are refused");
}

/// Reads an encoding that expat does not know as Latin 1: what matters here is plain ASCII.
int XMLCALL on_encoding(void*, const XML_Char*, XML_Encoding* encoding) {
    for (int i = 0; i < 256; ++i) {
        encoding->map[i] = i;
    }
    encoding->data = nullptr;
    encoding->convert = nullptr;
    encoding->release = nullptr;
    return XML_STATUS_OK;
}

Parser make_parser(Reading& reading) {
    Parser parser(XML_ParserCreate(nullptr));
    if (!parser) {
        return parser;
    }
    reading.parser = parser.get();
    XML_SetUserData(parser.get(), &reading);
    XML_SetElementHandler(parser.get(), on_open, on_close);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    XML_SetEntityDeclHandler(parser.get(), on_entity);
    XML_SetUnknownEncodingHandler(parser.get(), on_encoding, nullptr);
    return parser;
}

bool is_utf16(std::string_view text) {
    return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
}

/// Hands the document over in pieces; a piece is copied only when a character must be replaced.
XML_Status feed(XML_Parser parser, std::string_view document) {
    const bool filtered = !is_utf16(document);
    std::string copy;
    for (;;) {
        std::string_view piece = document.substr(0, kChunkBytes);
        document.remove_prefix(piece.size());
        if (filtered && std::ranges::any_of(piece, is_forbidden)) {
            copy.assign(piece);
            std::ranges::replace_if(copy, is_forbidden, ' ');
            piece = copy;
        }
        const XML_Status status = XML_Parse(parser, piece.data(), static_cast<int>(piece.size()),
                                            document.empty() ? XML_TRUE : XML_FALSE);
        if (status != XML_STATUS_OK || document.empty()) {
            return status;
        }
    }
}

bool means_cut(XML_Error error) {
    return error == XML_ERROR_NO_ELEMENTS || error == XML_ERROR_UNCLOSED_TOKEN ||
           error == XML_ERROR_PARTIAL_CHAR || error == XML_ERROR_UNCLOSED_CDATA_SECTION;
}

/// Steps over one declaration, comment or instruction that begins at `text`.
std::string_view after_prolog_item(std::string_view text) {
    const std::string_view closing = text.starts_with("<!--") ? "-->" : ">";
    const std::size_t subset = text.starts_with("<!DOCTYPE") ? text.find('[') : text.npos;
    std::size_t end = text.find(closing);
    if (subset < end) {
        end = text.find(']', subset);
        end = end == text.npos ? end : text.find('>', end);
    }
    return end == text.npos ? std::string_view() : text.substr(end + closing.size());
}

}  // namespace

std::string_view XmlAttributes::find(std::string_view name) const {
    for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
        if (local_name(pair[0]) == name) {
            return pair[1];
        }
    }
    return {};
}

std::span<const std::byte> skip_to_markup(std::span<const std::byte> bytes) {
    std::string_view text = as_text(bytes);
    if (is_utf16(text)) {
        return bytes;
    }
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    const auto first = std::ranges::find_if_not(text, is_blank_or_control);
    return bytes.last(static_cast<std::size_t>(text.end() - first));
}

std::string_view root_element(std::span<const std::byte> bytes) {
    std::string_view text = as_text(skip_to_markup(bytes));
    while (text.starts_with("<?") || text.starts_with("<!")) {
        text = after_prolog_item(text);
        text.remove_prefix(std::min(text.size(), text.find_first_not_of(" \t\r\n")));
    }
    if (!text.starts_with('<')) {
        return {};
    }
    text.remove_prefix(1);
    return local_name(text.substr(0, text.find_first_of(" \t\r\n/>")));
}

std::optional<DecodeError> read_xml(std::span<const std::byte> bytes, XmlHandler& handler) {
    const auto document = skip_to_markup(bytes);
    Reading reading{.handler = handler, .text = {}, .refused = {}, .reason = {}};
    const Parser parser = make_parser(reading);
    if (!parser) {
        return DecodeError{DecodeErrorCode::too_large, "no memory left to read XML", 0};
    }
    if (feed(parser.get(), as_text(document)) == XML_STATUS_OK) {
        return std::nullopt;
    }
    const auto index = std::max<XML_Index>(0, XML_GetCurrentByteIndex(parser.get()));
    const std::uint64_t skipped = bytes.size() - document.size();
    const std::uint64_t offset =
        std::min<std::uint64_t>(bytes.size(), skipped + static_cast<std::uint64_t>(index));
    if (reading.refused) {
        return DecodeError{*reading.refused, std::string(reading.reason), offset};
    }
    const XML_Error error = XML_GetErrorCode(parser.get());
    return DecodeError{means_cut(error) ? DecodeErrorCode::truncated
                                        : DecodeErrorCode::malformed_xml,
                       XML_ErrorString(error), offset};
}

}  // namespace footsure::decode
