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
/// More than any writer puts before the first element.
constexpr std::size_t kLongestProlog = std::size_t{1} << 20U;
constexpr unsigned kDeepestNesting = 200;
/// The parser holds an element until it is complete; no writer makes longer ones.
constexpr std::uint64_t kLongestToken = std::uint64_t{4} << 20U;
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
    std::size_t longest_text = 0;
    unsigned depth = 0;
    std::uint64_t fed = 0;   ///< bytes given to the parser
    std::uint64_t seen = 0;  ///< of these when it last found something
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
    reading.seen = reading.fed;
    if (++reading.depth > kDeepestNesting) {
        reading.refuse(DecodeErrorCode::malformed_xml, "elements are nested too deeply");
        return;
    }
    reading.text.clear();
    reading.longest_text = reading.handler.longest_text(local_name(name));
    reading.handler.open(local_name(name), XmlAttributes(attributes));
}

void XMLCALL on_close(void* user, const XML_Char* name) {
    Reading& reading = *static_cast<Reading*>(user);
    if (reading.refused) {
        return;
    }
    reading.seen = reading.fed;
    --reading.depth;
    if (reading.handler.close(local_name(name), reading.text) == XmlStep::stop) {
        reading.refuse(DecodeErrorCode::too_large, "more points or laps than the limit allows");
    }
    reading.text.clear();
}

