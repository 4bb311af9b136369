// SPDX-License-Identifier: Apache-2.0
// What the care cards of this repository say.

#include "knowledge/real_folder_test.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>

using namespace footsure;
using knowledge::real_knowledge;

namespace {

int cards_of(const ConditionId& condition) {
    return static_cast<int>(
        std::ranges::count_if(real_knowledge().care_cards, [&](const CareCardDefinition& card) {
            return std::ranges::find(card.conditions, condition) != card.conditions.end();
        }));
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(
        words, [&](auto word) { return text.find(word) != std::string_view::npos; });
}

template <class Visit>
void for_each_item(Visit visit) {
    for (const auto& card : real_knowledge().care_cards) {
        for (const auto& item : card.items) {
            CAPTURE(card.id.text());
            CAPTURE(item.id);
            visit(item);
        }
    }
}

}  // namespace

TEST_CASE("every condition that may be cared for at home has one card") {
    for (const auto& condition : real_knowledge().conditions) {
        CAPTURE(condition.id.text());
        if (condition.level_mild <= UrgencyLevel::routine) {
            CHECK(cards_of(condition.id) == 1);
        }
        if (condition.level_mild >= UrgencyLevel::same_day) {
            CHECK(cards_of(condition.id) == 0);
        }
    }
    CHECK(cards_of(ConditionId("bone_stress_fibula")) == 1);
}

TEST_CASE("every card says when to stop, when to look again and what to leave out") {
    constexpr double kDay5 = 120;
    constexpr double kWeek = 168;
    for (const auto& card : real_knowledge().care_cards) {
        CAPTURE(card.id.text());
        const auto any = [&](auto wanted) { return std::ranges::any_of(card.items, wanted); };
        CHECK(any([](const CareItem& i) {
            return i.kind == CareKind::stop_rule && i.from_hours == 0 && i.to_hours == kWeek;
        }));
        CHECK(any([](const CareItem& i) {
            return i.kind == CareKind::check && i.from_hours >= kDay5 && i.to_hours >= kWeek;
        }));
        CHECK(any([](const CareItem& i) {
            return i.kind == CareKind::avoid && i.protects && has_any(i.text, {"unning"});
        }));
    }
}

TEST_CASE("what may load stands behind its bars, and says why it is withheld") {
    for_each_item([](const CareItem& item) {
        if (item.unless || item.not_with_bone || !item.medicine.empty()) {
            CHECK_FALSE(item.withheld_text.empty());
        }
        if (item.kind == CareKind::act && !item.protects) {
            CHECK(item.unless);
        }
        if (item.not_with_bone || item.kind == CareKind::medicine) {
            CHECK_FALSE(item.protects);
        }
        if (item.kind == CareKind::stop_rule) {
            CHECK_FALSE(item.unless);
        }
    });
}

TEST_CASE("ice, compression, heat and what calms inflammation are marked as disputed") {
    std::set<std::string> disputed;
    for_each_item([&](const CareItem& item) {
        if (!item.disputed.empty()) {
            disputed.insert(item.id);
        }
    });
    for (const auto* id : {"ice", "compress", "calf_wrap", "no_heat", "warmth", "warm_stiff",
                           "topical_nsaid", "oral_nsaid"}) {
        CAPTURE(id);
        CHECK(disputed.contains(id));
    }
    CHECK_FALSE(disputed.contains("paracetamol"));
}

TEST_CASE("every line is a sentence with a source, and promises nothing") {
    for_each_item([](const CareItem& item) {
        CHECK_FALSE(item.sources.empty());
        for (const auto& text : {item.text, item.withheld_text, item.disputed}) {
            CHECK((text.empty() || text.ends_with('.') || text.ends_with('?')));
            CHECK_FALSE(has_any(text, {"diagnos", "you have", "You have", "safe to run"}));
        }
    });
}

TEST_CASE("an anti-inflammatory tablet waits two days and every medicine has its blocks") {
    for_each_item([](const CareItem& item) {
        if (item.medicine == "oral_nsaid") {
            CHECK(item.from_hours == 48);
        }
        CHECK((item.kind == CareKind::medicine) == !item.medicine.empty());
    });
    for (const auto& block : real_knowledge().medicine_blocks) {
        CAPTURE(block.id);
        CHECK_FALSE(block.sources.empty());
        CHECK(block.text.ends_with('.'));
    }
}

TEST_CASE("what a clinician checks names the questions, the examination and the pictures") {
    for (const auto& condition : real_knowledge().conditions) {
        CAPTURE(condition.id.text());
        CHECK(has_any(condition.checks, {"ask"}));
        CHECK(has_any(condition.checks, {"press", "squeeze", "test", "feel", "watch", "measure",
                                         "tap ", "compare", "examine", "tilt", "bend"}));
        CHECK(has_any(condition.checks, {"X-ray", "MRI", "ltrasound", "scan", "CT", "ictures",
                                         "imaging", "blood test", "erve test"}));
    }
}
