// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace footsure::bench {

/// Registers what concerns load: the dose of a year of runs, with the records a second, and the
/// state of the tissues after 300 and after 3,000 runs, with the time for one run more.
void register_load();

}  // namespace footsure::bench
