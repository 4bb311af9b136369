// SPDX-License-Identifier: Apache-2.0
#include "takeout/takeout.hpp"
