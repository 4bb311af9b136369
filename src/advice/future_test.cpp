// SPDX-License-Identifier: Apache-2.0
#include "advice/advice_text_test.hpp"
#include "advice/small_knowledge_test.hpp"

#include <functional>

using namespace footsure;
using namespace footsure::advice::testing;

namespace {

constexpr Instant kTomorrow = kNow.at + days(1);

Day tomorrow() {
    return day_of(kNow.at, kNow.offset) + days(1);
}

struct Added {
    const char* what;
    std::function<void(CaseFile&)> add;
};

Advice ask(const CaseFile& file) {
    return advice::advise(file, small_knowledge(), kNow);
}

/// The advice without the limits of the whole case.
std::string text_without_limits(Advice advice) {
    advice.limits.clear();
    return AdviceText::of(advice);
}

/// Whether the advice says that such a fact lies after now.
bool names(const CaseFile& file, std::string_view what) {
    const auto limits = ask(file).limits;
    return std::ranges::any_of(limits, [&](const Limit& limit) {
        return limit.code == "future_fact" && limit.text.ends_with(what);
    });
}

CaseFile with_run(CaseFile file) {
    file.activities = {run(8, kNow.at - days(3))};
    return file;
}

}  // namespace

TEST_CASE("a fact after now changes nothing but is named") {
    const CaseFile plain = with_run(case_of({mild("e1")}));
    const std::vector<Added> all{
        {"an answer",
         [](CaseFile& f) { f.answers.push_back(said("fever", Said::yes, kTomorrow)); }},
        {"an answer",
         [](CaseFile& f) { f.episodes[0].answers.push_back(danger({"snap"}, kTomorrow)); }},
        {"a visit",
         [](CaseFile& f) {
             Seen seen{.on = tomorrow(), .by = SeenBy::doctor};
             seen.finding = ConditionId("sprain");
             f.episodes[0].seen.push_back(seen);
         }},
        {"a check-in",
         [](CaseFile& f) {
             f.check_ins.push_back({.at = kTomorrow,
                                    .pain_during = PainScore::of(9),
                                    .answers = {danger({"snap"}, kTomorrow)}});
         }},
        {"an activity", [](CaseFile& f) { f.activities.push_back(run(42, kTomorrow)); }}};
    for (const auto& added : all) {
        CAPTURE(added.what);
        CaseFile file = plain;
        added.add(file);
        CHECK(text_without_limits(ask(file)) == text_without_limits(ask(plain)));
        CHECK(names(file, added.what));
        CHECK_FALSE(names(plain, added.what));
    }
}

TEST_CASE("a start after now is named and the answers still count") {
    CaseFile file = case_of({mild("e1")});
    file.episodes[0].started_on = tomorrow();
    file.episodes[0].answers.push_back(danger({"snap"}));
    CHECK(names(file, "the start of an episode"));
    CHECK(ask(file).urgency.level() == UrgencyLevel::same_day);
}

TEST_CASE("a visit after now clears nothing") {
    CaseFile file = case_of({mild("e1")});
    file.episodes[0].answers.push_back(danger({"snap"}));
    file.episodes[0].seen = {{.on = tomorrow(), .by = SeenBy::doctor, .clears = {RuleId("R-020")}}};
    CHECK(ask(file).urgency.level() == UrgencyLevel::same_day);
}

TEST_CASE("the limits that a visit after now will set are not set yet") {
    CaseFile file = case_of({mild("e1")});
    file.episodes[0].seen = {{.on = tomorrow(), .by = SeenBy::doctor, .limits = {"no jumping"}}};
    CHECK_FALSE(has_limit(ask(file).episodes[0].triage.limits, "clinician"));
}

TEST_CASE("an answer after now inside a check-in is named too") {
    CaseFile file = with_run(case_of({mild("e1")}));
    file.check_ins = {{.at = kNow.at - hours(1), .answers = {danger({"snap"}, kTomorrow)}}};
    CHECK(names(file, "an answer"));
}
