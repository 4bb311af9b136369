// SPDX-License-Identifier: Apache-2.0
// What rots unseen: the arrows between modules, and the origin of each domain number. Each rule is
// tried on the source tree and on a snippet that breaks it.
#include "architecture/arrow_rules.hpp"
#include "architecture/number_rules.hpp"
#include "architecture/source_file.hpp"
#include "architecture/text_rules.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

using namespace footsure::architecture;

namespace {

const std::vector<SourceFile>& tree() {
    static const std::vector<SourceFile> files =
        read_sources(FOOTSURE_SOURCE_DIR, {"src", "apps", "tests"});
    return files;
}

const std::vector<Module>& declared() {
    static const std::vector<Module> modules = parse_modules(
        read_text(std::filesystem::path(FOOTSURE_SOURCE_DIR) / "src" / "CMakeLists.txt"));
    return modules;
}

void check_none(const Violations& violations) {
    INFO(listed(violations));
    CHECK(violations.empty());
}

/// A file with the licence line before the text.
SourceFile snippet(const std::string& path, const std::string& text) {
    return make_source(path, "// SPDX-License-Identifier: Apache-2.0\n" + text);
}

const std::vector<Module> kTwo = parse_modules("# footsure_module(NAME old)\n"
                                               "footsure_module(NAME model PURE)\n"
                                               "footsure_module(NAME logic\n  LIBRARIES x)\n"
                                               "footsure_module(NAME triage USES logic PURE)\n");

}  // namespace

TEST_CASE("comments and quotes are no code") {
    const SourceFile file = make_source("src/load/a.cpp", "int a = 3;  // 4\n"
                                                          "auto b = \"5 \\\" // 6\"; int c = 7;\n"
                                                          "/* 8\n9 */ auto d = R\"x(1\n2)\" )x\";\n"
                                                          "auto e = 1'000 + '\\'' + 'f';\n");
    CHECK(file.code.size() == file.lines.size());
    CHECK(file.code[0] == "int a = 3;      ");
    CHECK(file.code[1] == "auto b = \"         \"; int c = 7;");
    CHECK(file.code[3].starts_with("     auto d = "));
    CHECK(file.code[3].find('1') == std::string::npos);
    CHECK(file.code[4].find('2') == std::string::npos);
    CHECK(file.code[5] == "auto e = 1'000 + '  ' + ' ';");
}

TEST_CASE("the tree is found") {
    CHECK(tree().size() > 100);
    CHECK(declared().size() >= 10);
}

TEST_CASE("arrows point to modules above") {
    check_none(misdirected_arrows(declared()));
    CHECK(kTwo.size() == 3);
    CHECK(kTwo.back().line == 5);
    CHECK(misdirected_arrows(kTwo).empty());
    CHECK(misdirected_arrows(parse_modules("footsure_module(NAME a USES b)\n"
                                           "footsure_module(NAME b USES a)\n"))
              .size() == 1);
}

TEST_CASE("a module is entered by its door and along a declared arrow") {
    check_none(undeclared_includes(tree(), declared()));
    const auto faults = [](const std::string& path, const std::string& include) {
        return undeclared_includes({snippet(path, "#include \"" + include + "\"\n")}, kTwo).size();
    };
    CHECK(faults("src/triage/a.cpp", "logic/logic.hpp") == 0);
    CHECK(faults("src/triage/a.cpp", "triage/inner.hpp") == 0);
    CHECK(faults("src/triage/a.cpp", "model/units.hpp") == 0);
    CHECK(faults("src/triage/a.cpp", "logic/inner.hpp") == 1);
    CHECK(faults("src/logic/a.cpp", "triage/triage.hpp") == 1);
    CHECK(faults("src/model/a.hpp", "logic/logic.hpp") == 1);
    CHECK(faults("src/logic/a.cpp", "footsure/files.hpp") == 1);
    CHECK(faults("src/logic/a_test.cpp", "triage/triage.hpp") == 1);
    CHECK(faults("apps/footsure/a.cpp", "triage/triage.hpp") == 0);
    CHECK(faults("apps/footsure/a.cpp", "triage/inner.hpp") == 1);
    CHECK(undeclared_includes({snippet("src/http/a.cpp", "#include \"model/units.hpp\"\n")},
                              parse_modules("footsure_module(NAME model)\n"
                                            "footsure_module(NAME http)\n"))
              .size() == 1);
}

