// SPDX-License-Identifier: Apache-2.0
#include "model/case_file.hpp"

void name_runner(footsure::Runner& runner, const footsure::ActivityId& activity,
                 const footsure::RunnerId& named) {
#ifdef FOOTSURE_MUST_FAIL
    runner.id = activity;
#else
    runner.id = named;
#endif
    static_cast<void>(activity);
    static_cast<void>(named);
}
