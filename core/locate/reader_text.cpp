#include <algorithm>
#include <string>

#include "core/base/sha256.h"
#include "core/locate/locate.h"
#include "core/locate/shingle.h"

namespace proviso::locate {
namespace {

Problem NotUtf8(std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0.
  Problem problem;
  problem.code = "syntax";
  problem.line = static_cast<std::uint32_t>(1 + std::count(before.begin(), before.end(), '\n'));
  problem.column = static_cast<std::uint32_t>(1 + CountCodePoints(before.substr(line_start)));
  problem.rule = "Byte " + std::to_string(offset) + " is not UTF-8; a text must be UTF-8.";
  problem.remedy = "Save the text as UTF-8 and give it again.";
  return problem;
}

/// The offsets into `skeleton.letters` at which a run of letters and digits of the text begins.
std::vector<std::uint32_t> WordStarts(const Skeleton& skeleton) {
  std::vector<std::uint32_t> starts;
  const std::vector<std::uint32_t>& origin = skeleton.origin;
  for (std::size_t i = 0; i < origin.size(); ++i)
    if (i == 0 || origin[i] > origin[i - 1] + 1) starts.push_back(static_cast<std::uint32_t>(i));
  return starts;
}

}  // namespace

Result<ReaderText> ReadText(std::string_view bytes) {
  if (bytes.size() > kLargestText) {
    Problem problem;
    problem.code = "limit";
    problem.rule = "The text has " + std::to_string(bytes.size()) + " bytes; at most " +
                   std::to_string(kLargestText) + " are read.";
    problem.remedy = "Give the text of this one document only.";
    return problem;
  }
  if (const auto offset = FirstInvalidUtf8(bytes)) return NotUtf8(bytes, *offset);
  ReaderText text;
  text.norm1 = Norm1(bytes);
  text.skeleton = MakeSkeleton(text.norm1);
  text.word_starts = WordStarts(text.skeleton);
  return text;
}

Result<Locator> MakeLocator(const ReaderText& text, std::uint32_t start, std::uint32_t end) {
  const std::vector<std::uint32_t>& origin = text.skeleton.origin;
  const auto first = std::lower_bound(origin.begin(), origin.end(), start);
  const auto last = std::lower_bound(first, origin.end(), end);
  if (first == last) {
    Problem problem;
    problem.code = "call";
    problem.rule = "From " + std::to_string(start) + " to " + std::to_string(end) +
                   " there is no letter or digit of the text.";
    problem.remedy = "Give code points of the text in norm-1, the end after the start.";
    return problem;
  }
  const auto from = static_cast<std::size_t>(first - origin.begin());
  const auto letters = static_cast<std::size_t>(last - first);
  Locator locator;
  locator.start = *first;
  locator.end = *(last - 1) + 1;
  locator.letters = static_cast<std::uint32_t>(letters);
  locator.sha256 =
      Sha256Hex(ToUtf8(std::u32string_view(text.skeleton.letters).substr(from, letters)));
  std::vector<std::string> words;
  for (const std::u32string& word :
       Words(std::u32string_view(text.norm1).substr(locator.start, locator.end - locator.start)))
    words.push_back(ToUtf8(word));
  locator.sketch = MakeSketch(std::vector<std::string_view>(words.begin(), words.end()));
  return locator;
}

std::string TextDigest(const ReaderText& text) { return Sha256Hex(ToUtf8(text.skeleton.letters)); }

}  // namespace proviso::locate
