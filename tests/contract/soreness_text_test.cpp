// SPDX-License-Identifier: Apache-2.0
#include "footsure/soreness_text.hpp"

#include <doctest/doctest.h>

using namespace footsure;

TEST_CASE("soreness text: the sentence, and the interval only where there is one") {
    SorenessLink link;
    link.text = "No soreness of a morning was told yet.";
    const std::string none = app::soreness_text(link);
    CHECK(none.find(link.text) != std::string::npos);
    CHECK(none.find("from") == std::string::npos);
    link.state = SorenessState::linked;
    link.correlation = 0.4;
    link.low = 0.15;
    link.high = 0.6;
    const std::string linked = app::soreness_text(link);
    CHECK(linked.find("0.40") != std::string::npos);
    CHECK(linked.find("0.15") != std::string::npos);
    CHECK(linked.find("0.60") != std::string::npos);
    CHECK(linked.back() == '\n');
}
