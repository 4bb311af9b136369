// SPDX-License-Identifier: Apache-2.0
#include "model/id.hpp"
#include "model/units.hpp"
#include "model/urgency.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <limits>

using namespace footsure;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Whether making the value ends the program: runs it in a child process of its own.
template <class Make>
bool refused(Make make) {
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL);
        static_cast<void>(std::freopen("/dev/null", "w", stderr));
        static_cast<void>(make());
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

bool refuses_probability(double p) {
    return refused([p] { return Probability::of(p); });
}

bool refuses_ratio(double r) {
    return refused([r] { return LikelihoodRatio::of(r); });
}

bool refuses_pain(double nrs) {
    return refused([nrs] { return PainScore::of(nrs); });
}

}  // namespace

TEST_CASE("a probability lies in [0, 1], both ends included") {
    CHECK(Probability().value() == 0);
    CHECK(Probability::of(0).value() == 0);
    CHECK(Probability::of(1).value() == 1);
    CHECK(Probability::of(0.2) < Probability::of(0.3));
    CHECK(refuses_probability(-1e-9));
    CHECK(refuses_probability(1 + 1e-9));
    CHECK(refuses_probability(kNan));
    CHECK(refuses_probability(kInfinity));
    CHECK_FALSE(refuses_probability(0.5));
}

TEST_CASE("a likelihood ratio is positive and finite, and speaks neither way by default") {
    CHECK(LikelihoodRatio().value() == 1);
    CHECK(LikelihoodRatio::of(1e-12).value() == 1e-12);
    CHECK(refuses_ratio(0));
    CHECK(refuses_ratio(-2));
    CHECK(refuses_ratio(kInfinity));
    CHECK(refuses_ratio(kNan));
}

TEST_CASE("a pain score lies in [0, 10], both ends included") {
    CHECK(PainScore::of(0).value() == 0);
    CHECK(PainScore::of(10).value() == 10);
    CHECK(PainScore::of(4.5) > PainScore::of(4));
    CHECK(refuses_pain(-0.1));
    CHECK(refuses_pain(10.1));
    CHECK(refuses_pain(kNan));
}

TEST_CASE("quantities add within their dimension and divide to a plain number") {
    CHECK((Metres(3) + Metres(4)).value() == 7);
    CHECK((Metres(3) - Metres(4)).value() == -1);
    CHECK((-Metres(3)).value() == -3);
    CHECK((Metres(3) * 2).value() == 6);
    CHECK((Metres(3) / 2).value() == 1.5);
    CHECK(Metres(3) / Metres(2) == 1.5);
    CHECK(Metres(2) < Metres(3));
    Metres sum;
    sum += Metres(5);
    CHECK(sum == Metres(5));
    CHECK(Metres(10) / Seconds(4) == MetresPerSecond(2.5));
    CHECK(MetresPerSecond(2.5) * Seconds(4) == Metres(10));
}

TEST_CASE("an id is its text; without one it is empty") {
    CHECK(RuleId().empty());
    CHECK_FALSE(RuleId("R-001").empty());
    CHECK(RuleId("R-001") == RuleId("R-001"));
    CHECK(RuleId("R-001") < RuleId("R-002"));
}

TEST_CASE("urgency only rises, whichever way it is joined") {
    Urgency urgency;
    CHECK(urgency.level() == UrgencyLevel::self_care);
    urgency.join(UrgencyLevel::same_day);
    urgency.join(UrgencyLevel::routine);
    CHECK(urgency.level() == UrgencyLevel::same_day);
    urgency.join(Urgency(UrgencyLevel::self_care));
    CHECK(urgency.level() == UrgencyLevel::same_day);
    urgency.join(Urgency(UrgencyLevel::emergency));
    CHECK(urgency.level() == UrgencyLevel::emergency);
}

TEST_CASE("the levels stand in the order of the evidence, T4 to T0") {
    CHECK(UrgencyLevel::self_care < UrgencyLevel::routine);
    CHECK(UrgencyLevel::routine < UrgencyLevel::within_days);
    CHECK(UrgencyLevel::within_days < UrgencyLevel::same_day);
    CHECK(UrgencyLevel::same_day < UrgencyLevel::emergency);
    CHECK(word(UrgencyLevel::self_care) == "self_care");
    CHECK(word(UrgencyLevel::routine) == "routine");
    CHECK(word(UrgencyLevel::within_days) == "within_days");
    CHECK(word(UrgencyLevel::same_day) == "same_day");
    CHECK(word(UrgencyLevel::emergency) == "emergency");
}
