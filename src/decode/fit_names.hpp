// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/fit_content.hpp"
#include "model/activity.hpp"

#include <string>
#include <vector>

namespace footsure::decode {

/// What kind of file it is; a file of unknown type that recorded something is an activity.
[[nodiscard]] FileKind kind_of(const FitContent& content);

/// What the file holds in one word; an activity among several parts decides.
[[nodiscard]] std::string content_word(const FitContent& content);

/// The maker and product that the first part names.
[[nodiscard]] std::string recorder_name(const FitContent& content);

/// Everything that recorded, without the parts built into the recorder itself.
[[nodiscard]] std::vector<Device> devices_of(const FitContent& content);

}  // namespace footsure::decode
