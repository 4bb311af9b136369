// SPDX-License-Identifier: Apache-2.0
#include "knowledge/sections.hpp"
#include "logic/logic.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace footsure::knowledge {

namespace {

struct ParsedFile {
    std::string path;
    Node root;
};

constexpr std::string_view kGates = "rehab/gates";
constexpr std::string_view kPainRules = "rehab/pain_rules.toml";

bool in_folder(const ParsedFile& file, std::string_view folder) {
    return file.path.starts_with(folder) && file.path.size() > folder.size() &&
           file.path[folder.size()] == '/';
}

/// How often Findings are reported: it says something of Findings, but declares none.
bool is_frequencies(const ParsedFile& file) {
    return file.path == "findings/frequencies.toml";
}

/// Protocols name pain rules, tracks and gates, which stand in other files.
bool is_protocol(const ParsedFile& file) {
    return in_folder(file, "rehab/protocols");
}

/// Declared before the others or, like claims, linked to them once they all stand.
bool is_read_apart(const ParsedFile& file) {
    return in_folder(file, "sources") || in_folder(file, "findings") || in_folder(file, "claims") ||
           is_protocol(file) || in_folder(file, kGates) || file.path == kPainRules;
}

class Compiler {
public:
    explicit Compiler(std::span<const KnowledgeFile> files) {
        for (const auto& file : files) {
            auto root = read_toml(file);
            if (root) {
                files_.push_back({file.path, std::move(*root)});
            } else {
                errors_.push_back(root.error());
            }
        }
        std::ranges::sort(files_, {}, &ParsedFile::path);
    }

    Result<Knowledge, Errors> run() {
        declare();
        const ParsedFile* frequencies = nullptr;
        for (auto& file : files_) {
            if (file.path == "knowledge.toml") {
                read_estimate_range(sheet(file), names_);
            } else if (is_frequencies(file)) {
                frequencies = &file;
            } else if (in_folder(file, "findings")) {
                resolve_findings(sheet(file), names_);
            }
        }
        if (frequencies != nullptr) {
            read_frequencies(sheet(*frequencies), names_);
        }
        knowledge_.findings = names_.findings;
        for (auto& file : files_) {
            read(file);
        }
        for (auto& file : files_) {
            if (is_protocol(file)) {
                read_protocol(sheet(file), names_, knowledge_);
            }
        }
        for (auto& file : files_) {
            if (in_folder(file, "claims")) {
                read_claims(sheet(file), names_, knowledge_);
            }
        }
        link_claims(knowledge_);
        mark_danger();
        check_present("knowledge.toml", "the version");
        check_present("triage/5_policy.toml", "the policies of triage");
        if (!errors_.empty()) {
            std::ranges::stable_sort(errors_, {}, [](const KnowledgeError& e) {
                return std::tuple(e.file, e.line, e.column);
            });
            return Failure<Errors>(std::move(errors_));
        }
        return std::move(knowledge_);
    }

private:
    Sheet sheet(const ParsedFile& file) { return {file.path, file.root, errors_}; }

    void declare() {
        for (auto& file : files_) {
            if (in_folder(file, "sources")) {
                declare_sources(sheet(file), knowledge_, names_);
            } else if (in_folder(file, "questions")) {
                declare_asked_findings(sheet(file), names_);
            } else if (in_folder(file, "findings") && !is_frequencies(file)) {
                declare_given_findings(sheet(file), names_);
            } else if (in_folder(file, "conditions")) {
                declare_condition(file);
            } else if (in_folder(file, "exercises")) {
                declare_exercises(sheet(file), names_);
            }
        }
        for (auto& file : files_) {
            if (in_folder(file, kGates)) {
                declare_gates(sheet(file), names_);
            } else if (file.path == kPainRules) {
                read_pain_rules(sheet(file), names_, knowledge_);
            }
        }
    }

    void declare_condition(const ParsedFile& file) {
        const auto id = std::ranges::find(file.root.fields, "id", &Field::key);
        if (id != file.root.fields.end()) {
            names_.conditions.insert(id->node.text);
        }
    }

    void read(const ParsedFile& file) {
        if (is_read_apart(file)) {
            return;
        }
        if (file.path == "knowledge.toml") {
            Reader in(file.path, file.root, errors_);
            knowledge_.version = in.text("version");
            static_cast<void>(in.table("estimates"));  // read before
            in.done();
        } else if (in_folder(file, "questions")) {
            read_questions(sheet(file), names_, knowledge_);
        } else if (in_folder(file, "triage")) {
            read_triage(sheet(file), names_, knowledge_);
        } else if (in_folder(file, "conditions")) {
            read_condition(sheet(file), names_, knowledge_);
        } else if (in_folder(file, "rehab")) {
            read_rehab(file);
        } else if (in_folder(file, "exercises")) {
            read_exercises(sheet(file), names_, knowledge_);
        } else if (in_folder(file, "text")) {
            read_danger_words(sheet(file), names_, knowledge_);
        } else {
            errors_.push_back({file.path, 1, 1, "no place for this file in the knowledge folder"});
        }
    }

    /// The file's name tells what it holds; a name that is none of these is a care card.
    void read_rehab(const ParsedFile& file) {
        struct Place {
            std::string_view path;
            void (*read)(const Sheet&, const Names&, Knowledge&);
        };

        constexpr std::array kPlaces{Place{"rehab/tracks.toml", read_tracks},
                                     Place{"rehab/may_not.toml", read_may_not},
                                     Place{"rehab/exclusions.toml", read_exclusions},
                                     Place{"rehab/recovery.toml", read_recovery},
                                     Place{"rehab/heel_raise_norms.toml", read_norms},
                                     Place{"rehab/prevention.toml", read_prevention}};
        const auto* const place = std::ranges::find(kPlaces, file.path, &Place::path);
        const auto read_it = place == kPlaces.end() ? read_care_card : place->read;
        read_it(sheet(file), names_, knowledge_);
    }

    void mark(std::uint32_t finding) {
        auto& definition = knowledge_.findings[finding];
        if (definition.danger) {
            return;
        }
        definition.danger = true;
        if (definition.when) {
            for (const auto part : logic::named_findings(*definition.when)) {
                mark(part);
            }
        }
    }

    /// Whatever a T0 or T1 rule rests on is a danger sign.
    void mark_danger() {
        for (const auto& rule : knowledge_.rules) {
            if (rule.level >= UrgencyLevel::same_day) {
                for (const auto finding : logic::named_findings(rule.when)) {
                    mark(finding);
                }
            }
        }
    }

    /// What must be there whatever else is.
    void check_present(std::string_view path, std::string_view holds) {
        const bool there =
            std::ranges::any_of(files_, [&](const ParsedFile& f) { return f.path == path; });
        if (!there) {
            errors_.push_back(
                {std::string(path), 1, 1, "this file is missing; it holds " + std::string(holds)});
        }
    }

    std::vector<ParsedFile> files_;
    Errors errors_;
    Names names_;
    Knowledge knowledge_;
};

}  // namespace

std::string format(const KnowledgeError& error) {
    return error.file + ":" + std::to_string(error.line) + ":" + std::to_string(error.column) +
           ": " + error.what;
}

Result<Knowledge, Errors> compile(std::span<const KnowledgeFile> files) {
    return Compiler(files).run();
}

}  // namespace footsure::knowledge
