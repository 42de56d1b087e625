// The only file that knows where the checkout lies: all others compile the same in every clone.
#include "tests/support/files.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace proviso::test {

std::string ReadFile(const std::string& path) {
  std::ifstream file(std::string(PROVISO_SOURCE_DIR "/") + path, std::ios::binary);
  if (!file) throw std::runtime_error("No such file: " + path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace proviso::test
