#pragma once

#include <string_view>

namespace proviso {

/// Returns the version of this build, such as "0.1.0".
///
/// Source: `project(… VERSION …)` in CMakeLists.txt.
std::string_view Version();

}  // namespace proviso
