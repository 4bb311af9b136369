// SPDX-License-Identifier: Apache-2.0
#include "load/small_form_test.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace footsure;
using namespace footsure::form_test;

namespace {

bool says(const std::optional<FormFinding>& finding, const char* words) {
    return finding && finding->text.find(words) != std::string::npos;
}

CaseFile with_cadence(double speed, double cadence) {
    CaseFile facts = runner();
    change_last(facts, 400, [&](ActivitySummary& run) {
        run.form.speed = MetresPerSecond(speed);
        run.form.cadence = Cadence(cadence);
    });
    return facts;
}

CaseFile with_balance(int days, double balance) {
    CaseFile facts = runner();
    change_last(facts, days, [&](ActivitySummary& run) { run.form.balance = Share(balance); });
    return facts;
}

CaseFile with_stance(int days, double factor) {
    CaseFile facts = runner();
    change_last(facts, days, [&](ActivitySummary& run) {
        run.form.stance_time = *run.form.stance_time * factor;
    });
    return facts;
}

}  // namespace

TEST_CASE("form findings: usual form is said and nothing is notable") {
    const auto form = findings_of(runner());
    CHECK(form.size() == 6);
    for (const FormFinding& one : form) {
        CAPTURE(one.text);
        CHECK_FALSE(one.notable);
        CHECK(one.finding.empty());
        CHECK_FALSE(one.evidence.empty());
        CHECK_FALSE(one.sources.empty());
        CHECK(one.from == "run 2");
    }
}

TEST_CASE("form findings: cadence is low below 165 at middle speed") {
    const auto low = finding_on(FormTopic::cadence, with_cadence(3, 164));
    CHECK(low->notable);
    CHECK(low->finding == "low_cadence_for_speed");
    CHECK(says(low, "164 steps a minute at 5:33 min/km"));
    CHECK(says(low, "(about 172)"));
    CHECK(says(low, "not a fixed 180"));
    CHECK_FALSE(finding_on(FormTopic::cadence, with_cadence(3, 165))->notable);
    CHECK(finding_on(FormTopic::cadence, with_cadence(3.5, 164))->notable);
}

TEST_CASE("form findings: outside of middle speed the limit follows speed and height") {
    // 60 (2.273 + 0.175 · 2.5 - 0.25) = 147.6
    CHECK(finding_on(FormTopic::cadence, with_cadence(2.5, 147))->notable);
    CHECK_FALSE(finding_on(FormTopic::cadence, with_cadence(2.5, 148))->notable);
    // 60 (5.264 + 0.175 · 2.5 - 1.711 · 1.60 - 0.25) = 162.8
    CaseFile small = with_cadence(2.5, 162);
    small.runner.height = Metres(1.60);
    CHECK(finding_on(FormTopic::cadence, small)->notable);
    CHECK(says(finding_on(FormTopic::cadence, small), "and your height"));
    small = with_cadence(2.5, 163);
    small.runner.height = Metres(1.60);
    CHECK_FALSE(finding_on(FormTopic::cadence, small)->notable);
}

TEST_CASE("form findings: a balance shifted by 2 points for a week is notable") {
    const auto left = finding_on(FormTopic::balance, with_balance(12, 0.522));
    REQUIRE(left);
    CHECK(left->notable);
    CHECK(left->finding == "contact_shifted_to_left");
    CHECK(left->since == Day(std::chrono::floor<std::chrono::days>(kNow)) - std::chrono::days(11));
    const auto right = finding_on(FormTopic::balance, with_balance(12, 0.482));
    CHECK(right->finding == "contact_shifted_to_right");
    CHECK_FALSE(finding_on(FormTopic::balance, with_balance(12, 0.521))->notable);
    CHECK_FALSE(finding_on(FormTopic::balance, with_balance(400, 0.53))->notable);
    CHECK_FALSE(finding_on(FormTopic::balance, with_balance(400, 0.51))->notable);
}

TEST_CASE("form findings: a shift of some days, or in some runs, is not yet one") {
    const auto young = finding_on(FormTopic::balance, with_balance(8, 0.55));
    CHECK_FALSE(young->notable);
    CHECK(young->finding.empty());
    CaseFile broken = with_balance(20, 0.53);
    change_last(broken, 6, [](ActivitySummary& run) {
        run.form.balance = Share(run.from == "run 5" ? 0.502 : 0.53);
    });
    CHECK_FALSE(finding_on(FormTopic::balance, broken)->notable);
}

