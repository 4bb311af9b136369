// SPDX-License-Identifier: Apache-2.0
#include "rehab/medicine.hpp"

#include "logic/logic.hpp"

#include <algorithm>

namespace footsure::rehab {

namespace {

/// So many open blocks are named in one line; the rest is counted. Source: EE, to stay readable.
constexpr std::size_t kOpenNamed = 3;

struct BlockLists {
    std::vector<const MedicineBlock*> holding;
    std::vector<const MedicineBlock*> open;
};

BlockLists blocks_of(std::string_view medicine, std::span<const Finding> findings, BoneInjury bone,
                     const Knowledge& knowledge) {
    BlockLists lists;
    for (const auto& block : knowledge.medicine_blocks) {
        if (block.medicine != medicine) {
            continue;
        }
        const auto said = block.when ? logic::evaluate(*block.when, findings) : Truth::no;
        if (said == Truth::yes || (block.with_bone && bone == BoneInjury::possible)) {
            lists.holding.push_back(&block);
        } else if (said != Truth::no) {
            lists.open.push_back(&block);
        }
    }
    return lists;
}

void name(const MedicineBlock& block, Blocked& line) {
    line.text += (line.text.empty() ? "" : " ") + block.text;
    line.certainty = std::max(line.certainty, block.certainty);
    for (const auto& source : block.sources) {
        if (std::ranges::find(line.sources, source) == line.sources.end()) {
            line.sources.push_back(source);
        }
    }
}

void name_open(const std::vector<const MedicineBlock*>& open, Blocked& line) {
    line.text += std::string(line.text.empty() ? "" : " ") +
                 "Nobody has said whether the following holds, so it counts as if it did:";
    const auto named = std::min(open.size(), kOpenNamed);
    for (std::size_t i = 0; i < named; ++i) {
        name(*open[i], line);
    }
    if (named < open.size()) {
        line.text += " And " + std::to_string(open.size() - named) + " more.";
    }
}

}  // namespace

std::optional<Blocked> blocked(std::string_view medicine, std::span<const Finding> findings,
                               BoneInjury bone, const Knowledge& knowledge) {
    const auto lists = blocks_of(medicine, findings, bone, knowledge);
    if (lists.holding.empty() && lists.open.empty()) {
        return std::nullopt;
    }
    Blocked line;
    for (const auto* block : lists.holding) {
        name(*block, line);
    }
    if (!lists.open.empty()) {
        name_open(lists.open, line);
    }
    return line;
}

}  // namespace footsure::rehab
