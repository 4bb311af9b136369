// SPDX-License-Identifier: Apache-2.0
#include "decode/json_walk.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace footsure::decode {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kDeepestNesting = 32;
/// What stands before the key is a few lines.
constexpr std::size_t kBeginning = 65'536;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kNotANumber = "NaN";

std::string_view as_text(std::span<const std::byte> bytes) {
    std::string_view text{reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    text.remove_prefix(text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
    return text;
}

/// Follows the path through the document and hands its values on.
class Walk : public nlohmann::json_sax<Json> {
public:
    explicit Walk(JsonHandler& handler) : handler_(handler) {}

    bool null() override { return done(); }

    bool boolean(bool) override { return done(); }

    bool number_integer(number_integer_t value) override {
        return number(static_cast<double>(value));
    }

    bool number_unsigned(number_unsigned_t value) override {
        return number(static_cast<double>(value));
    }

    bool number_float(number_float_t value, const string_t&) override { return number(value); }

    bool string(string_t& value) override {
        handler_.text(place(), value);
        return done();
    }

    bool binary(binary_t&) override { return done(); }

    bool start_object(std::size_t) override {
        const bool room = descend();
        handler_.open(path_);
        return room;
    }

    bool end_object() override {
        handler_.close(path_);
        return ascend();
    }

    bool start_array(std::size_t) override { return descend(); }

    bool end_array() override { return ascend(); }

    bool key(string_t& value) override {
        key_ = value;
        has_key_ = true;
        return true;
    }

    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception& exception) override {
        const bool cut = std::string_view(exception.what()).find("unexpected end of input") !=
                         std::string_view::npos;
        error_ = {.code = cut ? DecodeErrorCode::truncated : DecodeErrorCode::malformed_json,
                  .message = cut ? "the document ends in the middle" : "this is not JSON",
                  .offset = position};
        return false;
    }

    [[nodiscard]] std::optional<DecodeError> error() const { return error_; }

private:
    bool number(double value) {
        handler_.number(place(), value);
        return done();
    }

    /// The path of a value: that of its key, within a list that of the list.
    std::string_view place() {
        if (!has_key_) {
            return path_;
        }
        place_ = path_;
        append(key_, place_);
        return place_;
    }

    static void append(std::string_view key, std::string& path) {
        if (!path.empty()) {
            path += '/';
        }
        path += key;
    }

    bool descend() {
        if (lengths_.size() >= kDeepestNesting) {
            error_ = {.code = DecodeErrorCode::malformed_json,
                      .message = "lists and objects are nested too deeply"};
            return false;
        }
        lengths_.push_back(path_.size());
        if (has_key_) {
            append(key_, path_);
        }
        has_key_ = false;
        return true;
    }

    bool ascend() {
        path_.resize(lengths_.back());
        lengths_.pop_back();
        return done();
    }

    bool done() {
        has_key_ = false;
        if (!handler_.has_room()) {
            error_ = {.code = DecodeErrorCode::too_large,
                      .message = "more values than the limit allows"};
            return false;
        }
        return true;
    }

    JsonHandler& handler_;
    std::string path_;
    std::vector<std::size_t> lengths_;  ///< of the path outside of each open list or object
    std::string key_;
    std::string place_;
    bool has_key_ = false;
    std::optional<DecodeError> error_;
};

/// Makes a text, which is no number, of each `NaN` that stands outside of texts.
std::string without_nan(std::string_view text) {
    constexpr std::string_view kText = "\"_\"";
    std::string copy(text);
    bool quoted = false;
    for (std::size_t i = 0; i < copy.size(); ++i) {
        if (quoted && copy[i] == '\\') {
            ++i;
        } else if (copy[i] == '"') {
            quoted = !quoted;
        } else if (!quoted && std::string_view(copy).substr(i).starts_with(kNotANumber)) {
            copy.replace(i, kText.size(), kText);
            i += kText.size() - 1;
        }
    }
    return copy;
}

}  // namespace

bool is_json_with(std::span<const std::byte> bytes, std::string_view key) {
    const std::string_view text = as_text(bytes).substr(0, kBeginning);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{' &&
           text.find('"' + std::string(key) + '"') != std::string_view::npos;
}

std::optional<DecodeError> walk_json(std::span<const std::byte> bytes, JsonHandler& handler) {
    const std::string_view text = as_text(bytes);
    Walk walk(handler);
    bool read = false;
    if (text.find(kNotANumber) == std::string_view::npos) {
        read = Json::sax_parse(text.begin(), text.end(), &walk);
    } else {
        read = Json::sax_parse(without_nan(text), &walk);
    }
    return read ? std::nullopt : walk.error();
}

}  // namespace footsure::decode
