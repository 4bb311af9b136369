// SPDX-License-Identifier: Apache-2.0
#include "wire/json.hpp"

#include <doctest/doctest.h>

using namespace footsure;
using wire::Json;

TEST_CASE("soreness json: what is not known is null, never 0") {
    const Json json = wire::to_json(SorenessLink{});
    CHECK(json.at("state") == "no_mornings");
    CHECK(json.at("mornings") == 0);
    for (const char* key : {"correlation", "correlation_low", "correlation_high", "expected_nrs",
                            "expected_full_nrs", "expected_sd_nrs"}) {
        CAPTURE(key);
        CHECK(json.at(key).is_null());
    }
    CHECK(json.at("ceiling_factor") == 1);
}

TEST_CASE("soreness json: a link with everything") {
    SorenessLink link;
    link.state = SorenessState::linked;
    link.mornings = 60;
    link.correlation = 0.4567;
    link.low = 0.2;
    link.high = 0.651;
    link.expected = 3.456;
    link.expected_full = 4;
    link.expected_sd = 1.2;
    link.ceiling_factor = 0.925;
    link.text = "words";
    const Json json = wire::to_json(link);
    CHECK(json.at("state") == "linked");
    CHECK(json.at("correlation") == 0.46);
    CHECK(json.at("correlation_low") == 0.2);
    CHECK(json.at("correlation_high") == 0.65);
    CHECK(json.at("expected_nrs") == 3.46);
    CHECK(json.at("expected_full_nrs") == 4);
    CHECK(json.at("expected_sd_nrs") == 1.2);
    CHECK(json.at("ceiling_factor").get<double>() == doctest::Approx(0.925).epsilon(0.006));
    CHECK(json.at("text") == "words");
}
