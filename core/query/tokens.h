#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::query {

inline constexpr std::array<bool, 256> kOfRun = [] {
  std::array<bool, 256> of_run{};
  for (std::size_t c = 0; c < 256; ++c)
    of_run[c] =
        (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80;
  return of_run;
}();

/// True for ASCII letters and digits, and for every byte that is not ASCII.
inline bool IsOfRun(char c) { return kOfRun[static_cast<unsigned char>(c)]; }

/// Calls `use` with each run of `text` that folding can be applied to on its own: ASCII letters and
/// digits, and every byte that is not ASCII. All other ASCII characters part words.
template <class Use>
void ForEachRun(std::string_view text, Use use) {
  std::size_t at = 0;
  while (at < text.size()) {
    while (at < text.size() && !IsOfRun(text[at])) ++at;
    const std::size_t start = at;
    while (at < text.size() && IsOfRun(text[at])) ++at;
    if (at > start) use(text.substr(start, at - start));
  }
}

/// What a run is indexed under: its folded words; of a stretch of CJK every pair of neighbours, and
/// its last character alone, so that each character begins exactly one word.
///
/// The words given to `use` do not outlive the call.
void ForEachIndexedWord(std::string_view run, const std::function<void(std::string_view)>& use);

/// A word that is looked for.
struct SoughtWord {
  std::string text;          ///< Folded.
  bool prefix = false;       ///< Longer words will do.
  bool correctable = false;  ///< Four letters or more and no digits: may hold a typing error.
};

/// The distinct words of a query, in its order; of a stretch of CJK every pair of neighbours.
std::vector<SoughtWord> SoughtWords(std::string_view query);

/// `run` as written, without the quotation marks and other signs around it.
std::string_view TrimSigns(std::string_view run);

}  // namespace proviso::query
