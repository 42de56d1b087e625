#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/base/text.h"
#include "core/state/view_state.h"

namespace proviso::view {

/// Makes states in which every field is as likely to differ from its default as not.
class RandomState {
 public:
  explicit RandomState(unsigned seed) : random_(seed) {}

  ViewState Next() {
    ViewState state;
    VisitFields(state, *this);
    Normalise(&state);
    return state;
  }

  void operator()(std::string_view, std::string& text) {
    if (Below(2) == 1) text = SomeText();
  }
  void operator()(std::string_view, std::vector<std::string>& list) { list = Ids(); }
  void operator()(std::string_view, bool& flag) { flag = Below(2) == 1; }
  void operator()(std::string_view, std::uint16_t& number, int low, int high) {
    const auto count = static_cast<std::size_t>(high - low + 1);
    number = static_cast<std::uint16_t>(static_cast<std::size_t>(low) + Below(count));
  }
  void operator()(std::string_view, Camera& camera) {
    if (Below(2) == 0) return;
    camera = {static_cast<std::int32_t>(Below(20'000)) - 10'000,
              static_cast<std::int32_t>(Below(20'000)) - 10'000,
              static_cast<std::uint16_t>(10 + Below(791))};
  }
  template <class E>
  requires std::is_enum_v<E>
  void operator()(std::string_view, E& word) { word = static_cast<E>(Below(kWords<E>.size())); }

  std::size_t Below(std::size_t n) { return random_() % n; }

  std::string SomeBytes(std::size_t at_most) {
    std::string bytes(Below(at_most + 1), ' ');
    for (char& c : bytes) c = static_cast<char>(Below(256));
    return bytes;
  }

 private:
  std::string SomeText() {
    constexpr char32_t kLetters[] = U"abz09-_.~ ,&=#%+\"'<>\\/\n\t¶é’中🙂\u0301";
    std::string text;
    for (std::size_t i = 0, n = 1 + Below(8); i < n; ++i)
      AppendUtf8(kLetters[Below(std::size(kLetters) - 1)], &text);
    return text;
  }

  /// Lists are of ids, which have neither commas nor spaces; all else a link must bear.
  std::vector<std::string> Ids() {
    std::vector<std::string> ids(Below(4));
    for (std::string& id : ids)
      for (const char c : SomeText())
        if (c != ',' && c != ' ') id.push_back(c);
    return ids;
  }

  std::mt19937 random_;
};

}  // namespace proviso::view
