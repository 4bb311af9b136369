// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "knowledge/knowledge.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

/// What the tests of this module share: a small folder without errors, to be broken file by file.
namespace footsure::knowledge {

/// A figure's fields, `value` between `low` and `high`.
inline std::string figure(const std::string& value, const std::string& low,
                          const std::string& high) {
    return "{ value = " + value + ", low = " + low + ", high = " + high +
           R"(, unit = "1", certainty = "read", sources = ["book"] })";
}

inline std::string condition_text(const std::string& id, int number) {
    return "id = \"" + id + "\"\nnumber = " + std::to_string(number) + R"(
name = "a sprain"
about = "about"
checks = "checks"
class = "soft_tissue"
level_mild = "self_care"
level_severe = "routine"
sources = ["book"]
weight = )" +
           figure("10", "5", "20") +
           "\n[[likelihood]]\nfinding = \"fever\"\npresent = " + figure("2", "1", "4") + "\n";
}

inline std::string rule_text(const std::string& id, const std::string& level,
                             const std::string& when) {
    return "[[rule]]\nid = \"" + id + "\"\nlevel = \"" + level + "\"\nwhen = \"" + when + R"("
text = "text"
why = "why"
tell = "tell"
certainty = "read"
sources = ["book"]
)";
}

inline std::string question_text(const std::string& id) {
    return "[[question]]\nid = \"" + id + R"("
kind = "yes_no"
says = "says"
text = "text"
why = "why"
)";
}

class SmallFolder {
public:
    SmallFolder() {
        put("knowledge.toml", "version = \"1\"\n");
        put("sources/1.toml", "[book]\ncitation = \"A book\"\n");
        put("questions/1.toml", question_text("fever") + question_text("chills"));
        put("findings/given.toml",
            "[age_years]\nkind = \"number\"\nunit = \"a\"\ntext = \"age\"\n");
        put("findings/derived.toml", "[ill]\ntext = \"ill\"\nwhen = \"fever and chills\"\n");
        put("triage/1.toml", rule_text("R-001", "emergency", "ill"));
        put("triage/5_policy.toml", policy());
        put("conditions/sprain.toml", condition_text("sprain", 6));
    }

    SmallFolder& put(const std::string& path, std::string text) {
        const auto it = std::ranges::find(files_, path, &KnowledgeFile::path);
        if (it == files_.end()) {
            files_.push_back({path, std::move(text)});
        } else {
            it->text = std::move(text);
        }
        return *this;
    }

    SmallFolder& remove(const std::string& path) {
        std::erase_if(files_, [&](const auto& file) { return file.path == path; });
        return *this;
    }

    [[nodiscard]] const std::string& text(const std::string& path) const {
        return std::ranges::find(files_, path, &KnowledgeFile::path)->text;
    }

    [[nodiscard]] std::vector<KnowledgeFile> files() const { return files_; }

    /// Every error as `file:line:column: what`, one a line; empty when there is none.
    [[nodiscard]] std::string errors() const {
        std::string lines;
        const auto compiled = compile(files_);
        if (!compiled) {
            for (const auto& error : compiled.error()) {
                lines += (lines.empty() ? "" : "\n") + format(error);
            }
        }
        return lines;
    }

private:
    static std::string policy() {
        return R"([policy]
acute_situation = "ill"
bone_press_only = "chills"
self_care = "not ill"
sources = ["book"]
rank_raises_from = )" +
               figure("0.2", "0.1", "0.3") + "\nearly_phase = " + figure("72", "72", "72") +
               "\nexpires_early = " + figure("24", "24", "24") +
               "\nexpires_late = " + figure("168", "168", "168") + "\n";
    }

    std::vector<KnowledgeFile> files_;
};

}  // namespace footsure::knowledge
