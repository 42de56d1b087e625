#include "core/query/tokens.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"

namespace proviso::query {
namespace {

constexpr std::size_t kShortestCorrected = 4;  ///< Letters.

/// Scripts that write no spaces between words, and whose words are a character or two long.
bool IsCjk(char32_t c) {
  return (c >= 0x3005 && c <= 0x3007) ||  // 々〆〇
         (c >= 0x3041 && c <= 0x312F) ||  // Hiragana, Katakana, Bopomofo
         (c >= 0x31A0 && c <= 0x31BF) || (c >= 0x31F0 && c <= 0x31FF) ||
         (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool IsAscii(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// Calls `use(stretch, cjk)` with the longest stretches of `word` that are or are not CJK.
template <class Use>
void ForEachStretch(std::string_view word, Use use) {
  std::size_t start = 0;
  bool cjk = false;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t here = at;
    const bool is_cjk = IsCjk(NextCodePoint(word, &at));
    if (here > start && is_cjk != cjk) {
      use(word.substr(start, here - start), cjk);
      start = here;
    }
    cjk = is_cjk;
  }
  if (start < word.size()) use(word.substr(start), cjk);
}

/// Calls `use` with each pair of neighbours in `stretch`, then with its last character.
template <class Use>
void ForEachPairAndLast(std::string_view stretch, Use use) {
  std::size_t first = 0;
  std::size_t second = 0;
  NextCodePoint(stretch, &second);
  while (second < stretch.size()) {
    std::size_t end = second;
    NextCodePoint(stretch, &end);
    use(stretch.substr(first, end - first));
    first = second;
    second = end;
  }
  use(stretch.substr(first));
}

/// Calls `use` with each word of folded text.
template <class Use>
void ForEachFoldedWord(std::string_view run, Use use) {
  const std::string folded = FoldForSearch(run);
  const std::string_view text = folded;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) use(text.substr(at, end - at));
    at = end + 1;
  }
}

bool IsCorrectable(std::string_view word) {
  return CountCodePoints(word) >= kShortestCorrected &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void ForEachIndexedWord(std::string_view run, const std::function<void(std::string_view)>& use) {
  if (IsAscii(run)) {
    std::string word(run);
    for (char& c : word)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    use(word);
    return;
  }
  ForEachFoldedWord(run, [&](std::string_view word) {
    ForEachStretch(word, [&](std::string_view stretch, bool cjk) {
      if (cjk) {
        ForEachPairAndLast(stretch, use);
      } else {
        use(stretch);
      }
    });
  });
}

std::vector<SoughtWord> SoughtWords(std::string_view query) {
  std::vector<SoughtWord> words;
  const auto add = [&](std::string text, bool prefix, bool correctable) {
    for (auto at = words.begin(); at != words.end(); ++at)
      if (at->text == text) {
        prefix = prefix || at->prefix;
        words.erase(at);  // The last of equal words counts: it may be the one being typed.
        break;
      }
    words.push_back({std::move(text), prefix, correctable});
  };
  ForEachRun(query, [&](std::string_view run) {
    ForEachFoldedWord(run, [&](std::string_view word) {
      ForEachStretch(word, [&](std::string_view stretch, bool cjk) {
        if (!cjk) {
          add(std::string(stretch), false, IsCorrectable(stretch));
          return;
        }
        const bool alone = CountCodePoints(stretch) == 1;
        ForEachPairAndLast(stretch, [&](std::string_view pair) {
          if (alone || CountCodePoints(pair) == 2) add(std::string(pair), alone, false);
        });
      });
    });
  });
  if (!words.empty()) words.back().prefix = true;
  return words;
}

std::string_view TrimSigns(std::string_view run) {
  std::size_t first = run.size();
  std::size_t last = 0;
  for (std::size_t at = 0; at < run.size();) {
    const std::size_t here = at;
    if (!IsWordCharacter(NextCodePoint(run, &at))) continue;
    first = std::min(first, here);
    last = at;
  }
  return first < last ? run.substr(first, last - first) : std::string_view();
}

}  // namespace proviso::query