TEST_CASE("a declared arrow is used") {
    check_none(unused_arrows(tree(), declared()));
    const std::string uses = "#include \"logic/logic.hpp\"\n";
    CHECK(unused_arrows({snippet("src/triage/a.cpp", uses)}, kTwo).empty());
    CHECK(unused_arrows({snippet("src/triage/a_test.cpp", uses)}, kTwo).size() == 1);
    CHECK(unused_arrows({snippet("src/triage/a.cpp", "// " + uses)}, kTwo).size() == 1);
}

TEST_CASE("each folder is a module with one short public header") {
    check_none(broken_doors(tree(), declared()));
    const std::string long_text(151, '\n');
    CHECK(broken_doors({snippet("src/logic/logic.hpp", ""), snippet("src/triage/triage.hpp", "")},
                       kTwo)
              .empty());
    CHECK(
        broken_doors(
            {snippet("src/logic/logic.hpp", ""), snippet("src/triage/triage.hpp", long_text)}, kTwo)
            .size() == 1);
    CHECK(broken_doors({snippet("src/logic/logic.hpp", ""), snippet("src/other/a.cpp", "")}, kTwo)
              .size() == 2);
}

TEST_CASE("libraries are known to the outer modules only") {
    check_none(misplaced_headers(tree()));
    const auto faults = [](const std::string& path, const std::string& header) {
        return misplaced_headers({snippet(path, "#include <" + header + ">\n")}).size();
    };
    CHECK(faults("src/load/a.cpp", "vector") == 0);
    CHECK(faults("src/load/a.cpp", "tl/expected.hpp") == 0);
    CHECK(faults("src/load/a.cpp", "fmt/format.h") == 1);
    CHECK(faults("src/load/a.cpp", "unistd.h") == 1);
    CHECK(faults("src/decode/a.cpp", "expat.h") == 0);
    CHECK(faults("src/decode/a.cpp", "doctest/doctest.h") == 1);
    CHECK(faults("src/load/a_test.cpp", "doctest/doctest.h") == 0);
    const SourceFile shared = snippet("src/load/shared.hpp", "#include <doctest/doctest.h>\n");
    const std::string uses = "#include \"load/shared.hpp\"\n";
    CHECK(misplaced_headers({shared, snippet("src/load/a_test.cpp", uses)}).empty());
    CHECK(misplaced_headers({shared, snippet("src/load/a.cpp", uses)}).size() == 1);
    CHECK(misplaced_headers({snippet("apps/footsure/a.cpp", "#include <CLI/CLI.hpp>\n"),
                             snippet("apps/footsure/b.cpp", "#include <CLI/App.hpp>\n")})
              .size() == 1);
}

TEST_CASE("only the service and the programs name a clock") {
    check_none(named_clocks(tree()));
    const std::string now = "auto t = std::chrono::system_clock::now();\n";
    CHECK(named_clocks({snippet("src/service/a.cpp", now)}).empty());
    CHECK(named_clocks({snippet("apps/footsure/a.cpp", now)}).empty());
    CHECK(named_clocks({snippet("src/store/a.cpp", now)}).size() == 1);
    CHECK(named_clocks({snippet("src/model/a.cpp", "auto t = time(nullptr);\n")}).size() == 1);
    CHECK(named_clocks({snippet("src/model/a.cpp", "hh_mm_ss time(at - day);\n")}).empty());
}

