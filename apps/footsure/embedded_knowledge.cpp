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

}  // namespace footsure::app
