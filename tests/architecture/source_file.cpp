// SPDX-License-Identifier: Apache-2.0
#include "architecture/source_file.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <regex>
#include <utility>

namespace footsure::architecture {

namespace {

std::vector<std::string> split_lines(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

/// Blanks comments and the contents of quotes; line breaks stay where they are.
class Blanker {
public:
    explicit Blanker(std::string_view text) : text_(text) {}

    std::string run() {
        while (at_ < text_.size()) {
            step();
        }
        return std::move(code_);
    }

private:
    void step() {
        const std::string_view rest = text_.substr(at_);
        if (rest.starts_with("//")) {
            blank(rest.find('\n'));
        } else if (rest.starts_with("/*")) {
            blank_through(rest.find("*/", 2), 2);
        } else if (rest.starts_with("R\"")) {
            raw_string(rest);
        } else if (rest.front() == '"' || (rest.front() == '\'' && !in_number())) {
            quoted(rest);
        } else {
            code_.push_back(rest.front());
            ++at_;
        }
    }

    /// `4'000` holds no character.
    [[nodiscard]] bool in_number() const {
        return at_ > 0 && std::isalnum(static_cast<unsigned char>(text_[at_ - 1])) != 0;
    }

    void blank(std::size_t count) {
        const std::string_view part = text_.substr(at_, count);
        for (const char c : part) {
            code_.push_back(c == '\n' ? '\n' : ' ');
        }
        at_ += part.size();
    }

    void blank_through(std::size_t end, std::size_t length) {
        blank(end == std::string_view::npos ? end : end + length);
    }

    void raw_string(std::string_view rest) {
        const std::size_t open = rest.find('(');
        const std::string closing = ")" + std::string(rest.substr(2, open - 2)) + "\"";
        blank_through(rest.find(closing, open), closing.size());
    }

    void quoted(std::string_view rest) {
        std::size_t end = 1;
        while (end < rest.size() && rest[end] != rest.front() && rest[end] != '\n') {
            end += rest[end] == '\\' ? 2U : 1U;
        }
        code_.push_back(rest.front());
        ++at_;
        blank(end - 1);
        if (at_ < text_.size() && text_[at_] == rest.front()) {
            code_.push_back(rest.front());
            ++at_;
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string code_;
};

bool is_source(const std::filesystem::path& path) {
    const std::string name = path.filename().string();
    return (name.ends_with(".cpp") || name.ends_with(".hpp")) &&
           name.find("_gen.") == std::string::npos;
}

}  // namespace

SourceFile make_source(std::string path, std::string_view text) {
    return {std::move(path), split_lines(text), split_lines(Blanker(text).run())};
}

std::string read_text(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<SourceFile> read_sources(const std::filesystem::path& root,
                                     const std::vector<std::string>& folders) {
    std::vector<SourceFile> files;
    for (const std::string& folder : folders) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
            if (entry.is_regular_file() && is_source(entry.path())) {
                files.push_back(make_source(entry.path().lexically_relative(root).generic_string(),
                                            read_text(entry.path())));
            }
        }
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

std::vector<Include> includes_of(const SourceFile& file) {
    static const std::regex pattern(R"(^\s*#\s*include\s*(["<])([^">]+)[">])");
    std::vector<Include> includes;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        std::smatch match;
        if (file.code[i].find('#') != std::string::npos &&
            std::regex_search(file.lines[i], match, pattern)) {
            includes.push_back({i + 1, match.str(2), match.str(1) == "<"});
        }
    }
    return includes;
}

std::string module_of(std::string_view path) {
    constexpr std::string_view kRoot = "src/";
    if (!path.starts_with(kRoot)) {
        return {};
    }
    path.remove_prefix(kRoot.size());
    const std::size_t slash = path.find('/');
    return std::string(slash == std::string_view::npos ? "" : path.substr(0, slash));
}

bool is_test(std::string_view path) {
    return path.ends_with("_test.cpp") || path.ends_with("_test.hpp") || path.starts_with("tests/");
}

std::string listed(const Violations& violations) {
    std::string text;
    for (const Violation& violation : violations) {
        text +=
            "\n" + violation.path + ":" + std::to_string(violation.line) + ": " + violation.what;
    }
    return text;
}

}  // namespace footsure::architecture
