#pragma once

#include <string>

namespace proviso::test {

/// The bytes of a file of this checkout, such as "data/samples/minimal.json"; throws if there is
/// none.
std::string ReadFile(const std::string& path);

}  // namespace proviso::test