TEST_CASE("form findings: stance time is compared at like speed") {
    const auto longer = finding_on(FormTopic::stance_time, with_stance(15, 1.06));
    REQUIRE(longer);
    CHECK(longer->notable);
    CHECK(longer->since);
    CHECK(says(longer, "6.0 % longer than your usual 245 ms"));
    CHECK(says(finding_on(FormTopic::stance_time, with_stance(15, 0.94)), "shorter"));
    CHECK_FALSE(finding_on(FormTopic::stance_time, with_stance(15, 1.045))->notable);
    CaseFile slower = runner();
    change_last(slower, 15, [](ActivitySummary& run) {
        // What the population does at this speed, so nothing of the runner changed.
        run.form.speed = MetresPerSecond(2.75);
        run.form.stance_time =
            *run.form.stance_time * ((0.432 / 2.75 + 0.0985) / (0.432 / 3 + 0.0985));
    });
    CHECK(says(finding_on(FormTopic::stance_time, slower), "0.0 %"));
    change_last(slower, 29, [](ActivitySummary& run) { run.form.speed = MetresPerSecond(2); });
    CHECK(says(finding_on(FormTopic::stance_time, slower), "not enough runs"));
}

TEST_CASE("form findings: the own relation of stance time to speed is used once known") {
    CaseFile facts = runner();
    int run_number = 0;
    for (ActivitySummary& run : facts.activities) {
        const double speed = 2.6 + 0.2 * (run_number++ % 5);
        run.form.speed = MetresPerSecond(speed);
        run.form.stance_time = Seconds(0.245 * std::pow(speed / 3, -0.4));
    }
    CHECK(says(finding_on(FormTopic::stance_time, facts), "0.0 %"));
}

TEST_CASE("form findings: a scattering runner's stance time needs more") {
    CaseFile facts = with_stance(15, 1.06);
    int run_number = 0;
    for (ActivitySummary& run : facts.activities) {
        run.form.stance_time = *run.form.stance_time * (run_number++ % 2 == 0 ? 1.04 : 0.96);
    }
    CHECK_FALSE(finding_on(FormTopic::stance_time, facts)->notable);
}

TEST_CASE("form findings: another watch starts anew and is never compared") {
    CaseFile changed = runner();
    change_last(changed, 50, [](ActivitySummary& run) {
        run.form.device = "other watch";
        run.form.balance = Share(0.53);
        run.form.stance_time = Seconds(0.26);
    });
    for (const FormTopic topic : {FormTopic::balance, FormTopic::stance_time}) {
        const auto finding = finding_on(topic, changed);
        REQUIRE(finding);
        CHECK_FALSE(finding->notable);
        CHECK(says(finding, "starts anew on"));
        CHECK(says(finding, "maker watch"));
    }
    CHECK(says(finding_on(FormTopic::balance, changed), "your usual is 53.0 % left"));
    change_last(changed, 12, [](ActivitySummary& run) { run.form.balance = Share(0.502); });
    CHECK(finding_on(FormTopic::balance, changed)->finding == "contact_shifted_to_right");
    change_last(changed, 10, [](ActivitySummary& run) { run.form.device = "third watch"; });
    CHECK(says(finding_on(FormTopic::balance, changed), "not enough runs with third watch"));
}

TEST_CASE("form findings: without a device's name nothing is compared") {
    CaseFile facts = with_balance(12, 0.55);
    change_last(facts, 400, [](ActivitySummary& run) { run.form.device.clear(); });
    CHECK_FALSE(finding_on(FormTopic::balance, facts));
    CHECK_FALSE(finding_on(FormTopic::stance_time, facts));
    CHECK(finding_on(FormTopic::cadence, facts));
}

