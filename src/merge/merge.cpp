// SPDX-License-Identifier: Apache-2.0
#include "merge/merge.hpp"
