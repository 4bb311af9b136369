// SPDX-License-Identifier: Apache-2.0
#include "load/small_form_test.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <random>

using namespace footsure;
using namespace footsure::form_test;

namespace {

double between(double low, double high) {
    return low + (high - low) * *rc::gen::inRange(0, 1'000'001) / 1e6;
}

ActivitySummary any_run() {
    ActivitySummary run = run_before(*rc::gen::inRange(0, 120));
    run.started_at -= std::chrono::minutes(*rc::gen::inRange(0, 1000));
    run.from += " at " + std::to_string(run.started_at.time_since_epoch().count());
    run.form.speed = MetresPerSecond(between(2.5, 4));
    run.form.cadence = Cadence(between(150, 185));
    run.form.stance_time = Seconds(between(0.2, 0.3));
    run.form.balance = Share(between(0.49, 0.51));
    run.form.device = *rc::gen::inRange(0, 6) == 0 ? "other watch" : "maker watch";
    if (*rc::gen::inRange(0, 5) == 0) {
        run.form.balance.reset();
    }
    if (*rc::gen::inRange(0, 8) == 0) {
        run.terrain.ground = Terrain::trail;
    }
    return run;
}

CaseFile any_runner() {
    CaseFile facts;
    const int runs = *rc::gen::inRange(0, 80);
    for (int i = 0; i < runs; ++i) {
        facts.activities.push_back(any_run());
    }
    const double shift = between(-0.06, 0.06);
    change_last(facts, *rc::gen::inRange(5, 40), [&](ActivitySummary& run) {
        if (run.form.balance) {
            run.form.balance = Share(run.form.balance->value() + shift);
        }
    });
    return facts;
}

/// Everything a finding says, to compare two answers.
std::vector<std::string> words_of(const std::vector<FormFinding>& form) {
    std::vector<std::string> words;
    for (const FormFinding& one : form) {
        words.push_back(one.text + "|" + one.finding + "|" + one.from + "|" +
                        std::to_string(one.runs) + (one.notable ? "|notable" : ""));
    }
    return words;
}

std::string swapped(const std::string& finding) {
    if (finding == "contact_shifted_to_left") {
        return "contact_shifted_to_right";
    }
    return finding == "contact_shifted_to_right" ? "contact_shifted_to_left" : finding;
}

}  // namespace

TEST_CASE("property: left and right swapped swaps the side that has more contact") {
    CHECK(rc::check([] {
        const CaseFile facts = any_runner();
        CaseFile mirrored = facts;
        for (ActivitySummary& run : mirrored.activities) {
            if (run.form.balance) {
                run.form.balance = Share(1 - run.form.balance->value());
            }
        }
        const auto form = findings_of(facts);
        const auto other = findings_of(mirrored);
        RC_ASSERT(form.size() == other.size());
        for (std::size_t i = 0; i < form.size(); ++i) {
            RC_ASSERT(form[i].finding == swapped(other[i].finding));
            RC_ASSERT(form[i].notable == other[i].notable);
        }
        RC_CLASSIFY(!form.empty() && form.front().finding.starts_with("contact"));
    }));
}

TEST_CASE("property: the order of the runs does not matter") {
    CHECK(rc::check([] {
        const CaseFile facts = any_runner();
        CaseFile shuffled = facts;
        std::ranges::shuffle(shuffled.activities, std::mt19937(*rc::gen::inRange(0U, 1000U)));
        RC_ASSERT(words_of(findings_of(facts)) == words_of(findings_of(shuffled)));
    }));
}

TEST_CASE("property: what lies after now changes nothing") {
    CHECK(rc::check([] {
        const CaseFile facts = any_runner();
        CaseFile later = facts;
        for (int i = 0; i < 5; ++i) {
            ActivitySummary run = any_run();
            run.started_at = kNow + std::chrono::minutes(*rc::gen::inRange(1, 100'000));
            run.form.device = "new watch";
            run.form.balance = Share(0.6);
            later.activities.push_back(run);
        }
        RC_ASSERT(words_of(findings_of(facts)) == words_of(findings_of(later)));
    }));
}

TEST_CASE("property: the same life some weeks earlier gives the same findings") {
    CHECK(rc::check([] {
        CaseFile facts = any_runner();
        const auto form = findings_of(facts);
        const auto shift = std::chrono::days(*rc::gen::inRange(1, 3000));
        for (ActivitySummary& run : facts.activities) {
            run.started_at -= shift;
        }
        const auto earlier = findings_of(facts, {kNow - shift, UtcOffset(0)});
        RC_ASSERT(form.size() == earlier.size());
        for (std::size_t i = 0; i < form.size(); ++i) {
            RC_ASSERT(form[i].topic == earlier[i].topic);
            RC_ASSERT(form[i].finding == earlier[i].finding);
            RC_ASSERT(form[i].notable == earlier[i].notable);
            RC_ASSERT(form[i].since.has_value() == earlier[i].since.has_value());
            const bool moved = !form[i].since || *form[i].since - shift == *earlier[i].since;
            RC_ASSERT(moved);
        }
    }));
}

TEST_CASE("property: runs of another watch never change stance time and balance") {
    CHECK(rc::check([] {
        CaseFile facts = any_runner();
        ActivitySummary latest = run_before(0);
        facts.activities.push_back(latest);
        const auto form = findings_of(facts);
        for (ActivitySummary& run : facts.activities) {
            if (run.form.device != latest.form.device) {
                run.form.balance = Share(0.6);
                run.form.stance_time = Seconds(0.35);
            }
        }
        const auto other = findings_of(facts);
        for (const FormTopic topic : {FormTopic::balance, FormTopic::stance_time}) {
            const FormFinding* a = topic_of(form, topic);
            const FormFinding* b = topic_of(other, topic);
            RC_ASSERT((a == nullptr) == (b == nullptr));
            const bool same = a == nullptr || a->text == b->text;
            RC_ASSERT(same);
        }
    }));
}
