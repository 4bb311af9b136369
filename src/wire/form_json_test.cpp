// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"
#include "wire/wire.hpp"

#include <doctest/doctest.h>

using namespace footsure;

namespace {

FormFinding shifted() {
    return {.topic = FormTopic::balance,
            .text = "a shift",
            .evidence = "little",
            .notable = true,
            .finding = "contact_shifted_to_left",
            .from = "run.fit",
            .since = Day(std::chrono::year(2026) / 3 / 4),
            .runs = 7,
            .certainty = Certainty::general,
            .sources = {SourceId("evidence_load")}};
}

}  // namespace

TEST_CASE("form as JSON: every key, and those that say nothing are left out") {
    const auto json = wire::to_json(std::vector{shifted(), FormFinding{.text = "none"}});
    CHECK(json.dump() ==
          R"([{"topic":"balance","text":"a shift","evidence":"little","notable":true,)"
          R"("finding":"contact_shifted_to_left","from":"run.fit","since":"2026-03-04","runs":7,)"
          R"("certainty":"general","sources":["evidence_load"]},)"
          R"({"topic":"cadence","text":"none","evidence":"","notable":false,"from":"","runs":0,)"
          R"("certainty":"general","sources":[]}])");
}

TEST_CASE("form in an advice: left out when nothing is known") {
    Advice advice;
    const auto without = wire::parse_json(wire::write_advice(advice, Knowledge{}));
    CHECK_FALSE(without->contains("form"));
    advice.form = {shifted()};
    const auto with = wire::parse_json(wire::write_advice(advice, Knowledge{}));
    CHECK(with->at("form").size() == 1);
}