void XMLCALL on_text(void* user, const XML_Char* text, int length) {
    Reading& reading = *static_cast<Reading*>(user);
    reading.seen = reading.fed;
    const std::size_t room =
        reading.longest_text - std::min(reading.longest_text, reading.text.size());
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

enum class Characters : unsigned char { raw, filtered };
enum class Part : unsigned char { inner, last };

/// Hands a part of the document over in pieces; one is copied only when a character must be
/// replaced.
XML_Status parse_pieces(Reading& reading, std::string_view document, Characters characters,
                        Part part) {
    std::string copy;
    for (;;) {
        std::string_view piece = document.substr(0, kChunkBytes);
        document.remove_prefix(piece.size());
        if (characters == Characters::filtered && std::ranges::any_of(piece, is_forbidden)) {
            copy.assign(piece);
            std::ranges::replace_if(copy, is_forbidden, ' ');
            piece = copy;
        }
        reading.fed += piece.size();
        const bool end = document.empty() && part == Part::last;
        const XML_Status status =
            XML_Parse(reading.parser, piece.data(), static_cast<int>(piece.size()),
                      end ? XML_TRUE : XML_FALSE);
        if (status == XML_STATUS_OK && reading.fed - reading.seen > kLongestToken) {
            reading.refused = DecodeErrorCode::malformed_xml;
            reading.reason = "an element is longer than any writer makes it";
            return XML_STATUS_ERROR;
        }
        if (status != XML_STATUS_OK || document.empty()) {
            return status;
        }
    }
}

bool means_cut(XML_Error error) {
    return error == XML_ERROR_NO_ELEMENTS || error == XML_ERROR_UNCLOSED_TOKEN ||
           error == XML_ERROR_PARTIAL_CHAR || error == XML_ERROR_UNCLOSED_CDATA_SECTION;
}

/// How much was not handed to the parser, and how much there was.
struct Extent {
    std::uint64_t skipped = 0;
    std::uint64_t size = 0;
};

DecodeError no_memory() {
    return {DecodeErrorCode::too_large, "no memory left to read XML", 0};
}

DecodeError error_of(const Reading& reading, const Extent& extent) {
    const auto index = std::max<XML_Index>(0, XML_GetCurrentByteIndex(reading.parser));
    const std::uint64_t offset =
        std::min(extent.size, extent.skipped + static_cast<std::uint64_t>(index));
    if (reading.refused) {
        return {*reading.refused, std::string(reading.reason), offset};
    }
    const XML_Error error = XML_GetErrorCode(reading.parser);
    return {means_cut(error) ? DecodeErrorCode::truncated : DecodeErrorCode::malformed_xml,
            XML_ErrorString(error), offset};
}

/// The `>` behind the bracket that closes a document type; brackets within it stand elsewhere.
std::size_t end_of_subset(std::string_view text, std::size_t from) {
    for (std::size_t bracket = text.find(']', from); bracket != text.npos;
         bracket = text.find(']', bracket + 1)) {
        const std::size_t next = text.find_first_not_of(" \t\r\n", bracket + 1);
        if (next != text.npos && text[next] == '>') {
            return next;
        }
    }
    return text.npos;
}

/// Steps over one declaration, comment or instruction that begins at `text`.
std::string_view after_prolog_item(std::string_view text) {
    const std::string_view closing = text.starts_with("<!--") ? "-->" : ">";
    const std::size_t subset = text.starts_with("<!DOCTYPE") ? text.find('[') : text.npos;
    std::size_t end = text.find(closing);
    if (subset < end) {
        end = end_of_subset(text, subset);
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

std::optional<DecodeError> read_xml(std::span<const std::byte> bytes, XmlHandler& handler,
                                    Doctype doctype) {
    if (doctype == Doctype::skipped) {
        XmlStream stream(handler);
        auto error = stream.feed(bytes);
        return error ? error : stream.finish();
    }
    const auto document = skip_to_markup(bytes);
    Reading reading{.handler = handler, .text = {}, .refused = {}, .reason = {}};
    const Parser parser = make_parser(reading);
    if (!parser) {
        return no_memory();
    }
    const std::string_view text = as_text(document);
    const Characters characters = is_utf16(text) ? Characters::raw : Characters::filtered;
    if (parse_pieces(reading, text, characters, Part::last) == XML_STATUS_OK) {
        return std::nullopt;
    }
    return error_of(reading, {.skipped = bytes.size() - document.size(), .size = bytes.size()});
}

struct XmlStream::State {
    explicit State(XmlHandler& handler)
        : reading{.handler = handler, .text = {}, .refused = {}, .reason = {}},
          parser(make_parser(reading)) {}

    Reading reading;
    Parser parser;
    std::string prolog;  ///< what came before the first element, until that is in sight
    bool begun = false;
    Extent extent;
    std::optional<DecodeError> error;

    /// Keeps what may stand before the first element until that can be seen, then skips it.
    std::string_view begin(std::string_view piece) {
        prolog.append(piece);
        const auto markup = skip_to_markup(std::as_bytes(std::span(prolog)));
        std::string_view text = as_text(markup);
        while (text.starts_with("<?") || text.starts_with("<!")) {
            text = after_prolog_item(text);
            text.remove_prefix(std::min(text.size(), text.find_first_not_of(" \t\r\n")));
        }
        begun = text.size() > 1 || prolog.size() > kLongestProlog;
        extent.skipped = begun ? prolog.size() - text.size() : 0;
        return begun ? text : std::string_view();
    }

    std::optional<DecodeError> parse(std::string_view text, Part part) {
        if (!parser) {
            error = no_memory();
        } else if (parse_pieces(reading, text, Characters::filtered, part) != XML_STATUS_OK) {
            error = error_of(reading, extent);
        }
        return error;
    }
};

XmlStream::XmlStream(XmlHandler& handler) : state_(std::make_unique<State>(handler)) {}

XmlStream::~XmlStream() = default;

std::optional<DecodeError> XmlStream::feed(std::span<const std::byte> piece) {
    State& state = *state_;
    state.extent.size += piece.size();
    if (state.error || piece.empty()) {
        return state.error;
    }
    if (state.begun) {
        return state.parse(as_text(piece), Part::inner);
    }
    const std::string_view text = state.begin(as_text(piece));
    return state.begun ? state.parse(text, Part::inner) : std::nullopt;
}

std::optional<DecodeError> XmlStream::finish() {
    return state_->error ? state_->error : state_->parse({}, Part::last);
}

}  // namespace footsure::decode
