// SPDX-License-Identifier: Apache-2.0
#include "footsure/embedded_knowledge.hpp"

#include "wire/wire.hpp"

namespace footsure::app {

Knowledge embedded_knowledge() {
    auto knowledge = wire::read_knowledge(embedded_knowledge_json());
    expects(knowledge.has_value(), "the embedded knowledge can be read");
    knowledge->hash = embedded_knowledge_hash();
    return std::move(*knowledge);
}

std::vector<Claim> embedded_claims() {
    auto claims = wire::read_claims(embedded_claims_json());
    expects(claims.has_value(), "the embedded claims can be read");
    return std::move(*claims);
}

}  // namespace footsure::app
