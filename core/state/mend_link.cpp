#include "core/state/mend_link.h"

#include <algorithm>
#include <array>
#include <optional>
#include <type_traits>

#include "core/state/link_text.h"
#include "core/state/view_state.h"

namespace proviso::view {
namespace {

/// Whether `key` is one of ours, and if its value is words that a reader wrote.
struct KeyFinder {
  std::string_view key;
  bool known = false, free = false;

  template <class Field, class... Bounds>
  void operator()(const FieldKey& name, const Field&, Bounds...) {
    if (name.word != key) return;
    known = true;
    free = std::is_same_v<Field, std::string> && name.names == Naming::kNothing;
  }
};

KeyFinder Look(std::string_view key) {
  KeyFinder finder{key};
  const ViewState none;
  VisitFields(none, finder);
  return finder;
}

/// Replaces `from` by `to` where `fits(rest)` holds of what follows.
template <class Fits>
void Replace(std::string_view from, std::string_view to, std::string* text, const Fits& fits) {
  for (std::size_t at = text->find(from); at != std::string::npos; at = text->find(from, at)) {
    if (fits(std::string_view(*text).substr(at + from.size()))) text->replace(at, from.size(), to);
    at += 1;
  }
}

/// True if one of our keys and an equals sign stand at the beginning: ours are encoded in a value.
bool BeginsWithKey(std::string_view rest) {
  const std::size_t equals = rest.find('=');
  return equals != std::string_view::npos && Look(rest.substr(0, equals)).known;
}

// What closes a sentence or a quotation. As it is it cannot be ours; encoded it can stand at the
// end of words that a reader wrote, but of no id.
constexpr std::array<std::string_view, 15> kForeign{")",  ">", "]", "}", ",", ";",  "!", "'",
                                                    "\"", "*", "”", "’", "»", "。", "）"};
constexpr std::array<std::string_view, 9> kNotOfIds{
    ".", "%22", "%29", "%3E", "%E2%80%9D", "%E2%80%99", "%C2%BB", "%E3%80%82", "%EF%BC%89"};

std::optional<std::size_t> Closing(std::string_view text, bool free) {
  const auto ends = [text](std::string_view with) {
    return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
  };
  if (const auto* it = std::find_if(kForeign.begin(), kForeign.end(), ends); it != kForeign.end())
    return it->size();
  if (const auto* it = std::find_if(kNotOfIds.begin(), kNotOfIds.end(), ends);
      !free && it != kNotOfIds.end())
    return it->size();
  return std::nullopt;
}

}  // namespace

MendedLink MendLink(std::string_view fragment) {
  while (!fragment.empty() && fragment.front() == '#') fragment.remove_prefix(1);
  MendedLink link{std::string(fragment), {}};
  std::string& text = link.fragment;
  const bool whole =
      text.find('=') == std::string::npos &&
      (text.find("%3D") != std::string::npos || text.find("%3d") != std::string::npos);
  if (whole)
    if (std::optional<std::string> once = Unescaped(text)) text = *std::move(once);
  Replace("&amp;", "&", &text, [](std::string_view) { return true; });
  Replace("%26", "&", &text, BeginsWithKey);
  const auto drop = [&](std::size_t from) {
    link.dropped.insert(0, text, from, std::string::npos);
    text.resize(from);
  };
  if (const std::size_t query = text.find('?'); query != std::string::npos) drop(query);
  const std::size_t last = text.rfind('&') + 1;  // From 0 where there is none.
  const std::string_view part = std::string_view(text).substr(last);
  const bool free = Look(part.substr(0, part.find('='))).free;
  while (const std::optional<std::size_t> size = Closing(text, free)) drop(text.size() - *size);
  return link;
}

}  // namespace proviso::view