TEST_CASE("form findings: trail and treadmill runs stay out, track laps out of the balance") {
    for (const Terrain ground : {Terrain::trail, Terrain::technical_trail, Terrain::treadmill}) {
        CaseFile facts = with_cadence(3, 150);
        change_last(facts, 400, [&](ActivitySummary& run) { run.terrain.ground = ground; });
        CHECK(findings_of(facts).empty());
    }
    CaseFile laps = with_balance(12, 0.53);
    change_last(laps, 12, [](ActivitySummary& run) { run.terrain.ground = Terrain::track; });
    CHECK_FALSE(finding_on(FormTopic::balance, laps)->notable);
    CHECK(finding_on(FormTopic::cadence, laps));
}

TEST_CASE("form findings: too few runs are said, none are silence") {
    CHECK(findings_of(CaseFile{}).empty());
    CHECK(says(finding_on(FormTopic::balance, runner(8)), "not enough runs"));
    CHECK_FALSE(finding_on(FormTopic::balance, runner(8))->notable);
    CHECK(says(finding_on(FormTopic::balance, runner(10)), "your usual is"));
    CHECK_FALSE(finding_on(FormTopic::cadence, runner(2)));
    CHECK(finding_on(FormTopic::cadence, runner(3)));
    CaseFile brief = runner();
    change_last(brief, 400, [](ActivitySummary& run) { run.form.measured = Seconds(299); });
    CHECK(findings_of(brief).empty());
    CaseFile old;
    for (int i = 0; i < 20; ++i) {
        old.activities.push_back(run_before(30 + 3 * i));
    }
    CHECK(findings_of(old).empty());
}

TEST_CASE("form findings: oscillation is a trend and never notable") {
    CaseFile facts = runner();
    change_last(facts, 15,
                [](ActivitySummary& run) { run.form.vertical_oscillation = Metres(0.112); });
    const auto much = finding_on(FormTopic::vertical_oscillation, facts);
    CHECK(says(much, "That is much."));
    CHECK(says(much, "2.2 cm more"));
    CHECK_FALSE(much->notable);
    change_last(facts, 29, [](ActivitySummary& run) {
        // The norm at 3 m/s is 8.25 cm and 1.3 cm of the watch.
        run.form.vertical_oscillation = Metres(0.1104);
    });
    CHECK_FALSE(says(finding_on(FormTopic::vertical_oscillation, facts), "That is much."));
}

TEST_CASE("form findings: a step rate that falls by 5 % late in runs is notable") {
    CaseFile facts = runner();
    change_last(facts, 29, [](ActivitySummary& run) { run.form.cadence_drift = -0.05; });
    CHECK(finding_on(FormTopic::drift, facts)->notable);
    change_last(facts, 29, [](ActivitySummary& run) { run.form.cadence_drift = -0.049; });
    CHECK_FALSE(finding_on(FormTopic::drift, facts)->notable);
    change_last(facts, 29, [](ActivitySummary& run) { run.form.stance_drift = 0.05; });
    CHECK(finding_on(FormTopic::drift, facts)->notable);
    change_last(facts, 29, [](ActivitySummary& run) {
        run.form.cadence_drift.reset();
        run.form.stance_drift.reset();
    });
    CHECK_FALSE(finding_on(FormTopic::drift, facts));
}

TEST_CASE("form findings: a watch that contradicts itself is not believed") {
    // 172 a minute and 245 ms make 7.3 cm; with 1.3 cm of the watch and a quarter more 10.4 cm.
    CaseFile facts = with_stance(15, 1.08);
    change_last(facts, 400,
                [](ActivitySummary& run) { run.form.vertical_oscillation = Metres(0.120); });
    const auto check = finding_on(FormTopic::sensor_check, facts);
    CHECK(check->notable);
    CHECK(says(check, "not to be trusted"));
    CHECK_FALSE(finding_on(FormTopic::stance_time, facts));
    CHECK_FALSE(finding_on(FormTopic::sensor_check, runner())->notable);
}

TEST_CASE("form findings: what is notable comes first") {
    CaseFile facts = with_balance(12, 0.53);
    change_last(facts, 29, [](ActivitySummary& run) { run.form.cadence_drift = -0.08; });
    const auto form = findings_of(facts);
    REQUIRE(form.size() > 3);
    CHECK(form[0].topic == FormTopic::balance);
    CHECK(form[1].topic == FormTopic::drift);
    CHECK_FALSE(form[2].notable);
}
