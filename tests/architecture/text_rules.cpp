// SPDX-License-Identifier: Apache-2.0
#include "architecture/text_rules.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <regex>
#include <set>
#include <utility>

namespace footsure::architecture {

namespace {

constexpr std::size_t kLongestFile = 400;
constexpr std::string_view kLicence = "// SPDX-License-Identifier: Apache-2.0";

/// Modules that meet the world outside; the others see the standard library only.
constexpr std::array<std::string_view, 10> kOuter{"content",   "decode", "takeout", "encode",
                                                  "knowledge", "wire",   "store",   "service",
                                                  "http",      "web"};
constexpr std::array<std::string_view, 8> kComputing{
    "load", "findings", "triage", "differential", "interview", "rehab", "advice", "logic"};
constexpr std::array<std::string_view, 5> kVague{"utils", "util", "helpers", "manager", "common"};
/// Libraries that are slow to compile, and so stand in one file.
constexpr std::array<std::string_view, 3> kOneFile{"toml++/", "CLI/", "boost/"};

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

bool may_know_libraries(const SourceFile& file) {
    return file.path.starts_with("apps/") || is_test(file.path) ||
           one_of(kOuter, module_of(file.path));
}

/// A header of the standard library has neither a folder nor an ending.
bool is_standard(const std::string& header) {
    return header.find_first_of("./") == std::string::npos;
}

bool is_for_tests(const std::string& header) {
    return header.starts_with("doctest/") || header.starts_with("rapidcheck");
}

/// Headers of src that only tests include, as an include names them.
std::set<std::string> headers_for_tests(const std::vector<SourceFile>& files) {
    std::set<std::string> by_tests;
    std::set<std::string> by_others;
    for (const SourceFile& file : files) {
        for (const Include& include : includes_of(file)) {
            (is_test(file.path) ? by_tests : by_others).insert(include.target);
        }
    }
    std::erase_if(by_tests, [&](const auto& header) { return by_others.contains(header); });
    return by_tests;
}

bool is_misplaced(const SourceFile& file, const Include& include,
                  const std::set<std::string>& for_tests) {
    const bool of_tests =
        is_test(file.path) || for_tests.contains(file.path.substr(file.path.find('/') + 1));
    if (!include.angled || is_standard(include.target) || include.target == "tl/expected.hpp") {
        return false;
    }
    return is_for_tests(include.target) ? !of_tests : !may_know_libraries(file);
}

/// Each line of the code in which the pattern is found.
void find_in_code(const SourceFile& file, const std::regex& pattern, const std::string& what,
                  Violations& violations) {
    for (std::size_t i = 0; i < file.code.size(); ++i) {
        std::smatch match;
        if (std::regex_search(file.code[i], match, pattern)) {
            violations.push_back({file.path, i + 1, what + match.str()});
        }
    }
}

Violations
repeated_libraries(const std::map<std::string_view, std::vector<Violation>>& by_library) {
    Violations violations;
    for (const auto& [library, places] : by_library) {
        for (std::size_t i = 1; i < places.size(); ++i) {
            violations.push_back(places[i]);
            violations.back().what = std::string(library) + " is already in " + places.front().path;
        }
    }
    return violations;
}

std::string stem_of(const std::string& path) {
    const std::size_t start = path.rfind('/') + 1;
    return path.substr(start, path.find('.', start) - start);
}

}  // namespace

Violations misplaced_headers(const std::vector<SourceFile>& files) {
    const std::set<std::string> for_tests = headers_for_tests(files);
    Violations violations;
    std::map<std::string_view, std::vector<Violation>> by_library;
    for (const SourceFile& file : files) {
        for (const Include& include : includes_of(file)) {
            if (is_misplaced(file, include, for_tests)) {
                violations.push_back(
                    {file.path, include.line, include.target + " is out of place"});
            }
            for (const std::string_view library : kOneFile) {
                if (!is_test(file.path) && include.angled && include.target.starts_with(library)) {
                    auto& places = by_library[library];
                    if (places.empty() || places.back().path != file.path) {
                        places.push_back({file.path, include.line, ""});
                    }
                }
            }
        }
    }
    std::ranges::copy(repeated_libraries(by_library), std::back_inserter(violations));
    return violations;
}

Violations named_clocks(const std::vector<SourceFile>& files) {
    static const std::regex clock(
        R"(\b(system_clock::now|steady_clock|high_resolution_clock|utc_clock|gettimeofday|clock_gettime|timespec_get|localtime\w*|gmtime\w*)\b|\bstd::time\b|\btime\s*\(\s*(nullptr|NULL|0)\s*\))");
    Violations violations;
    for (const SourceFile& file : files) {
        const std::string module = module_of(file.path);
        if (!module.empty() && module != "service" && !is_test(file.path)) {
            find_in_code(file, clock, "names a clock: ", violations);
        }
    }
    return violations;
}

Violations input_or_output(const std::vector<SourceFile>& files) {
    static const std::regex names(
        R"(\b(fstream|ifstream|ofstream|iostream|istream|ostream|cstdio|filesystem|cout|cerr|clog|printf|fprintf|fopen|getenv)\b)");
    Violations violations;
    for (const SourceFile& file : files) {
        if (one_of(kComputing, module_of(file.path)) && !is_test(file.path)) {
            find_in_code(file, names, "reads or writes: ", violations);
        }
    }
    return violations;
}

Violations untidy_files(const std::vector<SourceFile>& files) {
    Violations violations;
    for (const SourceFile& file : files) {
        if (file.lines.empty() || file.lines.front() != kLicence) {
            violations.push_back({file.path, 1, "the first line names the licence"});
        }
        if (file.lines.size() > kLongestFile) {
            violations.push_back({file.path, file.lines.size(), "a file of this length"});
        }
        if (one_of(kVague, stem_of(file.path))) {
            violations.push_back({file.path, 0, "a name that does not say what is inside"});
        }
    }
    return violations;
}

Violations unfinished_work(const std::vector<SourceFile>& files) {
    // Written apart, so that this file does not name what it looks for.
    static const std::regex marks("\\b(TO"
                                  "DO|FIX"
                                  "ME|XX"
                                  "X)\\b");
    Violations violations;
    for (const SourceFile& file : files) {
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            if (std::regex_search(file.lines[i], marks)) {
                violations.push_back({file.path, i + 1, "work left to do"});
            }
        }
    }
    return violations;
}

}  // namespace footsure::architecture
