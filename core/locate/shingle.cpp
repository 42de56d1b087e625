#include "core/locate/shingle.h"

#include <algorithm>

#include "core/base/sha256.h"

namespace proviso::locate {

std::array<std::uint8_t, 32> ShingleDigest(std::span<const std::string_view> words) {
  std::string joined;
  for (const std::string_view word : words) {
    if (!joined.empty()) joined.push_back(' ');
    joined.append(word);
  }
  return Sha256(joined);
}

std::vector<std::string> MakeSketch(std::span<const std::string_view> words) {
  if (words.empty()) return {};
  const std::size_t length = std::min(words.size(), kShingleWords);
  std::vector<std::array<std::uint8_t, 32>> digests;
  for (std::size_t i = 0; i + length <= words.size(); ++i)
    digests.push_back(ShingleDigest(words.subspan(i, length)));
  std::sort(digests.begin(), digests.end());
  digests.erase(std::unique(digests.begin(), digests.end()), digests.end());
  if (digests.size() > kSketchSize) digests.resize(kSketchSize);

  constexpr std::string_view kHex = "0123456789abcdef";
  std::vector<std::string> sketch;
  for (const auto& digest : digests) {
    const std::string cut = {kHex[digest[0] >> 4], kHex[digest[0] & 15], kHex[digest[1] >> 4],
                             kHex[digest[1] & 15]};
    if (sketch.empty() || sketch.back() != cut) sketch.push_back(cut);
  }
  return sketch;
}

}  // namespace proviso::locate
