#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace proviso::test {

/// The bytes of a file of this checkout, such as "data/samples/minimal.json".
inline std::string ReadFile(const std::string& path) {
  std::ifstream file(std::string(PROVISO_SOURCE_DIR "/") + path, std::ios::binary);
  if (!file) throw std::runtime_error("No such file: " + path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace proviso::test
