// SPDX-License-Identifier: Apache-2.0
#include "architecture/arrow_rules.hpp"

#include <algorithm>
#include <optional>
#include <regex>
#include <set>
#include <sstream>

namespace footsure::architecture {

namespace {

constexpr std::string_view kDeclarations = "src/CMakeLists.txt";
constexpr std::size_t kLongestDoor = 150;

const Module* find_module(const std::vector<Module>& modules, std::string_view name) {
    const auto found = std::ranges::find(modules, name, &Module::name);
    return found == modules.end() ? nullptr : &*found;
}

std::string without_comments(std::string_view cmake) {
    return std::regex_replace(std::string(cmake), std::regex("#[^\n]*"), "");
}

/// The words of one call: NAME a USES b c LIBRARIES d PURE.
Module parse_call(const std::string& words) {
    Module module;
    std::istringstream stream(words);
    std::string keyword;
    for (std::string word; stream >> word;) {
        if (word == "NAME" || word == "USES" || word == "LIBRARIES" || word == "PURE") {
            keyword = word;
        } else if (keyword == "NAME") {
            module.name = word;
        } else if (keyword == "USES") {
            module.uses.push_back(word);
        }
    }
    return module;
}

/// The module that an include enters; none for its own folder's headers and for other files.
struct Entry {
    std::string module;
    std::string header;
};

std::optional<Entry> entry_of(const Include& include, const std::vector<Module>& modules) {
    const std::size_t slash = include.target.find('/');
    if (include.angled || slash == std::string::npos) {
        return std::nullopt;
    }
    Entry entry{include.target.substr(0, slash), include.target.substr(slash + 1)};
    if (find_module(modules, entry.module) == nullptr) {
        return std::nullopt;
    }
    return entry;
}

bool may_use(const Module& from, const std::string& to) {
    return (to == "model" && from.name != "http") || std::ranges::count(from.uses, to) > 0;
}

/// A source of src sees modules only; its tests may see what the tests share.
std::optional<std::string> stranger(const SourceFile& file, const Include& include) {
    const bool shared = is_test(file.path) && include.target.starts_with("tests/");
    if (include.angled || shared || !file.path.starts_with("src/")) {
        return std::nullopt;
    }
    return include.target + " belongs to no module";
}

std::optional<std::string> fault(const std::string& from, const Entry& entry,
                                 const std::vector<Module>& modules) {
    if (entry.module == from) {
        return std::nullopt;
    }
    const Module* module = find_module(modules, from);
    if (module != nullptr && !may_use(*module, entry.module)) {
        return from + " may not use " + entry.module + ": no such arrow is declared";
    }
    if (entry.module != "model" && entry.header != entry.module + ".hpp") {
        return entry.module + " is entered by " + entry.header + ", its door is " + entry.module +
               "/" + entry.module + ".hpp";
    }
    return std::nullopt;
}

bool may_pass(const SourceFile& file) {
    return !file.path.starts_with("src/") && !file.path.starts_with("apps/");
}

}  // namespace

std::vector<Module> parse_modules(std::string_view cmake) {
    static const std::regex call(R"(footsure_module\s*\(([^)]*)\))");
    const std::string text = without_comments(cmake);
    std::vector<Module> modules;
    for (std::sregex_iterator match(text.begin(), text.end(), call), end; match != end; ++match) {
        Module module = parse_call(match->str(1));
        module.line = 1 + static_cast<std::size_t>(
                              std::count(text.begin(), text.begin() + match->position(), '\n'));
        modules.push_back(std::move(module));
    }
    return modules;
}

Violations misdirected_arrows(const std::vector<Module>& modules) {
    Violations violations;
    std::set<std::string> above;
    for (const Module& module : modules) {
        for (const std::string& used : module.uses) {
            if (!above.contains(used)) {
                violations.push_back({std::string(kDeclarations), module.line,
                                      module.name + " uses " + used + ", which is not above it"});
            }
        }
        above.insert(module.name);
    }
    return violations;
}

Violations undeclared_includes(const std::vector<SourceFile>& files,
                               const std::vector<Module>& modules) {
    Violations violations;
    for (const SourceFile& file : files) {
        if (may_pass(file)) {
            continue;
        }
        const std::string from = module_of(file.path);
        for (const Include& include : includes_of(file)) {
            const auto entry = entry_of(include, modules);
            const auto what = entry ? fault(from, *entry, modules) : stranger(file, include);
            if (what) {
                violations.push_back({file.path, include.line, *what});
            }
        }
    }
    return violations;
}

Violations unused_arrows(const std::vector<SourceFile>& files, const std::vector<Module>& modules) {
    std::set<std::pair<std::string, std::string>> followed;
    for (const SourceFile& file : files) {
        if (is_test(file.path)) {
            continue;
        }
        for (const Include& include : includes_of(file)) {
            if (const auto entry = entry_of(include, modules)) {
                followed.emplace(module_of(file.path), entry->module);
            }
        }
    }
    Violations violations;
    for (const Module& module : modules) {
        for (const std::string& used : module.uses) {
            if (!followed.contains({module.name, used})) {
                violations.push_back({std::string(kDeclarations), module.line,
                                      module.name + " does not use " + used + " at all"});
            }
        }
    }
    return violations;
}

Violations broken_doors(const std::vector<SourceFile>& files, const std::vector<Module>& modules) {
    Violations violations;
    std::set<std::string> doors;
    for (const SourceFile& file : files) {
        const std::string name = module_of(file.path);
        if (name.empty()) {
            continue;
        }
        if (find_module(modules, name) == nullptr) {
            violations.push_back({file.path, 0, name + " is not declared as a module"});
        }
        if (file.path != "src/" + name + "/" + name + ".hpp") {
            continue;
        }
        doors.insert(name);
        if (file.lines.size() > kLongestDoor) {
            violations.push_back({file.path, file.lines.size(), "a public header of this length"});
        }
    }
    for (const Module& module : modules) {
        if (module.name != "model" && !doors.contains(module.name)) {
            violations.push_back(
                {std::string(kDeclarations), module.line, module.name + " has no public header"});
        }
    }
    return violations;
}

}  // namespace footsure::architecture
