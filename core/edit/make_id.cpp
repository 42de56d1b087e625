#include "core/edit/make_id.h"

#include <array>
#include <utility>

#include "core/base/text.h"

namespace proviso::edit {
namespace {

constexpr std::size_t kLongest = 40;

bool IsPlain(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// The same without an apostrophe inside a word: "region's" is one word of an id.
std::string WithoutApostrophes(std::string_view words) {
  std::string out;
  const std::u32string norm1 = Norm1(words);
  for (std::size_t i = 0; i < norm1.size(); ++i) {
    const bool inside = norm1[i] == U'\'' && i > 0 && IsWordCharacter(norm1[i - 1]) &&
                        i + 1 < norm1.size() && norm1[i + 1] == U's' &&
                        (i + 2 == norm1.size() || !IsWordCharacter(norm1[i + 2]));
    if (!inside) AppendUtf8(norm1[i], &out);
  }
  return out;
}

}  // namespace

std::string_view IdPrefix(Table table) {
  constexpr std::array<std::string_view, kTableCount> kPrefixes{
      "d-", "p-", "a-", "", "k-", "c-", "r-", "e-", "q-", "t-", "question-"};
  return kPrefixes[static_cast<std::size_t>(table)];
}

std::string MakeId(Table table, std::string_view words,
                   const std::function<bool(const std::string&)>& taken) {
  const std::string_view prefix = IdPrefix(table);
  std::string name(prefix);
  const std::string folded = FoldForSearch(WithoutApostrophes(words));
  std::string word;
  for (std::size_t at = 0; at <= folded.size(); ++at) {
    if (at < folded.size() && IsPlain(folded[at])) {
      word += folded[at];
      continue;
    }
    if (word.empty()) continue;
    if (name.size() > prefix.size() && name.size() + 1 + word.size() > kLongest) break;
    if (name.size() > prefix.size()) name += '-';
    name += word.substr(0, kLongest - prefix.size());
    word.clear();
  }
  if (name.size() == prefix.size()) {
    name = prefix.empty() ? "s" : std::string(prefix.substr(0, prefix.size() - 1));
  } else if (name[0] < 'a' || name[0] > 'z') {
    name = "s-" + name;
  }
  if (!taken(name)) return name;
  const auto numbered = [&name](std::uint64_t number) {
    return name + '-' + std::to_string(number);
  };
  // One by one at first; then in steps that double and halve again, since ten thousand names in
  // another alphabet all begin as "s".
  constexpr std::uint64_t kOneByOne = 64;
  for (std::uint64_t number = 2; number < kOneByOne; ++number)
    if (!taken(numbered(number))) return numbered(number);
  std::uint64_t low = kOneByOne - 1, high = kOneByOne;
  while (taken(numbered(high))) low = std::exchange(high, high * 2);
  while (high - low > 1) {
    const std::uint64_t middle = low + (high - low) / 2;
    (taken(numbered(middle)) ? low : high) = middle;
  }
  return numbered(high);
}

std::string NumberedId(Table table, std::string_view initials, std::uint64_t number) {
  std::string id(IdPrefix(table).empty() ? "s-" : IdPrefix(table));
  if (!initials.empty()) id += std::string(initials) + '-';
  return id + std::to_string(number);
}

std::string Initials(std::string_view coder) {
  std::string out;
  for (const char c : FoldForSearch(coder))
    if (IsPlain(c) && out.size() < 12) out += c;
  return out;
}

std::string FoldName(std::string_view words) {
  std::string folded = FoldForSearch(words);
  while (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

}  // namespace proviso::edit