TEST_CASE("the modules that compute read and write nothing") {
    check_none(input_or_output(tree()));
    CHECK(input_or_output({snippet("src/advice/a.cpp", "#include <fstream>\n")}).size() == 1);
    CHECK(input_or_output({snippet("src/logic/a.cpp", "std::printf(\"\");\n")}).size() == 1);
    CHECK(input_or_output({snippet("src/decode/a.cpp", "#include <fstream>\n")}).empty());
    CHECK(input_or_output({snippet("src/logic/a_test.cpp", "#include <fstream>\n")}).empty());
}

TEST_CASE("files are short, named for what they hold, and under the licence") {
    check_none(untidy_files(tree()));
    CHECK(untidy_files({make_source("src/load/a.cpp", "int a;\n")}).size() == 1);
    CHECK(untidy_files({snippet("src/load/a.cpp", std::string(400, '\n'))}).size() == 1);
    CHECK(untidy_files({snippet("src/load/utils.hpp", "")}).size() == 1);
    CHECK(untidy_files({snippet("src/load/a.cpp", std::string(399, '\n'))}).empty());
}

TEST_CASE("nothing is left to do") {
    check_none(unfinished_work(tree()));
    const std::string mark = "TO" + std::string("DO");
    CHECK(unfinished_work({snippet("src/load/a.cpp", "int a;  // " + mark + " more\n")}).size() ==
          1);
}

TEST_CASE("no text keeps both sides of a merge") {
    namespace fs = std::filesystem;
    const auto two_sided = [](const std::string& text) {
        const std::string mark(7, '<');
        return text.starts_with(mark + " ") || text.find("\n" + mark + " ") != std::string::npos;
    };
    CHECK(two_sided("a\n" + std::string(7, '<') + " HEAD\nb\n"));
    std::size_t read = 0;
    for (const char* folder : {"docs", "knowledge", "src", "apps", "tests"}) {
        for (const auto& entry :
             fs::recursive_directory_iterator(fs::path(FOOTSURE_SOURCE_DIR) / folder)) {
            if (entry.is_regular_file()) {
                ++read;
                INFO(entry.path().filename().string());
                CHECK_FALSE(two_sided(read_text(entry.path())));
            }
        }
    }
    CHECK(read > 500);
}

TEST_CASE("a domain number has a name") {
    check_none(naked_numbers(tree()));
    const auto faults = [](const std::string& text) {
        return naked_numbers({snippet("src/load/a.cpp", text)}).size();
    };
    CHECK(faults("return 0.5 * x + 2 * y1 - 1.0;\n") == 0);
    CHECK(faults("return 3 * x;\n") == 1);
    CHECK(faults("return x < 1e-9 || x > .25 || x == 0x10;\n") == 3);
    CHECK(faults("constexpr double kLimit = 3;\n") == 0);
    CHECK(faults("constexpr std::array<double, 2> kTable{\n    {3,\n     4}};\nint a = 5;\n") == 1);
    CHECK(faults("constexpr double tripled(double x) { return 3 * x; }\n") == 1);
    CHECK(naked_numbers({snippet("src/decode/a.cpp", "return 3 * x;\n")}).empty());
    CHECK(naked_numbers({snippet("src/load/a_test.cpp", "return 3 * x;\n")}).empty());
}

TEST_CASE("a domain number has a source") {
    check_none(numbers_without_source(tree()));
    const auto faults = [](const std::string& text) {
        return numbers_without_source({snippet("src/load/a.cpp", text)}).size();
    };
    CHECK(faults("/// Source: EE.\nconstexpr double kA = 3;\nconstexpr double kB = 4;\n") == 0);
    CHECK(faults("/// Source: EE.\n\nconstexpr double kA = 3;\n") == 1);
    CHECK(faults("/// Rather many.\nconstexpr double kA = 3;\n") == 1);
    CHECK(faults("constexpr double kOnes = 1;\n") == 0);
    CHECK(faults("constexpr double kA = 3;  // Source: EE\n") == 0);
}
